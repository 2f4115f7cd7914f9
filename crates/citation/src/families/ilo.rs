//! Conventions, recommendations and protocols of the International Labour Organization.
//!
//! They are cited by title ("Domestic Workers Convention, 2011 (No. 189)"), by number ("ILO Convention No.
//! 97", "Conventions Nos. 97 and 143") and by code (C189, R201, P029). Canonical form: "ILO Convention No.
//! 97"; a protocol and the Maritime Labour Convention, which have no number of their own, keep their titles.
//! What is written without the organization's name is read only where the list or the words around leave
//! no doubt, for others number conventions and rooms too.

mod abroad;
mod code;
mod protocol;
mod title;

use std::ops::Range;

use super::Family;
use super::reading::{citation, ends_well, joint, paragraph};
use crate::facts::is_one_slip;
use crate::normalise::OTHER;
use crate::scan::cursor;
use crate::{Citation, Form, Kind, LabourInstrument, LabourKind, Referent};

/// Words that say that an instrument is the organization's.
const ORGANIZATION: [&str; 3] = ["ILO", "International Labour", "Labour Organi"];
/// What the organization, and its Conference, are called behind "of the".
const OWNERS: [&str; 5] = [
    "ILO",
    "International Labour",
    "Organization",
    "Organisation",
    "Conference",
];
/// Words that say that a convention with a number is another's.
const OTHERS: [&str; 6] = [
    "Council of Europe",
    "CETS",
    "ETS No",
    "European",
    "Hague",
    "Convention 108",
];
/// How far from a number the words that give it to another are looked for, in bytes.
const BESIDE: usize = 160;
/// How far the name of the organization may stand, in bytes.
const NEAR: usize = 400;

/// Conventions, recommendations and protocols.
pub(super) struct LabourInstruments;

impl Family for LabourInstruments {
    fn anchors(&self) -> &'static [&'static str] {
        &[
            abroad::ANCHORS[0],
            abroad::ANCHORS[1],
            abroad::ANCHORS[2],
            abroad::NOUNS[0].0,
            abroad::NOUNS[1].0,
            abroad::FRENCH[0].0,
            abroad::FRENCH[1].0,
            protocol::ANCHORS[0],
            protocol::ANCHORS[1],
            protocol::ANCHORS[2],
            protocol::ANCHORS[3],
            protocol::ANCHORS[4],
            protocol::ANCHORS[5],
            protocol::ANCHORS[6],
            protocol::ANCHORS[7],
            "ILO",
            "Convention No",
            "Conventions No",
            "Recommendation No",
            "Recommendations No",
            "Recommendation 1",
            "Recommendation 2",
            "\nNo. ",
            "\nNos. ",
            "(No.",
            "Convention of 19",
            "Convention, 1",
            "Convention, 2",
            "Recommendation, 1",
            "Recommendation, 2",
            "(Revised), 1",
            "(Revised), 2",
            "Domestic Workers Conv",
            "Forced Labour Conv",
            "Child Labour Conv",
            "Harassment Conv",
            "Employment Agencies Conv",
            "Minimum Age Conv",
            "Tribal Peoples Conv",
            "Migration for Employment Conv",
            "Work in Fishing Conv",
            "Supplementary Provisions) Conv",
            "aritime Labour Conv",
            "MLC",
            " C0",
            " C1",
            " C29",
            " C87",
            " C97",
            " C98",
            "(C0",
            "(C1",
            " R0",
            " R1",
            " R2",
            "(R0",
            "(R1",
            "(R2",
            " P0",
            "(P0",
        ]
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let written = &text[anchor.clone()];
        match written {
            "MLC" => found.extend(maritime(text, &anchor)),
            "(No." => {
                let titled = title::before_number(text, anchor.start);
                found.extend(titled.or_else(|| sister(text, anchor.start, found)));
            }
            "Recommendation 1" | "Recommendation 2" => {
                let word = anchor.end - 1;
                let end = word + cursor::digits(text, word).len();
                if follows_another(text, anchor.start, found) && is_listed(text, end) {
                    numbered(text, anchor.start, found);
                }
            }
            "ILO" => named(text, &anchor, found),
            _ if abroad::ANCHORS.contains(&written) => abroad::by_office(text, &anchor, found),
            _ if abroad::NOUNS.iter().any(|(noun, _)| *noun == written) => {
                found.extend(abroad::behind(text, &anchor));
            }
            _ if abroad::FRENCH.iter().any(|(noun, _)| *noun == written) => {
                found.extend(abroad::before_title(text, &anchor));
            }
            _ if protocol::ANCHORS.contains(&written) => {
                found.extend(protocol::behind_convention(text, &anchor, found));
            }
            "\nNo. " | "\nNos. " => wrapped(text, anchor.start, found),
            _ if written.ends_with(" No") => numbered(text, anchor.start, found),
            _ if written.starts_with([' ', '(']) => code::alone(text, anchor.start + 1, found),
            _ => found.extend(title::at(text, &anchor)),
        }
    }
}

