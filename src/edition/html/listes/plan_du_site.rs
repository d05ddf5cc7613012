//! The plan of the site: every page, or the list that holds it.

use crate::edition::html::commune;
use crate::edition::html::frame::Head;
use crate::edition::html::here::Here;
use crate::edition::html::letters;
use crate::edition::html::parts::{Entree, Groupe, Mot};
use crate::plan::{About, Fixed};
use crate::record::Evenement;
use crate::text::typography;
use crate::vocabulary::{BESOINS, URGENCE};

use super::{View, lettres_des_communes};

/// Makes the plan of the site of this guide.
pub(in crate::edition::html) fn view(here: Here<'_>) -> View<'_> {
    let labels = here.labels();
    let head = Head::new(labels.word("plan.titre"), "");
    let group = |key: &str, mots: Vec<Mot<'_>>| {
        let entry = |mot: Mot<'_>| Entree {
            href: mot.href,
            nom: mot.texte.into_owned().into(),
            ..Entree::default()
        };
        let entrees: Vec<Entree<'_>> =
            mots.into_iter().filter(|mot| mot.href.is_some()).map(entry).collect();
        (!entrees.is_empty()).then(|| Groupe {
            titre: labels.say(key, &[]).into(),
            entrees,
            ..Groupe::default()
        })
    };
    let groupes = [
        group("plan.listes", lists(here)),
        group("plan.communes", communes(here)),
        group("plan.lettres", letters(here)),
        group("plan.besoins", needs(here)),
        group("plan.criteres", criteria(here)),
        group("plan.agenda", here.periodes()),
        group("plan.territoires", territories(here)),
        group("plan.dispositifs", schemes(here)),
        group("plan.pages", pages(here)),
        group("plan.passes", past(here)),
        group("plan.tournees_finies", former_tours(here)),
        group("plan.guide", about(here)),
    ];
    View {
        groupes: groupes.into_iter().flatten().collect(),
        court: true,
        ..View::new(here.frame(head))
    }
}

fn lists(here: Here<'_>) -> Vec<Mot<'_>> {
    let lists = [
        (Fixed::Accueil, "menu.accueil"),
        (Fixed::Communes, "communes.titre"),
        (Fixed::Intercommunalites, "intercommunalites.titre"),
        (Fixed::Agenda, "agenda.titre"),
        (Fixed::Evenements, "evenements.titre"),
        (Fixed::Tournees, "tournees.titre"),
        (Fixed::Recherche, "recherche.titre"),
        (Fixed::AZ, "az.titre"),
        (Fixed::Codes, "codes.titre"),
        (Fixed::Glossaire, "glossaire.titre"),
        (Fixed::Imprimer, "imprimer.titre"),
        (Fixed::Emporter, "emporter.titre"),
    ];
    lists
        .into_iter()
        .map(|(fixed, word)| Mot::to(here.fixed(fixed), here.labels().word(word)))
        .collect()
}

/// The letters of the communes, where they are too many for one page; then those that have pages of their own below.
fn communes(here: Here<'_>) -> Vec<Mot<'_>> {
    let guide = here.guide();
    let letter = |letter| {
        let said = here.labels().say("communes.lettre", &[("lettre", &letters::shown(letter))]);
        Mot::to(here.href(About::LettreCommunes(here.index, letter)), said)
    };
    let long = guide.communes.iter().filter(|ici| commune::est_longue(ici));
    let letters = lettres_des_communes(guide).into_iter().map(letter);
    letters.chain(long.map(|ici| here.commune(ici.commune))).collect()
}

/// The letters of the names, where they are too many for one page.
fn letters(here: Here<'_>) -> Vec<Mot<'_>> {
    let link = |letter| {
        let said = here.labels().say("az.lettre", &[("lettre", &letters::shown(letter))]);
        Mot::to(here.href(About::Lettre(here.index, letter)), said)
    };
    letters::of(here.world.guides, here.guide()).into_iter().map(link).collect()
}

fn needs(here: Here<'_>) -> Vec<Mot<'_>> {
    let all = Mot::to(here.fixed(Fixed::Besoins), here.labels().word("besoins.titre"));
    let urgence = Mot::to(here.fixed(Fixed::Urgence), typography(URGENCE.title));
    let need = |besoin: &'static crate::vocabulary::Besoin| {
        Mot::to(here.href(About::Besoin(here.index, besoin.slug)), typography(besoin.title))
    };
    [all, urgence].into_iter().chain(BESOINS.iter().map(need)).collect()
}

/// Criteria of the whole guide; those of a need are on its page.
fn criteria(here: Here<'_>) -> Vec<Mot<'_>> {
    let all = here.criteres().into_iter().flat_map(|group| group.entrees);
    all.map(|entry| Mot::to(entry.href, entry.nom)).collect()
}

/// Quartiers, priority districts and networks.
fn territories(here: Here<'_>) -> Vec<Mot<'_>> {
    let all = Mot::to(here.fixed(Fixed::Territoires), here.labels().word("territoires.titre"));
    let each = here.guide().territoires.iter().map(|&index| here.territoire(index));
    std::iter::once(all).chain(each.map(|entry| Mot::to(entry.href, entry.nom))).collect()
}

fn schemes(here: Here<'_>) -> Vec<Mot<'_>> {
    vec![Mot::to(here.fixed(Fixed::Dispositifs), here.labels().word("dispositifs.titre"))]
}

fn pages(here: Here<'_>) -> Vec<Mot<'_>> {
    let pages = here.guide().pages.iter().enumerate();
    let link = |(rank, page): (usize, &crate::record::Page)| {
        Mot::to(here.href(About::Page(here.at(rank))), typography(&page.fiche.nom))
    };
    pages.map(link).collect()
}

/// Past events that still have a page; the latest first.
fn past(here: Here<'_>) -> Vec<Mot<'_>> {
    let events = here.guide().evenements.iter().enumerate();
    let over = events.filter(|(_, event)| !event.a_venir(here.world.guides.today));
    let mut over: Vec<_> = over.collect();
    over.sort_by_key(|(_, event)| std::cmp::Reverse(event.dernier_jour()));
    let link = |(rank, event): (usize, &Evenement)| {
        // The heading says that they are over.
        let nom = typography(&event.fiche.nom);
        Some(Mot::to(Some(here.href(About::Evenement(here.at(rank)))?), nom))
    };
    over.into_iter().filter_map(link).collect()
}

/// Tours of those that have ended: no list names them any more.
fn former_tours(here: Here<'_>) -> Vec<Mot<'_>> {
    let running = here.tournees();
    let all = 0..here.guide().acteurs.len();
    let link = |index: usize| {
        let href = here.href(About::Tournee(here.at(index)));
        Mot::to(href, here.brief(here.at(index)).nom.as_str())
    };
    all.filter(|index| !running.contains(index)).map(link).collect()
}

fn about(here: Here<'_>) -> Vec<Mot<'_>> {
    let pages = [
        (Fixed::APropos, "pied.a_propos"),
        (Fixed::Donnees, "donnees.titre"),
        (Fixed::Contribuer, "contribuer.titre"),
        (Fixed::Accessibilite, "accessibilite.titre"),
        (Fixed::MentionsLegales, "pied.mentions"),
    ];
    let mut links: Vec<Mot<'_>> = pages
        .into_iter()
        .map(|(fixed, word)| Mot::to(here.fixed(fixed), here.labels().word(word)))
        .collect();
    links.push(Mot::to(here.href(About::Site), here.labels().word("plan.site")));
    links
}
