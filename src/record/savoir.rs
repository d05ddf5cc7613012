//! What is known besides actors and events: schemes, territories, pages, numbers, words.

use std::sync::Arc;

use crate::calendar::{Date, Since};
use crate::diagnostic::{Diagnostic, Place, Source};
use crate::source::yaml;
use crate::vocabulary::{self, Reading, Term};

use super::fiche::{self, Fiche, Verifie};
use super::obstacle::{self, Obstacle};
use super::reader::{At, Reader};

/// A scheme, programme or label, explained once.
#[derive(Clone, Debug)]
pub struct Dispositif {
    /// What every record says.
    pub fiche: Fiche,
    /// What it means, in about six words.
    pub en_six_mots: Option<String>,
    /// Who carries it.
    pub porte_par: Option<String>,
    /// Since when.
    pub depuis: Option<Since>,
    /// Official page.
    pub lien: Option<String>,
    /// The standard's value it explains.
    pub terme_national: Option<&'static Term>,
    /// Where and when it was tried.
    pub experimente: Option<Experimente>,
}

/// A trial of a scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Experimente {
    /// Where.
    pub territoire: Option<String>,
    /// When, in words.
    pub periode: Option<String>,
}

/// What is said of a region, département, EPCI, quartier, QPV or local network.
#[derive(Clone, Debug)]
pub struct Territoire {
    /// What every record says.
    pub fiche: Fiche,
    /// Kind.
    pub sorte: Option<&'static Term>,
    /// SIREN of an EPCI, code of a QPV, INSEE code of a département or region.
    pub code: Option<At<String>>,
    /// Names of its communes.
    pub communes: Vec<At<String>>,
    /// Who coordinates.
    pub coordinateur: Option<At<String>>,
    /// Labels of the territory itself.
    pub labels: Vec<String>,
    /// Its strategy, in words.
    pub strategie: Option<String>,
    /// Its contract between State and communes.
    pub contrat_de_ville: Option<ContratDeVille>,
    /// A dated figure of coverage.
    pub couverture: Option<Couverture>,
    /// The priority district that a quartier meets, and since when.
    pub qpv: Option<LienQpv>,
    /// What nobody crosses in a straight line.
    pub obstacles: Vec<Obstacle>,
}

/// A contract between State, EPCI and communes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContratDeVille {
    /// Period, in words.
    pub periode: Option<String>,
    /// Who signed.
    pub signataires: Vec<String>,
    /// Its subjects.
    pub axes: Vec<String>,
}

/// A figure with its date and source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Couverture {
    /// In words.
    pub valeur: Option<String>,
    /// Its day.
    pub date: Option<Date>,
    /// Where it comes from.
    pub source: Option<String>,
}

/// A dated link from a quartier to a priority district.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LienQpv {
    /// Name of the district.
    pub nom: Option<String>,
    /// Since when.
    pub depuis: Option<Since>,
}

/// What a new page says until its text is written.
pub const TEXTE_A_ECRIRE: &str = "Écrivez votre texte ici, en Markdown.";

/// A text of the guide, in Markdown.
#[derive(Clone, Debug)]
pub struct Page {
    /// What every record says; `nom` is its title.
    pub fiche: Fiche,
    /// Markdown, without its head.
    pub texte: String,
    /// Where the text begins in the file, in bytes.
    pub debut: usize,
}

/// A public number to call.
#[derive(Clone, Debug)]
pub struct NumeroUtile {
    /// Name.
    pub nom: String,
    /// The number, in pairs.
    pub numero: String,
    /// What for.
    pub pour_quoi: String,
    /// When, in words.
    pub horaires: Option<String>,
    /// Price of the call, in words.
    pub cout: Option<String>,
    /// Where this comes from.
    pub source: Option<String>,
    /// Who checked it.
    pub verifie: Option<Verifie>,
}

/// A word explained.
#[derive(Clone, Debug)]
pub struct Entree {
    /// The word.
    pub terme: String,
    /// Other forms.
    pub autres_noms: Vec<String>,
    /// One plain sentence.
    pub definition: String,
    /// Whether it is a sigle, and its long form.
    pub sigle: Option<String>,
    /// Where it is written.
    pub place: Place,
}

pub(super) fn read_dispositif(r: &mut Reader<'_>, default_id: &str) -> Dispositif {
    r.left_blank(&["en_six_mots"]);
    Dispositif {
        fiche: fiche::read(r, default_id),
        en_six_mots: r.text("en_six_mots", "Ce que cela veut dire, en six mots environ."),
        porte_par: r.text("porte_par", "Qui le porte."),
        depuis: r.since("depuis", "Depuis quand."),
        lien: r.url("lien", "Page officielle."),
        terme_national: national_term(r),
        experimente: r.map("experimente", "Où et quand il a été essayé.", |r| Experimente {
            territoire: r.text("territoire", "Où."),
            periode: r.text("periode", "Quand, en mots."),
        }),
    }
}

