//! `sitemap.xml`: the pages worth finding, as search engines read them (sitemaps.org).

use std::fmt::Write as _;

use crate::calendar::Date;
use crate::edition::html::Html;
use crate::edition::{Edition, World, joined};
use crate::guide::Guides;
use crate::plan::{About, Fixed, HostFile, Medium, Scope, Sheet};
use crate::text::escaped;

use super::{base, folder, is_example};

/// Pages of one file. The norm allows 50,000 and 50 MB: so many are below both, whatever their address.
const PART: usize = 10_000;
/// The norm wants addresses shorter than this.
const LONGEST: usize = 2_048;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const SPACE: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

/// How many pages each part of the site wants found.
pub(super) struct Wanted {
    site: usize,
    guides: Vec<usize>,
}

impl Wanted {
    /// Counts them, where an address is known.
    pub(super) fn of(guides: &Guides) -> Self {
        let all = 0..guides.guides.len();
        let known = all
            .clone()
            .map(Scope::Guide)
            .chain([Scope::Site])
            .any(|scope| base(guides, scope).is_some());
        let sheets = if known { Html.plan(guides) } else { Vec::new() };
        let count = |scope| sheets.iter().filter(|sheet| holds(guides, scope, sheet)).count();
        Self {
            site: count(Scope::Site),
            guides: all.map(|index| count(Scope::Guide(index))).collect(),
        }
    }

    /// The files that tell them; none where there is no page to tell.
    pub(super) fn files(&self, scope: Scope) -> Vec<HostFile> {
        let count = match scope {
            Scope::Site => self.site,
            Scope::Guide(index) => self.guides[index],
        };
        let parts = if count > PART { count.div_ceil(PART) } else { 0 };
        let whole = (count > 0).then_some(HostFile::Sitemap);
        whole.into_iter().chain((1..=parts).map(HostFile::SitemapPart)).collect()
    }
}

/// The list of the pages, or that of its parts.
pub(super) fn whole(world: &World<'_>, scope: Scope) -> String {
    let part =
        |part| world.plan.address(Medium::Host, About::Host(scope, HostFile::SitemapPart(part)));
    let Some(base) = base(world.guides, scope) else { return String::new() };
    if part(1).is_none() {
        return list(base, &found(world, scope));
    }
    index(base, (1..).take_while(|number| part(*number).is_some()))
}

/// The list of the parts.
fn index(base: &str, parts: impl Iterator<Item = usize>) -> String {
    let mut out = format!("{HEAD}<sitemapindex {SPACE}>\n");
    for number in parts {
        let url = joined(base, &format!("sitemap-{number}.xml"));
        let _ = writeln!(out, "<sitemap><loc>{}</loc></sitemap>", escaped(&url));
    }
    out + "</sitemapindex>\n"
}

/// One part of the pages.
pub(super) fn part(world: &World<'_>, scope: Scope, part: usize) -> String {
    let found = found(world, scope);
    base(world.guides, scope).map_or_else(String::new, |base| list(base, cut(&found, part)))
}

/// What stands in a part; parts are counted from 1.
fn cut<T>(all: &[T], part: usize) -> &[T] {
    part.checked_sub(1).and_then(|rank| all.chunks(PART).nth(rank)).unwrap_or_default()
}

/// The paths below the root of the site or of a guide, each with the day it changed, where that is known.
fn found(world: &World<'_>, scope: Scope) -> Vec<(String, Option<Date>)> {
    let folder = match folder(world.guides, scope) {
        folder if folder.is_empty() => folder,
        folder => folder + "/",
    };
    let sheets = world.plan.sheets.iter().map(|(_, sheet)| sheet);
    let wanted = sheets.filter(|sheet| holds(world.guides, scope, sheet));
    wanted
        .map(|sheet| {
            let path = sheet.address.as_str();
            (path.strip_prefix(&folder).unwrap_or(path).to_owned(), changed(world.guides, sheet))
        })
        .collect()
}