/// What follows the organization's acronym: "ILO Convention No. 97", "ILO's Convention 190", "ILO C189".
fn named(text: &str, anchor: &Range<usize>, found: &mut Vec<Citation>) {
    let owned = cursor::possessive(text, anchor.end);
    let word = owned.unwrap_or_else(|| cursor::skip_space(text, anchor.end));
    if word == anchor.end {
        return;
    }
    match kind_word(text, word) {
        Some(_) => numbered(text, word, found),
        None => code::list(text, anchor.start, word, found),
    }
}

/// Whether what begins at `at` goes on a list of the organization's instruments: "Conventions Nos. 156 and 183,
/// Recommendation 204", "(MLC, 2006), and R205".
fn follows_another(text: &str, at: usize, found: &[Citation]) -> bool {
    /// A closing parenthesis, a comma, "and" and white space.
    const JOINT: usize = 10;
    let labour = |one: &&Citation| matches!(one.form, Form::Whole(Referent::Labour(_)));
    let before = found.iter().rev().filter(labour).map(|one| one.token.end);
    let Some(end) = before.filter(|end| *end < at && at - end <= JOINT).max() else {
        return false;
    };
    let words = text[end..at].trim_start_matches(')');
    let words = words.trim_start().trim_start_matches(',').trim();
    words.is_empty() && text[end..at].contains(',') || matches!(words, "and" | "and the" | "or")
}

/// Whether a number without "No." that ends at `at` may be one of a list: the list goes on or ends, or its title or
/// year follows, not "of this report" nor "is".
fn is_listed(text: &str, at: usize) -> bool {
    let behind = cursor::skip_space(text, at);
    let rest = &text[behind..];
    let ends = rest.is_empty() || rest.starts_with([',', '.', ';', ':', '(', ')', '\u{1A}']);
    let goes_on = || cursor::any_word(text, behind, &["and", "or", "concerning"]).is_some();
    ends || goes_on() || year_behind(text, at).is_some() || is_organizations(rest)
}

/// Whether what begins with `words` gives a number to the organization: "of the International Labour Organization".
fn is_organizations(words: &str) -> bool {
    let owner = words.strip_prefix("of the ");
    owner.is_some_and(|owner| OWNERS.iter().any(|own| owner.starts_with(own)))
}

/// Whether the number that ends at `at` is said to be another's: "Recommendation No. 112 of the Special Rapporteur".
fn is_of_another(text: &str, at: usize) -> bool {
    let behind = cursor::skip_space(text, at);
    let Some(end) = cursor::word(text, behind, "of") else {
        return false;
    };
    let owner = cursor::skip_space(text, end);
    let words = ["the", "this", "that", "its", "his", "her", "their", "our"];
    let Some(end) = cursor::any_word(text, owner, &words) else {
        return false;
    };
    let named = &text[cursor::skip_space(text, end)..];
    !OWNERS.iter().any(|own| named.starts_with(own))
}

/// "Recommendation (No. 157)" behind "the Nursing Personnel Convention (No. 149) and", with its number at `at`.
fn sister(text: &str, at: usize, found: &[Citation]) -> Option<Citation> {
    let head = text[..at].trim_end_matches([' ', '\n', '\r']);
    let start = head.len() - LabourKind::Recommendation.word().len().min(head.len());
    let (kind, false, end) = kind_word(text, start)? else {
        return None;
    };
    if end != head.len() || !follows_another(text, start, found) {
        return None;
    }
    let (number, end) = title::number(text, end)?;
    let instrument = LabourInstrument::new(kind, number);
    Some(whole(text, start..end, start, instrument))
}

/// "Convention", and its number on the next line, which breaks at `at`.
fn wrapped(text: &str, at: usize, found: &mut Vec<Citation>) {
    let head = text[..at].trim_end_matches([' ', '\r']);
    let letters = head
        .bytes()
        .rev()
        .take_while(u8::is_ascii_alphabetic)
        .count();
    numbered(text, head.len() - letters, found);
}

/// Whether one of `words` stands in the paragraph around `place`.
fn is_near(text: &str, place: &Range<usize>, distance: usize, words: &[&str]) -> bool {
    let around = paragraph(text, place, distance);
    words.iter().any(|word| around.contains(word))
}

fn of_organization(text: &str, place: &Range<usize>) -> bool {
    is_near(text, place, NEAR, &ORGANIZATION)
}

fn whole(text: &str, token: Range<usize>, start: usize, instrument: LabourInstrument) -> Citation {
    let form = Form::Whole(Referent::Labour(instrument));
    citation(text, token, start, Kind::Named, form)
}

/// "Convention" or "Recommendations" at `at`: the kind, whether the word is plural, the offset behind it.
fn kind_word(text: &str, at: usize) -> Option<(LabourKind, bool, usize)> {
    [
        LabourKind::Convention,
        LabourKind::Recommendation,
        LabourKind::Protocol,
    ]
    .into_iter()
    .find_map(|kind| {
        let end = at + kind.word().len();
        let behind = text
            .get(at..)
            .filter(|rest| rest.starts_with(kind.word()))?;
        let plural = behind[kind.word().len()..].starts_with('s');
        let end = end + usize::from(plural);
        let whole = !text[end..].starts_with(|c: char| c.is_ascii_alphanumeric());
        whole.then_some((kind, plural, end))
    })
}

