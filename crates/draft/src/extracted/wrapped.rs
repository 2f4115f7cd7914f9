//! Text copied out of a PDF line by line: running heads, page numbers and footnotes stand between the lines of
//! its paragraphs.
//!
//! A footnote goes to the end where its mark is certain: a figure behind a word, once on the page that the note
//! closes. The others stay where they stand.

use std::ops::Range;

use super::{Extraction, InlineNote};
use crate::{Block, BlockKind, Dialect, Draft};

/// Fewer lines of a page may be figures of the text.
const FEWEST: usize = 3;

/// How many lines of its pages stand in a text; `None` where they are too few to show that it was copied.
pub(crate) fn page_lines(draft: &Draft) -> Option<usize> {
    if draft.dialect() != Dialect::Plain {
        return None;
    }
    let blocks = draft.blocks().into_iter();
    let lines = blocks
        .filter(|block| block.kind == BlockKind::Furniture)
        .count();
    (lines >= FEWEST).then_some(lines)
}

/// The text from `start` on as Markdown: without the lines of its pages, with the footnotes whose marks are
/// certain.
pub(crate) fn cleaned(draft: &Draft, text: &str, start: usize) -> String {
    let mut cut: Vec<Range<usize>> = Vec::new();
    let mut notes: Vec<InlineNote> = Vec::new();
    let mut page: Vec<Range<usize>> = Vec::new();
    let mut closed = false;
    for block in draft.blocks() {
        if block.span.start < start {
            continue;
        }
        match block.kind {
            BlockKind::Furniture => cut.push(block.span.clone()),
            BlockKind::FootnoteDefinition => {
                cut.extend(rule_above(text, block.span.start));
                notes.extend(note(text, &block, &page));
                closed = true;
            }
            _ => {
                if std::mem::take(&mut closed) {
                    page.clear();
                }
                page.push(block.span.clone());
            }
        }
    }
    let extraction = Extraction {
        notes: distinct(notes),
        apostrophes: super::lost(text, start),
        ..Extraction::default()
    };
    extraction.cleaned(text, start, &cut)
}

/// The line of strokes above the footnotes of a page.
fn rule_above(text: &str, note: usize) -> Option<Range<usize>> {
    let above = text[..note].trim_end();
    let bare = above.trim_end_matches('_');
    (above.len() - bare.len() >= 5).then_some(bare.len()..above.len())
}

/// A footnote with its mark, where one figure of `page` alone can be it.
fn note(text: &str, block: &Block<'_>, page: &[Range<usize>]) -> Option<InlineNote> {
    let whole = block.span.clone();
    let words = &text[whole.clone()];
    let lead = words.len() - words.trim_start().len();
    let bare = &words[lead..];
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let figure = &bare[..digits];
    let number = figure.parse().ok().filter(|_| digits <= 3)?;
    let has_words = bare[digits..].chars().any(char::is_alphabetic);
    let mut marks = page.iter().flat_map(|block| marks(text, block, figure));
    let mark = marks.next().filter(|_| has_words)?;
    marks.next().is_none().then_some(InlineNote {
        number,
        mark,
        text: whole.start + lead + digits..whole.end,
        whole,
    })
}

/// Where `figure` stands in a block as the mark of a footnote does.
fn marks<'t>(
    text: &'t str,
    block: &Range<usize>,
    figure: &'t str,
) -> impl Iterator<Item = Range<usize>> {
    let start = block.start;
    let words = &text[block.clone()];
    words.match_indices(figure).filter_map(move |(at, _)| {
        let (before, behind) = (&words[..at], &words[at + figure.len()..]);
        is_mark(before, behind).then_some(start + at..start + at + figure.len())
    })
}

/// Whether a figure between `before` and `behind` can be a mark: glued to a word or to its punctuation, or set
/// apart behind punctuation or a name.
fn is_mark(before: &str, behind: &str) -> bool {
    if behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '–' | '(')) {
        return false;
    }
    let Some(words) = before.strip_suffix(' ') else {
        return ends_in_word(before);
    };
    let next = behind.trim_start().chars().next();
    let begins_line = behind.trim_start_matches(' ').starts_with(['\n', '\r']);
    let is_apart = behind.starts_with(char::is_whitespace);
    if !words.ends_with(PUNCTUATION) {
        let name = last_word(words);
        let is_name = name.starts_with(char::is_uppercase) && name.ends_with(char::is_lowercase);
        return is_apart && is_name && name.len() > 3 && !COUNTED.contains(&name);
    }
    let bare = words.trim_end_matches(PUNCTUATION);
    let goes_on = next.is_none_or(char::is_uppercase) && begins_line;
    // "paragraphs 10, 12 and 14" is a list; a mark behind a year ends its paragraph.
    is_apart && (ends_in_word(words) || bare.ends_with(|c: char| c.is_ascii_digit()) && goes_on)
}

const PUNCTUATION: [char; 8] = [',', ';', ':', '.', '”', '’', ')', '"'];

/// Words with a capital that a number belongs to.
const COUNTED: [&str; 33] = [
    "Annex",
    "Appendix",
    "April",
    "Article",
    "Articles",
    "August",
    "Chapter",
    "December",
    "February",
    "Figure",
    "Goal",
    "Goals",
    "January",
    "July",
    "June",
    "March",
    "November",
    "October",
    "Paragraph",
    "Part",
    "Phase",
    "Principle",
    "Protocol",
    "Resolution",
    "Rule",
    "Rules",
    "Section",
    "September",
    "Session",
    "Supplement",
    "Table",
    "Target",
    "Volume",
];

