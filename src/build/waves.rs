//! Every sheet becomes bytes, a guide after the other; within one, those that hold or weigh others wait for them.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use rayon::prelude::*;

use crate::address::Address;
use crate::check::output::{Inspection, Made};
use crate::check::{OUTPUT_CHECKS, Rendered};
use crate::diagnostic::Diagnostic;
use crate::edition::{EDITIONS, WAVES, World};

use super::chrono::{Etape, Geste, Releve};
use super::souvenir::Repris;
use super::{Order, Phase};

/// What became of a sheet, by its rank in the plan.
type Done = (usize, Result<Rendered, Diagnostic>);

/// What became of all sheets: what is kept of each, by its rank in the plan, and why some were not made.
struct Results {
    kept: Vec<Option<Rendered>>,
    faults: Vec<(usize, Diagnostic)>,
}

impl Results {
    /// So many sheets, none made yet.
    fn of(sheets: usize) -> Self {
        Self { kept: std::iter::repeat_with(|| None).take(sheets).collect(), faults: Vec::new() }
    }

    fn take(&mut self, done: impl IntoIterator<Item = Done>) {
        for (rank, one) in done {
            match one {
                Ok(rendered) => self.kept[rank] = Some(rendered),
                Err(fault) => self.faults.push((rank, fault)),
            }
        }
    }

    /// The sheets that were made, by their rank.
    fn made(&self) -> impl Iterator<Item = (usize, &Rendered)> {
        self.kept.iter().enumerate().filter_map(|(rank, one)| Some((rank, one.as_ref()?)))
    }

    /// What is kept, and the faults, in the order of the plan.
    fn end(mut self) -> (Vec<Rendered>, impl Iterator<Item = Diagnostic>) {
        self.faults.sort_by_key(|(rank, _)| *rank);
        let faults = self.faults.into_iter().map(|(_, fault)| fault);
        #[allow(
            clippy::filter_map_identity,
            reason = "in place: `flatten` would hold all of it twice"
        )]
        let kept = self.kept.into_iter().filter_map(|one| one).collect();
        (kept, faults)
    }
}

/// Renders every sheet but those that stay, hands out its bytes, and checks the whole; mistakes come in the plan's order.
pub(super) fn render(
    order: &Order,
    world: &World<'_>,
    inspection: &Inspection<'_>,
    repris: Repris,
    said: &mut Vec<Diagnostic>,
    take: impl Fn(&Address, Vec<u8>) -> Result<(), Diagnostic> + Sync,
) -> Vec<Rendered> {
    order.lap(Etape::Preparation, world.plan.sheets.len());
    let (mut guides, site) = world.plan.by_guide(world.guides.guides.len());
    guides.iter_mut().for_each(|ranks| ranks.retain(|rank| !repris.contains_key(rank)));
    let nombre = guides.iter().chain([&site]).map(Vec::len).sum();
    let done = AtomicUsize::new(repris.len());
    let workshop = Workshop { order, inspection, releve: Releve::begin(order), done, take };
    let mut results = Results::of(world.plan.sheets.len());
    results.take(repris.into_iter().map(|(rank, rendered)| (rank, Ok(rendered))));
    let mut results = workshop.each(world, &guides, results);
    // What stands above the guides may tell of what is in them.
    let mut above = world.alone();
    learn(&mut above, results.made());
    results.take(workshop.make(above, &site));
    workshop.releve.end(nombre);
    let (rendered, faults) = results.end();
    said.extend(faults);
    let made =
        Made { guides: world.guides, themes: world.themes, plan: world.plan, rendered: &rendered };
    for (_, check) in OUTPUT_CHECKS {
        check(&made, said);
    }
    order.lap(Etape::Relecture, rendered.len());
    rendered
}

/// What later sheets may ask of those made before.
fn learn<'a>(world: &mut World<'_>, made: impl Iterator<Item = (usize, &'a Rendered)>) {
    for (rank, rendered) in made {
        world.knows(&world.plan.sheets[rank].1, rendered.size, rendered.leaves);
    }
}

/// Where sheets are made, read for the rules and handed out.
struct Workshop<'a, T> {
    order: &'a Order,
    inspection: &'a Inspection<'a>,
    releve: Releve<'a>,
    /// Sheets that are ready.
    done: AtomicUsize,
    take: T,
}

impl<T: Fn(&Address, Vec<u8>) -> Result<(), Diagnostic> + Sync> Workshop<'_, T> {
    /// Makes the sheets of every guide, two guides at a time: while the archives of one are packed on one thread, the other
    /// keeps the rest busy. What a guide holds until it is done would add up, were all of them begun.
    fn each(&self, world: &World<'_>, guides: &[Vec<usize>], results: Results) -> Results {
        let (left, results) = (Mutex::new(guides.iter().enumerate()), Mutex::new(results));
        let next = || left.lock().unwrap_or_else(PoisonError::into_inner).next();
        let one_by_one = || {
            while let Some((guide, ranks)) = next() {
                let made = self.make(world.alone(), ranks);
                world.themes.guides[guide].rest();
                results.lock().unwrap_or_else(PoisonError::into_inner).take(made);
            }
        };
        thread::scope(|scope| {
            scope.spawn(one_by_one);
            one_by_one();
        });
        results.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes some sheets, each wave in parallel.
    fn make(&self, mut world: World<'_>, ranks: &[usize]) -> Vec<Done> {
        let mut made = Vec::with_capacity(ranks.len());
        for wave in 0..WAVES {
            let of_wave = |rank: &&usize| world.plan.sheets[**rank].1.wave() == wave;
            let now = ranks.par_iter().filter(of_wave);
            let done: Vec<Done> = now.map(|&rank| (rank, self.sheet(&world, rank))).collect();
            let good = done.iter().filter_map(|(rank, one)| Some((*rank, one.as_ref().ok()?)));
            learn(&mut world, good);
            made.extend(done);
        }
        made
    }

    fn sheet(&self, world: &World<'_>, rank: usize) -> Result<Rendered, Diagnostic> {
        let (edition, sheet) = &world.plan.sheets[rank];
        let run = &self.releve;
        let bytes = run.run(*edition, Geste::Faire, || EDITIONS[*edition].render(world, sheet))?;
        let rendered = run.run(*edition, Geste::Relire, || self.inspection.read(sheet, &bytes));
        run.run(*edition, Geste::Poser, || (self.take)(&sheet.address, bytes))?;
        let done = 1 + self.done.fetch_add(1, Ordering::Relaxed);
        self.order.tell(Phase::Pages, done, world.plan.sheets.len());
        Ok(rendered)
    }
}
