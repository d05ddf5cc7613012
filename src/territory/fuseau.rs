//! Time zones of the départements, with what a calendar file must say of their changes of hour.

use super::Departement;

/// The time zone of a département, as it has been since 1996.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fuseau {
    /// Its name in the IANA database: `Europe/Paris`.
    pub nom: &'static str,
    /// Normal time.
    pub hiver: Heure,
    /// Summer time, where there is one.
    pub ete: Option<Ete>,
}

/// A time in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heure {
    /// Its abbreviation: `CET`, `-04`.
    pub nom: &'static str,
    /// What separates it from UTC: `+0100`.
    pub decalage: &'static str,
}

/// Summer time and the two changes of hour; both are said in the time in force before the change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ete {
    /// Summer time.
    pub heure: Heure,
    /// Beginning.
    pub debut: Bascule,
    /// End.
    pub fin: Bascule,
}

/// A change of hour: a Sunday of a month, every year from one on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bascule {
    /// The first one, in local time: `20070311T020000`.
    pub premiere: &'static str,
    /// Its rule (RFC 5545): `BYMONTH=3;BYDAY=2SU`.
    pub regle: &'static str,
}

const fn heure(nom: &'static str, decalage: &'static str) -> Heure {
    Heure { nom, decalage }
}

const fn fixe(nom: &'static str, abrege: &'static str, decalage: &'static str) -> Fuseau {
    Fuseau { nom, hiver: heure(abrege, decalage), ete: None }
}

/// The whole Union: last Sundays of March and October at 1:00 UTC (directive 2000/84/EC).
const PARIS: Fuseau = Fuseau {
    nom: "Europe/Paris",
    hiver: heure("CET", "+0100"),
    ete: Some(Ete {
        heure: heure("CEST", "+0200"),
        debut: Bascule { premiere: "19960331T020000", regle: "BYMONTH=3;BYDAY=-1SU" },
        fin: Bascule { premiere: "19961027T030000", regle: "BYMONTH=10;BYDAY=-1SU" },
    }),
};

/// Saint-Pierre-et-Miquelon follows the dates of its neighbours: second Sunday of March, first of November.
const MIQUELON: Fuseau = Fuseau {
    nom: "America/Miquelon",
    hiver: heure("-03", "-0300"),
    ete: Some(Ete {
        heure: heure("-02", "-0200"),
        debut: Bascule { premiere: "20070311T020000", regle: "BYMONTH=3;BYDAY=2SU" },
        fin: Bascule { premiere: "20071104T020000", regle: "BYMONTH=11;BYDAY=1SU" },
    }),
};

/// Zones that are not that of Paris, by code. Polynesia has three: that of Tahiti, where nearly all live.
const OVERSEAS: [(&str, Fuseau); 12] = [
    ("971", fixe("America/Guadeloupe", "AST", "-0400")),
    ("972", fixe("America/Martinique", "AST", "-0400")),
    ("973", fixe("America/Cayenne", "-03", "-0300")),
    ("974", fixe("Indian/Reunion", "+04", "+0400")),
    ("975", MIQUELON),
    ("976", fixe("Indian/Mayotte", "EAT", "+0300")),
    ("977", fixe("America/St_Barthelemy", "AST", "-0400")),
    ("978", fixe("America/Marigot", "AST", "-0400")),
    ("984", fixe("Indian/Reunion", "+04", "+0400")),
    ("986", fixe("Pacific/Wallis", "+12", "+1200")),
    ("987", fixe("Pacific/Tahiti", "-10", "-1000")),
    ("988", fixe("Pacific/Noumea", "+11", "+1100")),
];

impl Departement {
    /// Its time zone.
    pub fn fuseau(&self) -> Fuseau {
        let found = OVERSEAS.iter().find(|(code, _)| *code == self.code);
        found.map_or(PARIS, |(_, fuseau)| *fuseau)
    }
}
