//! What each system names in its own way.
#![allow(
    clippy::disallowed_methods,
    reason = "publish/ is the floor that writes: disk/ is where it touches the disk"
)]

use std::fs::Metadata;
use std::io;
use std::path::Path;

/// Waits until what was written to the disk of this folder would survive a loss of power.
///
/// One call for all files: a call a file costs more than writing it.
#[cfg(target_os = "linux")]
pub fn settle(folder: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(std::fs::File::open(folder)?)?)
}

/// No cheap way is known on this system: the swap is then safe against a kill, not against a loss of power.
#[cfg(not(target_os = "linux"))]
pub fn settle(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Swaps two folders in one step.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
pub fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

/// This system has no such call.
#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
pub fn exchange(_one: &Path, _other: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Lets its owner remove what a folder holds: one that carried the rights of a read-only folder.
#[cfg(unix)]
pub fn open_up(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mut rights = std::fs::metadata(folder)?.permissions();
    if rights.mode() & 0o700 == 0o700 {
        return Ok(());
    }
    rights.set_mode(rights.mode() | 0o700);
    std::fs::set_permissions(folder, rights)
}

/// Rights of folders do not keep files from being removed here.
#[cfg(not(unix))]
pub fn open_up(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
pub fn same_group(model: &Metadata, found: &Metadata, to: &Path) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, chown};
    if model.gid() == found.gid() {
        return Ok(());
    }
    chown(to, None, Some(model.gid()))
}

#[cfg(not(unix))]
pub fn same_group(_model: &Metadata, _found: &Metadata, _to: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether two names are one file.
#[cfg(unix)]
pub fn same_file(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// Cannot be known here: dates decide.
#[cfg(not(unix))]
pub fn same_file(_one: &Metadata, _other: &Metadata) -> bool {
    false
}

#[cfg(unix)]
pub fn relink(target: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(target, to)
}

#[cfg(not(unix))]
pub fn relink(_target: &Path, _to: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether another disk or folder is mounted at this folder: such a folder cannot be moved.
#[cfg(target_os = "linux")]
pub fn is_mount(folder: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    statx(CWD, folder, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::empty())
        .is_ok_and(|found| found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

/// Another disk than the folder above has is mounted here.
#[cfg(all(unix, not(target_os = "linux")))]
pub fn is_mount(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let disk = |path: &Path| std::fs::symlink_metadata(path).map(|found| found.dev()).ok();
    folder.parent().is_some_and(|above| disk(above) != disk(folder))
}

/// Drives have letters here; the rare mounted folder makes the swap fail, which is handled.
#[cfg(not(unix))]
pub fn is_mount(_folder: &Path) -> bool {
    false
}

/// Whether a folder belongs to another user than the one who runs jalon.
#[cfg(unix)]
pub fn is_of_another(folder: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    folder.uid() != rustix::process::geteuid().as_raw()
}

/// Rights do not follow the owner here.
#[cfg(not(unix))]
pub fn is_of_another(_folder: &Metadata) -> bool {
    false
}
