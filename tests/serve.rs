//! The preview: pages as they would be published, anew after each change, for this computer only.
#![allow(missing_docs, clippy::disallowed_methods, clippy::unwrap_used)]

mod support;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use support::{Desk, TODAY};

const GOOD: &str = "nom: Relais du centre\ncommune: Poitiers\n";
const PAGE: &str = "/86-vienne/acteurs/relais.html";

/// A running preview, stopped with the value.
struct Preview {
    child: Child,
    port: u16,
}

impl Preview {
    fn of(desk: &Desk) -> Self {
        let mut child = desk
            .command(&["serve", "--port", "0", "--today", TODAY])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line =
            lines.find_map(|line| line.unwrap().strip_prefix("Aperçu : ").map(str::to_owned));
        let line = line.unwrap();
        let address = line.strip_suffix(" — Ctrl+C pour arrêter").unwrap();
        let port = address.strip_prefix("http://127.0.0.1:").unwrap().strip_suffix('/').unwrap();
        // What it says later is read, or it would stop at a full pipe.
        thread::spawn(move || lines.for_each(drop));
        Self { port: port.parse().unwrap(), child }
    }

    /// Sends a request as written and reads the whole answer.
    fn raw(&self, request: &str) -> Answer {
        raw(self.port, request)
    }

    fn get(&self, target: &str) -> Answer {
        get(self.port, target)
    }

