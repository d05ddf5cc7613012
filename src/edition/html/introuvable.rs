//! What a host shows for a wrong address, whatever its depth.

use serde::Serialize;

use crate::address::Address;
use crate::edition::World;
use crate::guide::Conformite;
use crate::plan::{About, Fixed, Scope};
use crate::record::Reglages;
use crate::text::{phone, typography};

use super::fiche::tel;
use super::parts::Mot;
use super::site;

/// The page of a wrong address, as its template sees it.
///
/// A host serves it under any address, so a relative link may lead nowhere: the link to the home is
/// whole where `adresse_publique` is known; where it is not, it is right from the folder of the page.
#[derive(Serialize)]
pub(super) struct View<'a> {
    titre: String,
    /// The home, by its name.
    accueil: Mot<'a>,
    /// The phone that helps to choose.
    aide: Option<Mot<'a>>,
    /// « Accessibilité : non conforme », which the law wants on every page.
    accessibilite: Mot<'a>,
}

/// Makes the page of a wrong address, of the site or of a guide.
pub(super) fn view<'a>(world: &'a World<'a>, from: &Address, scope: Scope) -> View<'a> {
    let (reglages, labels, home): (Option<&Reglages>, _, _) = match scope {
        Scope::Site => (site::reglages(world), &world.themes.site.labels, About::Site),
        Scope::Guide(index) => (
            Some(&world.guides.guides[index].reglages.reglages),
            &world.themes.guides[index].labels,
            About::Fixed(scope, Fixed::Accueil),
        ),
    };
    let name = match scope {
        Scope::Site => site::title(world),
        Scope::Guide(index) => typography(&world.guides.guides[index].reglages.reglages.titre),
    };
    let relative = world.plan.page(home).map(|home| from.to(home));
    let public = reglages.and_then(|reglages| reglages.adresse_publique.clone());
    let statement = statement(world, from, scope, public.as_deref());
    let state = reglages.map_or(Conformite::Non, |own| own.conformity(world.guides.today)).key();
    let number = match scope {
        Scope::Guide(index) => world.guides.guides[index].reglages.telephone_aide.as_ref(),
        Scope::Site => None,
    };
    View {
        titre: format!("{} – {name}", labels.word("introuvable.titre")),
        accueil: Mot::to(public.or(relative), name),
        accessibilite: Mot::to(statement, labels.say(&format!("pied.accessibilite.{state}"), &[])),
        aide: number.map(|number| {
            Mot::to(Some(tel(number)), labels.say("action.aide", &[("numero", &phone(number))]))
        }),
    }
}

/// The address of the statement of accessibility: whole where the public address is known, like that of
/// the home; that of the only guide where the site has none of its own.
fn statement(
    world: &World<'_>,
    from: &Address,
    scope: Scope,
    public: Option<&str>,
) -> Option<String> {
    let own = world.plan.page(About::Fixed(scope, Fixed::Accessibilite));
    let of_guide = || world.plan.page(About::Fixed(Scope::Guide(0), Fixed::Accessibilite));
    match (own, public) {
        (Some(_), Some(public)) => {
            Some(format!("{}/accessibilite.html", public.trim_end_matches('/')))
        }
        (Some(address), None) => Some(from.to(address)),
        (None, _) => of_guide().map(|address| from.to(address)),
    }
}
