//! Draws a finding whose mark stands in one line, as nearly all marks do.
//!
//! The library could draw these too, cell by cell, and it would cost more than checking the draft does. What is
//! written here is what it writes, byte for byte: the tests compare the two.

use annotate_snippets::renderer as library;
use rules::Severity;
use unicode_width::UnicodeWidthChar;

use super::{Kind, Told, WIDTH};
use crate::check::formats::{Look, word};

/// A line that begins with more white space than this is moved to the left, in columns.
const INDENT: usize = 26;

/// The colours of what is not plain text.
pub(super) struct Inks {
    error: Ink,
    warning: Ink,
    information: Ink,
    hint: Ink,
    /// Of line numbers and the strokes beside them.
    margin: Ink,
    /// Of titles.
    emphasis: Ink,
}

/// What a terminal is sent before and behind a stretch of text.
struct Ink {
    on: String,
    off: String,
}

impl Ink {
    fn of(style: library::Style) -> Self {
        Self {
            on: style.to_string(),
            off: format!("{style:#}"),
        }
    }

    fn write(&self, out: &mut Vec<u8>, text: &str) {
        self.around(out, |out| out.extend_from_slice(text.as_bytes()));
    }

    fn around(&self, out: &mut Vec<u8>, write: impl FnOnce(&mut Vec<u8>)) {
        out.extend_from_slice(self.on.as_bytes());
        write(out);
        out.extend_from_slice(self.off.as_bytes());
    }
}

impl Inks {
    /// Those of the library, or none.
    pub(super) fn new(look: Look) -> Self {
        let ink = |style| match look {
            Look::Coloured => Ink::of(style),
            Look::Plain => Ink::of(library::Style::new()),
        };
        Self {
            error: ink(library::DEFAULT_ERROR_STYLE),
            warning: ink(library::DEFAULT_WARNING_STYLE),
            information: ink(library::DEFAULT_INFO_STYLE),
            hint: ink(library::DEFAULT_NOTE_STYLE),
            margin: ink(library::DEFAULT_LINE_NUM_STYLE),
            emphasis: ink(library::DEFAULT_EMPHASIS_STYLE),
        }
    }

    const fn of(&self, severity: Severity) -> &Ink {
        match severity {
            Severity::Error => &self.error,
            Severity::Warning => &self.warning,
            Severity::Information => &self.information,
            Severity::Hint => &self.hint,
        }
    }
}

/// Whether everything stands in its line and the excerpt stays where it is.
pub(super) fn fits(told: &Told<'_>) -> bool {
    let mut texts = told.notes.iter().map(|(_, text)| text);
    let excerpt = &told.excerpt;
    if told.title.contains('\n')
        || excerpt.text.contains('\n')
        || texts.any(|text| text.contains('\n'))
    {
        return false;
    }
    let indent = excerpt.text.chars().take_while(|c| c.is_whitespace());
    let indent: usize = indent.map(|c| if c == '\t' { 4 } else { 1 }).sum();
    let before = || columns(&excerpt.text[..excerpt.marked.start]);
    let most = WIDTH - told.line.to_string().len() - " | ".len();
    // No byte takes more columns than a tabulator does.
    let is_short = excerpt.text.len() * 4 <= most;
    (indent <= INDENT || before() <= INDENT) && (is_short || columns(&excerpt.text) <= most)
}

/// Writes a finding that [`fits`], without a line break at its end.
pub(super) fn write(out: &mut Vec<u8>, told: &Told<'_>, inks: &Inks) {
    let excerpt = &told.excerpt;
    let number = told.line.to_string();
    let ink = inks.of(told.severity);
    ink.write(out, word(told.severity));
    inks.emphasis.around(out, |out| {
        out.extend_from_slice(b": ");
        show(out, &told.title);
    });
    out.push(b'\n');
    spaces(out, number.len());
    inks.margin.write(out, "--> ");
    out.extend_from_slice(told.place.as_bytes());
    out.push(b'\n');
    let stroke = |out: &mut Vec<u8>| {
        spaces(out, number.len() + 1);
        inks.margin.write(out, "|");
    };
    stroke(out);
    out.push(b'\n');
    inks.margin.write(out, &number);
    out.push(b' ');
    inks.margin.write(out, "|");
    if !excerpt.text.is_empty() {
        out.push(b' ');
        show(out, &excerpt.text);
    }
    out.push(b'\n');
    stroke(out);
    spaces(out, 1 + columns(&excerpt.text[..excerpt.marked.start]));
    let width = columns(&excerpt.text[excerpt.marked.clone()]).max(1);
    ink.around(out, |out| out.resize(out.len() + width, b'^'));
    if !told.notes.is_empty() {
        out.push(b'\n');
        stroke(out);
    }
    for (kind, text) in &told.notes {
        out.push(b'\n');
        spaces(out, number.len() + 1);
        inks.margin.write(out, "= ");
        inks.emphasis.write(
            out,
            match kind {
                Kind::Note => "note",
                Kind::Help => "help",
            },
        );
        out.extend_from_slice(b": ");
        out.extend_from_slice(text.as_bytes());
    }
}

fn spaces(out: &mut Vec<u8>, count: usize) {
    out.resize(out.len() + count, b' ');
}

/// Whether every byte is a character that is shown as it is and takes one column.
fn is_plain(text: &str) -> bool {
    plain_length(text.as_bytes()) == text.len()
}

