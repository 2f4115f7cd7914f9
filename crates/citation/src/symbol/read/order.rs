//! Which component may follow which, and when a row of components is a whole symbol.
//!
//! Series that the tables know are read strictly, so that a slip in them is seen; series of their own
//! are read as far as their shape goes.

use super::{ComponentKind, Part, Reader, grammar, shape};
use crate::grammar::{PrefixKind, is_year};

/// The bodies that stand before session or year, never behind.
const BEFORE_THE_SESSION: [&str; 5] = ["C", "CN", "AC", "CONF", "Sub"];

impl Reader<'_, '_> {
    /// Whether `part` may stand behind the components read so far.
    pub(super) fn fits(&self, part: &Part<'_>) -> bool {
        let Some(last) = &self.read.last else {
            return self.fits_first(part);
        };
        if last.kind() == Some(ComponentKind::Suffix) {
            return part.kind() == Some(ComponentKind::Suffix);
        }
        let closed = last.known().is_some_and(grammar::Component::closes);
        match part {
            Part::Number(text) => {
                let counts = self.is_lenient || !text.starts_with('0');
                !closed && counts && (self.is_lenient || self.number_fits(last, text))
            }
            Part::SpecialSession(_) => matches!(last, Part::Word { .. }),
            Part::Dotted { .. } | Part::Word { .. } => {
                let suffix = part.kind() == Some(ComponentKind::Suffix);
                (!closed || suffix) && (self.is_lenient || self.name_fits(last, part))
            }
        }
    }

    fn fits_first(&self, part: &Part<'_>) -> bool {
        match part {
            Part::Number(text) => {
                self.rules.allows_number(text)
                    && (self.is_lenient || shape::is_plain_number(text) && text.len() <= 5)
            }
            Part::SpecialSession(_) => self.rules.word("S-#").is_some(),
            Part::Dotted { stem, number, .. } => {
                // The Main Committees have one figure.
                let committee = *stem == "C" && self.rules.written == "A";
                let conference = *stem == "CONF" && self.is_organ();
                let digits = number.bytes().all(|byte| byte.is_ascii_digit());
                self.rules.allows_dotted(stem)
                    && (!committee || number.len() == 1)
                    && (!conference || digits && number.len() <= 3)
            }
            Part::Word { text, .. } => self.rules.allows_any() || self.rules.word(text).is_some(),
        }
    }

    fn number_fits(&self, last: &Part<'_>, text: &str) -> bool {
        match last {
            Part::Number(before) => self.second_number_fits(before, text),
            Part::SpecialSession(_) => true,
            Part::Dotted { .. } => shape::is_plain_number(text),
            Part::Word {
                text: word, known, ..
            } => {
                let dated = self.read.count == 1 && self.rules.year_follows(word)
                    // The Security Council dates its statements before it numbers them.
                    || *word == "PRST" && self.rules.written == "S";
                let session = *word == "C" && !self.is_organ();
                known.is_none_or(grammar::Component::before_number)
                    && (!dated || is_year(text))
                    && (!session || shape::is_plain_number(text))
            }
        }
    }

    fn second_number_fits(&self, before: &str, text: &str) -> bool {
        if self.read.communication {
            // 1779/2008, and joined ones: 3044/2017-3045/2017.
            let year = text.split('-').next().unwrap_or(text);
            return is_year(year)
                && (self.read.numbers == 1 || self.read.numbers == 2 && before.contains('-'));
        }
        if self.is_behind_nature() {
            return false;
        }
        if self.read.numbers > 1 {
            // Papers of the sessions of treaty bodies; a year at the end is that of a communication.
            return !self.is_organ() && self.read.numbers == 2 && !is_year(text);
        }
        let body = match self.read.before_last {
            None => self.rules.written,
            Some(Part::Dotted { stem: "CN", .. }) => "CN",
            // The papers of a session are not so many that one has a year's number: "E/C.12/11/2002".
            Some(Part::Dotted { .. }) if self.rules.written == "E" && is_year(text) => "E",
            Some(_) => return before.len() <= 3 || is_year(before),
        };
        match body {
            "A" => before.len() <= 3,
            "S" | "E" | "CN" => is_year(before),
            _ => !self.is_organ(),
        }
    }

