//! Declarations that are named by their meeting and its subject in small letters: "the political declaration of the
//! high-level meeting of the General Assembly on the fight against tuberculosis".
//!
//! The title goes on as far as its words do: a comma, a figure, a parenthesis or a verb ends it.

use std::ops::Range;

use super::Family;
use super::titles::before::word_before;
use super::titles::complement::years;
use crate::date::MONTHS;
use crate::normalise::{LETTER, OTHER};
use crate::scan::cursor;
use crate::scan::instruments::citation;
use crate::title_words::{self, Words};
use crate::{Citation, Form, Kind};

/// Declarations of high-level meetings.
pub(super) struct Declarations;

/// What a declaration of a meeting is called.
static KINDS: Words = Words::new(|| title_words::of_role("declared"));

/// The most words of a title.
const WORDS: usize = 40;

/// Words that end a title: what is said of the declaration, and what else is named beside it.
static ENDS: Words = Words::new(|| title_words::of_role("ends"));

/// Words behind "and" that begin another thing.
static OTHERS: Words = Words::new(|| title_words::of_role("another"));

impl Family for Declarations {
    fn anchors(&self) -> &'static [&'static str] {
        // "high-level", over a line break too; the search is faster where no anchor has less than four letters.
        &["high-", "declaration o", "declaration a"]
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        if text[anchor.clone()].starts_with("decl") {
            found.extend(of_a_body(text, anchor.start));
            return;
        }
        let Some((start, noun)) = declaration(text, anchor.start) else {
            return;
        };
        let Some(meeting) = meeting(text, anchor.end) else {
            return;
        };
        let end = subject_end(text, meeting);
        let form = Form::Title { noun };
        found.push(citation(text, start..end, Kind::Named, form));
    }
}

/// The most words between "the" and its meeting: "the United Nations General Assembly high-level meeting".
const BEFORE_MEETING: usize = 5;

/// Where "political declaration of the third" begins that ends before `at`, and where its noun stands.
fn declaration(text: &str, at: usize) -> Option<(usize, Range<usize>)> {
    let mut the = word_before(text, at)?;
    for count in 0..=BEFORE_MEETING {
        let written = &text[the.clone()];
        if written == "the" {
            break;
        }
        // An ordinal stands alone, the name of a body has several words.
        if count > 0 && !written.starts_with(|c: char| c.is_ascii_uppercase()) {
            return None;
        }
        the = word_before(text, the.start)?;
    }
    let of = word_before(text, the.start).filter(|word| &text[word.clone()] == "of")?;
    let noun = word_before(text, of.start)?;
    let kind = word_before(text, noun.start)?;
    let written = &text[kind.clone()];
    let is_kind = match &text[noun.clone()] {
        "declaration" => KINDS.iter().any(|kind| kind.eq_ignore_ascii_case(written)),
        "document" => written.eq_ignore_ascii_case("outcome"),
        _ => false,
    };
    is_kind.then_some((kind.start, noun))
}

/// The "ministerial declaration of the sixth session of the Environment Assembly", the "political declaration adopted at
/// the Goals Summit": the declaration whose noun stands at `at`, told by the meeting whose name ends it.
fn of_a_body(text: &str, at: usize) -> Option<Citation> {
    let kind = word_before(text, at)?;
    let written = &text[kind.clone()];
    KINDS
        .iter()
        .find(|kind| kind.eq_ignore_ascii_case(written))?;
    let noun = at..at + "declaration".len();
    let mut next = cursor::skip_space(text, noun.end);
    if let Some(adopted) = cursor::word(text, next, "adopted") {
        next = cursor::skip_space(text, adopted);
        next = cursor::any_word(text, next, &["at", "by"])?;
    } else {
        next = cursor::word(text, next, "of")?;
    }
    next = cursor::word(text, cursor::skip_space(text, next), "the")?;
    let end = meeting_end(text, next)?;
    let form = Form::Title { noun };
    Some(citation(text, kind.start..end, Kind::Named, form))
}

/// Small words before and inside the name of a meeting.
static JOINS: Words = Words::new(|| title_words::of_role("joins"));

/// What meets and declares: a government declares as well, but no meeting is named by it.
const MEETINGS: [&str; 8] = [
    "Assembly",
    "Commission",
    "Conference",
    "Congress",
    "Forum",
    "Meeting",
    "Summit",
    "session",
];

