//! What a block opens with: the number of a paragraph, the label of an item, the caption of a table.

use std::ops::Range;

use citation::Roman;

use crate::BlockKind;

/// What a block opens with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// "12.": the number of a paragraph.
    Paragraph {
        /// The number.
        number: u32,
        /// Where number and stop stand.
        span: Range<usize>,
        /// Spaces before it, which show how deep a list is.
        indent: usize,
    },
    /// "(a)", "(iv)", "a)": the label of a sub-paragraph.
    Item {
        /// The letters without parentheses.
        label: Box<str>,
        /// Where the label stands, parentheses included; the opening one may be missing.
        span: Range<usize>,
    },
    /// "Table 3", "Annex II", "Figure 2": something that other places refer to by its number.
    Caption {
        /// What it is.
        thing: Thing,
        /// Its number, Roman numerals as figures; `None` for "Annex" alone.
        number: Option<u32>,
    },
    /// "IV.", "B." or "3." before the words of a heading.
    Section {
        /// The label as it is written, without stop.
        label: Box<str>,
    },
}

impl Opening {
    /// What a line inside a block opens with, where that is a label as blocks have it.
    pub fn of_line(line: &str) -> Option<Self> {
        find(line, BlockKind::Paragraph)
    }

    /// The number of a paragraph that stands inside marks, as texts under negotiation and bold recommendations have it:
    /// "[2. …]", "**2. …**", "~~2. …~~", "<ins>2. …</ins>", "1\\. …". `start` is the beginning of a block, of which
    /// [`Opening::MARKED`] bytes are enough; the place of number and stop counts from there.
    pub fn of_marked(start: &str) -> Option<Marked> {
        let mut bare = start;
        while let Some(behind) = MARKS.iter().find_map(|mark| bare.strip_prefix(mark)) {
            bare = behind;
        }
        let is_unmarked = bare.len() == start.len();
        let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
        let number = bare[..digits].parse().ok().filter(|_| digits <= 3)?;
        let rest = &bare[digits..];
        let behind = match rest.strip_prefix("\\.") {
            Some(behind) => behind,
            None if is_unmarked => return None,
            None => rest.strip_prefix('.')?,
        };
        let closed = behind.trim_start_matches(['*', '_']);
        let at = start.len() - bare.len();
        let span = at..start.len() - behind.len();
        closed
            .starts_with([' ', '\t', '\n', '\r'])
            .then_some(Marked {
                number,
                span,
                is_apart: closed.len() < behind.len() || is_unmarked,
            })
    }

    /// As many bytes of a block tell whether its number stands inside marks.
    pub const MARKED: usize = 40;
}

/// The number of a paragraph inside marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The number.
    pub number: u32,
    /// Where number and stop stand.
    pub span: Range<usize>,
    /// Whether the number alone is marked, "**2.** …", and the words of the paragraph are as others are.
    pub is_apart: bool,
}

/// What a paragraph or a part of it can stand in: brackets, emphasis, and the marks of what is put in, left out or
/// proposed.
const MARKS: [&str; 23] = [
    "[", "\\[", "{++", "{--", "{==", "{~~", "~~", "**", "__", "*", "_", "\\*", "<ins>", "<del>",
    "<u>", "<s>", "<b>", "<i>", "<strong>", "<em>", "<mark>", "==", "++",
];

/// What is referred to by a number inside one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Thing {
    /// A numbered paragraph.
    Paragraph,
    /// A section or chapter, numbered by Roman numerals or letters.
    Section,
    /// An annex or appendix.
    Annex,
    /// A table.
    Table,
    /// A figure, chart or map.
    Figure,
    /// A footnote.
    Footnote,
}

/// What the block opens with, if it is anything that is counted.
pub(crate) fn find(text: &str, kind: BlockKind) -> Option<Opening> {
    let bare = text.trim_start_matches([' ', '\t', '#', '>', '*', '_', '\n', '\r']);
    let at = text.len() - bare.len();
    let first = bare.bytes().next()?;
    if let BlockKind::Heading(_) = kind {
        return caption(bare).or_else(|| section(bare));
    }
    match first {
        b'0'..=b'9' => paragraph(text, bare, at),
        b'(' | b'a'..=b'z' => item(bare, at),
        _ => caption(bare),
    }
}

fn paragraph(text: &str, bare: &str, at: usize) -> Option<Opening> {
    // Emphasis or a heading mark before the figure: no number of a paragraph.
    if text[..at].contains(['*', '_', '#', '>']) {
        return None;
    }
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let number = bare[..digits].parse().ok().filter(|_| digits <= 3)?;
    let rest = bare[digits..].strip_prefix('.')?;
    rest.starts_with([' ', '\t', '\n', '\r'])
        .then_some(Opening::Paragraph {
            number,
            span: at..at + digits + 1,
            indent: at,
        })
}

fn item(bare: &str, at: usize) -> Option<Opening> {
    let close = bare.bytes().take(6).position(|byte| byte == b')')?;
    let opened = bare[..close].strip_prefix('(');
    let label = opened.unwrap_or(&bare[..close]).trim_end_matches(' ');
    // Without the first parenthesis, "see)" may be a word at the end of another.
    let is_label =
        opened.is_some() || label.len() == 1 || label.bytes().all(|byte| b"ivx".contains(&byte));
    let letters =
        is_label && !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_lowercase());
    let apart = bare[close + 1..].starts_with([' ', '\t', '\n', '\r']);
    (letters && apart).then(|| Opening::Item {
        label: label.into(),
        span: at..at + close + 1,
    })
}