/// How many bytes in front are such characters, at least as far as a whole stride of them goes.
fn plain_length(bytes: &[u8]) -> usize {
    /// So many are looked at together: without a branch for each, several take one step.
    const STRIDE: usize = 32;
    let is_plain = |bytes: &[u8]| {
        bytes
            .iter()
            .fold(true, |all, byte| all & matches!(byte, b' '..=b'~'))
    };
    let strides = bytes.chunks(STRIDE).take_while(|stride| is_plain(stride));
    strides.map(<[u8]>::len).sum()
}

/// How many columns of a terminal a text takes.
fn columns(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    text.chars().map(columns_of).sum()
}

fn columns_of(character: char) -> usize {
    match character {
        '\t' => 4,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => 1,
        other => other.width().unwrap_or(1),
    }
}

/// Writes a text as a terminal can show it: what would move its cursor or turn its direction is pictured.
fn show(out: &mut Vec<u8>, text: &str) {
    let mut rest = text;
    while let Some(at) = pictured(rest) {
        out.extend_from_slice(&rest.as_bytes()[..at]);
        let mut behind = rest[at..].chars();
        match behind.next().and_then(picture) {
            Some('\t') => spaces(out, 4),
            // It joins two pictures to one, of a width that terminals do not agree on.
            Some('\u{200D}') | None => {}
            Some(picture) => {
                out.extend_from_slice(picture.encode_utf8(&mut [0; 4]).as_bytes());
            }
        }
        rest = behind.as_str();
    }
    out.extend_from_slice(rest.as_bytes());
}

/// Where the first character stands that is not shown as it is.
fn pictured(text: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        at += plain_length(&text.as_bytes()[at..]);
        // Beyond ASCII only those of the general punctuation are pictured, which begin with this byte.
        let unusual = |byte: &u8| matches!(byte, ..b' ' | 0x7F | 0xE2);
        at += text.as_bytes()[at..].iter().position(unusual)?;
        let character = text[at..].chars().next()?;
        if picture(character).is_some() {
            return Some(at);
        }
        at += character.len_utf8();
    }
}

/// What stands for a character that is not shown as it is; the tabulator and the joiner for themselves.
fn picture(character: char) -> Option<char> {
    match character {
        '\t' | '\u{200D}' => Some(character),
        // The pictures of control characters stand in their order from U+2400 on.
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(character)),
        '\u{7F}' => Some('\u{2421}'),
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Some('\u{FFFD}'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::super::excerpt::Excerpt;
    use super::super::{Kind, Look, Pretty, Told};
    use super::*;

    /// What is drawn here, and what the library draws.
    fn both(told: &Told<'_>, look: Look) -> [String; 2] {
        let mut drawn = Vec::new();
        write(&mut drawn, told, &Inks::new(look));
        let of_library = Pretty::new(look).of_library(told);
        [String::from_utf8(drawn).unwrap(), of_library]
    }

    fn severity() -> impl Strategy<Value = Severity> {
        proptest::sample::select(vec![
            Severity::Error,
            Severity::Warning,
            Severity::Information,
            Severity::Hint,
        ])
    }

    /// Texts with what is shown otherwise than it is written, or over more columns or fewer.
    const TEXT: &str =
        "[a-z éя年ع“”…\t\u{c}\u{1}\u{1b}\r\u{7f}\u{85}\u{200d}\u{301}\u{202b}\u{2066}👩🏽]{0,40}";

    proptest! {
        #[test]
        fn it_is_what_the_library_draws(
            severity in severity(),
            title in TEXT,
            line in 1usize..12_000,
            [before, marked, after] in [TEXT, TEXT, TEXT],
            notes in vec((any::<bool>(), TEXT), 0..3),
        ) {
            let notes = notes.into_iter().map(|(is_help, text)| {
                let kind = if is_help { Kind::Help } else { Kind::Note };
                (kind, text.into())
            });
            let range = before.len()..before.len() + marked.len();
            let told = Told {
                severity,
                title,
                path: "drafts/one.md",
                place: format!("drafts/one.md:{line}:{}", before.chars().count() + 1),
                line,
                excerpt: Excerpt { text: format!("{before}{marked}{after}"), marked: range },
                notes: notes.collect(),
            };
            for look in [Look::Plain, Look::Coloured] {
                if fits(&told) {
                    let [drawn, of_library] = both(&told, look);
                    prop_assert_eq!(drawn, of_library);
                }
            }
        }
    }

    fn told(text: &str, marked: std::ops::Range<usize>) -> Told<'_> {
        Told {
            severity: Severity::Warning,
            title: "spelling: a word [E001]".to_owned(),
            path: "a.md",
            place: "a.md:9:1".to_owned(),
            line: 9,
            excerpt: Excerpt {
                text: text.to_owned(),
                marked,
            },
            notes: Vec::new(),
        }
    }

    #[test]
    fn what_is_moved_or_broken_is_left_to_the_library() {
        assert!(fits(&told("one word", 4..8)));
        assert!(fits(&told(&format!("{}word", " ".repeat(26)), 26..30)));
        assert!(!fits(&told(&format!("{}word", " ".repeat(27)), 27..31)));
        assert!(!fits(&told("two\nlines", 0..9)));
        assert!(fits(&told(&"x".repeat(596), 0..4)));
        assert!(!fits(&told(&"x".repeat(597), 0..4)));
        for text in [
            " ".repeat(26) + "word",
            "x".repeat(596),
            "\t".repeat(6) + "w",
        ] {
            let told = told(&text, text.len() - 1..text.len());
            let [drawn, of_library] = both(&told, Look::Plain);
            assert_eq!(drawn, of_library);
        }
    }
}
