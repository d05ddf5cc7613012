//! When something takes place: events, series, meetings.

use crate::calendar::{Date, Exception, Horaires, Length, TimeSpan};
use crate::vocabulary::{self, Term};

use super::acteur::{ReserveA, read_reserve_a};
use super::adresse::{self, Adresse};
use super::fiche::{self, Fiche};
use super::reader::{At, Reader};

/// Something that takes place.
#[derive(Clone, Debug)]
pub struct Evenement {
    /// What every record says.
    pub fiche: Fiche,
    /// Kind.
    pub sorte: Option<&'static Term>,
    /// Who organises it.
    pub organisateur: Option<At<String>>,
    /// Role of who leads it.
    pub qui: Option<String>,
    /// The place that hosts it.
    pub chez: Option<At<String>>,
    /// Where, without host.
    pub adresse: Adresse,
    /// How to follow it from home.
    pub en_ligne: Option<EnLigne>,
    /// When.
    pub quand: Quand,
    /// Its state.
    pub etat: Option<&'static Term>,
    /// All sessions, or those one likes.
    pub choix_des_seances: Option<&'static Term>,
    /// What to do before coming.
    pub avant_de_venir: Option<String>,
    /// What is lent.
    pub fourni: Vec<String>,
    /// What one has at the end.
    pub a_la_fin: Option<String>,
    /// How to register.
    pub inscription: Option<Inscription>,
    /// Number of places.
    pub places: Option<u32>,
    /// What was said and done, Markdown.
    pub compte_rendu: Option<At<String>>,
    /// The event this one is part of.
    pub decline_de: Option<At<String>>,
    /// Places visited.
    pub lieux_visites: Vec<At<String>>,
    /// Roles and bodies, no private person.
    pub intervenants: Vec<String>,
    /// What it is about.
    pub services: Vec<&'static Term>,
    /// Who is specially welcome.
    pub publics_specifiquement_adresses: Vec<&'static Term>,
    /// Which difficulty is met.
    pub prise_en_charge_specifique: Vec<&'static Term>,
    /// Free or not.
    pub frais_a_charge: Vec<&'static Term>,
    /// Alone, one to one, in a group, remotely.
    pub modalites_accompagnement: Vec<&'static Term>,
    /// Price in words.
    pub tarif: Option<String>,
    /// With or without registration.
    pub sans_rendez_vous: Option<&'static Term>,
    /// For whom only.
    pub reserve_a: Option<ReserveA>,
    /// What to bring.
    pub a_apporter: Vec<String>,
    /// Languages spoken.
    pub langues: Vec<String>,
    /// Access, in plain sentences.
    pub accessibilite: Option<String>,
    /// How far it speaks to.
    pub portee: Option<&'static Term>,
    /// Phone to ask.
    pub telephone: Option<String>,
    /// Web page.
    pub site_web: Vec<String>,
}

/// When an event takes place: one of four ways to say it.
///
/// Beside a rule, `dates` are its particular days: one that the rule gives is changed, any other is added.
#[derive(Clone, Debug, Default)]
pub enum Quand {
    /// Nobody knows yet.
    #[default]
    Inconnu,
    /// Named days.
    Dates(Vec<Seance>),
    /// Several days in a row.
    Periode {
        /// First day.
        du: Date,
        /// Last day.
        au: Option<Date>,
    },
    /// A rule, with the days between which it holds.
    Regle {
        /// The rule.
        regle: At<Horaires>,
        /// First day.
        du: Option<Date>,
        /// Last day.
        au: Option<Date>,
        /// When it does not take place.
        sauf: Vec<Exception>,
        /// Its particular days.
        dates: Vec<Seance>,
    },
    /// A series of sessions; without rule, its days are named.
    Serie {
        /// How many.
        nombre: Option<u32>,
        /// How long each is.
        duree: Option<Length>,
        /// The rule.
        regle: Option<At<Horaires>>,
        /// First day.
        du: Option<Date>,
        /// Last day.
        au: Option<Date>,
        /// When it does not take place.
        sauf: Vec<Exception>,
        /// Its particular days, or all of them.
        dates: Vec<Seance>,
    },
}

impl Quand {
    /// The days it names one by one.
    pub fn dates(&self) -> &[Seance] {
        match self {
            Self::Dates(dates) | Self::Regle { dates, .. } | Self::Serie { dates, .. } => dates,
            Self::Inconnu | Self::Periode { .. } => &[],
        }
    }

