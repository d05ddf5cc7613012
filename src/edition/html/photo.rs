//! A picture on a page: the lighter file for browsers that know it, the other one for all.

use crate::text::escaped;

/// A picture that is published, as a page shows it.
pub(in crate::edition) struct Photo {
    /// The file that every browser shows.
    pub src: String,
    /// The lighter one, of a photograph.
    pub avif: Option<String>,
    /// In pixels of the page: the text below does not jump when the picture comes.
    pub width: u32,
    /// The same.
    pub height: u32,
}

impl Photo {
    /// The picture as HTML: it is asked for when it comes near the screen.
    pub fn html(&self, alt: &str) -> String {
        let img = format!(
            "<img src=\"{}\" alt=\"{}\" width=\"{}\" height=\"{}\" loading=\"lazy\">",
            escaped(&self.src),
            escaped(alt),
            self.width,
            self.height
        );
        match &self.avif {
            Some(avif) => {
                let avif = escaped(avif);
                format!("<picture><source srcset=\"{avif}\" type=\"image/avif\">{img}</picture>")
            }
            None => img,
        }
    }
}
