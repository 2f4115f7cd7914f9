//! What makes a number of a list that other words part from the numbers before it: a joint, a date, its form, what a
//! later resolution does to an earlier one.

use super::list::{Item, List};
use crate::facts::security_council_year;
use crate::scan::{cursor, pinpoints};
use crate::symbol::number;
use crate::{Act, Body, Naming, Term};

impl List<'_> {
    /// Whether a number that other words part from its list is one: dated, or of the plain form in a list
    /// that the plural announces ("resolutions"), where no fraction, share or period looks like
    /// it.
    pub(super) fn may_stand_apart(&self, item: &Item) -> bool {
        if item.date.is_some() {
            return true;
        }
        let written = &self.text[item.token.clone()];
        let has_year = || matches!(number::year_behind(written), Some(1946..2100));
        let likely = if written.contains('/') {
            self.is_session(item) || self.is_year_like(written)
        } else {
            has_year() || is_numbered_through(written) && self.is_numbered_through()
        };
        self.opening.plural && (likely || self.is_described(item))
    }

    /// Whether the subject of `item` stands behind it as behind the first number of its list: "resolutions 5/14, on one, 4/6,
    /// on another".
    fn is_described(&self, item: &Item) -> bool {
        let subject = |item: &Item| {
            let at = cursor::skip_note(self.text, item.end);
            let comma = cursor::word(self.text, at, ",").unwrap_or(at);
            let next = cursor::skip_space(self.text, comma);
            next > at && cursor::any_word(self.text, next, &["on", "entitled"]).is_some()
        };
        let is_session = is_stroked(&self.text[item.token.clone()]);
        let named = matches!(self.opening.naming, Naming::Named(_));
        named && is_session && subject(item) && self.items.first().is_some_and(subject)
    }

    /// Whether the number of `item` is one of a session that a body may have reached.
    pub(super) fn is_session(&self, item: &Item) -> bool {
        is_likely_session(&self.text[item.token.clone()])
    }

    /// Whether `written` begins with a year as another number of the list does: "1992/19" behind "1983/27".
    fn is_year_like(&self, written: &str) -> bool {
        let has_year = |written: &str| {
            let year = written.split_once('/').and_then(|(n, _)| n.parse().ok());
            matches!(year, Some(1946_u16..2100))
        };
        has_year(written)
            && self
                .items
                .iter()
                .any(|item| has_year(&self.text[item.token.clone()]))
    }

    /// Whether the list opens with a number that has its session in Roman numerals behind it: "1413 (XIV)".
    fn is_numbered_through(&self) -> bool {
        self.items
            .first()
            .is_some_and(|first| is_numbered_through(&self.text[first.token.clone()]))
    }

    /// Whether `at` is preceded by a comma, "and" or a footnote figure, so that a list may go on here.
    pub(super) fn follows_joint(&self, at: usize) -> bool {
        let before = self.text[..at].trim_end_matches([' ', '\n', '\r', '\t']);
        if before.len() == at {
            return false;
        }
        let before = before.trim_end_matches(|c: char| c.is_ascii_digit());
        let trimmed = before.trim_end_matches([' ', '\n', '\r', '\t']);
        trimmed.ends_with([',', ';', '\u{1A}'])
            || [
                " and",
                "\nand",
                " &",
                " or",
                "as well as",
                " including",
                " to",
                "see also",
            ]
            .iter()
            .any(|word| cursor::ends(before, word))
    }

    /// Whether a number at `at` stands in parentheses as the list does: "the articles (resolution 62/67, annex) and
    /// those on organizations (66/100, annex)".
    pub(super) fn stands_alike(&self, at: usize) -> bool {
        [at, self.opening.phrase]
            .iter()
            .all(|place| self.text[..*place].ends_with('('))
    }

    /// Whether `item`, which stands in parentheses as the list does, is one by the place behind it and by its number,
    /// which the General Assembly may have reached; odds and scores stand so too: "(11/4)", "(72/800)".
    pub(super) fn is_placed(&self, item: &Item) -> bool {
        may_be_reached(&self.text[item.token.clone()], self.opening.act)
            && self.is_session(item)
            && pinpoints::after(self.text, item.end).is_some()
    }

    /// Whether a number at `at` is the Security Council's by its year, in a list that may be the Council's:
    /// "annex II of 2083 (2012)".
    pub(super) fn is_councils(&self, at: usize) -> bool {
        let another = |body: &Body| body.key() != Body::SECURITY_COUNCIL;
        if matches!(&self.opening.naming, Naming::Named(body) if another(body)) {
            return false;
        }
        is_dated_by_council(self.text, at)
    }
}