    /// Its rule, without the days that `sauf` takes away.
    pub fn regle(&self) -> Option<Horaires> {
        match self {
            Self::Regle { regle, sauf, .. } | Self::Serie { regle: Some(regle), sauf, .. } => {
                Some(regle.value.clone().except(sauf))
            }
            _ => None,
        }
    }
}

/// One named day.
#[derive(Clone, Debug)]
pub struct Seance {
    /// The day.
    pub le: Date,
    /// Its hours.
    pub horaires: Vec<TimeSpan>,
    /// Its own state.
    pub etat: Option<&'static Term>,
    /// Why it is not as the others.
    pub raison: Option<String>,
    /// Where it takes place, when not where the others do.
    pub ailleurs: Option<Ailleurs>,
    /// Where it is written.
    pub span: std::ops::Range<usize>,
}

/// The place of one day that is not held where the others are.
#[derive(Clone, Debug)]
pub struct Ailleurs {
    /// The host.
    pub chez: Option<At<String>>,
    /// Where, without host.
    pub adresse: Adresse,
    /// Where exactly: « salle du conseil ».
    pub ou: Option<String>,
}

/// How to follow from home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnLigne {
    /// Address of the meeting.
    pub lien: Option<String>,
    /// Phone to follow without Internet.
    pub telephone: Option<String>,
}

/// How to register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inscription {
    /// By phone.
    pub telephone: Option<String>,
    /// On the web.
    pub lien: Option<String>,
    /// By mail.
    pub courriel: Option<String>,
    /// Last day.
    pub avant: Option<At<Date>>,
}

/// Reads an event.
#[allow(clippy::too_many_lines, reason = "one line a key: the table of the manual")]
pub(super) fn read(r: &mut Reader<'_>, default_id: &str, departement: Option<&str>) -> Evenement {
    let evenement = Evenement {
        fiche: fiche::read(r, default_id),
        sorte: r.term("sorte", "Atelier, parcours, rencontre…", &vocabulary::EVENEMENT_SORTE),
        organisateur: r.reference("organisateur", "Qui organise."),
        qui: r.text("qui", "Le rôle de la personne qui anime."),
        chez: r.reference("chez", "Le lieu qui accueille."),
        adresse: adresse::read(r, departement),
        en_ligne: r.map("en_ligne", "Comment suivre de chez soi.", |r| EnLigne {
            lien: r.url("lien", "Adresse de la réunion en ligne."),
            telephone: r.phone("telephone", "Pour suivre par téléphone."),
        }),
        quand: read_quand(r, departement),
        etat: r.term(
            "etat",
            "Prévu, complet, déplacé, reporté, annulé, terminé.",
            &vocabulary::EVENEMENT_ETAT,
        ),
        choix_des_seances: r.term(
            "choix_des_seances",
            "Tout, ou tout ou partie.",
            &vocabulary::CHOIX_DES_SEANCES,
        ),
        avant_de_venir: r.text("avant_de_venir", "Ce qu’il faut faire avant."),
        fourni: r.texts("fourni", "Ce qui est prêté."),
        a_la_fin: r.text("a_la_fin", "Ce qu’on a à la fin."),
        inscription: r.map("inscription", "Comment s’inscrire.", |r| Inscription {
            telephone: r.phone("telephone", "Par téléphone."),
            lien: r.url("lien", "Sur Internet."),
            courriel: r.email("courriel", "Par courriel."),
            avant: r.date_at("avant", "Dernier jour pour s’inscrire."),
        }),
        places: r.number("places", "Nombre de places."),
        compte_rendu: r.text_at("compte_rendu", "Ce qui s’est dit et fait, en Markdown."),
        decline_de: r.reference("decline_de", "L’événement dont celui-ci fait partie."),
        lieux_visites: r.references("lieux_visites", "Lieux visités."),
        intervenants: r.texts("intervenants", "Rôles et structures, pas de nom de personne."),
        services: r.terms(
            "services",
            "De quoi il s’agit, avec les mots de la norme.",
            &vocabulary::SERVICES,
        ),
        publics_specifiquement_adresses: r.terms(
            "publics_specifiquement_adresses",
            "Les publics particulièrement accueillis.",
            &vocabulary::PUBLICS_SPECIFIQUEMENT_ADRESSES,
        ),
        prise_en_charge_specifique: r.terms(
            "prise_en_charge_specifique",
            "Les difficultés pour lesquelles l’équipe est formée.",
            &vocabulary::PRISE_EN_CHARGE_SPECIFIQUE,
        ),
        frais_a_charge: r.terms(
            "frais_a_charge",
            "Gratuit, gratuit sous condition, payant.",
            &vocabulary::FRAIS_A_CHARGE,
        ),
        modalites_accompagnement: r.terms(
            "modalites_accompagnement",
            "Seul, à deux, en groupe, à distance.",
            &vocabulary::MODALITES_ACCOMPAGNEMENT,
        ),
        tarif: r.text("tarif", "Le prix, en mots."),
        sans_rendez_vous: r.term(
            "sans_rendez_vous",
            "oui : on vient sans s’inscrire ; non ; « appelez avant de venir ».",
            &vocabulary::SANS_RENDEZ_VOUS,
        ),
        reserve_a: r.map("reserve_a", "Pour qui seulement.", read_reserve_a),
        a_apporter: r.texts("a_apporter", "Ce qu’il faut apporter."),
        langues: r.words("langues", "Langues parlées.", &vocabulary::LANGUES),
        accessibilite: r
            .text("accessibilite", "Accès en fauteuil et autres aides, en phrases simples."),
        portee: r.term("portee", "Jusqu’où il s’adresse.", &vocabulary::PORTEE),
        telephone: r.phone("telephone", "Pour se renseigner."),
        site_web: r.urls("site_web", "Page web de l’événement."),
    };
    require_somewhere(r, &evenement);
    evenement
}

