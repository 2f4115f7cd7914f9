//! Word files, which are read and never written: their text, and places in it as a reader of Word finds
//! them.
//!
//! The text is taken out by the reader of sources, in a child process that limits itself; tracked changes
//! count as accepted, footnotes and printed numbers are kept.

use std::path::Path;

use corpus::import::{Child, Format, LARGEST_FOREIGN_FILE, Limits};
use workspace::in_words;

/// How many words name a paragraph.
const WORDS: usize = 6;

/// Whether a file is a Word file by the ending of its name.
pub(crate) fn is_word(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("docx"))
}

/// The bytes of a Word file.
///
/// # Errors
/// A message for the drafter.
pub(crate) fn read_file(path: &Path) -> Result<Vec<u8>, String> {
    let about = std::fs::metadata(path).map_err(|error| in_words(&error))?;
    if !about.is_file() {
        return Err("this is not a file".to_owned());
    }
    if about.len() > LARGEST_FOREIGN_FILE {
        return Err("this file is too large to be read".to_owned());
    }
    std::fs::read(path).map_err(|error| in_words(&error))
}

/// The text of a Word file: a paragraph on a line, with headings, footnotes and tables as Markdown marks
/// them.
///
/// # Errors
/// A message for the drafter where the file is broken, protected, or no Word file.
pub(crate) fn text(bytes: Vec<u8>, path: &Path) -> Result<String, String> {
    let program = std::env::current_exe().map_err(|error| in_words(&error))?;
    let child = Child::new(program, &["corpus", "read-draft"]);
    child
        .draft_text(bytes, Format::Docx, path, Limits::default())
        .map_err(|error| format!("this Word file cannot be read: {error}. {}", error.advice()))
}

/// The place of a byte offset: "paragraph 15, page 3, “Recalling its resolution …”". The number is the
/// printed one; what has none is named after the numbered paragraph above it, or, with a hash, counted from the
/// top. A footnote has its own.
pub(crate) fn place(text: &str, offset: usize) -> String {
    let offset = offset.min(text.len());
    let before = text.get(..offset).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let unit = match line.strip_prefix("| ") {
        Some(_) => "row of a table",
        None => "paragraph",
    };
    let note = note(line);
    let number = match (note, printed_number(line)) {
        (Some((mark, _)), _) => format!("footnote {mark}"),
        (None, Some(number)) => format!("paragraph {number}"),
        (None, None) => match text[..start].lines().rev().find_map(printed_number) {
            Some(above) => format!("{unit} after paragraph {above}"),
            None => format!("{unit} #{}", counted(&text[..start]) + 1),
        },
    };
    let page = if text.contains('\u{c}') {
        format!(", page {}", text[..start].matches('\u{c}').count() + 1)
    } else {
        String::new()
    };
    let mut words = note
        .map_or(line, |(_, words)| words)
        .split_whitespace()
        .filter(|word| !word.bytes().all(|byte| matches!(byte, b'#' | b'|')));
    let first: Vec<&str> = words.by_ref().take(WORDS).collect();
    let more = if words.next().is_some() { " …" } else { "" };
    format!("{number}{page}, “{}{more}”", first.join(" "))
}

/// How many paragraphs and rows `text` has; the line of dashes in a table is none, nor is a footnote.
fn counted(text: &str) -> usize {
    text.lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with("| --- |"))
        .filter(|line| note(line).is_none())
        .count()
}

/// The mark of a footnote and its words: `3` and "See …" of "[^3]: See …".
fn note(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix("[^")?.split_once("]: ")
}

/// The number that a paragraph begins with: `15` of "15. The report".
fn printed_number(line: &str) -> Option<&str> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0 && digits < 5 && line[digits..].starts_with(['.', ')'])).then(|| &line[..digits])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_named_by_number_page_and_words() {
        let text = "# Report\n\nIntroduction to it\n\n\u{c}\n15. Recalling resolution 67/172 on the protection of migrants\n";
        let at = |word: &str| place(text, text.find(word).unwrap());
        assert_eq!(
            at("67/172"),
            "paragraph 15, page 2, “15. Recalling resolution 67/172 on the …”"
        );
        assert_eq!(
            at("Introduction"),
            "paragraph #2, page 1, “Introduction to it”"
        );
        assert_eq!(at("Report"), "paragraph #1, page 1, “Report”");
        assert!(place("", 9).starts_with("paragraph #1"));
        assert_eq!(place("é", 1), "paragraph #1, “é”");
    }

    #[test]
    fn a_footnote_is_named_by_its_number() {
        let text = "A first one.[^4]\n\n[^4]: See resolution 67/172.\n\nA second one.\n";
        let at = |word: &str| place(text, text.find(word).unwrap());
        assert_eq!(at("67/172"), "footnote 4, “See resolution 67/172.”");
        assert_eq!(at("second"), "paragraph #2, “A second one.”");
    }

    #[test]
    fn what_has_no_number_is_named_after_what_has_one() {
        let text = "| Staff | Cost |\n| --- | --- |\n| Two | 4% |\n\n12. The Committee notes this.\n\nNoted\n\n| A | B |\n| --- | --- |\n| Travel, by air | 3% |\n";
        let at = |word: &str| place(text, text.find(word).unwrap());
        assert_eq!(at("4%"), "row of a table #2, “Two 4%”");
        assert_eq!(at("Noted"), "paragraph after paragraph 12, “Noted”");
        assert_eq!(
            at("3%"),
            "row of a table after paragraph 12, “Travel, by air 3%”"
        );
    }
}
