//! Every nasty string in every cell of a table and every line of a calendar that are imported.

use crate::imports::{HEADER, faults};
use crate::nasty::nasty;

#[test]
fn no_cell_of_a_table_is_anything_else() {
    let columns = HEADER.trim_end().split(',').count();
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    for (rank, text) in nasty().iter().enumerate() {
        let row = (0..columns).map(|column| match column {
            0 => format!("{rank}{text}"),
            3 => "Poitiers".to_owned(),
            _ => text.clone(),
        });
        writer.write_record(row).unwrap();
    }
    let rows = writer.into_inner().unwrap();
    assert_eq!(faults("lieux.csv", &[HEADER.as_bytes(), &rows].concat()), [] as [String; 0]);
}

#[test]
fn no_line_of_a_calendar_is_anything_else() {
    let mut file = "BEGIN:VCALENDAR\r\n".to_owned();
    for (rank, text) in nasty().iter().enumerate() {
        let text = text.replace(['\r', '\n'], "\\n");
        file.push_str(&format!("BEGIN:VEVENT\r\nUID:{rank}{text}\r\nDTSTART:20261215T140000\r\nLOCATION:Poitiers {text}\r\n"));
        for name in [
            "SUMMARY",
            "DESCRIPTION",
            "URL",
            "CATEGORIES",
            "CONTACT",
            "ORGANIZER;CN=x",
            "COMMENT",
            "ATTACH",
        ] {
            file.push_str(&format!("{name}:{text}\r\n"));
        }
        file.push_str("END:VEVENT\r\n");
    }
    file.push_str("END:VCALENDAR\r\n");
    assert_eq!(faults("agenda.ics", file.as_bytes()), [] as [String; 0]);
}
