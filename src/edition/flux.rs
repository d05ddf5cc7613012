//! Feeds (Atom, RFC 4287) of the events to come of a guide, of a commune, of a need.

use atom_syndication::{Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text};

use crate::address::Address;
use crate::calendar::Date;
use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::guide::{Guide, Guides, Quoi, Ref, Sujet};
use crate::plan::{About, Fixed, Medium, Scope, Sheet};
use crate::record::Evenement;
use crate::text::{readable, sentence, slug, typography, urn};
use crate::vocabulary::BESOINS;

use super::calendrier;
use super::quand::Said;
use super::{Edition, World};

/// The feeds.
pub struct Flux;

impl Edition for Flux {
    fn nom(&self) -> &'static str {
        "flux"
    }

    fn plan(&self, guides: &Guides) -> Vec<Sheet> {
        let of_guide = |(index, guide): (usize, &Guide)| {
            let folder = slug(&guide.dossier);
            let sheet = move |sujet| {
                let path = format!("{folder}/calendriers/{}.atom", guide.chemin(sujet));
                let some = !events(guides, index, sujet).is_empty();
                let address = some.then(|| Address::new(path).ok()).flatten()?;
                Some(Sheet { address, medium: Medium::Atom, about: About::Agenda(index, sujet) })
            };
            sujets(guide).into_iter().filter_map(sheet).collect::<Vec<_>>()
        };
        guides.guides.iter().enumerate().flat_map(of_guide).collect()
    }

    fn render(&self, world: &World<'_>, sheet: &Sheet) -> Result<Vec<u8>, Diagnostic> {
        let About::Agenda(guide, sujet) = sheet.about else { return Ok(Vec::new()) };
        let feed = Plume { world, guide, address: &sheet.address }.feed(sujet);
        feed.write_to(Vec::new()).map_err(|error| {
            Diagnostic::new(
                "flux-impossible",
                Severity::Error,
                Subject::Sheet(sheet.address.clone()),
                format!("Ce flux ne peut pas être écrit : {error}."),
                "Cherchez dans les événements de ce guide un texte collé qui contient des caractères invisibles.",
            )
        })
    }
}

/// Whatever may have new events to follow.
fn sujets(guide: &Guide) -> Vec<Sujet> {
    let communes = (0..guide.communes.len()).map(Sujet::Commune);
    let needs = BESOINS.iter().map(|besoin| Sujet::Besoin(besoin.slug));
    std::iter::once(Sujet::Guide).chain(communes).chain(needs).collect()
}

/// The events to come of a subject, those that come first before the others; each once.
fn events(guides: &Guides, guide: usize, sujet: Sujet) -> Vec<usize> {
    let here = &guides.guides[guide];
    let mut found: Vec<usize> = match sujet {
        Sujet::Guide => (0..here.evenements.len()).collect(),
        Sujet::Commune(rank) => here.communes[rank].evenements.clone(),
        _ => {
            let days = guides.agenda_de(guide, sujet).into_iter();
            days.filter_map(|one| match one.quoi {
                Quoi::Evenement(rank) => Some(rank),
                Quoi::Passage(_) => None,
            })
            .collect()
        }
    };
    let first = |rank: usize| here.jours_des_evenements[rank].first().map(|one| one.jour);
    found.retain(|&rank| here.evenements[rank].a_venir(guides.today));
    found.sort_by_key(|&rank| (first(rank).is_none(), first(rank), rank));
    found.dedup();
    found
}

/// One feed being written.
struct Plume<'a> {
    world: &'a World<'a>,
    guide: usize,
    address: &'a Address,
}

