//! The whole way, once: content → records → guide → checks → plan → bytes → published.

mod avance;
mod built;
mod chrono;
pub mod editions;
mod precompression;
mod ready;
mod souvenir;
mod waves;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::address::Address;
use crate::calendar::Date;
use crate::check;
use crate::check::output::Inspection;
use crate::diagnostic::Diagnostic;
use crate::edition::papier::{self, Editions, Presse, Tirages};
use crate::edition::{self, Medium, Plan, World};
use crate::guide::{self, Guides};
use crate::publish::{self, Destination, Staging};
use crate::record::{self, Memory};
use crate::theme;
use crate::theme::Themes;

use precompression::Packer;
use souvenir::{Repris, Souvenirs};
use waves::render;

pub use avance::{Avance, Phase};
pub use built::Built;
pub use chrono::{Chrono, Etape, Part, Tour};
pub use precompression::Precompression;
pub use ready::Ready;

/// What is to be built, from where, to where.
#[derive(Clone, Debug)]
pub struct Order {
    /// The content folder.
    pub content: PathBuf,
    /// How its path is said in messages.
    pub shown: String,
    /// The folder of themes; it may not exist.
    pub themes: PathBuf,
    /// The output folder.
    pub output: PathBuf,
    /// Folders that the output must not cover: home, the folder the command runs in.
    pub grounds: Vec<PathBuf>,
    /// Whether files are replaced one by one, for a folder that a server watches.
    pub in_place: bool,
    /// The day the guide is built for.
    pub today: Date,
    /// Whether warnings forbid publishing.
    pub strict: bool,
    /// Whether what is to be printed is made too.
    pub imprimes: bool,
    /// Whether compressed forms stand beside files, and how small.
    pub precompression: Option<Precompression>,
    /// Whether files to take along are made too.
    pub hors_ligne: bool,
    /// What tells this program from any other, where guides made from the same as last time keep their files; nothing makes
    /// every file again.
    pub programme: Option<String>,
    /// Told how far the build is.
    pub avance: Option<Avance>,
    /// Told where time goes.
    pub chrono: Option<Chrono>,
}

/// Every file of a guide with its bytes: what a build would publish.
pub type Pages = BTreeMap<Address, Vec<u8>>;

/// Reads, links and checks, without making anything.
pub fn verify(order: &Order) -> (Guides, Themes, Vec<Diagnostic>) {
    verify_again(order, None)
}

/// The same, with what is remembered of the last reading.
fn verify_again(
    order: &Order,
    mut memory: Option<&mut Memory>,
) -> (Guides, Themes, Vec<Diagnostic>) {
    order.tell(Phase::Lecture, 0, 1);
    let (records, mut said) =
        record::read_again(&order.content, &order.shown, memory.as_deref_mut());
    let of = |one: &record::GuideRecords| one.acteurs.len() + one.evenements.len();
    order.lap(Etape::Lecture, records.guides.iter().map(of).sum());
    let mut guides = guide::link(records, order.today);
    order.lap(Etape::Liens, guides.guides.len());
    guide::images::develop(&mut guides, memory, &before(order), &mut said);
    let images = guides.guides.iter().flat_map(|guide| &guide.images);
    order.lap(Etape::Images, images.filter(|image| image.shown).count());
    let (themes, faults) = theme::read(&order.themes, &guides);
    said.extend(faults);
    order.lap(Etape::Themes, 0);
    check::guides(&guides, &themes, &mut said);
    order.lap(Etape::Regles, check::CHECKS.len());
    (guides, themes, said)
}

/// The files of the last build: what is made from the same is not made again.
fn before(order: &Order) -> impl Fn(&Address) -> Option<Vec<u8>> + Sync + '_ {
    |address| publish::at(&order.output, address)
}

/// The frozen editions of each guide, from beside its records; none for who makes no paper.
fn frozen(order: &Order, guides: &Guides, said: &mut Vec<Diagnostic>) -> Editions {
    match order.imprimes {
        true => editions::read(&order.content, guides, said),
        false => Editions::default(),
    }
}

