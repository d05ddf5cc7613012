//! The whole site of a guide in one zip, for a USB key or the computers of a library.
//!
//! Its pages are those that are published. One that would lead out of the zip (to another guide, to the zip itself) is made
//! anew in a plan that has the inside alone, so that no link of it is dead.

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::archive::Archive;
use crate::check::output::leads_out;
use crate::diagnostic::Diagnostic;
use crate::edition::html::here::Here;
use crate::edition::html::lost;
use crate::edition::{EDITIONS, World};
use crate::plan::{About, Fixed, Medium, Scope, Sheet};
use crate::text::slug;

use super::{choix, lisez_moi};

/// Files packed side by side: what waits to be written is never more.
const BATCH: usize = 64;

/// The zip of a guide.
pub(super) fn zip(here: Here<'_>, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
    let plan = here.world.plan.below(&slug(&here.guide().dossier), is_inside);
    let copy = here.world.copied(&plan);
    let folder = choix::archive(here.guide());
    let mut zip = Archive::of(here.world.guides.today);
    let failed = |_| lost(sheet);
    let text = lisez_moi::write(here, &folder);
    let text = zip.packed(&format!("{folder}/{}", lisez_moi::NAME), text.as_bytes(), false);
    zip.add(text.map_err(failed)?).map_err(failed)?;
    for batch in plan.sheets.chunks(BATCH) {
        let packed = |(edition, one): &(usize, Sheet)| {
            let bytes = bytes(&copy, *edition, one)?;
            let name = format!("{folder}/{}", one.address);
            zip.packed(&name, &bytes, is_packed(one.medium)).map_err(failed)
        };
        let packed: Vec<_> = batch.par_iter().map(packed).collect::<Result<_, Diagnostic>>()?;
        for one in packed {
            zip.add(one).map_err(failed)?;
        }
    }
    zip.finish().map_err(failed)
}

/// The fingerprint of the zip, as programs that check it read it.
pub(super) fn checksum(here: Here<'_>, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
    let address = here.world.plan.address(Medium::Zip, sheet.about).ok_or_else(|| lost(sheet))?;
    let zip = here.world.made(address).ok_or_else(|| lost(sheet))?;
    let hex: String = Sha256::digest(&zip).iter().map(|byte| format!("{byte:02x}")).collect();
    let name = address.as_str().rsplit('/').next().unwrap_or_default();
    Ok(format!("{hex}  {name}\n").into_bytes())
}

/// Whether the zip holds a sheet: those of the guide, and the pages above the guides that lead to it.
fn is_inside(sheet: &Sheet) -> bool {
    match (sheet.medium, sheet.about) {
        // The memory of a browser is for what is read on the web.
        (Medium::Zip | Medium::Checksum | Medium::Worker, _) => false,
        // What a web server shows for a wrong address.
        (_, About::Fixed(_, Fixed::Introuvable)) => false,
        (_, About::Site | About::PageSite(_) | About::Fixed(Scope::Site, _)) => true,
        (_, About::Host(Scope::Site, _)) => false,
        _ => true,
    }
}

/// The bytes of a sheet as published; made anew where they would lead out of the copy or are not made yet.
fn bytes(copy: &World<'_>, edition: usize, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
    // A page above the guides may lead to this one alone: it is read again.
    let above = !sheet.address.as_str().contains('/');
    let published = copy.made(&sheet.address).filter(|bytes| {
        let page = || String::from_utf8_lossy(bytes);
        let out = || match above {
            true => leads_out(&sheet.address, &page(), copy.plan),
            false => copy.leads_out(&sheet.address),
        };
        sheet.medium != Medium::Html || !out()
    });
    published.map_or_else(|| EDITIONS[edition].render(copy, sheet), Ok)
}

/// Whether the bytes of a kind of files are packed already: packing them again only costs time.
fn is_packed(medium: Medium) -> bool {
    matches!(medium, Medium::Pdf | Medium::Epub | Medium::Image)
}
