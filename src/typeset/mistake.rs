//! Mistakes of the themes of paper: what the engine says, in French, where it speaks of.

use typst::WorldExt;
use typst::diag::{Severity as Grave, SourceDiagnostic};
use typst::syntax::DiagSpan;

use crate::diagnostic::{Diagnostic, Place, Severity, Subject};

use super::desk::Desk;
use super::{Job, said};

/// Where the files of jalon's own theme stand.
const BASE: &str = "themes/base/";

/// All that the engine says.
pub(super) fn all(desk: &Desk<'_>, job: &Job<'_>, said: &[SourceDiagnostic]) -> Vec<Diagnostic> {
    said.iter().map(|one| told(desk, job, one)).collect()
}

fn told(desk: &Desk<'_>, job: &Job<'_>, one: &SourceDiagnostic) -> Diagnostic {
    let place = place(desk, one);
    let own = place.as_ref().is_none_or(|place| !place.source.path.starts_with(BASE));
    let subject = place.map_or_else(|| main(job), Subject::Written);
    let said = said::in_french(&one.message);
    if let Some(fault) = &said.refused {
        let message =
            format!("Cette feuille ne pourrait pas être lue par tout le monde : {fault}.");
        let remedy = said.remedy.unwrap_or("Corrigez cette ligne du thème.");
        return Diagnostic::new("imprime-inaccessible", Severity::Error, subject, message, remedy);
    }
    let start = match one.severity {
        Grave::Error => "Ce modèle ne peut pas être mis en page",
        Grave::Warning => "Ce modèle est mis en page, mais mal",
    };
    let message = match said.sentence {
        Some(sentence) => format!("{start} : {sentence}."),
        None => format!("{start} ; le moteur dit : {}.", engine_s_words(one)),
    };
    let remedy = if own {
        "Corrigez cette ligne du thème, ou effacez le fichier pour reprendre celui de jalon."
    } else {
        "Ce modèle est celui de jalon : signalez ce message à ses auteurs."
    };
    match one.severity {
        Grave::Error => {
            Diagnostic::new("imprime-invalide", Severity::Error, subject, message, remedy)
        }
        Grave::Warning => {
            Diagnostic::new("imprime-douteux", Severity::Warning, subject, message, remedy)
        }
    }
}

/// Where a mistake stands: in the guide's own file that leads to it rather than in jalon's.
fn place(desk: &Desk<'_>, one: &SourceDiagnostic) -> Option<Place> {
    let trace = one.trace.iter().map(|point| DiagSpan::from(point.span));
    let at = |span: DiagSpan| Some(desk.text(span.id()?)?.at(desk.range(span)?));
    let places: Vec<Place> = [one.span].into_iter().chain(trace).filter_map(at).collect();
    let own = places.iter().position(|place| !place.source.path.starts_with(BASE));
    places.into_iter().nth(own.unwrap_or(0))
}

fn main(job: &Job<'_>) -> Subject {
    let file = job.files.get(job.main);
    file.map_or(Subject::Whole, |source| Subject::File(source.path.clone()))
}

fn engine_s_words(one: &SourceDiagnostic) -> String {
    let hints = one.hints.iter().map(|hint| hint.v.as_str());
    let all: Vec<&str> = [one.message.as_str()].into_iter().chain(hints).collect();
    let words = all.join(" ; ");
    words.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches('.').to_owned()
}

/// The engine itself gave up.
pub(super) fn stopped(job: &Job<'_>, words: &str) -> Diagnostic {
    let words: Vec<&str> = words.split_whitespace().collect();
    Diagnostic::new(
        "impression-impossible",
        Severity::Error,
        main(job),
        format!("Le moteur d’impression s’est arrêté ; il dit : {}.", words.join(" ")),
        "Signalez ce message aux auteurs de jalon ; « --sans-imprimes » publie le reste.",
    )
}