fn list(base: &str, pages: &[(String, Option<Date>)]) -> String {
    let mut out = format!("{HEAD}<urlset {SPACE}>\n");
    for (path, changed) in pages {
        // The home is known by its folder: hosts give it under both names, search engines keep one.
        let path = path.strip_suffix("index.html").filter(|above| above.is_empty()).unwrap_or(path);
        let url = joined(base, path);
        if url.len() < LONGEST {
            let day = changed.map_or_else(String::new, |day| format!("<lastmod>{day}</lastmod>"));
            let _ = writeln!(out, "<url><loc>{}</loc>{day}</url>", escaped(&url));
        }
    }
    out + "</urlset>\n"
}

/// Whether a page is worth finding, and stands in this part: the site lists the guides that have no address of their own.
fn holds(guides: &Guides, scope: Scope, sheet: &Sheet) -> bool {
    let own = sheet.about.guide();
    let here = match (scope, own) {
        (Scope::Site, None) => true,
        (Scope::Site, Some(index)) => base(guides, Scope::Guide(index)).is_none(),
        (Scope::Guide(index), own) => own == Some(index),
    };
    let example = is_example(guides, own.map_or(Scope::Site, Scope::Guide));
    here && !example
        && sheet.medium == Medium::Html
        && base(guides, scope).is_some()
        && lasts(guides, sheet.about)
}

/// Whether a page is one that people look for, and that will still be there: not a wrong or former address, not a
/// week or a month, not an event that is over, not another order of the same days, not a list that only filters.
fn lasts(guides: &Guides, about: About) -> bool {
    match about {
        About::Fixed(_, Fixed::Introuvable | Fixed::Recherche | Fixed::Codes | Fixed::Plan) => {
            false
        }
        About::Semaine(..) | About::Mois(..) | About::Ancien(..) | About::Codes(..) => false,
        About::Evenement(at) => guides.guides[at.guide].evenements[at.index].a_venir(guides.today),
        // Above its only guide, the home leads to it.
        About::Site => guides.guides.len() != 1,
        _ => true,
    }
}

/// The day on which a page changed: only texts written as pages say all that they show.
fn changed(guides: &Guides, sheet: &Sheet) -> Option<Date> {
    match sheet.about {
        About::Page(at) => guides.guides[at.guide].pages[at.index].fiche.date_maj,
        About::PageSite(index) => guides.pages[index].fiche.date_maj,
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(pages: usize) -> Vec<HostFile> {
        Wanted { site: pages, guides: Vec::new() }.files(Scope::Site)
    }

    #[test]
    fn a_list_of_more_than_ten_thousand_pages_is_in_parts() {
        assert_eq!(files(0), []);
        assert_eq!(files(1), [HostFile::Sitemap]);
        assert_eq!(files(10_000), [HostFile::Sitemap]);
        let part = HostFile::SitemapPart;
        assert_eq!(files(10_001), [HostFile::Sitemap, part(1), part(2)]);
        assert_eq!(files(20_001).last(), Some(&part(3)));
        assert_eq!(
            index("https://a.example/b", 1..3),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\
             <sitemap><loc>https://a.example/b/sitemap-1.xml</loc></sitemap>\n\
             <sitemap><loc>https://a.example/b/sitemap-2.xml</loc></sitemap>\n</sitemapindex>\n"
        );
    }

    #[test]
    fn every_page_is_in_one_part_and_none_is_in_two() {
        let pages: Vec<(String, Option<Date>)> =
            (0..20_001).map(|rank| (format!("{rank}.html"), None)).collect();
        let parts: Vec<usize> = (1..=3).map(|part| cut(&pages, part).len()).collect();
        assert_eq!(parts, [10_000, 10_000, 1]);
        let again: Vec<_> = (1..=3).flat_map(|part| cut(&pages, part)).cloned().collect();
        assert!(again == pages);
        assert!(cut(&pages, 0).is_empty() && cut(&pages, 4).is_empty());
        assert!(
            list("https://a.example", cut(&pages, 3))
                .contains("<loc>https://a.example/20000.html</loc>")
        );
    }

    #[test]
    fn an_address_too_long_for_the_norm_is_left_out() {
        let page = |letters: usize| (format!("{}.html", "a".repeat(letters)), None);
        let told = list("https://a.example/", &[page(2_000), page(2_048)]);
        assert_eq!(told.matches("<url>").count(), 1);
    }
}
