//! Syntax mistakes in French, with what to do: the parser's own words are for programmers.

use std::ops::Range;
use std::sync::Arc;

use serde_yaml::granit_parser::{ErrorKind, ScanError};

use crate::diagnostic::{Diagnostic, Source, Subject};

use super::glued;

/// The code of a file too large to be read.
const TOO_LARGE: &str = "fichier-trop-grand";

/// A mistake of YAML itself.
pub(super) struct Fault {
    pub span: Range<usize>,
    code: &'static str,
    message: String,
    remedy: String,
}

impl Fault {
    pub fn new(
        code: &'static str,
        span: Range<usize>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self { span, code, message: message.into(), remedy: remedy.into() }
    }

    pub fn diagnostic(self, source: &Arc<Source>) -> Diagnostic {
        Diagnostic::error(self.code, source.at(self.span), self.message, self.remedy)
    }

    pub fn too_much(span: Range<usize>) -> Self {
        Self::new(
            TOO_LARGE,
            span,
            "Ce fichier contient trop de valeurs pour être lu d’un bloc.",
            "Découpez-le en plusieurs fichiers de quelques milliers de fiches.",
        )
    }

    pub fn too_many_keys(span: Range<usize>, most: usize) -> Self {
        Self::new(
            TOO_LARGE,
            span,
            format!("Plus de {most} clés se suivent ici dans une seule fiche."),
            "Vérifiez que c’est bien un fichier de fiches. Dans une liste, chaque fiche commence par un tiret.",
        )
    }

    /// A byte of the block that the mistake is in. The parser may begin one after the block; we do not.
    pub fn held(&self) -> usize {
        if self.code == glued::CODE { self.span.end - 1 } else { self.span.start }
    }

    /// Whether the file is too large to be read, so that reading on would tell nothing more.
    pub fn ends_the_reading(&self) -> bool {
        self.code == TOO_LARGE
    }

    pub fn alias(span: Range<usize>) -> Self {
        Self::new(
            "yaml-ancre",
            span,
            "Le signe * en tête de valeur renvoie à une ancre YAML, que jalon ne lit pas.",
            "Écrivez la valeur en entier ; si c’est un texte qui commence par *, mettez-le entre guillemets.",
        )
    }

    pub fn anchor(span: Range<usize>) -> Self {
        Self::new(
            "yaml-ancre",
            span,
            "Le signe & en tête de valeur pose une ancre YAML, que jalon ne lit pas.",
            "Enlevez l’ancre ; si c’est un texte qui commence par &, mettez-le entre guillemets.",
        )
    }

    pub fn tag(span: Range<usize>) -> Self {
        Self::new(
            "yaml-etiquette",
            span,
            "Le signe ! en tête de valeur est une étiquette YAML, que jalon ne lit pas.",
            "Enlevez-la ; si c’est un texte qui commence par !, mettez-le entre guillemets.",
        )
    }

    pub fn odd_key(span: Range<usize>) -> Self {
        Self::new(
            "yaml-cle",
            span,
            "Une clé doit être un mot, pas une liste.",
            "Si c’est un texte, mettez-le entre guillemets.",
        )
    }

    pub fn duplicate(key: &str, span: Range<usize>, _first: Range<usize>) -> Self {
        Self::new(
            "cle-en-double",
            span,
            format!("La clé « {key} » est écrite deux fois ; la première est gardée."),
            "Effacez l’une des deux.",
        )
    }

