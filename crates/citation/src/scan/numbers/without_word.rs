//! Numbers before which other words than "resolution" and "decision" stand: "adopted as 79/1", "dec. 78/553", "paragraph 4
//! of 77/276", and those in parentheses behind what was said of resolutions, "(67/290, 70/299)".

use memchr::memmem;

use super::forms::{self, NumberForm};
use super::session_number::SessionNumber;
use super::{Opening, apart, begins_word, opening, organ_before};
use crate::scan::places::Places;
use crate::scan::{bodies, cursor, pinpoints};
use crate::{Act, Body, Citation, Naming, Pinpoint, Unit, sentences};

/// The codes of paragraphs behind which a number of the Security Council may stand without a word: "OP4 of 2664".
pub(super) const CODES: [&str; 22] = [
    "OP1", "OP2", "OP3", "OP4", "OP5", "OP6", "OP7", "OP8", "OP9", "OP ", "OPs", "PP1", "PP2",
    "PP3", "PP4", "PP5", "PP6", "PP7", "PP8", "PP9", "PP ", "PPs",
];

/// What the numbers of emergency special sessions begin with, which nothing else does.
pub(super) const EMERGENCY: [&str; 10] = [
    "ES-1", "ES-2", "ES-3", "ES-4", "ES-5", "ES-6", "ES-7", "ES-8", "ES-9", "ES-10",
];

/// So far before a parenthesis resolutions may be spoken of, in bytes.
const REACH: usize = 300;

/// Adds the numbers that begin at the sessions of `places` in the folded `text`, where no other list has them.
pub(super) fn find(text: &str, places: &Places, found: &mut Vec<Citation>) {
    let mut acts = places.acts().map(|(_, range)| range.start).peekable();
    let mut added: Vec<Citation> = Vec::new();
    let mut is_sorted = false;
    for session in &places.sessions {
        let at = session.start;
        if added.last().is_some_and(|last| at < last.token.end) {
            continue;
        }
        let Some(opening) = announced(text, at) else {
            continue;
        };
        if !std::mem::replace(&mut is_sorted, true) {
            found.sort_by_key(|one| one.token.start);
        }
        let next = found.partition_point(|one| one.token.end <= at);
        if found.get(next).is_some_and(|one| one.token.start <= at) {
            continue;
        }
        while acts.next_if(|start| *start <= at).is_some() {}
        let limit = acts.peek().copied().unwrap_or(text.len());
        super::read(text, &opening, limit, &mut added);
    }
    found.append(&mut added);
}

/// The opening of the list whose first number stands at `at`, where the words around it announce one.
fn announced(text: &str, at: usize) -> Option<Opening> {
    if has_code_behind(text, at) {
        let number = numbered(text, at).filter(|number| !number.makes_whole())?;
        return Some(right_before(text, at, number.act()));
    }
    let before = text[..at].trim_end();
    match before.as_bytes().last()? {
        b'(' => in_parentheses(text, at, before.len()),
        b'[' => linked(text, at),
        b's' if before.len() < at => adopted_as(text, at, before),
        b'.' if before.len() < at => behind_decision(text, at, before),
        b'f' if before.len() < at => {
            let place = pinpoints::before(text, at).filter(is_of_resolution)?;
            let number = numbered(text, at)?;
            (!number.makes_whole() && place.span.end < at)
                .then(|| right_before(text, at, number.act()))
        }
        _ => None,
    }
}

/// Whether the code of a paragraph follows the number at `at`: "77/181, OP 8", "76/136 (PP 21)".
fn has_code_behind(text: &str, at: usize) -> bool {
    let stroke = at + cursor::count_digits(text, at);
    let end = stroke + 1 + cursor::count_digits(text, stroke + 1);
    let bytes = &text.as_bytes()[end.min(text.len())..];
    let gap = bytes
        .iter()
        .take_while(|byte| matches!(byte, b' ' | b',' | b'('));
    let code = end + gap.count();
    code > end
        && matches!(bytes.get(code - end..), Some([b'O' | b'P', b'P', ..]))
        && pinpoints::is_code(text, code)
}

/// "OP4 of 2664", "PPs 3 and 4 of 2719 (2023)": the opening before the number of the Security Council behind the
/// paragraphs whose code stands at `at`.
pub(super) fn behind_code(text: &str, at: usize) -> Option<Opening> {
    let place = pinpoints::at(text, at)?;
    let of = cursor::word(text, cursor::skip_space(text, place.span.end), "of")?;
    let start = cursor::skip_space(text, of);
    let number = forms::at(text, start, || None)?;
    let is_councils = match number.form {
        NumberForm::Bare => super::bare::is_known_alone(&text[start..number.end]),
        NumberForm::Parenthesis => apart::is_dated_by_council(text, start),
        _ => false,
    };
    is_councils.then(|| Opening {
        naming: Naming::Named(Body::new(Body::SECURITY_COUNCIL)),
        ..right_before(text, start, Act::Resolution)
    })
}

