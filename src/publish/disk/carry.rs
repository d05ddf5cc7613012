//! One file in two places: a second name where the disk allows it, else a copy that keeps date and rights.
#![allow(
    clippy::disallowed_methods,
    reason = "publish/ is the floor that writes: disk/ is where it touches the disk"
)]

use std::fs::{self, File, FileTimes, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::Path;

use super::{rename, system, temporary, with_folders};

/// Makes `to` the same file as `from`: a second name where the disk can, else a copy with its date and rights.
pub fn carry(from: &Path, to: &Path) -> io::Result<()> {
    match with_folders(to, || fs::hard_link(from, to)) {
        Err(error)
            if !matches!(
                error.kind(),
                ErrorKind::NotFound | ErrorKind::AlreadyExists | ErrorKind::StorageFull
            ) =>
        {
            with_folders(to, || copy(from, to))
        }
        result => result,
    }
}

/// Copies one file or link; pipes and sockets are refused, reading one could wait for ever.
pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let found = fs::symlink_metadata(from)?;
    if found.is_symlink() {
        return system::relink(&fs::read_link(from)?, to);
    }
    if !found.is_file() {
        return Err(ErrorKind::Unsupported.into());
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(to)?;
    io::copy(&mut File::open(from)?, &mut file)?;
    file.set_times(FileTimes::new().set_modified(found.modified()?))?;
    file.set_permissions(found.permissions())
}

/// Moves a file over another, by a copy beside where the two are on different disks.
pub fn transfer(from: &Path, to: &Path) -> io::Result<()> {
    match rename(from, to) {
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            let beside = temporary(to);
            copy(from, &beside).and_then(|()| fs::rename(&beside, to)).inspect_err(|_| {
                let _ = fs::remove_file(&beside);
            })?;
            fs::remove_file(from)
        }
        result => result,
    }
}

/// Gives `to` the rights and the group of `from`: both are folders or both files.
pub fn imitate(from: &Path, to: &Path) -> io::Result<()> {
    let (model, found) = (fs::metadata(from)?, fs::metadata(to)?);
    system::same_group(&model, &found, to)?;
    if model.permissions() != found.permissions() {
        fs::set_permissions(to, model.permissions())?;
    }
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::time::{Duration, SystemTime};

    #[test]
    fn a_copy_keeps_bytes_date_and_rights() {
        let scene = tempfile::tempdir().unwrap();
        let (from, to) = (scene.path().join("a"), scene.path().join("b"));
        fs::write(&from, "page").unwrap();
        let date = SystemTime::UNIX_EPOCH + Duration::new(1_000_000, 5_000);
        let times = FileTimes::new().set_modified(date);
        File::options().write(true).open(&from).unwrap().set_times(times).unwrap();
        fs::set_permissions(&from, PermissionsExt::from_mode(0o440)).unwrap();
        copy(&from, &to).unwrap();
        let copied = fs::metadata(&to).unwrap();
        assert_eq!(fs::read(&to).unwrap(), b"page");
        assert_eq!(copied.modified().unwrap(), date);
        assert_eq!(copied.permissions().mode() & 0o777, 0o440);
    }

    #[test]
    fn a_link_is_copied_as_a_link_and_a_socket_is_refused() {
        let scene = tempfile::tempdir().unwrap();
        let place = |name: &str| scene.path().join(name);
        symlink("nulle-part", place("lien")).unwrap();
        copy(&place("lien"), &place("autre")).unwrap();
        assert_eq!(fs::read_link(place("autre")).unwrap(), Path::new("nulle-part"));
        let _socket = std::os::unix::net::UnixListener::bind(place("prise")).unwrap();
        let refused = copy(&place("prise"), &place("b")).unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::Unsupported);
    }
}
