//! Syllables, sentences and words against lists made by hand, and what holds of any text.

use proptest::prelude::*;

use super::*;

/// Counted aloud, slowly, by hand.
const COUNTED: [(usize, &str); 11] = [
    (
        1,
        "aide aides aident VRAI eau lien guide quatre huit nuit août cœur œil feuille Georges le des que l’aide",
    ),
    (
        2,
        "bureau démarche démarches famille nation client théâtre maïs Noël mangeons guichet voyage souvent patient agent",
    ),
    (2, "permettent accueil crier papier l’école facile payer chaos proposent"),
    (
        3,
        "numérique Internet conseiller réunion poésie essuyer document rendez-vous aujourd’hui habitant téléphone février",
    ),
    (3, "médiathèque médecins accompagnent imprimante RSA adresser quotidien pharmacie"),
    (4, "ordinateur coopérer bibliothèque CCAS informatique département coordonnées"),
    (4, "identifiant gratuitement communiquer européen"),
    (5, "administration développement"),
    (5, "accompagnement électricité"),
    (6, "d’identification"),
    (7, "dématérialisation administrativement"),
];

#[test]
fn syllables_are_those_counted_aloud() {
    for (count, words) in COUNTED {
        let wrong: Vec<(&str, usize)> = words
            .split(' ')
            .map(|word| (word, syllables(word)))
            .filter(|(_, found)| *found != count)
            .collect();
        assert_eq!(wrong, [], "{count}");
    }
}

/// A text and its sentences, parted by hand with « | ».
const PARTED: [&str; 16] = [
    "Venez lundi. | Nous vous aidons.",
    "M. et Mme Dupont vous reçoivent. | Le Dr. Martin aussi.",
    "Ouvert de 9 h 30 à 12 h. | Fermé le 5.",
    "Appelez le 05.36.49.12.01 ou écrivez à accueil@exemple.fr. | Merci !",
    "Le site www.exemple.fr/aide.html est gratuit. | Il coûte 3.50 euros.",
    "Vous avez un papier, une photo, etc. ? | Apportez-les.",
    "Apportez vos papiers (carte, permis, etc.) avec vous.",
    "Il a dit « Venez ! » et il est parti. | Nous sommes venus.",
    "« Venez demain. » | Il est parti.",
    "Le C.C.A.S. de la ville, av. J. Moulin, ouvre à 9h. | Venez…",
    "Vraiment ? | Oui !",
    "Apportez : | - une carte | - un stylo",
    "Une ligne coupée par le bord du fichier, qui continue sans\nrien qui l'arrête. | Fin.",
    "Horaires | Lundi matin | Mardi soir",
    "1. Ouvrez la page. | 2. Lisez.",
    "cf. le plan, n. 3, p. 12.",
];

#[test]
fn sentences_are_those_parted_by_hand() {
    for parted in PARTED {
        let wanted: Vec<&str> = parted.split(" | ").collect();
        // Items and lines stand on lines of their own, sentences follow one another.
        let lines = parted.contains("- une") || parted.starts_with("Horaires");
        let text = wanted.join(if lines { "\n" } else { " " });
        let found: Vec<&str> = phrases::sentences(&text)
            .into_iter()
            .map(|span| text.get(span).unwrap_or("?"))
            .collect();
        assert_eq!(found, wanted);
    }
}

#[test]
fn a_score_needs_thirty_words_and_stays_between_0_and_100() {
    assert_eq!(Lecture::of(["Venez nous voir."]).note(), None);
    // Two sentences of 15 words and 19 syllables: 207 − 1.015 × 15 − 73.6 × 38 / 30 = 98.5.
    let easy = "Le bus est là le lundi et le jeudi, de neuf heures à midi, gratuit. ".repeat(2);
    let easy = Lecture::of([easy.as_str()]);
    assert_eq!((easy.mots(), easy.phrases.len(), easy.note()), (30, 2, Some(99)));
    // One sentence of 30 words of five syllables: far below zero.
    let hard = "administration ".repeat(30);
    assert_eq!(Lecture::of([hard.as_str()]).note(), Some(0));
    // 30 words, 2 sentences, 60 syllables: 207 − 15.225 − 147.2 = 44.6.
    let text = format!(
        "{}. {}.",
        "Bureau".to_owned() + &" bureau".repeat(14),
        "Papier".to_owned() + &" papier".repeat(14)
    );
    assert_eq!(Lecture::of([text.as_str()]).note(), Some(45));
}

#[test]
fn the_worst_sentences_come_longest_first_and_short_ones_never() {
    let words = |count: usize| format!("Ici{}.", " mot".repeat(count - 1));
    let text = [words(21), words(20), words(40), words(30), words(25)].join(" ");
    let lecture = Lecture::of([text.as_str()]);
    let worst: Vec<usize> = lecture.pires(3).iter().map(|phrase| phrase.mots).collect();
    assert_eq!(worst, [40, 30, 25]);
    assert_eq!(lecture.pires(9).len(), 4);
    assert_eq!(lecture.paragraphe, 136);
}

