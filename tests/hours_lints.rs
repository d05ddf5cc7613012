//! Doubts about hours as whoever keeps the records reads them: whole messages, and what says nothing.
#![allow(missing_docs, clippy::disallowed_methods, clippy::unwrap_used)]

mod support;

use support::Desk;

/// The messages of one record of an otherwise good guide; its third line is the first given.
fn said_of(record: &str) -> String {
    let record = format!("nom: Médiathèque\ncommune: Poitiers\n{record}");
    Desk::with(&[("86-vienne/acteurs/a.yaml", &record)]).messages()
}

/// One remark about one line of the record, whole; `from` is the column where `marked` begins.
fn remark(
    code: &str,
    line: usize,
    text: &str,
    marked: &str,
    message: &str,
    remedy: &str,
) -> String {
    let before = text.split(marked).next().unwrap();
    let column = before.chars().count();
    let carets = "^".repeat(marked.chars().count());
    let blank = " ".repeat(column);
    format!(
        "attention[{code}]: {message}\n --> content/86-vienne/acteurs/a.yaml:{line}:{}\n  |\n{line} | {text}\n  | {blank}{carets}\n  |\n  = à faire: {remedy}\n\n",
        column + 1
    )
}

const COMMENT: &str = "Enlevez le signe # et écrivez-le comme la suite de l’horaire, ou dans « venir » ; laissez-le s’il n’est que pour vous.";

#[test]
fn a_comment_meant_for_readers_is_told() {
    let line = "horaires: Mo-Fr 9:00-12:00 # fermé l'été";
    assert_eq!(
        said_of(line),
        remark(
            "horaires-commentaire",
            3,
            line,
            "# fermé l'été",
            "« fermé l'été » est un commentaire : le lecteur ne le verra pas.",
            COMMENT
        )
    );
    let line = "  lundi: 9h-12h # sauf vacances";
    assert_eq!(
        said_of(&format!("horaires:\n{line}\n  mardi: 14h-17h\n")),
        remark(
            "horaires-commentaire",
            4,
            line,
            "# sauf vacances",
            "« sauf vacances » est un commentaire : le lecteur ne le verra pas.",
            COMMENT
        )
    );
    for meant in [
        "horaires: \"lundi 9h-12h\" # en été, le mardi aussi",
        "horaires: lundi 9h-12h # sur RDV",
        "horaires: lundi 9h-12h # sonner à la porte de derrière",
        "permanences: [{chez: a, horaires: lundi 9h-12h}] # fermé en août",
    ] {
        let said = said_of(&format!("{meant}\n"));
        assert!(said.starts_with("attention[horaires-commentaire]"), "{meant}\n{said}");
        assert_eq!(said.matches("attention").count(), 1, "{said}");
    }
}

#[test]
fn a_comment_for_colleagues_is_left_alone() {
    for note in [
        "horaires: lundi 9h-12h # à revoir",
        "horaires: lundi 9h-12h # vérifié en mars par la mairie",
        "horaires: lundi 9h-12h # source : affiche vue mardi",
        "horaires: lundi 9h-12h # cela a été changé",
        "horaires: |\n  lundi 9h-12h\n# fermé l'été",
        "horaires: lundi 9h-12h\n# fermé l'été",
        "presentation_resume: Un lieu. # fermé l'été",
    ] {
        let said = said_of(&format!("{note}\n"));
        assert!(!said.contains("horaires-commentaire"), "{note}\n{said}");
    }
}

#[test]
fn two_spans_without_a_comma_are_told_in_both_forms() {
    let message = "Deux créneaux se suivent sans virgule.";
    for (line, marked, remedy) in [
        ("horaires: lundi 9h-12h 14h-17h", "9h-12h 14h-17h", "Écrivez « 9h-12h, 14h-17h »."),
        (
            "horaires: Mo 09:00-12:00 14:00-17:00",
            "09:00-12:00 14:00-17:00",
            "Écrivez « 09:00-12:00, 14:00-17:00 ».",
        ),
        (
            "horaires: lundi de 9h à 12h de 14h à 17h",
            "de 9h à 12h de 14h à 17h",
            "Écrivez « de 9h à 12h, de 14h à 17h ».",
        ),
    ] {
        let told = remark("horaires-sans-virgule", 3, line, marked, message, remedy);
        assert_eq!(said_of(line), told);
    }
    for clean in [
        "horaires: lundi 9h-12h, 14h-17h\n",
        "horaires: lundi 9h-12h et 14h-17h\n",
        "horaires: Mo 09:00-12:00,14:00-17:00; Tu 09:00-12:00\n",
        "horaires:\n  lundi: 9h-12h\n  mardi: 14h-17h\n",
    ] {
        assert_eq!(said_of(clean), "", "{clean}");
    }
}

