//! How a reference stands: in the sources or not, wrong and why, and whether its date is right.

use citation::Referent;
use citation::facts::DateBasis;
use resolve::{Agreement, Existence, Reference, Succession, Successor};
use sources::{Origin, Paragraphs, Source, Sources};

use crate::prose;

/// The standing in a drafter's words. A draft's own symbol stands nowhere but in the draft.
pub(super) fn of(reference: &Reference, sources: &dyn Sources) -> String {
    let referent = reference.referent.as_ref();
    // What is still to be read, or damaged, may hold it.
    let is_partly_read = || referent.is_some_and(|it| !sources.resolve(it).complete);
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
        Existence::Unknown if is_partly_read() => {
            "Not in what could be read of your sources so far.".to_owned()
        }
        Existence::Unknown => "Not in your sources.".to_owned(),
        Existence::Exists if reference.source.is_some() => {
            "Known to the built-in catalogue; its text is not in your sources.".to_owned()
        }
        Existence::Exists if is_partly_read() => {
            "Exists, but is not in what could be read of your sources so far.".to_owned()
        }
        Existence::Exists => "Exists, but is not in your sources.".to_owned(),
        Existence::Held => match reference.source.as_deref() {
            Some(source) => held(source),
            None => "In your sources.".to_owned(),
        },
    }
}

fn held(source: &Source) -> String {
    let Origin::File { path } = &source.origin else {
        return "In your sources.".to_owned();
    };
    let name = path.file_name().unwrap_or(path.as_os_str());
    let name = prose::escaped(&name.to_string_lossy());
    if source.paragraphs == Paragraphs::NotAtHand {
        format!("In your sources ({name}), without its text.")
    } else {
        format!("In your sources ({name}).")
    }
}

/// Whether nothing but the date that is stated beside it speaks for another number.
pub(super) fn is_doubted_by_date(reference: &Reference) -> bool {
    let contradicts = matches!(
        reference.date_agreement,
        Agreement::Contradicts(_) | Agreement::Outside(..)
    );
    let is_known = matches!(reference.existence, Existence::Exists | Existence::Held);
    contradicts && is_known
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
    let perhaps = match first {
        [] => last.clone(),
        _ => format!("{} or {last}", first.join(", ")),
    };
    Some(if is_doubted_by_date(reference) {
        format!("If the date is right, the number may be {perhaps}.")
    } else {
        format!("Perhaps {perhaps}.")
    })
}

/// The stated date against the date of adoption, no surer than that date is known.
pub(super) fn stated_date(reference: &Reference) -> Option<String> {
    let stated = reference.date.as_ref()?.date.in_prose();
    let is_proof = reference.date_basis.is_some_and(DateBasis::is_proof);
    Some(match &reference.date_agreement {
        Agreement::NoSuchDay(_) => format!("**There is no {stated} in the calendar.**"),
        Agreement::Outside(from, to) => format!(
            "It was adopted between {} and {}, not on {stated}.",
            from.in_prose(),
            to.in_prose()
        ),
        Agreement::NotCheckable if reference.existence == Existence::Impossible => return None,
        Agreement::NotCheckable => {
            format!("The date given here, {stated}, could not be checked.")
        }
        Agreement::Agrees if is_proof => format!("The date given here, {stated}, is right."),
        Agreement::Agrees if reference.date_basis == Some(DateBasis::Catalogue) => {
            format!("The date given here, {stated}, is that of the built-in catalogue.")
        }
        Agreement::Agrees => format!("The date given here, {stated}, is that of other texts."),
        Agreement::Contradicts(right) if is_proof => format!(
            "**The date given here, {stated}, is not the date of adoption, {}.**",
            right.in_prose()
        ),
        Agreement::Contradicts(other) => {
            let say = match reference.date_basis {
                Some(DateBasis::Neighbours(..)) => "the numbers around it say",
                Some(DateBasis::Meeting) => "the decision names",
                Some(DateBasis::Catalogue) => "the built-in catalogue says",
                _ => "other texts that cite it say",
            };
            format!(
                "The date given here is {stated}; {say} {}.",
                other.in_prose()
            )
        }
    })
}

/// The stated title against the one that the document bears.
pub(super) fn stated_title(reference: &Reference) -> Option<String> {
    let stated = prose::escaped(&reference.title.as_ref()?.words);
    match &reference.title_agreement {
        Agreement::Contradicts(right) => Some(format!(
            "**The title given here, “{stated}”, is not that of the document, “{}”.**",
            prose::escaped(right)
        )),
        _ => None,
    }
}

/// Whose number it may be, where the text does not say: "It may be A/RES/48/11, A/HRC/RES/48/11 or …".
pub(super) fn candidates(reference: &Reference) -> Option<String> {
    let names: Vec<String> = reference
        .candidates
        .iter()
        .map(|candidate| prose::escaped(&candidate.to_string()))
        .collect();
    let (last, first) = names.split_last().filter(|(_, first)| !first.is_empty())?;
    Some(format!(
        "The text does not say whose number this is: it may be {} or {last}.",
        first.join(", ")
    ))
}

/// What has come after the document by the date of the draft.
pub(super) fn currency(reference: &Reference) -> Option<String> {
    let lines: Vec<String> = reference
        .currency
        .successors()
        .iter()
        .map(|successor| {
            let symbol = prose::escaped(&successor.symbol.to_string());
            let on = successor
                .date
                .map(|date| format!(" of {}", date.in_prose()))
                .unwrap_or_default();
            match successor.succession {
                Succession::Adopted => format!("Adopted as {symbol}{on}."),
                Succession::Revised => format!("Revised by {symbol}{on}."),
                Succession::Corrected => format!("Corrected by {symbol}{on}."),
                Succession::Superseded => format!("Superseded by {symbol}{on}."),
                Succession::Abolished => format!("Abolished by {symbol}{on}."),
                Succession::Reissued => reissued(reference, successor),
                Succession::SameTitle => {
                    format!("A later resolution has the same title: {symbol}{on}.")
                }
            }
        })
        .collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}

/// "Reissued for technical reasons on 15 January 2024." Most are under the same symbol.
fn reissued(reference: &Reference, successor: &Successor) -> String {
    let own = reference.referent.as_ref().and_then(Referent::symbol);
    let under = if own == Some(&successor.symbol) {
        " for technical reasons".to_owned()
    } else {
        format!(" as {}", prose::escaped(&successor.symbol.to_string()))
    };
    let on = successor
        .date
        .map(|date| format!(" on {}", date.in_prose()))
        .unwrap_or_default();
    format!("Reissued{under}{on}.")
}
