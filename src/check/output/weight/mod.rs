//! Pages light enough for a slow line: what each weighs once compressed, against what it may weigh.

mod packed;

pub use packed::Weight;
pub(super) use packed::{Sample, may_exceed};

use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::guide::Guides;
use crate::plan::{About, Sheet};
use crate::text::{slug, thousands};

use super::{Made, Rendered};

/// What a page may weigh, in bytes: above `soft` somebody should look, above `hard` it is not published.
///
/// Where the figures come from is in docs/adr/0007-gates.md.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Compressed.
    pub soft: usize,
    /// Compressed.
    pub hard: usize,
}

impl Default for Budget {
    /// 10 kB; and what a server sends in its first burst, without waiting for an answer.
    fn default() -> Self {
        Self { soft: 10_000, hard: 14_600 }
    }
}

/// The page of an actor or event: less than a second of a slow line.
const RECORD: usize = 6_000;

/// Not compressed, for hosts that send pages as they are.
const PLAIN: Budget = Budget { soft: 60_000, hard: 150_000 };

/// The budgets of every guide, by the folder its pages stand in.
pub(super) struct Budgets(Vec<(String, usize)>);

impl Budgets {
    /// What guides say in `budget`.
    pub fn of(guides: &Guides) -> Self {
        let own = guides.guides.iter().filter_map(|guide| {
            let hard = usize::try_from(guide.reglages.budget?).ok()?;
            Some((format!("{}/", slug(&guide.dossier)), hard))
        });
        Self(own.collect())
    }

    /// What a page may weigh.
    pub fn page(&self, sheet: &Sheet) -> Budget {
        let own = self.0.iter().find(|(folder, _)| sheet.address.as_str().starts_with(folder));
        let hard = own.map_or(Budget::default().hard, |(_, hard)| *hard);
        let record = matches!(sheet.about, About::Acteur(_) | About::Evenement(_));
        let soft = if record { RECORD } else { Budget::default().soft };
        Budget { soft: soft.min(hard), hard }
    }
}

/// Pages that cost too much to load.
pub(super) fn too_heavy(made: &Made<'_>, out: &mut Vec<Diagnostic>) {
    let budgets = Budgets::of(made.guides);
    for page in made.rendered {
        let least = || Some((page.weight?.least?, budgets.page(made.sheet(page)?)));
        let compressed =
            least().and_then(|(weight, budget)| over(weight, budget, "une fois compressée"));
        let plain = || over(page.size, PLAIN, "sans compression").filter(|_| page.is_page);
        out.extend(compressed.or_else(plain).map(|fault| fault.about(made, page)));
    }
}

/// A weight above a budget.
struct TooHeavy {
    severity: Severity,
    message: String,
}

/// What is said of a weight above its budget; `how` it was measured.
fn over(weight: usize, budget: Budget, how: &str) -> Option<TooHeavy> {
    let (severity, limit) = match weight {
        _ if weight > budget.hard => (Severity::Error, budget.hard),
        _ if weight > budget.soft => (Severity::Warning, budget.soft),
        _ => return None,
    };
    let advice =
        if severity == Severity::Error { "la limite est" } else { "mieux vaut rester sous" };
    let message = format!(
        "Cette page pèse {} octets {how} : {advice} {}.",
        thousands(weight),
        thousands(limit)
    );
    Some(TooHeavy { severity, message })
}

impl TooHeavy {
    fn about(self, made: &Made<'_>, page: &Rendered) -> Diagnostic {
        let remedy = match made.file(page) {
            Some(file) => format!("Raccourcissez les textes de « {file} », ou coupez-les en plusieurs pages."),
            None => "Coupez la liste : moins de fiches dans ce guide, ou des textes plus courts ; sinon, écrivez une limite plus haute dans « budget » de « guide.yaml ».".into(),
        };
        let subject = Subject::Sheet(page.address.clone());
        Diagnostic::new("page-trop-lourde", self.severity, subject, self.message, remedy)
    }
}
