//! `.htaccess`: the rules of Apache for a folder, wherever it stands.

use std::fmt::Write as _;

use crate::theme::policy;

use super::types::{EXAMPLE, FRESH, HEADERS, PAGES, TYPES, any_of, texts};

/// The rules; of an example, robots keep nothing.
///
/// All are of one class (`FileInfo`): a host that allows no other reads them too. Whatever belongs to a module stands
/// inside its `<IfModule>`, so that a host without it leaves it out instead of failing.
pub(super) fn htaccess(example: bool) -> String {
    let mut out = String::from(
        "# Écrit par jalon à chaque construction : vos changements ici seraient perdus.\n\
         # Pour les hébergeurs qui emploient Apache. Il suffit qu’ils permettent « AllowOverride FileInfo ».\n",
    );
    types(&mut out);
    headers(&mut out, example);
    compression(&mut out);
    addresses(&mut out);
    out
}

fn types(out: &mut String) {
    *out += "\n<IfModule mod_mime.c>\n";
    for known in &TYPES {
        let mime = if known.text {
            format!("\"{}; charset=utf-8\"", known.mime)
        } else {
            known.mime.to_owned()
        };
        let _ = writeln!(out, "AddType {mime} .{}", known.end);
    }
    *out += "</IfModule>\n";
}

fn headers(out: &mut String, example: bool) {
    *out += "\n<IfModule mod_headers.c>\n";
    for (name, said) in HEADERS.iter().chain(example.then_some(&EXAMPLE)) {
        let _ = writeln!(out, "Header set {name} \"{said}\"");
    }
    let _ = writeln!(out, "Header set Cache-Control \"{PAGES}\"");
    for fresh in &FRESH {
        let ends = any_of(fresh.ends.iter().copied());
        let _ = writeln!(
            out,
            "<FilesMatch \"\\.({ends})(\\.(br|gz))?$\">\nHeader set Cache-Control \"{}\"\n</FilesMatch>",
            fresh.said
        );
    }
    let _ = writeln!(
        out,
        "<FilesMatch \"\\.html(\\.(br|gz))?$\">\nHeader set Content-Security-Policy \"{}\"\n\
         # Ce qui est fait pour les pages d’autres sites, comme celui d’une mairie.\n\
         Header set Content-Security-Policy \"{}\" \"expr=%{{REQUEST_URI}} =~ m#/{}#\"\n</FilesMatch>",
        policy::of_host(),
        policy::of_embedded(),
        policy::EMBEDDED
    );
    *out += "# Une page publiée demain ne doit pas manquer parce qu’elle manquait hier.\n\
             <FilesMatch \"^404\\.html(\\.(br|gz))?$\">\nHeader set Cache-Control \"no-cache\"\n</FilesMatch>\n\
             # Une page compressée au vol garde sa marque, pour qu’une page inchangée ne soit pas envoyée de nouveau.\n\
             RequestHeader edit* If-None-Match \"-(gzip|br)\\\"\" \"\\\"\"\n</IfModule>\n";
}

/// Files compressed beforehand are told by their ends; the others are compressed by Apache, where it can.
fn compression(out: &mut String) {
    let of_texts = any_of(texts().map(|known| known.end));
    *out += "\n# Fichiers compressés d’avance (jalon build --precompresse).\n";
    for known in texts() {
        let _ = writeln!(
            out,
            "<FilesMatch \"\\.{}\\.(br|gz)$\">\nForceType \"{}; charset=utf-8\"\n</FilesMatch>",
            known.end, known.mime
        );
    }
    // Some hosts take .br for Breton; what one folder removes comes back below it, so the language is said instead.
    let _ = write!(
        out,
        "<FilesMatch \"\\.({of_texts})\\.(br|gz)$\">\n\
         <IfModule mod_mime.c>\nAddLanguage fr .br\nAddEncoding br .br\nAddEncoding gzip .gz\n</IfModule>\n\
         <IfModule mod_env.c>\nSetEnv no-gzip 1\nSetEnv no-brotli 1\n</IfModule>\n\
         </FilesMatch>\n\
         <IfModule mod_headers.c>\n<FilesMatch \"\\.({of_texts})(\\.(br|gz))?$\">\n\
         Header merge Vary Accept-Encoding\n</FilesMatch>\n</IfModule>\n\
         <IfModule mod_filter.c>\n"
    );
    for (module, filter) in [("mod_brotli", "BROTLI_COMPRESS"), ("mod_deflate", "DEFLATE")] {
        let types = texts().map(|known| known.mime).collect::<Vec<_>>().join(" ");
        let _ = writeln!(
            out,
            "<IfModule {module}.c>\nAddOutputFilterByType {filter} {types}\n</IfModule>"
        );
    }
    *out += "</IfModule>\n";
}

/// Where this folder is is found at each request: the same rules hold at any address.
fn addresses(out: &mut String) {
    let of_texts = any_of(texts().map(|known| known.end));
    *out += "\n<IfModule mod_rewrite.c>\nRewriteEngine On\n\
             # L’adresse de ce dossier, quelle qu’elle soit.\n\
             RewriteCond %{REQUEST_URI}::$1 ^/(.*?)(.*)::\\2$\n\
             RewriteRule ^(.*)$ - [E=JALON:%1]\n";
    for (encoding, end) in [("br", "br"), ("gzip", "gz")] {
        let _ = write!(
            out,
            "RewriteCond %{{HTTP:Accept-Encoding}} (^|[\\s,]){encoding}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))(?=[\\s,;]|$)\n\
             RewriteCond %{{REQUEST_FILENAME}}.{end} -f\n\
             RewriteRule ^(.+\\.({of_texts}))$ /%{{ENV:JALON}}$1.{end} [L]\n"
        );
    }
    *out += "ErrorDocument 404 /%{reqenv:JALON}404.html\n</IfModule>\n";
}
