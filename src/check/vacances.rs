//! School holidays that the rules of a guide ask for, and that nobody knows yet.

use std::ops::Range;

use jiff::ToSpan;

use crate::calendar::{Date, Exception, Horaires, school_year, short};
use crate::diagnostic::Diagnostic;
use crate::guide::{Guide, Guides};
use crate::record::{Acteur, At, Evenement, Fiche, Quand};
use crate::theme::Themes;

/// A rule that makes days and asks for school holidays.
struct Asking<'a> {
    fiche: &'a Fiche,
    span: Range<usize>,
    /// The first day it may give.
    du: Date,
    /// The last day it may give: its own, up to a year ahead, or the last that the guide shows.
    au: Date,
}

/// Rules that make no day, for want of a calendar; said once a guide, at the first of them.
pub fn known(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    for guide in &guides.guides {
        let rules = asking(guide, guides.today);
        let mut lacking = rules
            .iter()
            .filter_map(|rule| Some((rule, guide.conges.school_unknown(rule.du, rule.au)?)));
        if let Some((first, day)) = lacking.next() {
            out.push(say(guide, first, day, lacking.count()));
        }
    }
}

/// Every rule of a guide that still makes days and asks for school holidays, in the guide's order.
fn asking(guide: &Guide, today: Date) -> Vec<Asking<'_>> {
    let year = today.saturating_add(1.year());
    let rule = |fiche, (du, au): (Option<Date>, Option<Date>), span: &Range<usize>| Asking {
        fiche,
        span: span.clone(),
        du: du.map_or(today, |du| du.max(today)),
        au: au.map_or(guide.valable_jusqu_au, |au| au.min(year)),
    };
    let acteurs = guide.acteurs.iter().filter(|acteur| acteur.fiche.en_cours(today));
    let passages = acteurs.flat_map(|acteur| {
        let end = acteur.fiche.dernier_jour();
        of_acteur(acteur).map(move |(du, au, span)| {
            rule(&acteur.fiche, (du, [au, end].into_iter().flatten().min()), span)
        })
    });
    let events = guide.evenements.iter().filter(|event| event.a_venir(today));
    let events = events.filter_map(|event| Some(rule(&event.fiche, days(event), of_event(event)?)));
    passages.chain(events).collect()
}

/// The permanences and stops of an actor that ask: first day, last day, where their hours are written.
fn of_acteur(acteur: &Acteur) -> impl Iterator<Item = (Option<Date>, Option<Date>, &Range<usize>)> {
    let permanences = acteur.permanences.iter().filter_map(|permanence| {
        let span = asks(permanence.horaires.as_ref()?, &permanence.sauf)?;
        Some((permanence.du, permanence.au, span))
    });
    let stops = acteur.tournee.iter().flat_map(|tour| {
        let stops = tour.arrets.iter().filter_map(|stop| stop.horaires.as_ref());
        stops.filter_map(|hours| Some((None, None, asks(hours, &tour.sauf)?)))
    });
    permanences.chain(stops)
}

fn of_event(event: &Evenement) -> Option<&Range<usize>> {
    match &event.quand {
        Quand::Regle { regle, sauf, .. } | Quand::Serie { regle: Some(regle), sauf, .. } => {
            asks(regle, sauf)
        }
        _ => None,
    }
}

fn days(event: &Evenement) -> (Option<Date>, Option<Date>) {
    (event.premier_jour(), event.dernier_jour())
}

/// Where hours are written, when they or what is taken from them ask for school holidays.
fn asks<'a>(hours: &'a At<Horaires>, sauf: &[Exception]) -> Option<&'a Range<usize>> {
    let asks = hours.value.asks_for_school()
        || !sauf.is_empty() && hours.value.clone().except(sauf).asks_for_school();
    asks.then_some(&hours.span)
}

/// `day` is the first that `rule` wants to know of; `others` more rules lack some day too.
fn say(guide: &Guide, rule: &Asking<'_>, day: Date, others: usize) -> Diagnostic {
    let (conges, place) = (&guide.conges, rule.fiche.place(&rule.span));
    let de_nom = guide.departement.de_nom;
    let example = example(guide, day);
    let (this, plural) = match others {
        0 => ("cette règle".to_owned(), false),
        1 => ("cette règle et une autre".to_owned(), true),
        _ => (format!("cette règle et {others} autres"), true),
    };
    if let Some(last) = conges.school_known_before(day) {
        let (depend, upto) = (if plural { "en dépendent" } else { "en dépend" }, short(last));
        let message = format!(
            "Les vacances scolaires {de_nom} ne sont connues que jusqu’au {upto} : {this} {depend}, et les jours d’après ne sont pas montrés."
        );
        let update =
            if conges.has_zone() { "Mettez jalon à jour, ou écrivez" } else { "Écrivez" };
        return Diagnostic::warning(
            "vacances-depassees",
            place,
            message,
            format!("{update} la suite dans {example}"),
        );
    }
    let words = if plural {
        "sont dites en mots et ne donnent aucune date"
    } else {
        "est dite en mots et ne donne aucune date"
    };
    let known = match conges.breaks_written(day) {
        0 => format!("jalon ne connaît pas les vacances scolaires {de_nom}"),
        some => format!(
            "Les vacances scolaires {de_nom} ne sont pas toutes écrites ({some} sur 4 au moins)"
        ),
    };
    let message = format!("{known} : {this} {words}.");
    let remedy = format!("Écrivez les vacances de toute l’année scolaire dans {example}");
    Diagnostic::warning("vacances-inconnues", place, message, remedy)
}

/// A file of the calendar of the school year of a day, where only the days are left to write.
fn example(guide: &Guide, day: Date) -> String {
    let (code, year) = (guide.departement.code, school_year(day));
    let years = format!("{year}-{}", year + 1);
    let file = code.to_lowercase();
    let one = |name| format!("  - {{nom: Vacances {name}, du: AAAA-MM-JJ, au: AAAA-MM-JJ}}\n");
    let names =
        ["de la Toussaint", "de Noël", "d’hiver", "de printemps", "d’été"].map(one).concat();
    format!(
        "« content/calendriers/vacances-{file}-{years}.yaml » :\nnom: Vacances scolaires {years}\nvacances_scolaires: oui\ndepartements: [\"{code}\"]\njours:\n{names}source: où ces dates sont publiées"
    )
}
