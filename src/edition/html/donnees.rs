//! Where everything comes from: what the guide holds, its files, its licences, how fresh it is, its sources.

use std::collections::BTreeMap;

use crate::calendar;
use crate::edition::donnees::{self, Fichier};
use crate::guide::Moment;
use crate::record::Acteur;
use crate::text::{sentence, typography};
use crate::theme::Labels;

use super::dossier::Dossier;
use super::frame::{Head, mail};
use super::here::Here;
use super::parts::{Entree, Mot, Rubrique};

/// Sources listed; the rest is counted.
const MOST_SOURCES: usize = 25;

/// Public data inside the program, each a sentence of the labels.
const PUBLIC: [&str; 4] =
    ["donnees.communes", "donnees.points", "donnees.vacances", "donnees.norme"];

/// Makes the page of the data of this guide.
pub(super) fn view(here: Here<'_>) -> Dossier<'_> {
    let labels = here.labels();
    let page = Dossier::new(here, Head::new(labels.word("donnees.titre"), ""));
    let public = Rubrique {
        textes: PUBLIC.into_iter().map(|key| Mot::new(labels.word(key))).collect(),
        ..here.rubrique("donnees.publiques")
    };
    page.with([contents(here), files(here), reuse(here), freshness(here), sources(here), public])
}

/// What the guide holds, counted.
fn contents(here: Here<'_>) -> Rubrique<'_> {
    let labels = here.labels();
    let guide = here.guide();
    let today = here.world.guides.today;
    let counts = [
        ("nombre.lieux", places(here).count()),
        ("nombre.communes", guide.communes_servies().count()),
        ("nombre.evenements", guide.evenements.iter().filter(|event| event.a_venir(today)).count()),
        (
            "nombre.passages",
            guide.passages.iter().filter(|one| here.world.guides.passe(one)).count(),
        ),
    ];
    let said = counts.map(|(key, count)| labels.count(key, count)).join(", ");
    Rubrique { textes: vec![Mot::new(sentence(&said))], ..here.rubrique("donnees.contenu") }
}

fn places<'a>(here: Here<'a>) -> impl Iterator<Item = &'a Acteur> {
    let today = here.world.guides.today;
    here.guide().acteurs.iter().filter(move |acteur| acteur.recoit(today))
}

/// How many places were checked, are to be checked again, were never checked.
fn freshness(here: Here<'_>) -> Rubrique<'_> {
    let labels = here.labels();
    let fresh = here.checked(places(here));
    let never = places(here).filter(|acteur| acteur.fiche.verifie.is_none()).count();
    let stale = places(here)
        .filter(|acteur| here.world.guides.moment(here.guide(), acteur) == Moment::AConfirmer)
        .count()
        - never;
    let lines =
        [("donnees.verifies", fresh), ("donnees.perimes", stale), ("donnees.jamais", never)];
    let said = lines.into_iter().filter(|(_, count)| *count > 0);
    Rubrique {
        textes: said.map(|(key, count)| Mot::new(labels.count(key, count))).collect(),
        ..here.rubrique("donnees.fraicheur")
    }
}

/// Who collected the records, and how many each.
fn sources(here: Here<'_>) -> Rubrique<'_> {
    let labels = here.labels();
    let guide = here.guide();
    let fiches = guide.acteurs.iter().map(|acteur| &acteur.fiche);
    let fiches = fiches.chain(guide.evenements.iter().map(|event| &event.fiche));
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for source in fiches.filter_map(|fiche| fiche.source.as_deref()) {
        *counts.entry(source).or_default() += 1;
    }
    let mut sorted: Vec<(&str, usize)> = counts.into_iter().collect();
    sorted.sort_by_key(|(source, count)| (std::cmp::Reverse(*count), *source));
    let left: usize = sorted.iter().skip(MOST_SOURCES).map(|(_, count)| count).sum();
    sorted.truncate(MOST_SOURCES);
    let line = |(source, count): (&str, usize)| {
        let count = labels.count("nombre.fiches", count);
        let source = typography(source.trim_end_matches('.'));
        Mot::new(labels.say("donnees.source", &[("source", &source), ("fiches", &count)]))
    };
    let more = (left > 0).then(|| {
        let count = labels.count("nombre.fiches", left);
        Mot::new(labels.say("donnees.autres_sources", &[("fiches", &count)]))
    });
    Rubrique {
        textes: sorted.into_iter().map(line).chain(more).collect(),
        ..here.rubrique("donnees.sources")
    }
}

/// Every file, with its form and weight: on a poor connection both decide whether one takes it.
fn files(here: Here<'_>) -> Rubrique<'_> {
    let labels = here.labels();
    let guides = here.world.guides;
    let entry = |file: Fichier<'_>| Entree {
        href: Some(here.from.to(file.address)),
        nom: labels
            .say(
                "donnees.fichier",
                &[
                    ("nom", labels.word(file.label)),
                    ("format", file.format),
                    ("poids", &weight(labels, file.bytes.len())),
                ],
            )
            .into(),
        ..Entree::default()
    };
    let end = calendar::short(guides.fin_de_l_agenda(here.guide()));
    let made = [("jour", &*calendar::short(guides.today)), ("fin", &*end)];
    Rubrique {
        textes: vec![
            Mot::new(labels.word("donnees.fichiers_texte")),
            Mot::new(labels.word("donnees.norme_lieux")),
            Mot::new(labels.say("donnees.faits_le", &made)),
        ],
        court: donnees::fichiers(here.world, here.index).into_iter().map(entry).collect(),
        ..here.rubrique("donnees.fichiers")
    }
}

/// « 12 ko », « 1,2 Mo »: rounded up, a file is never heavier than it says.
fn weight(labels: &Labels, bytes: usize) -> String {
    let (key, n) = match bytes {
        0..1_000_000 => ("donnees.ko", bytes.div_ceil(1_000).to_string()),
        _ => {
            let tenths = bytes.div_ceil(100_000);
            ("donnees.mo", format!("{},{}", tenths / 10, tenths % 10))
        }
    };
    labels.say(key, &[("n", &n)])
}

/// Under which conditions, and whom to ask for more.
fn reuse(here: Here<'_>) -> Rubrique<'_> {
    let labels = here.labels();
    let ask = mail(&here.guide().reglages.reglages, labels.word("donnees.objet"), "");
    let ask = ask.map(|href| Mot::to(Some(href), labels.word("donnees.demander")));
    Rubrique {
        textes: [Mot::new(labels.word("donnees.licence"))].into_iter().chain(ask).collect(),
        ..here.rubrique("donnees.reutiliser")
    }
}
