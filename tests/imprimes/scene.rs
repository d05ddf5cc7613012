//! The guide of the judges, printed once: what a build makes, then what is only made for whom asks.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jalon::calendar::parse_date;
use jalon::diagnostic::{Diagnostic, Format, report};
use jalon::edition::papier::{self, Demande, Editions, Figee};
use jalon::edition::{self, About, Cible, Forme, Papier, Plan, Produit, World};
use jalon::guide::Guides;
use jalon::theme::Themes;
use jalon::{Order, build, verify};
use rayon::prelude::*;
use serde_json::Value as Json;

use crate::support::{TODAY, paths, repository};

/// A file that is printed, and what it was made from.
pub struct Imprime {
    /// `livret-grand-poitiers-a-plier`.
    pub nom: String,
    pub papier: Papier,
    pub chemin: PathBuf,
    /// What its theme read; nothing for what is folded.
    pub data: Option<Json>,
    /// Whether strips to tear off were asked for.
    pub languettes: bool,
}

pub struct Scene {
    /// The published folder.
    pub publie: PathBuf,
    pub imprimes: Vec<Imprime>,
    pub guides: &'static Guides,
}

pub static SCENE: LazyLock<Scene> = LazyLock::new(scene);

impl Scene {
    /// A product by its name.
    pub fn un(&self, nom: &str) -> &Imprime {
        self.imprimes.iter().find(|one| one.nom == nom).unwrap_or_else(|| panic!("no {nom}"))
    }

    /// What is read, on paper or on a screen: all but sheets to fold.
    pub fn lus(&self) -> impl Iterator<Item = &Imprime> {
        self.imprimes.iter().filter(|one| one.data.is_some())
    }
}

impl Imprime {
    pub fn produit(&self) -> Produit {
        self.papier.produit
    }

    /// What its theme read.
    pub fn data(&self) -> &Json {
        self.data.as_ref().unwrap()
    }

    /// The same file, other data: for faults that are planted.
    pub fn avec(&self, data: Json) -> Self {
        Self {
            nom: format!("{} (planted)", self.nom),
            papier: self.papier,
            chemin: self.chemin.clone(),
            data: Some(data),
            languettes: self.languettes,
        }
    }
}

/// The faults that a judge finds over some products, side by side.
pub fn faults<'a>(
    imprimes: impl Iterator<Item = &'a Imprime>,
    judge: impl Fn(&Imprime) -> Vec<String> + Sync,
) -> Vec<String> {
    let all: Vec<&Imprime> = imprimes.collect();
    assert!(!all.is_empty());
    let told = |one: &&Imprime| {
        judge(one).into_iter().map(|fault| format!("{}: {fault}", one.nom)).collect::<Vec<_>>()
    };
    all.par_iter().map(told).flatten().collect()
}

