//! Which words of a draft are its own sentences: not headings in capitals, titles, quotations, tables,
//! letterheads or other people's lists.

use std::ops::Range;
use std::sync::LazyLock;

use citation::Language;
use draft::{Block, BlockKind, Draft, Marks};
use memchr::memmem::Finder;

use super::entry::heads_entry;
use super::{Acronyms, Introduction, Part, Use};
use crate::prose::{LONGEST_TITLE, is_title};

/// How the explanation below a table begins.
const ABBREVIATIONS: &str = "Abbreviations:";

static EXPLANATION: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(ABBREVIATIONS));

/// Reads what the draft uses and introduces. A draft in another language than English is left alone, for
/// its agreed names are others. `text` is that of the draft.
pub(crate) fn read<'d>(draft: &'d Draft, text: &str) -> Acronyms<'d> {
    let mut acronyms = Acronyms::default();
    if draft.language() != Some(Language::English) {
        return acronyms;
    }
    let mut place = Place::default();
    let whole = text;
    for (index, block) in draft.blocks().iter().enumerate() {
        let heads = matches!(block.kind, BlockKind::Heading(_));
        let may_head = heads || block.kind == BlockKind::Paragraph;
        let marks = block.marks;
        let has_any = !(marks.acronyms.is_empty() && marks.definitions.is_empty());
        if !may_head && !has_any {
            continue;
        }
        let text = &text[block.span.clone()];
        if may_head {
            // In a text without blank lines a heading is the first line of its block.
            let lines = text.trim_start();
            let first = memchr::memchr(b'\n', lines.as_bytes());
            let first = &lines[..first.unwrap_or(lines.len())];
            if heads || is_short_paragraph(&block) && is_title(text) {
                place.enter(text);
            } else if stands_before(first) {
                place.enter(first);
            }
        }
        if has_any {
            let is_entry =
                |at: &Range<usize>| heads_entry(text, at) && has_another(draft, whole, index, at);
            read_block(&block, text, place, is_entry, &mut acronyms);
        }
    }
    acronyms
}

/// Where in the draft the reading stands.
#[derive(Clone, Copy, Debug)]
struct Place {
    part: Part,
    lists_abbreviations: bool,
    before: usize,
    annexes: usize,
}

impl Default for Place {
    fn default() -> Self {
        Self {
            part: Part::Body,
            lists_abbreviations: false,
            before: 0,
            annexes: 0,
        }
    }
}

impl Place {
    /// Goes on behind the heading `text`.
    fn enter(&mut self, text: &str) {
        let title = words_of(text).to_lowercase();
        let begins = |word: &str| title.starts_with(word);
        self.lists_abbreviations = ["abbreviations", "acronyms", "glossary"]
            .iter()
            .any(|word| title.contains(word));
        if stands_before(&title) {
            self.before += 1;
            self.part = Part::Before(self.before);
        } else if begins("annex") || begins("appendix") {
            self.annexes += 1;
            self.part = Part::Annex(self.annexes);
        } else if matches!(self.part, Part::Before(_)) {
            self.part = Part::Body;
        }
    }
}

/// A title without its markup.
fn words_of(title: &str) -> &str {
    title.trim_matches(|character: char| !character.is_alphanumeric())
}

/// Whether a title is that of a part that stands before the text and is read without it.
fn stands_before(title: &str) -> bool {
    const TITLES: [&str; 5] = [
        "summary",
        "executive summary",
        "abstract",
        "foreword",
        "preface",
    ];
    let words = words_of(title);
    TITLES
        .iter()
        .any(|before| before.eq_ignore_ascii_case(words))
}

/// Whether beside an acronym, at a byte range of block `index`, that heads a line as an entry of a list of abbreviations
/// does, another line of the block, or of the one before or behind it, does likewise. A line by itself may be one of a
/// conversation: "WHO: we agree". `text` is that of the draft.
fn has_another(draft: &Draft, text: &str, index: usize, at: &Range<usize>) -> bool {
    let heads = |index: usize, at: &Range<usize>| {
        let block = draft.blocks().get(index)?;
        Some(heads_entry(text.get(block.span)?, at))
    };
    let mut near = index.saturating_sub(1)..=index + 1;
    near.any(|other| {
        let block = draft.blocks().get(other);
        let acronyms = block.iter().flat_map(|block| &block.marks.acronyms);
        acronyms
            .map(|acronym| &acronym.span)
            .any(|span| (other, span) != (index, at) && heads(other, span) == Some(true))
    })
}

