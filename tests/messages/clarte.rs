//! Texts that are hard to read: gentle advice, one message a text, and the tables of the report.

use crate::support::{Desk, TODAY};

const HARD: &str = "nom: Lieu
commune: Poitiers
presentation_detail: >-
  Dans le cadre de l'inclusion numérique, la structure
  met à la disposition des usagers des ordinateurs afin de faciliter l'accès aux droits et
  l'accomplissement des démarches dématérialisées. Venez. Apportez une pièce d'identité.
";

#[test]
fn a_text_that_is_hard_to_read_is_told_once_with_its_sentences_and_words() {
    let desk = Desk::with(&[("86-vienne/acteurs/lieu.yaml", HARD)]);
    // 32 words, 3 sentences, 66 syllables, counted by hand: 207 − 1.015 × 32 / 3 − 73.6 × 66 / 32 = 44.4.
    assert_eq!(
        desk.messages(),
        "conseil[texte-difficile]: « presentation_detail » de « Lieu » est difficile à lire : note 44 sur 100. La phrase à \
         couper : ligne 4, « Dans le cadre de l'inclusion numérique, la structure met à… » (27 mots).
 --> content/86-vienne/acteurs/lieu.yaml:4:3
  |
4 |   Dans le cadre de l'inclusion numérique, la structure
  |   ^^^^^^^^^^^^^^^^
  |
  = à faire: Une idée par phrase, 20 mots au plus, des mots courts. Plus simple : « pendant, pour » au lieu de « Dans le \
         cadre de » ; « Internet pour tous » au lieu de « inclusion numérique » ; « personne, vous » au lieu de « usagers » ; « pour » \
         au lieu de « afin de » ; « rendre plus simple » au lieu de « faciliter » ; « savoir à quoi vous avez droit » au lieu de \
         « accès aux droits ».

"
    );
    // Advice forbids nothing, even where doubts do, and a build does not repeat it.
    let strict = desk.jalon(&["check", "--strict", "--today", TODAY]);
    assert!(strict.status.success());
    assert_eq!(String::from_utf8(strict.stdout).unwrap(), "1 fiche dans content : 1 conseil.\n");
    let built = desk.jalon(&["build", "--sans-imprimes", "--strict", "--today", TODAY]);
    assert_eq!(
        (built.status.success(), String::from_utf8(built.stderr).unwrap()),
        (true, String::new())
    );
}

/// The advice about one text of a place.
fn said_of(text: &str) -> String {
    let record = format!("nom: Lieu\ncommune: Poitiers\npresentation_resume: \"{text}\"\n");
    Desk::with(&[("86-vienne/acteurs/lieu.yaml", &record)]).messages()
}

#[test]
fn short_and_plain_texts_are_left_alone() {
    for text in [
        "Administration départementale.",
        "Afin de vous aider.",
        "Un bus pour vos démarches (papier ou Internet), l'emploi et Internet.",
        "Venez avec vos questions, et votre téléphone si vous en avez un. La CAF et le CCAS (centre d'action sociale) sont là.",
    ] {
        assert_eq!(said_of(text), "", "{text}");
    }
    let foreign = HARD.replace("commune: P", "langue: en\ncommune: P");
    assert_eq!(Desk::with(&[("86-vienne/acteurs/lieu.yaml", &foreign)]).messages(), "");
}

