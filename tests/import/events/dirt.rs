//! What real files do: other letters, cut ends, missing dates, HTML, private events, no event at all.

use super::{calendar, one, reason, vienne};
use crate::scene::json;

const LEAD: &str = "UID:1\nSUMMARY:A\nLOCATION:Poitiers\n";
const DAY: &str = "DTSTART:20261215T140000\nDURATION:PT2H";

/// The value of a key of a record.
fn value<'a>(record: &'a str, key: &str) -> &'a str {
    record.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": ")).unwrap_or_default()
}

/// Why an event makes no record.
fn refused(event: &str) -> String {
    reason(&vienne().import("a.ics", calendar(&[event])))
}

#[test]
fn letters_of_other_encodings() {
    let text =
        calendar(&["UID:1\nSUMMARY:Été à l’école\nLOCATION:Poitiers\nDTSTART:20261215T140000"]);
    let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
    let mut wide = vec![0xff, 0xfe];
    wide.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    for (bytes, form) in [
        (text.clone().into_bytes(), "UTF-8, calendrier iCalendar"),
        ([b"\xef\xbb\xbf", text.as_bytes()].concat(), "UTF-8, calendrier iCalendar"),
        (latin.to_vec(), "Windows-1252, calendrier iCalendar"),
        (wide, "UTF-16, calendrier iCalendar"),
    ] {
        let mut scene = vienne();
        let imported = scene.import("a.ics", &bytes);
        assert_eq!(imported.report.files[0].form, form);
        let path = imported.report.files[0].rows[0].record.as_ref().unwrap();
        assert_eq!(value(scene.record(path), "nom"), "Été à l’école");
    }
}

#[test]
fn a_fold_in_the_middle_of_a_letter() {
    let text = calendar(&[&format!("{LEAD}{DAY}")]).replace("SUMMARY:A\r\n", "SUMMARY:Café\r\n");
    let at = text.find("é\r\n").unwrap() + 1;
    let cut = [&text.as_bytes()[..at], b"\r\n ", &text.as_bytes()[at..]].concat();
    let mut scene = vienne();
    let imported = scene.import("a.ics", cut);
    assert!(!imported.report.files[0].guessed_letters);
    let path = imported.report.files[0].rows[0].record.as_ref().unwrap();
    assert_eq!(value(scene.record(path), "nom"), "Café");
}

#[test]
fn a_file_that_was_cut_gives_its_whole_events() {
    let text = calendar(&[
        &format!("{LEAD}{DAY}"),
        "UID:2\nSUMMARY:B\nLOCATION:Poitiers\nDTSTART:2026121",
    ]);
    let cut = &text[..text.rfind("\r\nEND:VEVENT").unwrap()];
    let imported = vienne().import("a.ics", cut);
    let file = &imported.report.files[0];
    assert_eq!(file.rows.len(), 2);
    assert!(file.rows[0].record.is_some());
    assert_eq!(
        file.rows[1].reason.as_ref().unwrap().1,
        "Le fichier s’arrête au milieu de cet événement."
    );
    assert_eq!(file.rows[1].line, 11);
}

