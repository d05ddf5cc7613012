//! `LISEZ-MOI.txt`, the first thing that one opens in the folder of a guide: how to read it, of which day it is, who made it.

use crate::calendar;
use crate::edition::html::here::Here;
use crate::plan::{About, Fixed, Scope};
use crate::text::{phone, slug, typography};

/// Its name in the folder.
pub(super) const NAME: &str = "LISEZ-MOI.txt";

/// The text, as the Notepad of old computers reads it: the mark of UTF-8 first, ends of lines of Windows.
pub(super) fn write(here: Here<'_>, nom: &str) -> String {
    let labels = here.labels();
    let reglages = &here.guide().reglages.reglages;
    let departement = here.guide().departement;
    let titre = typography(&reglages.titre);
    let end = here.world.guides.fin_de_l_agenda(here.guide());
    let said = labels.say(
        "archive.lisez_moi",
        &[
            ("titre", &titre.to_uppercase()),
            ("trait", &"=".repeat(titre.chars().count())),
            ("territoire", &format!("{} ({})", departement.nom, departement.code)),
            ("jour", &calendar::short(here.world.guides.today)),
            ("fin", &calendar::short(end)),
            ("dossier", &slug(&here.guide().dossier)),
            ("nom", nom),
            ("contact", &contact(here)),
        ],
    );
    // A narrow space is a box in old letters.
    let lines: Vec<&str> = said.lines().map(str::trim_end).collect();
    format!("\u{feff}{}\r\n", lines.join("\r\n").trim_end()).replace('\u{202f}', "\u{a0}")
}

/// Who publishes it and where it is up to date, a line each.
fn contact(here: Here<'_>) -> String {
    let labels = here.labels();
    let reglages = &here.guide().reglages.reglages;
    let contact = &reglages.contact;
    let line = |key: &str, value: Option<String>| {
        value.map(|value| labels.say(&format!("archive.{key}"), &[("valeur", &value)]))
    };
    let home = About::Fixed(Scope::Guide(here.index), Fixed::Accueil);
    let home = here.world.plan.page(home);
    let site = home.and_then(|home| here.world.public(here.index, home));
    let example = here.guide().reglages.demonstration;
    let lines = [
        Some(typography(&reglages.editeur)),
        line("telephone", contact.telephone.as_deref().map(phone)),
        line("courriel", contact.courriel.clone()),
        line("adresse", contact.adresse.as_deref().map(typography)),
        line("site", site.map(|site| site.trim_end_matches("index.html").to_owned())),
        example.then(|| labels.word("papier.exemple").to_owned()),
    ];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}
