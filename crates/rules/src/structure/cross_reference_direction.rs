//! X009: a place of this draft that lies in the other direction than is said.

use std::ops::Range;

use draft::{Direction, Thing};

use super::cross_references::{each, noun, number_of};
use crate::sentence::sentence_case;
use crate::words::replacement;
use crate::{Check, Context, Family, Finding, Preset, Related, Rule, Safety, Severity};

/// X009 cross-reference-direction.
pub(crate) const RULE: Rule = Rule {
    code: "X009",
    name: "cross-reference-direction",
    family: Family::Structure,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("cross_reference_direction.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    each(context, |targets, one, start| {
        let (Some(stated), Some(word)) = (one.direction, &one.direction_span) else {
            return;
        };
        let here = one.span.start + start;
        // The note of a footnote stands elsewhere than its mark.
        if one.thing == Thing::Footnote {
            return;
        }
        let places: Option<Vec<&Range<usize>>> = one
            .labels
            .iter()
            .map(
                |label| match targets.of(one.thing, number_of(one.thing, label)?) {
                    [only] => Some(only),
                    _ => None,
                },
            )
            .collect();
        // A number that stands twice leaves the direction open.
        let Some(places) = places.filter(|places| !places.is_empty()) else {
            return;
        };
        let lies = |place: &&Range<usize>| match stated {
            Direction::Above => place.start <= here && place.end <= here || place.contains(&here),
            Direction::Below => place.start > here || place.contains(&here),
        };
        if places.iter().any(lies) {
            return;
        }
        let right = match stated {
            Direction::Above => "below",
            Direction::Below => "above",
        };
        let is_french = context
            .resolved
            .draft
            .slice(word.start + start..word.end + start)
            .starts_with("ci-");
        let right_word = match stated {
            Direction::Above if is_french => "ci-dessous",
            Direction::Below if is_french => "ci-dessus",
            _ => right,
        };
        let noun = noun(one.thing);
        let label = &one.labels[0];
        let message = format!("{} {label} stands {right}.", sentence_case(noun));
        let mut finding = RULE.finding(here..one.span.end + start, message);
        finding.related.push(Related {
            message: format!("This is {noun} {label}"),
            path: None,
            range: places[0].clone(),
        });
        let word = word.start + start..word.end + start;
        finding
            .fixes
            .push(replacement(word, right_word.to_owned(), Safety::Suggested));
        found.push(finding);
    });
}
