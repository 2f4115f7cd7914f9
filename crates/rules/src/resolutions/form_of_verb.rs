//! R003: a paragraph that opens with the verb in the form of the other part.

use draft::{Form, VERBS, begins_with};

use super::anatomy::Role;
use crate::words::replacement;
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// R003 form-of-verb.
pub(crate) const RULE: Rule = Rule {
    code: "R003",
    name: "form-of-verb",
    family: Family::Resolutions,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("form_of_verb.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
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
        let mut finding = RULE.finding(range.clone(), message);
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