/// A value of one of the standard's two lists of programmes and labels.
fn national_term(r: &mut Reader<'_>) -> Option<&'static Term> {
    let written = r.text_at("terme_national", "La valeur de la norme que cette fiche explique.")?;
    match vocabulary::FORMATIONS_LABELS.read(&written.value) {
        Reading::Exact(term) => Some(term),
        _ => r.judge_term("terme_national", &written, &vocabulary::DISPOSITIF_PROGRAMMES_NATIONAUX),
    }
}

pub(super) fn read_territoire(r: &mut Reader<'_>, default_id: &str) -> Territoire {
    r.left_blank(&["sorte", "communes"]);
    Territoire {
        fiche: fiche::read(r, default_id),
        sorte: r.term(
            "sorte",
            "Région, département, epci, quartier, qpv, réseau local.",
            &vocabulary::TERRITOIRE_SORTE,
        ),
        code: r.text_at(
            "code",
            "SIREN de l’EPCI, code du QPV, code INSEE du département ou de la région.",
        ),
        communes: r.texts_at("communes", "Noms de ses communes."),
        coordinateur: r.reference("coordinateur", "Qui coordonne, un identifiant d’acteur."),
        labels: r.texts("labels", "Labels du territoire lui-même."),
        strategie: r.text("strategie", "Sa stratégie, en mots."),
        contrat_de_ville: r.map("contrat_de_ville", "Son contrat de ville.", |r| ContratDeVille {
            periode: r.text("periode", "Période, par exemple 2024-2030."),
            signataires: r.texts("signataires", "Qui l’a signé."),
            axes: r.texts("axes", "Ses sujets."),
        }),
        couverture: r.map("couverture", "Un chiffre de couverture, daté.", |r| Couverture {
            valeur: r.text("valeur", "Le chiffre, en mots."),
            date: r.date("date", "Son jour."),
            source: r.text("source", "D’où il vient."),
        }),
        qpv: r.map("qpv", "Le quartier prioritaire qui le recouvre, daté.", |r| LienQpv {
            nom: r.text("nom", "Nom du quartier prioritaire."),
            depuis: r.since("depuis", "Depuis quand."),
        }),
        obstacles: r.maps(
            "obstacles",
            "Ce qu’on ne traverse pas en ligne droite : estuaire, bras de mer, lac.",
            obstacle::read,
        ),
    }
}

pub(super) fn read_numero(r: &mut Reader<'_>) -> NumeroUtile {
    let numero = r.phone("numero", "Le numéro.");
    if numero.is_none() {
        r.missing("numero");
    }
    NumeroUtile {
        nom: r.required("nom", "Nom du service.").unwrap_or_default(),
        numero: numero.unwrap_or_default(),
        pour_quoi: r.required("pour_quoi", "Pour quoi appeler.").unwrap_or_default(),
        horaires: r.text("horaires", "Quand appeler, en mots."),
        cout: r.text("cout", "Prix de l’appel."),
        source: r.text("source", "D’où vient ce numéro."),
        verifie: r
            .map("verifie", "Qui a vérifié ce numéro, quand et comment.", fiche::read_verifie)
            .flatten(),
    }
}

pub(super) fn read_entree(r: &mut Reader<'_>) -> Entree {
    Entree {
        place: r.place(r.first_line()),
        terme: r.required("terme", "Le mot.").unwrap_or_default(),
        autres_noms: r.texts("autres_noms", "Autres formes du mot."),
        definition: r.required("definition", "Une phrase simple.").unwrap_or_default(),
        sigle: r.text("sigle", "Le sigle, par exemple CAF."),
    }
}

/// Reads a page: a head between two lines of three dashes, then Markdown.
pub(super) fn read_page(
    source: &Arc<Source>,
    default_id: &str,
    out: &mut Vec<Diagnostic>,
) -> Option<Page> {
    let Some((head, debut)) = front_matter(&source.text) else {
        out.push(Diagnostic::error(
            "page-sans-titre",
            source.at(0..source.text.find('\n').unwrap_or(source.text.len())),
            "Cette page ne commence pas par « --- » et un titre.",
            "Écrivez en tête : une ligne « --- », une ligne « titre: … », une ligne « --- », puis le texte.",
        ));
        return None;
    };
    // The head is read in place: line ends before it keep every offset of the file true.
    let lead = "\n".repeat(head.start);
    let blanked = Source { path: source.path.clone(), text: lead + &source.text[head] };
    let documents = yaml::documents(&Arc::new(blanked));
    let in_file = |mut diagnostic: Diagnostic| {
        if let crate::diagnostic::Subject::Written(place) = &mut diagnostic.subject {
            place.source = Arc::clone(source);
        }
        diagnostic
    };
    out.extend(documents.diagnostics.into_iter().map(in_file));
    let node = documents.nodes.first()?;
    let mut reader = Reader::new(source, node, &documents.unread, out);
    let fiche = fiche::read_titled(&mut reader, default_id);
    reader.finish();
    Some(Page { fiche, texte: crate::text::blanked(&source.text[debut..]).into_owned(), debut })
}

/// The bytes of the head, and where the text begins.
fn front_matter(text: &str) -> Option<(std::ops::Range<usize>, usize)> {
    let rest = text.strip_prefix("---")?;
    let newline = rest.find('\n')?;
    let start = 3 + newline + 1;
    let end = start + text[start..].find("\n---").map(|end| end + 1)?;
    let after = end + text[end..].find('\n').map_or(text.len() - end, |newline| newline + 1);
    Some((start..end, after))
}
