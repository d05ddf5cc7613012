use super::*;

fn good(bytes: &[u8]) -> Table {
    read(bytes).unwrap()
}

fn cells(table: &Table) -> Vec<Vec<&str>> {
    table.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect()
}

fn lines(table: &Table) -> Vec<usize> {
    table.rows.iter().map(|row| row.line).collect()
}

#[test]
fn separators_are_told_by_the_header() {
    for (text, form) in [
        ("nom,commune\nA,B\n", "UTF-8, séparateur « , »"),
        ("nom;commune\nA;B\n", "UTF-8, séparateur « ; »"),
        ("nom\tcommune\nA\tB\n", "UTF-8, séparateur tabulation"),
        ("\"nom, en clair\";nom;commune;a\n,;A;B;\n", "UTF-8, séparateur « ; »"),
        ("nom\nA\n", "UTF-8, séparateur « , »"),
    ] {
        assert_eq!(good(text.as_bytes()).form, form, "{text}");
    }
}

#[test]
fn letters_of_a_french_spreadsheet() {
    let table = good(b"nom;commune\r\nM\xe9diath\xe8que;\x8cuilly\r\n");
    assert_eq!(table.form, "Windows-1252, séparateur « ; »");
    assert!(table.guessed_letters);
    assert_eq!(cells(&table), [["Médiathèque", "Œuilly"]]);
    let table = good("\u{feff}nom,commune\nÉ,B\n".as_bytes());
    assert_eq!((table.columns[0].as_str(), table.guessed_letters), ("nom", false));
    let utf16: Vec<u8> =
        "\u{feff}nom\tcommune\r\nÉ\tB\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(cells(&good(&utf16)), [["É", "B"]]);
}

#[test]
fn cells_of_several_lines_keep_the_lines_of_rows() {
    let text = "nom,commune\r\n\"A\r\ndeux, \"\"trois\"\"\",B\r\n\r\nC,D\r\n,\r\nE,F";
    let table = good(text.as_bytes());
    assert_eq!(cells(&table), [["A\r\ndeux, \"trois\"", "B"], ["C", "D"], ["E", "F"]]);
    assert_eq!(lines(&table), [2, 5, 7]);
    assert_eq!(lines(&good(b"nom,commune\rA,B\rC,D\r")), [2, 3]);
}

#[test]
fn rows_that_do_not_fit_say_so() {
    let table = good(b"nom,commune,id\nA,B\nC,D,1,,\nE,F,2,trop\n");
    let shapes: Vec<&Shape> = table.rows.iter().map(|row| &row.shape).collect();
    let beyond = Shape::Long(vec!["trop".into()]);
    assert_eq!(shapes, [&Shape::Short(2), &Shape::Whole, &beyond]);
    assert_eq!(table.rows[0].cells, ["A", "B", ""]);
    let table = good(b"nom,commune,id\nA,B,1\nC,\"D,2\nE,F,3\n");
    assert_eq!((table.rows[1].line, &table.rows[1].shape), (3, &Shape::Unclosed));
}

#[test]
fn json_is_a_table_too() {
    let text = "\n[\n {\"nom\": \"A\", \"services\": [\"x\", \"y\"], \"latitude\": 46.5, \"id\": null},\n\
                 {\"commune\": \"B\", \"nom\": \"C\", \"nom\": \"D\", \"horaires\": {\"lundi\": \"9h\"}}\n]";
    let table = good(text.as_bytes());
    assert_eq!(table.form, "UTF-8, JSON");
    assert_eq!(table.columns, ["nom", "services", "latitude", "id", "commune", "nom", "horaires"]);
    assert_eq!(
        cells(&table),
        [
            vec!["A", "x|y", "46.5", "", "", "", ""],
            vec!["C", "", "", "", "B", "D", "{\"lundi\":\"9h\"}"]
        ]
    );
    assert_eq!(lines(&table), [3, 4]);
    let wrapped = good(br#"{"date": "2026", "lieux": [{"nom": "A"}]}"#);
    assert_eq!(cells(&wrapped), [["A"]]);
}

#[test]
fn what_is_no_table_is_explained() {
    for (bytes, message) in [
        (&b""[..], "Ce fichier est vide."),
        (b"\xef\xbb\xbf \n", "Ce fichier est vide."),
        (
            b"PK\x03\x04...",
            "Ce fichier ne se lit pas comme un classeur : il est abîmé, ou c’est une autre archive.",
        ),
        (
            b"nom,commune\nA,\0\n",
            "Le fichier contient un caractère nul : ce n’est pas du texte, ou il a été abîmé.",
        ),
        (b"[{\"nom\": }]", "Le JSON est mal formé, colonne 10."),
        (b"[1]", "Cet élément du tableau JSON n’est pas un objet."),
        (b"{\"nom\": \"A\"}", "Ce JSON n’est pas un tableau de lieux."),
        (b"{\"a\": [], \"b\": []}", "Ce JSON n’est pas un tableau de lieux."),
    ] {
        assert_eq!(read(bytes).unwrap_err().message, message);
    }
    assert_eq!(read(b"nom,commune\nA,\0\n").unwrap_err().line, Some(2));
}

#[test]
fn a_workbook_is_read_from_its_titles_and_says_what_was_left() {
    let sheet = |nom: &str, lignes: &[&[&str]]| crate::tableur::Feuille {
        nom: nom.into(),
        colonnes: lignes[0].iter().map(|nom| crate::tableur::Colonne::new(*nom, 12)).collect(),
        lignes: lignes[1..]
            .iter()
            .map(|line| line.iter().map(|cell| crate::tableur::Case::texte(cell)).collect())
            .collect(),
    };
    let sheets = [
        sheet("Titre", &[&["Les lieux du département"]]),
        sheet(
            "Lieux",
            &[
                &["Inventaire", ""],
                &["", ""],
                &["nom", "commune"],
                &["A", "Lusignan"],
                &["", ""],
                &["B", ""],
            ],
        ),
        sheet("Suivi", &[&["qui", "quand"]]),
    ];
    for bytes in [crate::tableur::xlsx(&sheets).unwrap(), crate::tableur::ods(&sheets).unwrap()] {
        let table = good(&bytes);
        assert_eq!(table.columns, ["nom", "commune"]);
        assert_eq!(cells(&table), [["A", "Lusignan"], ["B", ""]]);
        assert_eq!(lines(&table), [4, 6]);
        assert_eq!(table.form, "classeur, feuille « Lieux » ; non lue : « Suivi »");
    }
}

#[test]
fn a_header_alone_is_a_table_without_rows() {
    let table = good(b"nom,commune\n");
    assert_eq!((table.columns.len(), table.rows.len()), (2, 0));
}