    /// Asks again until the page is as wanted; a few seconds at most.
    fn until(&self, target: &str, wanted: impl Fn(&Answer) -> bool) -> Answer {
        let start = Instant::now();
        loop {
            let answer = self.get(target);
            if wanted(&answer) {
                return answer;
            }
            assert!(start.elapsed() < Duration::from_secs(10), "{answer:?}");
            thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[derive(Debug)]
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn has(&self, header: &str) -> bool {
        self.head.lines().any(|line| line == header)
    }

    /// What names the state that the page shows.
    fn mark(&self) -> &str {
        let (_, rest) = self.body.split_once("data-vu=\"").unwrap();
        rest.split_once('"').unwrap().0
    }
}

fn raw(port: u16, request: &str) -> Answer {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Answer { status, head: head.replace("\r\n", "\n"), body: body.to_owned() }
}

fn get(port: u16, target: &str) -> Answer {
    raw(
        port,
        &format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"),
    )
}

fn guide() -> Desk {
    Desk::with(&[("86-vienne/acteurs/relais.yaml", GOOD)])
}

/// The text between two marks, and the page without it.
fn cut(page: &str, start: &str, end: &str) -> (String, String) {
    let (before, rest) = page.split_once(start).unwrap();
    let (inside, after) = rest.split_once(end).unwrap();
    (inside.to_owned(), format!("{before}{after}"))
}

const POLICY: [&str; 2] = ["<meta http-equiv=\"Content-Security-Policy\" content=\"", "\">"];

#[test]
fn a_page_is_the_published_one_and_the_script_that_loads_it_again() {
    let desk = guide();
    let preview = Preview::of(&desk);
    assert!(!desk.path().join("output").exists(), "a preview publishes nothing");
    assert!(desk.build().status.success());
    for (target, file) in [
        ("/", "index.html"),
        ("/86-vienne/", "86-vienne/index.html"),
        (PAGE, &PAGE[1..]),
        ("/86-vienne/index.html?a=b", "86-vienne/index.html"),
    ] {
        let served = preview.get(target);
        assert_eq!(served.status, 200, "{target}");
        assert!(served.has("Content-Type: text/html; charset=utf-8"), "{}", served.head);
        assert!(served.has("Cache-Control: no-store"), "{}", served.head);
        let opening = format!("<script data-vu=\"{}\">", served.mark());
        let (script, page) = cut(&served.body, &opening, "</script>\n");
        let (policy, page) = cut(&page, POLICY[0], POLICY[1]);
        let (_, published) = cut(&desk.read(&format!("output/{file}")), POLICY[0], POLICY[1]);
        assert_eq!(page, published, "{target}");
        let hash = STANDARD.encode(Sha256::digest(&script));
        assert!(policy.contains(&format!("; script-src 'sha256-{hash}'")), "{policy}");
        assert!(policy.contains("; connect-src 'self'"), "{policy}");
    }
    let moved = preview.get("/86-vienne");
    assert_eq!((moved.status, moved.has("Location: /86-vienne/")), (302, true));
}

#[test]
fn only_this_computer_is_answered_and_only_to_read() {
    let desk = guide();
    let preview = Preview::of(&desk);
    let here = format!("127.0.0.1:{}", preview.port);
    let status = |method: &str, headers: &str| {
        preview.raw(&format!("{method} / HTTP/1.1\r\n{headers}Connection: close\r\n\r\n"))
    };
    for host in
        [here.clone(), format!("localhost:{}", preview.port), format!("[::1]:{}", preview.port)]
    {
        assert_eq!(status("GET", &format!("Host: {host}\r\n")).status, 200, "{host}");
    }
    for headers in [
        "Host: piege.example\r\n".to_owned(),
        format!("Host: piege.example:{}\r\n", preview.port),
        format!("Host: {here}\r\nHost: piege.example\r\n"),
        "Host: 127.0.0.1:1\r\n".to_owned(),
        String::new(),
    ] {
        let refused = status("GET", &headers);
        assert_eq!(refused.status, 403, "{headers}");
        assert!(!refused.body.contains("<html"), "{}", refused.body);
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let refused = status(method, &format!("Host: {here}\r\nContent-Length: 0\r\n"));
        assert_eq!((refused.status, refused.has("Allow: GET, HEAD")), (405, true), "{method}");
    }
    let head = status("HEAD", &format!("Host: {here}\r\n"));
    assert_eq!((head.status, head.body.as_str()), (200, ""));
}

#[test]
fn nothing_but_planned_sheets_is_found() {
    let desk = guide();
    desk.write("secret.txt", "sous le paillasson");
    desk.write("content/86-vienne/notes.txt", "sous le paillasson");
    let preview = Preview::of(&desk);
    assert!(desk.build().status.success());
    let (_, of_guide) = cut(&desk.read("output/86-vienne/404.html"), POLICY[0], POLICY[1]);
    let (_, of_site) = cut(&desk.read("output/404.html"), POLICY[0], POLICY[1]);
    for (target, lost) in [
        ("/../secret.txt", &of_site),
        ("/%2e%2e/secret.txt", &of_site),
        ("/..%2fsecret.txt", &of_site),
        ("//secret.txt", &of_site),
        ("/content/86-vienne/notes.txt", &of_site),
        ("/86-vienne/../../secret.txt", &of_guide),
        ("/86-vienne/acteurs/inconnu.html", &of_guide),
        ("/output/index.html", &of_site),
    ] {
        let answer = preview.get(target);
        assert_eq!(answer.status, 404, "{target}");
        let opening = format!("<script data-vu=\"{}\">", answer.mark());
        let (_, page) = cut(&answer.body, &opening, "</script>\n");
        assert_eq!(&cut(&page, POLICY[0], POLICY[1]).1, lost, "{target}");
    }
}

#[test]
fn an_open_page_hears_of_a_change_while_others_are_read() {
    let desk = guide();
    let preview = Preview::of(&desk);
    let mark = preview.get(PAGE).mark().to_owned();
    let question = format!("/.jalon/attendre?vu={mark}");
    let asked = Instant::now();
    assert_eq!(preview.get(&question).body, mark);
    assert!(asked.elapsed() > Duration::from_secs(1), "a question waits for its answer");
    let (port, again, seen) = (preview.port, question.clone(), mark.clone());
    let waiting = thread::spawn(move || {
        std::iter::repeat_with(|| get(port, &again)).take(5).find(|answer| answer.body != seen)
    });
    thread::sleep(Duration::from_millis(100));
    assert!(preview.get(PAGE).body.contains("Relais du centre"));
    assert!(!waiting.is_finished());
    desk.write("content/86-vienne/acteurs/relais.yaml", GOOD.replace("centre", "port"));
    let heard = waiting.join().unwrap().unwrap();
    assert_eq!(heard.status, 200);
    let page = preview.get(PAGE);
    assert_eq!(page.mark(), heard.body);
    assert!(page.body.contains("Relais du port") && !page.body.contains("Relais du centre"));
    // A page of before that asks late is told at once.
    assert_eq!(preview.get(&question).body, heard.body);
    desk.write("themes/86-vienne/style.css", "body{color:#111}");
    preview.until(PAGE, |page| page.body.contains("color:#111"));
    assert!(!desk.path().join("output").exists());
}

#[test]
fn a_mistake_is_told_above_the_last_good_page() {
    let desk = guide();
    let preview = Preview::of(&desk);
    let good = preview.get(PAGE).mark().to_owned();
    desk.write("content/86-vienne/acteurs/relais.yaml", format!("{GOOD}telphone: <05 & 06>\n"));
    let page = preview.until(PAGE, |page| page.mark() != good);
    assert_eq!(page.status, 200);
    assert!(page.body.contains("<h1>Relais du centre</h1>"), "{}", page.body);
    let (banner, _) =
        cut(&page.body, "<section class=\"jalon-apercu\" role=\"alert\">\n", "</section>");
    assert_eq!(
        banner,
        "<p><strong>Vos derniers changements ne sont pas montrés.</strong> Sous ce cadre : la dernière bonne version.</p>\n\
         <ol>\n\
         <li><p><strong>La clé « telphone » n’existe pas ici.</strong></p>\n\
         <p>content/86-vienne/acteurs/relais.yaml, ligne 3, colonne 1</p>\n\
         <pre><code><mark>telphone</mark>: &lt;05 &amp; 06&gt;</code></pre>\n\
         <p>À faire : Vouliez-vous dire « telephone » ?</p></li>\n\
         </ol>\n"
    );
    let (style, _) = cut(&page.body, "\n<style>\n", "</style>\n</head>");
    let hash = STANDARD.encode(Sha256::digest(format!("\n{style}")));
    let (policy, _) = cut(&page.body, POLICY[0], POLICY[1]);
    assert!(policy.contains(&format!("'sha256-{hash}'")), "{policy}");
    desk.write("content/86-vienne/acteurs/relais.yaml", GOOD);
    // The same content has the same mark, so the page is the one of before.
    let mended = preview.until(PAGE, |page| page.mark() == good);
    assert!(!mended.body.contains("jalon-apercu"));
}

#[test]
fn a_guide_that_was_never_good_shows_its_messages_until_it_is() {
    let desk = Desk::with(&[("86-vienne/acteurs/relais.yaml", "nom: Relais\ncommune: Poitier\n")]);
    let preview = Preview::of(&desk);
    let page = preview.get(PAGE);
    assert_eq!(page.status, 503);
    assert!(page.body.contains("<h1>Le guide ne peut pas encore être montré</h1>"));
    assert!(page.body.contains("acteurs/relais.yaml, ligne 2, colonne 10"), "{}", page.body);
    desk.write("content/86-vienne/acteurs/relais.yaml", GOOD);
    preview.until(PAGE, |page| page.status == 200 && page.body.contains("Relais du centre"));
}

#[test]
fn a_busy_address_is_explained() {
    let desk = guide();
    let first = Preview::of(&desk);
    let port = first.port.to_string();
    let second = desk.jalon(&["apercu", "--port", &port]);
    assert_eq!(second.status.code(), Some(1));
    let other = first.port.checked_add(1).unwrap_or(8086);
    assert_eq!(
        String::from_utf8(second.stderr).unwrap(),
        format!(
            "erreur[port-occupe]: L’adresse http://127.0.0.1:{port}/ sert déjà, peut-être à un autre aperçu.\n |\n \
             = à faire: Fermez l’autre programme, ou choisissez un autre numéro : jalon serve --port {other}\n\n"
        )
    );
    let misused = desk.jalon(&["serve", "--port", "beaucoup"]);
    assert_eq!(misused.status.code(), Some(2));
}

/// What a folder holds, as the preview names it.
fn seen(folder: &std::path::Path) -> jalon::source::Stamp {
    jalon::source::stamp(&[folder])
}

#[test]
fn content_has_one_name_and_only_files_that_changed_are_opened() {
    let (first, second) = (Desk::with(&[]), Desk::with(&[]));
    let file = first.path().join("content/86-vienne/acteurs/relais.yaml");
    for desk in [&first, &second] {
        desk.write("content/86-vienne/acteurs/relais.yaml", GOOD);
    }
    let content = first.path().join("content");
    let mut contents = jalon::source::Contents::default();
    let name = contents.look(&seen(&content));
    assert_eq!(
        name,
        jalon::source::Contents::default().look(&seen(&second.path().join("content")))
    );
    // Other bytes, of the same length and date: the file is not opened, so nothing is seen of them.
    let before = seen(&content);
    let date = std::fs::metadata(&file).unwrap().modified().unwrap();
    std::fs::write(&file, GOOD.replace("Relais", "Maison")).unwrap();
    std::fs::File::options().write(true).open(&file).unwrap().set_modified(date).unwrap();
    assert_eq!(contents.look(&seen(&content)), name);
    // A later date: it is opened, and the date of the change is told.
    let later = date + Duration::from_secs(5);
    std::fs::File::options().write(true).open(&file).unwrap().set_modified(later).unwrap();
    assert_ne!(contents.look(&seen(&content)), name);
    assert_eq!(seen(&content).newest_since(&before), Some(later));
    assert_eq!(before.newest_since(&before), None);
}