/// An event is somewhere, online, or at least somebody's.
fn require_somewhere(r: &mut Reader<'_>, evenement: &Evenement) {
    let keys = ["chez", "commune", "code_insee", "en_ligne", "organisateur"];
    if !r.is_documenting() && !keys.iter().any(|key| r.holds(key)) {
        let span = evenement.fiche.span.clone();
        r.error(
            "evenement-sans-lieu",
            &span,
            "On ne sait pas où cet événement a lieu.",
            "Ajoutez « chez » (l’identifiant du lieu), ou « commune » et « adresse », ou « en_ligne ».",
        );
    }
}

/// The one way this event says when; two ways at once are a mistake.
fn read_quand(r: &mut Reader<'_>, departement: Option<&str>) -> Quand {
    let dates = r.maps(
        "dates",
        "Jours nommés, un par un ; avec « quand » ou « seances », ceux qui changent ou s’ajoutent.",
        |r| read_seance(r, departement),
    );
    let dates: Vec<Seance> = dates.into_iter().flatten().collect();
    let regle = r.hours("quand", "Règle, par exemple « 1er et 3e mardi 14h-16h ».");
    let sauf = r.exceptions("sauf", "Quand la règle n’a pas lieu.");
    let has_dates = !dates.is_empty();
    let serie = r.map("seances", "Série d’ateliers.", |r| read_serie(r, has_dates));
    let (du, au) = r.period();
    let named = dates.first().map(|first| first.span.clone());
    once(r, (du, au));
    alone(r, named, &sauf);
    doubles(r, &dates);
    // A series of the model that nobody filled in.
    let blank = serie.as_ref().is_some_and(Option::is_none);
    let serie = serie.flatten();
    match (regle, serie, du) {
        (Some(regle), _, _) => Quand::Regle { regle, du, au, sauf, dates },
        (None, Some(serie), _) => serie.with(sauf, dates),
        _ if !dates.is_empty() => Quand::Dates(dates),
        (None, None, Some(du)) => Quand::Periode { du, au },
        (None, None, None) => {
            require_when(r, blank);
            Quand::Inconnu
        }
    }
}

/// An event says when; what was written and refused has been told already.
fn require_when(r: &mut Reader<'_>, blank: bool) {
    let written = ["dates", "quand", "seances", "du"].iter().any(|key| r.holds(key));
    if !r.is_documenting() && (!written || blank) {
        let span = r.first_line();
        r.error(
            "evenement-sans-date",
            &span,
            "On ne sait pas quand cet événement a lieu.",
            "Ajoutez « dates », « quand », « seances », ou « du » et « au ».",
        );
    }
}

