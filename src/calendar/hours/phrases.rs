//! The words staff use for hours, and what each means; words are folded (no accents, lower case).

use super::days::{Holiday, SchoolBreak, Weekdays};

/// What a word or a phrase means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// Says nothing by itself: articles, « ouvert ».
    Skip,
    /// A weekday, from Monday (0).
    Day(usize),
    /// Several weekdays.
    Days(Weekdays),
    /// `premier`, `dernier`: 1 to 5, −1, −2.
    Nth(i8),
    /// `du mois`.
    OfMonth,
    /// 1 to 12.
    Month(i8),
    /// `à`, `au`, `-`.
    To,
    /// `et`.
    And,
    /// `,`.
    Comma,
    /// `semaines paires`.
    Even,
    /// `semaines impaires`.
    Odd,
    /// `une semaine sur deux`.
    OneIn(u8),
    /// `à partir du`.
    Since,
    /// `jusqu’au`.
    Until,
    /// `sauf`.
    Except,
    /// `pendant`.
    During,
    /// `jours fériés`, `vacances scolaires`.
    Holiday(Holiday),
    /// `en période scolaire`: outside the school holidays.
    TermTime,
    /// `fermé`.
    Closed,
    /// `sur rendez-vous`.
    Appointment,
    /// `sinon`.
    Else,
    /// `matin`, `après-midi`: no hours, so no answer.
    HalfDay,
    /// `un jour sur deux`: no days, so no answer.
    Unsaid,
    /// `24/7`.
    Always,
    /// Words worth repeating as they are.
    Remark(&'static str),
    /// `midi`, `minuit`: minute of the day.
    Clock(u16),
}

/// Words of one token.
pub(super) fn word(word: &str) -> Option<Sense> {
    use Sense::*;
    let sense = match word {
        "le" | "la" | "les" | "l" | "de" | "du" | "des" | "d" | "en" | "un" | "une" | "ce"
        | "tous" | "tout" | "toute" | "toutes" | "chaque" | "ouvert" | "ouverte" | "ouverts"
        | "ouverture" | "open" | "accueil" | "permanence" | "permanences" | "semaines"
        | "horaires" | "continu" | "annee" | "uniquement" | "seulement" => Skip,
        "mois" => OfMonth,
        "a" | "au" | "aux" => To,
        "et" | "puis" | "ou" => And,
        "depuis" => Since,
        "sauf" | "hors" | "excepte" | "exceptes" | "excepter" | "hormis" => Except,
        "pendant" | "durant" => During,
        "feries" | "ferie" | "ph" => Holiday(self::Holiday::Public),
        "vacances" | "sh" => Holiday(self::Holiday::School),
        "ferme" | "fermee" | "fermes" | "fermees" | "fermeture" | "off" | "closed" => Closed,
        "rdv" => Appointment,
        "sinon" | "autrement" => Else,
        "matin" | "matins" | "matinee" | "soir" | "soirs" | "journee" | "midis" => HalfDay,
        "midi" => Clock(12 * 60),
        "minuit" => Clock(24 * 60),
        "jours" | "jour" => Days(Weekdays::ALL),
        "semaine" => Days(Weekdays::WORKING),
        "weekend" | "weekends" => Days(Weekdays::WEEKEND),
        _ => return day(word).or_else(|| ordinal(word)).or_else(|| month(word)),
    };
    Some(sense)
}

fn day(word: &str) -> Option<Sense> {
    let index = match word {
        "lundi" | "lundis" | "lun" | "lu" | "mo" => 0,
        "mardi" | "mardis" | "mar" | "ma" | "tu" => 1,
        "mercredi" | "mercredis" | "mer" | "me" | "we" => 2,
        "jeudi" | "jeudis" | "jeu" | "je" | "th" => 3,
        "vendredi" | "vendredis" | "ven" | "ve" | "fr" => 4,
        "samedi" | "samedis" | "sam" | "sa" => 5,
        "dimanche" | "dimanches" | "dim" | "di" | "su" => 6,
        _ => return None,
    };
    Some(Sense::Day(index))
}

fn ordinal(word: &str) -> Option<Sense> {
    let nth = match word {
        "premier" | "premiers" | "premiere" => 1,
        "deuxieme" | "deuxiemes" | "second" | "seconds" => 2,
        "troisieme" | "troisiemes" => 3,
        "quatrieme" | "quatriemes" => 4,
        "cinquieme" | "cinquiemes" => 5,
        "dernier" | "derniers" | "derniere" => -1,
        _ => return None,
    };
    Some(Sense::Nth(nth))
}

fn month(word: &str) -> Option<Sense> {
    super::super::names::month_named(word).map(Sense::Month)
}

