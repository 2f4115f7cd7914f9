//! C016: one number or symbol in two spellings.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::rc::Rc;

use citation::{Kind, Language, Referent, single_spaced};
use resolve::Reference;

use super::{Surroundings, change_to, is_sound};
use crate::{Check, Context, Family, Finding, Preset, Related, Rule, Safety, Severity};

/// C016 two-spellings.
pub(crate) const RULE: Rule = Rule {
    code: "C016",
    name: "two-spellings",
    family: Family::Citations,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("two_spellings.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let references = context.references().iter();
    let mut spelled: Vec<(Spelled<'_>, Mention<'_>)> = references
        .filter_map(|reference| spelled(context, reference))
        .collect();
    spelled.sort_by_key(|(key, _)| *key);
    let alike = spelled.chunk_by(|(one, _), (other, _)| one == other);
    // What is mentioned once has one spelling.
    for mentions in alike.filter(|mentions| mentions.len() > 1) {
        let mentions = mentions.iter().map(|(_, (reference, around))| {
            let written = single_spaced(around.words(&reference.token));
            (written, *reference)
        });
        others(&mentions.collect::<Vec<_>>(), found);
    }
}

/// What is spelled, of which kind the spelling is (a symbol and a number are two ways to cite), and in which language:
/// Chinese texts have no space in "1325(2000)".
type Spelled<'r> = (&'r Referent, &'static str, Language);

/// A reference with the words around it.
type Mention<'r> = (&'r Reference, Rc<Surroundings<'r>>);

fn spelled<'r>(
    context: &Context<'r>,
    reference: &'r Reference,
) -> Option<(Spelled<'r>, Mention<'r>)> {
    if !is_sound(reference) || reference.candidates.len() > 1 {
        return None;
    }
    if !matches!(reference.kind, Kind::Symbol | Kind::Number) {
        return None;
    }
    let around = context.around(reference.token.start)?;
    if around.is_quoted(reference.token.start) || !around.block.kind.is_prose() {
        return None;
    }
    let spelled = (
        reference.referent.as_ref()?,
        reference.kind.as_str(),
        around.block.marks.language,
    );
    Some((spelled, (reference, around)))
}

/// One finding for each mention that is not spelled as most are, the first of equals.
fn others(mentions: &[(Cow<'_, str>, &Reference)], found: &mut Vec<Finding>) {
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, (spelling, _)) in mentions.iter().enumerate() {
        places.entry(spelling).or_default().push(place);
    }
    let by_count = |places: &&Vec<usize>| (places.len(), Reverse(places[0]));
    let Some((usual, first)) = places
        .values()
        .max_by_key(by_count)
        .map(|places| &mentions[places[0]])
    else {
        return;
    };
    for (spelling, reference) in mentions.iter().filter(|(spelling, _)| spelling != usual) {
        // Letters that name a part stand by themselves in lists: "A and B".
        if spelling.len() < 3 || usual.len() < 3 || !is_same_but_for_space(spelling, usual) {
            continue;
        }
        let message = format!("This text also writes “{usual}”; use one spelling.");
        let mut finding = RULE.finding(reference.token.clone(), message);
        let fix = change_to(reference.token.clone(), usual, Safety::Suggested);
        finding.fixes.push(fix);
        finding.related.push(Related {
            message: format!("It is spelled “{usual}” here"),
            path: None,
            range: first.token.clone(),
        });
        found.push(finding);
    }
}

/// Whether two spellings have the same letters and figures; "67/172" and "A/RES/67/172" have not.
fn is_same_but_for_space(one: &str, other: &str) -> bool {
    let core = |text: &str| -> String {
        let kept = text.chars().filter(|c| c.is_alphanumeric());
        kept.flat_map(char::to_lowercase).collect()
    };
    core(one) == core(other)
}
