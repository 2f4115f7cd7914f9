//! What only the number of a document's parts denies: "Article 95 of the Convention", which has 93.
//!
//! Asked where the text itself, if it is at hand, does not settle it.

use citation::{Referent, Unit, facts};

use super::wish::Wanted;
use crate::label::{self, Label};
use crate::{Absent, ParagraphAnswer, Source};

/// The highest number of a goal that is taken for one: what is beyond is a year or a count.
const HIGHEST_GOAL: usize = 99;

/// That a document has fewer parts than `labels` ask for, where it is known how many.
pub(super) fn beyond(source: &Source, unit: Unit, labels: &[Wanted]) -> ParagraphAnswer {
    let mut all = labels
        .iter()
        .flat_map(|(from, to)| std::iter::once(from).chain(to));
    let absent = match unit {
        Unit::Target => {
            let has_goals = parts(source, Unit::Goal).is_some();
            has_goals.then(|| all.find_map(absent_target)).flatten()
        }
        Unit::Goal => {
            let number = |label: &Label| label.number.parse().ok();
            let has_goals = parts(source, unit).is_some();
            has_goals
                .then(|| all.filter_map(number).find_map(absent_goal))
                .flatten()
        }
        _ => parts(source, unit).and_then(|last| {
            let beyond = all.find(|label| number(label).is_some_and(|number| number > last))?;
            Some(Absent {
                label: beyond.number.as_str().into(),
                last: Some(last.to_string().into()),
                counted: counted(unit),
                count: last,
            })
        }),
    };
    absent.map_or(ParagraphAnswer::NotCheckable, ParagraphAnswer::Absent)
}

/// The number of a label in figures, or in Roman numerals of I, V and X: "article C" and "part L" have letters.
fn number(label: &Label) -> Option<usize> {
    let written = label.number.as_str();
    let is_letter = written.contains(['C', 'D', 'L', 'M']);
    label::number(written).filter(|_| !is_letter)
}

/// How many parts `source` has, by any of its titles: a copy may bear another than the table.
fn parts(source: &Source, unit: Unit) -> Option<usize> {
    let by_title = || {
        let names = source
            .referents
            .iter()
            .filter_map(|referent| match referent {
                Referent::Instrument(title) => Some(title),
                _ => None,
            });
        let mut titles = std::iter::once(&source.title).chain(names);
        titles.find_map(|title| facts::numbered_parts(title, unit))
    };
    let last = match unit {
        Unit::Article => source.articles,
        _ => by_title(),
    };
    last.map(usize::from)
}

const fn counted(unit: Unit) -> &'static str {
    match unit {
        Unit::Article => "articles",
        other => other.short_plural(),
    }
}

/// That there is no such goal.
fn absent_goal(goal: usize) -> Option<Absent> {
    let last = (1..HIGHEST_GOAL)
        .take_while(|goal| facts::goal_targets(*goal).is_some())
        .count();
    (last + 1..=HIGHEST_GOAL).contains(&goal).then(|| Absent {
        label: goal.to_string().into(),
        last: Some(last.to_string().into()),
        counted: counted(Unit::Goal),
        count: last,
    })
}

/// That no goal has the target of `wanted`: `10.8`, `10.d`, `19.1`.
fn absent_target(wanted: &Label) -> Option<Absent> {
    let (goal, part) = wanted.number.split_once('.')?;
    let number: usize = goal.parse().ok()?;
    let Some(targets) = facts::goal_targets(number) else {
        return absent_goal(number);
    };
    let (position, count, last) = match label::letter(part) {
        Some(position) if targets.lettered > 0 => {
            let last = char::from(b'a' + targets.lettered - 1);
            (position, targets.lettered, format!("{goal}.{last}"))
        }
        Some(_) => return None,
        None => (
            part.parse().ok()?,
            targets.numbered,
            format!("{goal}.{}", targets.numbered),
        ),
    };
    let count = usize::from(count);
    (position > count).then(|| Absent {
        label: format!("goal {goal} {}", wanted.number).into(),
        last: Some(format!("goal {goal} {last}").into()),
        counted: counted(Unit::Target),
        count,
    })
}
