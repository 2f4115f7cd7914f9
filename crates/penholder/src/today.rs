//! The only clock of the house: the day by which drafts without a date of their own are judged.

use citation::Date;

/// The variable that sets the day where no argument does.
const VARIABLE: &str = "PENHOLDER_TODAY";

/// The day named by the argument, the environment, or the clock, in this order.
///
/// # Errors
/// A message for the drafter where the named day is none.
pub(crate) fn today(argument: Option<&str>) -> Result<Date, String> {
    let named = argument
        .map(str::to_owned)
        .or_else(|| std::env::var(VARIABLE).ok().filter(|value| !value.is_empty()));
    match named {
        Some(named) => Date::parse_iso(&named)
            .ok_or_else(|| format!("“{named}” is not a day; write it as 2026-11-24")),
        None => Ok(from_clock()),
    }
}

/// Today here. A clock that is set outside the calendar of the house counts as its last day.
fn from_clock() -> Date {
    let now = jiff::Zoned::now().date();
    let parts = (
        u16::try_from(now.year()),
        u8::try_from(now.month()),
        u8::try_from(now.day()),
    );
    let date = match parts {
        (Ok(year), Ok(month), Ok(day)) => Date::new(year, month, day),
        _ => None,
    };
    date.unwrap_or(LAST)
}

/// The last day of the calendar.
const LAST: Date = match Date::new(9999, 12, 31) {
    Some(date) => date,
    None => panic!("the calendar has this day"),
};
