//! Every short code printed on paper, and what it leads to: the way of who has a paper and no script.

use crate::edition::html::codes::{self, Vers};
use crate::edition::html::frame::Head;
use crate::edition::html::here::Here;
use crate::edition::html::parts::{Entree, Groupe, Mot};
use crate::plan::{About, Fixed};

use super::View;

/// Makes the list of the codes of this guide: all of it, or their first signs where it is long.
pub(in crate::edition::html) fn index(here: Here<'_>) -> View<'_> {
    let labels = here.labels();
    let head = Head::new(labels.word("codes.titre"), "");
    let texte = labels.word("codes.texte").to_owned();
    let mut view = View { textes: vec![texte], court: true, ..View::new(here.frame(head)) };
    if codes::is_split(here.world.guides, here.guide()) {
        view.sommaire = first_signs(here, None);
        view.textes.push(labels.word("codes.choisissez").to_owned());
    } else {
        view.groupes = groups(here, None);
        let link = |group: &Groupe<'_>| {
            Mot::to(Some(format!("#{}", group.ancre)), group.titre.clone().into_owned())
        };
        view.sommaire = view.groupes.iter().map(link).collect();
    }
    view
}

/// Makes the list of the codes that begin with a sign.
pub(in crate::edition::html) fn of_sign(here: Here<'_>, sign: char) -> View<'_> {
    let labels = here.labels();
    let h1 = labels.say("codes.signe", &[("signe", &sign.to_string())]);
    let above = Mot::to(here.fixed(Fixed::Codes), labels.word("codes.titre"));
    let mut groupes = groups(here, Some(sign));
    for group in &mut groupes {
        // The heading of the page says it.
        group.titre = "".into();
    }
    View {
        sommaire: first_signs(here, Some(sign)),
        groupes,
        court: true,
        ..View::new(here.frame(Head::new(h1, "").below([above])))
    }
}

/// The pages of the first signs; that of the page itself is no link.
fn first_signs(here: Here<'_>, current: Option<char>) -> Vec<Mot<'_>> {
    let link = |sign| {
        let href = here.href(About::Codes(here.index, sign)).filter(|_| current != Some(sign));
        Mot::to(href, sign.to_string())
    };
    codes::signs(here.world.guides, here.guide()).into_iter().map(link).collect()
}

/// Codes under their first signs, all or those of one.
fn groups(here: Here<'_>, wanted: Option<char>) -> Vec<Groupe<'_>> {
    let mut groups: Vec<Groupe<'_>> = Vec::new();
    for (code, vers) in codes::all(here.world.guides, here.guide()) {
        let Some(sign) = code.chars().next() else { continue };
        if wanted.is_some_and(|wanted| wanted != sign) {
            continue;
        }
        let ancre = codes::name(sign);
        if groups.last().is_none_or(|last| last.ancre != ancre) {
            groups.push(Groupe { titre: sign.to_string().into(), ancre, ..Groupe::default() });
        }
        let entree = entry(here, &code, vers);
        if let Some(group) = groups.last_mut() {
            group.entrees.push(entree);
        }
    }
    groups
}

/// « FD4N : CCAS de Poitiers »: under the title of its page, which no other has.
fn entry<'a>(here: Here<'a>, code: &str, vers: Vers) -> Entree<'a> {
    let (titre, fiche) = match vers {
        Vers::Acteur(rank) => {
            (&here.common().acteurs[rank].titre, &here.guide().acteurs[rank].fiche)
        }
        Vers::Evenement(rank) => {
            (&here.common().evenements[rank].titre, &here.guide().evenements[rank].fiche)
        }
    };
    let over = match vers {
        Vers::Acteur(_) => !fiche.en_cours(here.world.guides.today),
        Vers::Evenement(rank) => !here.guide().evenements[rank].a_venir(here.world.guides.today),
    };
    let suite = if over { format!(", {}", here.labels().word("az.fini")) } else { String::new() };
    let nom = here.labels().say("codes.ligne", &[("code", code), ("nom", titre)]);
    Entree {
        href: here.href(vers.about(here.index)),
        nom: nom.into(),
        suite: suite.into(),
        ..Entree::default()
    }
}
