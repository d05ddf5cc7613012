//! Lines of the staff's own sheets that come back to their record.

use crate::intake::coming::{Fate, Settled};
use crate::intake::fusion::Meeting;
use crate::record::Kind;
use crate::source::yaml::Plain;

use super::Settling;
use super::decided::ALL;
use super::memory::name_of;

/// The lines, and the record that they are of.
pub(in crate::intake) struct Revised<'a> {
    /// The rank of its guide.
    pub guide: usize,
    /// Its file, below the content folder, and the bytes there.
    pub path: &'a str,
    pub bytes: &'a [u8],
    /// Its rank in the file.
    pub rank: usize,
    /// What it is read as.
    pub kind: Kind,
    /// What its lines call it.
    pub id: &'a str,
    /// What they say, as YAML.
    pub theirs: &'a str,
    /// What it said when they were exported; nothing where nobody knows, since it changed meanwhile.
    pub base: Option<&'a Plain>,
    /// Whether they speak of a key at all.
    pub speaks: &'a dyn Fn(&str) -> bool,
}

impl Settling {
    /// Writes in a record what the staff changed in its lines, and tells what cannot be.
    pub fn revise(&mut self, revised: &Revised<'_>) -> Settled {
        let path = revised.path.to_owned();
        self.given.insert(path.clone());
        let kept = Settled { fate: Fate::Kept, path, merged: true, ..Settled::default() };
        let Some(source) = self.current(revised.path, revised.bytes) else { return kept };
        let names = [ALL, revised.id, name_of(revised.path), revised.path];
        let met = Meeting {
            text: &source.text,
            rank: revised.rank,
            kind: revised.kind,
            departement: self.guides[revised.guide].departement.map_or("", |own| own.code),
            theirs: revised.theirs,
            base: revised.base,
            speaks: revised.speaks,
            decided: &|path: &str| self.decided.choice(&names, path),
        }
        .meet();
        let changed = met.text != source.text;
        if changed {
            self.change(revised.path, revised.bytes, &met.text);
        }
        Settled {
            fate: if changed { Fate::Changed } else { Fate::Unchanged },
            merged: !met.findings.is_empty(),
            findings: met.findings,
            ..kept
        }
    }
}
