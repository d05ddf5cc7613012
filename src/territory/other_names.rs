//! Names and codes that lead to a commune without being its own.

use std::sync::LazyLock;

use super::packed::unpack;

/// How a name belongs to a commune of today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Its official name.
    Current,
    /// A commune déléguée of a commune nouvelle.
    Delegated,
    /// A commune associée (law of 1971).
    Associated,
    /// A commune merged into it since 1943, or a name or a code that one of its communes had: a
    /// name like its own then stands beside another code (`Ajaccio`, 20004).
    Former,
}

impl Status {
    /// Delegated and associated communes count alike: both are alive, neither is the commune.
    pub(super) fn rank(self) -> u8 {
        match self {
            Self::Current => 0,
            Self::Delegated | Self::Associated => 1,
            Self::Former => 2,
        }
    }
}

/// A delegated, associated or former commune, or the former name of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherName {
    /// Code of the commune of today that it leads to.
    pub commune: &'static str,
    /// What it is; never [`Status::Current`].
    pub kind: Status,
    /// Its own code, which may be that of the commune.
    pub code: &'static str,
    /// The name.
    pub nom: &'static str,
}

static NAMES: LazyLock<Vec<OtherName>> = LazyLock::new(|| {
    let table = unpack(include_bytes!("data/names.tsv.br"));
    table.lines().filter_map(read).collect()
});

static BY_CODE: LazyLock<Vec<&'static OtherName>> = LazyLock::new(|| {
    let mut index: Vec<&OtherName> = NAMES.iter().collect();
    index.sort_by_key(|name| name.code);
    index
});

fn read(line: &'static str) -> Option<OtherName> {
    let mut fields = line.split('\t');
    Some(OtherName {
        commune: fields.next()?,
        kind: match fields.next()? {
            "D" => Status::Delegated,
            "A" => Status::Associated,
            _ => Status::Former,
        },
        code: fields.next()?,
        nom: fields.next()?,
    })
}

/// All of them, in the order of the communes they lead to.
pub(super) fn all_other_names() -> &'static [OtherName] {
    &NAMES
}

/// Those of one commune.
pub(super) fn other_names(commune: &str) -> &'static [OtherName] {
    let start = NAMES.partition_point(|name| name.commune < commune);
    let end = NAMES.partition_point(|name| name.commune <= commune);
    &NAMES[start..end]
}

/// The first that has this code.
pub(super) fn other_name_with_code(code: &str) -> Option<&'static OtherName> {
    let start = BY_CODE.partition_point(|name| name.code < code);
    BY_CODE.get(start).copied().filter(|name| name.code == code)
}
