//! Every page of the site, with its address, before any of them is made.

use rayon::prelude::*;

use crate::address::Address;
use crate::calendar::Date;
use crate::edition::hors_ligne;
use crate::guide::{Guide, Guides, Ref, Sujet, Vie, images};
use crate::plan::{About, Fixed, Former, Medium, Ordre, Scope, Sheet};
use crate::record::{Evenement, Fiche};
use crate::text::slug;
use crate::vocabulary::BESOINS;

use super::agenda::is_long;
use super::{codes, commune, letters, listes, noms, recherche};

/// Entries on one page above which a list is split by letter, or gives counts instead of names.
pub(super) const LONGEST_LIST: usize = 150;

/// Every page and picture.
pub(super) fn sheets(guides: &Guides) -> Vec<Sheet> {
    let mut plan = Sheets(Vec::new());
    plan.add("index.html".into(), About::Site);
    let mut of_site = vec![Fixed::Introuvable];
    if guides.guides.len() != 1 {
        of_site.extend([Fixed::Plan, Fixed::Accessibilite, Fixed::MentionsLegales]);
    }
    for (index, page) in guides.pages.iter().enumerate() {
        plan.add(format!("pages/{}.html", page.fiche.slug), About::PageSite(index));
    }
    for fixed in of_site {
        plan.add(path_of(fixed).into(), About::Fixed(Scope::Site, fixed));
    }
    let of_guides = guides.guides.par_iter().enumerate().map(|(index, guide)| {
        let mut plan = Sheets(Vec::new());
        plan.guide(guides, index, guide);
        plan.0
    });
    plan.0.extend(of_guides.collect::<Vec<_>>().into_iter().flatten());
    plan.0
}

/// The file of a page that is there whatever the records say, below its guide.
fn path_of(fixed: Fixed) -> &'static str {
    match fixed {
        Fixed::Accueil => "index.html",
        Fixed::Urgence => "besoins/demarche-urgente.html",
        Fixed::Besoins => "besoins/index.html",
        Fixed::Communes => "communes/index.html",
        Fixed::Evenements => "evenements/index.html",
        Fixed::Agenda => "agenda/index.html",
        Fixed::Intercommunalites => "intercommunalites/index.html",
        Fixed::Territoires => "territoires/index.html",
        Fixed::Dispositifs => "dispositifs/index.html",
        Fixed::Tournees => "tournees/index.html",
        Fixed::Glossaire => "glossaire.html",
        Fixed::Donnees => "donnees/index.html",
        Fixed::Imprimer => "imprimer/index.html",
        Fixed::Emporter => "hors-ligne/index.html",
        Fixed::Contribuer => "contribuer.html",
        Fixed::AZ => "a-z.html",
        Fixed::Codes => "codes.html",
        Fixed::Recherche => "recherche.html",
        Fixed::Plan => "plan-du-site.html",
        Fixed::APropos => "a-propos.html",
        Fixed::Accessibilite => "accessibilite.html",
        Fixed::MentionsLegales => "mentions-legales.html",
        Fixed::Introuvable => "404.html",
    }
}

struct Sheets(Vec<Sheet>);

impl Sheets {
    fn add(&mut self, path: String, about: About) {
        self.put(path, Medium::Html, about);
    }

    /// Names are slugs, which are addresses; a picture without extension has no sheet.
    fn put(&mut self, path: String, medium: Medium, about: About) {
        if let Ok(address) = Address::new(path) {
            self.0.push(Sheet { address, medium, about });
        }
    }

