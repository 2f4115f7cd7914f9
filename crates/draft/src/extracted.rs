//! Text copied out of a PDF into one line a page: what shows it, and what of it can be mended with certainty.
//!
//! Apostrophes are lost ("the Fund s plan"), page numbers stand at the beginning of a page, and footnotes, marks
//! and texts, stand inside the sentences. Where two readings are possible nothing is changed.

use std::ops::Range;

/// A line longer than this, in bytes, is a page or a paragraph and not a line.
const LONG: usize = 400;

/// Fewer lost apostrophes than this may be slips.
const FEWEST: usize = 3;

/// A footnote whose mark and text stand inside the sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InlineNote {
    /// Its number.
    pub number: u32,
    /// Where the mark stands.
    pub mark: Range<usize>,
    /// Where the text stands, its number not included.
    pub text: Range<usize>,
    /// Where number and text stand.
    pub whole: Range<usize>,
}

/// What shows that a text was copied out of a PDF. All ranges are byte offsets in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extraction {
    /// The spaces in place of lost apostrophes: that of "Fund s plan".
    pub apostrophes: Vec<Range<usize>>,
    /// Page numbers at the beginning or the end of a page, with the page.
    pub pages: Vec<(u32, Range<usize>)>,
    /// Footnotes inside the sentences, in order; empty where they cannot all be told apart.
    pub notes: Vec<InlineNote>,
}

impl Extraction {
    /// Reads `text` from `start` on; `None` where it does not look copied.
    pub fn read(text: &str, start: usize) -> Option<Self> {
        let lines: Vec<Range<usize>> = lines(text, start).collect();
        let has_pages = lines.iter().any(|line| line.len() > LONG);
        if !has_pages {
            return None;
        }
        let apostrophes = apostrophes(text, start);
        if apostrophes.len() < FEWEST {
            return None;
        }
        let pages = pages(text, &lines);
        let notes = notes(text, &lines, &pages);
        Some(Self {
            apostrophes,
            pages,
            notes,
        })
    }

    /// The text from `start` on as Markdown, with what is certain mended: apostrophes, page numbers, sentences
    /// that a page cuts, headings that begin with a numeral, and footnotes.
    pub fn cleaned(&self, text: &str, start: usize) -> String {
        let mut pieces: Vec<(Range<usize>, String)> = Vec::new();
        for space in &self.apostrophes {
            pieces.push((space.clone(), "’".to_owned()));
        }
        for (_, page) in &self.pages {
            pieces.push((page.clone(), String::new()));
        }
        for note in &self.notes {
            let before = note.mark.start - usize::from(text[..note.mark.start].ends_with(' '));
            pieces.push((before..note.mark.end, format!("[^{}]", note.number)));
            let lead = note.whole.start - usize::from(text[..note.whole.start].ends_with(' '));
            pieces.push((lead..note.whole.end, String::new()));
        }
        for (at, break_) in headings(text, start) {
            pieces.push((at, break_));
        }
        let body = replaced(text, start, pieces);
        let mut cleaned = joined(&body);
        for note in &self.notes {
            // The text of a note may have lost apostrophes of its own.
            let inside = self
                .apostrophes
                .iter()
                .filter(|space| note.text.start <= space.start && space.end <= note.text.end);
            let pieces = inside
                .map(|space| (space.clone(), "’".to_owned()))
                .collect();
            let words = replaced(&text[..note.text.end], note.text.start, pieces);
            let number = note.number.to_string();
            cleaned.extend(["\n[^", &number, "]: ", words.trim(), "\n"]);
        }
        cleaned
    }
}

fn lines(text: &str, start: usize) -> impl Iterator<Item = Range<usize>> {
    let mut at = start;
    text.get(start..)
        .unwrap_or("")
        .split('\n')
        .map(move |line| {
            let range = at..at + line.trim_end_matches('\r').len();
            at += line.len() + 1;
            range
        })
}

