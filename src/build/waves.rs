//! Every sheet becomes bytes, a guide after the other; within one, those that hold or weigh others wait for them.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::address::Address;
use crate::check::output::{Inspection, Made};
use crate::check::{OUTPUT_CHECKS, Rendered};
use crate::diagnostic::Diagnostic;
use crate::edition::{EDITIONS, WAVES, World};

use super::chrono::{Etape, Geste, Releve};
use super::souvenir::Repris;
use super::{Order, Phase, ready};

/// What became of a sheet, by its rank in the plan.
type Done = (usize, Result<Rendered, Diagnostic>);

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
    let of_guide = |(guide, ranks): (usize, Vec<usize>)| {
        let made = workshop.make(world.alone(), &ranks);
        world.themes.guides[guide].rest();
        made
    };
    let each: Vec<Vec<Done>> = guides.into_par_iter().enumerate().map(of_guide).collect();
    let mut made: Vec<Done> = each.into_iter().flatten().collect();
    made.extend(repris.into_iter().map(|(rank, rendered)| (rank, Ok(rendered))));
    // What stands above the guides may tell of what is in them.
    let mut above = world.alone();
    learn(&mut above, &made);
    made.extend(workshop.make(above, &site));
    made.sort_by_key(|(rank, _)| *rank);
    workshop.releve.end(nombre);
    let (rendered, faults) = ready::parted(made.into_iter().map(|(_, one)| one).collect());
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
fn learn(world: &mut World<'_>, made: &[Done]) {
    for (rank, rendered) in made {
        if let Ok(rendered) = rendered {
            world.knows(&world.plan.sheets[*rank].1, rendered.size, rendered.leaves);
        }
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
    /// Makes some sheets, each wave in parallel.
    fn make(&self, mut world: World<'_>, ranks: &[usize]) -> Vec<Done> {
        let mut made = Vec::with_capacity(ranks.len());
        for wave in 0..WAVES {
            let of_wave = |rank: &&usize| world.plan.sheets[**rank].1.wave() == wave;
            let now = ranks.par_iter().filter(of_wave);
            let done: Vec<Done> = now.map(|&rank| (rank, self.sheet(&world, rank))).collect();
            learn(&mut world, &done);
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
