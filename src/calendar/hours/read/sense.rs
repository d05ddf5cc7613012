//! The words staff use for hours, folded (no accents, lower case), and what each means.

use super::super::days::Weekdays;
use super::super::holiday::Holiday;

/// What a word or a phrase means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Sense {
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
    /// `semaine`: a week, or its days from Monday to Friday.
    Week,
    /// `semaines`, beside a number; alone it says nothing.
    Weeks,
    /// 1 to 12.
    Month(i8),
    /// `à`, `au`, `-`.
    To,
    /// `et`.
    And,
    /// `ou`: one or the other, which a guide cannot choose.
    Or,
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
    /// `(mais ouvert`, which gives back what `sauf` took.
    StillOpen,
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
    /// `toujours sur rendez-vous`: all hours of the text are.
    AllAppointment,
    /// `à confirmer`.
    Perhaps,
    /// `aussi`: these hours come on top of those before.
    Also,
    /// `seulement`: these hours take the place of those before.
    Only,
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
pub(in super::super) fn word(word: &str) -> Option<Sense> {
    use Sense::*;
    let sense = match word {
        "le" | "la" | "les" | "l" | "de" | "du" | "des" | "d" | "en" | "un" | "une" | "ce"
        | "tous" | "tout" | "toute" | "toutes" | "chaque" | "ouvert" | "ouverte" | "ouverts"
        | "ouverture" | "open" | "accueil" | "permanence" | "permanences" | "horaires"
        | "continu" | "annee" => Skip,
        "seulement" | "uniquement" => Only,
        "aussi" | "egalement" => Also,
        "annuelle" | "annuelles" | "exceptionnelle" | "exceptionnelles" | "exceptionnellement"
        | "inclus" | "incluse" | "compris" => Skip,
        "mois" => OfMonth,
        "a" | "au" | "aux" => To,
        "et" | "puis" => And,
        "ou" => Or,
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
        "semaine" => Week,
        "semaines" => Weeks,
        "weekend" | "weekends" => Days(Weekdays::WEEKEND),
        _ => return day(word).or_else(|| ordinal(word)).or_else(|| month(word)),
    };
    Some(sense)
}

/// Numbers in letters.
pub(in super::super) fn number(word: &str) -> Option<u32> {
    match word {
        "deux" => Some(2),
        "trois" => Some(3),
        "quatre" => Some(4),
        _ => None,
    }
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
        "premier" | "premiers" | "premiere" | "premieres" => 1,
        "deuxieme" | "deuxiemes" | "second" | "seconde" | "seconds" => 2,
        "troisieme" | "troisiemes" => 3,
        "quatrieme" | "quatriemes" => 4,
        "cinquieme" | "cinquiemes" => 5,
        "dernier" | "derniers" | "derniere" | "dernieres" => -1,
        _ => return None,
    };
    Some(Sense::Nth(nth))
}

fn month(word: &str) -> Option<Sense> {
    super::super::super::names::month_named(word).map(Sense::Month)
}
