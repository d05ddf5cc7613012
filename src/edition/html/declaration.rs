//! The statement of accessibility, with every part the law asks for (decree 2019-768, article 4).

use serde::Serialize;

use crate::calendar::{self, Date};
use crate::record::Reglages;
use crate::text::typography;
use crate::theme::Labels;
use crate::vocabulary::RGAA;

/// The statement, as its template sees it.
#[derive(Serialize)]
pub(super) struct Declaration {
    /// « non conforme » until an audit says better.
    etat: String,
    /// The version of the framework that the statement is made with.
    rgaa: &'static str,
    audit: Option<Audit>,
    /// Whether an audit was declared and holds no longer.
    perime: bool,
    non_accessibles: Vec<String>,
    derogations: Vec<String>,
    exempts: Vec<String>,
    schema: Option<Schema>,
    /// The day the statement was made.
    etablie_le: String,
}

#[derive(Serialize)]
struct Audit {
    jour: String,
    auditeur: String,
    taux: u32,
    pages: Vec<String>,
    environnements: String,
    outils: String,
}

#[derive(Serialize)]
struct Schema {
    periode: String,
    lien: Option<String>,
    actions: Vec<String>,
}

impl Declaration {
    /// The statement of a site or of a guide on a day.
    pub fn of(reglages: &Reglages, today: Date, labels: &Labels) -> Self {
        let own = reglages.accessibilite.clone().unwrap_or_default();
        let each = |texts: &[String]| texts.iter().map(|text| typography(text)).collect();
        let state = reglages.conformity(today).key();
        Self {
            etat: labels.say(&format!("accessibilite.{state}"), &[]),
            rgaa: RGAA.version,
            audit: reglages.audit.as_ref().map(|audit| Audit {
                jour: calendar::short(audit.date),
                auditeur: typography(&audit.auditeur),
                taux: audit.taux,
                pages: each(&audit.pages),
                environnements: typography(&audit.environnements.join(", ")),
                outils: typography(&audit.outils.join(", ")),
            }),
            perime: reglages.audit.as_ref().is_some_and(|audit| !audit.holds(today)),
            non_accessibles: each(&own.contenus_non_accessibles),
            derogations: each(&own.derogations),
            exempts: each(&own.contenus_exempts),
            schema: own.schema_pluriannuel.map(|schema| Schema {
                periode: schema.periode.as_deref().map(typography).unwrap_or_default(),
                lien: schema.lien,
                actions: each(&schema.actions),
            }),
            etablie_le: calendar::short(own.etablie_le.unwrap_or(today)),
        }
    }
}