    /// The parser's mistake in our words, placed where the author made it.
    pub fn syntax(error: &ScanError, text: &str) -> Self {
        let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
        let at = floor(text, at);
        let line_start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let line_end = text[at..].find('\n').map_or(text.len(), |length| at + length);
        let line = &text[line_start..line_end];
        let here = at..(at + text[at..line_end].chars().next().map_or(0, char::len_utf8));
        if let Some(opening) = open_bracket(text, at)
            && *error.kind() != ErrorKind::RecursionLimitExceeded
        {
            return Self::unclosed_bracket(text, opening);
        }
        match error.kind() {
            ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation => Self::tab(text, line_start, line_end, here),
            _ if line.starts_with('\t') || line.trim_start_matches(' ').starts_with('\t') => {
                Self::tab(text, line_start, line_end, here)
            }
            ErrorKind::UnclosedQuotedScalar | ErrorKind::UnexpectedEof => {
                Self::unclosed_quote(text, at)
            }
            ErrorKind::InvalidTrailingSingleQuotedScalar => Self::apostrophe_inside(here),
            ErrorKind::InvalidTrailingDoubleQuotedScalar => Self::quote_inside(here),
            ErrorKind::UnknownQuotedScalarEscape => Self::new(
                "yaml-guillemets",
                here,
                "Entre guillemets doubles, le signe \\ a un sens particulier.",
                "Remplacez les guillemets doubles par des apostrophes droites, ou écrivez \\\\.",
            ),
            ErrorKind::RecursionLimitExceeded => Self::new(
                "yaml-profondeur",
                here,
                "Trop de listes ou de crochets sont ouverts les uns dans les autres.",
                "Une fiche n’a que deux ou trois niveaux : vérifiez les crochets et le retrait.",
            ),
            ErrorKind::MisplacedFlowCollectionEnd => Self::unopened_bracket(here),
            // Open to the end of the file: the parser points at the bracket itself.
            ErrorKind::UnclosedFlowCollection { .. } => Self::unclosed_bracket(text, at),
            ErrorKind::UnknownAnchor => Self::alias(here),
            ErrorKind::MappingValueNotAllowed
            | ErrorKind::InvalidColonPlacement
            | ErrorKind::MappingKeyNotAllowed
                if line.matches(": ").count() > 1 =>
            {
                Self::colon(line_start, line)
            }
            _ if line.trim_start().starts_with(KEPT_SIGNS) || value_starts_oddly(line) => {
                Self::odd_start(line_start, line)
            }
            _ => glued::above(text, line_start)
                .unwrap_or_else(|| Self::indentation(line_start, line, here)),
        }
    }

    fn tab(text: &str, line_start: usize, line_end: usize, here: Range<usize>) -> Self {
        let span = match text[line_start..line_end].find('\t') {
            Some(tab) => line_start + tab..line_start + tab + 1,
            None => here,
        };
        Self::new(
            "yaml-tabulation",
            span,
            "Cette ligne contient une tabulation ; YAML ne connaît que les espaces.",
            "Remplacez la tabulation par deux espaces.",
        )
    }

    /// The opening quote is on the first line that has an odd number of them.
    fn unclosed_quote(text: &str, at: usize) -> Self {
        let opening = text[at..].chars().next().filter(|c| matches!(c, '"' | '\'')).map(|_| at);
        let opening = opening.unwrap_or_else(|| lonely_quote(text).unwrap_or(at));
        let end = text[opening..].find('\n').map_or(text.len(), |length| opening + length);
        Self::new(
            "yaml-guillemets",
            opening..end.max(opening),
            "Un guillemet est ouvert ici et n’est jamais fermé.",
            "Fermez le guillemet à la fin de la valeur.",
        )
    }

    fn apostrophe_inside(here: Range<usize>) -> Self {
        Self::closed_early(
            here,
            "Entourez la valeur de guillemets doubles \" si elle contient une apostrophe.",
        )
    }

    fn quote_inside(here: Range<usize>) -> Self {
        Self::closed_early(
            here,
            "À l’intérieur, remplacez les guillemets doubles \" par « », ou entourez toute la valeur d’apostrophes droites '.",
        )
    }

    fn closed_early(here: Range<usize>, remedy: &str) -> Self {
        let message = "Le guillemet se ferme avant la fin de la valeur.";
        Self::new("yaml-guillemets", here, message, remedy)
    }

    fn unopened_bracket(here: Range<usize>) -> Self {
        Self::new(
            "yaml-crochet",
            here,
            "Ce crochet ou cette accolade se ferme sans avoir été ouvert.",
            "Effacez-le, ou ouvrez la liste avant sa première valeur.",
        )
    }