    fn name_fits(&self, last: &Part<'_>, part: &Part<'_>) -> bool {
        let kind = part.kind();
        let suffix = kind == Some(ComponentKind::Suffix);
        match last {
            Part::Number(_) if suffix => !self.read.communication || self.read.numbers > 1,
            Part::Number(_) if self.is_organ() && self.read.count == 1 => {
                kind == Some(ComponentKind::Nature)
            }
            // A number never stands before the act that it numbers.
            Part::Number(_) if self.is_organ() && kind == Some(ComponentKind::Act) => false,
            Part::Number(_) if self.is_behind_nature() => kind == Some(ComponentKind::Nature),
            Part::Number(_) => {
                !matches!(part, Part::Dotted { stem, .. } if BEFORE_THE_SESSION.contains(stem))
            }
            Part::SpecialSession(_) => true,
            Part::Dotted { known, .. } => {
                suffix || known.is_none_or(grammar::Component::before_word)
            }
            Part::Word { known, .. } if suffix => {
                known.is_some_and(grammar::Component::before_suffix)
            }
            Part::Word { known, .. } => {
                let country = kind.is_none();
                known.is_none_or(|known| known.before_word() || country && known.before_country())
            }
        }
    }

    /// Whether the number read last is that of a comment, an observation or a list: `GC/31`, `CO/4`.
    fn is_behind_nature(&self) -> bool {
        let nature = |part: Part<'_>| {
            part.known()
                .is_some_and(|known| known.kind == ComponentKind::Nature && !known.before_word())
        };
        !self.read.communication && self.read.count > 2 && self.read.before_last.is_some_and(nature)
    }

    /// Whether the components read so far make a symbol.
    pub(super) fn is_complete(&self) -> bool {
        let (Some(first), Some(last)) = (&self.read.first, &self.read.last) else {
            return false;
        };
        if !self.written().bytes().any(|byte| byte.is_ascii_digit()) {
            return false;
        }
        let alone = self.read.count == 1;
        if self.is_lenient {
            return match first {
                Part::Number(text) if alone => {
                    let short = self.rules.kind == PrefixKind::Short;
                    self.rules.lists_number() && (!short || text.len() >= 3)
                }
                Part::Dotted { .. } => true,
                _ => !alone,
            };
        }
        let open = match last {
            Part::SpecialSession(_) => true,
            Part::Number(text) if alone => self.is_organ() && !self.is_running_number(text),
            Part::Number(_) => self.lacks_number(),
            Part::Dotted { known, .. } | Part::Word { known, .. } => known.is_some_and(|known| {
                known.kind == ComponentKind::Body || !known.before_word() && known.before_number()
            }),
        };
        !open && (!alone || matches!(first, Part::Number(_) | Part::Dotted { .. }))
    }

    /// Whether `text` may be the running number of the years before sessions and years stood in symbols.
    fn is_running_number(&self, text: &str) -> bool {
        let begun_by_year = match self.rules.written {
            "S" => is_year(text) && text >= "1994",
            "E" => is_year(text) && text >= "1978",
            _ => false,
        };
        text.len() >= 3 && !begun_by_year
    }

    /// Whether a session, a year or a communication still lacks the number that it opens.
    fn lacks_number(&self) -> bool {
        let Some(Part::Word { text, .. }) = self.read.before_last else {
            return false;
        };
        let session_of_council = text == "HRC" && self.read.count == 2;
        session_of_council || matches!(text, "PRST" | "D" | "DR")
    }
}

/// Whether two neighbouring letters of `word` changed places make it a component that the tables know.
pub(super) fn is_slip_of_known(word: &str) -> bool {
    let mut letters = [0_u8; 12];
    let Some(letters) = letters.get_mut(..word.len()).filter(|_| word.len() >= 2) else {
        return false;
    };
    letters.copy_from_slice(word.as_bytes());
    (1..letters.len()).any(|at| {
        if letters[at - 1] == letters[at] {
            return false;
        }
        letters.swap(at - 1, at);
        let known = std::str::from_utf8(letters).is_ok_and(|word| grammar::word(word).is_some());
        letters.swap(at - 1, at);
        known
    })
}
