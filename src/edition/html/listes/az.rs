//! Every actor from A to Z, under its name and its other names.

use crate::plan::{About, Fixed};
use crate::text::{sort_key, typography};

use crate::edition::html::frame::Head;
use crate::edition::html::here::Here;
use crate::edition::html::letters::{self, letter};
use crate::edition::html::parts::{Entree, Mot};
use crate::edition::html::plan::LONGEST_LIST;

use super::{View, by_letter};

/// Makes the list from A to Z of this guide: all of it, or the letters where it is long.
pub(in crate::edition::html) fn index(here: Here<'_>) -> View<'_> {
    let labels = here.labels();
    let head = Head::new(labels.word("az.titre"), "");
    let texte = labels.word("az.texte").to_owned();
    let mut view = View { textes: vec![texte], court: true, ..View::new(here.frame(head)) };
    if here.guide().acteurs.len() > LONGEST_LIST {
        view.sommaire = alphabet(here, None);
        view.textes.push(labels.word("az.choisissez").to_owned());
    } else {
        (view.sommaire, view.groupes) = by_letter(entries(here, None), true);
    }
    view
}

/// Makes the list of one letter of this guide.
pub(in crate::edition::html) fn of_letter(here: Here<'_>, initial: char) -> View<'_> {
    let labels = here.labels();
    let shown = letters::shown(initial);
    let h1 = labels.say("az.lettre", &[("lettre", &shown)]);
    let above = Mot::to(here.fixed(Fixed::AZ), labels.word("menu.az"));
    let head = Head::new(h1, "").below([above]);
    let (_, groupes) = by_letter(entries(here, Some(initial)), false);
    View {
        sommaire: alphabet(here, Some(initial)),
        groupes,
        court: true,
        ..View::new(here.frame(head))
    }
}

/// The pages of the letters; that of the page itself is no link.
fn alphabet(here: Here<'_>, current: Option<char>) -> Vec<Mot<'_>> {
    let link = |letter| {
        let href = here.href(About::Lettre(here.index, letter)).filter(|_| current != Some(letter));
        Mot::to(href, letters::shown(letter))
    };
    letters::of(here.guide()).into_iter().map(link).collect()
}

/// Names and other names that start with a letter, or all, in French order.
fn entries<'a>(here: Here<'a>, initial: Option<char>) -> Vec<Entree<'a>> {
    let wanted = |name: &str| initial.is_none_or(|initial| letter(name) == initial);
    let mut entries: Vec<(Vec<u8>, Entree<'a>)> = Vec::new();
    for (index, acteur) in here.guide().acteurs.iter().enumerate() {
        let brief = &here.common().acteurs[index];
        if wanted(&acteur.fiche.nom) {
            let mut entree = here.entree(index);
            entree.suite = suite(here, index).into();
            entries.push((sort_key(&brief.nom), entree));
        }
        for other in acteur.fiche.autres_noms.iter().filter(|other| wanted(other)) {
            let mut entree = here.entree(index);
            entree.nom = typography(other).into();
            entree.suite =
                format!("\u{a0}: {}", here.labels().say("az.voir", &[("nom", &brief.nom)])).into();
            entries.push((sort_key(other), entree));
        }
    }
    entries.sort_by(|(a, _), (b, _)| a.cmp(b));
    entries.into_iter().map(|(_, entree)| entree).collect()
}

/// Its commune, whether it has ended or changes; a commune that its name says is not said again.
fn suite(here: Here<'_>, index: usize) -> String {
    let acteur = &here.guide().acteurs[index];
    let brief = &here.common().acteurs[index];
    let commune = Some(brief.commune.as_str()).filter(|commune| !brief.nom.contains(commune));
    let ended = !acteur.fiche.en_cours(here.world.guides.today);
    let ended = ended.then(|| here.labels().word("az.fini"));
    let parts: Vec<&str> =
        [commune, ended].into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let parts: String = parts.iter().map(|part| format!(", {part}")).collect();
    match here.change(here.at(index)) {
        Some(change) => format!("{parts}. {change}"),
        None => parts,
    }
}
