//! Files as texts: the content folder is read once, in order, and never written here.

mod decode;
mod stamp;
mod walk;
pub mod yaml;

pub use decode::decode;
pub use stamp::{Stamp, stamp};
pub use walk::{Entry, Folder, read_file, walk};
