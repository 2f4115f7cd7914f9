//! The title line of a resolution, which opens with its number.

use std::ops::Range;

use crate::normalise::{LETTER, OTHER};
use crate::scan::cursor;
use crate::symbol::number;
use crate::{Citation, Form, Kind};

/// "78/217. Protection of migrants": the title line of a resolution opens with its own number.
pub(super) fn find(text: &str, sessions: &[Range<usize>], found: &mut Vec<Citation>) {
    for session in sessions {
        let Range {
            start: at,
            end: stroke,
        } = *session;
        if !opens_line(text, at) {
            continue;
        }
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
            && rest[2..].trim_start().starts_with(|c: char| {
                c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, OTHER | LETTER)
            })
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

/// Whether only white space stands before `at` in its line.
fn opens_line(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '\t', '\r', '\u{B}', '\u{C}']);
    before.is_empty() || before.ends_with('\n')
}
