//! Languages people speak in a place, and the two ways of speaking that open a door to many.

use super::list::Vocabulary;
use super::term::{Term, coded};

/// `langues`: by ISO 639 code or by French name; other languages are welcome.
///
/// The codes are those that HTML takes in `lang`; plain French has no code of its own and bears a
/// private one.
pub static LANGUES: Vocabulary = Vocabulary::open("langues", TERMS, OLDER);

/// A language whose plain name is its name.
const fn langue(code: &'static str, name: &'static str) -> Term {
    coded(code, name, name)
}

#[rustfmt::skip]
const TERMS: &[Term] = &[
    langue("fr", "français"),
    coded("fsl", "langue des signes française (LSF)", "langue des signes"),
    coded("fr-x-falc", "facile à lire et à comprendre (FALC)", "documents faciles à lire"),
    langue("sq", "albanais"), langue("de", "allemand"), langue("gsw", "alsacien"), langue("am", "amharique"), langue("en", "anglais"),
    langue("ar", "arabe"), langue("hy", "arménien"), langue("az", "azéri"), langue("bm", "bambara"), langue("eu", "basque"),
    langue("bn", "bengali"), langue("ber", "berbère"), langue("bs", "bosnien"), langue("br", "breton"), langue("bg", "bulgare"),
    langue("ca", "catalan"), langue("zh", "chinois"), langue("ko", "coréen"), langue("co", "corse"), langue("gcf", "créole antillais"),
    langue("ht", "créole haïtien"), langue("rcf", "créole réunionnais"), langue("hr", "croate"), langue("da", "danois"), langue("prs", "dari"),
    langue("dyu", "dioula"), langue("es", "espagnol"), langue("ka", "géorgien"), langue("el", "grec"), langue("ha", "haoussa"),
    langue("he", "hébreu"), langue("hi", "hindi"), langue("hu", "hongrois"), langue("it", "italien"), langue("ja", "japonais"),
    langue("kab", "kabyle"), langue("km", "khmer"), langue("kg", "kikongo"), langue("ku", "kurde"), langue("lo", "laotien"),
    langue("ln", "lingala"), langue("mk", "macédonien"), langue("mg", "malgache"), langue("mn", "mongol"), langue("nl", "néerlandais"),
    langue("ne", "népalais"), langue("oc", "occitan"), langue("ur", "ourdou"), langue("ps", "pachto"), langue("pa", "pendjabi"),
    langue("fa", "persan"), langue("ff", "peul"), langue("pl", "polonais"), langue("pt", "portugais"), langue("rom", "romani"),
    langue("ro", "roumain"), langue("ru", "russe"), langue("sr", "serbe"), langue("swb", "shimaoré"), langue("si", "cinghalais"),
    langue("sk", "slovaque"), langue("so", "somali"), langue("snk", "soninké"), langue("sw", "swahili"), langue("tl", "tagalog"),
    langue("ty", "tahitien"), langue("ta", "tamoul"), langue("ce", "tchétchène"), langue("cs", "tchèque"), langue("th", "thaï"),
    langue("ti", "tigrigna"), langue("tr", "turc"), langue("uk", "ukrainien"), langue("vi", "vietnamien"), langue("wo", "wolof"),
];

#[rustfmt::skip]
const OLDER: &[(&str, &str)] = &[
    ("LSF", "fsl"), ("langue des signes", "fsl"),
    ("FALC", "fr-x-falc"), ("facile à lire", "fr-x-falc"),
    ("english", "en"), ("español", "es"), ("castillan", "es"), ("deutsch", "de"), ("italiano", "it"), ("português", "pt"),
    ("arabe littéraire", "ar"), ("arabe dialectal", "ar"), ("arabe maghrébin", "ar"), ("darija", "ar"),
    ("mandarin", "zh"), ("chinois mandarin", "zh"), ("farsi", "fa"), ("iranien", "fa"), ("pachtou", "ps"), ("pashto", "ps"), ("pachtoune", "ps"),
    ("kurmandji", "ku"), ("tamazight", "ber"), ("amazigh", "ber"), ("penjabi", "pa"), ("punjabi", "pa"), ("ourdu", "ur"), ("urdu", "ur"), ("pular", "ff"), ("fulani", "ff"),
    ("moldave", "ro"), ("sarakolé", "snk"), ("tigrinya", "ti"), ("mahorais", "swb"), ("créole martiniquais", "gcf"),
    ("créole guadeloupéen", "gcf"), ("cambodgien", "km"), ("lao", "lo"), ("philippin", "tl"), ("rromani", "rom"), ("flamand", "nl"), ("hollandais", "nl"),
];
