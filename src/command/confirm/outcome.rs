//! A verification on its way into a record, and what became of all of them.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use crate::calendar::{self, Date};
use crate::command::edits::Edits;
use crate::command::said::counted;
use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::intake::appels::{Appel, Reponse};
use crate::record::ordre;
use crate::source::yaml::edit::{self, Refused, Wanted};
use crate::vocabulary::{Reading, VERIFIE_COMMENT};

use super::found::Known;

/// What became of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Done {
    /// The verification is in the record.
    Written,
    /// So is the end.
    Closed,
    /// The record said so already.
    Same,
    /// Somebody has something to do.
    ToDo,
}

/// A verification to be written.
pub(super) struct Check {
    pub le: Date,
    pub par: Option<String>,
    pub comment: Option<String>,
    /// Whether it is an end too.
    pub closes: bool,
    pub today: Date,
}

impl Check {
    /// Writes it in its record.
    pub fn write(
        self,
        call: &Appel,
        known: &Known<'_>,
        edits: &mut Edits,
    ) -> Result<Done, Diagnostic> {
        let Some(par) = self.par.clone() else {
            return Err(self.refused(
                "verification-sans-auteur",
                call,
                known,
                "On ne sait pas qui a vérifié".into(),
                "Ajoutez --par, par exemple --par hub, ou remplissez la colonne « par ».",
            ));
        };
        self.judge(call, known)?;
        let fiche = known.fiche;
        let rank = edit::rank(&fiche.fichier, &fiche.span);
        let text = edits.text(Path::new(&fiche.fichier.path))?;
        let mut new = text.clone();
        for (path, wanted) in self.changes(&par) {
            let refuse = |why: Refused| {
                why.diagnostic(&fiche.fichier, fiche.span.clone(), path, wanted.as_ref())
            };
            let rank = rank.ok_or(Refused::Unusual).map_err(refuse)?;
            let order = ordre(known.kind).names();
            let changed = match &wanted {
                Some(wanted) => edit::set(&new, rank, path, wanted, &order),
                None => edit::remove(&new, rank, path),
            };
            new = changed.map_err(refuse)?;
        }
        let same = *text == new;
        *text = new;
        Ok(match (same, self.closes) {
            (true, _) => Done::Same,
            (false, true) => Done::Closed,
            (false, false) => Done::Written,
        })
    }

    /// The keys to write, and those that the last verification leaves without object.
    fn changes(&self, par: &str) -> Vec<(&'static str, Option<Wanted>)> {
        let comment = self.comment.as_deref().map(|written| match VERIFIE_COMMENT.read(written) {
            Reading::Exact(term) | Reading::Older(term) => term.label.to_owned(),
            Reading::Unknown { .. } => written.to_owned(),
        });
        let bare = |date: Date| Some(Wanted::Bare(date.to_string()));
        let mut changes = vec![
            ("verifie.le", bare(self.le)),
            ("verifie.par", Some(Wanted::Text(par.to_owned()))),
            ("verifie.comment", comment.map(Wanted::Text)),
        ];
        if self.closes {
            changes.push(("termine.le", bare(self.le)));
        }
        changes
    }

    /// A verification is not in the future, and none replaces a later one.
    fn judge(&self, call: &Appel, known: &Known<'_>) -> Result<(), Diagnostic> {
        if self.le > self.today {
            return Err(self.refused(
                "verification-a-venir",
                call,
                known,
                format!("Le {} n’est pas encore passé", calendar::short(self.le)),
                "Corrigez le jour de la vérification.",
            ));
        }
        match &known.fiche.verifie {
            Some(later) if later.le > self.le => Err(self.refused(
                "verification-ancienne",
                call,
                known,
                format!(
                    "Cette fiche a déjà été vérifiée le {}, après le {}",
                    calendar::short(later.le),
                    calendar::short(self.le)
                ),
                "Corrigez le jour de la vérification, ou laissez la fiche comme elle est.",
            )),
            _ => Ok(()),
        }
    }

    fn refused(
        &self,
        code: &'static str,
        call: &Appel,
        known: &Known<'_>,
        why: String,
        remedy: &str,
    ) -> Diagnostic {
        let file = || known.fiche.fichier.path.clone();
        let subject = Subject::File(call.place.clone().unwrap_or_else(file));
        let message = format!("{why} : « {} » n’a pas changé.", known.fiche.nom);
        Diagnostic::new(code, Severity::Error, subject, message, remedy)
    }
}

/// What became of all calls.
#[derive(Default)]
pub(super) struct Outcome {
    counts: BTreeMap<Done, usize>,
    /// What is left to do: the answer, and the lines.
    to_do: Vec<(Reponse, String)>,
}

impl Outcome {
    /// Adds a call.
    pub fn add(&mut self, known: Known<'_>, call: &Appel, done: Done) {
        *self.counts.entry(done).or_default() += 1;
        if done != Done::ToDo {
            return;
        }
        let fiche = known.fiche;
        let mut line = format!("  {} [{}], {}\n", fiche.nom, fiche.code(), fiche.fichier.path);
        if let Some(remark) = &call.remarque {
            let _ = writeln!(
                line,
                "    « {} »",
                remark.split_whitespace().collect::<Vec<_>>().join(" ")
            );
        }
        self.to_do.push((call.reponse, line));
    }

    /// What is said at the end.
    pub fn text(&self, dry: bool, unwritten: bool) -> String {
        let count = |done| self.counts.get(&done).copied().unwrap_or_default();
        let mut out = String::new();
        for (answer, title) in [
            (Reponse::Change, "À corriger dans la fiche, puis à confirmer :"),
            (
                Reponse::Ferme,
                "Fermé. Pour de bon, relancez avec --fermer ; pour un temps, écrivez « changements » :",
            ),
            (Reponse::Personne, "À rappeler :"),
        ] {
            let lines: String = self
                .to_do
                .iter()
                .filter(|(of, _)| *of == answer)
                .map(|(_, line)| line.as_str())
                .collect();
            if !lines.is_empty() {
                let _ = write!(out, "{title}\n{lines}");
            }
        }
        let written = count(Done::Written) + count(Done::Closed);
        if unwritten {
            out += "Une partie n’a pas pu être écrite : lisez les erreurs.\n";
        } else {
            let _ = writeln!(
                out,
                "{}, dont {}, {}, {}.",
                of(written, "fiche confirmée", "fiches confirmées"),
                of(count(Done::Closed), "terminée", "terminées"),
                of(count(Done::Same), "déjà à jour", "déjà à jour"),
                counted_to_do(count(Done::ToDo)),
            );
        }
        if dry {
            out += "Essai : rien n’a été écrit.\n";
        }
        out
    }
}

fn of(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count < 2 { one } else { several })
}

fn counted_to_do(count: usize) -> String {
    format!("{} à faire", counted(count, "chose"))
}
