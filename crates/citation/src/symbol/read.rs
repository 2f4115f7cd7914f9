//! Reads the longest symbol at the start of a folded text, component by component.

use super::{Symbol, number, shape};
use crate::adopted::{Act, Adopted, Term};
use crate::grammar::{self, Prefix};
use crate::{Body, Roman};

/// Whether the first component must be in capitals, as running text has it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// `a/res/67/172` is read too.
    Any,
    /// Capitals only, so that `and/or` costs nothing.
    Capitals,
}

/// What a component is, once read.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    /// `67`, `21-22`, `1461,1462`.
    Number,
    /// `S-10`, `ES-10`.
    SpecialSession,
    /// `L.40`, `Add.1`: a stem and a number.
    Dotted(String),
    /// `RES`, `CO`, `PHL`.
    Word(String),
}

/// The symbol at the start of `text` and the byte offset of its end.
pub(crate) fn at_start(text: &str, case: Case) -> Option<(Symbol, usize)> {
    let (mut canonical, mut adopted, mut end) = single(text, case)?;
    // One document under two symbols: the second follows a hyphen.
    while text.as_bytes().get(end) == Some(&b'-') {
        let Some((next, _, length)) = single(&text[end + 1..], Case::Capitals) else {
            break;
        };
        canonical = format!("{canonical}-{next}");
        adopted = None;
        end += 1 + length;
    }
    Some((Symbol::from_parts(canonical, adopted), end))
}

fn single(text: &str, case: Case) -> Option<(String, Option<Adopted>, usize)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if letters == 0 || letters > 8 || text.as_bytes().get(letters) != Some(&b'/') {
        return None;
    }
    let name = match case {
        Case::Any => text[..letters].to_ascii_uppercase(),
        Case::Capitals => text[..letters].to_owned(),
    };
    let rules = grammar::prefix(&name)?;
    let mut reader = Reader {
        text,
        at: letters,
        canonical: name,
        parts: Vec::new(),
        rules,
    };
    reader.components();
    reader.finish()
}

struct Reader<'t> {
    text: &'t str,
    /// Byte offset of the next unread byte.
    at: usize,
    canonical: String,
    parts: Vec<Part>,
    rules: &'static Prefix,
}

