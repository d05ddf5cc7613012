//! The keys every record has.

use std::ops::Range;
use std::sync::Arc;

use crate::calendar::{Date, Interval};
use crate::diagnostic::{Place, Source};
use crate::text::{code, fold, slug};
use crate::vocabulary;

use super::reader::{At, Reader};

/// Longest `presentation_resume`, in characters (national schema).
pub const LONGEST_SUMMARY: usize = 280;

/// What every record says of itself.
#[derive(Clone, Debug)]
pub struct Fiche {
    /// Stable identifier; the file's name unless written.
    pub id: String,
    /// Its part of an address: from the file's name, or from the id when a file holds several records.
    pub slug: String,
    /// Former identifiers: their addresses lead here.
    pub anciens_ids: Vec<String>,
    /// The name people use.
    pub nom: String,
    /// Aliases, former names, sigles.
    pub autres_noms: Vec<String>,
    /// One plain sentence or two, 280 characters at most.
    pub presentation_resume: Option<String>,
    /// Longer text, Markdown.
    pub presentation_detail: Option<At<String>>,
    /// Pictures.
    pub images: Vec<Image>,
    /// Who collected this.
    pub source: Option<String>,
    /// Last change; the day of verification unless written.
    pub date_maj: Option<Date>,
    /// Where the last change is written, when it is.
    pub date_maj_ecrite: Option<Range<usize>>,
    /// Who checked this, when and how.
    pub verifie: Option<Verifie>,
    /// What is said to be verified or changed on a day to come: set aside when guides are linked.
    pub a_venir: Vec<Avenir>,
    /// How often it is to be checked.
    pub tous_les: Option<Interval>,
    /// It ended: the page stays, lists drop it.
    pub termine: Option<Termine>,
    /// Not ready: in no output.
    pub brouillon: bool,
    /// For the staff only: in no output.
    pub interne: Option<String>,
    /// Where this one sends people on to.
    pub oriente_vers: Vec<At<String>>,
    /// Who pays.
    pub finance_par: Vec<At<String>>,
    /// Language of the texts when not French, as a BCP 47 code.
    pub langue: Option<String>,
    /// The file it was written in.
    pub fichier: Arc<Source>,
    /// The bytes of its first key.
    pub span: Range<usize>,
}

/// A verification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verifie {
    /// The day.
    pub le: Date,
    /// Who: a role or a body.
    pub par: Option<String>,
    /// How, in words that follow « vérifié »: « par téléphone ».
    pub comment: Option<String>,
    /// Where the day is written.
    pub span: Range<usize>,
}

/// A day that is not yet past, where one that is past was to be written.
#[derive(Clone, Debug)]
pub struct Avenir {
    /// The key.
    pub cle: &'static str,
    /// The day.
    pub le: Date,
    /// Where it is written.
    pub span: Range<usize>,
}

/// The end of something.
#[derive(Clone, Debug)]
pub struct Termine {
    /// Since when.
    pub le: Option<Date>,
    /// Why, in plain words.
    pub raison: Option<String>,
    /// What replaces it.
    pub remplace_par: Option<At<String>>,
}

/// A picture and its words.
#[derive(Clone, Debug)]
pub struct Image {
    /// File below the guide's `images/`.
    pub fichier: At<String>,
    /// What the picture says; empty when it only decorates.
    pub alt: String,
    /// Caption.
    pub legende: Option<String>,
    /// Author.
    pub credit: Option<String>,
}

impl Fiche {
    /// The place of some bytes of this record.
    pub fn place(&self, span: &Range<usize>) -> Place {
        self.fichier.at(span.clone())
    }

    /// Where what concerns the whole record is shown.
    pub fn first_line(&self) -> Place {
        self.place(&self.span)
    }

    /// Whether it is written in a file, by its name or its path, from here or from anywhere.
    pub fn est_du_fichier(&self, written: &str) -> bool {
        let written = written.replace('\\', "/");
        let written = written.trim_start_matches("./");
        let ends = |long: &str, short: &str| {
            long.strip_suffix(short).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
        };
        let is_file = written.ends_with(".yaml");
        is_file && (ends(&self.fichier.path, written) || ends(written, &self.fichier.path))
    }

    /// Whether a name is one of its own, however written.
    pub fn est_nommee(&self, nom: &str) -> bool {
        let wanted = fold(nom);
        self.noms().any(|known| fold(known) == wanted)
    }

    /// Its name, then its other names.
    pub fn noms(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.nom).chain(&self.autres_noms).map(String::as_str)
    }

    /// Its short code, as it is printed beside it: that of its name in addresses.
    pub fn code(&self) -> String {
        code(&self.slug)
    }

    /// Its code, then those of its former ids: an old paper leads here, as the old address does.
    pub fn codes(&self) -> Vec<String> {
        let mut codes = vec![self.code()];
        for old in self.anciens_ids.iter().map(|id| code(&slug(id))) {
            if !codes.contains(&old) {
                codes.push(old);
            }
        }
        codes
    }

    /// Whether lists of where to go may name it.
    pub fn en_cours(&self, today: Date) -> bool {
        self.termine.as_ref().is_none_or(|end| end.le.is_some_and(|le| le > today))
    }
}

/// Reads the common keys; `default_id` is the file's name.
pub(super) fn read(r: &mut Reader<'_>, default_id: &str) -> Fiche {
    let nom = r.required("nom", "Le nom tel que les gens le disent.").unwrap_or_default();
    read_named(r, nom, default_id)
}

