//! The Sustainable Development Goals by number: "Sustainable Development Goal 14, target 14.5", "targets 5.1 and 5.2 of
//! the Sustainable Development Goals", "SDG target 10.7", "SDG 16".
//!
//! They stand in the 2030 Agenda, which these words therefore name wherever a goal or a target is beside them.

use std::ops::Range;

use super::Family;
use crate::scan::{cursor, pinpoints};
use crate::{Citation, Form, Kind, Pinpoint, Referent, Step, Unit};

/// Goals and targets of the 2030 Agenda.
pub(super) struct Goals;

/// The title of the Agenda in which the Goals stand.
pub(crate) const AGENDA: &str = "2030 Agenda for Sustainable Development";

impl Family for Goals {
    fn anchors(&self) -> &'static [&'static str] {
        &["Sustainable Development Goal", "SDG"]
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let plural = usize::from(text[anchor.end..].starts_with('s'));
        let token = anchor.start..anchor.end + plural;
        let is_glued = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        let bytes = text.as_bytes();
        let before = token.start.checked_sub(1).and_then(|at| bytes.get(at));
        if is_glued(before) || is_glued(bytes.get(token.end)) {
            return;
        }
        let Some(place) = place(text, &token) else {
            return;
        };
        found.push(Citation {
            phrase: place.widening(&token),
            token,
            kind: Kind::Short,
            form: Form::Whole(Referent::Instrument(AGENDA.into())),
            pinpoint: Some(place),
            date: None,
        });
    }
}

/// The goal or the target beside the words at `token`.
fn place(text: &str, token: &Range<usize>) -> Option<Pinpoint> {
    let next = cursor::skip_space(text, token.end);
    let numbered = || numbered(text, next);
    let target = || pinpoints::at(text, next);
    let around = || pinpoints::around(text, token, token.start);
    numbered().or_else(target).or_else(around).filter(|place| {
        let is_of_agenda = |step: &Step| matches!(step.unit, Unit::Goal | Unit::Target);
        place.steps.iter().all(is_of_agenda)
    })
}

/// The number of a goal at `at`, "14" or "14, target 14.5": what else numbers may count ("SDG 2030", "SDG 3 million") is
/// none.
fn numbered(text: &str, at: usize) -> Option<Pinpoint> {
    let digits = cursor::digits(text, at);
    let end = at + digits.len();
    let rest = &text[end..];
    let ends = !rest
        .starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '-'))
        || rest.starts_with(". ")
        || rest == ".";
    if !(1..=2).contains(&digits.len()) || !ends {
        return None;
    }
    let goal = Step {
        unit: Unit::Goal,
        labels: vec![(digits.into(), None)],
    };
    let mut place = Pinpoint {
        steps: vec![goal],
        beside: Vec::new(),
        span: at..end,
    };
    if let Some(target) = target_behind(text, end) {
        place.span.end = target.span.end;
        place.steps.extend(target.steps);
    }
    Some(place)
}

/// ", target 14.5" at `at`.
fn target_behind(text: &str, at: usize) -> Option<Pinpoint> {
    let comma = cursor::word(text, at, ",")?;
    let target = pinpoints::at(text, cursor::skip_space(text, comma))?;
    target
        .steps
        .iter()
        .all(|step| step.unit == Unit::Target)
        .then_some(target)
}

#[cfg(test)]
mod tests {
    use crate::families::test::{finds, read};

    #[test]
    fn goals_and_targets_are_places_of_the_agenda() {
        for (text, wanted) in [
            (
                "Sustainable Development Goal 14, target 14.5, and",
                "Sustainable Development Goal [goal 14, target 14.5]",
            ),
            (
                "targets 5.1 and 5.2 of the Sustainable Development Goals",
                "Sustainable Development Goals [targets 5.1 and 5.2]",
            ),
            (
                "Goal 16 of the Sustainable Development Goals",
                "Sustainable Development Goals [goal 16]",
            ),
            ("SDG target 10.7", "SDG [target 10.7]"),
            ("in line with SDG 16.", "SDG [goal 16]"),
            ("the SDGs, in particular target 14.b", "SDGs [target 14.b]"),
        ] {
            let (token, place) = wanted.split_once(" [").unwrap();
            finds(
                text,
                &[&format!(
                    "{token} = 2030 Agenda for Sustainable Development [{place}"
                )],
            );
        }
        for text in [
            "the Sustainable Development Goals",
            "the SDG Summit of 18 and 19 September",
            "SDG 2030",
            "SDG 16.7.2",
            "paragraph 3 on the Sustainable Development Goals",
            "WSDG 16",
        ] {
            assert_eq!(read(text), Vec::<String>::new(), "{text}");
        }
    }
}
