//! Settings for servers that read none in the published folder: nginx, IIS. They are for whoever runs one, not for readers.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::address::Address;
use crate::text::escaped;
use crate::theme::policy;

use super::types::{FRESH, HEADERS, PAGES, TYPES, any_of, texts};

/// What is to stand in a `location` of nginx, whatever its address, for a folder that holds these files.
pub fn nginx(published: &[Address]) -> String {
    let mut out = String::from(
        "# Écrit par « jalon envoi » pour nginx. Copiez ce fichier en /etc/nginx/jalon.conf, puis écrivez dans le bloc\n\
         # « server » de votre site, avec l’adresse du guide aux deux endroits (/ s’il est à la racine) :\n\
         #\n\
         #     location /guide/ {\n\
         #         set $jalon /guide/;\n\
         #         include /etc/nginx/jalon.conf;\n\
         #     }\n\n\
         index index.html;\ncharset utf-8;\n",
    );
    let others = texts()
        .map(|known| known.mime)
        .filter(|mime| *mime != "text/html")
        .collect::<Vec<_>>()
        .join(" ");
    let _ = writeln!(out, "charset_types {others};\ntypes {{");
    for known in &TYPES {
        let _ = writeln!(out, "    {} {};", known.mime, known.end);
    }
    let _ =
        writeln!(out, "}}\n\ngzip on;\ngzip_vary on;\ngzip_min_length 256;\ngzip_types {others};");
    if published.iter().any(|address| address.unpacked().is_some()) {
        out += "gzip_static on;\n# Si votre nginx a le module brotli, enlevez le # de la ligne suivante.\n# brotli_static on;\n";
    }
    kept(&mut out);
    errors(&mut out, published);
    out
}

/// What is sent with each file, and how long it is kept.
fn kept(out: &mut String) {
    let _ = writeln!(out, "\nset $jalon_garde \"{PAGES}\";");
    for fresh in &FRESH {
        let ends = any_of(fresh.ends.iter().copied());
        let _ = writeln!(
            out,
            "if ($uri ~ \"\\.({ends})$\") {{ set $jalon_garde \"{}\"; }}",
            fresh.said
        );
    }
    let _ = writeln!(
        out,
        "set $jalon_regles \"\";\nif ($uri ~ \"(\\.html|/)$\") {{ set $jalon_regles \"{}\"; }}\n\
         # Ce qui est fait pour les pages d’autres sites, comme celui d’une mairie.\n\
         if ($uri ~ \"/{}.*\\.html$\") {{ set $jalon_regles \"{}\"; }}",
        policy::of_host(),
        policy::EMBEDDED,
        policy::of_embedded()
    );
    out.push_str("add_header Cache-Control $jalon_garde;\nadd_header Content-Security-Policy $jalon_regles;\n");
    for (name, said) in HEADERS {
        let _ = writeln!(out, "add_header {name} \"{said}\";");
    }
}

/// A wrong address leads to the page of its guide, or to that of the site.
fn errors(out: &mut String, published: &[Address]) {
    out.push_str("\nset $jalon_404 \"${jalon}404.html\";\n");
    let folders = published.iter().filter_map(|address| address.as_str().strip_suffix("/404.html"));
    for folder in folders {
        let _ = writeln!(
            out,
            "if ($uri ~ \"/{folder}/\") {{ set $jalon_404 \"${{jalon}}{folder}/404.html\"; }}"
        );
    }
    out.push_str("error_page 404 $jalon_404;\n");
}

/// A `web.config` for IIS: without it, IIS refuses files whose types it does not know, such as calendars.
///
/// What any site may show is told folder by folder, where there is one.
pub fn iis(published: &[Address]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!-- Écrit par « jalon envoi » pour IIS. Copiez ce fichier dans le dossier du guide, sur le serveur. -->\n\
         <configuration>\n  <system.webServer>\n    <staticContent>\n",
    );
    for known in &TYPES {
        let charset = if known.text { "; charset=utf-8" } else { "" };
        let _ = writeln!(
            out,
            "      <remove fileExtension=\".{end}\" />\n      <mimeMap fileExtension=\".{end}\" mimeType=\"{}{charset}\" />",
            known.mime,
            end = known.end
        );
    }
    out += "    </staticContent>\n    <httpProtocol>\n      <customHeaders>\n";
    let policy = policy::of_host();
    let all = [("Cache-Control", PAGES), ("Content-Security-Policy", policy.as_str())];
    for (name, said) in all.iter().chain(&HEADERS) {
        let _ = writeln!(
            out,
            "        <remove name=\"{name}\" />\n        <add name=\"{name}\" value=\"{}\" />",
            escaped(said)
        );
    }
    out += "      </customHeaders>\n    </httpProtocol>\n  </system.webServer>\n";
    for folder in embedded(published) {
        let _ = write!(
            out,
            "  <location path=\"{folder}\">\n    <system.webServer>\n      <httpProtocol>\n        <customHeaders>\n\
             \x20         <remove name=\"Content-Security-Policy\" />\n\
             \x20         <add name=\"Content-Security-Policy\" value=\"{}\" />\n\
             \x20       </customHeaders>\n      </httpProtocol>\n    </system.webServer>\n  </location>\n",
            escaped(&policy::of_embedded())
        );
    }
    out + "</configuration>\n"
}

/// The folders of what any site may show.
fn embedded(published: &[Address]) -> BTreeSet<&str> {
    let all = published.iter().map(Address::as_str).filter(|address| policy::is_embedded(address));
    all.filter_map(|address| Some(address.rsplit_once('/')?.0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_any_site_may_show_is_told_by_its_folder() {
        let page = |path: &str| Address::new(path).expect("an address");
        let all = [
            "86-vienne/hors-ligne/encarts/b.html",
            "86-vienne/hors-ligne/encarts/a.html",
            "a.html",
        ];
        let told = iis(&all.map(page));
        let (before, after) = told.split_once("  <location").expect("a location");
        let whole = iis(&[page("a.html")]);
        assert_eq!(format!("{before}</configuration>\n"), whole);
        assert_eq!(
            after,
            " path=\"86-vienne/hors-ligne/encarts\">\n    <system.webServer>\n      <httpProtocol>\n        <customHeaders>\n          \
             <remove name=\"Content-Security-Policy\" />\n          <add name=\"Content-Security-Policy\" value=\"default-src 'self'; \
             style-src 'unsafe-inline'; script-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; \
             frame-ancestors *\" />\n        </customHeaders>\n      </httpProtocol>\n    </system.webServer>\n  </location>\n</configuration>\n"
        );
    }
}