/// "ES-11/1" at `at`, which speaks for itself; behind the words of another language its own reader takes it.
pub(super) fn emergency(text: &str, at: usize) -> Option<Opening> {
    const ENGLISH: [&str; 14] = [
        "adopted", "and", "as", "by", "for", "from", "of", "see", "since", "through", "to",
        "under", "via", "with",
    ];
    let before = &text[..at];
    let begins = before.ends_with('(')
        || before.ends_with(char::is_whitespace) && cursor::ends_with_word(before, &ENGLISH);
    let number =
        forms::at(text, at, || None).filter(|_| begins && text[at..].starts_with("ES-"))?;
    let (_, figures) = text[at..number.end].split_once('/')?;
    let is_decision = figures.parse().is_ok_and(|figures: u16| figures >= 401);
    let act = if is_decision {
        Act::Decision
    } else {
        Act::Resolution
    };
    matches!(number.form, NumberForm::Stroke).then(|| Opening {
        naming: Naming::Named(Body::general_assembly()),
        ..right_before(text, at, act)
    })
}

/// "[76/300](…)": a number alone that is the text of a link.
fn linked(text: &str, at: usize) -> Option<Opening> {
    let number = forms::at(text, at, || None)?;
    let is_link = ["](", "]\u{1A}"]
        .iter()
        .any(|end| text[number.end..].starts_with(end));
    let numbered = numbered(text, at).filter(|_| is_link)?;
    (!numbered.makes_whole()).then(|| right_before(text, at, numbered.act()))
}

/// "The draft was adopted as 79/1."
fn adopted_as(text: &str, at: usize, before: &str) -> Option<Opening> {
    let words = before.strip_suffix("as")?;
    let is_adoption = words.ends_with(char::is_whitespace) && words.trim_end().ends_with("adopted");
    let number = numbered(text, at).filter(|number| is_adoption && !number.makes_whole())?;
    Some(right_before(text, at, number.act()))
}

/// "dec. 78/553", "GA decs. 78/553 and 78/554": a decision as notes shorten the word. A day behind the month would have no
/// such number.
fn behind_decision(text: &str, at: usize, before: &str) -> Option<Opening> {
    let number = numbered(text, at)?;
    let start = ["dec.", "decs."].iter().find_map(|word| {
        let start = before.len().checked_sub(word.len())?;
        let is_word = cursor::word(text, start, word).is_some() && begins_word(text, start);
        is_word.then_some(start)
    })?;
    let organ = start.checked_sub(1).and_then(|end| organ_before(text, end));
    let (phrase, naming) = if let Some((phrase, body)) = organ {
        (phrase, Naming::Named(Body::new(body)))
    } else {
        let named = bodies::before(text, start);
        (named.start, named.naming)
    };
    let is_named = !matches!(naming, Naming::Unnamed { .. });
    (is_named || number.act() == Act::Decision).then(|| Opening {
        naming,
        phrase,
        ..right_before(text, at, Act::Decision)
    })
}

/// "It set up the forum by a resolution … (67/290, 70/299)": the numbers alone in the parenthesis that ends at `open`,
/// where the sentence, or the one before, speaks of resolutions.
fn in_parentheses(text: &str, at: usize, open: usize) -> Option<Opening> {
    let length = text[at..]
        .bytes()
        .take(REACH)
        .position(|byte| byte == b')')?;
    let inside = &text[at..at + length];
    let mut count = 0;
    for item in inside
        .split([',', ';'])
        .flat_map(|item| item.split(" and "))
    {
        let item = item.trim();
        let item = item.strip_prefix("and ").unwrap_or(item);
        let number = forms::at(item, 0, || None)?;
        let is_whole = number.end == item.len() && matches!(number.form, NumberForm::Stroke);
        if !(is_whole && apart::is_assemblys(item, Act::Resolution)) {
            return None;
        }
        count += 1;
    }
    let first = numbered(text, at)?;
    // One alone may be a score.
    let is_certain = count > 1 || first.number > 60 && !first.makes_whole();
    if !is_certain {
        return None;
    }
    let from = sentences::start(text, open, REACH);
    let from = sentences::start(text, from.saturating_sub(1), REACH);
    let before = &text[from..open];
    let speaks = ["esolution", "RESOLUTION"]
        .iter()
        .any(|word| memmem::find(before.as_bytes(), word.as_bytes()).is_some());
    let is_vote = || opening::tells_of_vote(before) || opening::is_tally(text, at);
    (speaks && !is_vote()).then(|| right_before(text, at, Act::Resolution))
}

/// An opening right before the number at `at`.
fn right_before(text: &str, at: usize, act: Act) -> Opening {
    let named = bodies::before(text, at);
    Opening {
        start: at,
        end: at,
        act,
        naming: named.naming,
        phrase: named.start,
        plural: false,
        first: None,
    }
}

/// Whether a place is one that resolutions have, a paragraph.
fn is_of_resolution(place: &Pinpoint) -> bool {
    let mut steps = place.steps.iter();
    steps.any(|step| matches!(step.unit, Unit::Paragraph | Unit::Preambular))
}

/// The number at `at`, where it has a session or year that a body of the United Nations has reached and neither a day nor a
/// fraction looks like it.
fn numbered(text: &str, at: usize) -> Option<SessionNumber> {
    let number =
        forms::at(text, at, || None).filter(|number| matches!(number.form, NumberForm::Stroke))?;
    let numbered = SessionNumber::of(&text[at..number.end])?;
    matches!(numbered.term, 31..100 | 1946..2100).then_some(numbered)
}
