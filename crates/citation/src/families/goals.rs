//! The Sustainable Development Goals by number: "Sustainable Development Goal 14, target 14.5", "targets 5.1 and 5.2 of
//! the Sustainable Development Goals", "SDG target 10.7", "SDG 16".
//!
//! They stand in the 2030 Agenda, which these words therefore name wherever a goal or a target is beside them.

mod alone;

use std::ops::Range;
use std::sync::LazyLock;

pub(super) use self::alone::GoalsAlone;
use super::{Family, reading};
use crate::normalise::OTHER;
use crate::scan::searcher::Searcher;
use crate::scan::{cursor, pinpoints};
use crate::{Citation, Form, Kind, Pinpoint, Referent, Step, Unit, sentences};

/// Goals and targets of the 2030 Agenda.
pub(super) struct Goals;

/// The title of the Agenda in which the Goals stand.
pub const AGENDA: &str = "2030 Agenda for Sustainable Development";

/// Whether `text` names the 2030 Agenda or its Goals, however its lines break.
#[must_use]
pub fn names_goals(text: &str) -> bool {
    static WORDS: LazyLock<Searcher> =
        LazyLock::new(|| Searcher::new(&["SDG", "2030", "Development"]));
    WORDS.find_iter(text).any(|(word, at)| {
        let goes_on = |noun: &str| text[at.end..].trim_start().starts_with(noun);
        match word {
            0 => true,
            1 => goes_on("Agenda"),
            _ => goes_on("Goal") && !text[..at.start].trim_end().ends_with("Millennium"),
        }
    })
}

impl Family for Goals {
    fn anchors(&self) -> &'static [&'static str] {
        &["Sustainable Development Goal", "SDG"]
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let plural = usize::from(text[anchor.end..].starts_with('s'));
        let token = anchor.start..anchor.end + plural;
        let is_word = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        let bytes = text.as_bytes();
        let before = token.start.checked_sub(1).and_then(|at| bytes.get(at));
        // "SDG14" is written so, "SDGs" and "SDGF" are other words.
        let next = bytes.get(token.end);
        let is_glued = plural == 0 && next.is_some_and(u8::is_ascii_digit);
        if is_word(before) || is_word(next) && !is_glued {
            return;
        }
        let Some(place) = place(text, &token) else {
            return;
        };
        if names_eighteenth(&place) && is_of_state(text, &token, place.span.end) {
            return;
        }
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
        let is_of_agenda =
            |step: &Step| matches!(step.unit, Unit::Goal | Unit::Target | Unit::Indicator);
        place.steps.iter().all(is_of_agenda)
    })
}

/// The numbers of goals or targets at `at`, "14", "5, 10 and 21", "14, target 14.5", "16.4": what else numbers may count
/// ("SDG 2030", "SDG 3 million") is none.
fn numbered(text: &str, at: usize) -> Option<Pinpoint> {
    let first = cursor::digits(text, at);
    if !(1..=2).contains(&first.len()) {
        return None;
    }
    let parts = parts(text, at);
    let unit = match parts {
        1 => Unit::Goal,
        2 => Unit::Target,
        _ => Unit::Indicator,
    };
    let mut place = pinpoints::labelled(text, at, unit)?;
    let is_alike = |label: &str| label.split('.').count() == parts;
    let labels = &place.steps[0].labels;
    let ends = labels
        .iter()
        .flat_map(|(from, to)| [Some(from), to.as_ref()]);
    let end = place.span.end;
    if !ends.flatten().all(|label| is_alike(label)) || !alone::ends(text, end) {
        return None;
    }
    if parts == 1
        && let Some(target) = target_behind(text, end)
    {
        place.span.end = target.span.end;
        place.steps.extend(target.steps);
    }
    Some(place)
}

/// How many parts the number at `at` has: two in "16.4" and "16.a".
fn parts(text: &str, at: usize) -> usize {
    let number = text[at..].split(|c: char| !c.is_ascii_alphanumeric() && c != '.');
    let number = number.take(1).map(|number| number.trim_end_matches('.'));
    number.map(|number| number.split('.').count()).sum()
}

/// Whether the eighteenth goal or a target of it is named, which the Agenda does not have.
fn names_eighteenth(place: &Pinpoint) -> bool {
    let mut labels = place.steps.iter().flat_map(|step| &step.labels);
    labels.any(|(label, _)| label.split('.').next() == Some("18"))
}

/// Whether the goal at `token`, whose number ends at `end`, may be the eighteenth that some States have of their own: "its
/// national SDG 18 (Lives Safe from Unexploded Ordnance)".
fn is_of_state(text: &str, token: &Range<usize>, end: usize) -> bool {
    const OWN: [&str; 9] = [
        "additional",
        "adopted",
        "called",
        "country",
        "its",
        "local",
        "national",
        "own",
        "proposed",
    ];
    let from = sentences::start(text, token.start, SENTENCE);
    let to = sentences::end(
        text,
        end,
        reading::boundary(text, (end + SENTENCE).min(text.len())),
    );
    let words = |from: usize, to: usize| text[from..to].split(|c: char| !c.is_ascii_alphabetic());
    let behind = text[end..].trim_start();
    behind.starts_with(['(', ':', '"', OTHER, '-'])
        || cursor::any_word(behind, 0, &["on", "for", "to"]).is_some()
        || words(from, token.start).any(|word| OWN.contains(&word))
        || words(end, to.max(end)).any(|word| matches!(word, "national" | "own"))
}

/// The longest sentence that is looked at, in bytes.
const SENTENCE: usize = 400;

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
            ("SDG14 is met", "SDG [goal 14]"),
            ("SDG 8.7, on", "SDG [target 8.7]"),
            ("SDG 8.b.", "SDG [target 8.b]"),
            ("SDG 3.9.1", "SDG [indicator 3.9.1]"),
            ("SDGs 4, 7 and 12 matter", "SDGs [goals 4, 7 and 12]"),
            ("under SDG 18, as", "SDG [goal 18]"),
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
            "SDG 3 million",
            "SDG 7.5 million",
            "SDG8-10x",
            "our national SDG 18",
            "SDG 18 is our own",
            "SDG 18 (Peace)",
            "paragraph 3 on the Sustainable Development Goals",
            "WSDG 16",
        ] {
            assert_eq!(read(text), Vec::<String>::new(), "{text}");
        }
    }
}
