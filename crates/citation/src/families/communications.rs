//! Communications to treaty bodies by their numbers: "Committee against Torture, communication No. 542/2013",
//! "communications Nos. 1/2003 and 2/2003".
//!
//! A committee numbers them through and writes the year of their registration behind the stroke. The committee that the
//! sentence names last before, or right behind the number, is theirs; where none is named the draft may tell.

use std::ops::Range;

use super::Family;
use super::general_comments::letters;
use super::reading::{citation, joint};
use crate::scan::{bodies, cursor};
use crate::{Body, Citation, Form, Kind, Referent, sentences};

/// Communications by number.
pub(super) struct Communications;

/// How far before its number the committee may stand, in bytes.
const BEFORE: usize = 300;

/// How far behind it the committee may end, in bytes.
const BEHIND: usize = 160;

/// The years of registration: the Optional Protocol came into force in the first.
const YEARS: Range<u16> = 1976..2100;

/// Others that decide on communications with numbers of their own.
const OTHERS: [&str; 4] = [
    "African Commission",
    "European Commission",
    "Special Rapporteur",
    "Working Group",
];

impl Family for Communications {
    fn anchors(&self) -> &'static [&'static str] {
        &["ommunication No", "ommunications No"]
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let Some(start) = anchor.start.checked_sub(1) else {
            return;
        };
        let begins = matches!(text.as_bytes()[start], b'c' | b'C')
            && !cursor::goes_on_before(text.as_bytes(), start);
        if !begins {
            return;
        }
        let plural = usize::from(text[anchor.end..].starts_with('s'));
        let sign = anchor.end + plural;
        let sign = cursor::word(text, sign, ".").unwrap_or(sign);
        let mut tokens = Vec::new();
        let mut next = cursor::skip_space(text, sign);
        while let Some(end) = number(text, next) {
            tokens.push(next..end);
            let Some(behind) = joint(text, end) else {
                break;
            };
            let again = cursor::any_word(text, behind, &["Nos.", "No."]);
            next = again.map_or(behind, |again| cursor::skip_space(text, again));
        }
        let Some(last) = tokens.last() else { return };
        let place = start..last.end;
        if is_of_others(text, &place) {
            return;
        }
        let committee = committee(text, &place);
        for (index, token) in tokens.into_iter().enumerate() {
            let phrase = if index == 0 { start } else { token.start };
            let written = &text[token.clone()];
            let name = match &committee {
                Some(body) => format!("{body}: communication No. {written}"),
                None => format!("communication No. {written}"),
            };
            let form = Form::Whole(Referent::Other(name.into()));
            found.push(citation(text, token, phrase, Kind::Named, form));
        }
    }
}

/// The offset behind "542/2013" at `at`.
fn number(text: &str, at: usize) -> Option<usize> {
    let figures = cursor::digits(text, at);
    let behind = text[at + figures.len()..].strip_prefix('/')?;
    let year = cursor::digits(behind, 0);
    let end = at + figures.len() + 1 + year.len();
    let fits = (1..=4).contains(&figures.len())
        && year.len() == 4
        && year.parse().is_ok_and(|year| YEARS.contains(&year))
        && !text[end..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/');
    fits.then_some(end)
}

/// The words of the sentence before and behind the communications at `place`.
fn sentence<'t>(text: &'t str, place: &Range<usize>) -> [&'t str; 2] {
    let floor = sentences::start(text, place.start, BEFORE);
    let limit = text.floor_char_boundary(text.len().min(place.end + BEHIND));
    let end = sentences::end(text, place.end, limit);
    [&text[floor..place.start], &text[place.end..end]]
}

/// Whether the sentence names others who decide on communications.
fn is_of_others(text: &str, place: &Range<usize>) -> bool {
    let words = sentence(text, place);
    OTHERS
        .iter()
        .any(|other| words.iter().any(|words| words.contains(other)))
}

/// The committee to which the communications at `place` were submitted, as far as the sentence names one.
fn committee(text: &str, place: &Range<usize>) -> Option<Body> {
    let [sentence, rest] = sentence(text, place);
    let behind = rest.trim_start();
    let is_beside = behind.starts_with([',', '(']) || behind.starts_with("of the ");
    let spelt_behind = || bodies::spelt_out(rest).find(|(_, body)| body.has_comments());
    let spelt = bodies::spelt_out(sentence)
        .filter(|(_, body)| body.has_comments())
        .last();
    let nearest = spelt
        .into_iter()
        .chain(letters::last_in(sentence, Body::has_comments))
        .max_by_key(|(at, _)| *at);
    let named = nearest.or_else(|| spelt_behind().filter(|_| is_beside));
    Some(named?.1)
}

/// What the communication `referent` is, of which no words name the committee, in a document of this `committee`.
pub(crate) fn of_committee(referent: &str, committee: &Body) -> Option<Referent> {
    let is_unnamed = referent.starts_with("communication No. ");
    is_unnamed.then(|| Referent::Other(format!("{committee}: {referent}").into()))
}

#[cfg(test)]
mod tests {
    use crate::families::test::finds;

    #[test]
    fn the_committee_that_is_named_near_has_them() {
        for (text, committee) in [
            (
                "The Committee against Torture found so in communication No. 12/1993, para. 4.",
                "Committee against Torture",
            ),
            (
                "As CERD held in Communication No. 12/1993, para. 4.",
                "Committee on the Elimination of Racial Discrimination",
            ),
            (
                "See communication No. 12/1993 (Human Rights Committee), para. 4.",
                "Human Rights Committee",
            ),
        ] {
            let found = crate::families::test::read(text);
            let wanted = format!("12/1993 = {committee}: communication No. 12/1993");
            assert!(found[0].starts_with(&wanted), "{text}: {found:?}");
        }
        finds(
            "See Human Rights Committee, communications Nos. 11/1999, 12/1999 and No. 3/2001.",
            &[
                "11/1999 = Human Rights Committee: communication No. 11/1999",
                "12/1999 = Human Rights Committee: communication No. 12/1999",
                "3/2001 = Human Rights Committee: communication No. 3/2001",
            ],
        );
    }

    #[test]
    fn without_a_name_it_stays_open() {
        finds(
            "B. v. the State, communication No. 12/1999, para. 4.",
            &["12/1999 = communication No. 12/1999 [para. 4]"],
        );
    }

    #[test]
    fn those_of_others_are_silent() {
        for text in [
            "African Commission, communication No. 12/1999",
            "communication No. 12",
            "communication No. 12/99",
            "communication No. 12/1899",
            "telecommunication No. 12/1999",
            "communication of 12/1999",
            "communication No. 12/1999/3",
        ] {
            finds(text, &[]);
        }
    }
}
