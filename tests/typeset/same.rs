//! The same job gives the same bytes; the file says its fingerprint and its pages.

use std::thread;

use jalon::typeset::{Press, stamped};

use crate::press::{PRESS, STAMP, START, day, files, job, page};

/// Twelve pages of headings, a table, a link, an index by pages.
const LONG: &str = "#for n in range(12) [
  #heading(level: 1)[Partie #n] #label(\"p\" + str(n))
  #lorem(120) #link(\"https://example.fr/\" + str(n))[ici]
  #table(columns: 2, table.header[Jour][Heures], [Lundi], [9 h])
  #pagebreak(weak: true)
]
= Index
#context for n in range(12) [Partie #n : #counter(page).at(label(\"p\" + str(n))).first() \\ ]
#datetime.today().display()";

const DATA: &str = r#"{"titre": "Guide d’essai"}"#;

#[test]
fn bytes_are_the_same_from_any_thread_and_any_press() {
    let theme = format!("{START}{LONG}");
    let files = files(&[("print/essai.typ", &theme)]);
    let first = PRESS.set(&job(&files, DATA)).unwrap();
    assert_eq!((first.pages, first.doubts.len()), (13, 0));
    let again = || PRESS.set(&job(&files, DATA)).unwrap();
    let beside: Vec<_> = thread::scope(|scope| {
        let hands: Vec<_> = (0..3).map(|_| scope.spawn(again)).collect();
        hands.into_iter().map(|hand| hand.join().unwrap()).collect()
    });
    assert!(beside.iter().all(|one| one.bytes == first.bytes));
    assert_eq!(Press::new().set(&job(&files, DATA)).unwrap().bytes, first.bytes);
}

#[test]
fn the_day_counts_and_the_text_too() {
    let theme = format!("{START}{LONG}");
    let files = files(&[("print/essai.typ", &theme)]);
    let today = PRESS.set(&job(&files, DATA)).unwrap();
    let mut tomorrow = job(&files, DATA);
    tomorrow.day = day().tomorrow().unwrap();
    assert_ne!(PRESS.set(&tomorrow).unwrap().bytes, today.bytes);
    let other = job(&files, r#"{"titre": "Autre"}"#);
    assert_ne!(PRESS.set(&other).unwrap().bytes, today.bytes);
}

#[test]
fn a_file_says_its_stamp_and_pages() {
    let printed = page(LONG, DATA);
    assert_eq!(stamped(&printed.bytes), Some((STAMP, 13)));
    // A file cut short, or one with more after it, is not ours.
    assert_eq!(stamped(&printed.bytes[..printed.bytes.len() - 1]), None);
    let longer = [&printed.bytes[..], b"\n"].concat();
    assert_eq!(stamped(&longer), None);
}

#[test]
fn one_theme_changed_beside_another_is_read_again() {
    let short = page("= Un", DATA);
    let long = page("= Un\n#pagebreak()\nDeux", DATA);
    assert_eq!((short.pages, long.pages, page("= Un", DATA)), (1, 2, short));
}
