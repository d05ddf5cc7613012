//! The engine's usual sentences, in French.

/// A sentence of the engine, as people who write themes read it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// What is wrong, without capital nor full stop; none when the sentence is not known.
    pub(super) sentence: Option<String>,
    /// What an accessible file must not have; the export was refused for it.
    pub(super) refused: Option<String>,
    /// What to do, where something precise can be said.
    pub(super) remedy: Option<&'static str>,
}

/// Sentences by their form: each `{}` is a name, kept as it is.
const SENTENCES: [(&str, &str); 34] = [
    ("unknown variable: {}", "le nom « {} » n’existe pas"),
    (
        "file not found (searched at {})",
        "le fichier « {} » n’est pas dans le thème, et rien d’autre n’est lu",
    ),
    (
        "package not found (searched for {})",
        "le paquet « {} » n’est pas pris : jalon ne va rien chercher au-dehors",
    ),
    ("path `{}` would escape the {} root", "le chemin {} sort du thème, et rien d’autre n’est lu"),
    ("missing argument: {}", "il manque « {} »"),
    ("unexpected argument: {}", "« {} » n’est pas attendu ici"),
    ("unexpected argument", "il y a une valeur de trop"),
    (
        "dictionary does not contain key \"{}\" and no default value was specified",
        "la donnée « {} » n’existe pas ici",
    ),
    ("dictionary does not contain key \"{}\"", "la donnée « {} » n’existe pas ici"),
    (
        "array index out of bounds (index: {}, len: {}){}",
        "la liste n’a pas d’élément {} : elle en a {}",
    ),
    ("array is empty", "la liste est vide"),
    ("type {} has no method `{}`", "« {} » ne sait pas faire « {} »"),
    ("module `{}` does not contain `{}`", "le fichier « {} » ne contient pas « {} »"),
    ("unresolved import", "le fichier lu ne contient pas ce nom"),
    ("cyclic import", "ces fichiers se lisent l’un l’autre sans fin"),
    ("label `{}` does not exist in the document", "rien ne porte l’étiquette « {} »"),
    (
        "label `{}` occurs multiple times in the document",
        "plusieurs endroits portent l’étiquette « {} »",
    ),
    ("panicked with: {}", "il s’arrête lui-même et dit : « {} »"),
    ("assertion failed: {}", "il s’arrête lui-même et dit : « {} »"),
    ("assertion failed", "il s’arrête lui-même"),
    (
        "unclosed delimiter",
        "une parenthèse, un crochet, une accolade ou un signe n’est pas refermé",
    ),
    ("unclosed string", "un texte entre guillemets n’est pas refermé"),
    ("unclosed raw text", "un texte entre accents graves n’est pas refermé"),
    ("unclosed comment", "un commentaire n’est pas refermé"),
    ("unexpected closing {}", "une fermeture est de trop : {}"),
    ("loop seems to be infinite", "une boucle ne finit pas"),
    ("condition is always true", "une boucle ne finit pas"),
    ("maximum {} depth exceeded", "il se rappelle lui-même sans fin"),
    ("cannot divide by zero", "une division par zéro"),
    ("failed to parse JSON{}", "les données ne sont pas du JSON"),
    (
        "unknown font family: {}",
        "la police « {} » n’est pas dans jalon, qui n’en prend pas d’autre",
    ),
    ("document did not converge within five attempts", "les numéros de page ne se fixent pas"),
    ("cannot add {} and {}", "« {} » et « {} » ne s’ajoutent pas"),
    ("cannot join {} with {}", "« {} » et « {} » ne se suivent pas"),
];

/// What the exporter refuses, and what to do.
const REFUSED: [(&str, &str, &str); 8] = [
    (
        "missing alt text",
        "une image ou une figure n’a pas de texte de remplacement",
        "Donnez-lui « alt: \"…\" », ou dites qu’elle décore : « pdf.artifact[…] ».",
    ),
    (
        "missing document title",
        "le document n’a pas de titre",
        "Donnez-lui un titre : « #set document(title: d.titre) ».",
    ),
    (
        "the first heading must be of level 1",
        "le premier titre n’est pas de niveau 1",
        "Commencez par un titre de niveau 1.",
    ),
    (
        "skipped from heading level {} to {}",
        "un titre de niveau {} est suivi d’un titre de niveau {}",
        "Descendez d’un niveau à la fois.",
    ),
    ("heading title is empty", "un titre est vide", "Donnez un texte à ce titre, ou ôtez-le."),
    (
        "heading title could not be determined",
        "le texte d’un titre ne se lit pas",
        "Donnez un texte simple à ce titre.",
    ),
    (
        "the text `{}` could not be displayed with {}",
        "aucune police de jalon n’a les caractères {}",
        "Écrivez autrement : ces caractères ne peuvent pas être imprimés.",
    ),
    ("{} the disallowed codepoint `{}`", "un signe ne se recopie pas", "Écrivez autrement."),
];

