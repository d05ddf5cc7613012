//! Whether a text is in another language than French: by its letters, or by small words that French does not have.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fold;

/// Small words of languages written with our letters, without accents. None of them is a French word.
const SMALL: [(&str, &str); 15] = [
    (
        "en",
        "the and of to with you your for is are this from have our we can by it not will at be their",
    ),
    ("es", "el los las del con para por una esta como usted puede sus al lo hay nuestro"),
    ("pt", "os do da dos das em um uma para com nao seu sua voce pelo pela por na ao"),
    (
        "it",
        "di che della per con una sono gli nel alla lo dei delle anche questo nella degli piu come",
    ),
    ("de", "der die das und ist nicht mit fur sie ein eine zu auf von wir den dem bei oder ihre"),
    ("nl", "het een van voor met niet zijn wij bij uw deze kunt ook"),
    ("ro", "este sau pentru cu din sunt care pe ale acest aceasta"),
    ("pl", "na do sie jest oraz dla nie to za od przez lub moze"),
    ("tr", "ve bir icin ile olarak veya cok daha gibi kadar her"),
    ("sq", "dhe eshte nga per juaj mund nje ose"),
    ("vi", "va cua cho cac nhung khong mot ban"),
    ("ca", "els amb una per del dels aquest aquesta seva tots hi ha al"),
    ("oc", "lo los las amb una del dels per aqueste aquela dins pels"),
    ("eu", "eta dira edo ez da dago zure bat hau izan ere egiten"),
    ("br", "ar ur ha hag gant evit eus zo ket war"),
];

/// Small words of French that none of these languages shares.
const FRENCH: &str = "du des et est aux une pour avec dans vous votre vos nous cette sur ou pas sont ce qui il elle leur plus";

/// Scripts by the numbers of their letters, each with the language that is most often written so.
const SCRIPTS: [(u32, u32, &str); 20] = [
    (0x0370, 0x03ff, "el"),
    (0x0400, 0x052f, "ru"),
    (0x0530, 0x058f, "hy"),
    (0x0590, 0x05ff, "he"),
    (0x0600, 0x077f, "ar"),
    (0x0900, 0x097f, "hi"),
    (0x0980, 0x09ff, "bn"),
    (0x0a00, 0x0a7f, "pa"),
    (0x0b80, 0x0bff, "ta"),
    (0x0d80, 0x0dff, "si"),
    (0x0e00, 0x0e7f, "th"),
    (0x0e80, 0x0eff, "lo"),
    (0x10a0, 0x10ff, "ka"),
    (0x1200, 0x139f, "am"),
    (0x1780, 0x17ff, "km"),
    (0x2d30, 0x2d7f, "ber"),
    (0x3040, 0x30ff, "ja"),
    (0x4e00, 0x9fff, "zh"),
    (0xac00, 0xd7af, "ko"),
    (0xfb50, 0xfeff, "ar"),
];

/// Letters that only one of the languages of a script has.
const TELLING: [(&str, &str, &str); 5] = [
    ("ru", "uk", "іїєґ"),
    ("ru", "sr", "јљњђћ"),
    ("ar", "ur", "ٹڈڑے"),
    ("ar", "ps", "ټډړښځ"),
    ("ar", "fa", "پچژگ"),
];

/// The first letter of another script than ours.
const FIRST: char = '\u{370}';
/// Letters of another script from which they are no mere name in a sentence.
const LETTERS: usize = 30;
/// Words from which a text tells its language.
const WORDS: usize = 6;
/// Different small words that tell a language.
const DIFFERENT: usize = 3;
/// One word of so many, at least, is a small one in any language.
const ONE_IN: usize = 5;

/// The rank of the languages that have a word; none for French.
static LANGUAGES_OF: LazyLock<HashMap<&'static str, Vec<Option<usize>>>> = LazyLock::new(|| {
    let mut all: HashMap<_, Vec<_>> = HashMap::new();
    for (rank, (_, words)) in SMALL.iter().enumerate() {
        for word in words.split(' ') {
            all.entry(word).or_default().push(Some(rank));
        }
    }
    all.extend(FRENCH.split(' ').map(|word| (word, vec![None])));
    all
});

/// The code of the language that a text seems to be in, when that is not French.
pub fn foreign(text: &str) -> Option<&'static str> {
    by_script(text).or_else(|| by_words(text))
}