    fn guide(&mut self, guides: &Guides, index: usize, guide: &Guide) {
        let dossier = slug(&guide.dossier);
        for fixed in fixed(guides, guide) {
            let about = About::Fixed(Scope::Guide(index), fixed);
            self.add(format!("{dossier}/{}", path_of(fixed)), about);
        }
        if recherche::has_file(guides, guide) {
            let about = About::Fixed(Scope::Guide(index), Fixed::Recherche);
            self.put(format!("{dossier}/recherche-liste.js"), Medium::Script, about);
        }
        self.records(index, guide, &dossier, guides.today);
        self.communes(index, guide, &dossier);
        self.territories(guides, index, guide, &dossier);
        self.agenda(guides, index, guide, &dossier);
        for besoin in &BESOINS {
            let about = About::Besoin(index, besoin.slug);
            self.add(format!("{dossier}/besoins/{}.html", besoin.slug), about);
        }
        for (rank, selection) in guide.selections.iter().enumerate() {
            let about = About::Critere(Ref { guide: index, index: rank });
            self.add(format!("{dossier}/{}.html", selection.chemin()), about);
        }
        if noms::is_split(guides, guide) {
            for letter in letters::of(guides, guide) {
                let about = About::Lettre(index, letter);
                self.add(format!("{dossier}/a-z/{}.html", letters::name(letter)), about);
            }
        }
        if codes::is_split(guides, guide) {
            for sign in codes::signs(guides, guide) {
                let about = About::Codes(index, sign);
                self.add(format!("{dossier}/codes/{}.html", codes::name(sign)), about);
            }
        }
    }

    /// Every commune, their letters, the needs of those that have very much.
    fn communes(&mut self, index: usize, guide: &Guide, dossier: &str) {
        for (rank, ici) in guide.communes.iter().enumerate() {
            let at = Ref { guide: index, index: rank };
            self.add(format!("{dossier}/communes/{}.html", ici.slug), About::Commune(at));
            for besoin in commune::besoins(guide, ici).filter(|_| commune::est_longue(ici)) {
                let path = format!("{dossier}/communes/{}/{}.html", ici.slug, besoin.slug);
                self.add(path, About::BesoinIci(at, besoin.slug));
            }
        }
        if listes::by_pages(guide) {
            for letter in listes::lettres_des_communes(guide) {
                // « Y » is a commune: its letter needs a longer name.
                let path = format!("{dossier}/communes/lettre-{}.html", letters::name(letter));
                self.add(path, About::LettreCommunes(index, letter));
            }
        }
    }

    /// Weeks and months, by day and by commune; all the days of what its own page cannot hold.
    fn agenda(&mut self, guides: &Guides, index: usize, guide: &Guide, dossier: &str) {
        for (ordre, suffix) in [(Ordre::Jour, ""), (Ordre::Commune, "-par-commune")] {
            for monday in guide.semaines() {
                let week = monday.iso_week_date();
                let name = format!("{}-s{:02}{suffix}", week.year(), week.week());
                let about = About::Semaine(index, monday, ordre);
                self.add(format!("{dossier}/agenda/{name}.html"), about);
            }
            for first in guide.mois() {
                let name = format!("{}{suffix}", first.strftime("%Y-%m"));
                self.add(format!("{dossier}/agenda/{name}.html"), About::Mois(index, first, ordre));
            }
        }
        let communes = (0..guide.communes.len()).map(Sujet::Commune);
        let epcis = (0..guide.intercommunalites.len()).map(Sujet::Intercommunalite);
        let needs = BESOINS.iter().map(|besoin| Sujet::Besoin(besoin.slug));
        let actors = (0..guide.acteurs.len()).map(Sujet::Acteur);
        for sujet in communes.chain(epcis).chain(needs).chain(actors) {
            if is_long(sujet, guides.agenda_de(index, sujet).len()) {
                let path = format!("{dossier}/agenda/{}.html", guide.chemin(sujet));
                self.add(path, About::Agenda(index, sujet));
            }
        }
    }

    /// Intercommunalités, quartiers and networks, schemes.
    fn territories(&mut self, guides: &Guides, index: usize, guide: &Guide, dossier: &str) {
        let at = |rank| Ref { guide: index, index: rank };
        for (rank, epci) in guide.intercommunalites.iter().enumerate() {
            let path = format!("{dossier}/intercommunalites/{}.html", epci.slug);
            self.add(path, About::Intercommunalite(at(rank)));
        }
        for &rank in &guide.territoires {
            let fiche = &guides.territoires[rank].fiche;
            self.add(page(dossier, "territoires", fiche), About::Territoire(at(rank)));
        }
        for (rank, dispositif) in guides.dispositifs.iter().enumerate() {
            self.add(page(dossier, "dispositifs", &dispositif.fiche), About::Dispositif(at(rank)));
        }
    }

