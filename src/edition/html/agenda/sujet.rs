//! The whole agenda of a commune, an intercommunalité, a need, an actor: where its own page shows its first days only.

use crate::calendar;
use crate::edition::html::commune::in_town;
use crate::edition::html::frame::Head;
use crate::edition::html::here::Here;
use crate::edition::html::parts::{Entree, Mot, Rubrique};
use crate::edition::html::plan::LONGEST_LIST;
use crate::edition::html::tournee::DAYS;
use crate::guide::{Occurrence, Quoi, Sujet};
use crate::plan::{About, Fixed};
use crate::text::typography;
use crate::vocabulary::{self, BESOINS};

use super::{Rendezvous, View, by_day};

/// Days that the page of a subject shows by itself; the others are a page away.
pub(in crate::edition) const SHOWN: usize = 12;

/// Whether a subject has more days than its own page shows.
pub(in crate::edition) fn is_long(sujet: Sujet, days: usize) -> bool {
    // The page of an actor gives its rules, and only its very next days.
    days > if matches!(sujet, Sujet::Acteur(_)) { DAYS } else { SHOWN }
}

/// Makes the page of all the days of a subject of this guide.
pub(in crate::edition) fn view(here: Here<'_>, sujet: Sujet) -> View<'_> {
    let labels = here.labels();
    let of = here.sujet(sujet);
    let above = Mot::to(here.fixed(Fixed::Agenda), labels.word("menu.agenda"));
    let h1 = labels.say("agenda.de", &[("nom", &of.texte)]);
    let last = calendar::long(here.world.guides.fin_de_l_agenda(here.guide()));
    let days = here.world.guides.agenda_de(here.index, sujet);
    let many = days.len() > LONGEST_LIST;
    let shown = days.into_iter().filter(|one| !many || one.is_event());
    let full = many.then(|| labels.word("agenda.pleine").to_owned());
    View {
        textes: std::iter::once(labels.say("agenda.jusqu_au", &[("jour", &last)]))
            .chain(full)
            .collect(),
        jours: by_day(here, shown, |one, line| known(here, sujet, one, line)),
        liens: here.fichiers(sujet).collect(),
        ..View::new(here.frame(Head::new(h1, "").below([above, of])))
    }
}

/// Every subject that has such a page: intercommunalités and communes, needs, actors.
pub(in crate::edition) fn all(here: Here<'_>) -> Vec<Entree<'_>> {
    let guide = here.guide();
    let epcis = (0..guide.intercommunalites.len()).map(Sujet::Intercommunalite);
    let communes = (0..guide.communes.len()).map(Sujet::Commune);
    let needs = BESOINS.iter().map(|besoin| Sujet::Besoin(besoin.slug));
    let actors = (0..guide.acteurs.len()).map(Sujet::Acteur);
    let entry = |sujet: Sujet| {
        let href = here.href(About::Agenda(here.index, sujet))?;
        let nom = here.sujet(sujet).texte;
        Some(Entree { href: Some(href), nom, ..Entree::default() })
    };
    epcis.chain(communes).chain(needs).chain(actors).filter_map(entry).collect()
}

/// A line without what the title of the page says already.
fn known<'a>(
    here: Here<'a>,
    sujet: Sujet,
    one: &Occurrence,
    line: Rendezvous<'a>,
) -> Rendezvous<'a> {
    let of = |passage: usize| here.guide().passages[passage].de;
    match (sujet, one.quoi) {
        (Sujet::Commune(rank), _) => in_town(here, &here.guide().communes[rank], one, line),
        (Sujet::Acteur(rank), Quoi::Passage(passage)) if of(passage) == Some(here.at(rank)) => {
            line.without_name(one)
        }
        _ => line,
    }
}

impl<'a> Here<'a> {
    /// The page of a subject, by its name.
    fn sujet(&self, sujet: Sujet) -> Mot<'a> {
        let guide = self.guide();
        match sujet {
            Sujet::Guide => Mot::to(self.fixed(Fixed::Agenda), self.labels().word("menu.agenda")),
            Sujet::Commune(rank) => self.commune(guide.communes[rank].commune),
            Sujet::Intercommunalite(rank) => {
                let href = self.href(About::Intercommunalite(self.at(rank)));
                Mot::to(href, typography(guide.intercommunalites[rank].epci.nom_propre()))
            }
            Sujet::Besoin(slug) => {
                let title = vocabulary::besoin(slug).map(|besoin| typography(besoin.title));
                Mot::to(self.href(About::Besoin(self.index, slug)), title.unwrap_or_default())
            }
            Sujet::Acteur(rank) | Sujet::Tournee(rank) => self.acteur(self.at(rank)),
            Sujet::Evenement(rank) => {
                let brief = &self.common().evenements[rank];
                Mot::to(self.href(About::Evenement(self.at(rank))), brief.nom.as_str())
            }
        }
    }

    /// The first days of a subject, and the links to the others and to its calendar file.
    pub(in crate::edition) fn days_to_come(&self, sujet: Sujet) -> Rubrique<'a> {
        let days = self.world.guides.agenda_de(self.index, sujet);
        let days: Vec<&Occurrence> = days.into_iter().take(SHOWN).collect();
        Rubrique {
            titre: self.what_takes_place(&days).into(),
            rendezvous: days.iter().map(|one| Rendezvous::of(*self, one, true)).collect(),
            suite: self.suite_de(sujet).collect(),
            ..Rubrique::default()
        }
    }

    /// « Ce qui a lieu du 23 novembre au 3 décembre 2026 »: the days under such a heading say no year.
    pub(in crate::edition) fn what_takes_place(&self, days: &[&Occurrence]) -> String {
        let bounds = days.first().zip(days.last());
        bounds.map_or_else(String::new, |(first, last)| {
            let jours = calendar::range(first.jour, last.jour);
            self.labels().say("agenda.ce_qui_a_lieu", &[("jours", &jours)])
        })
    }

    /// The links to all the days of a subject, to its calendar file and to its feed.
    pub(in crate::edition) fn suite_de(&self, sujet: Sujet) -> impl Iterator<Item = Mot<'a>> {
        let all = self.href(About::Agenda(self.index, sujet));
        let all =
            all.map(|href| Mot::to(Some(href), self.labels().word("agenda.toutes_les_dates")));
        all.into_iter().chain(self.fichiers(sujet))
    }
}
