//! Any text as a record of any kind: every message stands inside the file.
#![no_main]

use std::sync::Arc;

use jalon::diagnostic::Source;
use jalon::record::{Kind, read_text};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let Ok(source) = jalon::source::decode("fiche.yaml", rest.to_vec()) else { return };
    let (kind, _) = Kind::WRITTEN[usize::from(*first) % Kind::WRITTEN.len()];
    let said = read_text(&Arc::<Source>::clone(&source), kind, Some("86"));
    jalon_fuzz::messages(&said);
});
