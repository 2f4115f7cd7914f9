//! Goals, targets and indicators of the 2030 Agenda by their number alone: "targets 5.1 and 5.c", "Goals 6 and 7".
//!
//! A target has the number of its goal in its own, as hardly anything else has. Strategies and plans number theirs alike: what
//! stands in the words of one, or counts a measure, is left alone, and so is the draft that names neither Agenda nor Goals.

use std::ops::Range;

use super::super::Family;
use super::super::reading::begins_well;
use super::super::titles::before::word_before;
use crate::facts::{GoalTargets, goal_targets};
use crate::normalise::OTHER;
use crate::scan::{cursor, pinpoints};
use crate::{Citation, Form, Kind, Pinpoint, Unit, sentences};

/// Goals, targets and indicators without the Agenda beside them.
pub(in crate::families) struct GoalsAlone;

/// How many goals there are.
const GOALS: usize = 17;

/// The longest sentence that is looked at, in bytes.
const SENTENCE: usize = 400;

impl Family for GoalsAlone {
    fn anchors(&self) -> &'static [&'static str] {
        &["Goal", "Target", "target", "Indicator", "indicator"]
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let plural = usize::from(text[anchor.end..].starts_with('s'));
        let start = cursor::skip_space(text, anchor.end + plural);
        let is_figure = |byte: &u8| byte.is_ascii_digit();
        if start == anchor.end + plural
            || !text.as_bytes().get(start).is_some_and(is_figure)
            || !begins_well(text, anchor.start)
        {
            return;
        }
        let unit = match text.as_bytes()[anchor.start] {
            b'G' => Unit::Goal,
            b'I' | b'i' => Unit::Indicator,
            _ => Unit::Target,
        };
        let place = place(text, &anchor, start, unit);
        found.extend(place.map(|place| {
            let token = anchor.start..place.span.end;
            Citation {
                token: token.clone(),
                phrase: token.clone(),
                kind: Kind::Short,
                form: Form::WhereGoals,
                pinpoint: Some(Pinpoint {
                    span: token,
                    ..place
                }),
                date: None,
            }
        }));
    }
}

/// What `unit` counts at `start`, behind its word at `anchor`, where it can be the Agenda's.
fn place(text: &str, anchor: &Range<usize>, start: usize, unit: Unit) -> Option<Pinpoint> {
    let mut place = pinpoints::labelled(text, start, unit)?;
    let step = place.steps.first_mut()?;
    let numbers = || {
        let ends = step
            .labels
            .iter()
            .flat_map(|(from, to)| [Some(from), to.as_ref()]);
        ends.flatten().map(|label| Number::of(label))
    };
    let depth = match unit {
        // "Goal 3.8" is a target.
        Unit::Goal if numbers().all(|number| number.is_some_and(|number| number.depth == 2)) => 2,
        Unit::Goal => 1,
        Unit::Indicator => 3,
        _ => 2,
    };
    let mut exist = true;
    for number in numbers() {
        let number = number.filter(|number| number.depth == depth)?;
        exist &= number.exists()?;
    }
    if depth == 2 {
        step.unit = Unit::Target;
    }
    let end = place.span.end;
    let of_sentence = sentence(text, anchor.start, end);
    let is_meant = ends(text, end)
        && !is_of_another(text, end)
        && !is_titled(text, anchor)
        && !of_sentence.contains("Millennium")
        && (unit != Unit::Indicator || is_among_goals(of_sentence))
        && (exist || unit == Unit::Target && is_surely(text, anchor.start, end, of_sentence));
    is_meant.then_some(place)
}

/// The number of a goal, a target or an indicator.
struct Number<'t> {
    goal: usize,
    target: Option<&'t str>,
    /// How many parts it has.
    depth: usize,
}

impl<'t> Number<'t> {
    fn of(label: &'t str) -> Option<Self> {
        let mut parts = label.split('.');
        let goal = parts.next()?.parse().ok()?;
        let depth = label.split('.').count();
        let target = parts.next();
        Some(Self {
            goal,
            target,
            depth,
        })
    }

