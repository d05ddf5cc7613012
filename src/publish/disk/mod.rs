//! The few things jalon does to a disk: nothing else in the program writes, moves or removes.
//!
//! Each speaks of one file or folder and answers with the system's own error; the callers say it in French.
#![allow(
    clippy::disallowed_methods,
    reason = "publish/ is the floor that writes: disk/ is where it touches the disk"
)]

mod carry;
mod system;

pub use carry::{carry, imitate, transfer};
pub use system::{exchange, is_mount, is_of_another, open_up, same_file, settle};

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Bytes read at once when two files are compared: most pages fit.
const CHUNK: usize = 64 * 1024;

/// What stands at `path`, links not followed; `None` where there is nothing.
pub fn look(path: &Path) -> io::Result<Option<Metadata>> {
    match fs::symlink_metadata(path) {
        Ok(found) => Ok(Some(found)),
        Err(error) if is_absence(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether a folder can be written by whoever has the right to: a read-only one cannot be moved.
pub fn is_open(folder: &Path) -> bool {
    matches!(look(folder), Ok(Some(found)) if !found.permissions().readonly())
}

/// Whether an error only says that there is nothing at a path.
fn is_absence(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// Whether `path` is a regular file that holds exactly these bytes.
pub fn holds(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    match look(path)? {
        Some(found) if found.is_file() && found.len() == bytes.len() as u64 => {
            same_bytes(File::open(path)?, bytes)
        }
        _ => Ok(false),
    }
}

/// Whether two files hold the same bytes.
pub fn same(one: &Path, other: &Path) -> io::Result<bool> {
    holds(one, &fs::read(other)?)
}

/// Reads on until the first difference.
fn same_bytes(mut file: impl Read, mut bytes: &[u8]) -> io::Result<bool> {
    let mut chunk = vec![0; CHUNK.min(bytes.len() + 1)];
    loop {
        let length = match file.read(&mut chunk) {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            length => length?,
        };
        match bytes.split_at_checked(length) {
            _ if length == 0 => return Ok(bytes.is_empty()),
            Some((here, rest)) if here == &chunk[..length] => bytes = rest,
            _ => return Ok(false),
        }
    }
}

/// The text of a file; `None` where there is none.
pub fn text(path: &Path) -> io::Result<Option<String>> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if is_absence(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The bytes of a regular file; `None` where there is none.
pub fn bytes(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match look(path)? {
        Some(found) if found.is_file() => fs::read(path).map(Some),
        _ => Ok(None),
    }
}

/// Writes a file that must not exist yet, and the folders above it.
///
/// A file that could not be written whole is removed.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file =
        with_folders(path, || OpenOptions::new().write(true).create_new(true).open(path))?;
    file.write_all(bytes).inspect_err(|_| {
        let _ = fs::remove_file(path);
    })
}

/// Tries, and only where a folder is missing makes the folders above `path` and tries again.
///
/// This costs nothing but one failed call per folder: no set of known folders is kept or locked.
fn with_folders<T>(path: &Path, attempt: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match attempt() {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(path.parent().unwrap_or(path))?;
            attempt()
        }
        result => result,
    }
}

/// Makes a folder and those above it; one that is there already is fine.
pub fn folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

/// Moves a file or folder; a file at `to` gives way in one step.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    with_folders(to, || fs::rename(from, to))
}

/// A dot name beside `path` that no other run or thread uses.
pub fn temporary(path: &Path) -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    path.with_file_name(format!(".jalon-{}-{count}", std::process::id()))
}

/// Gives a second name to a file; fails with `AlreadyExists` where something stands there.
pub fn link(from: &Path, to: &Path) -> io::Result<()> {
    fs::hard_link(from, to)
}

/// Removes one file or link; the target of a link is not touched.
pub fn remove(path: &Path) -> io::Result<()> {
    fs::remove_file(path)
}

/// Removes a folder that is empty.
pub fn remove_empty(path: &Path) -> io::Result<()> {
    fs::remove_dir(path)
}

/// Removes a folder and all it holds, links not followed; nothing there is fine.
pub fn remove_tree(path: &Path) -> io::Result<()> {
    match look(path)? {
        None => Ok(()),
        Some(found) if found.is_dir() => match fs::remove_dir_all(path) {
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                open_all(path)?;
                fs::remove_dir_all(path)
            }
            removed => removed,
        },
        Some(_) => fs::remove_file(path),
    }
}

/// Opens a folder of ours and all those in it, links not followed.
fn open_all(folder: &Path) -> io::Result<()> {
    open_up(folder)?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            open_all(&entry.path())?;
        }
    }
    Ok(())
}

/// Waits until one file would survive a loss of power.
pub fn settle_file(path: &Path) -> io::Result<()> {
    OpenOptions::new().write(true).open(path)?.sync_data()
}