#[test]
fn weekdays_beside_a_holiday_are_said_as_they_are_read() {
    let line = "horaires: SH Mo-Fr 09:00-12:00";
    assert_eq!(
        said_of(line),
        remark(
            "horaires-jours-de-vacances",
            3,
            line,
            "SH Mo-Fr 09:00-12:00",
            "Ces jours sont lus : du lundi au vendredi, pendant les vacances scolaires.",
            "Si ce sont ces jours et aussi les vacances, mettez une virgule entre les deux, par exemple Mo-Fr,SH."
        )
    );
    assert_eq!(said_of("horaires: Mo-Fr,SH 09:00-12:00\n"), "");
}

const IN_PROSE: &str = "Écrivez-les dans « horaires », par exemple « mardi 13h30-18h » : le tableau, les listes et l’agenda les verront.";

#[test]
fn hours_in_prose_are_told_where_they_stand() {
    for (line, hours) in [
        ("presentation_resume: Un lieu ouvert de 13h30-18:00 le mardi.", "de 13h30-18:00"),
        ("presentation_detail: Le samedi 08:30 - 13:00, au marché.", "08:30 - 13:00"),
        ("venir: Sonnez entre 9 h et 12 h.", "entre 9 h et 12 h"),
    ] {
        let message =
            format!("« {hours} » : ces heures sont dans un texte, et la fiche n’a pas d’horaires.");
        let told = remark("horaires-dans-le-texte", 3, line, hours, &message, IN_PROSE);
        assert_eq!(said_of(line), told);
    }
    let line = "  Ouvert de 9h à 12h le mardi.";
    assert_eq!(
        said_of(&format!("presentation_detail: |\n  Un lieu.\n\n{line}\n")),
        remark(
            "horaires-dans-le-texte",
            6,
            line,
            "de 9h à 12h",
            "« de 9h à 12h » : ces heures sont dans un texte, et la fiche n’a pas d’horaires.",
            IN_PROSE
        )
    );
    // Folded, the words stand nowhere as they are read: the record is shown.
    let folded = said_of("venir: >\n  Sonnez\n  entre 9 h\n  et 12 h.\n");
    assert!(folded.contains("a.yaml:1:1"), "{folded}");
}

#[test]
fn prose_of_who_has_hours_or_says_none_is_left_alone() {
    for clean in [
        "presentation_resume: Ouvert de 9h à 12h.\nhoraires: mardi 9h-12h\n",
        "presentation_resume: Le bus passe de 9h à 12h.\ntournee: {regularite: variable}\n",
        "presentation_resume: Une aide 24h/24, 7 jours sur 7.\n",
        "presentation_resume: Des ateliers de 2h30 pour 10 à 12 personnes.\n",
        "venir: Bus 9 à 12, arrêt Mairie.\n",
        "presentation_detail: Réunion le 12 à 14h.\n",
    ] {
        assert!(!said_of(clean).contains("horaires-dans-le-texte"), "{clean}");
    }
}

#[test]
fn odd_hours_are_told() {
    for (hours, code, message, remedy) in [
        (
            "24/7",
            "horaires-24-7",
            "Ces horaires disent ouvert tous les jours, jour et nuit.",
            "Ajoutez les heures, par exemple « lundi 9h-12h », si ce n’est pas le cas.",
        ),
        (
            "Mo-Fr",
            "horaires-sans-heures",
            "« du lundi au vendredi » sans heures se lit : ouvert 24 heures sur 24.",
            "Ajoutez les heures, par exemple « lundi 9h-12h », si ce n’est pas le cas.",
        ),
        (
            "Mo-Fr 17:00-09:00",
            "horaires-de-nuit",
            "Le créneau 17 h à 9 h le lendemain passe minuit.",
            "Corrigez les heures, si ce n’est pas le cas.",
        ),
        (
            "Mo 02:00-05:00",
            "horaires-de-nuit",
            "Le créneau 2 h à 5 h est en pleine nuit.",
            "Écrivez les heures de l’après-midi de 12h à 24h, par exemple 14h-17h.",
        ),
        (
            "PH off; Mo-Fr 09:00-12:00",
            "horaires-fermeture-annulee",
            "Une fermeture est annulée par ce qui suit : du lundi au vendredi.",
            "Écrivez les fermetures à la fin, par exemple « Mo-Fr 09:00-12:00; PH off ».",
        ),
        (
            "Mo 14:00-18:00; Mo 09:00-12:00",
            "horaires-jour-remplace",
            "Le même jour est écrit deux fois (lundi) : seules les heures « de 9 h à 12 h » sont gardées.",
            "Écrivez toutes les heures d’un jour ensemble, séparées par une virgule.",
        ),
    ] {
        let line = format!("horaires: {hours}");
        assert_eq!(said_of(&line), remark(code, 3, &line, hours, message, remedy));
    }
}
