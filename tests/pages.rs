//! The pages of a guide beyond places and events, and those above the guides, each on a small content.
#![allow(missing_docs, clippy::disallowed_methods, clippy::panic, clippy::unwrap_used)]

mod reading;
mod support;

#[path = "pages/accessibilite.rs"]
mod accessibilite;
#[path = "pages/ailleurs.rs"]
mod ailleurs;
#[path = "pages/cartes.rs"]
mod cartes;
#[path = "pages/communes.rs"]
mod communes;
#[path = "pages/contribuer.rs"]
mod contribuer;
#[path = "pages/dispositifs.rs"]
mod dispositifs;
#[path = "pages/donnees.rs"]
mod donnees;
#[path = "pages/evenements.rs"]
mod evenements;
#[path = "pages/intercommunalites.rs"]
mod intercommunalites;
#[path = "pages/moteurs.rs"]
mod moteurs;
#[path = "pages/mots.rs"]
mod mots;
#[path = "pages/perissable.rs"]
mod perissable;
#[path = "pages/site.rs"]
mod site;
#[path = "pages/territoires.rs"]
mod territoires;
#[path = "pages/tournees.rs"]
mod tournees;
