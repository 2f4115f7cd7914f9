//! C015: a first mention without its date, or a later one that repeats it.

use std::collections::BTreeMap;

use citation::facts;
use citation::{Act, Kind, Language, Referent};
use resolve::Reference;

use super::{is_sound, wording};
use crate::sentence::sentence_case;
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Rule, Safety, Severity};

/// C015 first-and-later-mention.
pub(crate) const RULE: Rule = Rule {
    code: "C015",
    name: "first-and-later-mention",
    family: Family::Citations,
    severity: Severity::Hint,
    preset: Preset::Off,
    page: include_str!("first_and_later_mention.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    // Whether the first mention has the date.
    let mut mentioned: BTreeMap<&Referent, bool> = BTreeMap::new();
    for reference in context.references() {
        let Some(referent) = resolution(context, reference) else {
            continue;
        };
        let first = mentioned.get(referent).copied();
        mentioned
            .entry(referent)
            .or_insert(reference.date.is_some());
        match (&reference.date, first) {
            (None, None) => found.extend(without_date(context, reference)),
            (Some(stated), Some(true)) => {
                let message = format!(
                    "{} has its date at the first mention; here the number is enough.",
                    sentence_case(&wording::name(reference, context))
                );
                found.push(RULE.finding(stated.span.clone(), message));
            }
            _ => {}
        }
    }
}

/// The resolution or decision that is cited by its number in an English sentence.
fn resolution<'r>(context: &Context<'_>, reference: &'r Reference) -> Option<&'r Referent> {
    if reference.is_own || reference.kind != Kind::Number || !is_sound(reference) {
        return None;
    }
    let around = context.around(reference.token.start)?;
    if around.block.marks.language != Language::English || around.is_quoted(reference.token.start) {
        return None;
    }
    let referent = reference
        .referent
        .as_ref()
        .filter(|_| reference.candidates.len() < 2)?;
    let adopted = referent.symbol()?.adopted()?;
    (adopted.act == Act::Resolution).then_some(referent)
}

fn without_date(context: &Context<'_>, reference: &Reference) -> Option<Finding> {
    let symbol = reference.referent.as_ref()?.symbol()?;
    let held = reference.source.as_ref().and_then(|source| source.date);
    let date = held.or_else(|| Some(facts::adoption_date(symbol)?.date))?;
    let subject = sentence_case(&wording::name(reference, context));
    let message = format!(
        "{subject} is mentioned first without its date, {}.",
        date.in_prose()
    );
    let mut finding = RULE.finding(reference.token.clone(), message);
    let end = reference.token.end;
    finding.fixes.push(Fix {
        title: format!("Add “of {}”", date.in_prose()),
        edits: vec![Edit {
            range: end..end,
            text: format!(" of {}", date.in_prose()),
        }],
        safety: Safety::Suggested,
    });
    Some(finding)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use draft::{Dialect, Draft};
    use sources::Catalogue;

    use crate::{Settings, findings};

    /// The messages about a text.
    fn told(text: &str) -> Vec<String> {
        let draft = Draft::new(text, Dialect::Markdown, Arc::default());
        let today = citation::Date::new(2026, 6, 1).unwrap();
        let resolved = resolve::resolve(&draft, &Catalogue, today);
        let settings = Settings {
            on: vec!["C015".to_owned()],
            ..Settings::default()
        };
        let found = findings(&resolved, &Catalogue, &settings);
        found.into_iter().map(|one| one.message).collect()
    }

    #[test]
    fn a_later_mention_repeats_a_date_that_the_first_has() {
        let first = "It is in General Assembly resolution 67/172";
        let later = "Under resolution 67/172 of 20 December 2012 a report is due.";
        assert_eq!(
            told(&format!("{first}. {later}")),
            ["Resolution 67/172 is mentioned first without its date, 20 December 2012."]
        );
        assert_eq!(
            told(&format!("{first} of 20 December 2012. {later}")),
            ["Resolution 67/172 has its date at the first mention; here the number is enough."]
        );
    }
}
