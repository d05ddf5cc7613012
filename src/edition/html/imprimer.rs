//! « À imprimer »: how any page becomes a sheet, which ones make good sheets, who can print for you.

use crate::plan::{About, Cible, Fixed, Produit};
use crate::text::{capital, fold, sort_key, typography};
use crate::vocabulary::BESOINS;

use super::agenda::week_said;
use super::dossier::Dossier;
use super::frame::{Head, mail};
use super::here::Here;
use super::parts::{Choix, Entree, Groupe, Mot, Rubrique};

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
    let ready = [whole(here), epcis(here), communes(here), posters(here), weeks(here)];
    let by_hand = [sheets(here), how(here), copies(here), needs(here), without_printer(here)];
    let beside = [old_paper(here), without_network(here)];
    page.with(ready.into_iter().chain(by_hand).chain(beside))
}

/// Files for those who have a screen and no network.
fn without_network(here: Here<'_>) -> Rubrique<'_> {
    let Some(href) = here.fixed(Fixed::Emporter) else { return Rubrique::default() };
    let link = Mot::to(Some(href), here.labels().word("emporter.titre"));
    Rubrique {
        textes: vec![Mot::new(here.labels().word("imprimer.emporter_texte")), link],
        ..here.rubrique("imprimer.emporter")
    }
}

/// The whole guide and the form, ready to print.
fn whole(here: Here<'_>) -> Rubrique<'_> {
    let products = [
        Produit::Guide,
        Produit::Livret,
        Produit::GrosCaracteres,
        Produit::Errata,
        Produit::Proposer,
    ];
    let files: Vec<Mot<'_>> =
        products.into_iter().flat_map(|produit| here.imprimes(produit, Cible::Guide)).collect();
    let first = (!files.is_empty()).then(|| Mot::new(here.labels().word("imprimer.guide_texte")));
    Rubrique {
        textes: first.into_iter().chain(files).collect(),
        ..here.rubrique("imprimer.guide_titre")
    }
}

/// What each intercommunalité prints.
fn epcis(here: Here<'_>) -> Rubrique<'_> {
    let group = |rank: usize| {
        let epci = &here.guide().intercommunalites[rank].epci;
        file_group(typography(&epci.nom_entier()), here.imprimes_de(rank))
    };
    let all = (0..here.guide().intercommunalites.len()).filter_map(group).collect();
    grouped(here, "imprimer.epcis_titre", Some("imprimer.epcis_texte"), all)
}

/// The sheet of each commune.
fn communes(here: Here<'_>) -> Rubrique<'_> {
    let served = here.guide().communes_servies();
    let files = served.flat_map(|(rank, ici)| {
        let nom = typography(ici.commune.nom);
        let files = here.imprimes(Produit::Commune, Cible::Commune(rank));
        files.into_iter().map(move |file| short(&nom, file))
    });
    Rubrique { court: files.collect(), ..here.rubrique("imprimer.communes_titre") }
}

/// The posters of each door, under the towns where they hang.
fn posters(here: Here<'_>) -> Rubrique<'_> {
    let guide = here.guide();
    let places = (0..guide.acteurs.len()).map(|rank| {
        let brief = here.brief(here.at(rank));
        (brief.titre.clone(), here.imprimes(Produit::Affiche, Cible::Acteur(rank)))
    });
    let stops = guide.passages.iter().enumerate().map(|(rank, passage)| {
        let commune = passage.commune.map(|commune| typography(commune.nom));
        let stop = passage.nom.as_deref().or(passage.ou.as_deref()).map(typography);
        let stop = stop.filter(|stop| Some(stop) != commune.as_ref());
        let names: Vec<String> = commune.into_iter().chain(stop).collect();
        (names.join(", "), here.imprimes(Produit::Affiche, Cible::Passage(rank)))
    });
    let mut all: Vec<(String, Vec<Mot<'_>>)> = places.chain(stops).collect();
    all.sort_by_cached_key(|(nom, _)| sort_key(nom));
    let groups = all.into_iter().filter_map(|(nom, files)| file_group(nom, files)).collect();
    grouped(here, "imprimer.affiches_titre", Some("imprimer.affiches_texte"), groups)
}

/// The agenda of each week.
fn weeks(here: Here<'_>) -> Rubrique<'_> {
    let weeks = here.guide().semaines().into_iter();
    let files = weeks.flat_map(|monday| {
        let nom = capital(&week_said(here, monday));
        let files = here.imprimes(Produit::Semaine, Cible::Semaine(monday));
        files.into_iter().map(move |file| short(&nom, file))
    });
    Rubrique { court: files.collect(), ..here.rubrique("imprimer.semaines_titre") }
}

/// Files under a name; nothing for no file.
fn file_group(nom: String, files: Vec<Mot<'_>>) -> Option<Groupe<'_>> {
    let entree = |file: Mot<'_>| Entree {
        href: file.href,
        nom: file.texte.into_owned().into(),
        ..Entree::default()
    };
    (!files.is_empty()).then(|| Groupe {
        titre: nom.into(),
        entrees: files.into_iter().map(entree).collect(),
        ..Groupe::default()
    })
}

fn grouped<'a>(
    here: Here<'a>,
    titre: &'a str,
    texte: Option<&'a str>,
    groupes: Vec<Groupe<'a>>,
) -> Rubrique<'a> {
    let texte = texte.filter(|_| !groupes.is_empty()).map(|key| Mot::new(here.labels().word(key)));
    Rubrique { textes: texte.into_iter().collect(), groupes, ..here.rubrique(titre) }
}

/// A file in a list of names: « Lusignan : la feuille à imprimer, A4 (PDF, 2 pages, 38 ko) ».
fn short<'a>(nom: &str, file: Mot<'a>) -> Entree<'a> {
    Entree {
        href: file.href,
        nom: format!("{nom}\u{a0}: {}", file.texte).into(),
        ..Entree::default()
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
    let files = |besoin: &'static crate::vocabulary::Besoin| {
        let nom = typography(besoin.title);
        let files = here.imprimes(Produit::Besoin, Cible::Besoin(besoin.slug));
        files.into_iter().map(move |file| short(&nom, file))
    };
    let ready: Vec<Entree<'_>> = BESOINS.iter().flat_map(files).collect();
    if !ready.is_empty() {
        return Rubrique { court: ready, ..here.rubrique("imprimer.besoins_pdf") };
    }
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