/// Builds and publishes; on any error the output keeps its last good state.
pub fn build(order: &Order) -> (Built, Vec<Diagnostic>) {
    let (guides, themes, mut said) = verify(order);
    let plan = planned(order, &guides, &mut said);
    let frozen = frozen(order, &guides, &mut said);
    let mut built = Built::of(&guides);
    if refused(order, &said) {
        return (built, said);
    }
    let grounds: Vec<&Path> = order.grounds.iter().map(PathBuf::as_path).collect();
    let destination = Destination {
        output: &order.output,
        sources: &[&order.content, &order.themes],
        grounds: &grounds,
        in_place: order.in_place,
    };
    let staged = Staging::begin(&destination).and_then(|staging| {
        let packer = Packer::begin(order)?;
        order.lap(Etape::Ouverture, 0);
        let printed =
            printed(order, &World::new(&guides, &themes, &plan).knowing(frozen), &mut said);
        built.imprimes = printed.len();
        built.poses = printed.poses;
        built.refus = printed.refus.len();
        let plan = published_here(order, plan, &printed);
        let made = |address: &Address| staging.read(address);
        let world = World::new(&guides, &themes, &plan).with(&plan, printed).reading(&made);
        let inspection = Inspection::of(&guides, &plan);
        let mut souvenirs = Souvenirs::begin(order, &world);
        let repris = souvenirs.as_mut().map_or_else(Repris::new, |souvenirs| {
            souvenirs.recall(&world, &inspection, &staging, packer.as_ref())
        });
        built.repris = repris.len();
        let take = |address: &Address, bytes: Vec<u8>| {
            staging.put(address, &bytes)?;
            packer.as_ref().map_or(Ok(()), |packer| packer.put(&staging, address, &bytes))
        };
        built.rendered = render(order, &world, &inspection, repris, &mut said, take);
        if refused(order, &said) {
            return Ok(None);
        }
        if let Some(souvenirs) = &souvenirs {
            souvenirs.note(&world, &built.rendered, &staging);
        }
        built.precompresses = packer.map_or(Ok(0), Packer::finish)?;
        order.tell(Phase::Publication, 0, 1);
        let outcome = staging.publish()?;
        souvenirs.into_iter().for_each(Souvenirs::keep);
        order.tell(Phase::Publication, 1, 1);
        order.lap(Etape::Publication, built.rendered.len());
        Ok(Some(outcome))
    });
    match staged {
        Ok(outcome) => built.outcome = outcome,
        Err(diagnostic) => said.push(diagnostic),
    }
    (built, said)
}

/// Makes every sheet in memory and touches no output; nothing is given when an error forbids publishing.
pub fn make(order: &Order) -> (Option<Pages>, Vec<Diagnostic>) {
    let (guides, themes, mut said) = verify(order);
    let plan = planned(order, &guides, &mut said);
    let frozen = frozen(order, &guides, &mut said);
    if refused(order, &said) {
        return (None, said);
    }
    let pages = Mutex::new(Pages::new());
    let printed = printed(order, &World::new(&guides, &themes, &plan).knowing(frozen), &mut said);
    let plan = published_here(order, plan, &printed);
    let made = |address: &Address| {
        pages.lock().unwrap_or_else(PoisonError::into_inner).get(address).cloned()
    };
    let world = World::new(&guides, &themes, &plan).with(&plan, printed).reading(&made);
    let inspection = Inspection::of(&guides, &plan);
    render(order, &world, &inspection, Repris::new(), &mut said, |address, bytes| {
        pages.lock().unwrap_or_else(PoisonError::into_inner).insert(address.clone(), bytes);
        Ok(())
    });
    let pages = pages.into_inner().unwrap_or_else(PoisonError::into_inner);
    ((!refused(order, &said)).then_some(pages), said)
}

/// What is printed; nothing where the order leaves paper out.
fn printed(order: &Order, world: &World<'_>, said: &mut Vec<Diagnostic>) -> Tirages {
    if !order.imprimes {
        return Tirages::default();
    }
    let avance = |done, total| order.tell(Phase::Imprimes, done, total);
    let presse = Presse { avant: &before(order), avance: &avance, sur_demande: false };
    let printed = papier::print(world, &presse, said);
    order.lap(Etape::Imprimes, printed.len());
    printed
}

/// The plan without the sheets of paper that nobody made (they say nothing, or do not fit), and without the files of
/// hosts that the staff wrote itself: theirs stay.
fn published_here(order: &Order, plan: Plan, printed: &Tirages) -> Plan {
    let of_hosts = plan.sheets.iter().filter(|(_, sheet)| sheet.medium == Medium::Host);
    let theirs = publish::of_others(&order.output, of_hosts.map(|(_, sheet)| &sheet.address));
    let theirs: BTreeSet<Address> = theirs.into_iter().cloned().collect();
    plan.keeping(|sheet| match sheet.medium {
        Medium::Pdf => printed.holds(&sheet.address),
        Medium::Host => !theirs.contains(&sheet.address),
        _ => true,
    })
}

/// Every sheet of an order: without files to take along where it leaves them out.
fn planned(order: &Order, guides: &Guides, said: &mut Vec<Diagnostic>) -> Plan {
    let plan = edition::plan(guides, said);
    let plan = if order.hors_ligne { plan } else { plan.keeping(|sheet| !sheet.is_carried()) };
    order.lap(Etape::Plan, plan.sheets.len());
    plan
}

/// Whether what was said forbids publishing.
pub fn refused(order: &Order, said: &[Diagnostic]) -> bool {
    said.iter().any(|diagnostic| diagnostic.is_error() || (order.strict && !diagnostic.is_advice()))
}
