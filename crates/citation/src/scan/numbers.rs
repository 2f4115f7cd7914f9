//! Numbers of resolutions and decisions in prose: "its resolutions 69/187, 70/147 and 71/177".
//!
//! The word "resolution" or "decision" opens a list; the list goes on over numbers, dates, footnote
//! figures, annexes and joining words, and later in the same sentence over other words.

mod alone;
mod announced;
mod apart;
pub(crate) mod bare;
mod broken_term;
mod cited;
mod figure_as_letter;
mod forms;
mod in_parentheses;
mod journal_date;
mod list;
mod notes;
mod opening;
mod owners;
mod read_by_others;
mod session_number;
mod shared_dates;
mod shortened;
mod strokes;
mod title_line;
mod torn_off;
mod under_heading;
mod without_word;

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use self::forms::NumberForm;
use self::list::List;
use self::opening::Opening;
use super::places::Places;
use super::{bodies, cursor, instruments};
use crate::words::digits_before;
use crate::{Act, Back, Body, Citation, Form, Kind, Naming, sentences};

/// Names of organs, in small letters, behind which texts shorten "resolution" to "res." or "res".
const ORGANS: [(&str, &str); 18] = [
    ("general assembly", Body::GENERAL_ASSEMBLY),
    ("unga", Body::GENERAL_ASSEMBLY),
    ("g.a.", Body::GENERAL_ASSEMBLY),
    // In French and Spanish.
    ("a.g.", Body::GENERAL_ASSEMBLY),
    ("ga", Body::GENERAL_ASSEMBLY),
    ("security council", Body::SECURITY_COUNCIL),
    ("unsc", Body::SECURITY_COUNCIL),
    ("s.c.", Body::SECURITY_COUNCIL),
    ("sc", Body::SECURITY_COUNCIL),
    ("human rights council", Body::HUMAN_RIGHTS_COUNCIL),
    ("hrc", Body::HUMAN_RIGHTS_COUNCIL),
    ("h.r.c.", Body::HUMAN_RIGHTS_COUNCIL),
    ("ecosoc", Body::ECONOMIC_AND_SOCIAL_COUNCIL),
    ("e.s.c.", Body::ECONOMIC_AND_SOCIAL_COUNCIL),
    ("chr", "E/CN.4"),
    ("c.h.r.", "E/CN.4"),
    ("csw", "E/CN.6"),
    ("cnd", "E/CN.7"),
];

/// Acronyms of organ and resolution together.
const ACRONYMS: [(&str, &str); 3] = [
    ("UNGAR ", Body::GENERAL_ASSEMBLY),
    // "UNSCR2250", "UNSCRs 1325 and 2250".
    ("UNSCR", Body::SECURITY_COUNCIL),
    ("SCR ", Body::SECURITY_COUNCIL),
];

/// Acronyms of organs, behind which a number alone is a resolution in notes and talking points: "UNSC 2331 (2016)".
const ORGANS_ALONE: [(&str, &str); 8] = [
    ("UNGA ", Body::GENERAL_ASSEMBLY),
    ("UNSC ", Body::SECURITY_COUNCIL),
    ("ECOSOC ", Body::ECONOMIC_AND_SOCIAL_COUNCIL),
    ("HRC ", Body::HUMAN_RIGHTS_COUNCIL),
    ("UNHRC ", Body::HUMAN_RIGHTS_COUNCIL),
    ("UNEA ", "UNEP/EA"),
    ("CND ", "E/CN.7"),
    ("CSW ", "E/CN.6"),
];

