//! How far the numbered parts of outcomes and standards go: objectives, rules, principles, goals and their targets.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::treaties::{folded, treaty_articles};
use super::{Standing, tables};
use crate::Unit;
use crate::table::rows;

/// Titles as [`folded`], with the word of the unit behind a line break.
static BY_TITLE: LazyLock<HashMap<String, u16>> = LazyLock::new(|| {
    rows::<5>(tables::NUMBERED_PARTS.text)
        .filter(|[.., standing, _]| Standing::of(standing) > Standing::Recalled)
        .filter_map(|[title, unit, parts, ..]| {
            Some((format!("{}\n{unit}", folded(title)), parts.parse().ok()?))
        })
        .collect()
});

/// By the number of the goal.
static TARGETS: LazyLock<HashMap<usize, GoalTargets>> = LazyLock::new(|| {
    rows::<4>(tables::GOAL_TARGETS.text)
        .filter_map(|[goal, numbered, lettered, _]| {
            let targets = GoalTargets {
                numbered: numbered.parse().ok()?,
                lettered: lettered.parse().ok()?,
            };
            Some((goal.parse().ok()?, targets))
        })
        .collect()
});

/// The targets of a Sustainable Development Goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GoalTargets {
    /// The last of those with figures: 7 for goal 10, whose targets run from 10.1 to 10.7.
    pub numbered: u8,
    /// How many have letters: 3 for goal 10, which has 10.a to 10.c.
    pub lettered: u8,
}

/// The last number of what `unit` counts in the document with this official title: 23 for the objectives of the Global
/// Compact for Safe, Orderly and Regular Migration.
///
/// Case, punctuation, spacing and a leading "the" do not matter. `None` for what the tables do not have, and where the
/// number is from memory.
pub fn numbered_parts(title: &str, unit: Unit) -> Option<u16> {
    if unit == Unit::Article {
        return treaty_articles(title);
    }
    let key = format!("{}\n{}", folded(title), unit.short());
    BY_TITLE.get(&key).copied()
}

/// The targets of the Sustainable Development Goal with that number; `None` where there is no such goal.
pub fn goal_targets(goal: usize) -> Option<GoalTargets> {
    TARGETS.get(&goal).copied()
}
