//! What a new guide starts with: its settings, and commented records that build at once.

mod editor;
mod settings;
mod texts;

use crate::calendar::Date;
use crate::territory::{self, Commune, Departement};
use crate::text::slug;

pub use editor::editor;
pub use settings::settings;
use texts::{bus, library, page, read_me, site, workshop};

/// Name of the folder of a guide: `86-vienne`, `2a-corse-du-sud`.
pub fn folder(departement: &Departement) -> String {
    format!("{}-{}", departement.code.to_lowercase(), slug(departement.nom))
}

/// One file of a starter, below the folder where the command is to be run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Starting {
    /// Its path, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
    /// Whether it serves every guide of the folder: one that is there already stays.
    pub shared: bool,
}

/// The files of a new guide: settings, four commented records, and what goes beside `content/`.
pub fn files(departement: &Departement, today: Date) -> Vec<Starting> {
    let towns = towns(departement);
    let guide = format!("content/{}", folder(departement));
    let own = |path: &str, text: String| Starting {
        path: format!("{guide}/{path}"),
        text,
        shared: false,
    };
    let shared = |path: &str, text: String| Starting { path: path.into(), text, shared: true };
    let first = "Créé par jalon init ; ce fichier est à vous, jalon n’y touchera plus.";
    let mut files = vec![
        own("guide.yaml", settings(departement, first, true)),
        own("acteurs/exemple-mediatheque.yaml", library(towns[0])),
        own("acteurs/exemple-bus.yaml", bus(&towns)),
        own("evenements/exemple-atelier.yaml", workshop(today)),
        own("pages/exemple-page.md", page(departement)),
        shared("content/site.yaml", site(departement)),
        shared("LISEZ-MOI.txt", read_me(departement)),
        shared(
            ".gitignore",
            "/output/\n/output.jalon-*\n/.jalon/*\n!/.jalon/editions/\n!/.jalon/schemas/\n!/.jalon/sources/\n".into(),
        ),
    ];
    files.extend(editor());
    files
}

/// Three towns of a département, the most populous first; one alone comes three times.
fn towns(departement: &Departement) -> [&'static Commune; 3] {
    let mut towns: Vec<&Commune> =
        territory::communes_of_departement(departement.code).iter().collect();
    towns.sort_by_key(|commune| std::cmp::Reverse(commune.population));
    let town =
        |at: usize| towns.get(at).or(towns.first()).copied().unwrap_or(&territory::communes()[0]);
    [town(0), town(1), town(2)]
}