/// Whether a mark can be glued to `before`: behind a small letter, or a mark of punctuation behind one. Behind a
/// capital or a figure the number may be that of a document.
fn ends_in_word(before: &str) -> bool {
    let bare = before.trim_end_matches(PUNCTUATION);
    let punctuation = before.len() - bare.len();
    let mut letters = bare.chars().rev();
    let is_word = letters.next().is_some_and(char::is_lowercase)
        && letters.next().is_some_and(char::is_alphabetic);
    // "art.5" and "para.5" are no marks.
    let is_shortened = punctuation == 1 && SHORTENED.contains(&last_word(bare));
    is_word && !is_shortened
}

/// Words before a number that end with a full stop and no sentence.
const SHORTENED: [&str; 9] = [
    "art", "arts", "chap", "fig", "para", "paras", "sect", "vol", "vols",
];

fn last_word(text: &str) -> &str {
    text.rsplit(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or("")
}

/// The notes, where no number stands twice; none where annexes count anew.
fn distinct(notes: Vec<InlineNote>) -> Vec<InlineNote> {
    let mut numbers: Vec<u32> = notes.iter().map(|note| note.number).collect();
    numbers.sort_unstable();
    let count = numbers.len();
    numbers.dedup();
    if numbers.len() == count {
        notes
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    /// A resolution as a PDF gives it away line by line.
    const PAGES: &str = "United Nations \nA/RES/79/900\n \nGeneral Assembly \nDistr.: General \n3 January 2025 \n \n24-12345 (E)    030125 \n*2412345* \n \nThe General Assembly, \n \nRecalling its resolution on the harmonization of the law,1 and the work2 of all \nof its bodies on the high- \nseas, \n \nReaffirming the mandate of the Commission to coordinate activities, including among \n__________________ \n \n1 Official Records, Supplement No. 17. \n2 See part 3, and\nits annex. \n \nA/RES/79/900 \n \n24-12345 \n2/3 \n \norganizations active in the field of trade law, as said in the report and in \nparagraph 2 of the annex, \n \n1. Decides to go on. \n \n3/3 \n24-12345 \n";

    fn clean(text: &str) -> Option<String> {
        Draft::new(text, Dialect::Plain, Arc::default()).cleaned()
    }

    #[test]
    fn pages_are_put_together_and_notes_go_to_the_end() {
        let cleaned = clean(PAGES).unwrap();
        for words in [
            "of the law,[^1] and the work[^2] of all\nof its bodies",
            "including among organizations active in the field",
            "\n\n1. Decides to go on.\n",
            "\n[^1]: Official Records, Supplement No. 17.\n",
            "\n[^2]: See part 3, and its annex.\n",
        ] {
            assert!(cleaned.contains(words), "{words:?} in {cleaned}");
        }
        for gone in ["2/3", "24-12345", "*2412345*", "____"] {
            assert!(!cleaned.contains(gone), "{gone:?} in {cleaned}");
        }
    }

    #[test]
    fn lost_apostrophes_are_put_back_where_several_are_lost() {
        let text = PAGES.replace("the mandate of the Commission", "the Commission s mandate");
        assert!(clean(&text).unwrap().contains("the Commission s mandate"));
        let text = text
            .replace(
                "as said in the report",
                "as the Council s report and the\nFund s plan say",
            )
            .replace("part 3", "the Secretariat s note");
        let cleaned = clean(&text).unwrap();
        for words in [
            "the Commission’s mandate",
            "Council’s report",
            "Fund’s plan",
        ] {
            assert!(cleaned.contains(words), "{words:?} in {cleaned}");
        }
    }

    #[test]
    fn a_note_whose_mark_is_on_another_page_stays() {
        let text = PAGES
            .replace("work2", "work")
            .replace("report and", "report2 and");
        let cleaned = clean(&text).unwrap();
        assert!(cleaned.contains("the report2 and in"), "{cleaned}");
        assert!(
            cleaned.contains("2 See part 3, and\nits annex."),
            "{cleaned}"
        );
        assert!(cleaned.contains("of the law,[^1] and"), "{cleaned}");
    }

    #[test]
    fn a_text_that_was_typed_has_no_lines_of_pages() {
        let typed = "A report\n\nThe work of 2012\nwas long.\n\n2\n\nIt goes on.\n";
        assert_eq!(clean(typed), None);
        let draft = Draft::new(PAGES, Dialect::Markdown, Arc::default());
        assert_eq!(page_lines(&draft), None);
    }

    #[test]
    fn figures_of_the_text_are_no_marks() {
        for (before, behind, expected) in [
            ("the Commission,", " and", true),
            ("all human rights", "\nand", true),
            ("as said.", " It", true),
            ("of the law”,", " which", true),
            ("Civil and Political Rights ", " and", true),
            ("of Human Rights, ", " which", true),
            ("of 5 July 2012, ", "\nReaffirming", true),
            ("in A/C.", " and", false),
            ("resolution 66", " of", false),
            ("see para.", " of", false),
            ("of IOM", " and", false),
            ("in the year ", " of", false),
            ("reaching Goal ", " and", false),
            ("paragraphs 10, ", " and", false),
            ("the report", "/14", false),
        ] {
            assert_eq!(is_mark(before, behind), expected, "{before}|{behind}");
        }
    }

    #[test]
    fn notes_that_are_counted_anew_stay() {
        let note = |number| InlineNote {
            number,
            mark: 0..1,
            text: 2..3,
            whole: 1..3,
        };
        assert_eq!(distinct(vec![note(1), note(2)]).len(), 2);
        assert_eq!(distinct(vec![note(1), note(1)]), []);
    }
}
