//! Records whose every text is the one given: the keys come from the readers, so that none is forgotten.

use jalon::record::catalogue::{Field, sample};
use jalon::record::{Kind, catalogue};

use super::guide::File;

/// Keys that are no text for readers, with a value that lets the rest be read, or none to leave them out.
const KEPT: [(&str, Option<&str>); 37] = [
    ("commune", Some("Poitiers")),
    ("code_postal", None),
    ("code_insee", None),
    ("latitude", None),
    ("longitude", None),
    ("id", None),
    ("anciens_ids", None),
    ("pivot", None),
    ("langue", None),
    ("brouillon", None),
    ("departement", Some("\"86\"")),
    ("departements", None),
    ("demonstration", None),
    ("sans_rendez_vous", Some("oui")),
    ("services", Some("[Aide aux démarches administratives]")),
    ("le", Some("2026-12-15")),
    ("du", Some("2026-12-20")),
    ("au", Some("2026-12-28")),
    ("depuis", Some("2022-04")),
    ("accord_jusqu_au", Some("2027-12-31")),
    ("etat", Some("fermé")),
    ("comment", None),
    ("territoires", None),
    ("imprimes", None),
    ("emporter", None),
    ("themes", None),
    ("regularite", None),
    ("fin", None),
    ("jusqu_au", None),
    ("structure_parente", None),
    ("terme_national", None),
    ("couleurs", None),
    ("trace", Some("[\"46.5, 0.3\", \"46.6, 0.4\"]")),
    ("point", Some("\"46.55, 0.35\"")),
    ("dispositif_programmes_nationaux", None),
    ("formations_labels", None),
    ("seances", None),
];

/// Shapes whose sample stands for them.
const SAMPLED: [&str; 8] = [
    "horaires",
    "téléphone",
    "adresse web",
    "liste d’adresses web",
    "courriel",
    "liste de courriels",
    "nombre entier",
    "durée",
];

/// A text as YAML, between quotes: whatever is no plain letter is escaped by its number.
pub fn quoted(text: &str) -> String {
    let letter = |c: char| match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => c.to_string(),
        _ => format!("\\U{:08x}", u32::from(c)),
    };
    format!("\"{}\"", text.chars().map(letter).collect::<String>())
}

/// The keys of a record of a kind, its texts all the same; `own` keys stand for those of their name.
pub fn keys(kind: Kind, text: &str, own: &[(&str, &str)]) -> String {
    let mut out = String::new();
    for field in catalogue(kind) {
        let given =
            own.iter().find(|(name, _)| *name == field.name).map(|(_, value)| (*value).to_owned());
        if let Some(value) = given.or_else(|| value(&field, text)).filter(|value| !value.is_empty())
        {
            out.push_str(&format!("{}: {value}\n", field.name));
        }
    }
    out
}

/// The value of a key, as flow YAML.
fn value(field: &Field, text: &str) -> Option<String> {
    if let Some((_, kept)) = KEPT.iter().find(|(name, _)| *name == field.name) {
        return kept.map(str::to_owned);
    }
    let is_text = field.shape.starts_with("texte")
        || ["liste de textes", "langues", "equipements"].contains(&field.shape);
    let alone = if !field.inner.is_empty() {
        let inner = |field: &Field| Some(format!("{}: {}", field.name, value(field, text)?));
        format!("{{{}}}", field.inner.iter().filter_map(inner).collect::<Vec<_>>().join(", "))
    } else if is_text {
        quoted(text)
    } else {
        return sample(field.shape).filter(|_| SAMPLED.contains(&field.shape)).map(written);
    };
    Some(if field.many { format!("[{alone}]") } else { alone })
}

/// A sample in a map between braces: only a list may hold commas.
fn written(sample: &str) -> String {
    if sample.starts_with('[') { sample.to_owned() } else { format!("\"{sample}\"") }
}

/// The files of a small guide that say nothing but a text, under addresses of their own.
pub fn files(rank: usize, text: &str) -> Vec<File> {
    let actor = |kind: &str, own: &[(&str, &str)]| {
        (format!("86-vienne/acteurs/{kind}{rank}.yaml"), keys(Kind::Acteur, text, own))
    };
    let host = format!("n{rank}");
    let days =
        format!("[{{le: 2026-12-15, horaires: 14h-16h, etat: annulé, raison: {}}}]", quoted(text));
    let event = [
        ("chez", host.as_str()),
        ("dates", &days),
        ("quand", ""),
        ("du", ""),
        ("au", ""),
        ("termine", ""),
        ("etat", ""),
    ];
    let quartier =
        [("sorte", "quartier"), ("communes", "[Poitiers]"), ("code", ""), ("termine", "")];
    let mut files = vec![
        actor("n", &[("tournee", ""), ("termine", "")]),
        (format!("86-vienne/acteurs/lien{rank}.yaml"), links(text)),
        (format!("86-vienne/evenements/n{rank}.yaml"), keys(Kind::Evenement, text, &event)),
        (format!("86-vienne/pages/n{rank}.md"), page(text)),
    ];
    // Kinds that are read like these, in turn: a string that one of them lets out, all do.
    files.push(match rank % 5 {
        0 => actor("bus", &[("termine", ""), ("horaires", "")]),
        1 => actor("fini", &[("tournee", "")]),
        2 => {
            (format!("dispositifs/n{rank}.yaml"), keys(Kind::Dispositif, text, &[("termine", "")]))
        }
        3 => (format!("territoires/n{rank}.yaml"), keys(Kind::Territoire, text, &quartier)),
        _ => (format!("pages/n{rank}.md"), page(text)),
    });
    files
}

/// A text where addresses and numbers stand: what is refused is left out, what is taken leads somewhere.
fn links(text: &str) -> String {
    let keys = ["site_web", "prise_rdv", "fiche_acces_libre", "courriels", "telephone"];
    let lines = keys.map(|key| format!("{key}: {}\n", quoted(text)));
    format!("nom: Lien\ncommune: Poitiers\n{}", lines.concat())
}

/// A page whose head and text say the same.
pub fn page(text: &str) -> String {
    format!("---\n{}---\n\n{text}\n\nMot {text}.\n", keys(Kind::Page, text, &[]))
}

/// The files of which there is one: settings, words, numbers.
pub fn settings(text: &str) -> Vec<File> {
    let listed = |keys: String| format!("- {}\n", keys.trim_end().replace('\n', "\n  "));
    vec![
        ("86-vienne/guide.yaml".into(), keys(Kind::Guide, text, &[("departement", "\"86\"")])),
        ("site.yaml".into(), keys(Kind::Site, text, &[])),
        ("glossaire.yaml".into(), listed(keys(Kind::Entree, text, &[]))),
        (
            "numeros-utiles.yaml".into(),
            listed(keys(Kind::Numero, text, &[("numero", "05 36 49 00 00")])),
        ),
    ]
}