fn read_block<'d>(
    block: &Block<'d>,
    text: &str,
    place: Place,
    is_entry: impl Fn(&Range<usize>) -> bool,
    acronyms: &mut Acronyms<'d>,
) {
    let start = block.span.start;
    // What a passage in another language introduces is known, and what it uses is its own affair.
    let is_english = block.marks.language == Language::English;
    let sentences = match block.kind {
        BlockKind::Paragraph => is_english && !is_title(text) && !is_in_capitals(text),
        BlockKind::ListItem => is_english && !is_in_capitals(text),
        BlockKind::FrontMatter
        | BlockKind::Code
        | BlockKind::Html
        | BlockKind::Furniture
        | BlockKind::ForeignTitles => return,
        _ => false,
    };
    for definition in &block.marks.definitions {
        // "GS (PL)" is two short forms, and none that is written out.
        let is_written_out = definition.full.chars().any(char::is_lowercase);
        if !definition.acronym || !is_written_out {
            continue;
        }
        let apart = !sentences
            || is_letterhead(text, &definition.full_span, &definition.short_span)
            || is_in_name(text, definition.short_span.end);
        acronyms.introductions.push(Introduction {
            letters: &definition.short,
            full: &definition.full,
            is_certain: definition.by_initials,
            span: shifted(&definition.short_span, start),
            full_span: shifted(&definition.full_span, start),
            part: if apart { Part::Apart } else { place.part },
            is_listed: false,
        });
    }
    let borrowed = if sentences {
        borrowed_words(text, block.marks)
    } else {
        Vec::new()
    };
    let explains = !block.marks.acronyms.is_empty() && EXPLANATION.find(text.as_bytes()).is_some();
    for acronym in &block.marks.acronyms {
        let at = &acronym.span;
        let listed = block.kind == BlockKind::Table && begins_cell(text, at.start);
        let is_listed = place.lists_abbreviations || is_entry(at);
        let explained = is_listed || explains && follows_abbreviations(text, at.start);
        if explained || listed || shares_parentheses(text, at) {
            acronyms.introductions.push(Introduction {
                letters: &acronym.letters,
                full: "",
                is_certain: false,
                span: shifted(at, start),
                full_span: shifted(at, start),
                part: Part::Apart,
                is_listed,
            });
            continue;
        }
        let is_borrowed = borrowed.iter().any(|words| overlap(words, at));
        if sentences && !is_borrowed && !is_joined(text, at) && !is_in_name(text, at.end) {
            acronyms.uses.push(Use {
                letters: &acronym.letters,
                span: shifted(at, start),
            });
        }
    }
}

fn shifted(range: &Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn is_short_paragraph(block: &Block<'_>) -> bool {
    block.kind == BlockKind::Paragraph && block.span.len() <= LONGEST_TITLE
}

/// Whether more of the letters are capitals than not, as in headings of exported texts.
fn is_in_capitals(text: &str) -> bool {
    // Of sentences, this is all that has to be counted, and not to the end.
    let mut plain = 0;
    for bytes in text.as_bytes().chunks(u8::MAX as usize) {
        plain += small_letters(bytes);
        if plain * 2 >= text.len() {
            return false;
        }
    }
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let small = text.chars().filter(|c| c.is_lowercase()).count();
    capitals > small
}

/// How many of at most 255 bytes are small letters. Counted in a byte, so that many are looked at together.
fn small_letters(bytes: &[u8]) -> usize {
    let letters = bytes.iter().map(|byte| u8::from(byte.is_ascii_lowercase()));
    usize::from(letters.fold(0, u8::wrapping_add))
}

/// Whether an introduction is a letterhead: the full name opens the block, and another title or nothing
/// follows.
fn is_letterhead(text: &str, full: &Range<usize>, short: &Range<usize>) -> bool {
    let opens = text
        .get(..full.start)
        .is_some_and(|before| !before.chars().any(char::is_alphanumeric));
    let rest = text.get(short.end..).unwrap_or("");
    let rest = rest.trim_start_matches([')', '*', '_', ' ']);
    opens && !rest.starts_with(|c: char| c.is_lowercase() || ",.;:’'".contains(c))
}

/// Words that are not the draft's own: quotations, emphasised titles, link targets, symbols.
pub(super) fn borrowed_words(text: &str, marks: &Marks) -> Vec<Range<usize>> {
    let mut borrowed: Vec<Range<usize>> = Vec::new();
    borrowed.extend(marks.links.iter().map(|link| link.target_span.clone()));
    borrowed.extend(
        marks
            .citations
            .iter()
            .filter(|citation| citation.kind == citation::Kind::Symbol)
            .map(|citation| citation.token.clone()),
    );
    borrowed.extend(marks.quotations.iter().cloned());
    if memchr::memchr2(b'*', b'_', text.as_bytes()).is_some() {
        for mark in [b'*', b'_'] {
            emphasised(text, mark, &mut borrowed);
        }
    }
    borrowed
}

/// Adds every stretch between two marks of emphasis; a mark without partner opens nothing.
fn emphasised(text: &str, mark: u8, into: &mut Vec<Range<usize>>) {
    let mut opened = None;
    for at in memchr::memchr_iter(mark, text.as_bytes()) {
        match opened.take() {
            Some(start) => into.push(start..at),
            None => opened = Some(at),
        }
    }
}

/// Whether a stroke or a code joins the acronym to another word: "IOM/OSCE", "HIV/AIDS", "GC(67)".
fn is_joined(text: &str, at: &Range<usize>) -> bool {
    let bytes = text.as_bytes();
    let before = at.start.checked_sub(1).and_then(|index| bytes.get(index));
    before == Some(&b'/') || matches!(bytes.get(at.end), Some(b'/' | b'('))
}

/// Whether a word with a capital follows, so that the acronym is part of somebody's name or title:
/// "TRIPS Agreement", "(SAMOA) Pathway".
fn is_in_name(text: &str, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or("");
    let rest = rest.strip_prefix(')').unwrap_or(rest);
    let word = rest.trim_start();
    let mut letters = word.chars();
    word.len() < rest.len()
        && letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase)
}

