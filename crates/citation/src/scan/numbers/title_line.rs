//! The title line of a resolution, which opens with its number.

use crate::scan::cursor;
use crate::symbol::number;
use crate::{Citation, Form, Kind};

/// "78/217. Protection of migrants": the title line of a resolution opens with its own number.
pub(super) fn find(text: &str, found: &mut Vec<Citation>) {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        let at = start + indent;
        start += line.len();
        let session = cursor::digits(text, at);
        if !(2..=3).contains(&session.len()) || !text[at + session.len()..].starts_with('/') {
            continue;
        }
        let number = cursor::digits(text, at + session.len() + 1);
        let mut end = at + session.len() + 1 + number.len();
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
