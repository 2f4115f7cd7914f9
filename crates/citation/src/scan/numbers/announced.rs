//! Lists that other words announce between "resolutions" and the first number: "its resolutions on the matter,
//! including 67/172", "nine sister resolutions, namely 1820 (2008)".

use super::apart::{behind_prefix, is_likely_session};
use super::forms::{self, NumberForm};
use super::opening;
use crate::scan::cursor;
use crate::sentences;

/// How far the words may reach, in bytes.
const REACH: usize = 160;

/// What stands right before the first number.
const LEADS: [&str; 26] = [
    "including",
    "among them",
    "among which are",
    "among which were",
    "beginning with",
    "starting with",
    "from",
    "namely",
    "notably",
    "in particular",
    "especially",
    "inter alia",
    "such as",
    "i.e.",
    "e.g.",
    "most recently",
    "the latest being",
    "the most recent being",
    "latest of which is",
    "latest of which are",
    "latest of which was",
    "most recent of which is",
    "most recent of which are",
    "most recent of which was",
    "which are",
    ":",
];

/// Where the first number of the list begins that the words behind the plural, which ends at `at`, announce.
///
/// Only a number that nothing else looks like counts: that of a session, or one with its year.
pub(super) fn first(text: &str, at: usize) -> Option<usize> {
    let limit = sentences::end(text, at, text.len().min(at + REACH));
    let digits = cursor::next_digit(text, at..limit)?;
    // What looks like the prefix of a session may be the end of the noun: "resolutionS-1".
    let start = behind_prefix(text, digits);
    let between = text.get(at..start)?.trim_end().trim_end_matches(',');
    let is_whole = match LEADS.iter().find(|lead| between.ends_with(**lead)) {
        // "… bear upon single aspects: 38/19 (…), 47/23 (…)".
        Some(&":") => !opening::tells_of_vote(between),
        Some(lead) => between[..between.len() - lead.len()]
            .chars()
            .next_back()
            .is_none_or(|before| !before.is_alphanumeric()),
        // "the follow-up resolutions, 72/276 and 2413 (2018)".
        None => between.is_empty() && text[at..].starts_with(','),
    };
    let spaced = text[..start].ends_with([' ', '\n']);
    let number = forms::at(text, start, || None).filter(|_| is_whole && spaced)?;
    let written = &text[start..number.end];
    if between.is_empty() && !goes_on(text, number.end) {
        return None;
    }
    let certain = match number.form {
        // "30/06" is a day.
        NumberForm::Stroke if written.contains("/0") => false,
        NumberForm::Stroke => is_likely_session(written) || is_year(written),
        NumberForm::Parenthesis => true,
        _ => false,
    };
    certain.then_some(start)
}

/// Whether another number or a date may follow what ends at `at`: a comma, "and", "of 3 May".
fn goes_on(text: &str, at: usize) -> bool {
    let spaced = cursor::skip_space(text, at);
    let rest = &text[spaced..];
    rest.starts_with([',', ';'])
        || cursor::word(text, spaced, "and").is_some()
        || cursor::word(text, spaced, "of").is_some_and(|of| {
            text[cursor::skip_space(text, of)..].starts_with(|c: char| c.is_ascii_digit())
        })
}

/// Whether the number begins with a year: "2003/71".
fn is_year(written: &str) -> bool {
    written.starts_with("19") || written.starts_with("20")
}
