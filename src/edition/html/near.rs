//! How far something is, which way, in which département, and what must be gone round: in words.

use crate::guide::{Detour, Proche};
use crate::territory::{Point, direction};

use super::here::Here;

impl Here<'_> {
    /// « à 7 km »; « à moins d’un kilomètre ».
    pub(in crate::edition) fn kilometres(&self, km: f64) -> String {
        match km.round() {
            whole if whole < 1.0 => self.labels().word("loin.pres").to_owned(),
            whole => self.labels().say("loin.km", &[("km", &format!("{whole}"))]),
        }
    }

    /// « à 7 km au nord-est »; which way says nothing within a kilometre.
    pub(in crate::edition) fn vers(&self, from: Point, near: &Proche<'_>) -> String {
        let far = self.kilometres(near.km);
        if near.km.round() < 1.0 {
            return far;
        }
        let way = direction(from, near.point);
        self.labels().say("loin.avec_direction", &[("loin", &far), ("direction", way)])
    }

    /// « en Charente » for what is in another département than that of this guide.
    pub(in crate::edition) fn departement_of(&self, near: &Proche<'_>) -> Option<&'static str> {
        (near.at.guide != self.index)
            .then(|| self.world.guides.guides[near.at.guide].departement.dans_nom)
    }

    /// « Entre les deux : l’estuaire de la Gironde. Au moins 184 km, par le pont d’Aquitaine. »
    pub(in crate::edition) fn contourner(&self, detour: &Detour<'_>) -> String {
        let nom = crate::text::typography(&detour.obstacle.nom);
        match detour.par {
            Some((traversee, km)) => self.labels().say(
                "loin.contourner",
                &[
                    ("obstacle", &nom),
                    ("km", &format!("{}", km.round())),
                    ("traversee", &crate::text::typography(&traversee.nom)),
                ],
            ),
            None => self.labels().say("loin.traverser", &[("obstacle", &nom)]),
        }
    }
}
