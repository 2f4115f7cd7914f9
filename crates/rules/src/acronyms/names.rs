//! Names of bodies as a draft writes them, against the agreed ones.

use std::ops::Range;

use citation::single_spaced;

use super::agreed::agreed;
use super::{Acronyms, Introduction, Part};
use crate::{Context, words};

/// No name of a body is longer than this, in bytes.
const LONGEST: usize = 160;

/// An introduction whose full name is not the agreed one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WrongName<'d> {
    pub(super) introduction: Introduction<'d>,
    /// Byte range in the draft of the wrong name, what belongs to it before the introduction included.
    pub(super) name: Range<usize>,
    /// What would be right.
    pub(super) right: String,
    /// Whether the acronym is used again.
    pub(super) is_used: bool,
}

/// Every introduction in the draft's own sentences whose full name is a variant of the agreed one:
/// "UN Population Fund (UNFPA)". Several rules ask for them, and they are looked for once.
pub(super) fn wrong<'a, 'd>(context: &'a Context<'d>) -> &'a [WrongName<'d>] {
    let acronyms = context.acronyms();
    acronyms.wrong_names.get_or_init(|| read(context, acronyms))
}

fn read<'d>(context: &Context<'d>, acronyms: &Acronyms<'d>) -> Vec<WrongName<'d>> {
    acronyms
        .introductions
        .iter()
        .filter(|one| one.part != Part::Apart && !one.full.is_empty())
        .filter_map(|introduction| {
            let (name, right) = wrong_name(context, introduction)?;
            Some(WrongName {
                introduction: introduction.clone(),
                name,
                right,
                is_used: acronyms.is_used(context, introduction.letters),
            })
        })
        .collect()
}

fn wrong_name(
    context: &Context<'_>,
    introduction: &Introduction<'_>,
) -> Option<(Range<usize>, String)> {
    let text = context.text();
    let mut full = introduction.full_span.clone();
    if full.end > introduction.span.start {
        return None;
    }
    let own = &text[full.clone()];
    let article = ["The ", "the "]
        .iter()
        .find(|article| own.starts_with(**article));
    let skipped = article.map_or(0, |article| article.len());
    full.start += skipped;
    let before = text.floor_char_boundary(full.start.saturating_sub(LONGEST));
    let lead = abbreviated_lead(&text[before..full.start]);
    let name = full.start - lead.len()..full.end;
    let written = single_spaced(&text[name.clone()]);
    let is_abbreviated = written.starts_with("UN ");
    let chosen = context.settings.acronym_names.get(introduction.letters);
    let agreed = agreed(introduction.letters).filter(|row| !row.full.is_empty());
    let names = match (chosen, &agreed) {
        (Some(chosen), _) => Some([chosen.as_str(), ""]),
        (None, Some(row)) => Some([row.full, row.plural]),
        (None, None) => None,
    };
    let Some([right, plural]) = names else {
        // No agreed name, but "United Nations" is not abbreviated in the name of a body.
        let rest = written.strip_prefix("UN ")?;
        let right = words::right_for("A005", &written)
            .or_else(|| is_titled_without(context, rest).then_some(rest))
            .map_or_else(|| format!("United Nations {rest}"), str::to_owned);
        return rest
            .starts_with(char::is_uppercase)
            .then_some((name, right));
    };
    // Initials may have cut the full name short: "Office of the [United Nations High Commissioner …]".
    let whole = &text[before..full.end];
    let is_agreed = ends_with(whole, right) || ends_with(whole, plural);
    if is_agreed && !is_abbreviated {
        return None;
    }
    let is_variant = is_abbreviated || introduction.is_certain && is_near(&written, right);
    is_variant.then(|| (name, right.to_owned()))
}

/// Whether `name` is that of an instrument whose title does not begin with "United Nations": "UN Convention against Torture".
fn is_titled_without(context: &Context<'_>, name: &str) -> bool {
    let lexicon = context.sources.lexicon();
    let title = lexicon.title_of(name);
    title.is_some_and(|title| !title.starts_with("United Nations "))
}

/// "UN " or "UN System's " directly before a full name that its initials have cut short.
fn abbreviated_lead(before: &str) -> &str {
    [
        "UN ",
        "UN System ",
        "UN System s ",
        "UN System’s ",
        "UN System's ",
    ]
    .into_iter()
    .filter(|lead| before.ends_with(lead))
    .map(|lead| &before[before.len() - lead.len()..])
    .max_by_key(|lead| lead.len())
    .unwrap_or("")
}

/// Whether a text ends with a name, letter case, hyphens and articles aside.
fn ends_with(text: &str, name: &str) -> bool {
    if name.is_empty() {
        return false;
    }
    // Most are written as agreed.
    if let Some(before) = text.strip_suffix(name)
        && !before.ends_with(char::is_alphanumeric)
    {
        return true;
    }
    let mut text = words_from_end(text);
    words_from_end(name).all(|word| text.next().is_some_and(|other| is_same(word, other)))
}

fn words_from_end(name: &str) -> impl Iterator<Item = &str> {
    name.rsplit(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !word.eq_ignore_ascii_case("the"))
}

/// Whether two words are the same, letter case aside.
fn is_same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
        || !(one.is_ascii() && other.is_ascii()) && one.to_lowercase() == other.to_lowercase()
}

/// Whether one name is the other with one or two words more, fewer or otherwise: a slip and not another body.
fn is_near(written: &str, right: &str) -> bool {
    let (written, right) = (words_of(written), words_of(right));
    let is_written = |word: &&&str| written.iter().any(|other| is_same(word, other));
    let shared = right.iter().filter(is_written).count();
    let most = written.len().max(right.len());
    right.len() >= 3 && shared + 2 >= most && shared * 3 >= most * 2
}

fn words_of(name: &str) -> Vec<&str> {
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !word.eq_ignore_ascii_case("the"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_in_a_name_is_near_and_another_body_is_not() {
        let right = "United Nations Office for Project Services";
        assert!(is_near("United Nations Office of Project Services", right));
        assert!(is_near("UN Office for Project Services", right));
        assert!(!is_near("Union of National Operators in Paper", right));
        assert!(!is_near(
            "International Maritime Organization",
            "International Organization for Migration"
        ));
    }

    #[test]
    fn what_initials_cut_off_belongs_to_the_name() {
        assert_eq!(abbreviated_lead("asked the UN "), "UN ");
        assert_eq!(abbreviated_lead("the UN System s "), "UN System s ");
        assert_eq!(abbreviated_lead("asked the "), "");
    }
}