/// "ILO Convention 97 of 1947", "Conventions Nos. 97 and 143" with the word at `word`.
fn numbered(text: &str, word: usize, found: &mut Vec<Citation>) {
    let Some((kind, plural, behind)) = kind_word(text, word) else {
        return;
    };
    let head = text[..word].trim_end_matches([' ', '\n', '\r']);
    let owner = head
        .strip_suffix('s')
        .map(|owner| owner.trim_end_matches(['\'', OTHER]));
    let start = owner
        .unwrap_or(head)
        .strip_suffix("ILO")
        .filter(|_| head.len() < word)
        .map_or(word, str::len);
    let at = cursor::skip_space(text, behind);
    let number = cursor::any_word(text, at, &["Nos.", "No.", "Nos", "No"]);
    let by_organization = start < word || follows_another(text, word, found);
    if number.is_none() && !by_organization || is_general(text, start) {
        return;
    }
    let many = plural || text[at..].starts_with("Nos");
    let at = cursor::skip_space(text, number.unwrap_or(at));
    let at = at + code::letter_length(text, at, kind);
    let Some((instrument, end)) = number_and_year(text, at, kind) else {
        return;
    };
    if is_of_another(text, end) {
        return;
    }
    let place = start..end;
    let named = by_organization || of_organization(text, &place);
    let listed = kind == LabourKind::Convention
        && instrument.entry().is_some_and(|entry| {
            // Another year than the list's is a slip only where it looks like one: others count conventions too.
            let is_slip = |year: u16| is_one_slip(&year.to_string(), &entry.year.to_string());
            instrument.stated_year().is_none_or(is_slip)
        })
        && !is_near(text, &place, BESIDE, &OTHERS);
    if !named && !listed {
        return;
    }
    found.push(whole(text, place, start, instrument));
    let mut end = end;
    while let Some(next) = joint(text, end) {
        let sign = cursor::any_word(text, next, &["Nos.", "No."]);
        let at = sign.map_or(next, |end| cursor::skip_space(text, end));
        let further = number_and_year(text, at, kind).filter(|_| many || sign.is_some());
        let Some((instrument, behind)) = further else {
            return;
        };
        found.push(whole(text, next..behind, next, instrument));
        end = behind;
    }
}

/// "General recommendation No. 26" is a treaty body's.
fn is_general(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    before.len() < at && (before.ends_with("eneral") || before.ends_with("Joint"))
}

/// `97`, `97 (1949)`, `97 of 1949` at `at`, and the offset behind it.
fn number_and_year(text: &str, at: usize, kind: LabourKind) -> Option<(LabourInstrument, usize)> {
    let digits = cursor::digits(text, at);
    if digits.is_empty() || digits.len() > 3 {
        return None;
    }
    let end = at + digits.len();
    let instrument = LabourInstrument::new(kind, digits.parse().ok()?);
    match year_behind(text, end) {
        Some((year, end)) => Some((instrument.stated(Some(year), None), end)),
        None => ends_well(text, end).then_some((instrument, end)),
    }
}

/// " (1949)", " of 1949" or ", 1949" at `at`, and the offset behind it.
fn year_behind(text: &str, at: usize) -> Option<(u16, usize)> {
    let rest = &text[at..];
    let (open, close) = [("(", ")"), ("of ", ""), (", ", "")]
        .into_iter()
        .find(|(open, _)| rest.trim_start_matches(' ').starts_with(open))?;
    let start = at + (rest.len() - rest.trim_start_matches(' ').len()) + open.len();
    let digits = cursor::digits(text, start);
    let year = year(digits)?;
    let end = start + digits.len();
    text[end..]
        .starts_with(close)
        .then_some((year, end + close.len()))
}

/// A year in which the Conference has met or may meet.
fn year(digits: &str) -> Option<u16> {
    let year = digits.parse().ok().filter(|_| digits.len() == 4)?;
    (1919..2100).contains(&year).then_some(year)
}

/// "MLC, 2006".
fn maritime(text: &str, anchor: &Range<usize>) -> Option<Citation> {
    let before = text[..anchor.start].bytes().next_back();
    if before.is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'/') {
        return None;
    }
    let comma = anchor.end + usize::from(text[anchor.end..].starts_with(','));
    let at = cursor::skip_space(text, comma);
    let digits = cursor::digits(text, at);
    let end = if at > comma && digits == "2006" {
        at + 4
    } else {
        anchor.end
    };
    let dated = end > anchor.end;
    let named = dated || is_near(text, anchor, NEAR, &["Maritime Labour", "ILO"]);
    (named && ends_well(text, end)).then(|| {
        whole(
            text,
            anchor.start..end,
            anchor.start,
            LabourInstrument::MARITIME,
        )
    })
}

#[cfg(test)]
mod tests;
