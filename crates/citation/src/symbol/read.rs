//! Reads the longest symbol at the start of a folded text, component by component.
//!
//! Components are slices of the text; what is written is the canonical form, once.

use std::cell::Cell;

mod adopted;
mod component;
mod order;
pub(crate) mod parenthesis;
mod part;
mod plain;

use part::{Part, Read};

use super::structure::base_of;
use super::{Symbol, number, shape};
use crate::Body;
use crate::adopted::{Act, Adopted, Term};
use crate::grammar::{self, ComponentKind, Prefix, PrefixKind};
use crate::scan::looked_at;

/// Whether the first component must be in capitals, as running text has it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// `a/res/67/172` is read too.
    Any,
    /// Capitals only, so that `and/or` costs nothing.
    Capitals,
}

/// The symbol at the start of `text` and the byte offset of its end.
pub(crate) fn at_start(text: &str, case: Case) -> Option<(Symbol, usize)> {
    if let Some(read) = plain::resolution(text).or_else(|| plain::numbered(text)) {
        return Some(read);
    }
    if !has_figure(text) {
        return None;
    }
    // Most of what begins like a symbol is none, so memory is taken only for what is one.
    let mut canonical = SCRATCH.take();
    canonical.clear();
    let read = reach(text, case, &mut canonical).ok();
    let symbol = read.map(|(adopted, end)| (Symbol::from_parts(&canonical, adopted), end));
    SCRATCH.set(canonical);
    symbol
}

/// Whether the components at the start of `text` have a figure, as those of every symbol do.
fn has_figure(text: &str) -> bool {
    /// Behind so many bytes the components themselves are asked.
    const NEAR: usize = 96;
    let mut before = b'/';
    for byte in text.bytes().take(NEAR) {
        looked_at::count(1);
        match byte {
            b'0'..=b'9' => return true,
            b' ' | b'\r' | b'\n' => {
                if !matches!(before, b'/' | b'\r' | b'\n' | b' ' | b'-') && byte == b' ' {
                    return false;
                }
            }
            b'.' | b'-' | b'/' | b'(' | b')' | b',' | b'&' => {}
            byte if byte.is_ascii_alphabetic() => {}
            _ => return false,
        }
        before = byte;
    }
    text.len() > NEAR
}

thread_local! {
    /// Where the canonical form is written.
    static SCRATCH: Cell<String> = const { Cell::new(String::new()) };
}

/// Appends the symbol at the start of `text` to `canonical`; returns what was adopted under it and the
/// byte offset of its end, or how far it was read where it is none. What was appended then stays.
pub(crate) fn reach(
    text: &str,
    case: Case,
    canonical: &mut String,
) -> Result<(Option<Adopted>, usize), usize> {
    let (mut adopted, mut end) = single(text, case, canonical)?;
    // One document under two symbols: the second follows a hyphen, which may end a line.
    while let Some(next) = behind_hyphen(text, end) {
        let whole = canonical.len();
        canonical.push('-');
        match single(&text[next..], case, canonical) {
            Ok((_, length)) if !is_run(&canonical[..whole], &canonical[whole + 1..]) => {
                adopted = None;
                end = next + length;
            }
            _ => {
                canonical.truncate(whole);
                break;
            }
        }
    }
    Ok((adopted, end))
}

/// Whether a hyphen between the symbols means a run of documents of one series, not one document under two
/// symbols: `A/C.3/80/L.52-A/C.3/80/L.53`.
fn is_run(first: &str, second: &str) -> bool {
    let series = |symbol: &str| base_of(symbol).rfind('/');
    let last = first.rsplit('-').next().unwrap_or(first);
    matches!((series(last), series(second)), (Some(one), Some(other)) if last[..one] == second[..other])
}

fn behind_hyphen(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?.strip_prefix('-')?;
    let broken = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
    Some(at + 1 + broken)
}

fn single(
    text: &str,
    case: Case,
    canonical: &mut String,
) -> Result<(Option<Adopted>, usize), usize> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if letters == 0 || letters > 8 || text.as_bytes().get(letters) != Some(&b'/') {
        return Err(0);
    }
    let rules = grammar::prefix(&text[..letters]).ok_or(0_usize)?;
    if case == Case::Capitals && rules.written != &text[..letters] {
        return Err(0);
    }
    let start = canonical.len();
    canonical.push_str(rules.written);
    let mut reader = Reader {
        text,
        case,
        at: letters,
        canonical,
        start,
        rules,
        is_lenient: rules.is_lenient(),
        read: Read::default(),
    };
    reader.components();
    let stopped = reader.at;
    reader.finish().ok_or(stopped)
}

