//! The need that cannot wait.

use serde::Serialize;

/// What the page « J’ai une démarche urgente » says, and which places may stand on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Urgence {
    /// Its name in addresses.
    pub slug: &'static str,
    /// The first button of the home page.
    pub title: &'static str,
    /// What this page is, in two sentences.
    pub what: [&'static str; 2],
    /// What to do, each one sentence.
    pub advice: &'static [&'static str],
    /// The one service that makes a place eligible.
    pub service: &'static str,
    /// The programme that alone makes no place eligible: it teaches, it is not there to do.
    pub never_alone: &'static str,
}

/// « J’ai une démarche urgente »: places are listed surest first by whoever lists them.
pub static URGENCE: Urgence = Urgence {
    slug: "urgence",
    title: "J’ai une démarche urgente",
    what: [
        "Un papier à rendre, une aide arrêtée, une date qui approche : ne restez pas sans aide.",
        "Voici les lieux qui aident pour les démarches, d’abord ceux où l’on vient sans rendez-vous.",
    ],
    advice: &[
        "Appelez avant de partir, et dites la date limite dès le début.",
        "Apportez le courrier, une pièce d’identité et votre téléphone chargé : il peut recevoir un code.",
        "Tapez vous-même vos mots de passe quand vous le pouvez, et ne les laissez à personne.",
        "Si quelqu’un agit à votre place, demandez un accord écrit et gardez-en une copie.",
        "Demandez une preuve : une copie, un accusé de réception ou un numéro de dossier.",
        "Trop tard pour venir ? Téléphonez à l’administration et notez le jour, l’heure et le nom.",
    ],
    service: "Aide aux démarches administratives",
    never_alone: "Conseillers numériques",
};
