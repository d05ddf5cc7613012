//! What each source said last time, kept beside the content: a file a guide and source.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json, json};

use crate::intake::coming::Output;
use crate::source::yaml::Plain;
use crate::text::slug;

/// What was said of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::intake) struct Said {
    /// The record's file when it was last met, below the folder of its guide.
    pub path: String,
    /// Keys and values.
    pub champs: Plain,
}

/// What one source said of a guide.
#[derive(Debug, Default)]
struct Kept {
    /// The bytes of the file; nothing when it is new.
    before: Option<Vec<u8>>,
    fiches: BTreeMap<String, Said>,
}

/// What all sources said of all guides.
#[derive(Debug, Default)]
pub(in crate::intake) struct Bases {
    /// By folder of the guide and name of the source.
    files: BTreeMap<(String, String), Kept>,
    /// Files that could not be read; they are left as they are.
    pub broken: Vec<String>,
}

impl Bases {
    /// Reads what is kept: paths such as `86-vienne/lieux.json`, and bytes.
    pub fn over(files: &[(String, Vec<u8>)]) -> Self {
        let mut bases = Self::default();
        for (path, bytes) in files {
            let name = path.strip_suffix(".json").and_then(|path| path.split_once('/'));
            let Some((guide, source)) = name else { continue };
            match read(bytes) {
                Some(fiches) => {
                    let kept = Kept { before: Some(bytes.clone()), fiches };
                    bases.files.insert((guide.to_owned(), source.to_owned()), kept);
                }
                None => bases.broken.push(path.clone()),
            }
        }
        bases
    }

    /// What was said of a record of a guide, by whichever source.
    pub fn find(&self, guide: &str, key: &str) -> Option<&Said> {
        let of_guide = self.files.iter().filter(|((folder, _), _)| folder == guide);
        of_guide.filter_map(|(_, kept)| kept.fiches.get(key)).next()
    }

    /// Remembers what a source says of a record: no other source of the guide says it any more.
    pub fn put(&mut self, guide: &str, source: &str, key: &str, said: Said) {
        if self.broken.iter().any(|path| *path == format!("{guide}/{source}.json")) {
            return;
        }
        for ((folder, other), kept) in &mut self.files {
            if folder == guide && other != source {
                kept.fiches.remove(key);
            }
        }
        let kept = self.files.entry((guide.to_owned(), source.to_owned())).or_default();
        kept.fiches.insert(key.to_owned(), said);
    }

    /// Forgets what a source said of a record.
    pub fn forget(&mut self, guide: &str, source: &str, key: &str) {
        if let Some(kept) = self.files.get_mut(&(guide.to_owned(), source.to_owned())) {
            kept.fiches.remove(key);
        }
    }

    /// The records that a source told before and not this time. A file that has less than half of them is
    /// another file, or a part of one: nothing vanished.
    pub fn vanished(
        &self,
        guide: &str,
        source: &str,
        met: &BTreeSet<String>,
    ) -> Vec<(String, Said)> {
        let Some(kept) = self.files.get(&(guide.to_owned(), source.to_owned())) else {
            return Vec::new();
        };
        let gone = kept.fiches.iter().filter(|(key, _)| !met.contains(*key));
        let gone: Vec<(String, Said)> =
            gone.map(|(key, said)| (key.clone(), said.clone())).collect();
        if gone.len() * 2 > kept.fiches.len() { Vec::new() } else { gone }
    }

    /// The files that change.
    pub fn outputs(&self) -> Vec<Output> {
        let each = self.files.iter().map(|((guide, source), kept)| Output {
            path: format!("{guide}/{source}.json"),
            bytes: written(&kept.fiches).into_bytes(),
            before: kept.before.clone(),
        });
        each.filter(|output| output.before.as_ref() != Some(&output.bytes)).collect()
    }
}

/// The name of a source: that of its file without days, numbers and signs, which change with each version.
pub(in crate::intake) fn stem(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let name = name.split('.').next().unwrap_or(name);
    let whole = slug(name);
    let words = whole.split('-').filter(|word| !word.bytes().all(|b| b.is_ascii_digit()));
    let words: Vec<&str> = words.collect();
    if words.is_empty() { whole } else { words.join("-") }
}

