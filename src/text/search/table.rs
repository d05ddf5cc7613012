//! The one table of the letters, endings and sounds that count as the same.

/// What is written instead of what.
pub type Row = (&'static str, &'static str);

/// Letters that are two, whatever the word.
pub const LIGATURES: [Row; 3] = [("œ", "oe"), ("æ", "ae"), ("ß", "ss")];

/// Whole words written short.
pub const SHORT: [Row; 2] = [("st", "saint"), ("ste", "sainte")];

/// Words that say nothing of what is looked for.
pub const EMPTY: [&str; 18] = [
    "au", "aux", "avec", "dans", "de", "des", "du", "en", "et", "la", "le", "les", "ou", "par",
    "pour", "sur", "un", "une",
];

/// Words up to this many letters keep their ending: « bus » is no plural.
pub const SHORTEST: usize = 3;

/// Endings that the plural changes: the first that a word has.
pub const ENDINGS: [Row; 4] = [("eaux", "eau"), ("aux", "al"), ("s", ""), ("x", "")];

/// Letters that sound alike, one row after the other; of two equal letters one then goes.
pub const SOUNDS: [Row; 8] = [
    ("ph", "f"),
    ("th", "t"),
    ("qu", "c"),
    ("q", "c"),
    ("k", "c"),
    ("oeu", "eu"),
    ("y", "i"),
    ("z", "s"),
];
