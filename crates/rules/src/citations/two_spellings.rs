//! C016: one number or symbol in two spellings.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use citation::{Kind, Language, Referent};
use resolve::Reference;

use super::{change_to, is_sound};
use crate::sentence::one_line;
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
    let mut spelled: Vec<(Spelled<'_>, &Reference)> = references
        .filter_map(|reference| Some((key_of(context, reference)?, reference)))
        .collect();
    spelled.sort_by_key(|(key, _)| *key);
    let alike = spelled.chunk_by(|(one, _), (other, _)| one == other);
    // What is mentioned once has one spelling.
    for mentions in alike.filter(|mentions| mentions.len() > 1) {
        let written = |reference: &&'_ Reference| {
            let words = context.around(reference.token.start)?;
            Some(one_line(words.words(&reference.token)).into_owned())
        };
        let written: Vec<(String, &Reference)> = mentions
            .iter()
            .filter_map(|(_, reference)| Some((written(reference)?, *reference)))
            .collect();
        others(&written, found);
    }
}

/// What is spelled, of which kind the spelling is (a symbol and a number are two ways to cite), and in which language:
/// Chinese texts have no space in "1325(2000)".
type Spelled<'r> = (&'r Referent, &'static str, Language);

fn key_of<'r>(context: &Context<'_>, reference: &'r Reference) -> Option<Spelled<'r>> {
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
    Some((
        reference.referent.as_ref()?,
        reference.kind.as_str(),
        around.block.marks.language,
    ))
}

/// One finding for each mention that is not spelled as most are, the first of equals.
fn others(mentions: &[(String, &Reference)], found: &mut Vec<Finding>) {
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
