//! How much paper something takes, told before anybody prints: pages, sheets, copies.

use crate::command::said::counted;
use crate::edition::{Forme, Papier, Produit};

/// « 28 pages = 7 feuilles A4 recto verso, bord long ; 40 exemplaires = 280 feuilles. »
pub(super) fn said(papier: Papier, pages: usize, copies: Option<u16>) -> String {
    let (sheets, how) = paper(papier, pages);
    let mut text = format!("{}{how}", counted(pages, "page"));
    if let Some(copies) = copies {
        let copies = usize::from(copies);
        text += &format!(
            " ; {} = {}",
            counted(copies, "exemplaire"),
            counted(copies * sheets, "feuille")
        );
    }
    text + "."
}

/// The number of sheets, and how they are to be printed.
fn paper(papier: Papier, pages: usize) -> (usize, String) {
    let both = pages.div_ceil(2);
    let count = |sheets: usize, paper: &str| match sheets {
        1 => format!("1 feuille {paper}"),
        _ => format!("{sheets} feuilles {paper}"),
    };
    match (papier.produit, papier.forme) {
        (_, Forme::A3) => (pages, format!(" = {}, recto seul", count(pages, "A3"))),
        (Produit::Affiche, _) => (pages, format!(" = {}, recto seul", count(pages, "A4"))),
        (_, Forme::Imposee) => (
            both,
            format!(
                " = {} recto verso, bord court, à plier en deux et à agrafer",
                count(both, "A4")
            ),
        ),
        (_, Forme::ImposeeBordLong) => (
            both,
            format!(
                " = {} recto verso, bord long, à plier en deux et à agrafer",
                count(both, "A4")
            ),
        ),
        (Produit::Livret, _) => (
            pages.div_ceil(4),
            " A5, à lire à l’écran ; les deux autres fichiers se plient".to_owned(),
        ),
        (Produit::Depliant, _) => {
            (both, format!(" = {} recto verso, bord court, à plier en trois", count(both, "A4")))
        }
        _ if pages == 1 => (1, " = 1 feuille A4".to_owned()),
        _ => (both, format!(" = {} recto verso, bord long", count(both, "A4"))),
    }
}

/// Why nothing was made.
pub(super) fn nothing(too_long: &[usize], found: Option<&str>) -> String {
    let why = match (too_long.first(), found) {
        (Some(pages), _) => format!(
            "le dépliant ne tient pas sur une feuille, il ferait {pages} pages ; imprimez plutôt le livret"
        ),
        (None, Some(found)) => found.to_owned(),
        (None, None) => "il n’y a rien à en dire".to_owned(),
    };
    format!("Rien n’a été imprimé : {why}.\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Cible;

    fn of(produit: Produit, forme: Forme) -> Papier {
        Papier { produit, cible: Cible::Guide, forme }
    }

    #[test]
    fn sheets_are_told_before_printing() {
        let guide = said(of(Produit::Guide, Forme::Lue), 28, Some(40));
        assert_eq!(
            guide,
            "28 pages = 14 feuilles A4 recto verso, bord long ; 40 exemplaires = 560 feuilles."
        );
        let livret = said(of(Produit::Livret, Forme::Imposee), 14, None);
        assert_eq!(
            livret,
            "14 pages = 7 feuilles A4 recto verso, bord court, à plier en deux et à agrafer."
        );
        let affiche = said(of(Produit::Affiche, Forme::A3), 1, Some(3));
        assert_eq!(affiche, "1 page = 1 feuille A3, recto seul ; 3 exemplaires = 3 feuilles.");
    }
}