/// Whose the numbers are behind the words that open a list.
#[derive(Clone, Copy)]
enum Whose {
    /// The words do not say.
    Open,
    /// A body's that is named right before the words, or that of any where a number of a resolution follows.
    Before,
    /// The words say it: the key of the body.
    Said(&'static str),
    /// The words are the body's name alone, with nothing that says what is numbered: its key.
    Alone(&'static str),
    /// The words are the code of a paragraph of the resolution: "OP4 of 2664".
    OfParagraph,
    /// The words begin the number itself, of an emergency special session: "ES-11/1".
    Emergency,
}

/// What opens a list: the words, what is numbered, and whose the numbers are.
static OPENERS: LazyLock<Vec<(String, Act, Whose)>> = LazyLock::new(|| {
    let words = [
        ("resolution", Act::Resolution, Whose::Open),
        ("decision", Act::Decision, Whose::Open),
        (
            "presidential statement",
            Act::PresidentialStatement,
            Whose::Open,
        ),
        ("prst ", Act::PresidentialStatement, Whose::Open),
        // Behind a stroke it is part of a symbol; what stands alone is as the Human Rights Council writes it.
        (
            "prst/",
            Act::PresidentialStatement,
            Whose::Said(Body::HUMAN_RIGHTS_COUNCIL),
        ),
        (" res.", Act::Resolution, Whose::Before),
        (" res ", Act::Resolution, Whose::Before),
        ("(res.", Act::Resolution, Whose::Before),
        ("(res ", Act::Resolution, Whose::Before),
        ("[res.", Act::Resolution, Whose::Before),
        ("[res ", Act::Resolution, Whose::Before),
        ("\"res.", Act::Resolution, Whose::Before),
        ("\"res ", Act::Resolution, Whose::Before),
    ];
    let words = words.map(|(word, act, whose)| (word.to_owned(), act, whose));
    let acronyms =
        ACRONYMS.map(|(acronym, body)| (acronym.to_owned(), Act::Resolution, Whose::Said(body)));
    let alone =
        ORGANS_ALONE.map(|(organ, body)| (organ.to_owned(), Act::Resolution, Whose::Alone(body)));
    let codes =
        without_word::CODES.map(|code| (code.to_owned(), Act::Resolution, Whose::OfParagraph));
    let words = words.into_iter().chain(acronyms);
    let emergency = without_word::EMERGENCY
        .map(|session| (session.to_owned(), Act::Resolution, Whose::Emergency));
    words.chain(alone).chain(codes).chain(emergency).collect()
});

/// Where the name of an organ begins that ends at `at`, and the key of its body.
fn organ_before(text: &str, at: usize) -> Option<(usize, &'static str)> {
    ORGANS.iter().find_map(|(organ, body)| {
        let start = at.checked_sub(organ.len())?;
        let named = text.get(start..at)?.eq_ignore_ascii_case(organ);
        (named && begins_word(text, start)).then_some((start, *body))
    })
}

fn begins_word(text: &str, at: usize) -> bool {
    let abbreviated = || text[..at].ends_with('.') && text[..at - 1].ends_with(char::is_uppercase);
    at == 0 || !text.as_bytes()[at - 1].is_ascii_alphanumeric() && !abbreviated()
}

/// The words that open a list, whatever their capitals.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    OPENERS.iter().map(|(word, ..)| word.as_str())
}

/// Adds every number of a resolution or decision in the folded text to `found`.
pub(super) fn find(text: &str, places: &Places, found: &mut Vec<Citation>) {
    let mut openings = places
        .acts()
        .filter_map(|(word, range)| Opening::at(text, word, range))
        .peekable();
    title_line::find(text, &places.sessions, found);
    // Most blocks begin with a capital, and neither a number nor the rest of a sentence does ("S-10/2" may).
    let initial = text.trim_start().bytes().next();
    if !matches!(initial, Some(b'A'..=b'D' | b'F'..=b'R' | b'T'..=b'Z')) {
        if initial.is_some_and(|initial| initial.is_ascii_digit()) {
            found.extend(title_line::numbered_through(text));
            title_line::of_early_session(text, found);
        }
        let first = openings.peek().map_or(text.len(), |first| first.start);
        torn_off::find(text, first, found);
    }
    while let Some(opening) = openings.next() {
        let limit = openings.peek().map_or(text.len(), |next| next.start);
        read(text, &opening, limit, found);
    }
    without_word::find(text, places, found);
    found.extend(
        places
            .acts()
            .filter_map(|(word, range)| pointing(text, word, &range)),
    );
}

/// Adds every number without a word before it to what else is `found`: in parentheses behind the instrument which it
/// adopted, or alone.
pub(super) fn find_without_word(text: &str, places: &Places, found: &mut Vec<Citation>) {
    in_parentheses::find(text, &places.sessions, found);
    // In another language its own words announce numbers, and its own reader has not spoken yet.
    if !places.has_other_languages() {
        alone::find(text, places, found);
    }
}

/// "that resolution", "the said decision": the word of index `word`, which stands at `range`, points back.
fn pointing(text: &str, word: usize, range: &Range<usize>) -> Option<Citation> {
    let (written, act, _) = &OPENERS[word];
    let alone = text[range.end..].starts_with(|c: char| !c.is_ascii_alphanumeric());
    if !(alone && matches!(written.as_str(), "resolution" | "decision")) {
        return None;
    }
    let mut near = text.as_bytes()[..range.start].iter().rev();
    let last = near.find(|byte| !byte.is_ascii_whitespace())?;
    if last.is_ascii_alphanumeric() && !matches!(last, b't' | b'd' | b'e') {
        return None;
    }
    let before = text[..range.start].trim_end();
    let pointer = ["that", "said", "same", "aforementioned", "above-mentioned"]
        .iter()
        .find(|pointer| before.ends_with(**pointer))?;
    let start = before.len() - pointer.len();
    let whole = text[..start].ends_with([' ', '\n']);
    // "notes that resolution 67/172 …" points to what follows.
    let numbered = forms::at(text, cursor::skip_space(text, range.end), || None).is_some();
    (whole && !numbered).then(|| {
        let form = Form::Back(Back::Adopted(*act));
        instruments::citation(text, start..range.end, Kind::Back, form)
    })
}

/// Where the digits before `stroke` begin, when they are those of a session or year and stand alone, within marks of
/// emphasis or behind the letter of a special session.
pub(super) fn session_before(text: &str, stroke: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let start = stroke - digits_before(bytes, stroke);
    let alone = match bytes[..start] {
        [] | [b'S', b'-'] | [b'E', b'S', b'-'] => true,
        [.., before, b'E', b'S', b'-'] | [.., before, b'S', b'-'] => {
            !before.is_ascii_alphanumeric() && before != b'/'
        }
        [.., byte] => {
            byte.is_ascii_whitespace()
                || matches!(byte, b'\x0B' | b'(' | b'[' | b'*' | b'_' | b'"' | b'~')
        }
    };
    ((2..=4).contains(&(stroke - start)) && alone).then_some(start)
}

/// The number at `at` that carries its body, `1/CP.21`: the offset behind it and its canonical form.
pub(crate) fn coded(text: &str, at: usize) -> Option<(usize, Arc<str>)> {
    let number = forms::conference(text, at)?;
    match number.form {
        NumberForm::Coded(name) => Some((number.end, name)),
        _ => None,
    }
}

/// Whether a block that holds nothing else worth a look may go on with a list: "1863 (2009)".
pub(super) fn may_go_on(text: &str) -> bool {
    torn_off::may_begin(text)
}

/// What a list would be of that the folded `text` opens with its last word: "… Security Council resolution".
pub(super) fn left_open(text: &str) -> Option<(Act, Naming)> {
    let end = text.trim_end().len();
    let (act, start) = [
        ("resolutions", Act::Resolution),
        ("resolution", Act::Resolution),
        ("decisions", Act::Decision),
        ("decision", Act::Decision),
    ]
    .into_iter()
    .find_map(|(word, act)| {
        let start = end.checked_sub(word.len())?;
        cursor::word(text, start, word).map(|_| (act, start))
    })?;
    let whole = start == 0 || !text.as_bytes()[start - 1].is_ascii_alphanumeric();
    whole.then(|| (act, bodies::before(text, start).naming))
}

/// What the numbers are that begin the lines or blocks behind the folded `text`, a heading or the end of a sentence that
/// announces several: "Resolutions adopted by the General Assembly".
pub(super) fn announced_below(text: &str) -> Option<(Act, Naming)> {
    let lower = text.to_ascii_lowercase();
    let (at, word, act) = [
        ("resolutions", Act::Resolution),
        ("decisions", Act::Decision),
    ]
    .into_iter()
    .find_map(|(word, act)| Some((lower.find(word)?, word, act)))?;
    let end = at + word.len();
    let stands = begins_word(text, at) && !text[end..].starts_with(|c: char| c.is_alphanumeric());
    stands.then(|| {
        let behind = bodies::after(text, end).map(|(naming, _)| naming);
        (
            act,
            behind.unwrap_or_else(|| bodies::before(text, at).naming),
        )
    })
}

/// Adds the list behind an opening, which ends with the sentence and at `limit`, to `found`.
fn read(text: &str, opening: &Opening, limit: usize, found: &mut Vec<Citation>) {
    let mut list = List {
        text,
        opening,
        limit: sentences::end(text, opening.end, limit),
        items: Vec::new(),
    };
    let end = list.contiguous();
    if under_heading::is_heading(text, opening)
        || under_heading::is_column(text, opening.phrase..opening.end)
    {
        under_heading::read(&mut list, limit);
    } else {
        list.later(end);
    }
    list.add_to(found);
}