impl Reader<'_> {
    /// Reads components until one does not fit or an adopted number follows.
    fn components(&mut self) {
        while let Some(start) = self.after_stroke() {
            if self.expects_adopted() {
                return;
            }
            let Some((part, written, end)) = self.component(start) else {
                break;
            };
            self.canonical.push('/');
            self.canonical.push_str(&written);
            self.parts.push(part);
            self.at = end;
        }
    }

    /// The offset behind a stroke, which a line break may follow in text copied out of a PDF.
    fn after_stroke(&self) -> Option<usize> {
        let rest = self.text[self.at..].strip_prefix('/')?;
        let spaces = rest.len() - rest.trim_start_matches([' ', '\r', '\n']).len();
        let broken = rest[..spaces].contains('\n');
        match spaces {
            0 => Some(self.at + 1),
            1..=3 if broken && rest[spaces..].starts_with(|c: char| c.is_ascii_alphanumeric()) => {
                Some(self.at + 1 + spaces)
            }
            _ => None,
        }
    }

    fn component(&self, start: usize) -> Option<(Part, String, usize)> {
        let run = shape::run_length(&self.text[start..]);
        let raw = self.text[start..start + run].trim_end_matches(['.', ',', '&', '-']);
        let (part, written) = self.classify(raw)?;
        let mut end = start + raw.len();
        let mut written = written;
        // ICCD puts the session of its conference in parentheses: COP(15).
        if matches!(&part, Part::Word(word) if matches!(word.as_str(), "COP" | "CRIC" | "CST" | "MIN"))
            && let Some(number) = shape::parenthesised_number(&self.text[end..])
        {
            written.push_str(number);
            end += number.len();
        }
        Some((part, written, end))
    }

    fn classify(&self, raw: &str) -> Option<(Part, String)> {
        let first = self.parts.is_empty();
        if shape::is_number(raw) {
            let fits = if first {
                self.rules.allows_number()
            } else {
                self.number_fits(raw)
            };
            return fits.then(|| (Part::Number, raw.to_owned()));
        }
        if let Some(session) = shape::special_session(raw) {
            let stem = session.split('-').next().unwrap_or("");
            let fits = !first || self.rules.allows_any() || matches!(stem, "S" | "ES");
            return fits.then_some((Part::SpecialSession, session));
        }
        if let Some((stem, number)) = raw.rsplit_once('.')
            && (shape::is_number(number) || Roman::parse(number).is_some())
        {
            return self.classify_dotted(stem, number, first);
        }
        let known = grammar::component(raw).filter(|component| component.alone);
        let word = known.map_or_else(|| raw.to_owned(), |component| component.written.to_owned());
        let fits = if first {
            self.rules.allows_word(&word) && word.starts_with(|c: char| c.is_ascii_uppercase())
        } else {
            known.is_some()
                || shape::is_capital_word(raw)
                || self.rules.allows_any() && shape::is_title_word(raw)
        };
        fits.then(|| (Part::Word(word.clone()), word))
    }

    /// Whether a number may follow the components read so far: nothing is counted behind a draft,
    /// a record or a suffix, and the Security Council dates its statements before it numbers them.
    fn number_fits(&self, raw: &str) -> bool {
        match self.parts.last() {
            Some(Part::Dotted(stem)) => !matches!(
                stem.as_str(),
                "L" | "PV" | "SR" | "Add" | "Corr" | "Rev" | "Amend"
            ),
            Some(Part::Word(word)) if word == "PRST" && self.canonical.starts_with("S/") => {
                raw.len() == 4
            }
            _ => true,
        }
    }

    fn classify_dotted(&self, stem: &str, number: &str, first: bool) -> Option<(Part, String)> {
        let known = grammar::component(stem).filter(|component| component.dotted);
        let written = match known {
            // `RES` alone is a resolution; `Res.3` is how the younger assemblies number theirs.
            Some(component) if matches!(component.written, "RES" | "DEC") => {
                format!(
                    "{}{}",
                    &component.written[..1],
                    component.written[1..].to_lowercase()
                )
            }
            Some(component) => component.written.to_owned(),
            None => stem.to_owned(),
        };
        let body = matches!(written.as_str(), "CN" | "C" | "AC" | "CONF");
        if body && self.is_principal_organ() && matches!(self.parts.last(), Some(Part::Number)) {
            return None;
        }
        let fits = if first {
            self.rules.allows_dotted(&written)
        } else {
            known.is_some() || self.names_city(stem) || shape::is_capital_word(stem)
        };
        let plain = !number.bytes().any(|byte| byte.is_ascii_alphabetic())
            || matches!(written.as_str(), "CONF" | "AP");
        (fits && plain).then(|| (Part::Dotted(written.clone()), format!("{written}.{number}")))
    }

    /// Conferences and meetings named in a component (`NICOSIA.CONF.2`), which the principal organs
    /// do not use.
    fn names_city(&self, stem: &str) -> bool {
        !self.is_principal_organ()
            && stem.contains('.')
            && stem.starts_with(|c: char| c.is_ascii_uppercase())
    }

    /// Whether the number of a resolution or decision of a principal organ has to follow.
    fn expects_adopted(&self) -> bool {
        let act =
            matches!(self.parts.last(), Some(Part::Word(word)) if word == "RES" || word == "DEC");
        act && self.is_principal_organ()
    }

    fn is_principal_organ(&self) -> bool {
        self.canonical
            .as_bytes()
            .get(1)
            .is_none_or(|byte| *byte == b'/')
    }

    fn finish(mut self) -> Option<(String, Option<Adopted>, usize)> {
        if self.expects_adopted() {
            return self.adopted();
        }
        if !self.is_complete() {
            return None;
        }
        let statement = self.statement();
        let plain = self.at;
        self.parenthesis();
        if self.at > plain {
            self.suffixes();
        }
        Some((self.canonical, statement, self.at))
    }

    /// Reads `/Add.1`, `/Corr.2` behind an adopted number or a parenthesis.
    fn suffixes(&mut self) {
        while let Some(next) = self.after_stroke() {
            let Some((part @ Part::Dotted(_), written, after)) = self.component(next) else {
                return;
            };
            self.canonical.push('/');
            self.canonical.push_str(&written);
            self.parts.push(part);
            self.at = after;
        }
    }

    /// Whether the components read so far make a symbol.
    fn is_complete(&self) -> bool {
        let Some(first) = self.parts.first() else {
            return false;
        };
        if !self.canonical.bytes().any(|byte| byte.is_ascii_digit()) {
            return false;
        }
        if !self.is_principal_organ() {
            return self.parts.len() > 1 || matches!(first, Part::Number | Part::Dotted(_));
        }
        match (first, self.parts.get(1)) {
            // A running number of the years before sessions and years stood in the symbol.
            (Part::Number, None) => self.canonical.bytes().filter(u8::is_ascii_digit).count() >= 3,
            (Part::Number, Some(Part::Word(word))) => {
                !matches!(word.as_str(), "RES" | "DEC" | "D" | "CO" | "C")
            }
            (Part::Word(_) | Part::SpecialSession, None) => false,
            _ => true,
        }
    }

    /// The number of a presidential statement: `S/PRST/2013/12`, `A/HRC/PRST/60/1`.
    fn statement(&self) -> Option<Adopted> {
        let (head, tail) = self.canonical.split_once("/PRST/")?;
        let (term, number) = tail.split_once('/')?;
        let term: u16 = term.parse().ok()?;
        let number = number.parse().ok()?;
        let term = if term > 1900 {
            Term::Year(term)
        } else {
            Term::Session(term)
        };
        Some(Adopted {
            body: Body::new(head),
            act: Act::PresidentialStatement,
            term,
            number,
            part: None,
        })
    }

    /// Reads what follows `RES/` or `DEC/`.
    fn adopted(mut self) -> Option<(String, Option<Adopted>, usize)> {
        let act = if self.canonical.ends_with("/RES") {
            Act::Resolution
        } else {
            Act::Decision
        };
        let body = Body::new(&self.canonical[..self.canonical.len() - "/RES".len()]);
        let start = self.after_stroke()?;
        let session = number::session(&self.text[start..])
            .filter(|_| body.key() != Body::SECURITY_COUNCIL || act == Act::Decision);
        let (term, number, mut end) = if let Some((term, length)) = session {
            self.at = start + length;
            let next = self.after_stroke()?;
            let digits = number::digits(&self.text[next..], 4)?;
            (term, digits, next + digits.len())
        } else {
            let digits = number::digits(&self.text[start..], 4)?;
            (Term::Unstated, digits, start + digits.len())
        };
        let number: u32 = number.parse().ok()?;
        let part = number::part(&self.text[end..]);
        let mut term = term;
        let mut part_text = None;
        if let Some((letters, length)) = part {
            part_text = Some(letters.into());
            end += length;
        }
        if term == Term::Unstated {
            match number::parenthesis_term(&self.text[end..]) {
                Some((found, length)) => {
                    term = found;
                    end += length;
                }
                // A parenthesis that is neither year nor session is a slip, not part of a sentence.
                None if body.key() == Body::SECURITY_COUNCIL
                    && !self.text[end..].trim_start().starts_with("(1")
                    && !self.text[end..].trim_start().starts_with("(2") => {}
                None => return None,
            }
        }
        if matches!(term, Term::Year(_)) && body.key() == Body::GENERAL_ASSEMBLY {
            return None;
        }
        let adopted = Adopted {
            body,
            act,
            term,
            number,
            part: part_text,
        };
        let symbol = Symbol::of(adopted.clone());
        symbol.canonical().clone_into(&mut self.canonical);
        self.at = end;
        let whole = self.canonical.len();
        // Corrigenda and amendments of an adopted text go on after its number.
        self.parts = vec![Part::Number, Part::Number];
        self.suffixes();
        let glued = self.text[self.at..].starts_with('/');
        if glued && self.text[self.at + 1..].starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let adopted = (self.canonical.len() == whole).then_some(adopted);
        Some((self.canonical, adopted, self.at))
    }

    /// Reads `(SUPP)`, `(Part I)`, `(Vol. II)`, `(Sect. 24)`, `(Resumption 1)`.
    fn parenthesis(&mut self) {
        let rest = &self.text[self.at..];
        let spaces = usize::from(rest.starts_with(' '));
        let Some(inner) = rest[spaces..].strip_prefix('(') else {
            return;
        };
        let Some(length) = inner.find(')').filter(|length| *length <= 16) else {
            return;
        };
        let inner = &inner[..length];
        let words = inner
            .trim_end_matches(|c: char| c.is_ascii_alphanumeric())
            .trim_end();
        let words = if words.is_empty() { inner } else { words };
        let (name, label) = match words.to_ascii_lowercase().as_str() {
            "supp" => ("SUPP", ""),
            "part" => ("Part", &inner[words.len()..]),
            "vol." => ("Vol.", &inner[words.len()..]),
            "sect." => ("Sect.", &inner[words.len()..]),
            "resumption" => ("Resumption", &inner[words.len()..]),
            _ => match inner.to_ascii_lowercase().as_str() {
                "resumption" => ("Resumption", ""),
                glued if glued.starts_with("part") && Roman::parse(&inner[4..]).is_some() => {
                    ("Part", &inner[4..])
                }
                glued if glued.starts_with("resumption") => ("Resumption", &inner[10..]),
                _ => return,
            },
        };
        let label = label.trim();
        let space = if label.is_empty() { "" } else { " " };
        self.canonical.extend([" (", name, space, label, ")"]);
        self.at += spaces + length + 2;
    }
}