/// Whether the acronym stands first of several names in parentheses: "(ISIL, also known as Da’esh)".
fn shares_parentheses(text: &str, at: &Range<usize>) -> bool {
    let before = text.get(..at.start).unwrap_or("");
    let after = text.get(at.end..).unwrap_or("");
    before.ends_with('(')
        && [", also ", " or ", ", or ", ", formerly "]
            .iter()
            .any(|words| after.starts_with(words))
}

/// Whether a place stands in the explanation below a table: "Abbreviations: GS, General Service".
fn follows_abbreviations(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    before.lines().any(|line| {
        line.trim_start_matches(['*', '_', ' '])
            .starts_with(ABBREVIATIONS)
    })
}

/// Whether a place in a table row is the beginning of the row's first cell.
fn begins_cell(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    let row = before.rsplit('\n').next().unwrap_or(before);
    row.chars()
        .all(|c| c == '|' || c == '*' || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letterhead_is_no_sentence() {
        let text = "International Organization for Migration (IOM) Organisation internationale";
        assert!(is_letterhead(text, &(0..40), &(42..45)));
        let text = "International Organization for Migration (IOM) is the only one.";
        assert!(!is_letterhead(text, &(0..40), &(42..45)));
        let text = "the International Organization for Migration (IOM)";
        assert!(!is_letterhead(text, &(4..44), &(46..49)));
    }

    #[test]
    fn emphasised_and_joined_words_are_borrowed() {
        let text = "The *Role of NGOs* and IOM/OSCE modules";
        let borrowed = borrowed_words(text, &Marks::default());
        let ngo = text.find("NGOs").unwrap();
        assert!(borrowed.iter().any(|words| overlap(words, &(ngo..ngo + 4))));
        let osce = text.find("OSCE").unwrap();
        assert!(is_joined(text, &(osce..osce + 4)));
    }

    #[test]
    fn a_line_in_capitals_is_no_sentence() {
        assert!(is_in_capitals("REPORT OF THE HLD"));
    }

    #[test]
    fn a_name_that_holds_an_acronym_is_no_use() {
        assert!(is_in_name("the TRIPS\nAgreement", 9));
        assert!(is_in_name("(SAMOA) Pathway", 6));
        assert!(!is_in_name("the NGOs that", 8));
        assert!(!is_in_name("the NGOs. They", 8));
        assert!(shares_parentheses("Levant (ISIL, also known", &(8..12)));
    }

    #[test]
    fn titles_end_without_a_stop() {
        assert!(is_title("Input of IOM to the report"));
        assert!(!is_title("IOM has an input."));
        assert!(!is_title("IOM has an input.”"));
    }

    #[test]
    fn annexes_and_summaries_are_parts() {
        let mut place = Place::default();
        place.enter("# Summary");
        assert_eq!(place.part, Part::Before(1));
        place.enter("Preface");
        assert_eq!(place.part, Part::Before(2));
        place.enter("## I. Introduction");
        assert_eq!(place.part, Part::Body);
        place.enter("Annex I");
        place.enter("Annex II");
        assert_eq!(place.part, Part::Annex(2));
        place.enter("List of abbreviations");
        assert!(place.lists_abbreviations);
    }

    #[test]
    fn abbreviations_below_a_table_are_explained() {
        let text = "Total GS 1\nAbbreviations: GS (OL), General Service (Other level)";
        let places: Vec<usize> = text.match_indices("GS").map(|(at, _)| at).collect();
        assert!(!follows_abbreviations(text, places[0]));
        assert!(follows_abbreviations(text, places[1]));
    }
}
