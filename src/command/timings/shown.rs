//! What `--timings` says: tables for people, an object for programs.

use std::time::Duration;

use serde_json::{Value, json};

use super::{Lap, Usage};
use crate::build::{Etape, Part};
use crate::text::{decimal, thousands};

fn name(etape: Etape) -> &'static str {
    match etape {
        Etape::Lecture => "lecture",
        Etape::Liens => "liens",
        Etape::Images => "images",
        Etape::Themes => "thèmes",
        Etape::Regles => "règles des fiches",
        Etape::Plan => "plan",
        Etape::Ouverture => "ouverture",
        Etape::Imprimes => "imprimés",
        Etape::Preparation => "préparation",
        Etape::Fichiers => "fichiers",
        Etape::Relecture => "règles des pages",
        Etape::Publication => "publication",
        Etape::Clarte => "clarté",
        Etape::Ecriture => "écriture",
    }
}

/// What a step counts.
fn counted(etape: Etape) -> &'static str {
    match etape {
        Etape::Lecture | Etape::Clarte => "fiches",
        Etape::Liens => "guides",
        Etape::Images => "images",
        Etape::Regles => "règles",
        _ => "fichiers",
    }
}

/// One object, for programs.
pub(super) fn object(laps: &[Lap], total: Usage) -> Value {
    let of = |took: Usage| {
        json!({
            "secondes": took.clock.as_secs_f64(),
            "processeur": took.processor.map(|time| time.as_secs_f64()),
            "memoire_kio": took.memory,
        })
    };
    let steps = laps.iter().map(|lap| {
        let mut step = of(lap.took);
        step["etape"] = name(lap.tour.etape).into();
        step["nombre"] = lap.tour.nombre.into();
        step["sortes"] = lap.tour.parts.iter().map(part).collect();
        step
    });
    json!({ "etapes": steps.collect::<Vec<_>>(), "total": of(total) })
}

fn part(part: &Part) -> Value {
    let [making, reading, staging] = part.temps.map(|time| time.as_secs_f64());
    json!({
        "sorte": part.nom,
        "nombre": part.nombre,
        "fabriquer": making,
        "relire": reading,
        "poser": staging,
    })
}

/// Two tables, for people.
pub(super) fn text(laps: &[Lap], total: Usage) -> String {
    let mut steps = vec![["étape", "horloge", "processeur", "mémoire", ""].map(str::to_owned)];
    steps.extend(laps.iter().map(|lap| {
        let nombre = match lap.tour.nombre {
            0 => String::new(),
            some => format!("{} {}", thousands(some), counted(lap.tour.etape)),
        };
        row(name(lap.tour.etape).to_owned(), lap.took, nombre)
    }));
    steps.push(row("total".to_owned(), total, String::new()));
    let heads = ["fichiers", "fabriqués", "relus", "posés", ""];
    let mut parts = vec![heads.map(str::to_owned)];
    parts.extend(laps.iter().flat_map(|lap| {
        lap.tour.parts.iter().map(|part| {
            let [making, reading, staging] = part.temps.map(seconds);
            let nombre = thousands(part.nombre);
            [part.nom.to_owned(), making, reading, staging, nombre]
        })
    }));
    let mut text = format!("Temps et mémoire :\n{}", table(&steps));
    if parts.len() > 1 {
        text +=
            &format!("Temps de chaque sorte de fichiers, fils additionnés :\n{}", table(&parts));
    }
    text
}

fn row(name: String, took: Usage, nombre: String) -> [String; 5] {
    let processor = took.processor.map_or_else(|| "–".to_owned(), seconds);
    let megabytes = |kib: u64| format!("{} Mio", kib.div_ceil(1024));
    let memory = took.memory.map_or_else(|| "–".to_owned(), megabytes);
    [name, seconds(took.clock), processor, memory, nombre]
}

fn seconds(time: Duration) -> String {
    format!("{} s", decimal(time.as_secs_f64(), 3))
}

/// Cells in columns: words begin together, figures end together.
fn table<const N: usize>(rows: &[[String; N]]) -> String {
    let width = |column: usize| {
        rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default()
    };
    let is_figure = |column: usize| {
        rows.iter().skip(1).any(|row| row[column].ends_with(" s") || row[column].ends_with(" Mio"))
    };
    let line = |row: &[String; N]| {
        let cells = row.iter().enumerate().map(|(column, cell)| {
            let width = width(column);
            if is_figure(column) { format!("{cell:>width$}") } else { format!("{cell:width$}") }
        });
        format!("  {}\n", cells.collect::<Vec<_>>().join("  ").trim_end())
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::Tour;

    fn took(clock: u64, processor: Option<u64>, memory: Option<u64>) -> Usage {
        let processor = processor.map(Duration::from_millis);
        Usage { clock: Duration::from_millis(clock), processor, memory }
    }

    fn laps() -> Vec<Lap> {
        let part = Part {
            nom: "pages",
            nombre: 1_200,
            temps: [2_000, 1_500, 250].map(Duration::from_millis),
        };
        let lap = |etape, nombre, parts, took| Lap { tour: Tour { etape, nombre, parts }, took };
        vec![
            lap(Etape::Lecture, 312, vec![], took(120, Some(200), Some(45_000))),
            lap(Etape::Themes, 0, vec![], took(7, None, None)),
            lap(Etape::Fichiers, 1_200, vec![part], took(2_010, Some(3_760), Some(90_112))),
        ]
    }

    #[test]
    fn people_read_two_tables() {
        let total = took(2_140, Some(3_970), Some(90_112));
        assert_eq!(
            text(&laps(), total),
            "Temps et mémoire :
  étape     horloge  processeur  mémoire
  lecture   0,120 s     0,200 s   44 Mio  312 fiches
  thèmes    0,007 s           –        –
  fichiers  2,010 s     3,760 s   88 Mio  1\u{202f}200 fichiers
  total     2,140 s     3,970 s   88 Mio
Temps de chaque sorte de fichiers, fils additionnés :
  fichiers  fabriqués    relus    posés
  pages       2,000 s  1,500 s  0,250 s  1\u{202f}200
"
        );
        assert!(!text(&laps()[..2], total).contains("sorte"));
    }

    #[test]
    fn programs_read_one_object() {
        assert_eq!(
            object(&laps()[1..], took(2_140, None, None)),
            json!({
                "etapes": [
                    {
                        "etape": "thèmes", "nombre": 0, "secondes": 0.007, "processeur": null,
                        "memoire_kio": null, "sortes": [],
                    },
                    {
                        "etape": "fichiers", "nombre": 1200, "secondes": 2.01, "processeur": 3.76,
                        "memoire_kio": 90112,
                        "sortes": [{
                            "sorte": "pages", "nombre": 1200, "fabriquer": 2.0, "relire": 1.5,
                            "poser": 0.25,
                        }],
                    },
                ],
                "total": { "secondes": 2.14, "processeur": null, "memoire_kio": null },
            })
        );
    }
}
