//! A copied text as Markdown, with what is certain mended.
//!
//! No word is lost: page numbers and running heads go, the texts of footnotes move to the end, and everything else
//! stays in its order.

use std::collections::HashSet;
use std::ops::Range;

use super::{Extraction, InlineNote, LONG};

impl Extraction {
    /// The text from `start` on as Markdown, with what is certain mended: apostrophes, page numbers, running
    /// heads, which stand at `furniture`, sentences and words that a page or a line cuts, headings that begin
    /// with a numeral, and footnotes.
    pub fn cleaned(&self, text: &str, start: usize, furniture: &[Range<usize>]) -> String {
        let mut pieces: Vec<Piece> = self.apostrophes.iter().map(apostrophe).collect();
        pieces.extend(
            self.pages
                .iter()
                .map(|(_, page)| (page.clone(), String::new())),
        );
        pieces.extend(furniture.iter().map(|line| (line.clone(), CUT.to_owned())));
        for note in &self.notes {
            pieces.push((
                behind_space(text, &note.mark),
                format!("[^{}]", note.number),
            ));
            pieces.push(note_text(text, &note.whole));
        }
        pieces.extend(headings(text, start));
        let mut cleaned = joined(&replaced(text, start..text.len(), pieces));
        for note in &self.notes {
            let words = self.words_of(note, text);
            let words = citation::single_spaced(&words);
            cleaned.extend(["\n[^", &note.number.to_string(), "]: ", &words, "\n"]);
        }
        cleaned
    }

    /// The text of a note, which may have lost apostrophes of its own.
    fn words_of(&self, note: &InlineNote, text: &str) -> String {
        let inside = self
            .apostrophes
            .iter()
            .filter(|space| note.text.start <= space.start && space.end <= note.text.end);
        replaced(text, note.text.clone(), inside.map(apostrophe).collect())
    }
}

/// A range and what stands in its place.
type Piece = (Range<usize>, String);

/// What stands in place of a running head: the page that ends there.
const CUT: &str = "\x0c";

/// What stands where a heading or a paragraph begins or ends inside a line.
const BREAK: char = '\x0b';

fn apostrophe(space: &Range<usize>) -> Piece {
    (space.clone(), "’".to_owned())
}

/// What is left in place of a note: nothing inside a line, the end of the page where it had lines of its own.
fn note_text(text: &str, whole: &Range<usize>) -> Piece {
    if text[..whole.start].ends_with('\n') {
        return (whole.clone(), CUT.to_owned());
    }
    (behind_space(text, whole), String::new())
}

/// A range with the space before it.
fn behind_space(text: &str, range: &Range<usize>) -> Range<usize> {
    range.start - usize::from(text[..range.start].ends_with(' '))..range.end
}

/// The text of `range` with each piece in place of its range. Of pieces that overlap the first counts, unless
/// they share nothing but white space.
fn replaced(text: &str, range: Range<usize>, mut pieces: Vec<Piece>) -> String {
    // The longer piece first, which holds the others.
    pieces.sort_by(|(a, _), (b, _)| a.start.cmp(&b.start).then(b.end.cmp(&a.end)));
    let mut written = String::with_capacity(range.len());
    let mut at = range.start;
    for (place, words) in pieces {
        let shared = at.min(place.end);
        let is_free = place.start >= at || place.end > at && is_blank(&text[place.start..shared]);
        if !is_free || place.start < range.start {
            continue;
        }
        written.push_str(&text[at..place.start.max(at)]);
        written.push_str(&words);
        at = place.end;
    }
    written.push_str(&text[at..range.end]);
    written
}

fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

/// Words that a chapter of a report has as its whole heading.
const HEADINGS: [&str; 9] = [
    "Introduction",
    "Background",
    "Mandate",
    "Activities",
    "Conclusion",
    "Conclusions",
    "Recommendations",
    "Summary",
    "Context",
];

/// Breaks before and behind the headings that stand inside the sentences, in order: "II. Mandate", and before
/// numbered ones whose end cannot be told.
fn headings(text: &str, start: usize) -> Vec<(Range<usize>, String)> {
    const NUMERALS: [&str; 9] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let mut breaks = Vec::new();
    let mut at = start;
    for numeral in NUMERALS {
        let sign = format!(" {numeral}. ");
        let heading = HEADINGS.iter().find_map(|word| {
            let words = format!("{sign}{word} ");
            let found = at + text[at..].find(&words)?;
            Some((found, words.len()))
        });
        let Some((found, length)) = heading else {
            break;
        };
        let words = text[found..found + length].trim();
        breaks.push((found..found + length, format!("{BREAK}## {words}{BREAK}")));
        let end = text[found + length..]
            .find(" II")
            .map_or(text.len(), |next| found + length + next);
        numbered(text, found + length..end.max(found + length), &mut breaks);
        at = found + length;
    }
    breaks.sort_by_key(|(range, _)| range.start);
    breaks.dedup_by(|a, b| a.0.start == b.0.start);
    breaks
}

