//! The last step: the output becomes what was planned, or stays as it is.

use std::io;
use std::path::Path;

use super::assemble::{Refused, Stays, assemble};
use super::fault::{fault, untouched};
use super::in_place::{apply, in_the_way};
use super::plan::Planned;
use super::survey::{Survey, refuse_foreign, survey};
use super::{Outcome, Staging, disk, manifest, part, swap};
use crate::diagnostic::Diagnostic;

impl Staging {
    /// Makes the output what was planned; an output that is so already is not touched.
    pub(super) fn install(&self, planned: &Planned) -> Result<Outcome, Diagnostic> {
        let found = self.survey()?;
        let mut blocking = planned.blocked_by(&found);
        if let Some(first) = blocking.next() {
            let shown = self.target.show(&first.path);
            return Err(untouched(in_the_way(shown, blocking.count())));
        }
        let mut outcome = planned.outcome(self.before.as_ref(), &found);
        if self.before.as_ref() != Some(&planned.after) || outcome.written > 0 {
            self.complete(planned)?;
            outcome.in_place = self.change(&found, planned)?.map(str::to_owned);
            outcome.leftover = self.clear_old();
        } else {
            self.remove_crumbs(&found);
        }
        Ok(outcome)
    }

    /// What stands in the output now: somebody may have put a file there while the guide was made.
    fn survey(&self) -> Result<Survey, Diagnostic> {
        refuse_foreign(&self.target)?;
        match disk::look(&self.target.root) {
            Ok(None) => Ok(Survey::default()),
            Ok(Some(_)) => survey(&self.target.root, self.before.as_ref()),
            Err(error) => Err(error),
        }
        .map_err(|error| self.refused(Path::new(""), &error))
    }

    /// Adds the list, and waits for the disk: a loss of power must not take both the old guide and the new.
    /// A first guide has no older one to lose.
    fn complete(&self, planned: &Planned) -> Result<(), Diagnostic> {
        let list = Path::new(manifest::NAME);
        disk::create(&self.folder.join(list), planned.after.text().as_bytes())
            .and_then(|()| match self.before {
                Some(_) => disk::settle(&self.folder),
                None => Ok(()),
            })
            .map_err(|error| self.refused(list, &error))
    }

    /// Swaps the folders, or replaces the files one by one and says why in French.
    fn change(
        &self,
        found: &Survey,
        planned: &Planned,
    ) -> Result<Option<&'static str>, Diagnostic> {
        let mounted = found.mounted.then_some("un disque est monté dans un dossier de la sortie");
        let hindrance = match self.target.in_place.or(mounted) {
            None => self.swap(found, planned)?,
            known => known,
        };
        if hindrance.is_some() {
            self.replace_one_by_one(found)?;
        }
        Ok(hindrance)
    }

    /// Swaps the folders; in French, why it could not be done where replacing files may do.
    fn swap(&self, found: &Survey, planned: &Planned) -> Result<Option<&'static str>, Diagnostic> {
        match self.assemble_and_swap(found, planned) {
            Ok(()) => Ok(None),
            Err(Refused { path, error }) => match swap::hindrance(&error) {
                Some(reason) if !found.is_absent() => Ok(Some(reason)),
                _ => Err(self.refused(&path, &error)),
            },
        }
    }

    /// One folder of the output gives way where that is enough and the system allows it, else the whole.
    fn assemble_and_swap(&self, found: &Survey, planned: &Planned) -> Result<(), Refused> {
        let (root, new, passing) =
            (&self.target.root, &self.folder, &self.target.beside("passage"));
        let refused = |error| Refused { path: "".into(), error };
        let mut stays = Stays::of(planned, found);
        let before = self.before.as_ref();
        let folder = before.and_then(|before| planned.only_folder(before, found));
        // A folder that its owner made read-only is not moved: it cannot be given another folder above it.
        if let Some(folder) = folder.filter(|folder| disk::is_open(&root.join(folder))) {
            let (within, rest) = stays.split(folder);
            assemble(root, new, &within)?;
            self.remove_crumbs(found);
            if part::exchange(folder, new, root, passing).map_err(refused)? {
                return Ok(());
            }
            stays = rest;
        }
        assemble(root, new, &stays)?;
        swap::swap(new, root, passing, &self.target.beside("ancien")).map_err(refused)
    }

    /// Removes what a killed run left among files that stay where they are.
    fn remove_crumbs(&self, found: &Survey) {
        for crumb in &found.crumbs {
            let _ = disk::remove(&self.target.root.join(crumb));
        }
    }

    /// From the moment the folder is called `pret`, whoever comes next finishes what is begun here.
    fn replace_one_by_one(&self, found: &Survey) -> Result<(), Diagnostic> {
        let ready = self.target.workplace("pret");
        disk::rename(&self.folder, &ready).map_err(|error| self.refused(Path::new(""), &error))?;
        self.remove_crumbs(found);
        apply(&ready, &self.target).map_err(half_done)
    }

    /// Removes the folder that gave way. The guide is published: a failure here only leaves a folder to sweep.
    fn clear_old(&self) -> Option<String> {
        let old = self.target.beside("passage");
        let cleared = match disk::look(&old) {
            Ok(Some(_)) => swap::clear(&old, &self.target.root, self.before.as_ref()),
            absent => absent.map(|_| ()),
        };
        cleared.err().map(|_| old.display().to_string())
    }

    fn refused(&self, path: &Path, error: &io::Error) -> Diagnostic {
        untouched(fault(self.target.show(path), error))
    }
}

/// What to add when the replacing of files was stopped: nothing is lost, but two guides are mixed for now.
fn half_done(mut diagnostic: Diagnostic) -> Diagnostic {
    diagnostic
        .remedy
        .push_str(" Une partie des pages est déjà remplacée ; la prochaine construction finira.");
    diagnostic
}
