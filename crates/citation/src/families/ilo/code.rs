//! The codes of the organization's index: C029, C-97, R151, P029.

use super::{BESIDE, ORGANIZATION, follows_another, is_near, whole};
use crate::families::reading::{begins_well, boundary, ends_well, joint, joint_or_run};
use crate::scan::cursor;
use crate::{Citation, LabourInstrument, LabourKind};

/// How far the words may stand that make a code of letters and digits one of the organization's.
const NEAR: usize = 400;

/// Words beside a code without zeros that say whose it is.
const FIELD: [&str; 3] = ["ILO", "Labour", "fundamental"];

/// Adds the code at `at`, before which the organization is not named. One of the fundamental conventions may lack its
/// zeros where words of the field stand near and another code beside it.
pub(super) fn alone(text: &str, at: usize, found: &mut Vec<Citation>) {
    let Some((instrument, end)) = code(text, at, true) else {
        return;
    };
    if is_of_thing(text, at) {
        return;
    }
    if code(text, at, false).is_some() {
        let listed = instrument.entry().is_some() && follows_another(text, at, found);
        if listed && begins_well(text, at) {
            found.push(whole(text, at..end, at, instrument));
            return;
        }
        list(text, at, at, found);
        return;
    }
    let in_list = || {
        let next = joint(text, end).is_some_and(|next| code(text, next, true).is_some());
        next || follows_another(text, at, found)
    };
    let certain = FUNDAMENTAL.contains(&&text[at..end])
        && is_near(text, &(at..end), NEAR, &ORGANIZATION)
        && is_near(text, &(at..end), BESIDE, &FIELD)
        && in_list();
    if certain && begins_well(text, at) {
        found.push(whole(text, at..end, at, instrument));
    }
}

/// How far before a code its list may begin, in bytes.
const LIST: usize = 160;

/// What has codes of a letter and figures of its own, in the singular and in small letters.
const THINGS: [&str; 37] = [
    "annex", "bay", "block", "booth", "box", "chart", "corridor", "desk", "door", "entrance",
    "exit", "figure", "flight", "floor", "form", "gate", "grid", "hall", "item", "locker", "model",
    "office", "page", "part", "pier", "platform", "road", "room", "route", "row", "seat",
    "section", "sheet", "slide", "stand", "table", "zone",
];

/// Whether the list of codes that the one at `at` belongs to counts things: "rooms C87, C98 and C29".
fn is_of_thing(text: &str, at: usize) -> bool {
    let is_code = |word: &str| {
        let figures = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
        figures.len() < word.len()
            && figures
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'-')
    };
    let floor = boundary(text, at.saturating_sub(LIST));
    let words = text[floor..at]
        .rsplit(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ';' | ':'))
        .filter(|word| !word.is_empty());
    let mut words = words
        .skip_while(|word| is_code(word) || matches!(*word, "and" | "or" | "to" | "No." | "Nos."));
    words.next().is_some_and(|word| {
        let word = word.to_ascii_lowercase();
        let singular = word.strip_suffix('s').unwrap_or(&word);
        THINGS
            .iter()
            .any(|thing| *thing == singular || *thing == word)
            || word == "annexes"
    })
}

/// The fundamental and the migrant workers' conventions with two figures, which are often written without a zero.
const FUNDAMENTAL: [&str; 4] = ["C29", "C87", "C97", "C98"];

/// Adds the codes that begin at `at`, the first behind the words at `start`. A code that follows the
/// organization's name may lack its zeros, and so may those that go on with it.
pub(super) fn list(text: &str, start: usize, at: usize, found: &mut Vec<Citation>) {
    let named = start < at;
    if !begins_well(text, start) {
        return;
    }
    let Some((instrument, mut end)) = code(text, at, named) else {
        return;
    };
    if !named && !is_certain(text, at, end, instrument) {
        return;
    }
    found.push(whole(text, at..end, start, instrument));
    while named
        && let Some(next) = joint_or_run(text, end)
        && let Some((instrument, behind)) = code(text, next, named)
    {
        found.push(whole(text, next..behind, next, instrument));
        end = behind;
    }
}

/// Whether a code without the organization's name before it is one: it has its zeros and is in the
/// list, or words of the field stand near.
fn is_certain(text: &str, at: usize, end: usize, instrument: LabourInstrument) -> bool {
    let padded = instrument.number() < 100 && instrument.entry().is_some();
    let words: &[&str] = match instrument.kind() {
        LabourKind::Convention => &["Convention", "ratif", "Ratif"],
        _ => &[],
    };
    padded
        || is_near(text, &(at..end), NEAR, &ORGANIZATION)
        || instrument.entry().is_some() && is_near(text, &(at..end), NEAR, words)
}

/// How many bytes of the letter of a code stand at `at` before its digits: the `C-` of "Convention C-97".
pub(super) fn letter_length(text: &str, at: usize, kind: LabourKind) -> usize {
    let Some(rest) = text[at..].strip_prefix(kind.letter()) else {
        return 0;
    };
    1 + usize::from(rest.starts_with(['-', '.', ' ']))
}

/// One code at `at`, and the offset behind it.
fn code(text: &str, at: usize, may_lack_zeros: bool) -> Option<(LabourInstrument, usize)> {
    let kind = [
        LabourKind::Convention,
        LabourKind::Recommendation,
        LabourKind::Protocol,
    ]
    .into_iter()
    .find(|kind| text[at..].starts_with(kind.letter()))?;
    let start = at + 1 + usize::from(may_lack_zeros && text[at + 1..].starts_with(['-', '.', ' ']));
    let digits = cursor::digits(text, start);
    let length_fits = digits.len() == 3 || digits.len() == 2 && may_lack_zeros;
    let number = digits
        .parse()
        .ok()
        .filter(|number| length_fits && *number > 0)?;
    let end = start + digits.len();
    let goes_on = text[end..].starts_with('-') || !ends_well(text, end);
    let instrument = LabourInstrument::new(kind, number);
    let known = kind != LabourKind::Protocol || instrument.entry().is_some();
    (known && !goes_on).then_some((instrument, end))
}
