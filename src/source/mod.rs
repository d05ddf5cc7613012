//! Files as texts: the content folder is read once, in order, and never written here.

mod decode;
mod portable;
mod stamp;
mod walk;
pub mod yaml;

pub use decode::decode;
pub use portable::portable;
pub use stamp::{Contents, Stamp, stamp};
pub use walk::{Entry, Folder, names, read_file, walk};
