//! A002: an acronym that is introduced again, or for two names.

use std::borrow::Cow;
use std::collections::HashMap;

use citation::{Body, Kind, single_spaced};
use foldhash::fast::RandomState;
use resolve::Reference;

use super::agreed::is_exempt;
use super::{Introduction, Part};
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Related, Rule, Safety, Severity};

/// A002 acronym-defined-twice.
pub(crate) const RULE: Rule = Rule {
    code: "A002",
    name: "acronym-defined-twice",
    family: Family::Acronyms,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("acronym_defined_twice.md"),
    check: Check::Document(check),
};

/// Words that show a full name to be in another language.
fn is_of_another_language(word: &[u8]) -> bool {
    matches!(
        word,
        b"pour"
            | b"les"
            | b"des"
            | b"du"
            | b"la"
            | b"le"
            | b"et"
            | b"sur"
            | b"de"
            | b"del"
            | b"para"
            | b"las"
            | b"los"
            | b"y"
            | b"der"
            | b"und"
            | b"el"
    )
}

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text();
    let mut first: HashMap<(&str, Part), &Introduction<'_>, RandomState> = HashMap::default();
    for introduction in &context.acronyms().introductions {
        if introduction.part == Part::Apart || is_exempt(introduction.letters) {
            continue;
        }
        let key = (introduction.letters, introduction.part);
        let Some(earlier) = first.get(&key) else {
            first.insert(key, introduction);
            continue;
        };
        if !is_excused(text, earlier, introduction) {
            found.extend(finding(context, earlier, introduction));
        }
    }
}

/// One in the singular and one in the plural, or the names of one body in two languages.
fn is_excused(text: &str, earlier: &Introduction<'_>, later: &Introduction<'_>) -> bool {
    let is_plural = |one: &Introduction<'_>| text[one.span.clone()].ends_with('s');
    is_plural(earlier) != is_plural(later) || is_foreign(earlier.full) || is_foreign(later.full)
}

fn is_foreign(full: &str) -> bool {
    if full.is_ascii() {
        let words = full.as_bytes().split(|byte| !byte.is_ascii_alphabetic());
        return words.into_iter().any(is_of_another_language);
    }
    full.contains(|character| "áéíóúñçèêàôöäüß".contains(character))
        || full
            .split(|character: char| !character.is_alphabetic())
            .any(|word| is_of_another_language(word.as_bytes()))
}

/// The full name, where it is one for certain: its initials make the acronym, or a body or an instrument is called so, as
/// "Commission for Social Development (CSW)".
fn name<'a>(context: &'a Context<'_>, introduction: &Introduction<'a>) -> Option<Cow<'a, str>> {
    if introduction.is_certain || body(introduction).is_some() {
        return Some(Cow::Borrowed(bare(introduction)));
    }
    let named = instrument(context, introduction)?;
    let words = context.text().get(named.token.clone())?;
    Some(single_spaced(words))
}

fn bare<'a>(introduction: &Introduction<'a>) -> &'a str {
    let full = introduction.full;
    full.strip_prefix("The ").unwrap_or(full)
}

/// The body that is called by the full name.
fn body(introduction: &Introduction<'_>) -> Option<Body> {
    Body::named(bare(introduction))
}

/// The instrument that the full name ends with the title of.
fn instrument<'a>(
    context: &'a Context<'_>,
    introduction: &Introduction<'_>,
) -> Option<&'a Reference> {
    let end = introduction.full_span.end;
    let near = end.saturating_sub(LONGEST)..end;
    context
        .references_in(&near)
        .find(|reference| reference.kind == Kind::Named && reference.token.end == end)
}

/// Whether both are names of one thing: "Convention against Torture" and its full title.
fn mean_the_same(
    context: &Context<'_>,
    earlier: &Introduction<'_>,
    later: &Introduction<'_>,
) -> bool {
    let referent = |one| instrument(context, one).and_then(|named| named.referent.as_ref());
    body(earlier).is_some_and(|meant| body(later) == Some(meant))
        || referent(earlier).is_some_and(|meant| referent(later) == Some(meant))
}

/// Names of instruments are no longer than this, in bytes.
const LONGEST: usize = 400;

fn finding(
    context: &Context<'_>,
    earlier: &Introduction<'_>,
    later: &Introduction<'_>,
) -> Option<Finding> {
    let text = context.text();
    let letters = later.letters;
    let range = later.extent();
    let mut finding = if same_name(earlier.full, later.full) {
        let message =
            format!("“{letters}” has been introduced before; the acronym alone is enough.");
        let mut finding = RULE.finding(range, message);
        finding.fixes.extend(acronym_alone(text, later));
        finding
    } else {
        let (first, second) = name(context, earlier).zip(name(context, later))?;
        if same_name(&first, &second) || mean_the_same(context, earlier, later) {
            return None;
        }
        let message = format!("“{letters}” stands for two names: “{first}” and “{second}”.");
        RULE.finding(range, message)
    };
    finding.related.push(Related {
        message: format!("“{letters}” is introduced here first"),
        path: None,
        range: earlier.extent(),
    });
    Some(finding)
}

/// Whether two full names are one: letter case, hyphens, articles and a plural ending aside.
fn same_name(a: &str, b: &str) -> bool {
    if a.eq_ignore_ascii_case(b) {
        return true;
    }
    let core = |name: &str| -> String {
        let mut core = String::with_capacity(name.len());
        for word in name.split(|character: char| !character.is_alphanumeric()) {
            let start = core.len();
            core.extend(word.chars().flat_map(char::to_lowercase));
            core.truncate(core[start..].trim_end_matches('s').len() + start);
            if matches!(&core[start..], "the" | "a" | "an") {
                core.truncate(start);
            }
        }
        core
    };
    core(a) == core(b)
}

/// The fix: the acronym without full name and parentheses.
fn acronym_alone(text: &str, later: &Introduction<'_>) -> Option<Fix> {
    if later.full_span.end > later.span.start {
        return None;
    }
    let between = &text[later.full_span.end..later.span.start];
    if between.trim() != "(" || !text[later.span.end..].starts_with(')') {
        return None;
    }
    let written = text[later.span.clone()].to_owned();
    Some(Fix {
        title: format!("Write “{written}” alone"),
        edits: vec![Edit {
            range: later.full_span.start..later.span.end + 1,
            text: written,
        }],
        safety: Safety::Suggested,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_one_whatever_their_case_and_hyphens() {
        assert!(same_name(
            "Non-governmental organizations",
            "non governmental organization"
        ));
        assert!(same_name(
            "the Global Migration Group",
            "Global Migration Group"
        ));
        assert!(!same_name(
            "Committee on Migrant Workers",
            "Convention on Migrant Workers"
        ));
    }

    #[test]
    fn names_in_other_languages_are_seen() {
        assert!(is_foreign(
            "Organisation internationale pour les migrations"
        ));
        assert!(is_foreign(
            "Organización Internacional para las Migraciones"
        ));
        assert!(!is_foreign("International Organization for Migration"));
    }
}
