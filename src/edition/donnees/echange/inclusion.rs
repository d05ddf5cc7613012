//! data.inclusion, version 1: each place is a structure, each thing done there a service of it.

use crate::diagnostic::Diagnostic;
use crate::edition::donnees::acteur;
use crate::edition::donnees::champs::{Champs, Valeur};
use crate::edition::donnees::national;
use crate::edition::donnees::scribe::Scribe;
use crate::record::Acteur;
use crate::text::slug;

use super::{lists, norme};

/// Our words for what is done, and the themes of data.inclusion: it has four for digital matters.
const THEMES: [(&str, &str); 9] = [
    ("Aide aux démarches administratives", "numerique--acceder-a-des-services-en-ligne"),
    ("Maîtrise des outils numériques du quotidien", FUNDAMENTALS),
    ("Insertion professionnelle via le numérique", FUNDAMENTALS),
    ("Utilisation sécurisée du numérique", FUNDAMENTALS),
    ("Parentalité et éducation avec le numérique", FUNDAMENTALS),
    ("Loisirs et créations numériques", FUNDAMENTALS),
    ("Compréhension du monde numérique", FUNDAMENTALS),
    ("Accès internet et matériel informatique", "numerique--acceder-a-une-connexion-internet"),
    ("Acquisition de matériel informatique à prix solidaire", "numerique--acquerir-un-equipement"),
];
const FUNDAMENTALS: &str = "numerique--maitriser-les-fondamentaux-du-numerique";
/// Who is specially welcome.
const PUBLICS: [(&str, &str); 9] = [
    ("Jeunes", "jeunes"),
    ("Étudiants", "etudiants"),
    ("Familles et/ou enfants", "familles"),
    ("Seniors", "seniors"),
    ("Femmes", "femmes"),
    ("Surdité", "personnes-en-situation-de-handicap"),
    ("Handicaps moteurs", "personnes-en-situation-de-handicap"),
    ("Handicaps mentaux", "personnes-en-situation-de-handicap"),
    ("Déficience visuelle", "personnes-en-situation-de-handicap"),
];
/// Networks, by programme and by kind of structure.
const NETWORKS: [(&str, &str); 16] = [
    ("Aidants Connect", "aidants-connect"),
    ("Conseillers numériques", "conseillers-numeriques"),
    ("France Services", "france-service"),
    ("Emmaüs Connect", "emmaus"),
    ("Relais numérique (Emmaüs Connect)", "emmaus"),
    ("La Croix Rouge", "croix-rouge"),
    ("Point d'accès numérique CAF", "caf"),
    ("CAF", "caf"),
    ("CCAS", "ccas-cias"),
    ("CIAS", "ccas-cias"),
    ("DEPT", "departements"),
    ("LA_POSTE", "la-poste"),
    ("ML", "mission-locale"),
    ("MJC", "mjc"),
    ("MUNI", "communes"),
    ("PIMMS", "pimms-mediation"),
];
/// How to ask for it.
const WAYS: [(&str, &str); 5] = [
    ("Se présenter", "se-presenter"),
    ("Téléphoner", "telephoner"),
    ("Contacter par mail", "envoyer-un-courriel"),
    ("Envoyer un mail avec une fiche de prescription", "envoyer-un-courriel"),
    ("Prendre un RDV en ligne", "utiliser-lien-mobilisation"),
];
/// Characters of a name, and of a description, at least and at most.
const NAME: (usize, usize) = (3, 150);
const TEXT: (usize, usize) = (5, 10_000);
/// What a place and each of its services say alike.
const SHARED: [&str; 5] = ["commune", "code_postal", "code_insee", "adresse", "complement_adresse"];

/// The file: structures, then services.
pub(super) fn fichier(scribes: &[Scribe<'_>], out: &mut Vec<Diagnostic>) -> Vec<u8> {
    let (mut structures, mut services) = (Vec::new(), Vec::new());
    for scribe in scribes {
        let today = scribe.guides().today;
        for (index, acteur) in scribe.here().acteurs.iter().enumerate() {
            if !acteur.recoit(today) {
                continue;
            }
            if acteur.fiche.date_maj.is_none_or(|day| day > today) {
                out.push(norme::absent(
                    &acteur.fiche,
                    "data.inclusion demande un jour de mise à jour passé (date_maj)".into(),
                    "Ajoutez « verifie » ou « date_maj », puis exportez de nouveau.",
                ));
                continue;
            }
            let whole = acteur::whole(scribe, index, national::columns(scribe, acteur));
            let structure = structure(scribe, acteur, &whole);
            services.extend(of_structure(&whole, &structure));
            structures.push(structure);
        }
    }
    let mut file = Champs::default();
    file.put("structures", Valeur::Objets(structures));
    file.put("services", Valeur::Objets(services));
    let mut text = String::from("{");
    file.lines(&mut text);
    (text + "\n}\n").into_bytes()
}

fn structure<'a>(scribe: &Scribe<'a>, acteur: &'a Acteur, whole: &Champs<'a>) -> Champs<'a> {
    let editor = &scribe.here().reglages.reglages.editeur;
    let source = slug(acteur.fiche.source.as_ref().unwrap_or(editor));
    let mut fields = Champs::default();
    fields.text("source", source.clone());
    fields.text("id", format!("{source}--{}", acteur.fiche.id));
    fields.text("nom", named(&acteur.fiche.nom));
    fields.said("date_maj", acteur.fiche.date_maj);
    let texts = [whole.cell("presentation_resume"), whole.cell("presentation_detail")].join("\n\n");
    fields.some("description", long_enough(&texts));
    fields.some("lien_source", Some(whole.cell("page").into_owned()).filter(|url| is_url(url)));
    let siret = acteur.pivot.as_deref();
    fields.some(
        "siret",
        siret.filter(|siret| siret.len() == 14 && siret.bytes().all(|b| b.is_ascii_digit())),
    );
    shared(whole, &mut fields);
    fields.some("telephone", Some(whole.cell("telephone").into_owned()));
    fields.some("courriel", acteur.courriels.first().cloned());
    fields.some("site_web", acteur.site_web.iter().find(|url| is_url(url)).cloned());
    fields.some("horaires_accueil", Some(whole.cell("horaires").into_owned()));
    fields.some("accessibilite_lieu", acteur.fiche_acces_libre.clone());
    let kinds = lists(whole, "dispositif_programmes_nationaux")
        .into_iter()
        .chain(lists(whole, "typologie"));
    fields.list("reseaux_porteurs", each(kinds, &NETWORKS));
    fields
}

