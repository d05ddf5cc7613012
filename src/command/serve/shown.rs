//! What the preview shows at one moment: the last good pages, and what is wrong since.

use std::sync::Arc;

use crate::build::Pages;
use crate::diagnostic::Diagnostic;

/// What is shown; replaced as a whole.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// The last good pages; none before the first good build.
    pub pages: Option<Arc<Pages>>,
    /// Everything that was said of the last build.
    pub said: Vec<Diagnostic>,
    /// Whether the last build was refused: the pages are older than the content.
    pub refused: bool,
    /// Names this state: an open page asks for another when it differs from its own.
    pub mark: String,
}

impl Shown {
    /// What is shown after a build: its pages, or those of before with the messages.
    pub(super) fn after(&self, pages: Option<Pages>, said: Vec<Diagnostic>) -> Self {
        let refused = pages.is_none();
        let pages = pages.map(Arc::new).or_else(|| self.pages.clone());
        let mut shown = Self { pages, said, refused, mark: String::new() };
        shown.mark = shown.digest();
        shown
    }

    /// The same pages and messages always have the same mark, even after jalon was started again.
    fn digest(&self) -> String {
        let mut digest = blake3::Hasher::new();
        for (address, bytes) in self.pages.iter().flat_map(|pages| pages.iter()) {
            digest.update(address.as_str().as_bytes()).update(&bytes.len().to_le_bytes());
            digest.update(bytes);
        }
        if self.refused {
            digest.update(super::messages::list(&self.said).as_bytes());
        }
        digest.finalize().to_hex()[..16].to_owned()
    }
}
