//! Lines that come back meet the record that they are of: what somebody changed in the sheet is written, and nothing else.

use super::ONGLETS;
use super::fiche::{Fiche, Partie};
use super::juge::Jugee;
use super::lecture::Onglets;
use super::lignes::{self, Connue, Place};
use super::rangement::Rangee;
use crate::intake::Order;
use crate::intake::coming::Settled;
use crate::intake::finding::{Finding, Notes, Verdict};
use crate::intake::settle::{Revised, Settling};
use crate::source::yaml::Plain;

/// A record that is in the content.
pub(super) struct La<'o> {
    /// What its lines call it.
    id: String,
    path: String,
    bytes: &'o [u8],
    connue: Connue,
}

/// The record that each line of a file is, when it is in the content: the one of its id, or else the only one of its
/// file, which somebody gave another id.
pub(super) fn there<'o>(
    group: &[Rangee<'_>],
    path: &str,
    guide: usize,
    order: &Order<'o>,
    settling: &Settling,
) -> Vec<Option<La<'o>>> {
    let folder = settling.folder(guide);
    let records = |path: &str| {
        let file = order.content.iter().find(|(known, _)| known == path);
        let of = |(path, bytes): &'o (String, Vec<u8>)| {
            let place = Place::of(path)?;
            let known = lignes::connues(&place, path, bytes).into_iter();
            Some(known.map(|(id, connue)| La { id, path: path.clone(), bytes, connue }).collect())
        };
        let found: Option<Vec<La<'o>>> = file.and_then(of);
        found.unwrap_or_default()
    };
    let by_id = |one: &Rangee<'_>| {
        let id = one.lue.id.as_deref()?;
        let elsewhere = settling.path_of(folder, id);
        let mut here = records(elsewhere.as_deref().unwrap_or(path));
        let at = here.iter().position(|la| la.id == id);
        // A former id leads to the only record of its file.
        let at = at.or((elsewhere.is_some() && here.len() == 1).then_some(0))?;
        Some(here.swap_remove(at))
    };
    let mut found: Vec<Option<La<'o>>> = group.iter().map(by_id).collect();
    if let [None] = found[..]
        && let Ok([only]) = <[_; 1]>::try_from(records(path))
    {
        found = vec![Some(only)];
    }
    found
}

/// Writes what the lines change in their record.
pub(super) fn meet(
    one: &Rangee<'_>,
    la: &La<'_>,
    onglets: &[Onglets],
    settling: &mut Settling,
) -> Settled {
    let fiche = &one.lue.fiche;
    let portee = Portee { onglets, fiche, jugee: &one.jugee, dit: &la.connue.dit };
    let suspended = portee.suspended();
    // The id of one of several of a file is on its line, whether or not the record writes it.
    let known = one.lue.id.as_ref() == Some(&la.id);
    let speaks = |path: &str| {
        (path != "id" || !known)
            && !suspended.iter().any(|(liste, _)| is_below(path, liste))
            && portee.speaks(path)
    };
    let same = one.lue.empreinte == la.connue.empreinte;
    let mut settled = settling.revise(&Revised {
        guide: one.guide,
        path: &la.path,
        bytes: la.bytes,
        rank: la.connue.rang,
        kind: one.lue.kind(),
        id: one.lue.id.as_deref().unwrap_or_default(),
        theirs: &one.jugee.texte,
        base: same.then_some(&la.connue.dit),
        speaks: &speaks,
    });
    settled.findings.extend(suspended.into_iter().map(|(_, finding)| finding));
    settled
}

/// What the lines of a record speak of: a column that somebody took away says nothing of its key.
struct Portee<'a> {
    onglets: &'a [Onglets],
    fiche: &'a Fiche,
    jugee: &'a Jugee,
    /// What the record says.
    dit: &'a Plain,
}