/// Where it is: a middle of a commune is no address.
fn shared<'a>(whole: &Champs<'a>, fields: &mut Champs<'a>) {
    let exact = whole.cell("precision_du_point") == "adresse";
    for key in SHARED {
        if let Some(value) = whole.get(key) {
            fields.put(key, value.clone());
        }
    }
    for key in ["longitude", "latitude"] {
        if let Some(value) = whole.get(key).filter(|_| exact) {
            fields.put(key, value.clone());
        }
    }
}

/// One service for each thing that is done.
fn of_structure<'a>(whole: &Champs<'a>, structure: &Champs<'a>) -> Vec<Champs<'a>> {
    let one = |service: String| {
        let mut fields = Champs::default();
        let id = structure.cell("id").into_owned();
        fields.text("source", structure.cell("source").into_owned());
        fields.text("structure_id", id.clone());
        fields.text("id", format!("{id}--{}", slug(&service)));
        fields.text("nom", service.clone());
        let words = [service.as_str(), &*whole.cell("presentation_resume")].join(". ");
        fields.some("description", long_enough(words.trim_end_matches([' ', '.'])));
        fields.text("date_maj", structure.cell("date_maj").into_owned());
        let themes = each(std::iter::once(service), &THEMES);
        fields.list("thematiques", themes);
        how(whole, &mut fields);
        shared(whole, &mut fields);
        for key in ["telephone", "courriel", "lien_source"] {
            fields.some(key, Some(structure.cell(key).into_owned()));
        }
        fields.some("horaires_accueil", Some(structure.cell("horaires_accueil").into_owned()));
        fields
    };
    lists(whole, "services").into_iter().map(one).collect()
}

/// How one is received, at what price, for whom, and how to ask.
fn how<'a>(whole: &Champs<'a>, fields: &mut Champs<'a>) {
    let ways = lists(whole, "modalites_accompagnement");
    let has = |word: &str| ways.iter().any(|way| way == word);
    let kind = match (has("Accompagnement individuel"), has("Dans un atelier collectif")) {
        (true, _) => Some("accompagnement"),
        (false, true) => Some("atelier"),
        (false, false) => None,
    };
    fields.some("type", kind);
    let away = has("À distance").then_some("a-distance");
    let there = (ways.len() != 1 || away.is_none()).then_some("en-presentiel");
    fields.list("modes_accueil", away.into_iter().chain(there));
    let costs = lists(whole, "frais_a_charge");
    let free = costs.iter().any(|cost| cost.starts_with("Gratuit"));
    let paid = costs.iter().any(|cost| cost == "Payant");
    fields.some("frais", if free { Some("gratuit") } else { paid.then_some("payant") });
    let said = costs.iter().find(|cost| *cost == "Gratuit sous condition").cloned();
    let price = Some(whole.cell("tarif").into_owned()).filter(|price| !price.is_empty());
    fields.some("frais_precisions", price.or(said));
    let care = lists(whole, "prise_en_charge_specifique");
    let who = lists(whole, "publics_specifiquement_adresses").into_iter().chain(care.clone());
    fields.list("publics", each(who, &PUBLICS));
    let others: Vec<String> =
        care.into_iter().filter(|one| !PUBLICS.iter().any(|(known, _)| known == one)).collect();
    fields.text("publics_precisions", others.join(", "));
    let link = Some(whole.cell("prise_rdv").into_owned()).filter(|url| is_url(url));
    let asked = each(lists(whole, "modalites_acces"), &WAYS);
    let linked = link.is_some();
    fields.list(
        "modes_mobilisation",
        asked.into_iter().filter(|way| linked || *way != "utiliser-lien-mobilisation"),
    );
    fields.some("lien_mobilisation", link);
}

/// What words are there, each once.
fn each(
    words: impl IntoIterator<Item = String>,
    table: &[(&str, &'static str)],
) -> Vec<&'static str> {
    let mut found: Vec<&'static str> = Vec::new();
    for word in words {
        let known = table.iter().find(|(known, _)| *known == word).map(|(_, there)| *there);
        found.extend(known.filter(|there| !found.contains(there)));
    }
    found
}

/// A name as it is asked for: not too short, not too long, no full stop.
fn named(nom: &str) -> String {
    let cut: String = nom.trim_end_matches('.').chars().take(NAME.1).collect();
    let count = cut.chars().count();
    if count < NAME.0 { cut + &" ".repeat(NAME.0 - count) } else { cut }
}

fn long_enough(text: &str) -> Option<String> {
    let text: String = text.trim().chars().take(TEXT.1).collect();
    (text.chars().count() >= TEXT.0).then_some(text)
}

fn is_url(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}
