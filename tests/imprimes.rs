//! Every printed product, judged by programs that are not ours: poppler and qpdf read what the press made.
//!
//! One small guide that holds every kind of thing is printed once; each judge has a planted fault that it must catch.
#![cfg(feature = "print")]
#![allow(missing_docs, clippy::disallowed_methods, clippy::panic, clippy::unwrap_used)]

mod support;

#[path = "imprimes/caches.rs"]
mod caches;
#[path = "imprimes/couleurs.rs"]
mod couleurs;
#[path = "imprimes/faute.rs"]
mod faute;
#[path = "imprimes/index.rs"]
mod index;
#[path = "imprimes/jumeaux.rs"]
mod jumeaux;
#[path = "imprimes/lettres.rs"]
mod lettres;
#[path = "imprimes/memes.rs"]
mod memes;
#[path = "imprimes/ordre.rs"]
mod ordre;
#[path = "imprimes/pages.rs"]
mod pages;
#[path = "imprimes/plies.rs"]
mod plies;
#[path = "imprimes/poppler.rs"]
mod poppler;
#[path = "imprimes/scene.rs"]
mod scene;
#[path = "imprimes/serre.rs"]
mod serre;
#[path = "imprimes/structure.rs"]
mod structure;
#[path = "imprimes/suite.rs"]
mod suite;
#[path = "imprimes/tournees.rs"]
mod tournees;