/// Where the name of the meeting ends that begins at `at`, over "sixth session of the" before it: with its last word in
/// capitals, of which there are two at least.
fn meeting_end(text: &str, at: usize) -> Option<usize> {
    let mut end = None;
    let mut capitals = 0;
    let mut meets = false;
    let mut next = at;
    for _ in 0..WORDS {
        let start = cursor::skip_space(text, next);
        let length = text[start..]
            .bytes()
            .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
            .count();
        let word = &text[start..start + length];
        let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
        let small = if capitals == 0 {
            ORDINALS.contains(&word) || matches!(word, "of" | "the")
        } else {
            JOINS.contains(&word)
        };
        if length == 0 || start == next || !(capital || small) || MONTHS.contains(&word) {
            break;
        }
        next = start + length;
        meets |= MEETINGS.contains(&word);
        if capital {
            capitals += 1;
            end = Some(next);
        }
    }
    end.filter(|_| capitals >= 2 && meets)
}

/// What a meeting is counted by before the name of its body.
static ORDINALS: Words = Words::new(|| title_words::of_role("counted"));

/// The offset behind "level meeting" at `at`.
fn meeting(text: &str, at: usize) -> Option<usize> {
    let mut next = cursor::word(text, cursor::skip_space(text, at), "level")?;
    next = cursor::skip_space(text, next);
    let plenary = cursor::any_word(text, next, &["plenary", "political"]);
    next = plenary.map_or(next, |end| cursor::skip_space(text, end));
    cursor::any_word(text, next, &["meeting", "forum", "segment"])
}

/// Where the title ends that goes on at `at`.
fn subject_end(text: &str, at: usize) -> usize {
    // An apostrophe stands between letters; a mark behind the last one closes a quotation.
    let bytes = text.as_bytes();
    let is_letter = |at: usize| {
        let byte = bytes.get(at);
        byte.is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == LETTER as u8)
    };
    let word_end = |at: usize| {
        let mut end = at;
        while is_letter(end)
            || bytes.get(end) == Some(&b'-')
            || end > at && bytes.get(end) == Some(&(OTHER as u8)) && is_letter(end + 1)
        {
            end += 1;
        }
        end
    };
    let mut end = at;
    for _ in 0..WORDS {
        let next = cursor::skip_space(text, end);
        let behind = word_end(next);
        let word = &text[next..behind];
        let after = cursor::skip_space(text, behind);
        let another = word == "and" && OTHERS.contains(&&text[after..word_end(after)]);
        let parted = next == end || word.is_empty() || text[behind..].starts_with('/');
        if parted || another || ENDS.contains(&word) {
            break;
        }
        end = behind;
    }
    // "of 2019", "of the same": a small word at the end belongs to what follows.
    let title = text[at..end].trim_end();
    let title = [" of", " on", " and", " for"]
        .iter()
        .find_map(|word| title.strip_suffix(word))
        .unwrap_or(title);
    years(text, at + title.len())
}

#[cfg(test)]
mod tests {
    use crate::families::test::finds_titles as finds;

    #[test]
    fn declarations_are_named_by_their_meeting() {
        for (text, title) in [
            (
                "the political declaration of the high-level meeting on quiet rivers, in which",
                "political declaration of the high-level meeting on quiet rivers",
            ),
            (
                "“Political declaration of the third high-\nlevel meeting of the General Assembly on quiet rivers and lakes”,",
                "Political declaration of the third high-\nlevel meeting of the General Assembly on quiet rivers and lakes",
            ),
            (
                "the ministerial declaration of the high-level political forum adopted in July",
                "ministerial declaration of the high-level political forum",
            ),
            (
                "the political declaration of the 2018 high-level meeting on bees and the report on",
                "political declaration of the 2018 high-level meeting on bees",
            ),
            (
                "the political declaration of the high-level meeting on bees entitled “Bees: a world of work”",
                "political declaration of the high-level meeting on bees",
            ),
            (
                "the political declaration of the United Nations General Assembly high-level meeting on bees, in",
                "political declaration of the United Nations General Assembly high-level meeting on bees",
            ),
            (
                "the outcome document of the high-level meeting of the General Assembly on bees, where",
                "outcome document of the high-level meeting of the General Assembly on bees",
            ),
            (
                "the ministerial declaration of the sixth session of the United Nations Bee Assembly and",
                "ministerial declaration of the sixth session of the United Nations Bee Assembly",
            ),
            (
                "the political declaration adopted at the Quiet Rivers Summit in September",
                "political declaration adopted at the Quiet Rivers Summit",
            ),
            (
                "the political declaration of the high-level meeting on bees of 2019 and",
                "political declaration of the high-level meeting on bees",
            ),
        ] {
            finds(text, &[title]);
        }
    }

    #[test]
    fn other_declarations_in_small_letters_are_silent() {
        for text in [
            "the political declaration of the meeting on bees",
            "a political declaration of intent",
            "the national declaration of the high-level meeting",
            "political declarations of the high-level meetings",
            "the political declaration of the Government of Chad",
            "the political declaration adopted by the meeting",
            "the working document of the high-level meeting on bees",
        ] {
            finds(text, &[]);
        }
    }
}
