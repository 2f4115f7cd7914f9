//! The only clock of the house: the day by which drafts without a date of their own are judged.

use citation::Date;

/// The variable that sets the day where no argument does.
const VARIABLE: &str = "PENHOLDER_TODAY";

/// The day that the argument or the environment names; `None` where neither does.
///
/// # Errors
/// A message for the drafter where the named day is none.
pub(crate) fn named(argument: Option<&str>) -> Result<Option<Date>, String> {
    let named = argument.map(str::to_owned).or_else(|| {
        std::env::var(VARIABLE)
            .ok()
            .filter(|value| !value.is_empty())
    });
    let Some(named) = named else {
        return Ok(None);
    };
    Date::parse_iso(&named)
        .map(Some)
        .ok_or_else(|| format!("“{named}” is not a day; write it as 2026-11-24"))
}

/// Today here. A clock that is set outside the calendar of the house counts as its last day.
pub(crate) fn from_clock() -> Date {
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
