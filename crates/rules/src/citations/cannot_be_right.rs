//! C002: a document that a fact leaves no room for.

use resolve::{Correction, Existence, Reference};

use super::wrong_organ::right_organ;
use super::{change_to, wording};
use crate::sentence::sentence_case;
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// C002 cannot-be-right.
pub(crate) const RULE: Rule = Rule {
    code: "C002",
    name: "cannot-be-right",
    family: Family::Citations,
    severity: Severity::Error,
    preset: Preset::On,
    page: include_str!("cannot_be_right.md"),
    check: Check::Reference(check),
};

/// First words of a reason that are written small inside a sentence.
const SMALL_WORDS: [&str; 16] = [
    "The",
    "No",
    "There",
    "It",
    "Its",
    "A",
    "An",
    "In",
    "Session",
    "Resolution",
    "Resolutions",
    "Decision",
    "Decisions",
    "Numbers",
    "This",
    "That",
];

fn check(context: &Context<'_>, reference: &Reference, found: &mut Vec<Finding>) {
    // A number of another organ is told by its organ.
    if reference.existence != Existence::Impossible || right_organ(reference).is_some() {
        return;
    }
    let name = wording::as_written(reference, context);
    let mut message = sentence(&name, &reference.reason);
    let token = context.resolved.draft.slice(reference.token.clone());
    if let Some(best) = reference.corrections.first()
        && !says(&reference.reason, best, &token)
    {
        message.push_str(&wording::question(best));
    }
    let mut finding = RULE.finding(reference.token.clone(), message);
    for correction in &reference.corrections {
        let fix = change_to(reference.token.clone(), &correction.text, Safety::Suggested);
        finding.fixes.push(fix);
    }
    found.push(finding);
}

/// Joins the name of the document and the reason, which is a whole sentence, to one sentence.
fn sentence(name: &str, reason: &str) -> String {
    let reason = reason.trim();
    let name_with_capital = sentence_case(name);
    if reason.is_empty() {
        return format!("{name_with_capital} cannot be right.");
    }
    let stop = if reason.ends_with(['.', '?', '!']) {
        ""
    } else {
        "."
    };
    let without_year = name.split(" (").next().unwrap_or(name);
    let because = [name, without_year]
        .into_iter()
        .find_map(|subject| reason.strip_prefix(subject))
        .filter(|rest| rest.starts_with(' '))
        .map_or_else(|| small(reason), |rest| format!("it{rest}"));
    format!("{name_with_capital} cannot be right, because {because}{stop}")
}

/// `reason` as it stands behind "because": its first letter small unless it begins a name.
fn small(reason: &str) -> String {
    let first = reason.split_whitespace().next().unwrap_or("");
    if !SMALL_WORDS.contains(&first) {
        return reason.to_owned();
    }
    let mut characters = reason.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(characters).collect()
    })
}

/// Whether the reason already shows what the correction changes: it names a figure that the
/// correction has and the token has not.
fn says(reason: &str, correction: &Correction, token: &str) -> bool {
    let figures = |text: &str| -> Vec<String> {
        text.split(|character: char| !character.is_ascii_digit())
            .filter(|group| !group.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (in_token, in_reason) = (figures(token), figures(reason));
    let mut new = figures(&correction.text)
        .into_iter()
        .filter(|figure| !in_token.contains(figure))
        .peekable();
    new.peek().is_some() && new.all(|figure| in_reason.contains(&figure))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn name_and_reason_make_one_sentence() {
        assert_eq!(
            sentence(
                "Security Council resolution 1325 (2002)",
                "Security Council resolution 1325 was adopted in 2000."
            ),
            "Security Council resolution 1325 (2002) cannot be right, because it was adopted in 2000."
        );
        assert_eq!(
            sentence(
                "“A/RES/95/1”",
                "The General Assembly holds its ninety-fifth session in 2040"
            ),
            "“A/RES/95/1” cannot be right, because the General Assembly holds its ninety-fifth \
             session in 2040."
        );
        assert_eq!(
            sentence("“A/C.7/67/L.1”", ""),
            "“A/C.7/67/L.1” cannot be right."
        );
    }

    #[test]
    fn the_correction_is_named_unless_the_reason_shows_it() {
        let right_year = Correction {
            text: "1325 (2000)".into(),
            reason: String::new(),
        };
        let reason = "Security Council resolution 1325 was adopted in 2000.";
        assert!(says(reason, &right_year, "1325 (2002)"));
        let exchanged = Correction {
            text: "67/172".into(),
            reason: "session and number exchanged".into(),
        };
        assert!(!says("There is no session 172.", &exchanged, "172/67"));
    }
}
