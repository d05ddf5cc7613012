//! Every sheet becomes bytes: those that hold or weigh others wait for them.

use rayon::prelude::*;

use crate::address::Address;
use crate::check::output::{Inspection, Made};
use crate::check::{OUTPUT_CHECKS, Rendered};
use crate::diagnostic::Diagnostic;
use crate::edition::{EDITIONS, Sheet, WAVES, World};

use super::chrono::{Etape, Geste, Wave};
use super::{Order, ready};

/// Renders every sheet, each wave in parallel, hands out its bytes, and checks the whole; mistakes come in the plan's order.
pub(super) fn render(
    order: &Order,
    mut world: World<'_>,
    said: &mut Vec<Diagnostic>,
    take: impl Fn(&Address, Vec<u8>) -> Result<(), Diagnostic> + Sync,
) -> Vec<Rendered> {
    let plan = world.plan;
    let inspection = Inspection::of(world.guides, plan);
    order.lap(Etape::Preparation, plan.sheets.len());
    let mut made: Vec<(usize, Result<Rendered, Diagnostic>)> = Vec::new();
    for wave in 0..WAVES {
        let timed = Wave::begin(order);
        let one = |(rank, (edition, sheet)): (usize, &(usize, Sheet))| {
            let render = || EDITIONS[*edition].render(&world, sheet);
            let rendered = timed.run(*edition, Geste::Faire, render).and_then(|bytes| {
                let rendered =
                    timed.run(*edition, Geste::Relire, || inspection.read(sheet, &bytes));
                let taken = timed.run(*edition, Geste::Poser, || take(&sheet.address, bytes));
                taken.map(|()| rendered)
            });
            (rank, rendered)
        };
        let sheets = plan.sheets.par_iter().enumerate();
        let done: Vec<_> = sheets.filter(|(_, (_, sheet))| sheet.wave() == wave).map(one).collect();
        for (rank, rendered) in &done {
            if let Ok(rendered) = rendered {
                world.knows(&plan.sheets[*rank].1, rendered.size, rendered.leaves);
            }
        }
        timed.end(wave, done.len());
        made.extend(done);
    }
    made.sort_by_key(|(rank, _)| *rank);
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
