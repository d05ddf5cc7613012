//! Every commune of France with what surrounds it: names, codes, EPCI, départements, distances.
//!
//! The tables are embedded (`data/`, made by `data/refresh.py`, described in `docs/donnees.md`) and
//! unpacked the first time something asks for them; each index is built when first asked for.

mod arrondissement;
mod cells;
mod commune;
mod contours;
mod crossing;
mod departement;
mod epci;
mod find;
mod fuseau;
mod grid;
mod key;
mod named;
mod names;
mod nearby;
mod other_names;
mod packed;
mod point;
mod region;
mod unfound;

pub use arrondissement::{ArrondissementMunicipal, arrondissement, arrondissements};
pub use commune::{
    Commune, commune, commune_of_code, communes, communes_of_departement, communes_of_epci,
    communes_with_postal_code,
};
pub use contours::{Contour, contour_departement, contour_departements, contour_epci, silhouette};
pub use crossing::crosses;
pub use departement::{Departement, Zone, departement, departements};
pub use epci::{Epci, Nature, epci, epci_named, epcis, epcis_of_departement};
pub use find::find;
pub use fuseau::{Bascule, Ete, Fuseau, Heure};
pub use grid::{Grid, Near};
pub use named::{Named, communes_named};
pub use names::{a_nom, de_nom};
pub use nearby::nearest_communes;
pub use other_names::{OtherName, Status};
pub use point::{Point, direction, distance_km};
pub use region::{Region, region, regions};
pub use unfound::Unfound;