impl Plume<'_> {
    fn feed(&self, sujet: Sujet) -> Feed {
        let guides = self.world.guides;
        let here = &guides.guides[self.guide];
        let entries: Vec<Entry> =
            events(guides, self.guide, sujet).into_iter().map(|rank| self.entry(rank)).collect();
        let updated = entries.iter().map(|entry| entry.updated).max();
        let publisher = clean(&typography(&here.reglages.reglages.editeur));
        let home = About::Fixed(Scope::Guide(self.guide), Fixed::Agenda);
        let own = self.world.public(self.guide, self.address);
        Feed {
            title: Text::plain(clean(&calendrier::name(self.world, self.guide, sujet))),
            // An identity that stays (RFC 4287, 4.2.6).
            id: urn(self.address.as_str()),
            updated: updated.unwrap_or_else(|| moment(guides.today)),
            authors: vec![Person { name: publisher, ..Person::default() }],
            generator: Some(Generator { value: "jalon".into(), ..Generator::default() }),
            links: self.link(home).into_iter().chain(own.map(itself)).collect(),
            lang: Some("fr".into()),
            entries,
            ..Feed::default()
        }
    }

    fn entry(&self, rank: usize) -> Entry {
        let guides = self.world.guides;
        let event = &guides.guides[self.guide].evenements[rank];
        let labels = &self.world.themes.guides[self.guide].labels;
        let said = Said { guides, guide: self.guide, rank, labels };
        let about = About::Evenement(Ref { guide: self.guide, index: rank });
        let mut lines: Vec<String> = said.lines().into_iter().map(|line| line.texte).collect();
        let lieu = guides.lieu_de(self.guide, event);
        let host = lieu.chez.map(|host| guides.acteur(host).fiche.nom.as_str()).or(lieu.nom);
        let place = [host, lieu.rue, lieu.commune.map(|commune| commune.nom)];
        let place: Vec<String> = place.into_iter().flatten().map(typography).collect();
        lines.extend((!place.is_empty()).then(|| sentence(&place.join(", "))));
        lines.extend(event.fiche.presentation_resume.as_deref().map(typography));
        Entry {
            title: Text::plain(clean(&said.name())),
            id: urn(&format!("{}/{}", guides.guides[self.guide].dossier, event.fiche.id)),
            updated: moment(written(event)),
            links: self.link(about).into_iter().collect(),
            content: Some(Content {
                value: Some(clean(&lines.join("\n"))),
                content_type: Some("text".into()),
                ..Content::default()
            }),
            ..Entry::default()
        }
    }

    /// The page of a subject: whole where the public address is known, from the feed otherwise.
    fn link(&self, about: About) -> Option<Link> {
        let page = self.world.plan.address(Medium::Html, about)?;
        let public = self.world.public(self.guide, page);
        let href = public.unwrap_or_else(|| self.address.to(page));
        Some(Link {
            href,
            rel: "alternate".into(),
            mime_type: Some("text/html".into()),
            ..Link::default()
        })
    }
}

/// The feed's own address.
fn itself(href: String) -> Link {
    Link {
        href,
        rel: "self".into(),
        mime_type: Some("application/atom+xml".into()),
        ..Link::default()
    }
}

/// What an event of which nobody wrote when it was written is dated by: never the day of the build, or a reader
/// of feeds would see it as new every week.
const LONG_AGO: Date = Date::constant(2020, 1, 1);

/// When what is said of an event was last known to change: when it was written or checked.
fn written(event: &Evenement) -> Date {
    let checked = event.fiche.verifie.as_ref().map(|verifie| verifie.le);
    event.fiche.date_maj.max(checked).unwrap_or(LONG_AGO)
}

/// Midnight of a day, in UTC.
fn moment(day: Date) -> FixedDateTime {
    format!("{day}T00:00:00Z").parse().unwrap_or_default()
}

/// Only what XML can hold: most controls cannot be written in it, even escaped.
fn clean(text: &str) -> String {
    readable(text).replace(['\u{fffe}', '\u{ffff}'], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identities_are_uuids_that_stay() {
        let one = urn("86-vienne/cafe");
        assert_eq!(one, urn("86-vienne/cafe"));
        assert_ne!(one, urn("86-vienne/the"));
        let parts: Vec<usize> = one["urn:uuid:".len()..].split('-').map(str::len).collect();
        assert_eq!(parts, [8, 4, 4, 4, 12]);
        assert_eq!(one.as_bytes()["urn:uuid:".len() + 14], b'8');
    }
}
