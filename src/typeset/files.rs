//! The texts of a theme of paper, and their fingerprint.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Source;

use super::Stamp;

/// Texts of a theme by their names: `print/guide.typ`.
#[derive(Clone, Debug)]
pub struct Files {
    texts: BTreeMap<String, Arc<Source>>,
    stamp: Stamp,
}

impl Files {
    /// The text of this name.
    pub fn get(&self, name: &str) -> Option<&Arc<Source>> {
        self.texts.get(name)
    }

    /// The fingerprint of all texts with their names, and of the fonts they are set in.
    pub fn stamp(&self) -> Stamp {
        self.stamp
    }
}

impl FromIterator<(String, Arc<Source>)> for Files {
    fn from_iter<I: IntoIterator<Item = (String, Arc<Source>)>>(texts: I) -> Self {
        let texts: BTreeMap<_, _> = texts.into_iter().collect();
        let said = texts.iter().flat_map(|(name, source)| [name.as_str(), source.text.as_str()]);
        let stamp = Stamp::of(super::FONTS.iter().copied().chain(said.map(str::as_bytes)));
        Self { texts, stamp }
    }
}

impl Default for Files {
    fn default() -> Self {
        Self::from_iter([])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_counts_and_its_name() {
        let stamp = |name: &str, text: &str| {
            let source = Source { path: "themes/a".into(), text: text.into() };
            Files::from_iter([(name.to_owned(), Arc::new(source))]).stamp()
        };
        assert_eq!(stamp("print/a.typ", "= A"), stamp("print/a.typ", "= A"));
        assert_ne!(stamp("print/a.typ", "= A"), stamp("print/b.typ", "= A"));
        assert_ne!(stamp("print/a.typ", "= A"), stamp("print/a.typ", "= B"));
        assert_ne!(stamp("", ""), Files::default().stamp());
    }
}
