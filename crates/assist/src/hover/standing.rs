//! How a reference stands: in the sources or not, wrong and why, and whether its date is right.

use citation::facts::Standing;
use resolve::{Agreement, Existence, Reference};
use sources::{Origin, Paragraphs, Source};

use crate::prose;

/// The standing in a drafter's words. A draft's own symbol stands nowhere but in the draft.
pub(super) fn of(reference: &Reference) -> String {
    let wrong = |what: &str| {
        let mut corrections = reference.corrections.iter();
        // A reason that stands beside the correction is not said twice.
        if reference.reason.is_empty() || corrections.any(|one| one.reason == reference.reason) {
            return format!("**{what}.**");
        }
        format!("**{what}:** {}", prose::escaped(&reference.reason))
    };
    match reference.existence {
        Existence::Malformed => wrong("Mistyped"),
        Existence::Impossible => wrong("Cannot be right"),
        _ if reference.is_own => "This draft’s own symbol.".to_owned(),
        _ if reference.referent.is_none() => {
            "The text does not say whose number this is.".to_owned()
        }
        Existence::Unknown => "Not in your sources.".to_owned(),
        Existence::Exists => "Exists, but is not in your sources.".to_owned(),
        Existence::Held => match reference.source.as_deref() {
            Some(source) => held(source),
            None => "In your sources.".to_owned(),
        },
    }
}

fn held(source: &Source) -> String {
    let place = match &source.origin {
        Origin::Catalogue { .. } => "built-in catalogue".to_owned(),
        Origin::File { path } => {
            let name = path.file_name().unwrap_or(path.as_os_str());
            prose::escaped(&name.to_string_lossy())
        }
    };
    match source.paragraphs {
        Paragraphs::NotAtHand => format!("In your sources ({place}), without its text."),
        _ => format!("In your sources ({place})."),
    }
}

/// What was probably meant: "Perhaps “A/HRC/53/26” (letters swapped)."
pub(super) fn corrections(reference: &Reference) -> Option<String> {
    let perhaps: Vec<String> = reference
        .corrections
        .iter()
        .map(|correction| {
            let text = prose::escaped(&correction.text);
            match prose::escaped(&correction.reason).as_str() {
                "" => format!("“{text}”"),
                reason => format!("“{text}” ({reason})"),
            }
        })
        .collect();
    let (last, first) = perhaps.split_last()?;
    Some(match first {
        [] => format!("Perhaps {last}."),
        _ => format!("Perhaps {} or {last}.", first.join(", ")),
    })
}

/// The stated date against the date of adoption, no surer than that date is known.
pub(super) fn stated_date(reference: &Reference) -> Option<String> {
    let stated = reference.date.as_ref()?.date.in_prose();
    Some(match (&reference.date_agreement, reference.date_standing) {
        (Agreement::NoSuchDay(_), _) => format!("**There is no {stated} in the calendar.**"),
        (Agreement::Outside(from, to), _) => format!(
            "It was adopted between {} and {}, not on {stated}.",
            from.in_prose(),
            to.in_prose()
        ),
        (Agreement::NotCheckable, _) | (Agreement::Contradicts(_), Some(Standing::Recalled)) => {
            format!("The date given here, {stated}, could not be checked.")
        }
        (Agreement::Agrees, _) => format!("The date given here, {stated}, is right."),
        (Agreement::Contradicts(other), Some(Standing::Observed)) => format!(
            "The date given here is {stated}; other texts that cite it say {}.",
            other.in_prose()
        ),
        (Agreement::Contradicts(right), _) => format!(
            "**The date given here, {stated}, is not the date of adoption, {}.**",
            right.in_prose()
        ),
    })
}
