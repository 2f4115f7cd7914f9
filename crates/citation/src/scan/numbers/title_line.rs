//! The title line of a resolution, which opens with its number.

use crate::scan::cursor;
use crate::symbol::number;
use crate::{Citation, Form, Kind};

/// "78/217. Protection of migrants": the title line of a resolution opens with its own number.
pub(super) fn find(text: &str, strokes: &[usize], found: &mut Vec<Citation>) {
    for &stroke in strokes {
        let Some(at) = session_that_opens_line(text, stroke) else {
            continue;
        };
        let number = cursor::digits(text, stroke + 1);
        let mut end = stroke + 1 + number.len();
        if !(1..=3).contains(&number.len()) {
            continue;
        }
        if let Some((_, length)) = number::part(&text[end..]) {
            end += length;
        }
        let rest = &text[end..];
        if rest.starts_with(". ")
            && rest[2..]
                .trim_start()
                .starts_with(|c: char| c.is_ascii_uppercase() || c == '\u{1A}')
        {
            found.push(Citation {
                token: at..end,
                phrase: at..end,
                kind: Kind::Number,
                form: Form::TitleLine,
                pinpoint: None,
                date: None,
            });
        }
    }
}

/// Where the digits before `stroke` begin, when they are those of a session and the first of their line.
fn session_that_opens_line(text: &str, stroke: usize) -> Option<usize> {
    let at = stroke - cursor::digits_before(text, stroke).len();
    if !(2..=3).contains(&(stroke - at)) {
        return None;
    }
    let before = text[..at].trim_end_matches([' ', '\t', '\r', '\u{B}', '\u{C}']);
    (before.is_empty() || before.ends_with('\n')).then_some(at)
}