#[test]
fn events_that_make_no_record() {
    for (event, expected) in [
        (
            LEAD.trim().to_owned(),
            "evenement-sans-date: Cet événement n’a pas de date. Ajoutez sa date dans l’agenda d’origine, puis exportez de nouveau.",
        ),
        (
            format!("{LEAD}DTSTART:mardi"),
            "evenement-sans-date: « mardi » n’est pas une date de calendrier. Ajoutez sa date dans l’agenda d’origine, puis exportez de nouveau.",
        ),
        (
            format!("{LEAD}{DAY}\nEXDATE:20261215T140000"),
            "evenement-sans-date: Toutes les dates de cet événement sont retirées. Vérifiez la règle et ses exceptions dans l’agenda d’origine.",
        ),
        (
            format!("UID:1\nLOCATION:Poitiers\n{DAY}"),
            "sans-nom: Cet événement n’a pas de nom. Donnez-lui un titre dans l’agenda d’origine, puis exportez de nouveau.",
        ),
        (
            format!("{LEAD}{DAY}\nCLASS:PRIVATE"),
            "non-publie: L’agenda d’origine dit que cet événement est privé. S’il doit être public, changez-le dans l’agenda d’origine.",
        ),
        (
            format!("UID:1\nSUMMARY:A\n{DAY}"),
            "commune-introuvable: Cet événement ne dit pas où il a lieu. Ajoutez la commune au lieu dans l’agenda d’origine, ou écrivez la fiche du lieu dans le guide.",
        ),
        (
            format!("UID:1\nSUMMARY:A\nLOCATION:Salle polyvalente\n{DAY}"),
            "commune-introuvable: On ne sait pas dans quelle commune est « Salle polyvalente ». Ajoutez la commune au lieu dans l’agenda d’origine, ou écrivez la fiche du lieu dans le guide.",
        ),
        (
            format!("UID:1\nSUMMARY:A\nLOCATION:Salle\\, 37000 Tours\n{DAY}"),
            "hors-guide: Tours (37) n’est dans le département d’aucun guide. Créez le guide de ce département avec « jalon init », ou laissez cet événement de côté.",
        ),
    ] {
        assert_eq!(refused(&event), expected);
    }
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_kept() {
    for (lines, codes) in [
        ("DESCRIPTION:<b>Venez</b> &eacute;crire", vec!["html-enleve"]),
        ("n’importe quoi", vec!["ligne-illisible"]),
        ("RRULE:FREQ=HOURLY", vec!["regle-non-lue"]),
        ("STATUS:TENTATIVE", vec!["a-confirmer"]),
        ("CONTACT:Jeanne Martin", vec!["champ-sans-cle"]),
        ("DESCRIPTION:Écrire à jeanne.martin@ville.example", vec!["courriel-dans-texte"]),
        ("URL:pas une adresse", vec!["adresse-web-invalide"]),
    ] {
        let (record, found) = one(&format!("{LEAD}{DAY}\n{lines}"));
        assert_eq!(found, codes, "{lines}");
        assert!(record.contains("  - {le: 2026-12-15, horaires: 14h-16h}\n"), "{record}");
    }
    let zone = "DTSTART;TZID=Autre part:20261215T140000\nDURATION:PT2H";
    assert_eq!(one(&format!("{LEAD}{zone}")).1, ["fuseau-inconnu"]);
    let long = "DTSTART:20261215T140000\nDTEND:20261217T160000";
    assert_eq!(one(&format!("{LEAD}{long}")).1, ["plusieurs-jours"]);
    let late = "DTSTART:20261215T200000\nDTEND:20261216T010000";
    assert_eq!(one(&format!("{LEAD}{late}")).1, ["apres-minuit"]);
}

#[test]
fn no_name_nor_address_of_a_person_is_in_a_record() {
    let (record, codes) = one(&format!(
        "{LEAD}{DAY}\nORGANIZER;CN=Jeanne Martin:mailto:jeanne.martin@ville.example\nATTENDEE;CN=Paul Roy:mailto:paul.roy@ville.example\nCONTACT:Jeanne Martin"
    ));
    assert!(!record.contains("Martin") && !record.contains("martin") && !record.contains("Roy"));
    assert_eq!(codes, ["donnee-personnelle", "champ-sans-cle", "organisateur-non-reconnu"]);
}

#[test]
fn texts_lose_the_addresses_of_people_and_keep_those_of_desks() {
    let (record, codes) = one(&format!(
        "UID:2\nSUMMARY:Atelier paul.roy@ville.example\nLOCATION:Salle\\, 86600 Lusignan\n{DAY}\nDESCRIPTION:Venez… \
         Contact : jeanne.martin@ville.example\nX-ALT:accueil@ville.example"
    ));
    assert!(
        record.contains("nom: Atelier (courriel non publié)\npresentation_resume: Venez…\n"),
        "{record}"
    );
    assert!(!record.contains('@') && codes == ["courriel-dans-texte"; 2], "{record}{codes:?}");
    let (record, codes) = one(&format!("{LEAD}{DAY}\nDESCRIPTION:Contact : accueil@ville.example"));
    assert!(record.contains("Contact : accueil@ville.example") && codes.is_empty(), "{record}");
}

#[test]
fn long_and_odd_identifiers_are_footprints_that_last() {
    let long = "0".repeat(120);
    for uid in [long.as_str(), "un uid/étrange", ""] {
        let event = format!("UID:{uid}\nSUMMARY:A\nLOCATION:Poitiers\n{DAY}");
        let (record, _) = one(&event);
        let id = value(&record, "id").to_owned();
        assert!(id.len() == 20 && id[4..].chars().all(|c| c.is_ascii_hexdigit()), "{id}");
        assert_eq!(value(&one(&event.replace("Poitiers", "Lusignan")).0, "id"), id);
    }
}

#[test]
fn files_without_events_are_told() {
    for (name, bytes, message) in [
        ("a.ics", calendar(&[]), "Ce calendrier ne contient aucun événement."),
        (
            "a.json",
            "{\"events\": [{\"uid\": 1, \"title\": {\"fr\": \"A\"}, \"timings\": [".to_owned(),
            "Le JSON est mal formé, colonne 57.",
        ),
    ] {
        let imported = vienne().import(name, bytes);
        let fault = imported.report.files[0].fault.as_ref().unwrap();
        assert_eq!(fault.message, message);
        assert!(imported.report.files[0].is_lost());
    }
}

#[test]
fn the_form_is_known_by_what_a_file_holds() {
    let mut scene = vienne();
    let imported = scene.import("agenda.csv", calendar(&[&format!("{LEAD}{DAY}")]));
    assert_eq!(imported.report.files[0].rows.len(), 1);
    // A table of places in JSON is no export of events.
    let imported = scene.import("lieux.ics", "[{\"nom\": \"A\", \"commune\": \"Poitiers\"}]");
    assert_eq!(json(&imported)["fichiers"][0]["lecture"], "UTF-8, JSON");
}