/// A sentence of the engine in French, as far as it is known.
pub(super) fn in_french(message: &str) -> Said {
    if let Some((standard, fault)) =
        message.strip_prefix("PDF/").and_then(|text| text.split_once(" error: "))
    {
        let known = REFUSED.iter().find_map(|(form, french, remedy)| {
            Some((filled(french, &fitted(form, fault)?), *remedy))
        });
        let engine = || format!("PDF/{standard} refuse ; le moteur dit : {fault}");
        let remedy = known.as_ref().map(|(_, remedy)| *remedy);
        let refused = Some(known.map_or_else(engine, |(fault, _)| fault));
        return Said { refused, remedy, ..Said::default() };
    }
    let known = SENTENCES
        .iter()
        .find_map(|(form, french)| Some(filled(french, &fitted(form, message)?)))
        .or_else(|| expected(message));
    Said { sentence: known, ..Said::default() }
}

/// « expected string or none, found integer », « expected expression ».
fn expected(message: &str) -> Option<String> {
    let wanted = message.strip_prefix("expected ")?;
    Some(match wanted.rsplit_once(", found ") {
        Some((wanted, found)) => {
            format!("il faut {}, et il y a {}", kinds(wanted), kinds(found))
        }
        None => format!("il faut ici {}", kinds(wanted)),
    })
}

/// « string, array, or none » as « un texte, une liste ou rien (none) ».
fn kinds(list: &str) -> String {
    let list = list.replace(", or ", " or ");
    let (first, last) =
        list.rsplit_once(" or ").map_or((None, list.as_str()), |(first, last)| (Some(first), last));
    let first = first.map(|first| first.split(", ").map(kind).collect::<Vec<_>>().join(", "));
    first.map_or_else(|| kind(last), |first| format!("{first} ou {}", kind(last)))
}

/// A kind of value or of sign by its French name.
fn kind(word: &str) -> String {
    let known = KINDS.iter().find(|(english, _)| *english == word);
    known.map_or_else(
        || format!("« {} »", word.trim_matches('`')),
        |(_, french)| (*french).to_owned(),
    )
}

const KINDS: [(&str, &str); 27] = [
    ("string", "un texte"),
    ("content", "un contenu"),
    ("integer", "un nombre entier"),
    ("float", "un nombre"),
    ("boolean", "oui ou non (true, false)"),
    ("none", "rien (none)"),
    ("auto", "auto"),
    ("array", "une liste"),
    ("dictionary", "un dictionnaire"),
    ("length", "une longueur"),
    ("relative length", "une longueur"),
    ("fraction", "une part (1fr)"),
    ("ratio", "un pourcentage"),
    ("color", "une couleur"),
    ("function", "une fonction"),
    ("label", "une étiquette"),
    ("alignment", "un alignement"),
    ("bytes", "des octets"),
    ("datetime", "une date"),
    ("expression", "une expression"),
    ("identifier", "un nom"),
    ("comma", "une virgule"),
    ("colon", "deux-points"),
    ("equals sign", "un signe égal"),
    ("keyword `in`", "« in »"),
    ("block", "un bloc"),
    ("semicolon or line break", "une fin de ligne"),
];

/// The names that stand where the form has `{}`; nothing when the text has not this form.
fn fitted<'a>(form: &str, text: &'a str) -> Option<Vec<&'a str>> {
    let mut pieces = form.split("{}");
    let mut rest = text.strip_prefix(pieces.next()?)?;
    let mut names = Vec::new();
    let mut pieces = pieces.peekable();
    while let Some(piece) = pieces.next() {
        let at = if pieces.peek().is_none() {
            rest.strip_suffix(piece)?.len()
        } else {
            rest.find(piece)?
        };
        names.push(&rest[..at]);
        rest = &rest[at + piece.len()..];
    }
    rest.is_empty().then_some(names)
}

fn filled(french: &str, names: &[&str]) -> String {
    names.iter().fold(french.to_owned(), |text, name| text.replacen("{}", name, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_sentences_are_french() {
        let said = |message| in_french(message).sentence.unwrap_or_default();
        assert_eq!(said("unknown variable: fiche"), "le nom « fiche » n’existe pas");
        assert_eq!(
            said("expected string, array, or none, found integer"),
            "il faut un texte, une liste ou rien (none), et il y a un nombre entier"
        );
        assert_eq!(said("expected expression"), "il faut ici une expression");
        assert_eq!(
            said("expected `body` or content, found label"),
            "il faut « body » ou un contenu, et il y a une étiquette"
        );
        assert_eq!(
            said("array index out of bounds (index: 3, len: 2) and no default value was specified"),
            "la liste n’a pas d’élément 3 : elle en a 2"
        );
        assert_eq!(said("the hyphen is too long"), "");
    }

    #[test]
    fn refusals_have_their_remedy() {
        let skipped = in_french("PDF/UA-1 error: skipped from heading level 1 to 3");
        assert_eq!(
            skipped.refused.as_deref(),
            Some("un titre de niveau 1 est suivi d’un titre de niveau 3")
        );
        assert_eq!(skipped.remedy, Some("Descendez d’un niveau à la fois."));
        let other = in_french("PDF/A-2a, PDF/UA-1 error: too many objects");
        assert_eq!(
            other.refused.as_deref(),
            Some("PDF/A-2a, PDF/UA-1 refuse ; le moteur dit : too many objects")
        );
    }
}
