//! What only the number of a document's parts denies: "Article 95 of the Convention", which has 93.

use citation::{Unit, facts};

use super::wish::Wanted;
use crate::label::{self, Label};
use crate::{Absent, ParagraphAnswer, Source};

/// The answer where the text itself shows no parts, and how many there are may be known.
pub(super) fn beyond(source: &Source, unit: Unit, labels: &[Wanted]) -> ParagraphAnswer {
    let mut all = labels
        .iter()
        .flat_map(|(from, to)| std::iter::once(from).chain(to));
    let absent = match unit {
        Unit::Target => {
            let has_targets = facts::numbered_parts(&source.title, Unit::Goal).is_some();
            has_targets.then(|| all.find_map(absent_target)).flatten()
        }
        _ => last_number(source, unit).and_then(|last| {
            let number = |label: &Label| label.number.parse().ok();
            let beyond =
                all.find(|label| number(label).is_some_and(|number: usize| number > last))?;
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

fn last_number(source: &Source, unit: Unit) -> Option<usize> {
    let last = match unit {
        Unit::Article => source.articles,
        _ => facts::numbered_parts(&source.title, unit),
    };
    last.map(usize::from)
}

const fn counted(unit: Unit) -> &'static str {
    match unit {
        Unit::Article => "articles",
        other => other.short_plural(),
    }
}

/// That no goal has the target of `wanted`: `10.8`, `10.d`, `18.1`.
fn absent_target(wanted: &Label) -> Option<Absent> {
    let (goal, part) = wanted.number.split_once('.')?;
    let number: usize = goal.parse().ok()?;
    let Some(targets) = facts::goal_targets(number) else {
        let last = (1..).take_while(|goal| facts::goal_targets(*goal).is_some());
        let count = last.count();
        return Some(Absent {
            label: goal.into(),
            last: Some(count.to_string().into()),
            counted: counted(Unit::Goal),
            count,
        });
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
