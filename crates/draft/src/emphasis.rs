//! Words of a Markdown text without the marks that set them in italics or in bold: what a reader sees.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

/// `markdown` without the marks of emphasis, and without the strokes that make a mark a character. An asterisk that
/// opens or closes nothing stays, and so does all other markup.
pub fn without_emphasis(markdown: &str) -> Cow<'_, str> {
    if !markdown.contains(['*', '_', '\\']) {
        return Cow::Borrowed(markdown);
    }
    let mut left_out: Vec<Range<usize>> = Vec::new();
    for (event, range) in Parser::new(markdown).into_offset_iter() {
        let length = match event {
            Event::Start(Tag::Emphasis) => 1,
            Event::Start(Tag::Strong) => 2,
            Event::Text(_) if is_escaped(markdown, &range) => {
                left_out.push(range.start - 1..range.start);
                continue;
            }
            _ => continue,
        };
        left_out.push(range.start..range.start + length);
        left_out.push(range.end - length..range.end);
    }
    left_out.sort_by_key(|range| range.start);
    let mut read = String::with_capacity(markdown.len());
    let mut from = 0;
    for range in left_out {
        read.push_str(&markdown[from..range.start]);
        from = range.end;
    }
    read.push_str(&markdown[from..]);
    Cow::Owned(read)
}

/// Whether a stroke before the text at `range` makes its first sign a character.
fn is_escaped(markdown: &str, range: &Range<usize>) -> bool {
    let is_sign = markdown[range.clone()].starts_with(|c: char| c.is_ascii_punctuation());
    is_sign && markdown[..range.start].ends_with('\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sets_words_apart_is_not_read() {
        for (written, read) in [
            ("*Calls upon* all States", "Calls upon all States"),
            ("the _travaux préparatoires_,", "the travaux préparatoires,"),
            ("**Requests** and ***decides***", "Requests and decides"),
            ("**bold *both***", "bold both"),
            ("(*ibid.*) and “*inter alia*”", "(ibid.) and “inter alia”"),
        ] {
            assert_eq!(without_emphasis(written), read);
        }
    }

    #[test]
    fn what_is_a_character_stays() {
        for written in [
            "A/67/L.40*",
            "A/67/1* and A/67/2*",
            "* Reissued for technical reasons.",
            "snake_case_name and 2 * 3 * 4",
            "plain words",
        ] {
            assert_eq!(without_emphasis(written), written);
        }
        assert_eq!(without_emphasis(r"1\. a \*b\* c"), "1. a *b* c");
    }
}
