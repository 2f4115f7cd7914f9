//! R003, R004, R006 and R007: the verbs with which paragraphs open.

use draft::{Form, VERBS, begins_in, begins_with};

use super::anatomy::{Paragraph, Role};
use crate::words::replacement;
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Rule, Safety, Severity};

/// R003 form-of-verb.
pub(crate) const FORM: Rule = Rule {
    code: "R003",
    name: "form-of-verb",
    family: Family::Resolutions,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("form_of_verb.md"),
    check: Check::Document(form),
};

/// R004 unusual-verb.
pub(crate) const UNUSUAL: Rule = Rule {
    code: "R004",
    name: "unusual-verb",
    family: Family::Resolutions,
    severity: Severity::Hint,
    preset: Preset::Off,
    page: include_str!("unusual_verb.md"),
    check: Check::Document(unusual),
};

/// R006 verb-in-italics.
pub(crate) const ITALICS: Rule = Rule {
    code: "R006",
    name: "verb-in-italics",
    family: Family::Resolutions,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("verb_in_italics.md"),
    check: Check::Document(italics),
};

/// R007 also-and-further.
pub(crate) const ALSO: Rule = Rule {
    code: "R007",
    name: "also-and-further",
    family: Family::Resolutions,
    severity: Severity::Hint,
    preset: Preset::Off,
    page: include_str!("also_and_further.md"),
    check: Check::Document(also),
};

fn form(context: &Context<'_>, found: &mut Vec<Finding>) {
    let anatomy = context.anatomy();
    for paragraph in &anatomy.paragraphs {
        let words = context.resolved.draft.slice(paragraph.verb.clone());
        let (from, to) = match paragraph.role {
            Role::Preambular => (Form::Operative, Form::Preambular),
            Role::Operative => (Form::Preambular, Form::Operative),
            Role::Item => continue,
        };
        let wrong = VERBS.iter().find_map(|(preambular, operative)| {
            let (wrong, right) = match from {
                Form::Operative => (*operative, *preambular),
                Form::Preambular => (*preambular, *operative),
            };
            let stands = !wrong.is_empty() && !right.is_empty() && begins_with(&words, wrong);
            stands.then_some((wrong, right))
        });
        let Some((wrong, right)) = wrong else {
            continue;
        };
        if paragraph.role == Role::Operative && acts_later(&paragraph.words) {
            continue;
        }
        let message = match to {
            Form::Preambular => {
                format!(
                    "This preambular paragraph opens with “{wrong}”: write the participle, “{right}”."
                )
            }
            Form::Operative => {
                format!(
                    "This operative paragraph opens with “{wrong}”: write the present tense, “{right}”."
                )
            }
        };
        let range = paragraph.verb.start..paragraph.verb.start + wrong.len();
        let mut finding = FORM.finding(range.clone(), message);
        finding
            .fixes
            .push(replacement(range, right.to_owned(), Safety::Suggested));
        found.push(finding);
    }
}

/// Whether a paragraph that opens with a participle comes to its operative verb behind it: "Recalling paragraph 3
/// of its resolution, urges States".
fn acts_later(words: &str) -> bool {
    words.match_indices(", ").any(|(at, comma)| {
        let clause = &words[at + comma.len()..];
        let mut operative = VERBS.iter().map(|(_, operative)| *operative);
        operative.any(|verb| {
            let opens = clause
                .get(..verb.len())
                .is_some_and(|opening| opening.eq_ignore_ascii_case(verb));
            !verb.is_empty() && opens && clause[verb.len()..].starts_with([' ', ','])
        })
    })
}

fn unusual(context: &Context<'_>, found: &mut Vec<Finding>) {
    for paragraph in &context.anatomy().paragraphs {
        let words = context.resolved.draft.slice(paragraph.verb.clone());
        let is_known = begins_in(Form::Operative, &words) || begins_in(Form::Preambular, &words);
        if paragraph.role == Role::Item || is_known || words.is_empty() {
            continue;
        }
        let word = words.split(' ').next().unwrap_or("");
        let range = paragraph.verb.start..paragraph.verb.start + word.len();
        let message = format!("“{word}” seldom opens a paragraph of a resolution.");
        found.push(UNUSUAL.finding(range, message));
    }
}

/// Where most paragraphs have their verb in italics, the others should.
fn italics(context: &Context<'_>, found: &mut Vec<Finding>) {
    let anatomy = context.anatomy();
    let opened: Vec<&Paragraph> = (anatomy.paragraphs.iter())
        .filter(|one| one.role != Role::Item)
        .collect();
    let italic = opened.iter().filter(|one| one.is_italic).count();
    if italic * 2 <= opened.len() {
        return;
    }
    for paragraph in opened.iter().filter(|one| !one.is_italic) {
        let words = context.resolved.draft.slice(paragraph.verb.clone());
        let verb = VERBS
            .iter()
            .flat_map(|(preambular, operative)| [*preambular, *operative])
            .filter(|verb| !verb.is_empty() && begins_with(&words, verb))
            .max_by_key(|verb| verb.len());
        let Some(verb) = verb else {
            continue;
        };
        if is_inserted(context, paragraph, verb) {
            continue;
        }
        let range = paragraph.verb.start..paragraph.verb.start + verb.len();
        let message = format!("The opening words of a paragraph are in italics: *{verb}*.");
        let mut finding = ITALICS.finding(range.clone(), message);
        finding.fixes.push(Fix {
            title: "Put the opening words in italics".to_owned(),
            edits: vec![Edit {
                range,
                text: format!("*{verb}*"),
            }],
            safety: Safety::Suggested,
        });
        found.push(finding);
    }
}

/// Whether the paragraph is bold beyond its verb, as texts under negotiation show what is put in.
fn is_inserted(context: &Context<'_>, paragraph: &Paragraph, verb: &str) -> bool {
    let text = context.resolved.draft.slice(paragraph.span.clone());
    let (before, rest) = text.split_at(paragraph.verb.start - paragraph.span.start);
    ["**", "__"]
        .iter()
        .any(|bold| before.ends_with(bold) && !rest[verb.len()..].trim_start().starts_with(bold))
}

/// The second paragraph in a row with the same verb takes "also", the third "further".
fn also(context: &Context<'_>, found: &mut Vec<Finding>) {
    let mut before = String::new();
    for paragraph in context.anatomy().of(Role::Operative) {
        let words = context.resolved.draft.slice(paragraph.verb.clone());
        let verb = VERBS
            .iter()
            .map(|(_, operative)| *operative)
            .find(|verb| !verb.is_empty() && begins_with(&words, verb))
            .unwrap_or("")
            .to_owned();
        if !verb.is_empty() && verb == before && !matches!(verb.as_str(), "Also" | "Further") {
            let range = paragraph.verb.start..paragraph.verb.start + verb.len();
            let mut small = verb.to_lowercase();
            small.insert_str(0, "Also ");
            let message = format!(
                "The paragraph before opens with “{verb}” as well; by custom this one opens with “{small}”."
            );
            let mut finding = ALSO.finding(range.clone(), message);
            finding
                .fixes
                .push(replacement(range, small, Safety::Suggested));
            found.push(finding);
        }
        before = verb;
    }
}
