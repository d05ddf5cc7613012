//! What the national schema asks of a line and its own library refuses: mended where nothing is lost, else told.

use crate::diagnostic::Diagnostic;
use crate::edition::donnees::champs::Champs;
use crate::record::Fiche;
use crate::record::fiche::LONGEST_SUMMARY;

/// Columns that hold something on every line.
const REQUIRED: [&str; 7] = ["id", "pivot", "nom", "commune", "code_postal", "adresse", "date_maj"];
/// Codes of countries that a number may begin with.
const COUNTRIES: [&str; 10] = ["33", "590", "594", "262", "596", "269", "687", "689", "508", "681"];
/// What is said of a place where nobody is received: the one that may do nothing.
const NOBODY: &str = "Ce lieu n'accueille pas de public";
/// The label that the schema writes in two ways.
const STEPS: &str = "Étapes numériques (La Poste)";

/// The line as the schema has it; nothing when it would say what is not so.
pub(super) fn line<'a>(
    fiche: &Fiche,
    mut line: Champs<'a>,
    out: &mut Vec<Diagnostic>,
) -> Option<Champs<'a>> {
    let missing: Vec<&str> = REQUIRED.into_iter().filter(|key| line.get(key).is_none()).collect();
    if !missing.is_empty() {
        out.push(absent(
            fiche,
            format!("il lui manque ce que le schéma national demande ({})", missing.join(", ")),
            "Complétez la fiche, puis exportez de nouveau.",
        ));
        return None;
    }
    let nobody = line.cell("modalites_acces").split('|').any(|one| one == NOBODY);
    if line.get("services").is_none() && !nobody {
        out.push(absent(
            fiche,
            "sans « services », la bibliothèque du schéma dirait que ce lieu n’accueille personne"
                .into(),
            "Écrivez dans « services » ce qu’on y fait, puis exportez de nouveau.",
        ));
        return None;
    }
    summary(fiche, &mut line, out);
    telephone(fiche, &mut line, out);
    for key in ["fiche_acces_libre", "prise_rdv"] {
        url(fiche, &mut line, key, out);
    }
    refused(fiche, &line, out);
    Some(line)
}

/// A record that is not in the file.
pub(super) fn absent(fiche: &Fiche, why: String, remedy: &str) -> Diagnostic {
    let message = format!("« {} » n’est pas dans l’export : {why}.", fiche.nom);
    Diagnostic::warning("export-ligne-absente", fiche.first_line(), message, remedy)
}

fn emptied(fiche: &Fiche, message: String, remedy: &str) -> Diagnostic {
    Diagnostic::warning("export-case-vide", fiche.first_line(), message, remedy)
}

/// A summary that is too long goes before the text: nothing of it is lost.
fn summary(fiche: &Fiche, line: &mut Champs<'_>, out: &mut Vec<Diagnostic>) {
    let text = line.cell("presentation_resume").into_owned();
    let length = text.chars().count();
    if length <= LONGEST_SUMMARY {
        return;
    }
    let detail = line.cell("presentation_detail").into_owned();
    let whole = [text, detail].join("\n\n");
    line.drop("presentation_resume");
    line.drop("presentation_detail");
    line.text("presentation_detail", whole.trim().to_owned());
    out.push(emptied(
        fiche,
        format!("Le résumé de « {} » a {length} caractères, et le schéma national en admet {LONGEST_SUMMARY} : il est avec le texte.", fiche.nom),
        "Gardez une ou deux phrases dans « presentation_resume ».",
    ));
}

/// The schema knows numbers of ten figures with their country's code: short ones have no room in it.
fn telephone(fiche: &Fiche, line: &mut Champs<'_>, out: &mut Vec<Diagnostic>) {
    let written = line.cell("telephone").into_owned();
    let number = with_country(&written, &line.cell("code_insee"));
    if number != written {
        line.drop("telephone");
        line.text("telephone", number.clone());
    }
    let fits = |code: &&str| {
        number.strip_prefix('+').and_then(|rest| rest.strip_prefix(*code)).is_some_and(|rest| {
            (6..=9).contains(&rest.len()) && rest.bytes().all(|b| b.is_ascii_digit())
        })
    };
    if number.is_empty() || COUNTRIES.iter().any(fits) {
        return;
    }
    line.drop("telephone");
    out.push(emptied(
        fiche,
        format!("Le téléphone de « {} » ({number}) n’entre pas dans le schéma national : la case est vide.", fiche.nom),
        "Rien à faire si le numéro est juste : c’est le schéma qui n’a pas de place pour lui.",
    ));
}

