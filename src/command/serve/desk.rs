//! Where requests come in and answers go out; pages that wait for a change are kept until it comes.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::{Duration, Instant};

use tiny_http::{Header, Request, Response, Server};

use super::answer::{Answer, Asked, Sent, answer};
use super::shown::{Shown, State};
use crate::build::Ready;
use crate::diagnostic::Diagnostic;

/// How long a page waits before it is told that nothing changed: a closed one is then forgotten, and a browser that
/// shows many pages at once, with few lines to a server, gets its turn.
const PATIENCE: Duration = Duration::from_secs(2);

/// What all threads share.
pub(super) struct Desk {
    port: u16,
    shown: RwLock<Arc<Shown>>,
    waiting: Mutex<Vec<Waiting>>,
    open: AtomicBool,
}

/// An open page that waits for a change.
struct Waiting {
    request: Request,
    /// The mark of what it shows.
    mark: String,
    since: Instant,
}

impl Desk {
    /// A desk that has nothing to show yet.
    pub(super) fn new(port: u16) -> Self {
        Self {
            port,
            shown: RwLock::default(),
            waiting: Mutex::default(),
            open: AtomicBool::new(true),
        }
    }

    /// Whether requests still come in.
    pub(super) fn is_open(&self) -> bool {
        self.open.load(Ordering::Relaxed)
    }

    /// Answers requests until the system gives none any more.
    pub(super) fn receive(&self, server: &Server) {
        while let Ok(request) = server.recv() {
            self.take(request);
        }
        self.open.store(false, Ordering::Relaxed);
    }

    /// Whether these messages were not said the last time.
    pub(super) fn is_news(&self, said: &[Diagnostic]) -> bool {
        self.shown().said != said
    }

    /// Shows a new guide, or the old one with messages; `content` names what was read.
    pub(super) fn show(&self, pages: Option<Ready>, said: Vec<Diagnostic>, content: &str) {
        self.put(self.shown().after(pages, said, content));
    }

    /// What is shown now, when it is a guide whose pages nobody inspected yet.
    pub(super) fn to_inspect(&self) -> Option<Arc<Shown>> {
        Some(self.shown()).filter(|shown| shown.state == State::Good && shown.pages.is_some())
    }

    /// Shows what an inspection of some pages found, unless others are shown by now.
    pub(super) fn inspected(&self, of: &Arc<Shown>, found: Vec<Diagnostic>) {
        if Arc::ptr_eq(of, &self.shown())
            && let Some(shown) = of.inspected(found)
        {
            self.put(shown);
        }
    }

    fn put(&self, shown: Shown) {
        let mut place = self.shown.write().unwrap_or_else(PoisonError::into_inner);
        let old = std::mem::replace(&mut *place, Arc::new(shown));
        drop(place);
        // A whole guide takes a while to be forgotten: pages do not wait for it.
        rayon::spawn(move || drop(old));
    }

    /// Answers the pages that show something else than what there is now, and those that waited long.
    pub(super) fn wake(&self) {
        let mark = self.shown().mark.clone();
        let mut waiting = self.waiting();
        let (done, left) = std::mem::take(&mut *waiting)
            .into_iter()
            .partition(|page: &Waiting| page.mark != mark || page.since.elapsed() > PATIENCE);
        *waiting = left;
        drop(waiting);
        for page in done {
            send(page.request, Sent::text(200, mark.clone()));
        }
    }

    fn take(&self, request: Request) {
        let shown = self.shown();
        match answer(&asked(&request), self.port, &shown) {
            Answer::Send(sent) => send(request, sent),
            Answer::Wait(mark) => {
                self.waiting().push(Waiting { request, mark, since: Instant::now() });
            }
        }
    }

    fn shown(&self) -> Arc<Shown> {
        Arc::clone(&self.shown.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn waiting(&self) -> MutexGuard<'_, Vec<Waiting>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn asked(request: &Request) -> Asked<'_> {
    let hosts = request.headers().iter().filter(|header| header.field.equiv("Host"));
    Asked {
        method: request.method().to_string(),
        hosts: hosts.map(|header| header.value.as_str()).collect(),
        target: request.url(),
    }
}

/// Sends an answer; a browser that went away is nobody's mistake.
fn send(request: Request, sent: Sent) {
    let headers = [
        ("Content-Type", sent.kind.to_owned()),
        ("Cache-Control", "no-store".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
    ];
    let mut response = Response::from_data(sent.body).with_status_code(sent.status);
    for (name, value) in headers.into_iter().chain(sent.header) {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    let _ = request.respond(response);
}