    fn records(&mut self, guide: usize, records: &Guide, dossier: &str, today: Date) {
        let at = |index| Ref { guide, index };
        for (index, acteur) in records.acteurs.iter().enumerate() {
            self.add(page(dossier, "acteurs", &acteur.fiche), About::Acteur(at(index)));
            self.former(&acteur.fiche, dossier, "acteurs", at(index), Former::Acteur);
            if acteur.tournee.is_some() {
                self.add(page(dossier, "tournees", &acteur.fiche), About::Tournee(at(index)));
            }
        }
        let known = |(_, event): &(usize, &Evenement)| event.vie(today) != Vie::Oublie;
        for (index, event) in records.evenements.iter().enumerate().filter(known) {
            self.add(page(dossier, "evenements", &event.fiche), About::Evenement(at(index)));
            self.former(&event.fiche, dossier, "evenements", at(index), Former::Evenement);
        }
        for (index, written) in records.pages.iter().enumerate() {
            self.add(page(dossier, "pages", &written.fiche), About::Page(at(index)));
        }
        for (index, image) in records.images.iter().enumerate() {
            let Some((address, _)) = &image.developed else { continue };
            let about = About::Image(at(index));
            let modern = images::modern(address);
            self.0.push(Sheet { address: address.clone(), medium: Medium::Image, about });
            self.0.extend(modern.map(|address| Sheet { address, medium: Medium::Avif, about }));
        }
    }

    /// The address of each former id, unless it is still that of the record.
    fn former(&mut self, fiche: &Fiche, dossier: &str, folder: &str, at: Ref, former: Former) {
        for (rank, id) in fiche.anciens_ids.iter().enumerate() {
            let old = slug(id);
            if old != fiche.slug {
                let about = About::Ancien(at, former, rank);
                self.add(format!("{dossier}/{folder}/{old}.html"), about);
            }
        }
    }
}

fn page(dossier: &str, folder: &str, fiche: &Fiche) -> String {
    format!("{dossier}/{folder}/{}.html", fiche.slug)
}

/// The pages of a guide that have something to say.
fn fixed(guides: &Guides, guide: &Guide) -> Vec<Fixed> {
    let events = guide.evenements.iter().any(|event| event.a_venir(guides.today));
    let mut pages = vec![Fixed::Accueil, Fixed::Besoins, Fixed::Recherche];
    let some = [
        (Fixed::Urgence, !guides.for_urgence(guide).is_empty()),
        (Fixed::Communes, !guide.communes.is_empty()),
        (Fixed::Evenements, events),
        (Fixed::Agenda, events || !guide.agenda.is_empty()),
        (Fixed::AZ, !noms::all(guides, guide).is_empty()),
        (Fixed::Codes, codes::some(guides, guide)),
        (Fixed::Intercommunalites, !guide.intercommunalites.is_empty()),
        (Fixed::Territoires, !guide.territoires.is_empty()),
        (Fixed::Dispositifs, !guides.dispositifs.is_empty()),
        (
            Fixed::Tournees,
            guide
                .acteurs
                .iter()
                .any(|acteur| acteur.tournee.is_some() && acteur.fiche.en_cours(guides.today)),
        ),
        (Fixed::Glossaire, !guides.glossaire.is_empty()),
        (Fixed::Emporter, hors_ligne::offers(guide)),
    ];
    pages.extend(some.into_iter().filter(|(_, has)| *has).map(|(page, _)| page));
    pages.extend([Fixed::Donnees, Fixed::Imprimer, Fixed::Contribuer]);
    pages.extend([Fixed::Plan, Fixed::APropos, Fixed::Accessibilite]);
    pages.extend([Fixed::MentionsLegales, Fixed::Introuvable]);
    pages
}
