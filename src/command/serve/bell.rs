//! Wakes the preview as soon as a file changes, where the system tells; elsewhere it looks often.

use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// How long the folders are left alone between two looks when the system tells of changes: some folders of a network
/// change without its knowing.
const TOLD: Duration = Duration::from_millis(500);
/// The same when it tells nothing.
const UNTOLD: Duration = Duration::from_millis(40);

/// Rings when something changed below some folders.
pub(super) struct Bell {
    rung: Receiver<()>,
    /// Kept, so that waiting lasts even where nobody rings.
    _ring: SyncSender<()>,
    watcher: Option<RecommendedWatcher>,
}

impl Bell {
    /// A bell that rings for changes below these folders; one that does not exist yet is looked at now and then.
    pub(super) fn over(folders: &[&Path]) -> Self {
        let (ring, rung) = sync_channel(1);
        let hand = ring.clone();
        let told = move |event: notify::Result<Event>| {
            if event.is_ok_and(|event| changes(event.kind)) {
                let _ = hand.try_send(());
            }
        };
        let mut watcher = notify::recommended_watcher(told).ok();
        for folder in folders.iter().filter(|folder| folder.is_dir()) {
            let watched = watcher.as_mut().map(|one| one.watch(folder, RecursiveMode::Recursive));
            if watched.is_some_and(|watched| watched.is_err()) {
                watcher = None;
            }
        }
        Self { rung, _ring: ring, watcher }
    }

    /// Waits for a change, at most as long as the folders may be left alone or `least`, whichever is longer.
    pub(super) fn wait(&self, least: Duration) {
        let longest = if self.watcher.is_some() { TOLD } else { UNTOLD };
        let _ = self.rung.recv_timeout(longest.max(least));
    }
}

/// Whether something may be other than before; files that are only read, by us among others, ring nothing.
fn changes(kind: EventKind) -> bool {
    !kind.is_access() || kind == EventKind::Access(AccessKind::Close(AccessMode::Write))
}
