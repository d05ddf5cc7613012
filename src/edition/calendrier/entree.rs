//! One calendar file: its head, its time zone, and an entry (`VEVENT`) for each thing at its hours.

use jiff::{ToSpan, civil::Time};

use crate::address::Address;
use crate::calendar::{self, DAY, Date};
use crate::guide::{Guide, Occurrence, Quoi, Ref};
use crate::plan::{About, Fixed, Scope};
use crate::record::Quand;
use crate::record::acteur::Changement;

use super::annonce::{Annonce, Crieur};
use super::lines::Lines;
use super::nom::{self, Noms, clock};
use super::serie::{Fois, of as series};
use super::zone;

/// Days without hours, or hours of one day that may end on the next.
struct Moment {
    /// With its parameters: `;TZID=Europe/Paris`.
    sorte: String,
    debut: String,
    fin: String,
}

/// A calendar file being written.
pub(super) struct Fichier<'a> {
    crieur: Crieur<'a>,
    nom: String,
    address: &'a Address,
    /// The last day it knows of.
    jusqu_au: Date,
    /// UIDs already given: two stops of one name at one hour are two entries.
    noms: Noms,
}

impl<'a> Fichier<'a> {
    pub fn new(crieur: Crieur<'a>, nom: String, address: &'a Address, jusqu_au: Date) -> Self {
        let noms = Noms::new(&crieur.world.guides.guides[crieur.guide].dossier);
        Self { crieur, nom, address, jusqu_au, noms }
    }

    fn guide(&self) -> &'a Guide {
        &self.crieur.world.guides.guides[self.crieur.guide]
    }

    fn today(&self) -> Date {
        self.crieur.world.guides.today
    }

    /// The whole file around its entries.
    pub fn write(&self, out: &mut Lines, entries: impl FnOnce(&Self, &mut Lines)) {
        out.component("VCALENDAR", |out| {
            self.head(out);
            zone::write(&self.guide().departement.fuseau(), out);
            entries(self, out);
        });
    }

    fn head(&self, out: &mut Lines) {
        let world = self.crieur.world;
        let until = calendar::short(self.jusqu_au);
        let labels = &world.themes.guides[self.crieur.guide].labels;
        let about = labels.say("calendrier.valable", &[("jour", &until)]);
        out.raw("VERSION", "2.0");
        out.raw("PRODID", "-//jalon//guide//FR");
        out.raw("CALSCALE", "GREGORIAN");
        out.raw("METHOD", "PUBLISH");
        out.text("UID", &format!("{}@jalon", self.address.as_str().replace('/', "-")));
        out.raw("LAST-MODIFIED", &stamp(self.today()));
        out.text("NAME", &self.nom);
        out.text("X-WR-CALNAME", &self.nom);
        out.text("DESCRIPTION", &about);
        out.text("X-WR-CALDESC", &about);
        out.raw("X-WR-TIMEZONE", self.guide().departement.fuseau().nom);
        out.raw("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
        out.raw("X-PUBLISHED-TTL", "P1D");
        if let Some(source) = world.public(self.crieur.guide, self.address) {
            out.raw("SOURCE;VALUE=URI", &source);
        }
        let home = About::Fixed(Scope::Guide(self.crieur.guide), Fixed::Accueil);
        if let Some(home) = self.crieur.page(home) {
            out.raw("URL", &home);
        }
    }

    /// The days of one event or passage.
    pub fn days(&self, days: &[&Occurrence], out: &mut Lines) {
        if let Some((first, last)) = self.period(days) {
            self.entry(&self.crieur.jour(days[0]), "", &whole_days(first, last), None, out);
            return;
        }
        for fois in series(days, self.comes_back(days[0].quoi)) {
            self.fois(&fois, out);
        }
    }

    /// Whether a rule gives its days by weeks: told as one thing then, however few are still to come.
    fn comes_back(&self, quoi: Quoi) -> bool {
        match quoi {
            Quoi::Evenement(rank) => self.guide().evenements[rank].quand.regle(),
            Quoi::Passage(rank) => self.guide().passages[rank].horaires.clone(),
        }
        .is_some_and(|rule| rule.goes_by_weeks())
    }

    /// The first and last day of an event of several days in a row: it is one entry, not one a day.
    fn period(&self, days: &[&Occurrence]) -> Option<(Date, Date)> {
        let Quoi::Evenement(rank) = days.first()?.quoi else { return None };
        match self.guide().evenements[rank].quand {
            Quand::Periode { du, au } => Some((du, au.unwrap_or(du))),
            _ => None,
        }
    }

    fn fois(&self, fois: &Fois, out: &mut Lines) {
        let zone = self.guide().departement.fuseau().nom;
        let moment = match fois.heures {
            None => whole_days(fois.jour, fois.jour),
            Some(span) => Moment {
                sorte: format!(";TZID={zone}"),
                debut: at(fois.jour, span.from),
                fin: at(fois.jour, span.to),
            },
        };
        // What comes back is named by its rhythm, a single day by its date: both stay as long as they hold.
        let when = match (&fois.suite, fois.heures) {
            (Some(_), Some(span)) => nom::rhythm(fois.jour, span, fois.de.sur_rendez_vous),
            (_, heures) => nom::day(fois.jour, heures),
        };
        self.entry(&self.crieur.jour(&fois.de), &when, &moment, Some(fois), out);
    }

    /// A closure or another change, for whole days; one without end lasts as long as the guide.
    pub fn change(&self, at: Ref, change: &Changement, out: &mut Lines) {
        let guides = self.crieur.world.guides;
        let last = change.au.unwrap_or_else(|| guides.fin_de_l_agenda(self.guide()));
        let annonce = self.crieur.changement(at, guides.acteur(at), change);
        let when = nom::day(change.du, None);
        self.entry(&annonce, &when, &whole_days(change.du, last.max(change.du)), None, out);
    }

    fn entry(
        &self,
        annonce: &Annonce,
        when: &str,
        moment: &Moment,
        fois: Option<&Fois>,
        out: &mut Lines,
    ) {
        out.component("VEVENT", |out| {
            out.raw("UID", &self.noms.uid(&annonce.nom, when));
            out.raw("DTSTAMP", &stamp(self.today()));
            out.raw("SEQUENCE", &sequence(self.today()).to_string());
            out.raw(&format!("DTSTART{}", moment.sorte), &moment.debut);
            out.raw(&format!("DTEND{}", moment.sorte), &moment.fin);
            if let Some(fois) = fois {
                repeat(fois, &moment.sorte, out);
            }
            out.text("SUMMARY", &annonce.titre);
            out.text("LOCATION", &annonce.lieu);
            out.text("DESCRIPTION", &annonce.texte);
            out.text("CATEGORIES", &annonce.sorte);
            out.raw("STATUS", if annonce.annule { "CANCELLED" } else { "CONFIRMED" });
            // To know when somebody is there takes nobody's time.
            out.raw("TRANSP", "TRANSPARENT");
            if let Some(point) = annonce.point {
                out.raw("GEO", &format!("{:.6};{:.6}", point.latitude, point.longitude));
            }
            if let Some(page) = &annonce.page {
                out.raw("URL", page);
            }
            if let Some(link) = &annonce.en_ligne {
                out.raw("CONFERENCE;VALUE=URI", link);
            }
            if let Some(number) = &annonce.par_telephone {
                let digits: String = number.chars().filter(|c| !c.is_whitespace()).collect();
                out.raw("CONFERENCE;VALUE=URI;FEATURE=PHONE", &format!("tel:{digits}"));
            }
        });
    }
}