#[test]
fn names_in_a_row_are_no_sentence() {
    assert_eq!(Lecture::of(["Avec Anne Martin, Paul Petit, Rose Blanc"]).mots(), 0);
}

#[test]
fn words_of_offices_are_found_in_all_their_forms() {
    let found = |text: &str| -> Vec<(String, &str)> {
        simples(text).into_iter().map(|one| (one.ecrit, one.mieux)).collect()
    };
    let one = |ecrit: &str, mieux: &'static str| vec![(ecrit.to_owned(), mieux)];
    assert_eq!(
        found("Vos démarches dématérialisées."),
        one("démarches dématérialisées", "démarche sur Internet")
    );
    assert_eq!(found("Afin de venir, afin d’aider."), one("Afin de", "pour"));
    assert_eq!(found("Afin d’aider."), one("Afin d’", "pour"));
    assert_eq!(
        found("Les pièces\njustificatives"),
        one("pièces justificatives", "papiers à montrer")
    );
    assert_eq!(found("Sollicitez-nous"), one("Sollicitez", "demander"));
    assert_eq!(found("Au préalable, venez."), one("Au préalable", "avant"));
    assert_eq!(found("L’association Usager et compagnie."), []);
    for plain in [
        "Mes favoris",
        "Le réalisateur",
        "Une œuvre d’art",
        "Un réaliste facile",
        "Venez à la mairie",
        "",
    ] {
        assert_eq!(found(plain), [], "{plain}");
    }
}

#[test]
fn every_word_of_the_table_is_found_and_told_once() {
    let (mut seen, mut wrong) = (std::collections::BTreeSet::new(), Vec::new());
    for (dur, mieux) in mots::MOTS_SIMPLES {
        assert!(seen.insert(dur), "{dur} stands twice");
        let found = simples(&dur.replace('*', "er"));
        if !found.iter().any(|one| one.mieux == mieux) {
            wrong.push(format!("{dur} is not found: {found:?}"));
        }
        // What is proposed is not itself a word to replace.
        if !simples(mieux).is_empty() {
            wrong.push(format!("{mieux} is to be replaced"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(seen.len() >= 150, "{}", seen.len());
}

#[test]
fn sigles_that_nothing_explains() {
    assert_eq!(sigles("Le FIPHFP et l’APF vous aident."), ["FIPHFP", "APF"]);
    for text in [
        "Le FIPHFP (fonds pour l’insertion) aide.",
        "Le fonds pour l’insertion (FIPHFP) aide. Le FIPHFP paie.",
        "Envoyez un SMS à la CAF, prenez RDV.",
        "MAIRIE DE MEZIN",
        "Allez à MEZIN ou à Mezin, au XIIe siècle, salle III.",
        "www.exemple.fr/FIPHFP",
    ] {
        assert_eq!(sigles(text), Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn other_signs() {
    assert_eq!(
        signes("PERMANENCES UNIQUEMENT LE MARDI"),
        [Signe::Majuscules("PERMANENCES UNIQUEMENT LE MARDI".into())]
    );
    assert_eq!(signes("Venez (lundi), (mardi), (jeudi)."), [Signe::Parentheses(3)]);
    assert_eq!(
        signes("Ce n’est pas impossible."),
        [Signe::DoubleNegation("pas impossible.".into())]
    );
    assert_eq!(
        signes("L’aide est assurée par la mairie."),
        [Signe::Passif("est assurée par".into())]
    );
    assert_eq!(
        signes("Venez le 12/03/2027 à 14H30."),
        [Signe::Date("12/03/2027".into()), Signe::Heure("14H30".into())]
    );
    for plain in [
        "Le bus est arrêté par temps de neige, 2 fois par jour.",
        "Ouvert 7j/7 et 24/24, 1/2 tarif, 50/50.",
        "Venez à 9h30 ou 14 h 30, au CCAS, à la CAF ou au PIMMS.",
        "Le ratio est de 16:9 par écran.",
    ] {
        assert_eq!(signes(plain), [], "{plain}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,200}|[a-zé’' .!?«»\\n()A-Z0-9:/-]{0,200}") {
        let lecture = Lecture::of([text.as_str()]);
        prop_assert!(lecture.note().is_none_or(|note| note <= 100));
        let spans = phrases::sentences(&text);
        prop_assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
        prop_assert!(spans.iter().all(|span| text.get(span.clone()).is_some_and(|one| !one.trim().is_empty())));
        // Nothing but spaces is left between sentences.
        let kept: String = spans.iter().map(|span| &text[span.clone()]).collect();
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(bare(&kept), bare(&text));
        let _ = (simples(&text), sigles(&text), signes(&text));
    }

    #[test]
    fn a_text_said_twice_reads_the_same(text in "[A-Z][a-z]{1,8}( [a-zé]{1,9}){30,40}\\.") {
        let once = Lecture::of([text.as_str()]);
        let twice = Lecture::of([text.as_str(), text.as_str()]);
        prop_assert_eq!(once.note(), twice.note());
        prop_assert_eq!(once.mots() * 2, twice.mots());
    }
}