/// Whether the number at `at` stands with the year in which the Security Council adopted its own of this number:
/// "2728 (2024)".
pub(super) fn is_dated_by_council(text: &str, at: usize) -> bool {
    let figures = cursor::digits(text, at);
    let Some((Term::Year(stated), _)) = number::parenthesis_term(&text[at + figures.len()..])
    else {
        return false;
    };
    figures.parse().ok().and_then(security_council_year) == Some(stated)
}

/// Whether white space or a prefix stands before the digits at `digits`: before a number that a joint announces.
pub(super) fn may_follow_joint(text: &str, digits: usize) -> bool {
    let before = digits.checked_sub(1).map(|before| text.as_bytes()[before]);
    before.is_some_and(|byte| {
        !byte.is_ascii() || byte.is_ascii_whitespace() || matches!(byte, b'-' | 0x0B)
    })
}

/// Where the number begins whose first digits are at `digits`: before "S-" or "ES-".
pub(super) fn behind_prefix(text: &str, digits: usize) -> usize {
    ["ES-", "S-"]
        .iter()
        .find(|prefix| text[..digits].ends_with(**prefix))
        .map_or(digits, |prefix| digits - prefix.len())
}

/// Whether `written` is nothing but two figures and a stroke.
fn is_stroked(written: &str) -> bool {
    let figures = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts = written.split_once('/');
    parts.is_some_and(|(session, number)| figures(session) && figures(number))
}

/// Whether no fraction, share or day looks like the number `written`, whose session stands before its stroke.
pub(super) fn is_likely_session(written: &str) -> bool {
    let session = written.split_once('/').and_then(|(n, _)| n.parse().ok());
    matches!(session, Some(5_u16..200))
}

/// Whether a session may have come to the number behind the stroke of `written`.
fn may_be_reached(written: &str, act: Act) -> bool {
    /// So many resolutions, and so many decisions, no session has adopted.
    const MOST: [u16; 2] = [400, 700];
    let most = MOST[usize::from(act == Act::Decision)];
    number_of_session(written).is_some_and(|number| (1..most).contains(&number))
}

/// The number behind the stroke, without its lettered part.
pub(super) fn number_of_session(written: &str) -> Option<u16> {
    let (_, number) = written.split_once('/')?;
    let figures = number.trim_end_matches(|c: char| !c.is_ascii_digit());
    figures.parse().ok()
}

/// Whether `written` has a session of the General Assembly since its numbers begin with it, and a number that one has
/// reached.
pub(super) fn is_assemblys(written: &str, act: Act) -> bool {
    /// Since the numbers begin with the session, decisions are counted from here.
    const FIRST_DECISION: u16 = 401;
    let session = written.split_once('/').and_then(|(n, _)| n.parse().ok());
    let is_decision = || number_of_session(written) >= Some(FIRST_DECISION);
    matches!(session, Some(31_u16..100))
        && may_be_reached(written, act)
        && (act != Act::Decision || is_decision())
}

/// Whether `written` has its session in Roman numerals behind it: "1413 (XIV)", "3202 (S-VI)".
pub(super) fn is_numbered_through(written: &str) -> bool {
    let figures = cursor::digits(written, 0).len();
    let part = number::part(&written[figures..]).map_or(0, |(_, length)| length);
    let term = number::parenthesis_term(&written[figures + part..]);
    let is_roman = |term: &(Term, usize)| {
        matches!(
            term.0,
            Term::RomanSession(_) | Term::RomanSpecial(_) | Term::RomanEmergency(_)
        )
    };
    term.as_ref().is_some_and(is_roman)
}

/// What is done to a resolution by the one whose number follows: "37/8, as extended by 46/7".
const RENEWALS: [&str; 11] = [
    "amended by",
    "extended by",
    "extended in",
    "modified by",
    "reaffirmed in",
    "reiterated in",
    "renewed by",
    "renewed in",
    "replaced by",
    "superseded by",
    "updated by",
];

/// Whether `before` ends with what a later resolution does to an earlier one.
pub(super) fn renews(before: &str) -> bool {
    let words = before.trim_end();
    words.len() < before.len()
        && words.ends_with(['y', 'n'])
        && RENEWALS.iter().any(|renewal| words.ends_with(renewal))
}