fn read(bytes: &[u8]) -> Option<BTreeMap<String, Said>> {
    let json: Json = serde_json::from_slice(bytes).ok()?;
    let fiches = json.get("fiches")?.as_object()?;
    let one = |(key, said): (&String, &Json)| {
        let path = said.get("fichier")?.as_str()?.to_owned();
        Some((key.clone(), Said { path, champs: Plain::from_json(said.get("champs")?) }))
    };
    fiches.iter().map(one).collect()
}

fn written(fiches: &BTreeMap<String, Said>) -> String {
    let each = fiches.iter().map(|(key, said)| {
        (key.clone(), json!({"fichier": said.path, "champs": said.champs.json()}))
    });
    let note = "Ce que la source disait au dernier import. jalon s’en sert pour garder vos changements : ne le modifiez pas.";
    let fiches: Map<String, Json> = each.collect();
    format!("{:#}\n", json!({"note": note, "fiches": fiches}))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(nom: &str) -> Said {
        let champs = Plain::Map(vec![
            ("nom".into(), Plain::Text(nom.into())),
            ("services".into(), Plain::List(vec![Plain::Text("a".into())])),
        ]);
        Said { path: format!("acteurs/{nom}.yaml"), champs }
    }

    fn again(bases: &Bases) -> Vec<(String, Vec<u8>)> {
        bases.outputs().into_iter().map(|output| (output.path, output.bytes)).collect()
    }

    #[test]
    fn what_is_kept_reads_back_and_changes_only_with_what_is_said() {
        let mut bases = Bases::default();
        bases.put("86-vienne", "lieux", "acteurs/a", said("A"));
        let files = again(&bases);
        assert_eq!(files[0].0, "86-vienne/lieux.json");
        let mut bases = Bases::over(&files);
        assert_eq!(bases.find("86-vienne", "acteurs/a"), Some(&said("A")));
        assert_eq!(bases.find("87-haute-vienne", "acteurs/a"), None);
        bases.put("86-vienne", "lieux", "acteurs/a", said("A"));
        assert_eq!(bases.outputs(), []);
        // Another file of the same source, by another name: it says the record now.
        bases.put("86-vienne", "export", "acteurs/a", said("B"));
        assert_eq!(bases.outputs().len(), 2);
        assert_eq!(bases.find("86-vienne", "acteurs/a"), Some(&said("B")));
    }

    #[test]
    fn a_file_that_lacks_more_than_half_is_another_file() {
        let mut bases = Bases::default();
        for key in ["a", "b", "c"] {
            bases.put("86-vienne", "lieux", key, said(key));
        }
        let gone = |met: &[&str]| -> Vec<String> {
            let met = met.iter().map(|key| (*key).to_owned()).collect();
            bases.vanished("86-vienne", "lieux", &met).into_iter().map(|(key, _)| key).collect()
        };
        assert_eq!(gone(&["a", "b"]), ["c"]);
        assert_eq!(gone(&["a"]), [] as [String; 0]);
        assert_eq!(gone(&["a", "b", "c"]), [] as [String; 0]);
    }

    #[test]
    fn a_file_that_cannot_be_read_is_left_as_it_is() {
        let mut bases = Bases::over(&[("86-vienne/lieux.json".into(), b"<<<<<<< HEAD".to_vec())]);
        assert_eq!(bases.broken, ["86-vienne/lieux.json"]);
        bases.put("86-vienne", "lieux", "acteurs/a", said("A"));
        assert_eq!(bases.outputs(), []);
    }

    #[test]
    fn versions_of_a_file_are_one_source() {
        for (file, name) in [
            ("lieux.csv", "lieux"),
            ("dossier/2027-01-01_Lieux (1).CSV", "lieux"),
            ("cartographie-nationale-20261126.json.gz", "cartographie-nationale"),
            ("86.csv", "86"),
            ("", "x"),
        ] {
            assert_eq!(stem(file), name);
        }
    }
}
