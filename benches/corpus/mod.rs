//! A deterministic content folder of any size: N places and N/5 events over real communes.

use std::fmt::Write as _;
use std::path::Path;

use jalon::territory::{self, Commune};
use jalon::text::slug;

const NAMES: [&str; 10] = [
    "Médiathèque",
    "Centre social",
    "France services",
    "Maison de quartier",
    "Espace numérique",
    "Mairie",
    "Tiers-lieu",
    "Association des habitants",
    "Point jeunesse",
    "CCAS",
];
const FLOWERS: [&str; 12] = [
    "des Tilleuls",
    "du Lavoir",
    "de la Gare",
    "des Écoles",
    "du Moulin",
    "de l'Église",
    "des Halles",
    "du Pont",
    "de la Source",
    "des Vignes",
    "du Stade",
    "de la Fontaine",
];
const SERVICES: [&str; 9] = [
    "Aide aux démarches administratives",
    "Maîtrise des outils numériques du quotidien",
    "Insertion professionnelle via le numérique",
    "Utilisation sécurisée du numérique",
    "Parentalité et éducation avec le numérique",
    "Loisirs et créations numériques",
    "Compréhension du monde numérique",
    "Accès internet et matériel informatique",
    "Acquisition de matériel informatique à prix solidaire",
];
const HOURS: [&str; 6] = [
    "Mo-Fr 09:00-12:00,14:00-17:00",
    "mardi et jeudi 9h-12h, 14h-17h30",
    "Mo,We,Fr 08:30-12:30; Tu,Th 13:30-18:00",
    "du lundi au vendredi 9h-12h",
    "1er et 3e jeudi du mois 9h30-12h30",
    "mercredi 14h-17h, sauf vacances scolaires",
];
const SENTENCES: [&str; 8] = [
    "On vous aide à faire vos démarches sur Internet, à votre rythme.",
    "Venez avec vos papiers et votre téléphone si vous en avez un.",
    "L'équipe vous montre comment envoyer un message et garder vos photos.",
    "Des ordinateurs sont à votre disposition, avec une imprimante.",
    "Les ateliers ont lieu en petit groupe, dans une salle calme.",
    "Vous pouvez venir accompagné d'un proche.",
    "On peut aussi vous aider à lire un courrier et à y répondre.",
    "La salle est au rez-de-chaussée, l'entrée est de plain-pied.",
];

/// Small numbers that look random and never change (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap_or(0)
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.roll(from.len())]
    }
}

/// Writes a content folder of `places` actors and a fifth as many events below `root/content`, a guide for each
/// département.
pub fn write(root: &Path, places: usize, departements: &[&str]) -> std::io::Result<()> {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let communes: Vec<&'static [Commune]> =
        departements.iter().map(|code| territory::communes_of_departement(code)).collect();
    let folders: Vec<String> = departements.iter().map(|code| folder(code)).collect();
    for (code, folder) in departements.iter().zip(&folders) {
        let guide = root.join("content").join(folder);
        std::fs::create_dir_all(guide.join("acteurs"))?;
        std::fs::create_dir_all(guide.join("evenements"))?;
        let own = territory::communes_of_departement(code).len().max(1);
        let crowded = places / departements.len() / own > CROWDED;
        std::fs::write(guide.join("guide.yaml"), settings(code, crowded))?;
    }
    let mut ids: Vec<Vec<String>> = vec![Vec::new(); departements.len()];
    for place in 0..places {
        let at = place % departements.len();
        let commune = dice.pick(communes[at]);
        let id = format!("lieu-{place}-{}", slug(commune.nom));
        let path =
            root.join("content").join(&folders[at]).join("acteurs").join(format!("{id}.yaml"));
        // A host is one of the places that are there already.
        let host = (!ids[at].is_empty()).then(|| dice.pick(&ids[at]).clone());
        std::fs::write(path, actor(&mut dice, place, commune, host.as_ref()))?;
        ids[at].push(id);
    }
    for event in 0..places / 5 {
        let at = event % departements.len();
        let Some(host) = ids[at].get(event / departements.len()) else { continue };
        let path = root
            .join("content")
            .join(&folders[at])
            .join("evenements")
            .join(format!("atelier-{event}.yaml"));
        std::fs::write(path, workshop(&mut dice, event, host))?;
    }
    Ok(())
}

