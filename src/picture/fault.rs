//! Why nothing can be made of a file, in French.

use super::{HEAVIEST, fit, read};

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing that this program reads.
    Unknown,
    /// A file of an iPhone, or an AVIF.
    Heif,
    /// A drawing made of lines.
    Svg,
    /// It is cut or damaged.
    Broken,
    /// More pixels than memory should be given for.
    Huge {
        /// Pixels wide.
        width: u32,
        /// Pixels high.
        height: u32,
    },
    /// Too rich in details: bytes at the lowest quality.
    Heavy {
        /// Bytes.
        bytes: usize,
    },
}

impl Fault {
    /// The code of what is said.
    pub fn code(self) -> &'static str {
        match self {
            Self::Heavy { .. } => "image-trop-lourde",
            _ => "image-illisible",
        }
    }

    /// What is wrong.
    pub fn message(self) -> String {
        match self {
            Self::Unknown => "Ce fichier n’est pas une image que jalon sait lire.".into(),
            Self::Heif => "C’est une image HEIC ou AVIF, que jalon ne sait pas lire.".into(),
            Self::Svg => "C’est un dessin SVG : jalon n’en publie pas, car ces fichiers peuvent contenir des programmes.".into(),
            Self::Broken => "Cette image est coupée ou abîmée : elle ne se lit pas jusqu’au bout.".into(),
            Self::Huge { width, height } => format!(
                "Cette image a {width} × {height} pixels ; jalon en lit {} millions au plus.",
                read::MOST_PIXELS / 1_000_000
            ),
            Self::Heavy { bytes } => format!(
                "Cette image pèse encore {} ko une fois réduite, à la qualité {} sur 100 ; la limite est {} ko.",
                bytes.div_ceil(1_000),
                fit::LOWEST,
                HEAVIEST / 1_000
            ),
        }
    }

    /// What to do.
    pub fn remedy(self) -> &'static str {
        match self {
            Self::Unknown => {
                "Enregistrez-la en JPEG (photo) ou en PNG (dessin) depuis un logiciel d’images."
            }
            Self::Heif => {
                "Enregistrez-la en JPEG ; sur un iPhone : Réglages, Appareil photo, Formats, « Le plus compatible »."
            }
            Self::Svg => {
                "Exportez-le en PNG, large de 480 pixels, depuis le logiciel qui l’a fait."
            }
            Self::Broken => {
                "Copiez-la à nouveau depuis l’appareil, ou enregistrez-la en JPEG depuis un logiciel d’images."
            }
            Self::Huge { .. } => {
                "Réduisez-la : 2 000 pixels de large suffisent, jalon en montre 480 au plus."
            }
            Self::Heavy { .. } => {
                "Recadrez-la sur ce qu’il faut voir (la porte, l’enseigne), ou prenez-la devant un fond plus simple : les feuillages, les graviers et les foules pèsent le plus."
            }
        }
    }
}
