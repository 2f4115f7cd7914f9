//! C011: a supplement whose session, number and symbol do not belong together.

use citation::{Kind, Referent, Symbol, Term};
use resolve::Reference;

use super::{change_to, is_sound};
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// C011 session-and-symbol.
pub(crate) const RULE: Rule = Rule {
    code: "C011",
    name: "session-and-symbol",
    family: Family::Citations,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("session_and_symbol.md"),
    check: Check::Reference(check),
};

fn check(context: &Context<'_>, reference: &Reference, found: &mut Vec<Finding>) {
    if reference.kind != Kind::Symbol || !is_sound(reference) {
        return;
    }
    let stated = context
        .around(reference.token.start)
        .and_then(|around| Supplement::before(around.before(reference.token.start)));
    let symbol = reference.referent.as_ref().and_then(Referent::symbol);
    let Some((stated, symbol)) = stated.zip(symbol) else {
        return;
    };
    if let Some(disagreement) = stated.against(symbol) {
        let mut finding = RULE.finding(reference.token.clone(), disagreement.message);
        let fix = change_to(
            reference.token.clone(),
            &disagreement.symbol,
            Safety::Suggested,
        );
        finding.fixes.push(fix);
        found.push(finding);
    }
}

/// What the words before a symbol say: "Eightieth Session, Supplement No. 53".
#[derive(Debug, PartialEq, Eq)]
struct Supplement {
    /// The session in words as written, and as a number; the year where a supplement of the Economic and
    /// Social Council states one.
    term: Term,
    term_words: String,
    number: u32,
}

/// Session and symbol do not agree.
struct Disagreement {
    message: String,
    /// The symbol that would agree.
    symbol: String,
}

impl Supplement {
    /// The supplement that the end of `text` names.
    fn before(text: &str) -> Option<Self> {
        if !text.contains("Supplement") {
            return None;
        }
        // "Seventy-" may stand at the end of a line, and "first" on the next.
        let words: Vec<&str> = text.split_whitespace().collect();
        let text = words.join(" ").replace("- ", "-");
        let text = text
            .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '*' | '_'));
        let digits = text.trim_end_matches(|c: char| c.is_ascii_uppercase());
        let head = digits.trim_end_matches(|c: char| c.is_ascii_digit());
        let number = digits[head.len()..].parse().ok()?;
        let head = head.trim_end().strip_suffix("No.")?.trim_end();
        let head = head.trim_end_matches(['*', '_']);
        let head = head.strip_suffix("Supplement")?.trim_end();
        let head = head.trim_end_matches(['*', '_']).trim_end();
        let head = head.strip_suffix(',')?;
        let head = head.trim_end_matches(['*', '_']);
        if let Some(ordinal) = strip_session(head) {
            let words = ordinal
                .rsplit(|c: char| !(c.is_alphanumeric() || c == '-'))
                .next()?;
            // "Tenth Special Session" and "Tenth Emergency Special Session" have other symbols.
            let line: String = format!("{words} session");
            let session = draft::ordinal_session(&line)?;
            return Some(Self {
                term: Term::Session(session),
                term_words: format!("{words} session"),
                number,
            });
        }
        let year = head
            .rsplit(|c: char| !c.is_ascii_digit())
            .next()
            .filter(|year| year.len() == 4)?;
        Some(Self {
            term: Term::Year(year.parse().ok()?),
            term_words: year.to_owned(),
            number,
        })
    }

    /// How it contradicts `symbol`, if it does.
    fn against(&self, symbol: &Symbol) -> Option<Disagreement> {
        let mut components = symbol.canonical().split('/');
        let (organ, term, number) = (components.next()?, components.next()?, components.next()?);
        let stated: u32 = number.parse().ok()?;
        let (right_term, right_number) = match (organ, self.term) {
            ("A", Term::Session(session)) => {
                term.parse::<u16>().ok()?;
                (session.to_string(), self.number.to_string())
            }
            ("E", Term::Year(year)) => (year.to_string(), number.to_owned()),
            _ => return None,
        };
        if right_term == term && (organ == "E" || stated == self.number) {
            return None;
        }
        let mut right = format!("{organ}/{right_term}/{right_number}");
        for suffix in components {
            right.push('/');
            right.push_str(suffix);
        }
        let message = if right_term == term {
            format!(
                "Supplement No. {} does not go with the symbol “{symbol}”; it would be “{right}”.",
                self.number
            )
        } else {
            format!(
                "“{}” does not go with the symbol “{symbol}”; the supplement would be “{right}”.",
                self.term_words
            )
        };
        Some(Disagreement {
            message,
            symbol: right,
        })
    }
}

/// `text` without "Session" at its end, in either case.
fn strip_session(text: &str) -> Option<&str> {
    let head = text
        .strip_suffix("Session")
        .or_else(|| text.strip_suffix("session"))?;
    Some(head.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(before: &str, symbol: &str) -> Option<String> {
        let symbol = Symbol::parse(symbol).unwrap();
        Supplement::before(before)?
            .against(&symbol)
            .map(|disagreement| disagreement.symbol)
    }

    const RECORDS: &str = "See Official Records of the General Assembly, ";

    #[test]
    fn session_number_and_symbol_that_agree_are_silent() {
        for (words, symbol) in [
            ("Eightieth Session, Supplement No. 53 (", "A/80/53"),
            (
                "Seventy-seventh Session, Supplement No. 53A (",
                "A/77/53/Add.1",
            ),
            ("*Fifty-fourth Session, Supplement No. 42* (", "A/54/42"),
            ("Seventy- first Session, Supplement No. 27 (", "A/71/27"),
            ("Sixty-seventh session,\nSupplement No. 48 (", "A/67/48"),
            ("Twenty-fifth Session, Supplement No. 16 (", "A/8016"),
            ("Tenth Special Session, Supplement No. 4 (", "A/S-10/4"),
        ] {
            assert_eq!(told(&format!("{RECORDS}{words}"), symbol), None, "{words}");
        }
        let council =
            "Official Records of the Economic and Social Council, 2006, Supplement No. 5 (";
        assert_eq!(told(council, "E/2006/25"), None);
    }

    #[test]
    fn what_disagrees_is_told_what_would_agree() {
        for (words, symbol, right) in [
            (
                "Eightieth Session, Supplement No. 53 (",
                "A/79/53",
                "A/80/53",
            ),
            (
                "Seventy-eighth Session, Supplement No. 35 (",
                "A/78/53",
                "A/78/35",
            ),
            (
                "Seventy-seventh Session, Supplement No. 53A (",
                "A/76/53/Add.1",
                "A/77/53/Add.1",
            ),
            ("2009, Supplement No. 5 (", "E/2006/25", "E/2009/25"),
        ] {
            let told = told(&format!("{RECORDS}{words}"), symbol);
            assert_eq!(told.as_deref(), Some(right), "{words}");
        }
    }
}
