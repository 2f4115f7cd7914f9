//! What one component of a symbol is: a number, a session, a stem with its number, a word.

use super::part::Part;
use super::{Case, Reader, order};
use crate::Roman;
use crate::grammar::{self, Component, PrefixKind};
use crate::symbol::shape;

impl<'t> Reader<'t, '_> {
    /// The component at `start` and the offset behind it, where it may stand there.
    pub(super) fn component(&self, start: usize) -> Option<(Part<'t>, usize)> {
        let rest = &self.text[start..];
        let (mut part, length) = match shape::plain_run(rest) {
            Some(raw) => (self.plain(raw)?, raw.len()),
            None => self.marked(rest)?,
        };
        let mut end = start + length;
        // Some conferences put their session in parentheses: COP(15).
        if let Part::Word { text, session, .. } = &mut part
            && text.len() <= 6
            && !matches!(*text, "RES" | "DEC")
            && let Some(number) = shape::parenthesised_number(&self.text[end..])
        {
            *session = number;
            end += number.len();
        }
        self.fits(&part).then_some((part, end))
    }

    /// A component of letters and figures alone.
    fn plain(&self, raw: &'t str) -> Option<Part<'t>> {
        if self.is_number(raw) {
            return Some(Part::Number(raw));
        }
        self.word(raw)
    }

    fn is_number(&self, raw: &str) -> bool {
        shape::is_number(raw) || self.is_lenient && shape::is_lettered_number(raw)
    }

    /// The component with stops, hyphens or commas in it at the start of `rest`, and its length.
    fn marked(&self, rest: &'t str) -> Option<(Part<'t>, usize)> {
        let run = shape::run_length(rest);
        let mut raw = rest[..run].trim_end_matches(['.', ',', '&', '-']);
        if self.is_lenient {
            raw = shape::with_letter(rest, raw);
        }
        Some((self.classify(raw)?, raw.len()))
    }

    fn classify(&self, raw: &'t str) -> Option<Part<'t>> {
        if self.is_number(raw) {
            return Some(Part::Number(raw));
        }
        if shape::is_special_session(raw) {
            return Some(Part::SpecialSession(raw));
        }
        match raw.rsplit_once('.') {
            Some((stem, number)) => self.dotted(raw, stem, number),
            None => self.word(raw),
        }
    }

    fn dotted(&self, raw: &'t str, stem: &'t str, number: &'t str) -> Option<Part<'t>> {
        if let Some(known) = grammar::dotted(stem)
            && known.allows(number)
        {
            let (stem, known) = (known.written, Some(known));
            return Some(Part::Dotted {
                stem,
                number,
                known,
            });
        }
        let counted = number.bytes().all(|byte| byte.is_ascii_digit())
            || self.is_lenient && shape::is_lettered_number(number);
        let listed = self.read.count == 0
            && self.rules.lists_dotted(stem)
            && (counted || Roman::parse(number).is_some());
        if listed || counted && self.is_lenient && shape::is_capital_word(stem) {
            return Some(Part::Dotted {
                stem,
                number,
                known: None,
            });
        }
        self.unlisted(raw)
    }

    fn word(&self, raw: &'t str) -> Option<Part<'t>> {
        let session = "";
        let known = grammar::word(raw);
        if self.read.count == 0
            && let Some(text) = self.rules.word(raw)
        {
            return Some(Part::Word {
                text,
                session,
                known,
            });
        }
        if let Some(component) = known {
            let text = component.written;
            return Some(Part::Word {
                text,
                session,
                known,
            });
        }
        self.unlisted(raw)
    }

    /// A component that no table lists, where the series lets it pass.
    fn unlisted(&self, raw: &'t str) -> Option<Part<'t>> {
        let first = self.read.count == 0;
        if first && !self.rules.allows_any() || !self.is_free(raw) {
            return None;
        }
        let passes = if self.is_lenient {
            shape::is_capital_word(raw)
                || (self.rules.allows_any() || self.rules.kind == PrefixKind::Organ)
                    && shape::is_title_word(raw)
        } else {
            let capitals = raw.bytes().all(|byte| byte.is_ascii_uppercase());
            let written = capitals
                || self.case == Case::Any && raw.bytes().all(|byte| byte.is_ascii_lowercase());
            let numeral = Roman::parse(&raw.to_ascii_uppercase()).is_some();
            // A session, of the year or of the committee: CEDAW/C/2009/II/4, CAT/C/XXVII/Concl.5.
            let session = match self.read.last {
                Some(Part::Number(year)) => grammar::is_year(year),
                Some(part) => part.is_word("C"),
                None => false,
            };
            written
                && shape::is_unlisted_word(raw)
                && (!numeral || session)
                && !order::is_slip_of_known(raw)
        };
        passes.then_some(Part::Word {
            text: raw,
            session: "",
            known: None,
        })
    }

    /// Whether `raw` is no component of the tables that lost its stop or its number: `WP30`, `CRP`.
    fn is_free(&self, raw: &str) -> bool {
        let letters = raw.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (stem, number) = raw.split_at(letters);
        let known = grammar::dotted(stem);
        if number.is_empty() {
            let letter = |known: &Component| stem.len() == 1 && !known.closes();
            return known.is_none_or(|known| self.is_lenient && letter(known));
        }
        // Conventions that meet by themselves write their meetings so: `UNEP/CMS/COP12`.
        let meeting = |known: &Component| {
            self.is_lenient && stem.len() > 2 && known.kind == grammar::ComponentKind::Body
        };
        known.is_none_or(|known| !known.allows(number) || meeting(known))
    }
}