#[test]
fn what_cannot_be_read_at_all_is_told_too() {
    let said = said_of("SUR RENDEZ-VOUS UNIQUEMENT le 12/03/2027 à 14H30, avec l'APRJ.");
    for words in [
        "« presentation_resume » de « Lieu » peut se lire plus facilement.",
        "Écrivez « APRJ » en entier, ou expliquez ce sigle dans « glossaire.yaml ». Écrivez en minuscules « SUR RENDEZ-VOUS \
         UNIQUEMENT ». Écrivez « 12/03/2027 » en mots, avec le jour de la semaine. Écrivez « 14H30 » comme « 9h30 ».",
    ] {
        assert!(said.contains(words), "{said}");
    }
    let said = said_of("Rendez-vous le 12 mars -> mairie :-)");
    for words in [
        "« presentation_resume » de « Lieu » peut se lire plus facilement.",
        "Ajoutez à « 12 mars » le jour de la semaine : c’est lui qu’on retient. « -> » se dit signe par signe, ou pas du tout : \
         remplacez-le par un mot, ou enlevez-le.",
    ] {
        assert!(said.contains(words), "{said}");
    }
    // A sigle that the glossary explains, or the name of the place, needs nothing.
    let record = "nom: Lieu\ncommune: Poitiers\npresentation_resume: Avec l'APRJ.\n";
    let explained = Desk::with(&[
        ("86-vienne/acteurs/lieu.yaml", record),
        (
            "glossaire.yaml",
            "- terme: Association des jeunes\n  sigle: APRJ\n  definition: Des jeunes qui aident.\n",
        ),
    ]);
    assert_eq!(explained.messages(), "");
}

#[test]
fn the_ten_hardest_are_told_and_the_others_counted() {
    let names: Vec<String> =
        (1..=12).map(|rank| format!("86-vienne/acteurs/lieu-{rank}.yaml")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), HARD)).collect();
    let said = Desk::with(&files).messages();
    assert_eq!(said.matches("conseil[texte-difficile]").count(), 11);
    assert!(
        said.ends_with(
            "conseil[texte-difficile]: Dans « 86-vienne », 2 autres textes sont difficiles à lire.\n |\n = à faire: Commencez par \
             ceux qui sont cités ici. « jalon bilan » les donne tous, dans le tableau « lisibilite ».\n\n"
        ),
        "{said}"
    );
}

#[test]
fn the_report_lists_texts_hardest_first_and_the_words_found_most() {
    let plain = "nom: Simple\ncommune: Lusignan\npresentation_resume: Afin de vous aider.\n";
    let desk = Desk::with(&[
        ("86-vienne/acteurs/simple.yaml", plain),
        ("86-vienne/acteurs/lieu.yaml", HARD),
    ]);
    assert!(desk.jalon(&["bilan", "--today", TODAY]).status.success());
    let table = |name: &str| {
        let text = desk.read(&format!("rapports/86-vienne/{name}.csv"));
        text.trim_start_matches('\u{feff}').replace("\r\n", "\n")
    };
    assert_eq!(
        table("lisibilite"),
        "note;lecture;fiche;cle;mots;phrases;phrase_la_plus_longue;phrases_a_couper;mots_a_remplacer;sigles;ligne;fichier\n\
         44;difficile;Lieu;presentation_detail;32;3;27;27 mots : Dans le cadre de l'inclusion numérique, la structure met à la \
         disposition des usagers des ordinateurs afin de faciliter…;Dans le cadre de → pendant, pour, inclusion numérique → Internet pour \
         tous, usagers → personne, vous, afin de → pour, faciliter → rendre plus simple, accès aux droits → savoir à quoi vous \
         avez droit, démarches dématérialisées → démarche sur Internet;;4;content/86-vienne/acteurs/lieu.yaml\n\
         ;trop court pour une note;Simple;presentation_resume;4;1;4;;Afin de → pour;;3;content/86-vienne/acteurs/simple.yaml\n"
    );
    assert!(table("mots-a-remplacer").starts_with("mot;plus_simple;textes\nafin de;pour;2\n"));
    let page = desk.read("rapports/86-vienne/bilan.html").replace('\u{a0}', " ");
    for words in [
        "Un seul texte est assez long pour avoir une note : 44 sur 100. 1 texte à reprendre.",
        "<caption>Les textes les plus difficiles à lire</caption>",
        "href=\"lisibilite.csv\"",
        "href=\"#lisibilite\"",
    ] {
        assert!(page.contains(words), "{words}");
    }
}