impl Portee<'_> {
    fn speaks(&self, path: &str) -> bool {
        let tete = self.fiche.tete();
        for (rang, liste) in self.listes() {
            if is_below(path, &liste) {
                let inner = path[liste.len()..].trim_start_matches('.');
                return inner.is_empty() || self.part_speaks(rang, inner);
            }
        }
        let above = self.listes().any(|(_, liste)| is_below(&liste, path));
        above || self.columns(tete).any(|nom| touches(nom, path)) && !self.refused(0, path)
    }

    /// Whether the line of an item, `3.horaires`, or of the only one, `horaires`, speaks of a key.
    fn part_speaks(&self, rang: usize, inner: &str) -> bool {
        let (rank, key) = match inner.split_once('.') {
            Some((rank, key)) if rank.parse::<usize>().is_ok() => (rank.parse().unwrap_or(0), key),
            _ => (0, inner),
        };
        let Some((ligne, partie)) = self.parts(rang).nth(rank) else { return true };
        self.columns(partie).any(|nom| touches(nom, key)) && !self.refused(ligne, key)
    }

    /// Lists that cannot be taken now, each with why.
    fn suspended(&self) -> Vec<(String, Finding)> {
        let mut out = Vec::new();
        for (rang, liste) in self.listes() {
            let lost =
                self.jugee.refusees.iter().any(|(at, _)| self.fiche.parties[*at].rang == rang);
            let own = liste.split('.').try_fold(self.dit, |dit, key| dit.get(key));
            let items = match own {
                Some(Plain::List(items)) => items.as_slice(),
                Some(one) => std::slice::from_ref(one),
                None => &[],
            };
            let count = self.parts(rang).count();
            let hidden = count != items.len() && items.iter().any(|item| self.hides(rang, item));
            let reason = match (lost, hidden) {
                (true, _) => "Une ligne de cette liste est refusée : la liste n’a pas changé.",
                (_, true) => {
                    "Des lignes ont été ajoutées ou enlevées, mais la feuille n’a plus toutes ses colonnes : la liste n’a pas changé."
                }
                _ => continue,
            };
            let remedy = "Corrigez la feuille, ou refaites le changement dans un export entier, puis importez de nouveau.";
            let mut found = Vec::new();
            let read = format!("{count} sur {}", items.len());
            Notes::about(&liste, &mut found).doubtful(
                "liste-incomplete",
                &read,
                None,
                reason,
                remedy,
            );
            out.extend(found.pop().map(|finding| (liste, finding)));
        }
        out
    }

    /// Whether an item says something that the sheet of its list has no column for.
    fn hides(&self, rang: usize, item: &Plain) -> bool {
        let sheets = self.onglets.iter().filter(|onglet| onglet.rang == rang);
        let columns: Vec<&String> = sheets.flat_map(|onglet| &onglet.colonnes).collect();
        item.keys().any(|key| !columns.iter().any(|nom| touches(nom, key)))
    }

    /// The lists of the record whose sheets are there, by the rank of the sheet.
    fn listes(&self) -> impl Iterator<Item = (usize, String)> {
        let kind = ONGLETS[self.fiche.tete().rang].kind;
        let sheets = ONGLETS.iter().enumerate();
        let listes = sheets.filter(move |(rang, onglet)| {
            onglet.kind == kind
                && !onglet.est_de_fiches()
                && self.onglets.iter().any(|lu| lu.rang == *rang)
        });
        listes.map(|(rang, onglet)| (rang, onglet.liste.join(".")))
    }

    /// The lines of the items of a list, with their rank among those of the record.
    fn parts(&self, rang: usize) -> impl Iterator<Item = (usize, &Partie)> {
        let parts = self.fiche.parties.iter().enumerate().skip(1);
        parts.filter(move |(_, partie)| partie.rang == rang && partie.est_pleine())
    }

    fn columns(&self, partie: &Partie) -> impl Iterator<Item = &str> {
        self.onglets[partie.lieu.0].colonnes.iter().map(String::as_str)
    }

    /// Whether a cell of that key was refused: what is there stays.
    fn refused(&self, ligne: usize, key: &str) -> bool {
        let of_line = self.jugee.dit.iter().filter(|(at, _)| *at == ligne).map(|(_, one)| one);
        of_line.filter(|one| one.verdict == Verdict::Refuse).any(|one| is_below(key, &one.column))
    }
}

/// Whether keys lead to another key, or below it.
fn is_below(path: &str, above: &str) -> bool {
    path.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Whether a column is of a key, of a key of it, or of one that it is in.
fn touches(nom: &str, path: &str) -> bool {
    is_below(nom, path) || is_below(path, nom)
}
