//! What tells an editor of text how records are written: Visual Studio Code with its YAML extension, and EditorConfig.

use serde_json::{Map, json};

use super::Starting;
use crate::schema::{FOLDER, schemas};

/// The files that set an editor up, below the folder that holds `content/`; one that is there already stays.
pub fn editor() -> Vec<Starting> {
    let shared = |path: &str, text: String| Starting { path: path.into(), text, shared: true };
    vec![
        shared(".vscode/settings.json", settings()),
        shared(".vscode/extensions.json", extensions()),
        shared(".editorconfig", CONFIG.into()),
    ]
}

/// Which schema speaks of which files; nothing is fetched from the network.
fn settings() -> String {
    let of: Map<String, serde_json::Value> = schemas()
        .into_iter()
        .filter(|schema| !schema.globs.is_empty())
        .map(|schema| (format!("./{FOLDER}/{}", schema.file), json!(schema.globs)))
        .collect();
    pretty(&json!({
        "yaml.schemas": of,
        "yaml.schemaStore.enable": false,
        "files.encoding": "utf8",
        "[yaml]": { "editor.insertSpaces": true, "editor.tabSize": 2, "editor.wordWrap": "on" },
    }))
}

fn extensions() -> String {
    pretty(&json!({ "recommendations": ["redhat.vscode-yaml", "editorconfig.editorconfig"] }))
}

fn pretty(value: &serde_json::Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

/// For every editor that knows EditorConfig: what a record written elsewhere must not become.
const CONFIG: &str = "\
# Écrit par jalon : beaucoup d’éditeurs lisent ce fichier et règlent ainsi l’écriture des fiches.
root = true

[*.{yaml,yml,md}]
charset = utf-8
insert_final_newline = true
indent_style = space
indent_size = 2
";