/// "1. State assistance", "2. …": breaks before each of a row that begins with 1, behind the end of a sentence.
fn numbered(text: &str, within: Range<usize>, breaks: &mut Vec<(Range<usize>, String)>) {
    let mut at = within.start;
    let mut row = Vec::new();
    for number in 1..20 {
        let sign = format!(". {number}. ");
        let Some(found) = text[at..].find(&sign).map(|found| at + found) else {
            break;
        };
        if !text[found + sign.len()..].starts_with(char::is_uppercase) {
            break;
        }
        row.push((found + 1..found + 2, BREAK.to_string()));
        at = found + sign.len();
    }
    if row.len() > 1 {
        breaks.extend(row);
    }
}

/// Lines put together. A page that ends inside a sentence goes on with the next one, and a word that a line
/// cuts with its other half; lines that were wrapped stay lines of one paragraph.
fn joined(body: &str) -> String {
    let known = words(body);
    let mut text = String::with_capacity(body.len());
    let mut before = Gap::default();
    let lines = body.split('\n').flat_map(|line| {
        let is_long = line.trim().len() > LONG;
        line.split(BREAK).map(move |part| (part, is_long))
    });
    for (line, is_long) in lines {
        let part = line.trim();
        before.is_page |= line.contains(CUT);
        if part.is_empty() {
            before.is_blank = true;
            continue;
        }
        match before.between(&text, part, is_long, &known) {
            Join::Word => {
                text.truncate(text.trim_end().trim_end_matches('-').len());
            }
            Join::Sentence => {
                text.truncate(text.trim_end().len());
                text.push(' ');
            }
            Join::Paragraph if !text.is_empty() => text.push('\n'),
            Join::Paragraph | Join::Line => {}
        }
        text.push_str(part);
        text.push('\n');
        before = Gap {
            was_long: is_long,
            ..Gap::default()
        };
    }
    text
}

/// What lies between a line and the one before it that has words.
#[derive(Default)]
struct Gap {
    /// The line before is a page or a paragraph.
    was_long: bool,
    is_blank: bool,
    /// A page ends there.
    is_page: bool,
}

enum Join {
    Word,
    Sentence,
    Line,
    Paragraph,
}

impl Gap {
    /// How `part` goes on with `text`.
    fn between(&self, text: &str, part: &str, is_long: bool, known: &HashSet<&str>) -> Join {
        let before = text.trim_end();
        let last = before.rsplit('\n').next().unwrap_or("");
        if before.is_empty() || last.starts_with('#') || part.starts_with('#') {
            return Join::Paragraph;
        }
        let is_cut = self.was_long || self.is_page || !self.is_blank;
        if is_cut && ends_in_half_of(last, part, known) {
            return Join::Word;
        }
        if !self.is_blank && !self.is_page && !self.was_long && !is_long {
            return Join::Line;
        }
        let open = last.ends_with(|c: char| c.is_alphabetic() || c == ',');
        if is_cut && open && part.starts_with(char::is_lowercase) {
            return Join::Sentence;
        }
        Join::Paragraph
    }
}

/// Whether `last` ends with the first half of a word whose other half begins `part`: the whole word stands
/// elsewhere in the text, and the same halves with a hyphen nowhere.
fn ends_in_half_of(last: &str, part: &str, known: &HashSet<&str>) -> bool {
    let Some(half) = last
        .strip_suffix('-')
        .and_then(|line| words_in(line).last())
    else {
        return false;
    };
    let Some(rest) = words_in(part).next().filter(|rest| part.starts_with(rest)) else {
        return false;
    };
    let is_half = last.ends_with(&format!("{half}-")) && rest.starts_with(char::is_lowercase);
    let (whole, hyphened) = (format!("{half}{rest}"), format!("{half}-{rest}"));
    is_half && known.contains(&*whole) && !known.contains(&*hyphened)
}

fn words(text: &str) -> HashSet<&str> {
    words_in(text).collect()
}

/// The words of a text, with the hyphens inside them.
fn words_in(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic() && c != '-')
        .map(|word| word.trim_matches('-'))
        .filter(|word| !word.is_empty())
}
