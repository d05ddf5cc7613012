//! What the preview shows at one moment: the last good guide, and what is wrong since.

use std::sync::Arc;

use crate::build::Ready;
use crate::diagnostic::Diagnostic;

/// How what is shown stands to what is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum State {
    /// Pages say what is written.
    #[default]
    Good,
    /// What is written was refused: pages are older.
    Refused,
    /// Pages say what is written, and a rule of published pages forbids publishing them.
    Unpublishable,
}

/// What is shown; replaced as a whole.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// The last good guide; none before the first one.
    pub pages: Option<Arc<Ready>>,
    /// Everything that was said of what is written.
    pub said: Vec<Diagnostic>,
    /// How the pages stand to it.
    pub state: State,
    /// Names this state: an open page asks for another when it differs from its own.
    pub mark: String,
    /// Names the content that the pages say.
    content: String,
}

impl Shown {
    /// What is shown after a reading of content that has this name: its pages, or those of before with the messages.
    pub(super) fn after(&self, pages: Option<Ready>, said: Vec<Diagnostic>, content: &str) -> Self {
        let (state, content) = match pages {
            Some(_) => (State::Good, content.to_owned()),
            None => (State::Refused, self.content.clone()),
        };
        let pages = pages.map(Arc::new).or_else(|| self.pages.clone());
        Self { pages, said, state, mark: String::new(), content }.marked()
    }

    /// What is shown once every page was inspected; nothing new when nothing forbids publishing.
    pub(super) fn inspected(&self, found: Vec<Diagnostic>) -> Option<Self> {
        let forbids = found.iter().any(Diagnostic::is_error);
        let said: Vec<Diagnostic> = self.said.iter().cloned().chain(found).collect();
        let pages = self.pages.clone();
        let (state, mark, content) = (State::Unpublishable, String::new(), self.content.clone());
        forbids.then(|| Self { pages, said, state, mark, content }.marked())
    }

    /// The same content and messages always have the same mark, even after jalon was started again.
    fn marked(mut self) -> Self {
        let mut digest = blake3::Hasher::new();
        digest.update(self.content.as_bytes());
        if self.state != State::Good {
            digest.update(super::messages::list(&self.said).as_bytes());
        }
        self.mark = digest.finalize().to_hex()[..16].to_owned();
        self
    }
}