/// A rule, a series and a period exclude each other; named days go with a rule or a series, not with a period.
fn once(r: &mut Reader<'_>, (du, au): (Option<Date>, Option<Date>)) {
    let rules = ["quand", "seances"].iter().filter(|key| r.has(key)).count();
    let period = du.is_some() || au.is_some();
    // The days of a series are written in it.
    let outside = period && r.has("seances") && !r.has("quand");
    if rules > 1 || (rules == 0 && r.has("dates") && period) || outside {
        let span = r.first_line();
        r.error(
            "quand-en-double",
            &span,
            "Cet événement dit de plusieurs façons quand il a lieu.",
            "Gardez une seule de ces clés : « dates », « quand », « seances », ou « du » et « au » seuls.",
        );
    }
}

/// `sauf` takes days away from a rule: named days have none to take.
fn alone(r: &mut Reader<'_>, named: Option<std::ops::Range<usize>>, sauf: &[Exception]) {
    if !sauf.is_empty() && !r.has("quand") && !r.has("seances") {
        let span = named.unwrap_or_else(|| r.first_line());
        r.error(
            "sauf-sans-regle",
            &span,
            "« sauf » enlève des jours à une règle, et cet événement n’en a pas.",
            "Effacez « sauf », ou les jours qu’il enlève ; ou écrivez la règle avec « quand ».",
        );
    }
}

/// A day is named once: two lines for one day could contradict each other.
fn doubles(r: &mut Reader<'_>, dates: &[Seance]) {
    for (index, day) in dates.iter().enumerate() {
        let same = |other: &&Seance| other.le == day.le && other.horaires == day.horaires;
        if dates[..index].iter().any(|other| same(&other)) {
            r.error(
                "date-en-double",
                &day.span,
                format!("Le {} est écrit deux fois.", crate::calendar::short(day.le)),
                "Gardez une seule ligne pour ce jour, ou donnez aux deux des heures différentes.",
            );
        }
    }
}

fn read_seance(r: &mut Reader<'_>, departement: Option<&str>) -> Option<Seance> {
    let span = r.first_line();
    let le = r.date("le", "Le jour.");
    let horaires = r.times("horaires", "Les heures, par exemple 14h-16h.");
    let etat = r.term("etat", "L’état de cette date seulement.", &vocabulary::EVENEMENT_ETAT);
    let raison = r.text("raison", "Pourquoi cette date change.");
    let chez = r.reference("chez", "Le lieu de cette date seulement.");
    let adresse = adresse::read(r, departement);
    let ou = r.text("ou", "Où exactement, cette date seulement.");
    if le.is_none() {
        r.missing("le");
    }
    r.left_blank(&["horaires"]);
    let moved = chez.is_some() || ou.is_some() || !adresse.is_empty();
    let ailleurs = moved.then_some(Ailleurs { chez, adresse, ou });
    Some(Seance { le: le?, horaires, etat, raison, ailleurs, span })
}

/// What `seances` says; the days and exceptions beside it are added after.
struct Serie {
    nombre: Option<u32>,
    duree: Option<Length>,
    regle: Option<At<Horaires>>,
    du: Option<Date>,
    au: Option<Date>,
}

impl Serie {
    fn with(self, sauf: Vec<Exception>, dates: Vec<Seance>) -> Quand {
        let Self { nombre, duree, regle, du, au } = self;
        Quand::Serie { nombre, duree, regle, du, au, sauf, dates }
    }
}

/// Reads a series; nothing when no key of it says when.
fn read_serie(r: &mut Reader<'_>, has_dates: bool) -> Option<Serie> {
    let (du, au) = r.period();
    let nombre = r.number("nombre", "Combien de séances.");
    let regle = r.hours("quand", "Quand ont lieu les séances.");
    let named = has_dates && regle.is_none();
    if let (Some(count), None, false, false) = (nombre, au, named, r.is_documenting()) {
        let span = r.first_line();
        r.error(
            "serie-sans-fin",
            &span,
            format!("Une série de {count} séances a une fin, et elle n’est pas écrite."),
            "Ajoutez « au », le jour de la dernière séance, ou la liste des « dates ».",
        );
    }
    let duree = r.length("duree", "Durée d’une séance, par exemple 2h30.");
    let says = has_dates
        || r.is_documenting()
        || ["quand", "du", "au", "nombre"].iter().any(|key| r.holds(key));
    if says {
        r.left_blank(&["quand", "du", "au"]);
    }
    says.then_some(Serie { nombre, duree, regle, du, au })
}
