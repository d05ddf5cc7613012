//! The needs of the home page, in its order, and the one that only has a page.

mod demarches;
mod materiel;
mod savoirs;

use super::besoin::Besoin;
use demarches::{CHERCHER_UN_TRAVAIL, FAIRE_UNE_DEMARCHE};
use materiel::{FIN_2G_3G, INTERNET_A_LA_MAISON, M_EQUIPER, UTILISER_SUR_PLACE};
use savoirs::{AIDER_MES_ENFANTS, APPRENDRE, CREER_ET_COMPRENDRE, ME_PROTEGER};

/// Every need. Each of the nine services answers at least one of those on the home page.
pub static BESOINS: [Besoin; 10] = [
    FAIRE_UNE_DEMARCHE,
    APPRENDRE,
    UTILISER_SUR_PLACE,
    M_EQUIPER,
    INTERNET_A_LA_MAISON,
    ME_PROTEGER,
    CHERCHER_UN_TRAVAIL,
    AIDER_MES_ENFANTS,
    CREER_ET_COMPRENDRE,
    FIN_2G_3G,
];
