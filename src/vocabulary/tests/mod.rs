//! What guides rely on in the lists.

mod lists;
mod needs;
mod texts;
