//! Texts as staff write them, put together from pieces.

use proptest::prelude::*;

/// What staff write: a week whose days are each said once, narrowed and closed in every way.
pub fn french() -> impl Strategy<Value = String> {
    let hours = ["9h-12h", "9h30-12h, 14h-17h", "14h à 16h30", "à partir de 17h"];
    let narrow = [
        "",
        "",
        " sur rendez-vous",
        ", semaines paires",
        ", semaines impaires",
        ", une semaine sur deux à partir du 12 janvier 2027",
        ", une semaine sur trois à partir du 6 mars 2026",
        ", sauf vacances scolaires",
        ", sauf vacances scolaires, sauf la première semaine",
        ", sauf jours fériés et vacances d'été (mais ouvert les deux premières semaines)",
        ", sauf la 2e semaine des vacances de Noël",
        ", pendant la dernière semaine des vacances scolaires",
        ", pendant les vacances scolaires, sauf la première et la dernière semaine",
        ", semaines 10 à 20",
        ", les semaines 1, 3 et 53",
        ", une semaine sur trois de la semaine 10 à la semaine 40",
        ", sauf jours fériés et août",
        ", sauf du 24 décembre 2026 au 3 janvier 2027",
        ", sauf le 1er mardi du mois",
        ", pendant les vacances d'été",
        ", de septembre à juin",
        ", du 15 juin au 15 septembre",
        ", jusqu'au 30 juin 2027",
        ", à partir du 12 janvier 2027 jusqu'au 30 juin 2027",
    ];
    let days = [
        ["lundi", "mardi et jeudi", "samedi"],
        ["du lundi au mercredi", "jeudi", "vendredi et dimanche"],
        ["1er et 3e lundi du mois", "dernier mardi du mois", "du mercredi au dimanche"],
    ];
    let end = [
        "",
        "",
        " ; sauf vacances scolaires et jours fériés",
        " ; fermé en août, du 24 décembre au 3 janvier",
        " ; fermé pendant les vacances scolaires, sauf la première semaine",
        " ; fermé les jours fériés et pendant les vacances de Noël, sauf la dernière semaine",
        " ; fermé la semaine 33 ; fermé le mardi en juillet",
        " ; fermé le 1er samedi du mois",
        " ; fermé le mercredi de 12h à 15h",
    ];
    let rule = (prop::sample::select(hours.to_vec()), prop::sample::select(narrow.to_vec()));
    let rules = prop::collection::vec(rule, 1..=3);
    (prop::sample::select(days.to_vec()), rules, prop::sample::select(end.to_vec())).prop_map(
        |(days, rules, end)| {
            let rules: Vec<String> = days
                .iter()
                .zip(rules)
                .map(|(day, (hours, narrow))| format!("{day} {hours}{narrow}"))
                .collect();
            format!("{}{end}", rules.join(" ; "))
        },
    )
}
