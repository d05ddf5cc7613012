//! `_headers`: what Netlify, Cloudflare Pages and hosts that follow them send with each file.

use std::fmt::Write as _;

use crate::edition::World;
use crate::plan::Scope;
use crate::theme::policy;

use super::types::{EXAMPLE, HEADERS, PAGES};
use super::{folder, is_example};

/// The headers of everything, then those of guides that are examples.
///
/// These hosts join what two rules say of one header: no header stands in two rules, and all files are kept as long as
/// pages are. They also know the types of files and compress by themselves.
pub(super) fn headers(world: &World<'_>, scope: Scope) -> String {
    let guides = world.guides;
    let policy = policy_of(world);
    let page = [("Content-Security-Policy", policy.as_str()), ("Cache-Control", PAGES)];
    let mut out = String::from(
        "# Écrit par jalon à chaque construction, pour Netlify, Cloudflare Pages et ceux qui font comme eux.\n/*\n",
    );
    let all = is_example(guides, scope);
    for (name, said) in HEADERS.iter().chain(&page).chain(all.then_some(&EXAMPLE)) {
        let _ = writeln!(out, "  {name}: {said}");
    }
    if scope == Scope::Site && !all {
        let guides = (0..guides.guides.len())
            .map(Scope::Guide)
            .filter(|one| is_example(guides, *one))
            .map(|one| folder(guides, one));
        for folder in guides {
            let _ = writeln!(out, "/{folder}/*\n  {}: {}", EXAMPLE.0, EXAMPLE.1);
        }
    }
    out
}

/// The policy of all pages. Two rules on one header are joined, and of two policies the strictest holds: where pages are
/// made for other sites, none can be kept from being shown by them. There is no session to steal, and no form.
fn policy_of(world: &World<'_>) -> String {
    let mut addresses = world.plan.sheets.iter().map(|(_, sheet)| sheet.address.as_str());
    if addresses.any(policy::is_embedded) { policy::of_embedded() } else { policy::of_host() }
}
