//! What a request is answered: only what is planned, only to this computer, only to be read.

use std::sync::Arc;

use crate::address::Address;
use crate::build::Ready;

use super::kind::kind;
use super::page;
use super::shown::Shown;

/// Where an open page waits for a change; no sheet has such an address.
pub(super) const WAIT: &str = "/.jalon/attendre?vu=";

/// A request, as far as it matters.
pub(super) struct Asked<'a> {
    /// `GET`, `HEAD`…
    pub method: String,
    /// Every `Host` header.
    pub hosts: Vec<&'a str>,
    /// Path and query, as sent.
    pub target: &'a str,
}

/// What becomes of a request.
pub(super) enum Answer {
    /// It is answered at once.
    Send(Sent),
    /// It is answered when something else is shown than what has this mark.
    Wait(String),
}

/// An answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Sent {
    /// HTTP status.
    pub status: u16,
    /// Content type.
    pub kind: &'static str,
    /// One header that this answer needs.
    pub header: Option<(&'static str, String)>,
    /// Content.
    pub body: Vec<u8>,
}

impl Sent {
    /// A sentence.
    pub(super) fn text(status: u16, text: impl Into<String>) -> Self {
        let body = text.into().into_bytes();
        Self { status, kind: "text/plain; charset=utf-8", header: None, body }
    }
}

/// Answers a request.
pub(super) fn answer(asked: &Asked<'_>, port: u16, shown: &Shown) -> Answer {
    if !is_ours(&asked.hosts, port) {
        let here =
            format!("Cet aperçu ne se lit que sur cet ordinateur : http://127.0.0.1:{port}/\n");
        return Answer::Send(Sent::text(403, here));
    }
    if !["GET", "HEAD"].contains(&asked.method.as_str()) {
        let mut refusal = Sent::text(405, "L’aperçu ne fait que montrer des pages.\n");
        refusal.header = Some(("Allow", "GET, HEAD".into()));
        return Answer::Send(refusal);
    }
    if let Some(mark) = asked.target.strip_prefix(WAIT) {
        return Answer::Wait(mark.to_owned());
    }
    Answer::Send(match &shown.pages {
        Some(pages) => planned(pages, asked.target, shown),
        None => html(503, page::only_messages(shown)),
    })
}

/// Whether the browser was led here by our own name: another name that leads to this computer is a trap
/// (DNS rebinding).
fn is_ours(hosts: &[&str], port: u16) -> bool {
    let [host] = hosts else { return false };
    let host = host.to_ascii_lowercase();
    let name = match host.strip_suffix(&format!(":{port}")) {
        None if port == 80 => &host,
        None => return false,
        Some(name) => name,
    };
    ["localhost", "127.0.0.1", "[::1]"].contains(&name)
}

/// The sheet at a path: looked up by its name among those that were made, never on the disk.
fn planned(pages: &Ready, target: &str, shown: &Shown) -> Sent {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let Some(path) = path.strip_prefix('/') else { return lost(pages, "", shown) };
    let file = match path {
        "" => "index.html".to_owned(),
        folder if folder.ends_with('/') => format!("{folder}index.html"),
        file => file.to_owned(),
    };
    if let Some(bytes) = find(pages, &file) {
        return sheet(200, &file, &bytes, shown);
    }
    if Address::new(format!("{file}/index.html")).is_ok_and(|address| pages.holds(&address)) {
        let mut moved = Sent::text(302, "");
        moved.header = Some(("Location", format!("/{file}/")));
        return moved;
    }
    lost(pages, &file, shown)
}

/// The page for wrong addresses of the nearest folder above, as a host would show it.
fn lost(pages: &Ready, file: &str, shown: &Shown) -> Sent {
    let folders = file.match_indices('/').map(|(at, _)| &file[..=at]);
    let mut above: Vec<&str> = std::iter::once("").chain(folders).collect();
    above.reverse();
    let found = above.into_iter().find_map(|folder| find(pages, &format!("{folder}404.html")));
    match found {
        Some(bytes) => sheet(404, "404.html", &bytes, shown),
        None => Sent::text(404, "Cette page n’existe pas.\n"),
    }
}

fn find(pages: &Ready, path: &str) -> Option<Arc<Vec<u8>>> {
    pages.sheet(&Address::new(path).ok()?)
}

/// A sheet as it was made; pages get the banner and the script that loads them again.
fn sheet(status: u16, file: &str, bytes: &[u8], shown: &Shown) -> Sent {
    match std::str::from_utf8(bytes) {
        Ok(text) if file.ends_with(".html") => html(status, page::with_preview(text, shown)),
        _ => Sent { status, kind: kind(file), header: None, body: bytes.to_vec() },
    }
}

fn html(status: u16, text: String) -> Sent {
    Sent { status, kind: "text/html; charset=utf-8", header: None, body: text.into_bytes() }
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn only_our_own_names_lead_here() {
        for host in ["localhost:8086", "127.0.0.1:8086", "[::1]:8086", "LOCALHOST:8086"] {
            assert!(is_ours(&[host], 8086), "{host}");
        }
        for host in ["localhost", "127.0.0.1:80", "a.example:8086", "127.0.0.1.a.example:8086", ""]
        {
            assert!(!is_ours(&[host], 8086), "{host}");
        }
        assert!(!is_ours(&[], 8086));
        assert!(!is_ours(&["localhost:8086", "a.example"], 8086));
        assert!(is_ours(&["localhost"], 80));
    }
}
