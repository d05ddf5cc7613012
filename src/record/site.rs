//! The settings of the home above several guides, and of one guide.

use std::sync::Arc;

use crate::calendar::{Date, Interval};
use crate::diagnostic::{Place, Source};
use crate::territory::{self, Departement};
use crate::vocabulary::Term;

use super::audit::Grille;
use super::emports;
use super::fraicheur::{self, Fraicheur};
use super::produits;
use super::reader::{At, Reader};

/// How to reach the publisher.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// E-mail of a role.
    pub courriel: Option<String>,
    /// Phone.
    pub telephone: Option<String>,
    /// Postal address.
    pub adresse: Option<String>,
}

/// What the publisher of a new guide is called until its name is written.
pub const A_COMPLETER: &str = "(à compléter)";

/// What a site and a guide both say of themselves.
#[derive(Clone, Debug)]
pub struct Reglages {
    /// Title.
    pub titre: String,
    /// Who publishes.
    pub editeur: String,
    /// How to reach them.
    pub contact: Contact,
    /// One or two sentences.
    pub presentation_resume: Option<String>,
    /// Who answers for what is published (law of 21 June 2004, article 6).
    pub responsable_publication: Option<String>,
    /// Who hosts the site (same law).
    pub hebergeur: Option<String>,
    /// Public address, when known.
    pub adresse_publique: Option<String>,
    /// Declared audit of accessibility.
    pub audit: Option<Audit>,
    /// What the statement of accessibility says besides.
    pub accessibilite: Option<Declaration>,
    /// The file it was written in.
    pub fichier: Arc<Source>,
    /// The bytes of its first key.
    pub span: std::ops::Range<usize>,
}

/// An audit of accessibility, declared by the publisher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit {
    /// Its day.
    pub date: Date,
    /// Who made it.
    pub auditeur: String,
    /// Criteria met, in percent.
    pub taux: u32,
    /// Pages that were looked at.
    pub pages: Vec<String>,
    /// Browsers and assistive technologies it was made with.
    pub environnements: Vec<String>,
    /// Tools it was made with.
    pub outils: Vec<String>,
    /// Where it is written.
    pub span: std::ops::Range<usize>,
}

/// What the statement of accessibility says besides the audit (decree 2019-768, article 4).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Declaration {
    /// The day it was made; that of the build unless written.
    pub etablie_le: Option<Date>,
    /// Content known not to be accessible.
    pub contenus_non_accessibles: Vec<String>,
    /// Content left out because mending it would cost too much for what it brings.
    pub derogations: Vec<String>,
    /// Content the law leaves out.
    pub contenus_exempts: Vec<String>,
    /// The plan of several years, due from public bodies.
    pub schema_pluriannuel: Option<SchemaPluriannuel>,
}

/// A plan of several years for accessibility, and what is done this year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaPluriannuel {
    /// Its years, in words.
    pub periode: Option<String>,
    /// Where it is published.
    pub lien: Option<String>,
    /// What is done this year.
    pub actions: Vec<String>,
}

/// The home above several guides.
#[derive(Clone, Debug)]
pub struct Site {
    /// Title, publisher, contact.
    pub reglages: Reglages,
    /// The region, by name.
    pub region: Option<String>,
}

/// One guide: a département.
#[derive(Clone, Debug)]
pub struct GuideReglages {
    /// Title, publisher, contact.
    pub reglages: Reglages,
    /// The département.
    pub departement: Option<&'static Departement>,
    /// A phone that answers people who look for help.
    pub telephone_aide: Option<String>,
    /// The guide's own colours.
    pub couleurs: Couleurs,
    /// What each build prints, terms of the vocabulary; what every library needs unless written.
    pub produits: Vec<&'static Term>,
    /// What each build makes for those without network, terms of the vocabulary; all that fits unless written.
    pub hors_ligne: Vec<&'static Term>,
    /// After how long a record is to be checked again.
    pub fraicheur: Fraicheur,
    /// After how long without check a record is told on the site alone, no more on paper.
    pub ne_plus_imprimer: Option<Interval>,
    /// Until when dates are shown; eight weeks when not written.
    pub valable_jusqu_au: Option<Date>,
    /// Everything in it is an example.
    pub demonstration: bool,
    /// Hard budget of a page, in bytes of brotli.
    pub budget: Option<u32>,
}

