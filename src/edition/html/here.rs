//! Where a page stands: what it may look up, and how it links to the others.

use crate::address::Address;
use crate::edition::World;
use crate::guide::{Guide, Lieu, Linked, Ref, Regard, images};
use crate::plan::{About, Fixed, Scope};
use crate::record::At;
use crate::text::{sentence, slug};
use crate::theme::{Labels, Theme};

use super::brief::Brief;
use super::markdown::Links;
use super::parts::{Entree, Mot, capital};
use super::photo::Photo;
use super::shared::Common;

/// One page of one guide, and the world around it.
#[derive(Clone, Copy)]
pub(in crate::edition) struct Here<'a> {
    /// Everything.
    pub world: &'a World<'a>,
    /// The address of this page.
    pub from: &'a Address,
    /// Index of its guide.
    pub index: usize,
}

impl<'a> Here<'a> {
    /// Its guide.
    pub fn guide(&self) -> &'a Guide {
        &self.world.guides.guides[self.index]
    }

    /// What the pages of its guide share.
    pub fn common(&self) -> &'a Common {
        self.world.common(self.index)
    }

    /// The theme of its guide.
    pub fn theme(&self) -> &'a Theme {
        &self.world.themes.guides[self.index]
    }

    /// The words of its guide.
    pub fn labels(&self) -> &'a Labels {
        &self.theme().labels
    }

    /// The link from here to the page of a subject; nothing when it has no page.
    pub fn href(&self, about: About) -> Option<String> {
        self.world.plan.page(about).map(|address| self.from.to(address))
    }

    /// The link from here to a page of this guide that is there whatever the records say.
    pub fn fixed(&self, fixed: Fixed) -> Option<String> {
        self.href(About::Fixed(Scope::Guide(self.index), fixed))
    }

    /// A reference to the actor of this rank in this guide.
    pub fn at(&self, index: usize) -> Ref {
        Ref { guide: self.index, index }
    }

    /// An actor as lists show it, of this guide or of another.
    pub fn brief(&self, at: Ref) -> &'a Brief {
        if at.guide != self.index {
            self.world.guides.ids.note(self.index, Regard::Fiche(Linked::Acteur(at)));
        }
        &self.world.common(at.guide).acteurs[at.index]
    }

    /// The name of an actor as a link to its page.
    pub fn acteur(&self, at: Ref) -> Mot<'a> {
        Mot::to(self.href(About::Acteur(at)), self.brief(at).nom.as_str())
    }

    /// « Fermé du 14 au 31 décembre 2026. »: what nobody should go there without knowing.
    pub fn change(&self, at: Ref) -> Option<&'a str> {
        Some(self.brief(at).changement.as_str()).filter(|change| !change.is_empty())
    }

    /// What a reference says: a link for an id, the text itself for anything else.
    pub fn reference(&self, written: &'a At<String>) -> Mot<'a> {
        match self.world.guides.find_acteur(&written.value, self.index) {
            Some(at) => self.acteur(at),
            None => Mot::new(crate::text::typography(&written.value)),
        }
    }

    /// An entry for an actor of this guide, without lines.
    pub fn entree(&self, acteur: usize) -> Entree<'a> {
        let brief = &self.common().acteurs[acteur];
        let href = self.href(About::Acteur(self.at(acteur)));
        Entree { href, nom: brief.nom.as_str().into(), ..Entree::default() }
    }

    /// An entry for an event of this guide, with at most `days` of its days.
    pub fn event(&self, event: usize, days: usize, with_commune: bool) -> Entree<'a> {
        let brief = &self.common().evenements[event];
        Entree {
            href: self.href(About::Evenement(self.at(event))),
            nom: brief.nom.as_str().into(),
            lignes: brief.lines(days, with_commune).into_iter().map(Into::into).collect(),
            ..Entree::default()
        }
    }

    /// An entry for an event on the page of a place: where only some of its days are held there, those days.
    pub fn event_held(&self, event: usize, here: impl Fn(&Lieu<'_>) -> bool) -> Entree<'a> {
        let guides = self.world.guides;
        if here(&guides.lieu_de(self.index, &self.guide().evenements[event])) {
            return self.event(event, 2, false);
        }
        let days = self.guide().jours_des_evenements[event].iter();
        let days = days.filter(|one| here(&guides.lieu(self.index, one)));
        let said = self.said(event);
        let line = |one| sentence(&capital(&said.day(one))).into();
        Entree { lignes: days.take(2).map(line).collect(), ..self.event(event, 0, false) }
    }

    /// A page of this guide, a scheme or a territory, by its id or the name of its file.
    fn shared(&self, written: &str) -> Option<About> {
        let guides = self.world.guides;
        let id = written.strip_suffix(".md").unwrap_or(written);
        let page = self.guide().pages.iter().position(|page| page.fiche.id == id);
        let scheme = || guides.dispositifs.iter().position(|found| found.fiche.id == id);
        let territory = || guides.territoires.iter().position(|found| found.fiche.id == id);
        page.map(|at| About::Page(self.at(at)))
            .or_else(|| scheme().map(|at| About::Dispositif(self.at(at))))
            .or_else(|| territory().map(|at| About::Territoire(self.at(at))))
    }

    /// The link from here to a path below the guide's folder.
    ///
    /// One that is not planned is written all the same: the check of dead links tells its author. A copy only leaves it out.
    fn below_guide(&self, path: &str) -> Option<String> {
        let whole = format!("{}/{path}", slug(&self.guide().dossier));
        let address = Address::new(whole).ok()?;
        self.world.may_lead_to(&address).then(|| self.from.to(&address))
    }
}

/// Texts name pages by the id of a record, or by their path below the guide's folder.
impl Links for Here<'_> {
    fn page(&self, path: &str) -> Option<String> {
        let by_id = self.world.guides.ids.find(path, self.index).map(|linked| match linked {
            crate::guide::Linked::Acteur(at) => About::Acteur(at),
            crate::guide::Linked::Evenement(at) => About::Evenement(at),
        });
        let about = by_id.or_else(|| self.shared(path));
        match about {
            // An event over for more than a year has no page any more: its name stays, the link goes.
            Some(about @ About::Evenement(_)) => self.href(about),
            Some(about) => self.href(about).or_else(|| self.below_guide(path)),
            None => self.below_guide(path),
        }
    }

    fn image(&self, written: &str) -> Option<Photo> {
        let (address, made) = self.guide().picture(written)?;
        Some(Photo {
            src: self.from.to(address),
            avif: images::modern(address).map(|modern| self.from.to(&modern)),
            width: made.width,
            height: made.height,
        })
    }
}