    /// Whether the Agenda has such a one; `None` where not even the goal is its.
    fn exists(&self) -> Option<bool> {
        let GoalTargets { numbered, lettered } =
            goal_targets(self.goal).filter(|_| self.goal <= GOALS)?;
        let Some(target) = self.target else {
            return Some(true);
        };
        let position = |last: u8| (1..=usize::from(last)).contains(&target.parse().unwrap_or(0));
        let letter = target.bytes().next().filter(u8::is_ascii_lowercase);
        Some(match letter {
            Some(letter) => target.len() == 1 && letter - b'a' < lettered,
            None => position(numbered),
        })
    }
}

/// Whether the numbers that end at `end` are closed there and measure nothing, as "target 1.5°C" does.
pub(super) fn ends(text: &str, end: usize) -> bool {
    const MEASURES: [&str; 19] = [
        "GW",
        "Gt",
        "MW",
        "billion",
        "degree",
        "degrees",
        "hectares",
        "kg",
        "km",
        "metric",
        "million",
        "per",
        "percent",
        "percentage",
        "points",
        "times",
        "tonnes",
        "tons",
        "trillion",
    ];
    let next = cursor::skip_space(text, end);
    let is_closed = next > end
        || text[end..].is_empty()
        || text[end..].starts_with([',', ';', '.', ':', ')', ']', '"'])
        || text[end..]
            .strip_prefix(OTHER)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
    let word = text[next..]
        .split(|c: char| !c.is_ascii_alphabetic())
        .next()
        .unwrap_or_default();
    is_closed && !MEASURES.contains(&word)
}

/// Whether what stands behind the numbers that end at `end` says that they are another text's: "of the Strategy".
fn is_of_another(text: &str, end: usize) -> bool {
    const OWN: [&str; 7] = [
        "which",
        "Goal",
        "Goals",
        "SDG",
        "SDGs",
        "Sustainable",
        "2030",
    ];
    let Some(of) = cursor::any_word(text, cursor::skip_space(text, end), &["of", "under"]) else {
        return false;
    };
    let next = cursor::skip_space(text, of);
    let next = cursor::word(text, next, "the").map_or(next, |the| cursor::skip_space(text, the));
    cursor::any_word(text, next, &OWN).is_none()
}

/// Whether a capital at `anchor` belongs to a longer name, or opens the heading of a part: "Strategic Goal 3", "Goal 3: Peace".
fn is_titled(text: &str, anchor: &Range<usize>) -> bool {
    /// What other goals and targets are called, even where they open a sentence.
    const NAMES: [&str; 8] = [
        "Aichi",
        "Biodiversity",
        "Corporate",
        "Development",
        "Impact",
        "Priority",
        "Programme",
        "Strategic",
    ];
    let line = text[..anchor.start].trim_end_matches([' ', '\t', '*', '_', '#', '-']);
    let opens_line = line.is_empty() || line.ends_with('\n');
    let heads = || {
        let figures = text[anchor.end..].trim_start_matches(|c: char| {
            c == 's' || c == ' ' || c == '.' || c.is_ascii_alphanumeric()
        });
        opens_line && figures.starts_with(':')
    };
    if !text[anchor.start..].starts_with(|c: char| c.is_ascii_uppercase()) {
        return false;
    }
    let word = word_before(text, anchor.start);
    let is_name = word.is_some_and(|word| {
        let written = &text[word.clone()];
        let opens = sentences::start(text, word.start, SENTENCE);
        let is_first = text[opens..word.start].trim().is_empty();
        NAMES.contains(&written)
            || !is_first
                && written.len() > 2
                && written[..2].starts_with(|c: char| c.is_ascii_uppercase())
                && !written.starts_with("SDG")
    });
    is_name || heads()
}

/// Whether a sentence speaks of goals and targets besides an indicator: other frameworks number theirs alike.
fn is_among_goals(sentence: &str) -> bool {
    ["SDG", "Goal", "target"]
        .iter()
        .any(|word| sentence.contains(word))
}

