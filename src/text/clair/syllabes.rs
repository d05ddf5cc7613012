//! How many syllables a French word has, as it is cut when read slowly: « dé-ve-lop-pe-ment », « a-dresse ».

use unicode_normalization::UnicodeNormalization;

/// Sounds written with several letters, the longest first; each is one vowel.
const SOUNDS: [&str; 24] = [
    "eau", "oeu", "ueil", "euil", "aoû", "aie", "oie", "uie", "oui", "oei", "ai", "aî", "au", "ei",
    "eu", "eû", "oi", "oî", "ou", "où", "oû", "œu", "œi", "ui",
];

/// Ends in « ent » that are read (« document », « patient », « agent »); in other words they say that several people
/// act (« ils aident »).
const READ: [&str; 14] = [
    "anent", "arent", "cent", "dent", "érent", "gent", "ient", "inent", "lent", "ment", "quent",
    "sent", "tent", "vent",
];

/// Ends and words of verbs that look like those and are not read.
const UNREAD: [&str; 49] = [
    "accèdent",
    "aident",
    "aiment",
    "aient",
    "amènent",
    "andent",
    "assistent",
    "concernent",
    "consistent",
    "consultent",
    "disent",
    "écrivent",
    "endent",
    "existent",
    "expriment",
    "forment",
    "habitent",
    "installent",
    "isent",
    "itent",
    "ivent",
    "lisent",
    "llent",
    "nécessitent",
    "oient",
    "oivent",
    "ondent",
    "organisent",
    "ortent",
    "osent",
    "parlent",
    "passent",
    "permettent",
    "peuvent",
    "présentent",
    "restent",
    "savent",
    "souhaitent",
    "ssent",
    "suivent",
    "traitent",
    "ttent",
    "uient",
    "ulent",
    "usent",
    "utent",
    "utilisent",
    "visitent",
    "vivent",
];

/// Words that are read all the same.
const READ_ALL_THE_SAME: [&str; 4] = ["excellent", "turbulent", "virulent", "vraiment"];

/// Syllables of a word; a word of letters has one at least, « l’aide » has one, « rendez-vous » three.
///
/// Sigles that no mouth can read (« CCAS ») have one a letter.
pub fn syllables(word: &str) -> usize {
    word.split(|c: char| !c.is_alphabetic())
        .filter(|part| !part.is_empty())
        .map(of_letters)
        .sum::<usize>()
        .max(1)
}

/// Syllables of letters in a row; what stands before an apostrophe goes with the next word.
fn of_letters(letters: &str) -> usize {
    let lower: String = letters.nfc().flat_map(char::to_lowercase).collect();
    let all: Vec<char> = lower.chars().collect();
    if all.len() == 1 {
        return usize::from(is_vowel(all[0]));
    }
    if is_spelt(letters, &all) {
        return all.len();
    }
    let end = silent_end(&lower, &all);
    let mut count = 0;
    let mut at = 0;
    while at < end {
        match vowel(&all[..end], at) {
            0 => at += 1,
            length => {
                count += 1;
                at += length;
            }
        }
    }
    count.max(1)
}

/// Whether a sigle is said letter by letter: it has no vowel, or begins with two consonants that begin no word.
fn is_spelt(letters: &str, lower: &[char]) -> bool {
    let capitals = lower.len() <= 6 && letters.chars().all(char::is_uppercase);
    let hard = lower.iter().take(2).all(|c| !is_vowel(*c))
        && !lower.get(1).is_some_and(|c| "hlr".contains(*c));
    capitals && (hard || !lower.iter().any(|c| is_vowel(*c)))
}

fn is_vowel(c: char) -> bool {
    "aeiouyàâäéèêëîïôöùûüÿœæ".contains(c)
}

/// Where the letters end that are read: « aide », « aides » and « aident » are one syllable.
fn silent_end(lower: &str, all: &[char]) -> usize {
    let last = |count: usize| all.len().saturating_sub(count);
    let cut = match () {
        () if lower.ends_with("ent") && all.len() > 4 && !is_read_ent(lower) => last(3),
        () if lower.ends_with("es") => last(2),
        () if lower.ends_with('e') => last(1),
        () => all.len(),
    };
    // « le », « des », « que » are read: nothing else is.
    let rest = &all[..cut];
    let u_alone = rest.len() == 2 && "qg".contains(rest[0]) && rest[1] == 'u';
    if u_alone || !rest.iter().any(|c| is_vowel(*c)) { all.len() } else { cut }
}

fn is_read_ent(lower: &str) -> bool {
    let ends = |list: &[&str]| list.iter().any(|end| lower.ends_with(end));
    READ_ALL_THE_SAME.contains(&lower) || (ends(&READ) && !ends(&UNREAD))
}

/// Letters of the vowel that begins here; none when a consonant does.
fn vowel(all: &[char], at: usize) -> usize {
    let c = all[at];
    let next = all.get(at + 1).copied();
    let before = at.checked_sub(1).map(|i| all[i]);
    if !is_vowel(c) {
        return 0;
    }
    // « qu », « gue », « mangeons », « voyage », « essuyer »: letters that only serve their neighbour.
    let serves = match c {
        'u' => {
            before == Some('q')
                || before == Some('g') && next.is_some_and(|n| "eéèêiîy".contains(n))
        }
        'e' => before == Some('g') && next.is_some_and(|n| "aoâô".contains(n)),
        'y' => {
            before.is_some_and(is_vowel) && next.is_some_and(is_vowel)
                || before.is_none() && next.is_some_and(is_vowel)
        }
        _ => false,
    };
    if serves {
        return 0;
    }
    let own = sound(&all[at..]);
    // « lien », « nation », « huit », « jouer »: i, u and ou slide into the next vowel, unless two consonants make it
    // hard (« client », « cruel »).
    let slides = matches!(all.get(at..at + own), Some(['i' | 'u' | 'î'] | ['o', 'u']));
    let follows = all.get(at + own).copied().is_some_and(|n| is_vowel(n) && !"ïüëy".contains(n));
    if slides && follows && !is_after_cluster(all, at) {
        return own + sound(&all[at + own..]).max(1);
    }
    own
}

/// Letters of the one sound at the start.
fn sound(all: &[char]) -> usize {
    let starts = |sound: &&&str| {
        sound.chars().count() <= all.len() && sound.chars().zip(all).all(|(a, b)| a == *b)
    };
    SOUNDS.iter().find(starts).map_or(1, |sound| sound.chars().count())
}

/// Whether « l » or « r » after another consonant stands right before.
fn is_after_cluster(all: &[char], at: usize) -> bool {
    at >= 2 && "lr".contains(all[at - 1]) && "bcdfgptv".contains(all[at - 2])
}
