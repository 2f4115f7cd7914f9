//! What follows `RES/` or `DEC/` in the symbols of the principal organs.

use super::{Act, Adopted, Body, Reader, Symbol, Term, number};

impl Reader<'_, '_> {
    /// Reads session, number, part and year of an adopted text, and the suffixes behind them.
    pub(super) fn adopted(mut self) -> Option<(Option<Adopted>, usize)> {
        let act = if self.written().ends_with("/RES") {
            Act::Resolution
        } else {
            Act::Decision
        };
        let written = self.written();
        let body = match &written[..written.len() - "/RES".len()] {
            organ if organ == self.rules.written => Body::listed(self.rules.written),
            key => Body::new(key),
        };
        let start = self.after_stroke()?;
        let session = number::session(&self.text[start..])
            .filter(|_| body.key() != Body::SECURITY_COUNCIL || act == Act::Decision);
        let (mut term, number, mut end) = if let Some((term, length)) = session {
            self.at = start + length;
            let next = self.after_stroke()?;
            let digits = number::digits(&self.text[next..], 4)?;
            (term, digits, next + digits.len())
        } else {
            let digits = number::digits(&self.text[start..], 5)?;
            (Term::Unstated, digits, start + digits.len())
        };
        if number.len() > 1 && number.starts_with('0') {
            return None;
        }
        let number: u32 = number.parse().ok()?;
        let mut part = None;
        if let Some((letters, length)) = number::part(&self.text[end..]) {
            part = Some(letters.into());
            end += length;
        }
        // The Council and its Commission number by year, or by session in Roman numerals.
        let by_year = matches!(
            body.key(),
            Body::ECONOMIC_AND_SOCIAL_COUNCIL | Body::COMMISSION_ON_HUMAN_RIGHTS
        );
        if by_year {
            term = number::by_year(term);
        }
        if by_year && matches!(term, Term::Session(_)) {
            return None;
        }
        if term == Term::Unstated {
            match number::parenthesis_term(&self.text[end..]) {
                Some((Term::Year(_), _)) if by_year => return None,
                Some((found, length)) => {
                    term = found;
                    end += length;
                    // 217 (III) A for 217 A (III).
                    let behind = number::part(&self.text[end..]).filter(|_| part.is_none());
                    if let Some((letters, length)) = behind {
                        part = Some(letters.into());
                        end += length;
                    }
                }
                // A year that can be none is a slip, a date a part of the sentence.
                None if body.key() == Body::SECURITY_COUNCIL
                    && !is_figure_in_parentheses(&self.text[end..]) => {}
                None => return None,
            }
        }
        // No body has adopted so many; beside a year it is a figure too many, which the facts tell.
        let is_too_long = number > 9999 && !matches!(term, Term::Year(_));
        if is_too_long || matches!(term, Term::Year(_)) && body.key() == Body::GENERAL_ASSEMBLY {
            return None;
        }
        let adopted = Adopted {
            body,
            act,
            term,
            number,
            part,
        };
        self.canonical.truncate(self.start);
        Symbol::write_adopted(&adopted, self.canonical);
        self.at = end;
        let whole = self.canonical.len();
        // Corrigenda and amendments of an adopted text go on after its number.
        let digits = &self.text[end..end];
        self.read.push(super::Part::Number(digits));
        self.suffixes();
        let rest = &self.text[self.at..];
        if rest.starts_with('/') && rest[1..].starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let adopted = (self.canonical.len() == whole).then_some(adopted);
        Some((adopted, self.at))
    }
}

/// Whether a parenthesis follows that begins as a year does and has no word, as a date has.
fn is_figure_in_parentheses(text: &str) -> bool {
    let inner = text.trim_start().strip_prefix('(').unwrap_or("");
    let inner = inner.split(')').next().unwrap_or(inner);
    let words = inner.split(|c: char| !c.is_ascii_alphabetic());
    inner.starts_with(['1', '2']) && words.map(str::len).max().unwrap_or(0) < 3
}
