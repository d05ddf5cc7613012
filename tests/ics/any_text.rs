//! Whatever somebody writes comes back as written, and writes no line of its own.

use jalon::text::{blanked, sentence, typography};
use proptest::prelude::*;

use crate::printed::Printed;
use crate::reader::{Component, unfolded};
use crate::strict::checked;
use crate::support::TODAY;

/// What means something in a calendar file, in XML or in a line, and letters that are long or go the other way.
const TRAPS: [&str; 24] = [
    ",",
    ";",
    ":",
    "\\",
    "\\n",
    "\\,",
    "\"",
    "\n",
    "\r\n",
    "\t",
    "\u{7}",
    "\u{85}",
    "\nEND:VEVENT\nBEGIN:VEVENT\nUID:autre\n",
    "\r\n SUMMARY:autre",
    "^n",
    "&amp;",
    "]]>",
    "<b>",
    "مكتبة الحي",
    "\u{202e}renversé",
    "👩\u{200d}👩\u{200d}👧",
    "e\u{301}",
    "\u{2028}",
    "\u{feff}",
];

/// Any text that holds a letter, up to some hundreds of them.
pub fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => proptest::sample::select(TRAPS.to_vec()).prop_map(str::to_owned),
        2 => "[a-zéœ ]{1,12}",
        1 => any::<char>().prop_map(String::from),
        1 => (1..300_usize).prop_map(|count| "é".repeat(count)),
    ];
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| {
        format!("{}x{}", pieces[..pieces.len() / 2].concat(), pieces[pieces.len() / 2..].concat())
    })
}

/// A text as YAML, between quotes: whatever is no plain letter is escaped by its number.
pub fn quoted(text: &str) -> String {
    let letter = |c: char| match c {
        'a'..='z' | '0'..='9' => c.to_string(),
        _ => format!("\\U{:08x}", u32::from(c)),
    };
    format!("\"{}\"", text.chars().map(letter).collect::<String>())
}

/// What can be read of a text: controls are no letters, those that part words are spaces.
pub fn readable(text: &str) -> String {
    let letter = |c: char| match c {
        '\n' => Some(c),
        '\r' => None,
        _ if c.is_control() => c.is_whitespace().then_some(' '),
        _ => Some(c),
    };
    text.chars().filter_map(letter).collect()
}

/// The texts of a small guide.
#[derive(Clone, Debug)]
pub struct Texts {
    pub host: String,
    pub event: String,
    pub about: String,
    pub reason: String,
    pub street: String,
    pub stop: String,
    pub spot: String,
    pub guide: String,
}

prop_compose! {
    pub fn texts()(
        [host, event, about, reason, street, stop, spot, guide] in [
            text(), text(), text(), text(), text(), text(), text(), text(),
        ],
    ) -> Texts {
        Texts { host, event, about, reason, street, stop, spot, guide }
    }
}

impl Texts {
    /// The same guide without traps.
    fn plain() -> Self {
        let x = || "x".to_owned();
        Self {
            host: x(),
            event: x(),
            about: x(),
            reason: x(),
            street: x(),
            stop: x(),
            spot: x(),
            guide: x(),
        }
    }

    pub fn printed(&self) -> Printed {
        let q = quoted;
        let guide = format!("titre: {}\ndepartement: \"86\"\nediteur: Essai\n", q(&self.guide));
        let host =
            format!("nom: {}\ncommune: Lusignan\nadresse: {}\n", q(&self.host), q(&self.street));
        let event = format!(
            "nom: {}\nchez: lieu\npresentation_resume: {}\ndates:\n  - {{le: 2026-12-15, horaires: 14h-16h, etat: annulé, raison: {}}}\n",
            q(&self.event),
            q(&self.about),
            q(&self.reason)
        );
        let bus = format!(
            "nom: Bus\ncommune: Poitiers\ntournee:\n  arrets:\n    - {{nom: {}, commune: Vivonne, ou: {}, horaires: mardi 9h-12h}}\n",
            q(&self.stop),
            q(&self.spot)
        );
        Printed::with(
            &[
                ("86-vienne/guide.yaml", &guide),
                ("86-vienne/acteurs/lieu.yaml", &host),
                ("86-vienne/acteurs/bus.yaml", &bus),
                ("86-vienne/evenements/atelier.yaml", &event),
            ],
            TODAY,
        )
    }
}

/// Title, place and description of the only entry of a file.
fn only(calendar: &Component) -> [String; 3] {
    let events: Vec<&Component> = calendar.parts_named("VEVENT").collect();
    let [event] = events[..] else { panic!("{} entries", events.len()) };
    ["SUMMARY", "LOCATION", "DESCRIPTION"].map(|name| event.text(name).unwrap())
}

/// The names of the lines of a file.
fn shape(bytes: &[u8]) -> Vec<String> {
    let name = |line: &String| line.split(':').next().unwrap().to_owned();
    unfolded(bytes).unwrap().iter().map(name).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_comes_back_as_it_was_written(texts in texts()) {
        let printed = texts.printed();
        // Controls that an escape puts into a record are spaces from its reading on.
        let said = |text: &str| typography(blanked(text).trim());
        let calendar = checked(&printed.files["86-vienne/calendriers/evenements/atelier.ics"]).unwrap();
        let [title, place, about] = only(&calendar);
        prop_assert_eq!(title, readable(&format!("Annulé\u{a0}: {}", said(&texts.event))));
        let street = [said(&texts.host), said(&texts.street), "86600 Lusignan".into()];
        prop_assert_eq!(place, readable(&street.join(", ")));
        let lines = ["Cela n’aura pas lieu.".to_owned(), sentence(&said(&texts.reason)), sentence(&said(&texts.about))];
        prop_assert_eq!(about, readable(&lines.join("\n")));
        prop_assert_eq!(calendar.text("NAME").unwrap(), readable(&format!("{} – {}", said(&texts.event), said(&texts.guide))));

        let calendar = checked(&printed.files["86-vienne/calendriers/tournees/bus.ics"]).unwrap();
        let [title, place, _] = only(&calendar);
        prop_assert_eq!(title, readable(&format!("Bus\u{a0}: {}", said(&texts.stop))));
        prop_assert_eq!(place, readable(&format!("{}, Vivonne", said(&texts.spot))));
    }

    #[test]
    fn no_text_adds_a_line_of_its_own(texts in texts()) {
        let (printed, plain) = (texts.printed(), Texts::plain().printed());
        prop_assert_eq!(printed.files.keys().collect::<Vec<_>>(), plain.files.keys().collect::<Vec<_>>());
        for (address, bytes) in printed.files.iter().filter(|(address, _)| address.ends_with(".ics")) {
            prop_assert_eq!(shape(bytes), shape(&plain.files[address]), "{}", address);
        }
    }
}