fn by_script(text: &str) -> Option<&'static str> {
    let script = |c: char| {
        let number = u32::from(c);
        SCRIPTS.iter().find(|(first, last, _)| (*first..=*last).contains(&number))
    };
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let mut counts: HashMap<&'static str, usize> = HashMap::new();
    let others = text.chars().filter(|c| *c >= FIRST && c.is_alphabetic());
    for (_, _, code) in others.filter_map(script) {
        *counts.entry(code).or_default() += 1;
    }
    let (code, count) = counts.into_iter().max_by_key(|(code, count)| (*count, *code))?;
    if count < LETTERS && (count * 2 <= letters || count < WORDS) {
        return None;
    }
    // Kana stand among Chinese signs in Japanese only.
    let kana = text.chars().any(|c| (0x3040..=0x30ff).contains(&u32::from(c)));
    if code == "zh" && kana {
        return Some("ja");
    }
    let small = text.to_lowercase();
    let tells = |(of, _, signs): &&(&str, &str, &str)| {
        *of == code && small.chars().any(|c| signs.contains(c))
    };
    Some(TELLING.iter().find(tells).map_or(code, |(_, one, _)| *one))
}

/// A text without what it quotes: a title keeps its language.
fn unquoted(text: &str) -> String {
    let mut depth = 0_usize;
    let kept = text.chars().filter(|c| {
        depth += usize::from("«“".contains(*c));
        let said = depth == 0;
        depth -= usize::from("»”".contains(*c) && depth > 0);
        said
    });
    kept.collect()
}

fn by_words(text: &str) -> Option<&'static str> {
    let folded = fold(&unquoted(text));
    let all = || folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words = all().count();
    if words < WORDS {
        return None;
    }
    let mut french = 0;
    let mut found: [Vec<&str>; SMALL.len()] = Default::default();
    for word in all() {
        for rank in LANGUAGES_OF.get(word).into_iter().flatten() {
            match rank {
                Some(rank) => found[*rank].push(word),
                None => french += 1,
            }
        }
    }
    let (rank, hits) =
        found.iter_mut().enumerate().max_by_key(|(rank, hits)| (hits.len(), SMALL.len() - rank))?;
    let count = hits.len();
    hits.sort_unstable();
    hits.dedup();
    let told = hits.len() >= DIFFERENT && count * ONE_IN >= words && count > 2 * french;
    told.then_some(SMALL[rank].0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_tell_their_language() {
        for (code, text) in [
            ("en", "Come and see us on Monday: we help you with your phone for free."),
            ("es", "Ayuda gratuita para los trámites por Internet, con una persona del barrio."),
            ("pt", "Ajuda gratuita para os seus pedidos na Internet, com uma pessoa do bairro."),
            ("de", "Wir helfen Ihnen mit dem Computer und mit der Post, ohne Termin bei uns."),
            (
                "it",
                "Aiuto gratuito per le pratiche su Internet, con una persona della città, anche il sabato.",
            ),
            ("nl", "Wij helpen u met het internet en met een computer voor thuis."),
            ("tr", "İnternet için ücretsiz yardım, her gün ve herkes için, bir randevu ile."),
            (
                "eu",
                "Doako laguntza Interneten, egunero eta guztientzat: edo zure etxean edo hemen, bat eta bi dira.",
            ),
            ("ar", "مساعدة مجانية لاستعمال الإنترنت"),
            ("fa", "کمک رایگان برای استفاده از اینترنت و گوشی"),
            ("uk", "Безкоштовна допомога з Інтернетом"),
            ("ru", "Бесплатная помощь с Интернетом"),
            ("zh", "免费帮助您使用互联网和手机"),
            ("ja", "インターネットの使い方を無料でお手伝いします"),
        ] {
            assert_eq!(foreign(text), Some(code), "{text}");
        }
    }

    #[test]
    fn french_texts_and_names_in_them_are_french() {
        for text in [
            "",
            "The end",
            "Le groupe « We are the kids of your street ».",
            "Un atelier « Do it yourself » pour apprendre à vous servir de votre téléphone.",
            "Le club Los Amigos del Barrio vous aide avec Internet, tous les lundis, sur place.",
            "Nous parlons anglais, العربية, русский et 中文.",
            "Van der Meer et fils, à Lons-le-Saunier : prêt de matériel et dépannage.",
            "Wi-Fi, scanner, imprimante, casque, webcam, clavier, souris, tablette.",
        ] {
            assert_eq!(foreign(text), None, "{text}");
        }
    }
}
