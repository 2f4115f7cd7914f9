//! The title line of a resolution, which opens with its number: "78/217. Protection of migrants", "3411 (XXX).
//! Self-determination".

use std::ops::Range;

use crate::normalise::{LETTER, OTHER};
use crate::scan::cursor;
use crate::symbol::number;
use crate::{Act, Body, Citation, Form, Kind, Naming, Term, facts};

/// "78/217. Protection of migrants": the title line of a resolution opens with its own number.
pub(super) fn find(text: &str, sessions: &[Range<usize>], found: &mut Vec<Citation>) {
    for session in sessions {
        let Range {
            start: at,
            end: stroke,
        } = *session;
        if opens_line(text, at) {
            found.extend(before_title(text, at, stroke));
        }
    }
}

/// Adds "5/14. End plastic pollution" at the beginning of a block and of its lines to `found`: a session of one figure, which
/// elsewhere nothing tells from a fraction.
pub(super) fn of_early_session(text: &str, found: &mut Vec<Citation>) {
    let mut start = text.len() - text.trim_start().len();
    loop {
        let stroke = start + cursor::digits(text, start).len();
        let is_early = stroke - start == 1 && text[stroke..].starts_with('/');
        match is_early
            .then(|| before_title(text, start, stroke))
            .flatten()
        {
            Some(one) => found.push(one),
            None => return,
        }
        let Some(line_break) = text[start..].find('\n') else {
            return;
        };
        start += line_break + 1;
    }
}

/// The number at `at`, whose stroke is at `stroke`, where a full stop and a title stand behind it.
fn before_title(text: &str, at: usize, stroke: usize) -> Option<Citation> {
    let number = cursor::digits(text, stroke + 1);
    let mut end = stroke + 1 + number.len();
    if !(1..=3).contains(&number.len()) {
        return None;
    }
    if let Some((_, length)) = number::part(&text[end..]) {
        end += length;
    }
    let rest = text[end..].strip_prefix('.').unwrap_or_default();
    let title = rest.trim_start_matches([' ', '\t', '\n', '\r']);
    // "50/7.Mandato": of what is glued to the stop only a letter begins a title.
    let is_title = title.starts_with(|c: char| {
        c.is_ascii_uppercase()
            || title.len() < rest.len() && c.is_ascii_digit()
            || matches!(c, OTHER | LETTER)
    });
    is_title.then_some(Citation {
        token: at..end,
        phrase: at..end,
        kind: Kind::Number,
        form: Form::TitleLine,
        pinpoint: None,
        date: None,
    })
}

/// "3411 (XXX). Self-determination", "377 A (V). Uniting for peace" at the beginning of a block: the number of a
/// resolution of the General Assembly before its title, where it is one of that session.
pub(super) fn numbered_through(text: &str) -> Option<Citation> {
    let start = text.len() - text.trim_start().len();
    let digits = cursor::digits(text, start);
    let value: u32 = digits.parse().ok().filter(|_| digits.len() <= 4)?;
    let behind = start + digits.len();
    let end = number::part(&text[behind..]).map_or(behind, |(_, length)| behind + length);
    let (term, length) = number::parenthesis_term(&text[end..])?;
    let end = end + length;
    let is_of_session = match term {
        Term::RomanSession(_) | Term::RomanSpecial(_) | Term::RomanEmergency(_) => {
            facts::session_of_running_number(value) == Some(term)
        }
        _ => false,
    };
    let rest = text[end..].strip_prefix('.')?.trim_start();
    let titled = rest.starts_with(|c: char| c.is_ascii_uppercase() || matches!(c, OTHER | LETTER));
    (is_of_session && titled).then(|| Citation {
        token: start..end,
        phrase: start..end,
        kind: Kind::Number,
        form: Form::Number {
            act: Act::Resolution,
            naming: Naming::Named(Body::general_assembly()),
            stem: None,
        },
        pinpoint: None,
        date: None,
    })
}

/// Whether only white space stands before `at` in its line.
fn opens_line(text: &str, at: usize) -> bool {
    let before = text.as_bytes()[..at].iter().rev();
    let last = before
        .copied()
        .find(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | 0xB | 0xC));
    last.is_none_or(|last| last == b'\n')
}
