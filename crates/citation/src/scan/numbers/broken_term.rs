//! A year or session in parentheses that is none: "1325 (200)", "2625 (XXVX)". One slip away from those of the number
//! itself, they are mistyped; further away they may be anything. So is the year of the number behind a stroke:
//! "1325/2000".

use std::borrow::Cow;

use crate::facts::{self, is_one_slip};
use crate::scan::cursor;
use crate::{Act, Adopted, Body, Naming, Roman, Symbol, Term};

/// The longest numeral that is read, in bytes.
const LONGEST: usize = 9;

/// What was meant by `digits` and what stands behind them, and how long that is: the parenthesis with the space before
/// it.
pub(super) fn at(digits: &str, behind: &str) -> Option<(Adopted, usize)> {
    let rest = behind.trim_start_matches(' ');
    let inner = rest.strip_prefix('(')?;
    let written = &inner[..inner.bytes().take(LONGEST).position(|byte| byte == b')')?];
    let number = digits.parse().ok()?;
    let (body, term, right) = if written.bytes().all(|byte| byte.is_ascii_digit()) {
        let year = facts::sure_security_council_year(number)?;
        (Body::SECURITY_COUNCIL, Term::Year(year), year.to_string())
    } else {
        let numeral = written.bytes().all(|byte| b"IVXLCDM".contains(&byte));
        let is_none = numeral && Roman::parse(written).is_none();
        let term = facts::session_of_running_number(number).filter(|_| is_none)?;
        (Body::GENERAL_ASSEMBLY, term, term.to_string())
    };
    // A year of four figures is one: that it is another's the facts find.
    let is_slip = written.len() != right.len() || body == Body::GENERAL_ASSEMBLY;
    let meant = resolution(body, term, number);
    let length = behind.len() - rest.len() + written.len() + 2;
    (is_slip && is_one_slip(written, &right)).then_some((meant, length))
}

/// What was meant by "1325/2000", where the year is that of the number. A number that may be a session is one, with a
/// footnote's figure behind it: "71/1949" is 71/194.
pub(super) fn behind_stroke(digits: &str, year: &str) -> Option<Adopted> {
    const NO_SESSION: u32 = 100;
    let number = digits.parse().ok().filter(|number| *number >= NO_SESSION)?;
    let right = facts::sure_security_council_year(number)?;
    (year.parse() == Ok(right))
        .then(|| resolution(Body::SECURITY_COUNCIL, Term::Year(right), number))
}

fn resolution(body: &'static str, term: Term, number: u32) -> Adopted {
    Adopted {
        body: Body::new(body),
        act: Act::Resolution,
        term,
        number,
        part: None,
    }
}

/// Whether the number may be that of the body that numbers so.
pub(super) fn fits(meant: &Adopted, act: Act, naming: &Naming) -> bool {
    let is_its = match naming {
        Naming::Named(body) => *body == meant.body,
        Naming::Short(noun) => {
            noun.key() == "Council" && meant.body.key() == Body::SECURITY_COUNCIL
        }
        Naming::Its { previous } | Naming::Unnamed { previous } => {
            previous.as_ref().is_none_or(|body| *body == meant.body)
        }
        Naming::Theirs(_) | Naming::TornOff => false,
    };
    act == Act::Resolution && is_its
}

/// The symbol that was meant by what is `written`, and the slip in words.
pub(super) fn correction(meant: Adopted, written: &str) -> (Symbol, Cow<'static, str>) {
    // Letters in the parenthesis of the Assembly are a Roman numeral.
    let is_arabic = matches!(meant.term, Term::Session(_) | Term::Year(_));
    if is_arabic && written.contains(|c: char| c.is_ascii_alphabetic()) {
        return (
            Symbol::of(meant),
            "a letter stands where a digit belongs".into(),
        );
    }
    if written.contains('/') {
        let reason = "the year of a resolution of the Council stands in parentheses";
        return (Symbol::of(meant), reason.into());
    }
    let reason = match meant.term {
        Term::Year(year) => format!("resolution {} is of {year}", meant.number),
        term => format!("resolution {} is of session {term}", meant.number),
    };
    (Symbol::of(meant), reason.into())
}

/// Whether somebody whom no table holds owns the number that ends at `at`: "1373/2001 of the Parliament".
pub(super) fn is_of_another(text: &str, at: usize) -> bool {
    let next = cursor::skip_space(text, at);
    let Some(of) = cursor::any_word(text, next, &["of the", "of", "by the", "by"]) else {
        return false;
    };
    let owner = cursor::skip_space(text, of);
    let is_named = text[owner..].starts_with(|c: char| c.is_ascii_uppercase());
    let bodies = ["General", "Security", "Council", "UN", "United"];
    is_named && cursor::any_word(text, owner, &bodies).is_none()
}
