//! What every page of a guide says, put into the template engine once.

use serde::Serialize;

use crate::calendar;
use crate::guide::{Guide, Guides};
use crate::record::Reglages;
use crate::record::savoir::NumeroUtile;
use crate::text::{phone, typography};

/// The variable `guide` of every template.
#[derive(Debug, Default, Serialize)]
pub(super) struct Shared {
    titre: String,
    editeur: String,
    courriel: Option<String>,
    telephone: Option<Numero>,
    adresse: Option<String>,
    responsable: Option<String>,
    hebergeur: Option<String>,
    /// Public address, when known.
    public: Option<String>,
    demonstration: bool,
    /// The day the pages were made: « 23 novembre 2026 ».
    edition: String,
    /// Until when dates are shown.
    valable: Option<String>,
    /// The number of all emergencies, when the guide has it.
    secours: Option<Numero>,
    /// The number of emergencies by message, for who cannot speak or hear.
    secours_sms: Option<Numero>,
}

/// A number, as it is read and as it is called.
#[derive(Debug, Serialize)]
struct Numero {
    texte: String,
    appel: String,
}

impl Numero {
    fn new(number: &str) -> Self {
        Self { texte: phone(number), appel: tel(number) }
    }
}

/// The address that calls a number; short numbers are called as they are.
pub fn tel(number: &str) -> String {
    let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    match digits.strip_prefix('0').filter(|rest| rest.len() == 9) {
        Some(national) => format!("tel:+33{national}"),
        None => format!("tel:{digits}"),
    }
}

/// The European number of all emergencies, and the French one that answers messages.
const EMERGENCY: &str = "112";
const EMERGENCY_BY_MESSAGE: &str = "114";

/// What the pages above the guides say.
pub(super) fn site(guides: &Guides) -> Shared {
    let of_site = guides.site.as_ref().map(|site| &site.reglages);
    let of_first = || guides.guides.first().map(|guide| &guide.reglages.reglages);
    match of_site.or_else(of_first) {
        Some(reglages) => Shared {
            demonstration: guides.guides.iter().any(|guide| guide.reglages.demonstration),
            ..shared(guides, reglages)
        },
        None => Shared::default(),
    }
}

/// What the pages of a guide say.
pub(super) fn guide(guides: &Guides, guide: &Guide) -> Shared {
    Shared {
        demonstration: guide.reglages.demonstration,
        valable: Some(calendar::short(guide.valable_jusqu_au)),
        ..shared(guides, &guide.reglages.reglages)
    }
}

fn shared(guides: &Guides, reglages: &Reglages) -> Shared {
    let read = |text: &Option<String>| text.as_deref().map(typography);
    let known = |number: &str| {
        let same = |numero: &&NumeroUtile| numero.numero.replace(' ', "") == number;
        guides.numeros.iter().find(same).map(|numero| Numero::new(&numero.numero))
    };
    Shared {
        titre: typography(&reglages.titre),
        editeur: typography(&reglages.editeur),
        courriel: reglages.contact.courriel.clone(),
        telephone: reglages.contact.telephone.as_deref().map(Numero::new),
        adresse: read(&reglages.contact.adresse),
        responsable: read(&reglages.responsable_publication),
        hebergeur: read(&reglages.hebergeur),
        public: reglages.adresse_publique.clone(),
        edition: calendar::short(guides.today),
        secours: known(EMERGENCY),
        secours_sms: known(EMERGENCY_BY_MESSAGE),
        ..Shared::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_called() {
        assert_eq!(tel("05 36 49 12 01"), "tel:+33536491201");
        assert_eq!(tel("+33 5 36 49 12 01"), "tel:+33536491201");
        assert_eq!(tel("3939"), "tel:3939");
        assert_eq!(tel("0 805 805 817"), "tel:+33805805817");
    }
}
