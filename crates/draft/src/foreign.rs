//! Other documents' titles in front of a draft: what a download page lists above the text it offers.
//!
//! Recognised by the page's own words, or as a long run of unconnected one-line paragraphs that a
//! short line ending in a colon closes. Where neither holds, nothing is taken away from the draft.

use std::ops::Range;

use crate::Dialect;
use crate::head::lines_from;

/// This many titles make a list that needs no heading of its own.
const MANY: usize = 20;

/// A line longer than this is prose.
const LONGEST_TITLE: usize = 300;

/// The range of other documents' titles at the beginning of `text`, closing line included.
///
/// Markdown marks its own structure, so there only an announced list counts.
pub(crate) fn titles(text: &str, dialect: Dialect) -> Option<Range<usize>> {
    let mut titles = 0;
    let mut sentences = 0;
    let mut announced = false;
    let mut before_blank = true;
    for (at, line) in lines_from(text, 0) {
        let line_end = at + line.len();
        let is_indented = line.starts_with("    ") || line.starts_with('\t');
        let line = line.trim();
        if line.is_empty() {
            before_blank = true;
            continue;
        }
        // What stands in code or in a comment is no list, whatever it says.
        let is_markup = is_indented || line.starts_with(['<', '`', '~']);
        if line.len() > LONGEST_TITLE || is_markup && dialect == Dialect::Markdown {
            return None;
        }
        if titles < 5
            && line
                .trim_end_matches(':')
                .eq_ignore_ascii_case("similar documents")
        {
            announced = true;
        } else if is_closing(line) {
            let enough = match (announced, dialect) {
                (true, _) => 3,
                (false, Dialect::Plain) => MANY,
                (false, Dialect::Markdown) => return None,
            };
            let unconnected = sentences * 10 <= titles * 3;
            return (titles >= enough && unconnected).then_some(0..line_end);
        } else {
            // A title may be hard-wrapped only under the announced list.
            if !before_blank && !announced {
                return None;
            }
            titles += 1;
            sentences += usize::from(line.ends_with('.') && line.contains(", "));
        }
        before_blank = announced && titles == 0;
    }
    None
}

/// A short line that announces the text itself: `Transcription:`.
fn is_closing(line: &str) -> bool {
    let Some(words) = line.strip_suffix(':') else {
        return false;
    };
    let words = words.trim_end();
    words.len() <= 24
        && words.split(' ').count() <= 2
        && words.chars().all(|c| c.is_alphabetic() || c == ' ')
        && words.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(titles: usize, closing: &str) -> String {
        let mut text = String::from("A title\n\nSimilar documents\n");
        for number in 0..titles {
            text.extend([
                "CONCEPT NOTE on Something ",
                if number % 2 == 0 { "\n\n" } else { "old\n\n" },
            ]);
        }
        text + closing
    }

    #[test]
    fn an_announced_list_ends_at_the_closing_line() {
        let text = list(6, "Transcription:\n\nThe text begins here.\n");
        let range = titles(&text, Dialect::Plain).unwrap();
        assert!(text[..range.end].ends_with("Transcription:"));
    }

    #[test]
    fn an_unannounced_list_must_be_long() {
        let long = list(30, "Transcription:\n").replace("Similar documents\n", "");
        assert!(titles(&long, Dialect::Plain).is_some());
        assert_eq!(titles(&long, Dialect::Markdown), None);
        let short = list(6, "Transcription:\n").replace("Similar documents\n", "");
        assert_eq!(titles(&short, Dialect::Plain), None);
    }

    #[test]
    fn what_stands_in_code_or_in_a_comment_is_no_list() {
        let text = list(6, "Transcription:\n\nThe text.\n");
        for opening in ["<!-- ", "```\n", "~~~\n", "    "] {
            let text = format!("Words.\n\n{opening}{text}");
            assert_eq!(titles(&text, Dialect::Markdown), None);
        }
    }

    #[test]
    fn a_draft_of_its_own_is_left_alone() {
        assert_eq!(
            titles(
                "I. Introduction\n\nThe report\n\nContents:\n\n1. One\n",
                Dialect::Plain
            ),
            None
        );
        assert_eq!(titles(&list(40, ""), Dialect::Plain), None);
    }
}
