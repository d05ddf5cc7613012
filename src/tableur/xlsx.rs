//! A workbook as Excel has it (ISO/IEC 29500), its dates fixed.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::{Case, Faute, Feuille};

/// Characters that a cell of Excel holds at most.
const LONGEST: usize = 32_767;

pub(super) fn ecrire(feuilles: &[Feuille]) -> Result<Vec<u8>, Faute> {
    for feuille in feuilles {
        fits(feuille)?;
    }
    workbook(feuilles).map_err(|error| Faute {
        message: format!("Le classeur ne peut pas être fait : {error}."),
        remede: "Choisissez un autre format : ods ou csv.".into(),
    })
}

/// A text that is too long for a cell is told before anything is written.
fn fits(feuille: &Feuille) -> Result<(), Faute> {
    for (rank, ligne) in feuille.lignes.iter().enumerate() {
        for (colonne, case) in feuille.colonnes.iter().zip(ligne) {
            // Excel counts as UTF-16 does.
            if let Case::Texte(texte) = case
                && texte.encode_utf16().count() > LONGEST
            {
                return Err(Faute {
                    message: format!(
                        "Un texte est trop long pour une cellule d’Excel : feuille « {} », ligne {}, colonne « {} ».",
                        feuille.nom,
                        rank + 2,
                        colonne.nom
                    ),
                    remede: "Raccourcissez-le, ou choisissez un autre format : ods ou csv.".into(),
                });
            }
        }
    }
    Ok(())
}

fn workbook(feuilles: &[Feuille]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The day of making would make of the same records another file each time.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day).set_author("jalon"));
    for feuille in feuilles {
        sheet(workbook.add_worksheet(), feuille)?;
    }
    workbook.save_to_buffer()
}

fn sheet(sheet: &mut Worksheet, feuille: &Feuille) -> Result<(), XlsxError> {
    // A text that stays a text when somebody edits it: « 01000 » keeps its zero.
    let text = Format::new().set_num_format("@");
    let title = Format::new().set_num_format("@").set_bold();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    sheet.set_name(&feuille.nom)?;
    sheet.set_freeze_panes(1, 0)?;
    for (column, colonne) in (0..).zip(&feuille.colonnes) {
        sheet.set_column_width(column, f64::from(colonne.largeur))?;
        sheet.set_column_format(column, &text)?;
        sheet.write_string_with_format(0, column, &colonne.nom, &title)?;
    }
    for (row, ligne) in (1..).zip(&feuille.lignes) {
        for (column, case) in (0..).zip(ligne) {
            match case {
                Case::Vide => continue,
                Case::Texte(texte) => sheet.write_string_with_format(row, column, texte, &text)?,
                Case::Nombre(number) => sheet.write_number(row, column, *number)?,
                Case::Jour(jour) => {
                    let (year, month, date) = (jour.year(), jour.month(), jour.day());
                    let (year, month, date) =
                        (year.unsigned_abs(), month.unsigned_abs(), date.unsigned_abs());
                    match ExcelDateTime::from_ymd(year, month, date) {
                        Ok(written) => {
                            sheet.write_datetime_with_format(row, column, &written, &day)?
                        }
                        // Excel knows no day before 1900.
                        Err(_) => {
                            sheet.write_string_with_format(row, column, jour.to_string(), &text)?
                        }
                    }
                }
            };
        }
    }
    Ok(())
}