/// Whether a target that no goal has, which ends at `end`, can be nothing but a slip: its sentence goes on behind it or ends
/// there, and names nothing else that has targets.
fn is_surely(text: &str, start: usize, end: usize, of_sentence: &str) -> bool {
    const OTHERS: [&str; 14] = [
        "Agreement",
        "Compact",
        "Convention",
        "Declaration",
        "Framework",
        "Pathway",
        "Plan",
        "Programme",
        "Protocol",
        "Strateg",
        "contribution",
        "framework",
        "national",
        "strateg",
    ];
    const GOES_ON: [&str; 14] = [
        "and", "are", "as", "by", "for", "in", "is", "of", "on", "or", "that", "to", "which",
        "with",
    ];
    let next = cursor::skip_space(text, end);
    let goes_on = text[end..].is_empty()
        || text[end..].starts_with([',', ';', '.', ')'])
        || text[next..].starts_with("(SDG")
        || cursor::any_word(text, next, &GOES_ON).is_some();
    let opens_line =
        text[..start].trim_end_matches(' ').ends_with('\n') || text[..start].trim().is_empty();
    let is_heading = opens_line && !text[end..].contains(' ');
    goes_on && !is_heading && !OTHERS.iter().any(|other| of_sentence.contains(other))
}

/// The sentence around `start` to `end`.
fn sentence(text: &str, start: usize, end: usize) -> &str {
    let from = sentences::start(text, start, SENTENCE);
    let limit = super::super::reading::boundary(text, (end + SENTENCE).min(text.len()));
    let to = sentences::end(text, end, limit);
    &text[from..to.max(end)]
}

#[cfg(test)]
mod tests {
    use crate::{Form, Lexicon, scan};

    /// The places that are the Agenda's where the draft names it.
    fn alone(text: &str) -> Vec<String> {
        scan(text, &Lexicon::default())
            .into_iter()
            .filter(|one| one.form == Form::WhereGoals)
            .filter_map(|one| Some(one.pinpoint?.to_string()))
            .collect()
    }

    #[test]
    fn the_goal_is_in_the_number() {
        for (text, wanted) in [
            (
                "to attain targets 3.4, 3.b, 8.3 and 17.1, Goals 4 and 9 and indicator 3.9.2",
                &[
                    "targets 3.4, 3.b, 8.3 and 17.1",
                    "goals 4 and 9",
                    "indicator 3.9.2",
                ][..],
            ),
            (
                "progress on target 5.3 (harmful practices)",
                &["target 5.3"],
            ),
            ("Target 7.b is out of reach.", &["target 7.b"]),
            ("progress towards Goal 4;", &["goal 4"]),
            ("Reaching Goal 2 by then", &["goal 2"]),
            (
                "health targets, in particular Goal 3.7, as",
                &["target 3.7"],
            ),
            ("target 9.1 of Goal 9", &["target 9.1", "goal 9"]),
            (
                "the targets, and indicator 6.b.1 on taps",
                &["indicator 6.b.1"],
            ),
            // What no goal has is told where nothing else can be meant.
            ("whether target 4.12 for schools is met", &["target 4.12"]),
            ("target 3.e is met", &["target 3.e"]),
            ("target 17.23 (SDGs)", &["target 17.23"]),
        ] {
            assert_eq!(alone(text), wanted, "{text}");
        }
    }

    #[test]
    fn other_goals_and_measures_are_silent() {
        for text in [
            "a target of 2.5 per cent",
            "the target 2.5 per cent",
            "the target 1.5°C",
            "target 4.5 degrees",
            "target 3 of the Framework",
            "target 4.3 of the Strategy",
            "targets 19.1 and 20.2",
            "the national strategy has target 4.12 for schools",
            "Strategic Goal 3 of the plan",
            "Millennium Development Goal 4",
            "Goal 4: Better schools",
            "Goals 1 to 20 partners",
            "Goal 20 is scored",
            "indicator 1.2.1 of the budget",
            "the subtarget 5.1",
            "target 5.1.2-3",
        ] {
            assert_eq!(alone(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_place_beside_its_document_is_the_documents() {
        assert_eq!(
            alone("SDG target 10.7 and, in resolution 67/172, target 5.1"),
            Vec::<String>::new()
        );
    }
}
