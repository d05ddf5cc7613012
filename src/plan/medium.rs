//! What a sheet is made of: pages, data, paper, files to take along.

/// Kinds of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Medium {
    /// A page.
    Html,
    /// A picture, in a form that every browser shows.
    Image,
    /// The same picture in fewer bytes, for browsers that know this form.
    Avif,
    /// A calendar file.
    Ics,
    /// A feed.
    Atom,
    /// A table.
    Csv,
    /// Places on a map.
    Geojson,
    /// Records for programs.
    Json,
    /// A card for an address book.
    Vcard,
    /// A script: the list that the page of search fetches on the first key, where it is long.
    Script,
    /// Something to print.
    Pdf,
    /// What a host or a robot reads.
    Host,
    /// Many pages in one file that leads nowhere but into itself, to send or to carry.
    OneFile,
    /// Plain text.
    Text,
    /// Text messages ready to be sent, on a page that leads nowhere else.
    Messages,
    /// A book for readers.
    Epub,
    /// Pages and files in one archive.
    Zip,
    /// The fingerprint of an archive.
    Checksum,
    /// A bare page, to be shown inside the page of somebody else.
    Embed,
    /// The code of such a page, to be pasted into the page of somebody else.
    Fragment,
    /// The script that keeps a file for when there is no network.
    Worker,
}

impl Medium {
    /// Whether only a build makes it: it takes too long, or holds what a build makes, for who looks at one page.
    pub fn is_for_builds(self) -> bool {
        matches!(self, Self::Pdf | Self::Zip | Self::Checksum)
    }
}