/// Colours a guide chooses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Couleurs {
    /// Links and actions: at least 7:1 on white.
    pub accent: Option<At<String>>,
}

impl Reglages {
    /// Takes from the settings above what these leave unsaid: whoever finds a mistake must reach somebody.
    pub fn inherit(&mut self, above: &Self) {
        let or = |own: &mut Option<String>, theirs: &Option<String>| {
            if own.is_none() {
                own.clone_from(theirs);
            }
        };
        or(&mut self.contact.courriel, &above.contact.courriel);
        or(&mut self.contact.telephone, &above.contact.telephone);
        or(&mut self.contact.adresse, &above.contact.adresse);
        or(&mut self.responsable_publication, &above.responsable_publication);
        or(&mut self.hebergeur, &above.hebergeur);
        self.audit = self.audit.take().or_else(|| above.audit.clone());
        self.accessibilite = self.accessibilite.take().or_else(|| above.accessibilite.clone());
    }

    /// Takes what a finished grid says: its audit, and what it found.
    pub fn declare(&mut self, grille: &Grille) {
        let Some(audit) = grille.audit() else { return };
        self.audit = Some(audit);
        let [defauts, derogations] = grille.defauts();
        let own = self.accessibilite.get_or_insert_default();
        own.contenus_non_accessibles.extend(defauts);
        own.derogations.extend(derogations);
    }

    /// Where what concerns the whole file is shown.
    pub fn first_line(&self) -> Place {
        self.fichier.at(self.span.clone())
    }
}

fn read_reglages(r: &mut Reader<'_>) -> Reglages {
    Reglages {
        titre: r.required("titre", "Titre.").unwrap_or_default(),
        editeur: r.required("editeur", "Qui publie.").unwrap_or_default(),
        contact: r
            .map("contact", "Comment joindre l’éditeur.", |r| Contact {
                courriel: r.email("courriel", "Courriel d’un service."),
                telephone: r.phone("telephone", "Téléphone."),
                adresse: r.text("adresse", "Adresse postale."),
            })
            .unwrap_or_default(),
        presentation_resume: r.text("presentation_resume", "Une ou deux phrases."),
        responsable_publication: r
            .text("responsable_publication", "Qui répond de ce qui est publié."),
        hebergeur: r.text("hebergeur", "Qui héberge le site : nom, adresse, téléphone."),
        adresse_publique: r.url("adresse_publique", "Adresse du site une fois en ligne."),
        audit: r.map("audit", "Audit d’accessibilité déclaré.", read_audit).flatten(),
        accessibilite: r.map(
            "accessibilite",
            "Ce que dit en plus la déclaration d’accessibilité.",
            read_declaration,
        ),
        fichier: Arc::clone(r.source()),
        span: r.first_line(),
    }
}

fn read_audit(r: &mut Reader<'_>) -> Option<Audit> {
    let date = r.date("date", "Jour de l’audit.");
    if date.is_none() {
        r.missing("date");
    }
    let auditeur = r.required("auditeur", "Qui l’a fait.");
    let taux = r.number("taux", "Critères respectés, en pourcentage.");
    if taux.is_none() {
        r.missing("taux");
    }
    let pages = r.texts("pages", "Pages regardées.");
    let environnements = r.texts(
        "environnements",
        "Navigateurs et aides techniques employés, par exemple « NVDA et Firefox ».",
    );
    let outils = r.texts("outils", "Outils employés.");
    let span = r.first_line();
    Some(Audit {
        date: date?,
        auditeur: auditeur?,
        taux: taux?,
        pages,
        environnements,
        outils,
        span,
    })
}

