//! What hosts and robots read beside the guide: headers, types of files, the page of a wrong address, the pages worth
//! finding (docs/adr/0028).

mod apache;
mod entetes;
mod robots;
pub mod serveurs;
mod sitemap;
mod types;

use crate::address::{Address, Hidden};
use crate::diagnostic::Diagnostic;
use crate::guide::Guides;
use crate::plan::{About, HostFile, Medium, Scope, Sheet};
use crate::text::slug;

use super::{Edition, World};

pub use types::is_text;

/// What hosts and robots read.
pub struct Hebergeur;

impl Edition for Hebergeur {
    fn nom(&self) -> &'static str {
        "hébergeur"
    }

    fn plan(&self, guides: &Guides) -> Vec<Sheet> {
        let scopes = (0..guides.guides.len()).map(Scope::Guide);
        let wanted = sitemap::Wanted::of(guides);
        let files = std::iter::once(Scope::Site).chain(scopes).flat_map(|scope| {
            files(guides, scope, &wanted).into_iter().map(move |file| (scope, file))
        });
        files
            .filter_map(|(scope, file)| {
                let address = address(guides, scope, file)?;
                Some(Sheet { address, medium: Medium::Host, about: About::Host(scope, file) })
            })
            .collect()
    }

    fn render(&self, world: &World<'_>, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
        let About::Host(scope, file) = sheet.about else { return Ok(Vec::new()) };
        let text = match file {
            HostFile::Htaccess => apache::htaccess(is_example(world.guides, scope)),
            HostFile::Headers => entetes::headers(world, scope),
            HostFile::Nojekyll => String::new(),
            HostFile::Robots => robots::robots(world, scope),
            HostFile::Sitemap => sitemap::whole(world, scope),
            HostFile::SitemapPart(part) => sitemap::part(world, scope, part),
        };
        Ok(text.into_bytes())
    }
}

/// The files of the root of the site, or of a guide.
///
/// Every guide has its own rules for Apache: its wrong addresses lead to its own page, and its folder may be sent alone.
/// The rest counts at the root of what a host publishes, so a guide has it when it has an address of its own.
fn files(guides: &Guides, scope: Scope, wanted: &sitemap::Wanted) -> Vec<HostFile> {
    let mut files = vec![HostFile::Htaccess];
    let known = base(guides, scope).is_some();
    if scope == Scope::Site || known {
        files.extend([HostFile::Headers, HostFile::Nojekyll]);
    }
    if known {
        files.push(HostFile::Robots);
        files.extend(wanted.files(scope));
    }
    files
}

fn address(guides: &Guides, scope: Scope, file: HostFile) -> Option<Address> {
    let folder = folder(guides, scope);
    let above = Some(folder.as_str()).filter(|folder| !folder.is_empty());
    let plain = |name: &str| match above {
        None => Address::new(name),
        Some(folder) => Address::new(format!("{folder}/{name}")),
    };
    match file {
        HostFile::Htaccess => Address::hidden(above, Hidden::Htaccess),
        HostFile::Nojekyll => Address::hidden(above, Hidden::Nojekyll),
        HostFile::Headers => plain("_headers"),
        HostFile::Robots => plain("robots.txt"),
        HostFile::Sitemap => plain("sitemap.xml"),
        HostFile::SitemapPart(part) => plain(&format!("sitemap-{part}.xml")),
    }
    .ok()
}

/// Whether hosts or robots read what stands at an address, and nobody else.
pub fn is_for_hosts(address: &Address) -> bool {
    let name = address.as_str().rsplit('/').next().unwrap_or_default();
    name.starts_with('.')
        || ["_headers", "robots.txt"].contains(&name)
        || name.starts_with("sitemap") && name.ends_with(".xml")
}

/// The folder of the site in the output, or of a guide.
fn folder(guides: &Guides, scope: Scope) -> String {
    match scope {
        Scope::Site => String::new(),
        Scope::Guide(index) => slug(&guides.guides[index].dossier),
    }
}

/// The public address of the site, or that of a guide of its own; one with a question or an anchor is no folder, and
/// no file could say one with a sign that nobody sees.
fn base(guides: &Guides, scope: Scope) -> Option<&str> {
    let reglages = match scope {
        Scope::Site => guides.site.as_ref().map(|site| &site.reglages)?,
        Scope::Guide(index) => &guides.guides[index].reglages.reglages,
    };
    reglages
        .adresse_publique
        .as_deref()
        .filter(|base| !base.contains(|c: char| "?#".contains(c) || c.is_control()))
}

/// Whether all is an example there, which search engines must not give to people who look for help.
fn is_example(guides: &Guides, scope: Scope) -> bool {
    match scope {
        Scope::Site => guides.guides.iter().all(|guide| guide.reglages.demonstration),
        Scope::Guide(index) => guides.guides[index].reglages.demonstration,
    }
}
