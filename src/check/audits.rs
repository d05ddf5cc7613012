//! An audit of accessibility that can be believed: possible rate, a day that is past, not too old, and its pages when all is met.

use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::guide::Guides;
use crate::record::Reglages;
use crate::theme::Themes;

/// The audits that the site and the guides declare; one declared above is judged once.
pub fn believable(guides: &Guides, _: &Themes, out: &mut Vec<Diagnostic>) {
    let site = guides.site.as_ref().map(|site| &site.reglages);
    let own = guides.guides.iter().map(|guide| &guide.reglages.reglages);
    let own = own.filter(|reglages| site.is_none_or(|site| site.audit != reglages.audit));
    for reglages in site.into_iter().chain(own) {
        judge(guides, reglages, out);
    }
}

fn judge(guides: &Guides, reglages: &Reglages, out: &mut Vec<Diagnostic>) {
    let Some(audit) = &reglages.audit else { return };
    let mut say = |severity, message: String, remedy: &str| {
        let subject = Subject::Written(reglages.fichier.at(audit.span.clone()));
        out.push(Diagnostic::new("audit-douteux", severity, subject, message, remedy));
    };
    if audit.taux > 100 {
        say(
            Severity::Error,
            format!("Un audit ne peut pas trouver {} % de critères respectés.", audit.taux),
            "Écrivez le taux du rapport d’audit, de 0 à 100.",
        );
    } else if audit.date > guides.today {
        say(
            Severity::Error,
            "Cet audit d’accessibilité est daté d’un jour à venir.".into(),
            "Écrivez le jour où l’audit a été fait ; d’ici là, le site est « non conforme ».",
        );
    } else if !audit.holds(guides.today) {
        say(
            Severity::Warning,
            "Cet audit d’accessibilité a plus de trois ans : le site redevient « non conforme »."
                .into(),
            "Faites faire un nouvel audit, ou effacez « audit ».",
        );
    } else if audit.taux == 100 && audit.pages.is_empty() {
        say(
            Severity::Error,
            "Un site « totalement conforme » dit quelles pages l’audit a regardées, et « pages » manque.".into(),
            "Écrivez dans « pages » celles du rapport d’audit. Sans rapport, effacez « audit » : le site est « non conforme ».",
        );
    }
}
