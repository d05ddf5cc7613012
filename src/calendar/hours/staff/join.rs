//! How the rules of a text stand together: what is said twice, and what closes all the rest.

use super::super::fault::HoursFault;
use super::super::rule::{Link, Rule, State, are_apart};
use super::super::times::{TimeSpan, overlap};
use super::Written;

/// Puts rules together; what closes whole days for a time or a holiday comes after the rest, so
/// that it closes everything, up to the next `sinon`.
pub(super) fn join(written: Vec<Written>) -> Result<Vec<Rule>, Vec<HoursFault>> {
    let mut faults = Vec::new();
    let mut rules: Vec<Written> = Vec::new();
    let alone = written.len() == 1;
    for mut one in written {
        match meet(&mut one, &rules, alone) {
            Ok(()) => rules.push(one),
            Err((message, remedy)) => faults.push(HoursFault::new(one.span, message, remedy)),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut part = 0;
    let mut rules: Vec<(usize, Rule)> = rules
        .into_iter()
        .map(|one| {
            part += 2 * usize::from(one.rule.link == Link::Otherwise);
            let closing = one.rule.state == State::Closed && !one.rule.is_weekly();
            (part + usize::from(closing), one.rule)
        })
        .collect();
    rules.sort_by_key(|(part, _)| *part);
    Ok(rules.into_iter().map(|(_, rule)| rule).collect())
}

/// How a rule meets each of those before it.
fn meet(one: &mut Written, before: &[Written], alone: bool) -> Result<(), (String, String)> {
    let Written { rule, only, .. } = one;
    let everywhere = rule.is_weekly() && rule.times.is_empty() && rule.link == Link::Replace;
    if everywhere && !alone && rule.days.is_all() {
        match rule.state {
            State::Appointment => return Err(appointment_for_whom()),
            State::Unknown => return Err(remark_for_whom()),
            _ => {}
        }
    }
    if !rule.is_open() || rule.link == Link::Otherwise {
        return Ok(());
    }
    let near: Vec<&Rule> = before
        .iter()
        .map(|other| &other.rule)
        .filter(|other| other.is_open() && !are_apart(rule, other))
        .collect();
    if near.is_empty() || *only {
        rule.link = Link::Replace;
        return Ok(());
    }
    near.into_iter().try_for_each(|other| meet_one(rule, other))
}

/// How a rule meets one that may speak of the same day: `et` and the very same days add up.
fn meet_one(rule: &mut Rule, other: &Rule) -> Result<(), (String, String)> {
    let mut times: Vec<TimeSpan> = [&rule.times[..], &other.times[..]].concat();
    times.sort_unstable();
    let clash = overlap(&times);
    let same = rule.days == other.days && rule.except == other.except;
    if same || rule.link == Link::Add {
        rule.link = Link::Add;
        return match clash {
            Some(message) => Err((message, "gardez un seul des deux".into())),
            None => Ok(()),
        };
    }
    let seasonal = !rule.days.periods.is_empty() || !rule.days.during.is_empty();
    if clash.is_none() && !seasonal {
        return Err(instead_or_besides());
    }
    Ok(())
}

/// `toujours sur rendez-vous`.
pub(super) fn all_by_appointment(written: &mut [Written]) {
    for one in written {
        if one.rule.state == State::Open {
            one.rule.state = State::Appointment;
        }
    }
}

/// `du lundi au vendredi 9h-12h ; mercredi 14h-17h`: Wednesday morning too?
fn instead_or_besides() -> (String, String) {
    (
        "on ne sait pas si ces heures remplacent celles d’avant ou s’y ajoutent".into(),
        "écrivez « aussi » si elles s’ajoutent, « seulement » si elles remplacent, par exemple « mercredi 14h-17h seulement »"
            .into(),
    )
}

fn appointment_for_whom() -> (String, String) {
    (
        "on ne sait pas si « sur rendez-vous » vaut pour les heures écrites avant".into(),
        "écrivez « toujours sur rendez-vous » si elles le sont, « sinon sur rendez-vous » pour le reste du temps"
            .into(),
    )
}

fn remark_for_whom() -> (String, String) {
    (
        "on ne sait pas de quelles heures parle cette remarque".into(),
        "écrivez-la juste après ses heures, sans point-virgule".into(),
    )
}
