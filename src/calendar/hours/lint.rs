//! Doubts about hours that can be read.

use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::days::{Days, Nth, Weekdays, Weeks};
use super::fault::Lint;
use super::rule::{Link, Rule, State, are_apart};
use super::say::{Article, season_words, weekdays};
use super::times::{TimeSpan, times_said};
use super::{Form, Horaires};

/// Somebody there before this minute of the day is more likely a slip for the afternoon.
const EARLIEST: u16 = 5 * 60;

impl Horaires {
    /// What somebody should look at, whatever the dates of the guide.
    pub fn lints(&self) -> Vec<Lint> {
        let mut lints = Vec::new();
        for (index, rule) in self.rules.iter().enumerate() {
            let before = &self.rules[..index];
            lints.extend(around_the_clock(rule));
            lints.extend(overnight(rule));
            lints.extend(early(rule));
            lints.extend(remark_alone(rule));
            if self.form == Form::Osm {
                lints.extend(replaced(rule, before));
                lints.extend(in_holidays(rule));
            }
            lints.extend(reopened(rule, before));
        }
        lints.dedup();
        lints
    }

    /// A doubt about even and odd weeks, when the days from one to another hold the turn of a year
    /// of 53 weeks: week 53 and week 1 follow each other and are both odd. Rules that end before the
    /// turn or begin after it are in no doubt.
    pub fn parity_lint(&self, from: Date, to: Date) -> Option<Lint> {
        let turn = (from.year()..=to.year())
            .filter_map(|year| ISOWeekDate::new(year, 53, Weekday::Monday).ok())
            .map(|monday| (monday.year(), monday.date()))
            .find(|(_, monday)| {
                from <= *monday
                    && monday.checked_add(jiff::Span::new().days(7)).is_ok_and(|next| next <= to)
            })?;
        let parity = |rule: &&Rule| matches!(rule.days.weeks, Weeks::Even | Weeks::Odd);
        if !self.rules.iter().filter(parity).any(|rule| holds_across(rule, turn.1)) {
            return None;
        }
        let year = turn.0;
        Some(Lint {
            code: "horaires-semaine-53",
            message: format!(
                "la semaine 53 de {year} et la semaine 1 de {} se suivent et sont toutes deux impaires",
                year + 1
            ),
            remedy: format!(
                "vérifiez janvier {}, ou écrivez « une semaine sur deux à partir du » et la date d’un passage",
                year + 1
            ),
        })
    }
}

/// Whether a rule holds both in the two weeks up to the end of this week 53 and in the two after it.
fn holds_across(rule: &Rule, monday: Date) -> bool {
    let next = monday.saturating_add(jiff::Span::new().days(7));
    let holds = |day: Date| {
        rule.days.periods.is_empty() || rule.days.periods.iter().any(|period| period.has(day))
    };
    let before = next.series(jiff::Span::new().days(-1)).skip(1).take(14);
    let after = next.series(jiff::Span::new().days(1)).take(14);
    before.into_iter().any(holds) && after.into_iter().any(holds)
}

fn days(rule: &Rule) -> String {
    weekdays(rule.days.weekdays, rule.days.nth, Article::Without)
}

fn plain(words: String) -> String {
    words.replace('\u{a0}', " ")
}

/// `Mo-Fr` without times, `24/7`.
fn around_the_clock(rule: &Rule) -> Option<Lint> {
    let whole = rule.times.is_empty() || rule.times == [TimeSpan::WHOLE_DAY];
    if rule.state != State::Open || !whole {
        return None;
    }
    let (code, message) = if rule.is_weekly() && rule.days.is_all() {
        ("horaires-24-7", "ces horaires disent ouvert tous les jours, jour et nuit".to_owned())
    } else {
        (
            "horaires-sans-heures",
            format!("« {} » sans heures se lit : ouvert 24 heures sur 24", days(rule)),
        )
    };
    Some(Lint {
        code,
        message,
        remedy: "ajoutez les heures, par exemple « lundi 9h-12h », si ce n’est pas le cas".into(),
    })
}

