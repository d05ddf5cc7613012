//! The report for programs: everything, by file and row.

use serde_json::{Map, Value, json};

use super::{FileReport, Guess, PlaceReport, Report, RowReport, Vanished};
use crate::intake::coming::Fate;
use crate::intake::finding::{Finding, Verdict};

impl Report {
    /// The whole report as one JSON object.
    pub fn json(&self) -> String {
        let files: Vec<Value> = self.files.iter().map(file).collect();
        let guides: Vec<Value> = self
            .guides
            .iter()
            .map(|guide| {
                json!({
                    "dossier": guide.folder,
                    "departement": guide.departement,
                    "cree": guide.made,
                    "lignes": guide.records,
                })
            })
            .collect();
        let failures: Vec<Value> = self
            .failures
            .iter()
            .map(|(path, why)| json!({"fichier": path, "raison": why}))
            .collect();
        let whole = json!({
            "date": self.date,
            "fichiers": files,
            "guides": guides,
            "fiches_disparues": self.vanished.iter().map(Vanished::json).collect::<Vec<Value>>(),
            "doublons_possibles": self.doublons,
            "echecs": failures,
        });
        format!("{whole:#}\n")
    }
}

fn file(file: &FileReport) -> Value {
    let counts = file.counts();
    let fault = file
        .fault
        .as_ref()
        .map(|fault| json!({"ligne": fault.line, "raison": fault.message, "remede": fault.remedy}));
    let tallies = file.tallies();
    let columns: Vec<Value> = file
        .columns
        .iter()
        .map(|column| column.json(tallies.get(column.name.as_str()).copied().unwrap_or_default()))
        .collect();
    json!({
        "fichier": file.name,
        "lecture": file.form,
        "illisible": fault,
        "colonnes_absentes": file.absent,
        "correspondance": file.guess.as_ref().map(guess),
        "colonnes": columns,
        "lignes_lues": counts.rows,
        "fiches_nouvelles": counts.new,
        "fiches_changees": counts.changed,
        "fiches_inchangees": counts.unchanged,
        "fiches_gardees": counts.kept,
        "fiches_corrigees": counts.corrected_records,
        "champs_corriges": counts.corrected,
        "champs_douteux": counts.doubtful,
        "champs_refuses": counts.refused_values,
        "champs_sans_cle": counts.unplaced,
        "lignes_refusees": counts.refused,
        "lignes_reunies": counts.joined,
        "evenements_passes": counts.past,
        "evenements_rattaches": file.hosted,
        "lieux_non_reconnus": file.places.iter().map(PlaceReport::json).collect::<Vec<Value>>(),
        "lignes": file.rows.iter().map(row).collect::<Vec<Value>>(),
    })
}

fn guess(guess: &Guess) -> Value {
    let everybody: Map<String, Value> =
        guess.everybody.iter().map(|(key, value)| (key.clone(), value.as_str().into())).collect();
    json!({
        "fichier": guess.kept_in,
        "devinee": guess.kept_in.is_none(),
        "une_ligne_est": guess.rows,
        "pour_tous": everybody,
        "colonnes_disparues": guess.missing,
    })
}

fn row(row: &RowReport) -> Value {
    let mut shown = Map::new();
    shown.insert("ligne".into(), row.line.into());
    if let Some(nom) = &row.nom {
        shown.insert("nom".into(), nom.as_str().into());
    }
    shown.insert("sort".into(), fate(row.fate).into());
    if let Some(record) = &row.record {
        shown.insert("fiche".into(), record.as_str().into());
    }
    if let Some((code, reason, remedy)) = &row.reason {
        shown.insert("code".into(), code.as_str().into());
        shown.insert("raison".into(), reason.as_str().into());
        shown.insert("remede".into(), remedy.as_str().into());
    }
    if !row.findings.is_empty() {
        shown.insert("champs".into(), row.findings.iter().map(finding).collect());
    }
    if !row.cells.is_empty() {
        let cells: Vec<Value> = row
            .cells
            .iter()
            .map(|(column, value)| json!({"colonne": column, "valeur": value}))
            .collect();
        shown.insert("cellules".into(), cells.into());
    }
    Value::Object(shown)
}

fn finding(finding: &Finding) -> Value {
    json!({
        "colonne": finding.column,
        "valeur": finding.value,
        "verdict": verdict(finding.verdict),
        "code": finding.code,
        "devenu": finding.became,
        "raison": finding.reason,
        "remede": finding.remedy,
    })
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Corrige => "corrige",
        Verdict::Douteux => "douteux",
        Verdict::Refuse => "refuse",
    }
}

fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::New => "nouvelle",
        Fate::Changed => "changee",
        Fate::Unchanged => "inchangee",
        Fate::Kept => "gardee",
        Fate::Joined => "reunie",
        Fate::Past => "passee",
        Fate::Refused => "refusee",
    }
}
