//! Any bytes as a table to import, under a header of the national schema or under their own.
#![no_main]

use jalon_fuzz::imports::HEADER;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    match bytes.split_first() {
        Some((0..=127, rest)) => {
            jalon_fuzz::imported("lieux.csv", &[HEADER.as_bytes(), rest].concat());
        }
        Some((_, rest)) => jalon_fuzz::imported("lieux.csv", rest),
        None => {}
    }
});