fn overnight(rule: &Rule) -> Option<Lint> {
    let span = rule.times.iter().find(|span| span.is_overnight())?;
    Some(Lint {
        code: "horaires-de-nuit",
        message: plain(format!("le créneau {} passe minuit", span.shown())),
        remedy: "corrigez les heures, si ce n’est pas le cas".into(),
    })
}

fn early(rule: &Rule) -> Option<Lint> {
    let span =
        rule.times.iter().find(|span| span.from < EARLIEST && span.to < EARLIEST + 4 * 60)?;
    Some(Lint {
        code: "horaires-de-nuit",
        message: plain(format!("le créneau {} est en pleine nuit", span.shown())),
        remedy: "écrivez les heures de l’après-midi de 12h à 24h, par exemple 14h-17h".into(),
    })
}

/// `"appeler avant"`: OpenStreetMap's readers may show it as open around the clock.
fn remark_alone(rule: &Rule) -> Option<Lint> {
    let alone = rule.state == State::Unknown && rule.times.is_empty() && rule.days.is_all();
    (alone && rule.remark.is_some() && rule.link == Link::Replace).then(|| Lint {
        code: "horaires-remarque-seule",
        message: "une remarque sans jours ni heures se lit ailleurs comme ouvert jour et nuit"
            .into(),
        remedy: "ajoutez les jours et les heures, ou mettez la remarque dans presentation_detail"
            .into(),
    })
}

/// `Mo-Fr 09:00-12:00; We 14:00-17:00`: Wednesday morning is lost. French says which it means, or
/// is refused.
fn replaced(rule: &Rule, before: &[Rule]) -> Option<Lint> {
    let seasonal = !rule.days.periods.is_empty() || !rule.days.during.is_empty();
    let other = before.iter().find(|other| {
        let shares = |span: &TimeSpan| other.times.iter().any(|before| before.meets(*span));
        other.is_open() && !are_apart(rule, other) && !rule.times.iter().any(shares)
    })?;
    let loses = rule.link == Link::Replace && rule.is_open() && !rule.times.is_empty();
    (loses && !seasonal && !other.times.is_empty()).then(|| Lint {
        code: "horaires-jour-remplace",
        message: plain(format!(
            "le même jour est écrit deux fois ({}) : seules les heures « {} » sont gardées",
            days(rule),
            times_said(&rule.times)
        )),
        remedy: "écrivez toutes les heures d’un jour ensemble, séparées par une virgule".into(),
    })
}

/// `SH Mo-Fr`: OpenStreetMap narrows the holidays to these days, some programs join both.
fn in_holidays(rule: &Rule) -> Option<Lint> {
    let season = season_words(&Days { during: rule.days.during.clone(), ..Days::every() })?;
    let narrowed = rule.days.weekdays != Weekdays::ALL || rule.days.nth != Nth::EVERY;
    narrowed.then(|| Lint {
        code: "horaires-jours-de-vacances",
        message: format!("ces jours sont lus : {}, {season}", days(rule)),
        remedy: "si ce sont ces jours et aussi les vacances, mettez une virgule entre les deux, par exemple Mo-Fr,SH"
            .into(),
    })
}

/// `PH off; Mo-Fr 09:00-12:00`: the second rule opens what the first closed.
fn reopened(rule: &Rule, before: &[Rule]) -> Option<Lint> {
    let opens = rule.is_open() && rule.link == Link::Replace && rule.is_weekly();
    let undone = |other: &Rule| {
        other.state == State::Closed && !other.is_weekly() && !are_apart(rule, other)
    };
    (opens && before.iter().any(undone)).then(|| Lint {
        code: "horaires-fermeture-annulee",
        message: format!("une fermeture est annulée par ce qui suit : {}", days(rule)),
        remedy: "écrivez les fermetures à la fin, par exemple « Mo-Fr 09:00-12:00; PH off »".into(),
    })
}
