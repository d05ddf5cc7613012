//! What surrounds every page: its title, the menu, the way back, the foot.

mod head;

use serde::Serialize;

pub(in crate::edition) use head::Head;

use crate::plan::{About, Fixed};
use crate::record::Reglages;
use crate::text::{mailto, percent, typography};

use super::here::Here;
use super::parts::Mot;

/// The frame of a page, as templates see it.
#[derive(Debug, Serialize)]
pub(in crate::edition) struct Frame<'a> {
    /// The whole title: « NAME, COMMUNE – GUIDE ».
    pub titre: String,
    /// The heading of the page.
    pub h1: String,
    /// One sentence for search engines and link previews; empty where the title says it all.
    pub description: String,
    /// The home of the guide; nothing on the home itself.
    pub accueil: Option<String>,
    /// The home above the guides.
    pub site: Option<String>,
    /// The short menu, the same everywhere.
    pub menu: Vec<MenuItem<'a>>,
    /// The pages above this one.
    pub fil: Vec<Mot<'a>>,
    /// The page that says how to correct and to add.
    pub corriger: Mot<'a>,
    /// The mail that says what is wrong on this page; nothing without address.
    pub erreur: Option<String>,
    /// The short code of its record; empty where it has none.
    pub code: String,
    /// Links of the foot.
    pub pied: Vec<Mot<'a>>,
    /// What the content policy lets run: sources as it names them; empty for nothing.
    pub scripts: String,
}

/// A word of the menu.
#[derive(Debug, Serialize)]
pub(in crate::edition) struct MenuItem<'a> {
    /// Where it leads.
    pub href: String,
    /// The word.
    pub texte: &'a str,
    /// Whether this is the page itself.
    pub ici: bool,
}

/// Pages of the menu, in its order.
const MENU: [(Fixed, &str); 5] = [
    (Fixed::Besoins, "menu.besoins"),
    (Fixed::Communes, "menu.communes"),
    (Fixed::Agenda, "menu.agenda"),
    (Fixed::Recherche, "menu.recherche"),
    (Fixed::Imprimer, "menu.imprimer"),
];

/// Links of the foot besides accessibility, in its order.
const FOOT: [(Fixed, &str); 2] =
    [(Fixed::MentionsLegales, "pied.mentions"), (Fixed::Plan, "pied.plan")];

impl<'a> Here<'a> {
    /// The frame of this page.
    pub fn frame(&self, head: Head<'a>) -> Frame<'a> {
        let guide = typography(&self.guide().reglages.reglages.titre);
        let home = self.fixed(Fixed::Accueil).filter(|_| !self.is(Fixed::Accueil));
        let titre = if home.is_some() { format!("{} – {guide}", head.titre) } else { guide };
        let mut fil = head.fil;
        if let Some(home) = &home {
            fil.insert(0, Mot::to(Some(home.clone()), self.labels().word("menu.accueil")));
        }
        // The staff finds a record by its code, and knows it by its id.
        let reference = format!("{} {}", head.code, head.reference);
        Frame {
            description: head.description,
            site: self.site(),
            menu: self.menu(),
            corriger: Mot::to(self.fixed(Fixed::Contribuer), self.labels().word("pied.erreur")),
            erreur: mail(
                &self.guide().reglages.reglages,
                self.labels().word("pied.objet"),
                reference.trim_start(),
            ),
            code: head.code,
            pied: self.foot(),
            h1: head.h1,
            scripts: String::new(),
            accueil: home,
            titre,
            fil,
        }
    }

    /// The home above several guides, where a reader may look for another one: each record is lighter without.
    fn site(&self) -> Option<String> {
        let several = self.world.guides.guides.len() > 1;
        let here = self.is(Fixed::Accueil) || self.is(Fixed::Plan);
        (several && here).then(|| self.href(About::Site)).flatten()
    }

    /// Whether this page is one of those that are there whatever the records say.
    pub fn is(&self, fixed: Fixed) -> bool {
        let about = About::Fixed(crate::plan::Scope::Guide(self.index), fixed);
        self.world.plan.page(about) == Some(self.from)
    }

    fn menu(&self) -> Vec<MenuItem<'a>> {
        let item = |(fixed, word): (Fixed, &'static str)| {
            let href = self.fixed(fixed)?;
            Some(MenuItem { href, texte: self.labels().word(word), ici: self.is(fixed) })
        };
        MENU.into_iter().filter_map(item).collect()
    }

    fn foot(&self) -> Vec<Mot<'a>> {
        let state = self.guide().reglages.reglages.conformity(self.world.guides.today).key();
        let mention = self.labels().say(&format!("pied.accessibilite.{state}"), &[]);
        let link = |(fixed, word): (Fixed, &'static str)| {
            Some(Mot::to(Some(self.fixed(fixed)?), self.labels().word(word)))
        };
        let accessibility = Mot::to(self.fixed(Fixed::Accessibilite), mention);
        std::iter::once(accessibility).chain(FOOT.into_iter().filter_map(link)).collect()
    }
}

/// A mail whose subject names the page.
pub(in crate::edition) fn mail(
    reglages: &Reglages,
    subject: &str,
    reference: &str,
) -> Option<String> {
    let to = reglages.contact.courriel.as_ref()?;
    let subject = format!("{subject} {reference}");
    Some(format!("{}?subject={}", mailto(to), percent(subject.trim_end())))
}