/// A judge has nothing to say.
pub fn clean(found: Vec<String>) {
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// An empty folder of this run, left there to be looked at.
pub fn folder(nom: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("imprimes").join(nom);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

pub fn order(content: PathBuf, output: PathBuf) -> Order {
    Order {
        content,
        shown: "content".into(),
        themes: repository().join("themes"),
        output,
        grounds: Vec::new(),
        in_place: false,
        today: parse_date(TODAY).unwrap(),
        strict: true,
        imprimes: true,
        hors_ligne: false,
        avance: None,
        chrono: None,
        programme: None,
        precompression: None,
    }
}

pub fn content() -> PathBuf {
    repository().join("tests/imprimes/content")
}

/// Nothing was said, not even a doubt.
pub fn silent(said: &[Diagnostic]) {
    assert!(said.is_empty(), "{}", report(said, Format::Text { colour: false }));
}

fn scene() -> Scene {
    let order = order(content(), folder("publie").join("output"));
    let (built, said) = build(&order);
    silent(&said);
    assert!(built.poses > 0);
    let (guides, themes, said) = verify(&order);
    silent(&said);
    let mut said = Vec::new();
    let (guides, themes): (&'static Guides, &'static Themes) =
        (Box::leak(Box::new(guides)), Box::leak(Box::new(themes)));
    let plan: &'static Plan = Box::leak(Box::new(edition::plan(guides, &mut said)));
    let world = World::new(guides, themes, plan).knowing(frozen());
    let mut imprimes = built_ones(&world, &order.output);
    for demande in asked(guides) {
        imprimes.extend(made(&world, &demande));
    }
    Scene { publie: order.output, imprimes, guides }
}

/// Where the frozen edition stands, beside the content.
pub const EDITION: &str = ".jalon/editions/86-vienne/1.json";

/// The edition that stands beside the content: the same guide three weeks earlier, with another phone and a record less.
fn frozen() -> Editions {
    let path = content().with_file_name(EDITION);
    let mut editions = Editions::default();
    editions.add("86-vienne", Figee::read(&std::fs::read(path).unwrap()).unwrap());
    editions
}

/// What the build published.
fn built_ones(world: &World<'_>, output: &Path) -> Vec<Imprime> {
    let on_disk =
        paths(output).iter().filter(|path| path.extension().is_some_and(|e| e == "pdf")).count();
    let one = |sheet: &edition::Sheet| {
        let About::Papier(guide, papier) = sheet.about else { return None };
        let chemin = output.join(sheet.address.as_str());
        chemin.exists().then(|| Imprime {
            nom: chemin.file_stem().unwrap().to_string_lossy().into_owned(),
            papier,
            data: data(world, &demande(guide, papier)),
            chemin,
            languettes: false,
        })
    };
    let all: Vec<Imprime> = world.plan.sheets.iter().filter_map(|(_, sheet)| one(sheet)).collect();
    assert_eq!(all.len(), on_disk, "every PDF that is published is planned");
    all
}

fn demande(guide: usize, papier: Papier) -> Demande {
    Demande { guide, papier, du: None, depuis: None, choix: Vec::new(), languettes: false }
}

fn data(world: &World<'_>, demande: &Demande) -> Option<Json> {
    if demande.papier.forme.est_pliee() {
        return None;
    }
    let (answers, _) = papier::answer(world, demande, &mut Vec::new());
    let one = answers.into_iter().find(|one| one.papier == demande.papier)?;
    Some(serde_json::from_str(&one.data).unwrap())
}

/// What no build makes.
fn asked(guides: &Guides) -> Vec<Demande> {
    let guide = &guides.guides[0];
    let acteur = |id: &str| guide.acteurs.iter().position(|one| one.fiche.id == id).unwrap();
    let commune = |nom: &str| {
        Cible::Commune(guide.communes.iter().position(|ici| ici.commune.nom == nom).unwrap())
    };
    let of = |produit, cible| demande(0, Papier { produit, cible, forme: Forme::Lue });
    let fiche = |id: &str| of(Produit::Fiche, Cible::Acteur(acteur(id)));
    let chosen = ["bus", "relais-poitiers", "mediatheque-lusignan"].map(acteur);
    vec![
        fiche("relais-poitiers"),
        fiche("bus"),
        fiche("salle-chatellerault"),
        Demande { choix: chosen.to_vec(), ..of(Produit::Selection, Cible::Guide) },
        of(Produit::FeuilleDAppel, Cible::Guide),
        of(Produit::GrosCaracteres, Cible::Guide),
        of(Produit::GrosCaracteres, commune("Lusignan")),
        of(Produit::Depliant, commune("Lusignan")),
        Demande {
            languettes: true,
            du: parse_date("2026-12-01").ok(),
            ..of(Produit::Affiche, Cible::Acteur(acteur("mediatheque-lusignan")))
        },
    ]
}

/// The files that answer a demand, beside one another.
fn made(world: &World<'_>, demande: &Demande) -> Vec<Imprime> {
    let mut said = Vec::new();
    let (answers, refused) = papier::answer(world, demande, &mut said);
    silent(&said);
    assert_eq!(refused, []);
    assert!(!answers.is_empty(), "{demande:?}");
    let folder = folder(&format!(
        "demande-{}{}",
        answers[0].nom.trim_end_matches(".pdf"),
        if demande.languettes { "-languettes" } else { "" }
    ));
    let one = |answer: papier::Reponse| {
        let chemin = folder.join(&answer.nom);
        std::fs::write(&chemin, &answer.bytes).unwrap();
        Imprime {
            nom: format!("demande/{}", answer.nom.trim_end_matches(".pdf")),
            papier: answer.papier,
            data: serde_json::from_str(&answer.data).ok(),
            chemin,
            languettes: demande.languettes,
        }
    };
    answers.into_iter().map(one).collect()
}
