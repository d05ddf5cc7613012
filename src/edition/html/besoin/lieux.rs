//! The places of a need: by intercommunalité then commune, or surest first; counts where many.

use crate::guide::{Groupe as Epci, LONGUE, Surete, by_epci, surete};
use crate::territory::{self, Commune};
use crate::text::{phone, slug, sort_key, thousands, typography};

use crate::edition::html::fiche::tel;
use crate::edition::html::here::Here;
use crate::edition::html::parts::{Entree, Groupe, Mot, capital};
use crate::edition::html::plan::LONGEST_LIST;

/// The three groups of the urgent page, surest first; each by commune.
pub(in crate::edition) fn by_surety<'a>(here: Here<'a>, acteurs: &[usize]) -> Vec<Groupe<'a>> {
    let groups = [
        (Surete::SansRendezVous, "urgence.sans_rendez_vous"),
        (Surete::Appeler, "urgence.appelez"),
        (Surete::SurRendezVous, "urgence.sur_rendez_vous"),
    ];
    let group = |(surety, key): (Surete, &str)| {
        let sure = |acteur: &&usize| surete(&here.guide().acteurs[**acteur]) == surety;
        let members: Vec<usize> = acteurs.iter().filter(sure).copied().collect();
        let (titre, texte) = (format!("{key}.titre"), format!("{key}.texte"));
        (!members.is_empty()).then(|| Groupe {
            titre: here.labels().say(&titre, &[]).into(),
            texte: here.labels().say(&texte, &[]).into(),
            groupes: here.communes(&members, acteurs.len() > LONGEST_LIST, true),
            ..Groupe::default()
        })
    };
    groups.into_iter().filter_map(group).collect()
}

/// The intercommunalité of a group; nothing for communes that have none.
fn known(group: &Epci) -> Option<&'static territory::Epci> {
    let (commune, _) = group.communes.first()?;
    commune.epci.and_then(territory::epci)
}

/// Two intercommunalités of a département may differ by their kind alone: the whole name tells them apart.
fn anchor(group: &Epci) -> String {
    known(group).map_or_else(|| slug(&group.nom), |epci| slug(&epci.nom_entier()))
}

impl<'a> Here<'a> {
    /// Places by intercommunalité, then commune; above some number, communes with counts.
    pub(in crate::edition) fn by_epci(&self, acteurs: &[usize]) -> Vec<Groupe<'a>> {
        let many = acteurs.len() > LONGEST_LIST;
        let groups = by_epci(self.guide(), acteurs);
        let group = |epci: Epci| {
            let members: Vec<usize> =
                epci.communes.iter().flat_map(|(_, members)| members.clone()).collect();
            let nom = known(&epci);
            Groupe {
                ancre: anchor(&epci),
                titre: nom.map_or(epci.nom, |epci| epci.nom_entier()).into(),
                groupes: self.communes(&members, many, false),
                ..Groupe::default()
            }
        };
        groups.into_iter().map(group).collect()
    }

    /// The intercommunalités of a long list with their numbers of places, as links down the page.
    pub(in crate::edition) fn contents(&self, acteurs: &[usize]) -> Vec<Mot<'a>> {
        let groups = by_epci(self.guide(), acteurs);
        if acteurs.len() < LONGUE || groups.len() < 2 {
            return Vec::new();
        }
        let link = |epci: &Epci| {
            let nom = known(epci).map_or(epci.nom.as_str(), |epci| epci.nom_propre());
            let places = epci.communes.iter().map(|(_, members)| members.len()).sum();
            let said = [("mot", &*capital(&typography(nom))), ("n", &thousands(places))];
            Mot::to(Some(format!("#{}", anchor(epci))), self.labels().say("critere.compte", &said))
        };
        groups.iter().map(link).collect()
    }

    /// Places by commune: under a heading each, or, when there are many, one line a commune.
    pub(in crate::edition) fn communes(
        &self,
        acteurs: &[usize],
        many: bool,
        phones: bool,
    ) -> Vec<Groupe<'a>> {
        let mut groups: Vec<(&'static Commune, Vec<usize>)> = Vec::new();
        for (commune, members) in
            by_epci(self.guide(), acteurs).into_iter().flat_map(|epci| epci.communes)
        {
            groups.push((commune, members));
        }
        groups.sort_by_cached_key(|(commune, _)| sort_key(commune.nom));
        if many {
            let line = |(commune, members): (&'static Commune, Vec<usize>)| {
                let link = self.commune(commune);
                let suite =
                    format!("\u{a0}: {}", self.labels().count("nombre.lieux", members.len()))
                        .into();
                Entree { href: link.href, nom: link.texte, suite, ..Entree::default() }
            };
            let entrees = groups.into_iter().map(line).collect();
            return vec![Groupe { entrees, ..Groupe::default() }];
        }
        let group = |(commune, mut members): (&'static Commune, Vec<usize>)| {
            members.sort_by_key(|&acteur| surete(&self.guide().acteurs[acteur]));
            let entrees = members.into_iter().map(|acteur| self.answer(acteur, phones)).collect();
            Groupe { titre: typography(commune.nom).into(), entrees, ..Groupe::default() }
        };
        groups.into_iter().map(group).collect()
    }

    /// A place that answers a need: how one comes and when, and its phone where time counts.
    fn answer(&self, acteur: usize, with_phone: bool) -> Entree<'a> {
        let brief = &self.common().acteurs[acteur];
        let mut entree = self.entree(acteur);
        // On the urgent page the heading says how one comes.
        let price = Some(brief.prix.as_str()).filter(|_| with_phone);
        entree.fort = price.map_or_else(|| brief.decides().into(), Into::into);
        entree.lignes.extend(brief.warnings(self.labels()).map(Into::into));
        entree.lignes.extend(self.when(acteur).map(Into::into));
        let number = self.guide().acteurs[acteur].telephone.as_deref().filter(|_| with_phone);
        entree.appel = number.map(|number| Mot::to(Some(tel(number)), phone(number)));
        entree
    }
}
