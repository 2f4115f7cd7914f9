//! Tests of the fact tables and of the judgements made from them.

mod adoption;
mod documents;
mod judgements;
mod last_parts;
mod tables;

use super::*;

/// The day on which the tables were last brought up to date.
fn january_2026() -> Date {
    Date::new(2026, 1, 31).unwrap()
}

fn symbol(text: &str) -> Symbol {
    Symbol::parse(text).unwrap_or_else(|| panic!("{text} is no symbol"))
}

fn judged(text: &str) -> Judgement {
    judge(&symbol(text), january_2026())
}

fn date(text: &str) -> Option<String> {
    adoption_date(&symbol(text)).map(|known| known.date.to_string())
}