/// The text with each piece in place of its range; of pieces that overlap the first counts.
fn replaced(text: &str, start: usize, mut pieces: Vec<(Range<usize>, String)>) -> String {
    // The longer piece first, which holds the others.
    pieces.sort_by(|(a, _), (b, _)| a.start.cmp(&b.start).then(b.end.cmp(&a.end)));
    let mut written = String::with_capacity(text.len() - start);
    let mut at = start;
    for (range, words) in pieces {
        if range.start < at {
            continue;
        }
        written.push_str(&text[at..range.start]);
        written.push_str(&words);
        at = range.end;
    }
    written.push_str(&text[at..]);
    written
}

/// The space between a word and an "s" that stands alone before another word.
fn apostrophes(text: &str, start: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices(" s ") {
        let before = text[..at].chars().next_back();
        let after = text[at + 3..].chars().next();
        let is_word = before.is_some_and(char::is_alphabetic);
        if at >= start && is_word && after.is_some_and(char::is_alphabetic) {
            found.push(at..at + 1);
        }
    }
    found
}

/// Numbers at the beginnings of long lines that grow by one, and the next at the end of the last line.
fn pages(text: &str, lines: &[Range<usize>]) -> Vec<(u32, Range<usize>)> {
    let filled: Vec<&Range<usize>> = lines
        .iter()
        .filter(|line| !text[(*line).clone()].trim().is_empty())
        .collect();
    let mut pages: Vec<(u32, Range<usize>)> = Vec::new();
    for (index, line) in filled.iter().enumerate() {
        let words = &text[(*line).clone()];
        let lead = words.len() - words.trim_start().len();
        let figures = digits(words.trim_start());
        let wanted = pages.last().map_or(2, |(page, _)| page + 1);
        let number: Option<u32> = words.trim_start()[..figures].parse().ok();
        let spaced = words.trim_start()[figures..].starts_with(' ');
        if index > 0 && spaced && number == Some(wanted) {
            let from = line.start + lead;
            pages.push((wanted, from..from + figures + 1));
        }
        if index + 1 == filled.len() && !pages.is_empty() {
            let wanted = pages.last().map_or(2, |(page, _)| page + 1);
            let trimmed = words.trim_end();
            let tail = trimmed.rsplit(' ').next().unwrap_or("");
            if tail.parse() == Ok(wanted) {
                let end = line.start + trimmed.len();
                pages.push((wanted, end - tail.len() - 1..end));
            }
        }
    }
    // One number alone may be anything.
    if pages.len() < 2 { Vec::new() } else { pages }
}

fn digits(words: &str) -> usize {
    words.bytes().take_while(u8::is_ascii_digit).count()
}

/// Footnotes 1, 2, 3 …: each number stands twice on one line, first as a mark, then before its text.
fn notes(text: &str, lines: &[Range<usize>], pages: &[(u32, Range<usize>)]) -> Vec<InlineNote> {
    let mut found: Vec<(InlineNote, Range<usize>)> = Vec::new();
    for number in 1..100 {
        let figure = number.to_string();
        let on_line = lines.iter().find_map(|line| {
            let places: Vec<Range<usize>> = places(text, line, &figure)
                .filter(|place| !pages.iter().any(|(_, page)| page.start == place.start))
                .collect();
            match places.as_slice() {
                [mark, label] if is_mark(text, mark) => {
                    Some((mark.clone(), label.clone(), line.clone()))
                }
                _ => None,
            }
        });
        let Some((mark, label, line)) = on_line else {
            break;
        };
        let note = InlineNote {
            number,
            mark,
            text: label.end + 1..line.end,
            whole: label.start..line.end,
        };
        found.push((note, line));
    }
    // A text ends where the next one on its line begins.
    for index in 1..found.len() {
        let (next, line) = (found[index].0.whole.start, found[index].1.clone());
        let before = &mut found[index - 1];
        if before.1 == line && before.0.whole.start < next {
            let end = next - usize::from(text[..next].ends_with(' '));
            before.0.text.end = end;
            before.0.whole.end = end;
        }
    }
    let in_order = found
        .windows(2)
        .all(|pair| pair[0].0.mark.start < pair[1].0.mark.start);
    if in_order {
        found.into_iter().map(|(note, _)| note).collect()
    } else {
        Vec::new()
    }
}

