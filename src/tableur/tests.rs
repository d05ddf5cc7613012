use super::*;

fn sheet() -> Feuille {
    Feuille {
        nom: "arrêts".into(),
        colonnes: ["a", "b", "c", "d"].map(|nom| Colonne::new(nom, 10)).to_vec(),
        lignes: vec![
            vec![
                Case::texte("=1+1"),
                Case::Nombre(46.58),
                Case::Jour(Date::constant(2026, 12, 8)),
                Case::Vide,
            ],
            vec![Case::Vide, Case::Vide, Case::texte("deux\n  lignes "), Case::texte("01000")],
        ],
    }
}

#[test]
fn both_workbooks_give_back_what_was_written() {
    for bytes in [xlsx(&[sheet()]).unwrap(), ods(&[sheet()]).unwrap()] {
        let read = lire(&bytes).unwrap();
        assert_eq!(read.len(), 1);
        assert_eq!(read[0].nom, "arrêts");
        let expected: [&[&str]; 3] = [
            &["a", "b", "c", "d"],
            &["=1+1", "46.58", "2026-12-08", ""],
            &["", "", "deux\n  lignes ", "01000"],
        ];
        assert_eq!(read[0].lignes, expected);
    }
}

#[test]
fn a_table_of_the_staff() {
    let expected = "\u{feff}a;b;c;d\r\n'=1+1;46.58;2026-12-08;\r\n;;\"deux\n  lignes \";01000\r\n";
    assert_eq!(String::from_utf8(csv(&sheet())).unwrap(), expected);
}

#[test]
fn a_text_too_long_for_excel_is_told() {
    let mut long = sheet();
    long.lignes[1][2] = Case::Texte("x".repeat(32_768));
    assert_eq!(
        xlsx(std::slice::from_ref(&long)).unwrap_err(),
        Faute {
            message: "Un texte est trop long pour une cellule d’Excel : feuille « arrêts », ligne 3, colonne « c »."
                .into(),
            remede: "Raccourcissez-le, ou choisissez un autre format : ods ou csv.".into(),
        }
    );
    assert_eq!(lire(&ods(&[long]).unwrap()).unwrap()[0].lignes[2][2].len(), 32_768);
}

#[test]
fn what_is_no_workbook_is_told() {
    for bytes in [&b"PK\x03\x04..."[..], b"", b"nom;commune\n"] {
        assert_eq!(
            lire(bytes).unwrap_err().message,
            "Ce fichier ne se lit pas comme un classeur : il est abîmé, ou c’est une autre archive."
        );
    }
}

#[test]
fn what_no_workbook_can_hold_is_left_out() {
    assert_eq!(Case::texte("a\u{0}b\u{7}c\u{fffe}\td"), Case::Texte("abc\td".into()));
    assert_eq!(Case::texte("\u{1}"), Case::Vide);
}