/// Writes a file of the national schema with as many places as asked, over the communes of Vienne.
#[allow(dead_code, reason = "the bench of paper imports nothing")]
pub fn national(path: &Path, places: usize) -> std::io::Result<()> {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut text = "id,pivot,nom,commune,code_postal,code_insee,adresse,latitude,longitude,telephone,courriels,horaires,presentation_resume,source,date_maj,services,frais_a_charge\n".to_owned();
    let communes = territory::communes_of_departement("86");
    for place in 0..places {
        let commune = dice.pick(communes);
        let _ = writeln!(
            text,
            "lieu-{place},00000000000000,{} {} {place},{},{},{},{} rue {},{:.5},{:.5},+335364900{:02},accueil{place}@lieu.example,\"Mo-Fr 09:00-12:00,14:00-17:00\",\"{}\",Banc d'essai,2026-{:02}-{:02},{},Gratuit",
            dice.pick(&NAMES),
            dice.pick(&FLOWERS),
            commune.nom,
            commune.codes_postaux.first().copied().unwrap_or("86000"),
            commune.code,
            dice.roll(90) + 1,
            dice.pick(&FLOWERS),
            46.3 + dice.roll(6000) as f64 / 10_000.0,
            0.1 + dice.roll(8000) as f64 / 10_000.0,
            dice.roll(100),
            dice.pick(&SENTENCES),
            dice.roll(11) + 1,
            dice.roll(28) + 1,
            dice.pick(&SERVICES),
        );
    }
    std::fs::write(path, text)
}

fn folder(code: &str) -> String {
    let name = territory::departement(code).map_or("", |departement| departement.nom);
    format!("{}-{}", code.to_lowercase(), slug(name))
}

/// Places of a commune that no single file can carry.
const CROWDED: usize = 300;

fn settings(code: &str, crowded: bool) -> String {
    // At five times all the places of the country, Paris has a thousand in its one commune.
    let files = if crowded { "hors_ligne: [texte, livre]\n" } else { "" };
    format!(
        "titre: Guide {code}\ndepartement: \"{code}\"\nediteur: Banc d'essai\ntelephone_aide: 05 36 49 00 00\n{files}"
    )
}

fn actor(dice: &mut Dice, number: usize, commune: &Commune, host: Option<&String>) -> String {
    let mut text = format!("nom: {} {} {number}\n", dice.pick(&NAMES), dice.pick(&FLOWERS));
    let _ = writeln!(text, "commune: {}\ncode_insee: \"{}\"", quoted(commune.nom), commune.code);
    let _ = writeln!(text, "adresse: {} rue {}", dice.roll(90) + 1, dice.pick(&FLOWERS));
    let _ = writeln!(text, "telephone: 05 36 49 {:02} {:02}", dice.roll(100), dice.roll(100));
    let _ = writeln!(
        text,
        "courriels: [accueil{number}@lieu.example]\nhoraires: {}",
        quoted(dice.pick::<&str>(&HOURS))
    );
    let _ = writeln!(text, "presentation_resume: {}", dice.pick(&SENTENCES));
    let _ = writeln!(text, "presentation_detail: |");
    for _ in 0..dice.roll(4) + 2 {
        let _ = writeln!(text, "  {}", dice.pick(&SENTENCES));
    }
    let first = dice.roll(SERVICES.len());
    let services: Vec<&str> =
        (0..dice.roll(3) + 1).map(|step| SERVICES[(first + step) % SERVICES.len()]).collect();
    let _ = writeln!(text, "services: [{}]\nfrais_a_charge: [Gratuit]", services.join(", "));
    let _ = writeln!(
        text,
        "modalites_accompagnement: [Accompagnement individuel]\nsans_rendez_vous: {}",
        dice.pick(&["oui", "non"])
    );
    let _ = writeln!(
        text,
        "verifie: {{le: 2026-{:02}-{:02}, comment: téléphone}}",
        dice.roll(11) + 1,
        dice.roll(28) + 1
    );
    if let Some(host) = host.filter(|_| number % 10 == 3) {
        let _ = writeln!(
            text,
            "permanences:\n  - {{chez: {host}, qui: conseiller numérique, horaires: lundi 9h-12h}}"
        );
    }
    text
}

fn workshop(dice: &mut Dice, number: usize, host: &str) -> String {
    format!(
        "nom: Atelier {} {number}\nsorte: atelier\norganisateur: {host}\nchez: {host}\npresentation_resume: {}\ndates:\n  - {{le: 2026-12-{:02}, horaires: 14h-16h}}\n  - {{le: 2027-01-{:02}, horaires: 14h-16h}}\nservices: [{}]\nfrais_a_charge: [Gratuit]\n",
        dice.pick(&FLOWERS),
        dice.pick(&SENTENCES),
        dice.roll(28) + 1,
        dice.roll(28) + 1,
        dice.pick(&SERVICES),
    )
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}
