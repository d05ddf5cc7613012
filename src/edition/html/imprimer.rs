//! « À imprimer »: how any page becomes a sheet, which ones make good sheets, who can print for you.

use crate::plan::{About, Fixed};
use crate::text::{fold, typography};
use crate::vocabulary::BESOINS;

use super::dossier::Dossier;
use super::frame::{Head, mail};
use super::here::Here;
use super::parts::{Choix, Entree, Mot, Rubrique};

/// Pages that make good sheets, with the words that say for whom.
const SHEETS: [(Fixed, &str, &str); 5] = [
    (Fixed::Urgence, "imprimer.urgence", "imprimer.urgence_pour"),
    (Fixed::Communes, "imprimer.commune", "imprimer.commune_pour"),
    (Fixed::Intercommunalites, "imprimer.epci", "imprimer.epci_pour"),
    (Fixed::Agenda, "imprimer.semaine", "imprimer.semaine_pour"),
    (Fixed::Tournees, "imprimer.tournee", "imprimer.tournee_pour"),
];

/// Makes the page « À imprimer » of this guide.
pub(super) fn view(here: Here<'_>) -> Dossier<'_> {
    let labels = here.labels();
    let mut page = Dossier::new(here, Head::new(labels.word("imprimer.titre"), ""));
    page.resume = labels.word("imprimer.texte").to_owned();
    page.with([
        sheets(here),
        how(here),
        copies(here),
        needs(here),
        without_printer(here),
        old_paper(here),
    ])
}

/// How an old paper leads to what is known today.
fn old_paper(here: Here<'_>) -> Rubrique<'_> {
    let labels = here.labels();
    let Some(href) = here.fixed(Fixed::Codes) else { return Rubrique::default() };
    let link = Mot::to(Some(href), labels.word("codes.titre"));
    Rubrique {
        textes: vec![Mot::new(labels.word("imprimer.papier_texte")), link],
        ..here.rubrique("imprimer.papier")
    }
}

/// The gestures, one a line.
fn how(here: Here<'_>) -> Rubrique<'_> {
    let steps = ["imprimer.etape_1", "imprimer.etape_2", "imprimer.etape_3", "imprimer.etape_4"];
    Rubrique {
        etapes: steps.into_iter().map(|key| here.labels().word(key)).collect(),
        ..here.rubrique("imprimer.comment")
    }
}

fn sheets(here: Here<'_>) -> Rubrique<'_> {
    let labels = here.labels();
    let choice = |(fixed, texte, pour): (Fixed, &'static str, &'static str)| {
        Some(Choix {
            href: here.fixed(fixed)?,
            texte: labels.word(texte).into(),
            nombre: labels.word(pour).to_owned(),
            icone: "".into(),
        })
    };
    Rubrique {
        choix: SHEETS.into_iter().filter_map(choice).collect(),
        ..here.rubrique("imprimer.feuilles")
    }
}

/// The sheet of each need.
fn needs(here: Here<'_>) -> Rubrique<'_> {
    let entry = |besoin: &'static crate::vocabulary::Besoin| Entree {
        href: here.href(About::Besoin(here.index, besoin.slug)),
        nom: typography(besoin.title).into(),
        ..Entree::default()
    };
    Rubrique { court: BESOINS.iter().map(entry).collect(), ..here.rubrique("imprimer.besoins") }
}

/// Where others print for those who have no printer.
fn without_printer(here: Here<'_>) -> Rubrique<'_> {
    let today = here.world.guides.today;
    let prints = |acteur: &crate::record::Acteur| {
        // « imprimante 3D » makes no sheet of paper.
        let on_paper = |nom: &str| nom.starts_with("imprimante") && !nom.contains("3d");
        let printer = acteur.equipements.iter().any(|thing| on_paper(&fold(&thing.nom)));
        printer && acteur.recoit(today)
    };
    let all = here.guide().acteurs.iter().enumerate().filter(|(_, acteur)| prints(acteur));
    let acteurs: Vec<usize> = all.map(|(index, _)| index).collect();
    here.places("imprimer.sans_imprimante", &acteurs)
}

/// How to have copies sent.
fn copies(here: Here<'_>) -> Rubrique<'_> {
    let labels = here.labels();
    let reglages = &here.guide().reglages.reglages;
    let ask = mail(reglages, labels.word("imprimer.objet"), "");
    let ask = ask.map(|href| Mot::to(Some(href), labels.word("imprimer.demander")));
    let address = reglages.contact.adresse.as_deref().map(|adresse| {
        Mot::new(labels.say("imprimer.ecrire", &[("adresse", &typography(adresse))]))
    });
    let text = Mot::new(labels.word("imprimer.exemplaires_texte"));
    Rubrique {
        textes: std::iter::once(text).chain(ask).chain(address).collect(),
        ..here.rubrique("imprimer.exemplaires")
    }
}
