//! A guide read, linked and checked, whose sheets are made when somebody asks for them: what `serve` shows.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use super::{Order, refused, verify_again};
use crate::address::Address;
use crate::check::output::{Inspection, Made};
use crate::check::{OUTPUT_CHECKS, Rendered};
use crate::diagnostic::Diagnostic;
use crate::edition::{self, EDITIONS, Plan, Sheet, World};
use crate::guide::Guides;
use crate::record::Memory;
use crate::theme::Themes;

/// A good guide and the sheets of it that were asked for.
#[derive(Debug)]
pub struct Ready {
    guides: Guides,
    themes: Themes,
    plan: Plan,
    made: Mutex<BTreeMap<Address, Arc<Vec<u8>>>>,
}

impl Ready {
    /// Reads, links and checks; nothing is given when an error forbids publishing. Paper is left out.
    pub fn of(order: &Order, memory: &mut Memory) -> (Option<Self>, Vec<Diagnostic>) {
        let (guides, themes, mut said) = verify_again(order, Some(memory));
        let plan = edition::plan(&guides, &mut said).keeping(|sheet| !sheet.medium.is_for_builds());
        if refused(order, &said) {
            return (None, said);
        }
        (Some(Self { guides, themes, plan, made: Mutex::default() }), said)
    }

    /// Whether a sheet stands at an address.
    pub fn holds(&self, address: &Address) -> bool {
        self.plan.holds(address.as_str())
    }

    /// The bytes of a sheet, made once.
    pub fn sheet(&self, address: &Address) -> Option<Arc<Vec<u8>>> {
        let made = || self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = made().get(address) {
            return Some(Arc::clone(known));
        }
        let sheets = &self.plan.sheets;
        let at = sheets.binary_search_by(|(_, sheet)| sheet.address.cmp(address)).ok()?;
        let (edition, sheet) = &sheets[at];
        let bytes = Arc::new(EDITIONS[*edition].render(&self.world(), sheet).ok()?);
        made().insert(address.clone(), Arc::clone(&bytes));
        Some(bytes)
    }

    /// Makes every sheet, keeps none, and gives what the rules of published pages find; nothing once it is to stop.
    pub fn inspect(&self, stop: &AtomicBool) -> Option<Vec<Diagnostic>> {
        let world = self.world();
        let (guides, themes, plan) = (&self.guides, &self.themes, &self.plan);
        let inspection = Inspection::of(guides, plan);
        let one = |(edition, sheet): &(usize, Sheet)| {
            let go = !stop.load(Ordering::Relaxed);
            let made = go.then(|| EDITIONS[*edition].render(&world, sheet))?;
            Some(made.map(|bytes| inspection.read(sheet, &bytes)))
        };
        let made: Vec<_> = plan.sheets.par_iter().map(one).collect::<Option<_>>()?;
        let (rendered, mut said) = parted(made);
        let made = Made { guides, themes, plan, rendered: &rendered };
        for (_, check) in OUTPUT_CHECKS {
            check(&made, &mut said);
        }
        Some(said)
    }

    fn world(&self) -> World<'_> {
        World::new(&self.guides, &self.themes, &self.plan)
    }
}

/// What was made, and why the rest was not.
fn parted(made: Vec<Result<Rendered, Diagnostic>>) -> (Vec<Rendered>, Vec<Diagnostic>) {
    let mut parts = (Vec::with_capacity(made.len()), Vec::new());
    for one in made {
        match one {
            Ok(rendered) => parts.0.push(rendered),
            Err(diagnostic) => parts.1.push(diagnostic),
        }
    }
    parts
}
