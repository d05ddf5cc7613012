//! A new version of a source meets a record that somebody edited: key by key, nobody's work is lost.
//!
//! `docs/adr/0023-reimport.md` says why so.

mod base;
mod champ;
mod merge;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Source};
use crate::record::{self, Kind};
use crate::source::yaml::{self, Plain};

use super::finding::{Finding, Verdict};

pub(super) use base::{Bases, Said, stem};
use merge::{Merge, moved};

/// What the person decided about conflicts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Decisions<'a> {
    /// Records, or keys of records, whose own values stay.
    pub garder: &'a [String],
    /// Those that take the values of the source.
    pub prendre: &'a [String],
    /// Vanished records that are to be closed.
    pub fermer: &'a [String],
}

/// A record and its source, before they meet.
pub(super) struct Meeting<'a> {
    /// The text of the record's file.
    pub text: &'a str,
    /// The rank of the record in its file.
    pub rank: usize,
    /// What the reader reads it as.
    pub kind: Kind,
    /// The département that decides between communes of one name.
    pub departement: &'a str,
    /// The YAML of the source's record.
    pub theirs: &'a str,
    /// What the source said last time; nothing where nobody knows.
    pub base: Option<&'a Plain>,
    /// Whether the source speaks of a key at all: what it cannot say, it did not take away.
    pub speaks: &'a dyn Fn(&str) -> bool,
    /// Whether a key of this record is to stay, or to be taken.
    pub decided: &'a dyn Fn(&str) -> Option<Choice>,
}

/// What the person decided about one conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    Garder,
    Prendre,
}

/// What came of a meeting.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Met {
    /// The text of the record's file.
    pub text: String,
    /// What is remembered of the source: where a conflict is open, what it said before.
    pub base: Plain,
    /// Conflicts, and what could not be written.
    pub findings: Vec<Finding>,
}

impl Meeting<'_> {
    /// Takes what the source changed and nobody else did; tells the rest.
    pub fn meet(&self) -> Met {
        let source = text_source(self.theirs);
        let read = yaml::documents(&source);
        let theirs = read.records().next();
        let ours = text_source(self.text);
        let ours = yaml::documents(&ours).records().nth(self.rank).map(Plain::of);
        let (Some(theirs), Some(ours)) = (theirs, ours) else { return self.nothing() };
        let none = Plain::Map(Vec::new());
        let base = self.base.unwrap_or(&none);
        let mut merge = Merge {
            meeting: self,
            theirs: (theirs, self.theirs),
            text: self.text.to_owned(),
            base: base.clone(),
            findings: Vec::new(),
            moved: self.base.is_some_and(|base| moved(base, &ours)),
        };
        merge.map("", base, &ours, &Plain::of(theirs));
        let met = Met { text: merge.text, base: merge.base, findings: merge.findings };
        if self.spoils(&met.text) { self.spoiled(met) } else { met }
    }

    fn nothing(&self) -> Met {
        let base = self.base.cloned().unwrap_or(Plain::Empty);
        Met { text: self.text.to_owned(), base, findings: Vec::new() }
    }

    /// Whether the new text has mistakes that the old one had not.
    fn spoils(&self, new: &str) -> bool {
        let errors = |text: &str| -> BTreeSet<String> {
            let said = record::read_text(&text_source(text), self.kind, Some(self.departement));
            said.into_iter().filter(Diagnostic::is_error).map(|one| one.message).collect()
        };
        new != self.text && !errors(new).is_subset(&errors(self.text))
    }

    /// What both say makes no good record: nothing is taken.
    fn spoiled(&self, met: Met) -> Met {
        let told = Finding {
            column: "nom".into(),
            value: String::new(),
            verdict: Verdict::Douteux,
            code: "fusion-impossible".into(),
            became: None,
            reason: "Ce que dit le fichier et ce que vous avez changé ne vont pas ensemble : la fiche est gardée telle quelle.".into(),
            remedy: "Comparez avec les valeurs du fichier, qui sont dans le rapport, et corrigez la fiche.".into(),
        };
        let findings = met.findings.into_iter().chain([told]).collect();
        Met { findings, ..self.nothing() }
    }
}

fn text_source(text: &str) -> Arc<Source> {
    Arc::new(Source { path: "fiche.yaml".into(), text: text.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_that_do_not_go_together_are_refused_whole() {
        // Somebody wrote a rule; the source, which named no day, now names a series.
        let text = "nom: Atelier\ncommune: Poitiers\nquand: mardi 14h-16h\n";
        let theirs =
            "nom: Atelier du soir\ncommune: Poitiers\nseances: {nombre: 3, quand: jeudi 18h-20h}\n";
        let said = |text: &str| {
            let source = text_source(text);
            let read = yaml::documents(&source);
            read.records().next().map(Plain::of).unwrap()
        };
        let base = said("nom: Atelier\ncommune: Poitiers\n");
        let meeting = |theirs| Meeting {
            text,
            rank: 0,
            kind: Kind::Evenement,
            departement: "86",
            theirs,
            base: Some(&base),
            speaks: &|_| true,
            decided: &|_| None,
        };
        let met = meeting(theirs).meet();
        assert_eq!((met.text.as_str(), &met.base), (text, &base));
        let codes: Vec<&str> = met.findings.iter().map(|one| one.code.as_str()).collect();
        assert_eq!(codes, ["fusion-impossible"]);
        // Without the series the new name comes in.
        let met = meeting("nom: Atelier du soir\ncommune: Poitiers\n").meet();
        assert_eq!(met.text, text.replace("nom: Atelier", "nom: Atelier du soir"));
    }
}