/// How something comes back, and the days left out.
fn repeat(fois: &Fois, sorte: &str, out: &mut Lines) {
    let Some(suite) = fois.suite.as_ref().filter(|suite| suite.fois > 1) else { return };
    let every = match suite.semaines {
        1 => String::new(),
        weeks => format!(";INTERVAL={weeks}"),
    };
    out.raw("RRULE", &format!("FREQ=WEEKLY{every};COUNT={}", suite.fois));
    let from = fois.heures.map_or(0, |span| span.from);
    let days: Vec<String> = suite.sauf.iter().map(|day| at(*day, from)).collect();
    if !days.is_empty() {
        out.raw(&format!("EXDATE{sorte}"), &days.join(","));
    }
}

/// Whole days; the end is the day after the last one (RFC 5545, 3.6.1).
fn whole_days(first: Date, last: Date) -> Moment {
    let after = last.saturating_add(1.day());
    Moment {
        sorte: ";VALUE=DATE".into(),
        debut: first.strftime("%Y%m%d").to_string(),
        fin: after.strftime("%Y%m%d").to_string(),
    }
}

/// A minute of a day, or of the next one.
fn at(day: Date, minute: u16) -> String {
    let day = day.saturating_add(i64::from(minute / DAY).days());
    let minute = minute % DAY;
    format!("{}T{:04}00", day.strftime("%Y%m%d"), clock(minute))
}

/// The day of the edition, at midnight UTC.
fn stamp(day: Date) -> String {
    format!("{}Z", day.to_datetime(Time::midnight()).strftime("%Y%m%dT%H%M%S"))
}

/// A number that grows with the edition: who imported an older file gets the newer one.
fn sequence(day: Date) -> i32 {
    Date::constant(2020, 1, 1).until(day).map_or(0, |span| span.get_days()).max(0)
}