/// Reads the common keys of a page, whose name is its title.
pub(super) fn read_titled(r: &mut Reader<'_>, default_id: &str) -> Fiche {
    let titre = r.required("titre", "Le titre de la page.").unwrap_or_default();
    read_named(r, titre, default_id)
}

fn read_named(r: &mut Reader<'_>, nom: String, default_id: &str) -> Fiche {
    let id = r.text_at("id", "Identifiant, unique et stable ; par défaut, le nom du fichier.");
    let verifie =
        r.map("verifie", "Qui a vérifié la fiche, quand et comment.", read_verifie).flatten();
    let date_maj =
        r.date_at("date_maj", "Dernière mise à jour ; par défaut, le jour de la vérification.");
    let images = r.maps("images", "Photos ou dessins, chacun avec ses mots.", read_image);
    Fiche {
        id: checked_id(r, id, default_id),
        slug: slug(default_id),
        anciens_ids: r
            .texts("anciens_ids", "Anciens identifiants : leurs adresses mènent à cette fiche."),
        nom,
        autres_noms: r
            .texts("autres_noms", "Autres noms, anciens noms, sigles : la recherche les trouve."),
        presentation_resume: summary(r),
        presentation_detail: r.text_at("presentation_detail", "Texte plus long, en Markdown."),
        images: images.into_iter().flatten().collect(),
        source: r.text("source", "Qui a recueilli ces informations."),
        date_maj: (date_maj.as_ref().map(|day| day.value))
            .or_else(|| verifie.as_ref().map(|verifie| verifie.le)),
        date_maj_ecrite: date_maj.map(|day| day.span),
        verifie,
        a_venir: Vec::new(),
        tous_les: r
            .interval("tous_les", "Tous les combien vérifier cette fiche, par exemple « 6 mois »."),
        termine: r.map(
            "termine",
            "Ce qui est fini : la page reste, les listes ne le montrent plus.",
            read_termine,
        ),
        brouillon: r
            .flag("brouillon", "Pas encore prêt : n’est publié nulle part.")
            .unwrap_or(false),
        interne: r.text("interne", "Note pour l’équipe : n’est publiée nulle part."),
        oriente_vers: r
            .references("oriente_vers", "Vers qui on vous envoie si ce n’est pas le bon endroit."),
        finance_par: r.references("finance_par", "Qui paie."),
        langue: r
            .text("langue", "Langue des textes si ce n’est pas le français, par exemple « ar »."),
        fichier: Arc::clone(r.source()),
        span: r.first_line(),
    }
}

/// An id is the name of a page for ever: letters, digits and a few signs.
fn checked_id(r: &mut Reader<'_>, written: Option<At<String>>, default_id: &str) -> String {
    let Some(written) = written else { return default_id.to_owned() };
    if written.value.chars().any(|c| c.is_control() || c.is_whitespace()) {
        r.error(
            "identifiant-invalide",
            &written.span,
            "Un identifiant ne contient ni espace ni saut de ligne.",
            format!("Écrivez par exemple « {} ».", slug(&written.value)),
        );
    }
    written.value
}

fn summary(r: &mut Reader<'_>) -> Option<String> {
    let text = r.text_at(
        "presentation_resume",
        "Ce que c’est en une ou deux phrases, 280 caractères au plus.",
    )?;
    let length = text.value.chars().count();
    if length > LONGEST_SUMMARY {
        r.warn(
            "resume-trop-long",
            &text.span,
            format!("« presentation_resume » a {length} caractères ; la norme en admet {LONGEST_SUMMARY}."),
            "Gardez une ou deux phrases ici et mettez le reste dans « presentation_detail ».",
        );
    }
    Some(text.value)
}

pub(super) fn read_verifie(r: &mut Reader<'_>) -> Option<Verifie> {
    let le = r.date_at("le", "Jour de la vérification.");
    if le.is_none() {
        r.missing("le");
    }
    let par = r.text("par", "Qui a vérifié : une équipe ou un rôle, pas un nom.");
    let comment =
        r.word("comment", "Comment : téléphone, visite, courriel…", &vocabulary::VERIFIE_COMMENT);
    le.map(|le| Verifie { le: le.value, par, comment, span: le.span })
}

fn read_termine(r: &mut Reader<'_>) -> Termine {
    Termine {
        le: r.date("le", "Depuis quand c’est fini."),
        raison: r.text("raison", "Pourquoi, en mots simples."),
        remplace_par: r.reference("remplace_par", "Ce qui le remplace."),
    }
}

fn read_image(r: &mut Reader<'_>) -> Option<Image> {
    let fichier = r.text_at("fichier", "Nom du fichier dans le dossier « images » du guide.");
    if fichier.is_none() {
        r.missing("fichier");
    }
    if r.is_documenting() {
        r.missing("alt");
    } else if !r.has("alt") {
        let span = r.first_line();
        r.error(
            "image-sans-texte",
            &span,
            "Cette image n’a pas de texte de remplacement : les aveugles ne sauront pas ce qu’elle montre.",
            "Ajoutez « alt: ce que montre l’image », ou « alt: \"\" » si elle ne fait que décorer.",
        );
    }
    let alt = r
        .text("alt", "Ce que montre l’image, en une phrase ; vide si elle décore.")
        .unwrap_or_default();
    let legende = r.text("legende", "Légende.");
    let credit = r.text("credit", "Auteur de l’image.");
    fichier.map(|fichier| Image { fichier, alt, legende, credit })
}
