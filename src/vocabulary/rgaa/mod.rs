//! The criteria of the general framework for accessibility (RGAA), as data: a file a version, a line a criterion.
//!
//! Each line says what is asked in our own words, how it is met here, and what proves it: a code of a check, `juge:` and a
//! fault of the judges of `tests/browser`, `axe:` and one of its rules, `vnu:` and the first words of an error, `essai:` and a
//! test. A fault is planted for each (`tests/messages/preuves.rs`). Another version is another file.

/// A version of the framework.
#[derive(Clone, Copy, Debug)]
pub struct Referentiel {
    /// Its number, as it is said.
    pub version: &'static str,
    lignes: &'static str,
}

/// The version that is in force.
pub static RGAA: Referentiel = Referentiel { version: "4.1.2", lignes: include_str!("4.1.2.txt") };

/// A criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Critere {
    /// Its number, such as `6.1`.
    pub numero: &'static str,
    /// How it is met.
    pub tenu: Tenu,
    /// What proves it; none where a person has to judge, or where nothing is to be judged.
    pub preuve: Option<&'static str>,
    /// What it asks, in our words.
    pub demande: &'static str,
    /// How it is met here, or what a person has to look at.
    pub comment: &'static str,
}

/// How a criterion is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tenu {
    /// By how pages are made.
    Construction,
    /// What would break it is refused.
    Refuse,
    /// What may break it is remarked on, and a person confirms.
    Remarque,
    /// The element is in no page.
    SansObjet,
    /// By nobody but a person.
    Personne,
}

impl Referentiel {
    /// Its criteria, in order.
    pub fn criteres(&self) -> impl Iterator<Item = Critere> {
        self.lignes.lines().filter_map(read)
    }

    /// The criterion of a number.
    pub fn critere(&self, numero: &str) -> Option<Critere> {
        self.criteres().find(|critere| critere.numero == numero)
    }
}

impl Tenu {
    /// What a grid says before anybody has looked.
    pub fn etat(self) -> &'static str {
        match self {
            Self::Construction | Self::Refuse => "conforme",
            Self::SansObjet => "non applicable",
            Self::Remarque | Self::Personne => "à vérifier",
        }
    }

    /// Who answers for it, in words.
    pub fn dit(self) -> &'static str {
        match self {
            Self::Construction => "tenu par jalon",
            Self::Refuse => "tenu par jalon, qui refuse le contraire",
            Self::Remarque => "en partie tenu par jalon ; une personne confirme",
            Self::SansObjet => "sans objet",
            Self::Personne => "une personne le juge",
        }
    }
}

fn read(line: &'static str) -> Option<Critere> {
    let mut parts = line.splitn(5, '|');
    let numero = parts.next()?;
    let tenu = match parts.next()? {
        "C" => Tenu::Construction,
        "R" => Tenu::Refuse,
        "A" => Tenu::Remarque,
        "O" => Tenu::SansObjet,
        "P" => Tenu::Personne,
        _ => return None,
    };
    let preuve = parts.next().filter(|proof| *proof != "-");
    Some(Critere { numero, tenu, preuve, demande: parts.next()?, comment: parts.next()? })
}