/// Where a figure stands between spaces with a capital or another figure behind it.
fn places<'t>(
    text: &'t str,
    line: &Range<usize>,
    figure: &'t str,
) -> impl Iterator<Item = Range<usize>> {
    let start = line.start;
    let words = &text[line.clone()];
    words.match_indices(figure).filter_map(move |(at, figure)| {
        let end = at + figure.len();
        let before = words[..at].ends_with(' ');
        let mut after = words[end..].strip_prefix(' ')?.chars();
        let first = after.next()?;
        let stands = before && (first.is_uppercase() || first.is_ascii_digit());
        stands.then_some(start + at..start + end)
    })
}

/// A mark stands behind the end of a sentence.
fn is_mark(text: &str, place: &Range<usize>) -> bool {
    text[..place.start]
        .trim_end()
        .ends_with(['.', ',', ';', ')', '”', '?'])
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
        breaks.push((found..found + length, format!("\n\n## {words}\n\n")));
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
        row.push((found + 1..found + 2, "\n\n".to_owned()));
        at = found + sign.len();
    }
    if row.len() > 1 {
        breaks.extend(row);
    }
}

/// Pages put together: a page that ends inside a sentence goes on with the next one.
fn joined(body: &str) -> String {
    let mut text = String::with_capacity(body.len());
    for part in body
        .split('\n')
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        let goes_on = part.starts_with(char::is_lowercase)
            && text
                .trim_end()
                .ends_with(|c: char| c.is_alphabetic() || c == ',');
        if goes_on {
            text.truncate(text.trim_end().len());
            text.push(' ');
        } else if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(part);
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A report of two pages in the way in which a PDF gives them away.
    fn copied() -> String {
        let filler =
            "States work on this every year and share what they learn with others. ".repeat(6);
        format!(
            "The Fund s report I. Introduction The Fund s work is new. II. Mandate It rests on law. 1 {filler}It goes on. 1 See the records of the Fund.\n\n2 Next page. The Fund s plan is long. 2 {filler}It is about migrants and 2 See the plan.\n\n3 the rights of all. {filler}4\n"
        )
    }

    #[test]
    fn what_is_certain_is_mended() {
        let text = copied();
        let extraction = Extraction::read(&text, 0).unwrap();
        assert_eq!(extraction.apostrophes.len(), 3);
        let pages: Vec<u32> = extraction.pages.iter().map(|(page, _)| *page).collect();
        assert_eq!(pages, [2, 3, 4]);
        assert_eq!(extraction.notes.len(), 2);
        let cleaned = extraction.cleaned(&text, 0);
        for words in [
            "The Fund’s report\n",
            "\n## I. Introduction\n\nThe Fund’s work is new.\n\n## II. Mandate\n",
            "It rests on law.[^1] States",
            "The Fund’s plan is long.[^2]",
            "It is about migrants and the rights of all.",
            "\n[^1]: See the records of the Fund.\n",
            "\n[^2]: See the plan.\n",
        ] {
            assert!(cleaned.contains(words), "{words:?} in {cleaned}");
        }
        assert!(!cleaned.contains(" 4"), "{cleaned}");
    }

    #[test]
    fn a_text_that_was_typed_is_left_alone() {
        let typed = "The Fund’s work is new and long. ".repeat(40);
        assert_eq!(Extraction::read(&typed, 0), None);
        assert_eq!(
            Extraction::read("The Fund s plan. The Fund s work. A Fund s life.", 0),
            None
        );
    }

    #[test]
    fn notes_that_cannot_be_told_apart_stay() {
        let text = copied().replace("1 See the records", "See the records");
        assert!(Extraction::read(&text, 0).unwrap().notes.is_empty());
    }
}
