//! What the examples of this folder share: the agenda of a small guide, a line for each thing of a day.

use jalon::calendar::{TimeSpan, parse_date};
use jalon::guide::{self, Guides, Occurrence, Quoi};
use jalon::record;

use crate::support::{Desk, TODAY};

/// Guides linked for [`TODAY`], Monday 23 November 2026.
pub fn linked(files: &[(&str, &str)]) -> Guides {
    let desk = Desk::with(files);
    let (records, said) = record::read(&desk.path().join("content"), "content");
    assert_eq!(said, []);
    guide::link(records, parse_date(TODAY).unwrap())
}

/// The agenda of the first guide: « 2026-12-08 9h-12h30 Bus, Marché: annulé ».
pub fn agenda(files: &[(&str, &str)]) -> Vec<String> {
    lines(&linked(files), 0)
}

/// The agenda of one of several guides.
pub fn lines(guides: &Guides, guide: usize) -> Vec<String> {
    guides.guides[guide].agenda.iter().map(|one| line(guides, guide, one)).collect()
}

/// One day of a guide, in the same words.
pub fn line(guides: &Guides, guide: usize, one: &Occurrence) -> String {
    let here = &guides.guides[guide];
    let name = match one.quoi {
        Quoi::Evenement(rank) => here.evenements[rank].fiche.nom.clone(),
        Quoi::Passage(rank) => {
            let passage = &here.passages[rank];
            let who = passage.de.map_or("?", |who| guides.acteur(who).fiche.nom.as_str());
            let stop = passage.nom.as_ref().map(|stop| format!(", {stop}"));
            format!("{who}{}", stop.unwrap_or_default())
        }
    };
    let hours: Vec<String> = one.horaires.iter().map(|span| hours(*span)).collect();
    let hours = if hours.is_empty() { "?".into() } else { hours.join(" ") };
    let until = one.jusqu_au.map(|last| format!(" jusqu'au {last}")).unwrap_or_default();
    let state = one.etat.map(|etat| format!(": {}", etat.label)).unwrap_or_default();
    format!("{} {hours} {name}{until}{state}", one.jour)
}

fn hours(span: TimeSpan) -> String {
    let clock = |minute: u16| match minute % 60 {
        0 => format!("{}h", minute / 60),
        more => format!("{}h{more:02}", minute / 60),
    };
    format!("{}-{}", clock(span.from), clock(span.to))
}

/// A place in Lusignan that hosts.
pub const HOST: (&str, &str) =
    ("86-vienne/acteurs/lieu.yaml", "nom: Médiathèque\ncommune: Lusignan\n");

/// The days of an agenda whose hours and names are known.
pub fn days(lines: &[String]) -> Vec<&str> {
    lines.iter().map(|line| line.split(' ').next().unwrap()).collect()
}