fn caption(bare: &str) -> Option<Opening> {
    const THINGS: [(&str, Thing); 7] = [
        ("Annex", Thing::Annex),
        ("Appendix", Thing::Annex),
        ("Table", Thing::Table),
        ("Figure", Thing::Figure),
        ("Chart", Thing::Figure),
        ("Map", Thing::Figure),
        ("Section", Thing::Section),
    ];
    let initial = bare.as_bytes().first();
    let begins = |word: &str| initial == word.as_bytes().first() && bare.starts_with(word);
    let (word, thing) = THINGS.iter().find(|(word, _)| begins(word))?;
    let rest = bare[word.len()..].trim_end_matches(['*', '_']);
    let label = rest.strip_prefix([' ', '\u{a0}']).map_or("", |rest| {
        rest.split(|c: char| !c.is_alphanumeric())
            .next()
            .unwrap_or("")
    });
    let number = number_of(label);
    if *thing == Thing::Section {
        return number.map(|_| Opening::Section {
            label: label.into(),
        });
    }
    let alone = rest.trim().is_empty() && *thing == Thing::Annex;
    (number.is_some() || alone).then_some(Opening::Caption {
        thing: *thing,
        number,
    })
}

/// The number for which the label of an annex, a table or a section stands: 3 for "3", "III" and "C".
pub fn number_of(label: &str) -> Option<u32> {
    if let Ok(number) = label.parse() {
        return Some(number);
    }
    match label.as_bytes() {
        // Nothing has a hundred annexes, and some have four.
        [letter @ b'A'..=b'Z'] if !b"IVX".contains(letter) => Some(u32::from(letter - b'A') + 1),
        _ => Roman::parse(label).map(|roman| roman.value().into()),
    }
}

fn section(bare: &str) -> Option<Opening> {
    let (label, rest) = bare.split_once('.')?;
    let roman = Roman::parse(label).is_some();
    let letter = label.len() == 1 && label.bytes().all(|byte| byte.is_ascii_uppercase());
    let figure = matches!(label.len(), 1 | 2) && label.bytes().all(|byte| byte.is_ascii_digit());
    ((roman || letter || figure) && rest.starts_with([' ', '\t'])).then(|| Opening::Section {
        label: label.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_may_stand_inside_marks() {
        for (text, number, words, is_apart) in [
            ("[2. Urges States]", 2, "2.", false),
            ("\\[2. Urges States\\]", 2, "2.", false),
            ("**13. The Board recommends**", 13, "13.", false),
            ("~~[4. Urges States]~~", 4, "4.", false),
            ("{++2. Urges++}", 2, "2.", false),
            ("<ins>3. Urges</ins>", 3, "3.", false),
            ("**1.** The report", 1, "1.", true),
            ("1\\. The report", 1, "1\\.", true),
        ] {
            let marked = Opening::of_marked(text).unwrap();
            assert_eq!(marked.number, number, "{text}");
            assert_eq!(&text[marked.span], words, "{text}");
            assert_eq!(marked.is_apart, is_apart, "{text}");
        }
        for none in [
            "2. Urges",
            "[2] Urges",
            "**2.5 per cent**",
            "[^2. x",
            "é",
            "[",
            "",
        ] {
            assert_eq!(Opening::of_marked(none), None, "{none}");
        }
    }

    #[test]
    fn openings_are_told_apart() {
        let paragraph = |number, span, indent| {
            Some(Opening::Paragraph {
                number,
                span,
                indent,
            })
        };
        let of = |text| find(text, BlockKind::Paragraph);
        assert_eq!(of("12. The report"), paragraph(12, 0..3, 0));
        assert_eq!(of("   3. The report"), paragraph(3, 3..5, 3));
        for none in [
            "2013 was",
            "12.5 per cent",
            "3) one",
            "The 12. day",
            "1234. Text",
            "*3. x*",
        ] {
            assert_eq!(of(none), None, "{none}");
        }
        assert!(matches!(of("(iv) To do"), Some(Opening::Item { label, .. }) if &*label == "iv"));
        assert!(matches!(of("(c ) To do"), Some(Opening::Item { label, .. }) if &*label == "c"));
        assert!(
            matches!(of("b) To do"), Some(Opening::Item { label, span }) if &*label == "b" && span == (0..2))
        );
        assert_eq!(of("(see below)"), None);
        assert_eq!(of("see) below"), None);
        assert_eq!(of("a)b"), None);
        let caption = |thing, number| Some(Opening::Caption { thing, number });
        assert_eq!(of("**Table 3**\nFigures"), caption(Thing::Table, Some(3)));
        assert_eq!(of("Table of contents"), None);
        let heading = |text| find(text, BlockKind::Heading(1));
        assert_eq!(heading("# Annex II"), caption(Thing::Annex, Some(2)));
        assert_eq!(heading("# Annex"), caption(Thing::Annex, None));
        assert!(
            matches!(heading("## IV. Plan"), Some(Opening::Section { label }) if &*label == "IV")
        );
        assert!(
            matches!(heading("## 4. Format"), Some(Opening::Section { label }) if &*label == "4")
        );
        for none in ["## Plan", "## 4.2 Format", "## 2013. A year", "## . Plan"] {
            assert_eq!(heading(none), None, "{none}");
        }
    }
}