struct Reader<'t, 'c> {
    text: &'t str,
    case: Case,
    /// Byte offset of the next unread byte.
    at: usize,
    canonical: &'c mut String,
    /// Where this symbol begins in `canonical`.
    start: usize,
    rules: &'static Prefix,
    /// Whether components that no table lists are read.
    is_lenient: bool,
    read: Read<'t>,
}

impl<'t> Reader<'t, '_> {
    /// Reads components until one does not fit or an adopted number follows.
    fn components(&mut self) {
        while let Some(start) = self.after_stroke() {
            if self.expects_adopted() {
                return;
            }
            let Some((part, end)) = self.component(start) else {
                self.number_before_note(start);
                break;
            };
            self.push(part, end);
        }
    }

    /// Reads the number that a full stop and the figure of a footnote follow (`A/79/850.9`), where no
    /// further number could stand, so that the stop is no slip for a stroke.
    fn number_before_note(&mut self, start: usize) {
        let Some(number) = number::digits(&self.text[start..], 5) else {
            return;
        };
        let end = start + number.len();
        let note = self.text[end..]
            .strip_prefix('.')
            .and_then(|rest| number::digits(rest, 3));
        let part = Part::Number(number);
        let Some(note) = note.filter(|_| self.fits(&part)) else {
            return;
        };
        let (before, length) = (self.read, self.canonical.len());
        self.push(part, end);
        if self.fits(&Part::Number(note)) {
            self.read = before;
            self.canonical.truncate(length);
            self.at = start - 1;
        }
    }

    fn push(&mut self, part: Part<'t>, end: usize) {
        part.write(self.canonical);
        if let Part::Word { text, .. } = part
            && self.read.count == 0
            && self.rules.is_open_behind(text)
        {
            self.is_lenient = true;
        }
        self.read.push(part);
        self.at = end;
    }

    /// The offset behind a stroke, which a line break may follow or precede in text copied out of a PDF.
    fn after_stroke(&self) -> Option<usize> {
        let rest = &self.text[self.at..];
        match rest.as_bytes() {
            [b'/', behind, ..] if !matches!(behind, b' ' | b'\r' | b'\n') => {
                return Some(self.at + 1);
            }
            [b'/' | b'\r' | b'\n', ..] => {}
            _ => return None,
        }
        let before = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        let behind = rest[before..].strip_prefix('/')?;
        let spaces = behind.len() - behind.trim_start_matches([' ', '\r', '\n']).len();
        let broken = behind[..spaces].contains('\n');
        let next = self.at + before + 1 + spaces;
        match (before, spaces) {
            (0..=2, 0) => Some(next),
            (0, 1..=3)
                if broken && behind[spaces..].starts_with(|c: char| c.is_ascii_alphanumeric()) =>
            {
                Some(next)
            }
            _ => None,
        }
    }

    /// Whether the number of a resolution or decision of a principal organ has to follow.
    fn expects_adopted(&self) -> bool {
        let act = self
            .read
            .last
            .is_some_and(|part| part.is_word("RES") || part.is_word("DEC"));
        act && self.is_organ()
    }

    fn is_organ(&self) -> bool {
        self.rules.kind == PrefixKind::Organ
    }

    /// What this symbol's canonical form has so far.
    fn written(&self) -> &str {
        &self.canonical[self.start..]
    }

    fn finish(mut self) -> Option<(Option<Adopted>, usize)> {
        if self.expects_adopted() {
            return self.adopted();
        }
        if !self.is_complete() {
            return None;
        }
        let statement = self.statement();
        if self.parenthesis() {
            self.suffixes();
        }
        Some((statement, self.at))
    }

    /// Reads `/Add.1`, `/Corr.2` behind an adopted number or a parenthesis.
    fn suffixes(&mut self) {
        while let Some(next) = self.after_stroke() {
            let Some((part, end)) = self.component(next) else {
                return;
            };
            if part.kind() != Some(ComponentKind::Suffix) {
                return;
            }
            self.push(part, end);
        }
    }

    /// The number of a presidential statement: `S/PRST/2013/12`, `A/HRC/PRST/60/1`.
    fn statement(&self) -> Option<Adopted> {
        let written = self.written();
        if !written.as_bytes().contains(&b'P') {
            return None;
        }
        let (head, tail) = written.split_once("/PRST/")?;
        let (term, number) = tail.split_once('/')?;
        let term: u16 = term.parse().ok()?;
        let number = number.parse().ok()?;
        Some(Adopted {
            body: Body::new(head),
            act: Act::PresidentialStatement,
            term: number::term(term),
            number,
            part: None,
        })
    }
}