/// Numbers that open data leaves as people dial them: those in 06 39 are of Mayotte or of the mainland, and the
/// commune tells which; those of Saint-Pierre-et-Miquelon have six figures behind their code.
fn with_country(number: &str, insee: &str) -> String {
    let figures: String = number.chars().filter(char::is_ascii_digit).collect();
    match (figures.len(), figures.get(..4)) {
        (10, Some("0639")) if insee.starts_with("976") => format!("+262{}", &figures[1..]),
        (10, Some("0639")) => format!("+33{}", &figures[1..]),
        (10, Some("0508")) => format!("+508{}", &figures[4..]),
        _ => number.to_owned(),
    }
}

/// Letters with accents in an address are written as figures, which lead to the same page.
fn url(fiche: &Fiche, line: &mut Champs<'_>, key: &'static str, out: &mut Vec<Diagnostic>) {
    let written = line.cell(key).into_owned();
    let plain: String = written.chars().map(figures).collect();
    if plain != written {
        line.drop(key);
        line.text(key, plain.clone());
    }
    let (host, path) = plain
        .split_once("://")
        .map_or(("", ""), |(_, rest)| rest.split_once('/').unwrap_or((rest, "")));
    let (page, anchor) = path.split_once('#').unwrap_or((path, ""));
    let odd = |c: char| !(c.is_ascii_alphanumeric() || "-._~%+,@/?&=;:".contains(c));
    let odd_anchor = |c: char| !(c.is_ascii_alphanumeric() || "._!/\\".contains(c));
    if host.contains('%') || page.contains(odd) || anchor.contains(odd_anchor) {
        out.push(against(fiche, key, &written));
    }
}

/// A sign as it is, or as the figures of its bytes.
fn figures(c: char) -> String {
    if c.is_ascii() && c != '|' {
        return c.to_string();
    }
    c.encode_utf8(&mut [0; 4]).bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// What the library refuses, or what the schema itself writes in two ways: exported as it is, and told.
fn refused(fiche: &Fiche, line: &Champs<'_>, out: &mut Vec<Diagnostic>) {
    if line.cell("commune").contains(['(', ')']) {
        out.push(against(fiche, "commune", &line.cell("commune")));
    }
    if line.cell("adresse").contains(['_', '«', '»', '"', '!', '@', '´']) {
        out.push(against(fiche, "adresse", &line.cell("adresse")));
    }
    let pivot = line.cell("pivot");
    let rna = pivot.strip_prefix('W').is_some_and(|rest| rest.len() == 9);
    if !rna && pivot.len() != 14 {
        out.push(against(fiche, "pivot", &pivot));
    }
    if line.cell("formations_labels").contains(STEPS) {
        out.push(against(fiche, "formations_labels", STEPS));
    }
}

fn against(fiche: &Fiche, key: &str, value: &str) -> Diagnostic {
    let message = format!(
        "« {} », {key} : « {value} » est exporté tel quel, mais la bibliothèque du schéma national, ou le schéma lui-même, le refuse.",
        fiche.nom
    );
    let remedy = "Rien à faire si la valeur est juste : c’est un défaut connu du schéma.";
    Diagnostic::warning("export-refuse-ailleurs", fiche.first_line(), message, remedy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_only_a_commune_tells_apart() {
        for (number, insee, expected) in [
            ("06 39 98 00 00", "86194", "+33639980000"),
            ("06\u{a0}39\u{a0}98\u{a0}00\u{a0}00", "97608", "+262639980000"),
            ("0508 41 00 00", "97502", "+508410000"),
            ("39 49", "86194", "39 49"),
            ("+33536491201", "86194", "+33536491201"),
        ] {
            assert_eq!(with_country(number, insee), expected);
        }
    }

    #[test]
    fn letters_of_an_address_become_figures() {
        let written: String = "https://exemple.fr/réserver?a|b=1".chars().map(figures).collect();
        assert_eq!(written, "https://exemple.fr/r%C3%A9server?a%7Cb=1");
    }
}