    fn unclosed_bracket(text: &str, opening: usize) -> Self {
        let closing = if text[opening..].starts_with('[') { "]" } else { "}" };
        Self::new(
            "yaml-crochet",
            opening..opening + 1,
            format!(
                "« {closing} » manque pour fermer ce qui est ouvert ici, ou une virgule manque entre deux valeurs."
            ),
            format!(
                "Ajoutez « {closing} » à la fin de la liste, et une virgule entre deux valeurs."
            ),
        )
    }

    fn colon(line_start: usize, line: &str) -> Self {
        let first = line.find(": ").map_or(0, |colon| colon + 2);
        let second = line[first..].find(": ").map_or(first, |colon| first + colon);
        Self::new(
            "yaml-deux-points",
            line_start + second..line_start + second + 1,
            "Cette valeur contient « : », que YAML prend pour une nouvelle clé.",
            "Mettez toute la valeur entre guillemets doubles \".",
        )
    }

    fn odd_start(line_start: usize, line: &str) -> Self {
        // The line itself begins with it, or else its value does.
        let from = match line.trim_start().starts_with(KEPT_SIGNS) {
            true => 0,
            false => line.find(": ").map_or(0, |colon| colon + 2),
        };
        let value = from + (line[from..].len() - line[from..].trim_start().len());
        let sign = line[value..].chars().next().unwrap_or('@');
        Self::new(
            "yaml-signe",
            line_start + value..line_start + value + sign.len_utf8(),
            format!("Une valeur ne peut pas commencer par « {sign} » sans guillemets."),
            "Mettez toute la valeur entre guillemets doubles \".",
        )
    }

    fn indentation(line_start: usize, line: &str, here: Range<usize>) -> Self {
        let indent = line.len() - line.trim_start().len();
        let missing_colon =
            !line.contains(':') && !line.trim_start().starts_with('-') && !line.trim().is_empty();
        if missing_colon {
            return Self::new(
                "yaml-deux-points",
                line_start + indent..line_start + line.trim_end().len(),
                "Cette ligne n’est ni une clé suivie de « : », ni un élément de liste, ni la suite d’un texte.",
                "Écrivez « clé: valeur », ou décalez la ligne de deux espaces si elle continue le texte du dessus.",
            );
        }
        Self::new(
            "yaml-retrait",
            here,
            "YAML ne comprend pas cette ligne : le retrait ou la ponctuation ne suit pas ce qui précède.",
            "Alignez la ligne sur ses voisines, avec une espace après « : » et des guillemets autour d’un texte à ponctuation.",
        )
    }
}

/// Signs that YAML keeps for itself, at the start of a value.
const KEPT_SIGNS: [char; 3] = ['@', '`', '%'];

/// Whether the value of a `key: value` line begins with a sign that YAML keeps for itself.
fn value_starts_oddly(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(_, value)| value.trim_start().starts_with(KEPT_SIGNS))
}

/// The first quote that opens a value and is not closed on its line.
fn lonely_quote(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let opens = line.find([':', '-', '[']).map_or(0, |colon| colon + 1);
        let value = line[opens..].trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        if let Some(quote) = quote.filter(|&quote| value.matches(quote).count() % 2 == 1) {
            return Some(at + line.find(quote)?);
        }
        at += line.len();
    }
    None
}

/// The last bracket opened in this block or the one above before an offset and not closed there, quotes apart.
fn open_bracket(text: &str, at: usize) -> Option<usize> {
    // The parser may notice in the next block what was left open in the one before.
    let block = super::blocks::around(text, at).start;
    let start = super::blocks::around(text, block.saturating_sub(1)).start;
    let mut open = Vec::new();
    let mut quote = None;
    for (offset, c) in text.get(start..at)?.char_indices() {
        match (quote, c) {
            (Some(opened), c) if c == opened => quote = None,
            (Some(_), _) => {}
            (None, '"') => quote = Some(c),
            (None, '[' | '{') => open.push(start + offset),
            (None, ']' | '}') => drop(open.pop()),
            (None, _) => {}
        }
    }
    open.pop()
}

/// The nearest character boundary at or before an offset.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Whether a diagnostic already speaks of the line of an offset.
pub(super) fn same_line(old: &Diagnostic, source: &Source, offset: usize) -> bool {
    match &old.subject {
        Subject::Written(place) => place.position().line == source.position(offset).line,
        _ => false,
    }
}
