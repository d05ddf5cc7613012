//! What the person decided about conflicts and vanished records, and decisions that nothing asks for.

use std::cell::RefCell;

use crate::diagnostic::Diagnostic;
use crate::intake::Order;
use crate::intake::fusion::{Choice, stem};
use crate::text::nearest;

/// What stands for every record.
pub(super) const ALL: &str = "tout";
/// So many that could be decided are named at most.
const SHOWN: usize = 12;

/// What the person decided, and what there was to decide.
#[derive(Clone, Debug, Default)]
pub(in crate::intake) struct Decided {
    garder: Vec<String>,
    prendre: Vec<String>,
    fermer: Vec<String>,
    /// The name of the source.
    pub(super) source: Option<String>,
    /// Keys in conflict, each with the names of its record.
    conflicts: RefCell<Vec<(Vec<String>, String)>>,
    /// The names of each record that vanished.
    gone: Vec<Vec<String>>,
}

impl Decided {
    /// What an order decides.
    pub fn by(order: &Order<'_>) -> Self {
        Self {
            garder: order.decisions.garder.to_vec(),
            prendre: order.decisions.prendre.to_vec(),
            fermer: order.decisions.fermer.to_vec(),
            source: order.source.map(stem),
            ..Self::default()
        }
    }

    /// The choice for a key in conflict: `tout`, the record, or `record:key`.
    pub(super) fn choice(&self, names: &[&str], key: &str) -> Option<Choice> {
        self.conflicts.borrow_mut().push((owned(names), key.to_owned()));
        let is = |wanted: &String| answers(wanted, names, key);
        if self.garder.iter().any(is) {
            Some(Choice::Garder)
        } else if self.prendre.iter().any(is) {
            Some(Choice::Prendre)
        } else {
            None
        }
    }

    /// Whether a record that vanished is to stay, with nothing more said of it.
    pub(super) fn keeps(&mut self, names: &[&str]) -> bool {
        self.gone.push(owned(names));
        self.garder.iter().any(|wanted| names.contains(&wanted.as_str()))
    }

    /// Whether it is to be closed.
    pub(super) fn closes(&self, names: &[&str]) -> bool {
        self.fermer.iter().any(|wanted| names.contains(&wanted.as_str()))
    }

    /// Decisions that nothing in this import asks for; `known` tells the name of a record.
    pub(super) fn unanswered(&self, known: impl Fn(&str) -> bool) -> Vec<Diagnostic> {
        let conflicts = self.conflicts.borrow();
        let met = |wanted: &str| {
            wanted == ALL || conflicts.iter().any(|(names, key)| answers(wanted, names, key))
        };
        let gone = |wanted: &str| {
            wanted == ALL || self.gone.iter().any(|names| answers(wanted, names, ""))
        };
        let keep = self.garder.iter().filter(|wanted| !met(wanted) && !gone(wanted));
        let take = self.prendre.iter().filter(|wanted| !met(wanted));
        let close = self.fermer.iter().filter(|wanted| !gone(wanted));
        keep.map(|wanted| no_conflict("--garder", wanted, &conflicts, &self.gone))
            .chain(take.map(|wanted| no_conflict("--prendre", wanted, &conflicts, &[])))
            .chain(close.map(|wanted| not_gone(wanted, known(wanted), &self.gone)))
            .collect()
    }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

/// Whether what is wanted is a record, or a key of it.
fn answers<S: AsRef<str>>(wanted: &str, names: &[S], key: &str) -> bool {
    let is = |wanted: &str| names.iter().any(|name| name.as_ref() == wanted);
    is(wanted) || wanted.rsplit_once(':').is_some_and(|(name, own)| own == key && is(name))
}

/// What a record is called on the command line: its id, or the name of its file.
fn shown(names: &[String]) -> String {
    names.iter().find(|name| !name.is_empty() && *name != ALL).cloned().unwrap_or_default()
}

/// Nothing in conflict has this name.
fn no_conflict(
    option: &str,
    wanted: &str,
    conflicts: &[(Vec<String>, String)],
    gone: &[Vec<String>],
) -> Diagnostic {
    let (name, key) = wanted.rsplit_once(':').unwrap_or((wanted, ""));
    let keys = |(names, key): &(Vec<String>, String)| format!("{}:{key}", shown(names));
    let own = conflicts.iter().filter(|(names, _)| answers(name, names, ""));
    let own: Vec<String> = own.map(keys).collect();
    if !own.is_empty() {
        let message = format!("La clé « {key} » de « {name} » n’est pas en conflit.");
        return useless(option, wanted, message, &own, &[]);
    }
    let message = format!("Rien n’est en conflit sous le nom « {wanted} ».");
    let open: Vec<String> =
        conflicts.iter().map(keys).chain(gone.iter().map(|names| shown(names))).collect();
    let names: Vec<&[String]> =
        conflicts.iter().map(|(names, _)| names).chain(gone).map(Vec::as_slice).collect();
    useless(option, wanted, message, &open, &names)
}

/// No record that vanished has this name.
fn not_gone(wanted: &str, known: bool, gone: &[Vec<String>]) -> Diagnostic {
    if known {
        return Diagnostic::about_file(
            "decision-sans-objet",
            format!("--fermer {wanted}"),
            format!("La fiche « {wanted} » n’a pas disparu du fichier, ou elle est déjà terminée."),
            "Pour fermer une fiche que le fichier dit encore, écrivez-y « termine », avec le jour. Relancez sans cette option.",
        );
    }
    let open: Vec<String> = gone.iter().map(|names| shown(names)).collect();
    let names: Vec<&[String]> = gone.iter().map(Vec::as_slice).collect();
    let message = format!("Aucune fiche disparue du fichier ne s’appelle « {wanted} ».");
    useless("--fermer", wanted, message, &open, &names)
}

/// A decision about nothing, with the name that may be meant and all that can be decided.
fn useless(
    option: &str,
    wanted: &str,
    message: String,
    open: &[String],
    names: &[&[String]],
) -> Diagnostic {
    let names = names.iter().flat_map(|names| names.iter()).filter(|name| *name != ALL);
    let meant = nearest(wanted, open.iter().chain(names).map(String::as_str));
    let meant = meant.map(|meant| format!("Vouliez-vous dire « {option} {meant} » ? "));
    let listed = match open.len() {
        0 => format!("Rien n’est à décider ainsi dans cet import : relancez sans {option}."),
        count if count > SHOWN => {
            format!("À décider : {} et {} autres.", open[..SHOWN].join(", "), count - SHOWN)
        }
        _ => format!("À décider : {}.", open.join(", ")),
    };
    Diagnostic::about_file(
        "decision-sans-objet",
        format!("{option} {wanted}"),
        message,
        meant.unwrap_or_default() + &listed,
    )
}
