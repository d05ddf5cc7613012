//! The first line of an imported record: it says so, and tells whether somebody edited the rest since.

/// How the first line of a record that jalon imported begins.
const LEAD: &str = "# Importé par jalon de ";
/// What stands before the footprint in it.
const BEFORE: &str = "(empreinte ";
/// Letters kept of a footprint: enough to tell an edit, short enough for a line that people read.
const LETTERS: usize = 16;
/// Longest file name said in the line, in characters.
const LONGEST_NAME: usize = 80;

/// Whose a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hand {
    /// jalon imported it, and nobody changed it since.
    Imported,
    /// jalon imported it, and somebody changed it since.
    Edited,
    /// Somebody wrote it.
    Written,
}

/// The whole file of a record: the line that says where it comes from, then its YAML.
pub(super) fn sign(body: &str, file: &str) -> String {
    let name: String = file.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    format!(
        "{LEAD}« {name} » {BEFORE}{}). Modifiez ce fichier librement : jalon ne l’écrasera plus.\n{body}",
        footprint(body)
    )
}

/// Whose a file is, and its text without the first line; line ends that git or an editor changed do not count.
pub(super) fn read(text: &str) -> (Hand, String) {
    let text = text.replace("\r\n", "\n");
    let (first, body) = text.split_once('\n').unwrap_or((&text, ""));
    let signed = first.strip_prefix(LEAD).and_then(|rest| rest.rsplit_once(BEFORE));
    match signed.map(|(_, rest)| rest.get(..LETTERS) == Some(&footprint(body))) {
        Some(true) => (Hand::Imported, body.to_owned()),
        Some(false) => (Hand::Edited, body.to_owned()),
        None => (Hand::Written, text),
    }
}

fn footprint(body: &str) -> String {
    let hash = blake3::hash(body.as_bytes()).to_hex();
    hash.as_str().chars().take(LETTERS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_is_told_from_other_line_ends() {
        let signed = sign("nom: A\nid: b\n", "lieux (1).csv");
        assert_eq!(read(&signed), (Hand::Imported, "nom: A\nid: b\n".into()));
        assert_eq!(read(&signed.replace('\n', "\r\n")).0, Hand::Imported);
        assert_eq!(read(&signed.replace("nom: A", "nom: B")).0, Hand::Edited);
        assert_eq!(read(&format!("{signed}# note\n")).0, Hand::Edited);
        assert_eq!(read("nom: A\n").0, Hand::Written);
        assert_eq!(read(signed.split_once('\n').unwrap().1).0, Hand::Written);
        assert_eq!(read("").0, Hand::Written);
    }
}
