//! Criteria as other pages show them: their words, links with counts, why a place passes.

use crate::calendar;
use crate::edition::html::here::Here;
use crate::edition::html::parts::{Entree, Groupe, Mot, capital};
use crate::edition::quand;
use crate::guide::{CRITERES, Critere, Famille, Selection};
use crate::plan::About;
use crate::text::{sentence, thousands, typography};
use crate::vocabulary::Besoin;

impl<'a> Here<'a> {
    /// A word of a criterion.
    pub(super) fn words(&self, critere: &Critere, word: &str) -> String {
        let langue = critere.langue.map_or("", |term| term.plain);
        let jour = calendar::short(self.world.guides.fin_des_moments());
        let key = format!("critere.{}.{word}", critere.cle);
        self.labels().say(&key, &[("langue", langue), ("jour", &jour)])
    }

    /// A need as a link.
    pub(super) fn need(&self, besoin: &'static Besoin) -> Mot<'a> {
        Mot::to(self.href(About::Besoin(self.index, besoin.slug)), typography(besoin.title))
    }

    /// « Sans rendez-vous (12) ».
    pub(super) fn counted(&self, about: About, words: &str, count: usize) -> Mot<'a> {
        let said = [("mot", words), ("n", &thousands(count))];
        Mot::to(self.href(about), capital(&self.labels().say("critere.compte", &said)))
    }

    /// A criterion of the whole guide in a list, with its number of places; nothing where it has no page.
    pub(super) fn critere(&self, critere: usize) -> Option<Entree<'a>> {
        let rank = self.seul(critere)?;
        let selection = &self.guide().selections[rank];
        let places = self.labels().count("nombre.lieux", selection.acteurs.len());
        Some(Entree {
            href: self.href(About::Critere(self.at(rank))),
            nom: self.words(&CRITERES[critere], "titre").into(),
            suite: format!("\u{a0}: {places}").into(),
            ..Entree::default()
        })
    }

    /// The rank of the page of a criterion without need.
    fn seul(&self, critere: usize) -> Option<usize> {
        let alone = |one: &Selection| one.besoin.is_none() && one.critere == critere;
        self.guide().selections.iter().position(alone)
    }

    /// The criteria that narrow a need, as links with counts; that of the page itself left out.
    pub(in crate::edition::html) fn criteres_de(
        &self,
        besoin: usize,
        but: Option<usize>,
    ) -> Vec<Mot<'a>> {
        let all = self.guide().selections.iter().enumerate();
        let of = all.filter(|(rank, one)| one.besoin == Some(besoin) && Some(*rank) != but);
        let link = |(rank, one): (usize, &Selection)| {
            let mot = self.words(one.critere(), "mot");
            self.counted(About::Critere(self.at(rank)), &mot, one.acteurs.len())
        };
        of.map(link).collect()
    }

    /// The criteria of the guide, family by family.
    pub(in crate::edition::html) fn criteres(&self) -> Vec<Groupe<'a>> {
        let families = [
            (Famille::Accueil, "critere.familles.accueil"),
            (Famille::Heures, "critere.familles.heures"),
            (Famille::Publics, "critere.familles.publics"),
            (Famille::Langues, "critere.familles.langues"),
            (Famille::Acces, "critere.familles.acces"),
        ];
        let group = |(famille, key): (Famille, &'static str)| {
            let ranks = CRITERES.iter().enumerate().filter(|(_, one)| one.famille == famille);
            let entrees: Vec<Entree<'a>> =
                ranks.filter_map(|(rank, _)| self.critere(rank)).collect();
            let titre = self.labels().word(key).into();
            (!entrees.is_empty()).then(|| Groupe { titre, entrees, ..Groupe::default() })
        };
        families.into_iter().filter_map(group).collect()
    }

    /// « Arrêt Marché, Vivonne : le jeudi de 9 h à 12 h. »: who comes to a place, or where it stops, and when.
    pub(super) fn comes(&self, acteur: usize, rank: usize) -> String {
        let passage = &self.guide().passages[rank];
        let own = passage.de == Some(self.at(acteur));
        let stop = || {
            let commune = passage.commune.map(|commune| typography(commune.nom));
            let nom = passage.nom.as_deref().map(typography);
            let nom = nom.filter(|nom| commune.as_ref() != Some(nom));
            let parts: Vec<String> = nom.into_iter().chain(commune).collect();
            parts.join(", ")
        };
        let nom = if own { stop() } else { self.visitor(passage).texte.into_owned() };
        let quand = quand::passage(passage, self.world.guides.today, self.labels());
        let said = [("nom", nom.as_str()), ("quand", &quand::within(&quand))];
        sentence(&self.labels().say("critere.passage", &said))
    }
}
