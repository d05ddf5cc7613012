//! Every name from A to Z: actors, schemes and words explained, under their names and their other names.

use crate::plan::{About, Fixed};
use crate::text::{sort_key, typography};

use crate::edition::html::frame::Head;
use crate::edition::html::glossaire;
use crate::edition::html::here::Here;
use crate::edition::html::letters::{self, letter};
use crate::edition::html::noms::{self, Nom, Vers};
use crate::edition::html::parts::{Entree, Mot};

use super::{View, by_letter};

/// Makes the list from A to Z of this guide: all of it, or the letters where it is long.
pub(in crate::edition::html) fn index(here: Here<'_>) -> View<'_> {
    let labels = here.labels();
    let head = Head::new(labels.word("az.titre"), "");
    let texte = labels.word("az.texte").to_owned();
    let mut view = View { textes: vec![texte], court: true, ..View::new(here.frame(head)) };
    if noms::is_split(here.world.guides, here.guide()) {
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
    letters::of(here.world.guides, here.guide()).into_iter().map(link).collect()
}

/// Names and other names that start with a letter, or all, in French order.
fn entries<'a>(here: Here<'a>, initial: Option<char>) -> Vec<Entree<'a>> {
    let wanted = |nom: &Nom<'_>| initial.is_none_or(|initial| letter(nom.nom) == initial);
    let names = noms::all(here.world.guides, here.guide()).into_iter().filter(wanted);
    let entry = |nom: Nom<'a>| {
        let own = own(here, if nom.propre { nom.vers } else { successor(here, nom.vers) });
        let said = if nom.propre { own.nom.to_string() } else { typography(nom.nom) };
        let key = sort_key(&said);
        if nom.propre {
            return (key, own);
        }
        let voir = here.labels().say("az.voir", &[("nom", &own.nom)]);
        let suite = format!("\u{a0}: {voir}");
        (key, Entree { nom: said.into(), suite: suite.into(), ..own })
    };
    let mut entries: Vec<(Vec<u8>, Entree<'a>)> = names.map(entry).collect();
    entries.sort_by(|(a, _), (b, _)| a.cmp(b));
    entries.into_iter().map(|(_, entree)| entree).collect()
}

/// What another name leads to: what has taken the place of a scheme that has ended, « MSAP : voir France services ».
fn successor(here: Here<'_>, vers: Vers) -> Vers {
    let Vers::Dispositif(index) = vers else { return vers };
    let guides = here.world.guides;
    let fiche = &guides.dispositifs[index].fiche;
    let end = fiche.termine.as_ref().filter(|_| !fiche.en_cours(guides.today));
    let next = end.and_then(|end| end.remplace_par.as_ref());
    let next =
        next.and_then(|id| guides.dispositifs.iter().position(|one| one.fiche.id == id.value));
    next.map_or(vers, Vers::Dispositif)
}

/// What bears a name, under its first name.
fn own<'a>(here: Here<'a>, vers: Vers) -> Entree<'a> {
    let guides = here.world.guides;
    match vers {
        Vers::Acteur(index) => Entree { suite: suite(here, index).into(), ..here.entree(index) },
        Vers::Dispositif(index) => {
            let ended = !guides.dispositifs[index].fiche.en_cours(guides.today);
            let ended = ended.then(|| format!(", {}", here.labels().word("az.fini")));
            let suite = ended.unwrap_or_default().into();
            Entree { lignes: Vec::new(), suite, ..here.dispositif(index) }
        }
        Vers::Mot(index) => {
            let mot = &guides.glossaire[index];
            let page = here.fixed(Fixed::Glossaire);
            Entree {
                href: page.map(|page| format!("{page}#{}", glossaire::anchor(mot))),
                nom: typography(&mot.terme).into(),
                suite: here.labels().word("az.definition").into(),
                ..Entree::default()
            }
        }
    }
}

/// Its commune, whether it has ended and how it changes.
fn suite(here: Here<'_>, index: usize) -> String {
    let place = place(here, index);
    match here.change(here.at(index)) {
        Some(change) => format!("{place}. {change}"),
        None => place,
    }
}

/// Its commune and whether it has ended; a commune that its name says is not said again.
pub(in crate::edition::html) fn place(here: Here<'_>, index: usize) -> String {
    let acteur = &here.guide().acteurs[index];
    let brief = &here.common().acteurs[index];
    let commune = Some(brief.commune.as_str()).filter(|commune| !brief.nom.contains(commune));
    let ended = !acteur.fiche.en_cours(here.world.guides.today);
    let ended = ended.then(|| here.labels().word("az.fini"));
    let parts = [commune, ended].into_iter().flatten().filter(|part| !part.is_empty());
    parts.map(|part| format!(", {part}")).collect()
}
