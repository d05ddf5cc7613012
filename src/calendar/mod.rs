//! Days, the French words for them, and opening hours: values that know no clock.

mod day;
mod holidays;
mod hours;
mod interval;
mod length;
mod names;
mod since;
mod words;

pub use day::{DateFault, parse_date};
pub use holidays::{HolidayCalendar, LocalDays, named_break, school_year};
pub use hours::{
    DAY, DayFault, DayGroup, DayPlan, DayRow, Days, Exception, Form, Holiday, HolidayPart,
    Holidays, Horaires, HoursFault, Link, Lint, Nth, Period, PlannedSpan, Rule, SchoolBreak, State,
    TimeSpan, WeekRange, Weekdays, Weeks, clock, hours_in_prose, parse_times, speaks_of_hours,
    times_said,
};
pub use interval::{Interval, Unit};
pub use jiff::civil::{Date, Weekday};
pub use length::Length;
pub use names::{MONTHS, WEEKDAYS};
pub use since::Since;
pub use words::{day_month, long, month, range, short, since};
