//! What a paragraph reference asks for: paragraphs or articles, where they stand, and their labels.

use citation::{Step, Unit};

use crate::label::Label;

/// Longest range that is followed: a longer one is a slip of the pen.
const LONGEST_RANGE: usize = 500;

/// A label, and the last one where a range is meant.
pub(super) type Wanted = (Label, Option<Label>);

/// What a reference asks for.
pub(super) struct Wish {
    /// Paragraphs, or what the document numbers instead: articles, rules, objectives.
    pub(super) unit: Unit,
    /// Where they stand, outermost first: "annex I", "section II".
    pub(super) places: Vec<String>,
    pub(super) labels: Vec<Wanted>,
}

/// The unit, place and labels of a reference that names numbered paragraphs, articles and their like.
pub(super) fn wish(steps: &[Step]) -> Option<Wish> {
    let inner = steps
        .iter()
        .position(|step| step.unit == Unit::Paragraph || step.unit.is_numbered_part())?;
    let (outer, inner) = steps.split_at(inner);
    let places = outer.iter().map(place).collect::<Option<Vec<String>>>()?;
    let (unit, labels) = match inner {
        [step] => (step.unit, labels(step, &Label::parse(""))),
        // Outcomes number their paragraphs through all objectives and actions.
        [outer, step]
            if matches!(outer.unit, Unit::Objective | Unit::Action)
                && step.unit == Unit::Paragraph =>
        {
            (step.unit, labels(step, &Label::parse("")))
        }
        [outer, step] if outer.unit != Unit::Paragraph && step.unit == Unit::Paragraph => {
            let [(number, None)] = outer.labels.as_slice() else {
                return None;
            };
            let inside: Vec<Wanted> = labels(step, &Label::parse(""))
                .into_iter()
                .map(|(from, to)| (within(number, from), to.map(|to| within(number, to))))
                .collect();
            (outer.unit, inside)
        }
        // "Goal 10, target 10.7": the target has the number of its goal in its own.
        [goal, target] if goal.unit == Unit::Goal && target.unit == Unit::Target => {
            (target.unit, labels(target, &Label::parse("")))
        }
        _ => return None,
    };
    (!labels.is_empty()).then_some(Wish {
        unit,
        places,
        labels,
    })
}

/// "annex I" and "section II" as labels have them; `None` for pages and the like.
fn place(step: &Step) -> Option<String> {
    let word = match step.unit {
        Unit::Annex => "annex",
        Unit::Appendix => "annex appendix",
        Unit::Section | Unit::Chapter => "section",
        _ => return None,
    };
    match step.labels.as_slice() {
        [] => Some(word.to_owned()),
        [(label, None)] => Some(format!("{word} {label}")),
        _ => None,
    }
}

/// `12` and `3 (a)` are `12 (3) (a)`.
fn within(article: &str, inside: Label) -> Label {
    let mut label = Label::parse(article);
    label.steps.push(inside.number);
    label.steps.extend(inside.steps);
    label
}

/// The labels of a step; "7 (b) and (c)" and "7 (b)-(d)" hand the number on.
fn labels(step: &Step, before: &Label) -> Vec<Wanted> {
    let mut last = before.clone();
    let mut whole = |text: &str| {
        let mut label = Label::parse(text);
        if label.number.is_empty() && !last.number.is_empty() {
            let kept = last.steps.len().saturating_sub(label.steps.len().max(1));
            let mut steps = last.steps[..kept].to_vec();
            steps.append(&mut label.steps);
            label = Label {
                steps,
                ..last.clone()
            };
        }
        last = label.clone();
        label
    };
    step.labels
        .iter()
        .map(|(from, to)| {
            let from = whole(from);
            (from, to.as_deref().map(&mut whole))
        })
        .collect()
}

/// The labels of a range, or the single label.
pub(super) fn expand(from: &Label, to: Option<&Label>) -> Vec<Label> {
    let Some(to) = to else {
        return vec![from.clone()];
    };
    let same_level = from.steps.len() == to.steps.len() && from.parent() == to.parent();
    let (Some(first), Some(last)) = (from.position(), to.position()) else {
        return vec![from.clone(), to.clone()];
    };
    if !same_level || first >= last || last - first > LONGEST_RANGE {
        return vec![from.clone(), to.clone()];
    }
    if from.steps.is_empty() {
        return (first..=last)
            .map(|number| Label {
                number: number.to_string(),
                ..from.clone()
            })
            .collect();
    }
    let written = |position: usize| match from.steps.len() % 2 {
        1 => u8::try_from(position - 1)
            .ok()
            .filter(|place| *place < 26)
            .map(|place| char::from(b'a' + place).to_string()),
        _ => u16::try_from(position)
            .ok()
            .and_then(citation::Roman::new)
            .map(|numeral| numeral.to_string().to_lowercase()),
    };
    (first..=last)
        .filter_map(written)
        .map(|step| {
            let mut label = from.clone();
            label.steps.pop();
            label.steps.push(step);
            label
        })
        .collect()
}