fn read_declaration(r: &mut Reader<'_>) -> Declaration {
    Declaration {
        etablie_le: r.date(
            "etablie_le",
            "Jour où la déclaration a été faite ; le jour de la publication sinon.",
        ),
        contenus_non_accessibles: r
            .texts("contenus_non_accessibles", "Ce que l’audit a trouvé de non accessible."),
        derogations: r.texts(
            "derogations",
            "Ce qui n’est pas corrigé parce que ce serait une charge disproportionnée, avec la raison.",
        ),
        contenus_exempts: r
            .texts("contenus_exempts", "Ce que la loi ne demande pas de rendre accessible."),
        schema_pluriannuel: r.map(
            "schema_pluriannuel",
            "Le schéma pluriannuel d’accessibilité, dû par les organismes publics.",
            |r| SchemaPluriannuel {
                periode: r.text("periode", "Ses années, par exemple 2026-2028."),
                lien: r.url("lien", "Où il est publié."),
                actions: r.texts("actions", "Ce qui est fait cette année."),
            },
        ),
    }
}

pub(super) fn read_site(r: &mut Reader<'_>) -> Site {
    Site { reglages: read_reglages(r), region: r.text("region", "Nom de la région.") }
}

pub(super) fn read_guide(r: &mut Reader<'_>) -> GuideReglages {
    GuideReglages {
        reglages: read_reglages(r),
        departement: departement(r),
        telephone_aide: r
            .phone("telephone_aide", "Téléphone qui répond aux personnes qui cherchent de l’aide."),
        couleurs: r
            .map("couleurs", "Couleurs du guide.", |r| Couleurs { accent: colour(r) })
            .unwrap_or_default(),
        produits: produits::read(r),
        hors_ligne: emports::read(r),
        fraicheur: fraicheur::read(r),
        ne_plus_imprimer: r.interval(
            "ne_plus_imprimer",
            "Après combien de temps sans vérification une fiche n’est plus imprimée ; elle reste sur le site.",
        ),
        valable_jusqu_au: r.date(
            "valable_jusqu_au",
            "Jusqu’à quand les dates sont montrées ; huit semaines sinon.",
        ),
        demonstration: r
            .flag("demonstration", "Tout est un exemple : une mention le dit sur chaque page.")
            .unwrap_or(false),
        budget: r.number("budget", "Poids le plus grand d’une page, en octets."),
    }
}

fn departement(r: &mut Reader<'_>) -> Option<&'static Departement> {
    let written =
        r.text_at("departement", "Code du département, entre guillemets, par exemple \"86\".");
    let Some(written) = written else {
        r.missing("departement");
        return None;
    };
    departement_of(r, &written)
}

/// The département of a code that somebody wrote.
pub(super) fn departement_of(
    r: &mut Reader<'_>,
    written: &At<String>,
) -> Option<&'static Departement> {
    let found = territory::departement(&written.value);
    if found.is_none() {
        let remedy = match territory::departement(&format!("0{}", written.value)) {
            Some(meant) => format!("Écrivez \"{}\" pour {}.", meant.code, meant.nom),
            None => "Écrivez le code à deux ou trois signes, par exemple \"86\" ou \"2A\".".into(),
        };
        let message = format!("« {} » n’est le code d’aucun département.", written.value);
        r.error("departement-inconnu", &written.span, message, remedy);
    }
    found
}

fn colour(r: &mut Reader<'_>) -> Option<At<String>> {
    let written =
        r.text_at("accent", "Couleur des liens et des boutons, par exemple \"#7a2e12\".")?;
    let hex = written.value.strip_prefix('#').unwrap_or_default();
    if hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Some(At { value: written.value.to_lowercase(), span: written.span });
    }
    r.error(
        "couleur-invalide",
        &written.span,
        format!("« {} » n’est pas une couleur.", written.value),
        "Écrivez # et six chiffres ou lettres de a à f, entre guillemets : \"#7a2e12\".",
    );
    None
}