/// Phrases of several tokens, the longer before those it begins with; tokens are parted by spaces.
pub(super) const PHRASES: &[(&str, Sense)] = &[
    ("avec ou sans rendez - vous", Sense::Remark("avec ou sans rendez-vous")),
    ("avec ou sans rendez vous", Sense::Remark("avec ou sans rendez-vous")),
    ("avec ou sans rdv", Sense::Remark("avec ou sans rendez-vous")),
    ("sans rendez - vous", Sense::Remark("sans rendez-vous")),
    ("sans rendez vous", Sense::Remark("sans rendez-vous")),
    ("sans rdv", Sense::Remark("sans rendez-vous")),
    ("sur rendez - vous", Sense::Appointment),
    ("sur rendez vous", Sense::Appointment),
    ("sur rdv", Sense::Appointment),
    ("avec rendez - vous", Sense::Appointment),
    ("rendez - vous", Sense::Appointment),
    ("rendez vous", Sense::Appointment),
    ("sans interruption", Sense::Skip),
    ("non - stop", Sense::Skip),
    ("non stop", Sense::Skip),
    ("jours feries", Sense::Holiday(Holiday::Public)),
    ("jour ferie", Sense::Holiday(Holiday::Public)),
    ("vacances de la toussaint", Sense::Holiday(Holiday::Break(SchoolBreak::Toussaint))),
    ("vacances de toussaint", Sense::Holiday(Holiday::Break(SchoolBreak::Toussaint))),
    ("vacances de noel", Sense::Holiday(Holiday::Break(SchoolBreak::Noel))),
    ("vacances d ' hiver", Sense::Holiday(Holiday::Break(SchoolBreak::Hiver))),
    ("vacances de fevrier", Sense::Holiday(Holiday::Break(SchoolBreak::Hiver))),
    ("vacances de printemps", Sense::Holiday(Holiday::Break(SchoolBreak::Printemps))),
    ("vacances de paques", Sense::Holiday(Holiday::Break(SchoolBreak::Printemps))),
    ("vacances d ' ete", Sense::Holiday(Holiday::Break(SchoolBreak::Ete))),
    ("vacances scolaires", Sense::Holiday(Holiday::School)),
    ("vacance scolaire", Sense::Holiday(Holiday::School)),
    ("conges scolaires", Sense::Holiday(Holiday::School)),
    ("periode de vacances scolaires", Sense::Holiday(Holiday::School)),
    ("periodes scolaires", Sense::TermTime),
    ("periode scolaire", Sense::TermTime),
    ("temps scolaire", Sense::TermTime),
    ("en dehors", Sense::Except),
    ("a l ' exception", Sense::Except),
    ("a partir", Sense::Since),
    ("a compter", Sense::Since),
    ("jusqu ' au", Sense::Until),
    ("jusqu ' a", Sense::Until),
    ("toutes les semaines", Sense::Skip),
    ("chaque semaine", Sense::Skip),
    ("jour sur deux", Sense::Unsaid),
    ("jours ouvres", Sense::Days(Weekdays::WORKING)),
    ("jours ouvrables", Sense::Days(Weekdays::WORKING.with(Weekdays::one(5)))),
    ("toutes les 2 semaines", Sense::OneIn(2)),
    ("une semaine sur 2", Sense::OneIn(2)),
    ("sur 2", Sense::OneIn(2)),
    ("toutes les deux semaines", Sense::OneIn(2)),
    ("toutes les trois semaines", Sense::OneIn(3)),
    ("tous les quinze jours", Sense::OneIn(2)),
    ("tous les 15 jours", Sense::OneIn(2)),
    ("une semaine sur deux", Sense::OneIn(2)),
    ("une semaine sur trois", Sense::OneIn(3)),
    ("une semaine sur quatre", Sense::OneIn(4)),
    ("1 semaine sur 2", Sense::OneIn(2)),
    ("1 semaine / 2", Sense::OneIn(2)),
    ("sur deux", Sense::OneIn(2)),
    ("sur trois", Sense::OneIn(3)),
    ("sur quatre", Sense::OneIn(4)),
    ("semaines paires", Sense::Even),
    ("semaine paire", Sense::Even),
    ("sem . paires", Sense::Even),
    ("paires", Sense::Even),
    ("semaines impaires", Sense::Odd),
    ("semaine impaire", Sense::Odd),
    ("sem . impaires", Sense::Odd),
    ("impaires", Sense::Odd),
    ("avant - dernier", Sense::Nth(-2)),
    ("avant - derniers", Sense::Nth(-2)),
    ("apres - midi", Sense::HalfDay),
    ("apres - midis", Sense::HalfDay),
    ("apres midi", Sense::HalfDay),
    ("week - end", Sense::Days(Weekdays::WEEKEND)),
    ("week - ends", Sense::Days(Weekdays::WEEKEND)),
    ("week end", Sense::Days(Weekdays::WEEKEND)),
    ("24h / 24 7 j / 7", Sense::Always),
    ("24h / 24", Sense::Always),
    ("24 / 24", Sense::Always),
    ("24 / 7", Sense::Always),
    ("7 j / 7", Sense::Days(Weekdays::ALL)),
    ("7 / 7", Sense::Days(Weekdays::ALL)),
    ("ainsi que", Sense::And),
];

/// Words proposed for one that nobody knows, besides weekdays and months.
pub(super) const SUGGESTED: [&str; 16] = [
    "semaines",
    "paires",
    "impaires",
    "vacances",
    "scolaires",
    "fériés",
    "sauf",
    "pendant",
    "premier",
    "deuxième",
    "troisième",
    "quatrième",
    "dernier",
    "fermé",
    "rendez-vous",
    "jours",
];

/// Names of feasts, folded: they are dates that change or public holidays like the others.
pub(super) const FEASTS: [&str; 6] =
    ["paques", "pentecote", "ascension", "toussaint", "noel", "armistice"];
