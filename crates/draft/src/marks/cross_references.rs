//! Places that point to another place of the same draft: "paragraph 15 above", "see table 3", "section V of the
//! present report".
//!
//! "Paragraph 15" alone is most often that of another document, so only what says that it stays here counts.

mod others;
mod pointer;

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::opening::{Thing, number_of};
use super::{Sign, Signs};
use pointer::{DOCUMENTS, Pointer, is_noun_begun, is_of_word};

/// In which direction a cross-reference points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// "above", "ci-dessus".
    Above,
    /// "below", "ci-dessous", "ci-après".
    Below,
}

/// A place that points to another place of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrossReference {
    /// What it points to.
    pub thing: Thing,
    /// The labels as they are written, of a list or range the last one as well: `15`, `V`, `II`.
    pub labels: Vec<Box<str>>,
    /// Where it says that it is.
    pub direction: Option<Direction>,
    /// Where the word of direction stands.
    pub direction_span: Option<Range<usize>>,
    /// Where the reference stands: from its noun to its last word.
    pub span: Range<usize>,
}

/// What every cross-reference has one of: its word of direction, the lead before its noun, "the present report".
static SIGNS: LazyLock<[(Sign, Finder<'static>, StandsRight); 7]> = LazyLock::new(|| {
    [
        (Sign::Above, is_behind_label as StandsRight),
        (Sign::Below, is_behind_label),
        (Sign::Ci, is_behind_label),
        (Sign::See, is_see_before_noun),
        (Sign::CapitalSee, is_see_before_noun),
        (Sign::Compare, is_before_noun),
        (Sign::Present, is_before_document),
    ]
    .map(|(sign, stands_right)| (sign, Finder::new(sign.written()), stands_right))
});

/// Whether what stands before a sign and what stands behind it leave room for a cross-reference.
type StandsRight = fn(&str, &str) -> bool;

/// Whether `text`, which has these `signs` or fewer, may have a cross-reference. Many a text has a word that looks like a sign, and few have what every
/// sign stands beside; whoever finds none is spared the pattern.
fn may_have(text: &str, signs: Signs) -> bool {
    let mut had = SIGNS.iter().filter(|(sign, ..)| signs.have(*sign));
    had.any(|(sign, finder, stands_right)| {
        let length = sign.written().len();
        let mut places = finder.find_iter(text.as_bytes());
        places.any(|at| stands_right(&text[..at], &text[at + length..]))
    })
}

fn is_behind_label(before: &str, _: &str) -> bool {
    let label = before.trim_end();
    let label = label.strip_suffix(',').unwrap_or(label);
    label.ends_with(|last: char| matches!(last, '0'..='9' | 'A'..='I' | 'V' | 'X' | ')'))
}

fn is_see_before_noun(before: &str, behind: &str) -> bool {
    let noun = behind.trim_start();
    noun.len() < behind.len() && is_before_noun(before, noun.strip_prefix("also").unwrap_or(noun))
}

fn is_before_noun(_: &str, behind: &str) -> bool {
    is_noun_begun(behind.trim_start().as_bytes())
}

fn is_before_document(before: &str, behind: &str) -> bool {
    let noun = behind.trim_start();
    let document = DOCUMENTS.iter().any(|document| noun.starts_with(document));
    document && before.trim_end().ends_with("the")
}

/// The cross-references in `text`, which has these `signs` or fewer, in order.
pub(crate) fn find(text: &str, signs: Signs) -> Vec<CrossReference> {
    if !may_have(text, signs) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(pointer) = Pointer::next(text, from) {
        let behind_last = from;
        from = pointer.end;
        let noun = &text[pointer.noun.clone()];
        let thing = thing_of(noun);
        // "Section 3.1" is none of those that are counted.
        if is_divided(&text[pointer.behind_labels..]) {
            continue;
        }
        // "See Annex B" is mostly that of a treaty.
        let is_small = noun.starts_with(|first: char| first.is_ascii_lowercase());
        let is_seen = is_small
            && thing != Thing::Paragraph
            && !goes_on(&text[pointer.end..])
            && is_led_to(&text[behind_last..pointer.noun.start])
            && !others::names_work(&text[..pointer.noun.start], &text[pointer.end..]);
        if pointer.direction.is_none() && !pointer.is_here && !is_seen {
            continue;
        }
        let labels = pointer.labels.into_iter().map(|label| &text[label]);
        let (direction, direction_span) = pointer.direction.unzip();
        found.push(CrossReference {
            thing,
            labels: labels
                .filter(|label| number_of(label).is_some())
                .map(Box::from)
                .collect(),
            direction,
            direction_span,
            span: pointer.noun.start..pointer.end,
        });
    }
    found
}

/// The tables, figures and annexes that `text` names without a word that says whose they are, in order: "as table 3 shows",
/// "(Annex 4)". They are the draft's own where it numbers such things and nothing else is cited beside them, which is
/// for the caller to know.
pub fn things_named(text: &str) -> Vec<CrossReference> {
    let mut found = Vec::new();
    let mut from = 0;
    // Where the last one ends that is another document's.
    let mut anothers: Option<usize> = None;
    while let Some(pointer) = Pointer::next(text, from) {
        from = pointer.end;
        let thing = thing_of(&text[pointer.noun.clone()]);
        let before = text[..pointer.noun.start].trim_end_matches([' ', '\n']);
        let is_own = match thing {
            Thing::Table | Thing::Figure => !is_anothers(before),
            // Annexes of treaties are named as often as those of the draft: what is sent to is the draft's.
            Thing::Annex => {
                before.ends_with('(') && text[pointer.end..].starts_with(')')
                    || is_led_to(&text[..pointer.noun.start])
            }
            _ => false,
        };
        let is_marked = pointer.direction.is_some() || pointer.is_here;
        let goes_on = goes_on(&text[pointer.end..]) || is_divided(&text[pointer.behind_labels..]);
        let is_listed = anothers.is_some_and(|end| {
            others::go_together(&text[end..pointer.noun.start], thing == Thing::Annex)
        });
        let names_work = || others::names_work(&text[..pointer.noun.start], &text[pointer.end..]);
        if !is_marked && (!is_own || goes_on || is_listed || names_work()) {
            anothers = Some(pointer.end);
        } else if !is_marked {
            anothers = None;
        }
        if is_marked || anothers.is_some() {
            continue;
        }
        let labels = pointer.labels.into_iter().map(|label| &text[label]);
        found.push(CrossReference {
            thing,
            labels: labels.map(Box::from).collect(),
            direction: None,
            direction_span: None,
            span: pointer.noun.start..pointer.end,
        });
    }
    found
}

/// Whether what stands before a noun makes it a part of something else: "UNHCR, Global Trends, table 3", "the Bank’s
/// table 3", "Statistical table 3".
fn is_anothers(before: &str) -> bool {
    const OPENING: [&str; 6] = ["As", "Both", "In", "See", "The", "While"];
    let word = before.rsplit([' ', '\n', '(']).next().unwrap_or("");
    let is_name = word.starts_with(char::is_uppercase) && !word.ends_with(['.', ';', ':']);
    let is_possessive = word.ends_with("’s") || word.ends_with("'s");
    is_name && !OPENING.contains(&word)
        || is_possessive
        || matches!(word, "annex" | "appendix")
        || before.ends_with([',', ')', '”', '"', '*', '_', '’'])
}

/// Whether a text ends with "see", "see also" or "cf." and a space.
fn is_led_to(text: &str) -> bool {
    let lead = text.trim_end();
    if lead.len() == text.len() {
        return false;
    }
    let see = match lead.strip_suffix("also") {
        Some(see) => {
            let mut behind = see.chars();
            match behind.next_back() {
                Some(space) if space.is_whitespace() => behind.as_str(),
                _ => lead,
            }
        }
        None => lead,
    };
    let before = see
        .strip_suffix("see")
        .or_else(|| see.strip_suffix("See"))
        .or_else(|| lead.strip_suffix("cf."));
    before.is_some_and(|before| !before.bytes().next_back().is_some_and(is_of_word))
}

fn thing_of(noun: &str) -> Thing {
    // Each noun is of small letters, but for the first of a sentence.
    match noun[..3].to_ascii_lowercase().as_str() {
        "par" => Thing::Paragraph,
        "sec" | "cha" => Thing::Section,
        "ann" | "app" => Thing::Annex,
        "tab" => Thing::Table,
        "fig" => Thing::Figure,
        _ => Thing::Footnote,
    }
}

/// Whether the label before `rest` goes on behind a stop: "section 3.1".
fn is_divided(rest: &str) -> bool {
    let rest = rest.strip_prefix('.').unwrap_or_default();
    rest.starts_with(|first: char| first.is_ascii_digit())
}

/// Whether what follows makes it a place of another document: "see section V of the report", "see annex II,
/// resolution 70/1".
fn goes_on(rest: &str) -> bool {
    let rest = rest.trim_start();
    ["of ", "to ", "in ", "thereof", "thereto", ", "]
        .iter()
        .any(|word| rest.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(text: &str) -> Vec<String> {
        find(text, Signs::of(text))
            .into_iter()
            .map(|one| {
                format!(
                    "{:?} {} {:?}",
                    one.thing,
                    one.labels.join("+"),
                    one.direction
                )
            })
            .collect()
    }

    #[test]
    fn places_of_the_same_draft_are_found() {
        for (text, expected) in [
            (
                "as said in paragraph 15 above, it",
                "Paragraph 15 Some(Above)",
            ),
            ("(see paras. 12 to 15 below)", "Paragraph 12+15 Some(Below)"),
            (
                "Paragraphs 12 to 15 above say",
                "Paragraph 12+15 Some(Above)",
            ),
            ("Section IV below has it", "Section IV Some(Below)"),
            ("see section V", "Section V None"),
            ("(see annex II)", "Annex II None"),
            ("See table 3.", "Table 3 None"),
            ("See section 3.", "Section 3 None"),
            ("See section 3.\n1. The", "Section 3 None"),
            ("(see footnote 12)", "Footnote 12 None"),
            ("(see note 4 above)", "Footnote 4 Some(Above)"),
            ("paragraph 4 (a) above", "Paragraph 4 Some(Above)"),
            ("PARAGRAPH 4, below", "Paragraph 4 Some(Below)"),
            ("cf. table 3", "Table 3 None"),
            (
                "Voir le paragraphe 48 ci-dessus",
                "Paragraph 48 Some(Above)",
            ),
            (
                "les paragraphes 3 a) et 5 ci-après",
                "Paragraph 3+5 Some(Below)",
            ),
            ("au tableau 2 ci-dessous", "Table 2 Some(Below)"),
            ("See also\nannexes II and III.", "Annex II+III None"),
            ("section III of the present report", "Section III None"),
            (
                "paragraphs 3 and 4 of the present note",
                "Paragraph 3+4 None",
            ),
        ] {
            assert_eq!(labels(text), [expected], "{text}");
        }
    }

    #[test]
    fn tables_figures_and_annexes_are_named_without_a_lead() {
        let named = |text: &str| -> Vec<String> {
            let found = things_named(text).into_iter();
            found
                .map(|one| format!("{:?} {}", one.thing, one.labels.join("+")))
                .collect()
        };
        for (text, expected) in [
            ("As figure 2 shows, it", "Figure 2"),
            ("9. Table 1 gives it", "Table 1"),
            ("it grew; table 3 shows how", "Table 3"),
            ("See Annex 3 for the programme", "Annex 3"),
            ("checklists (Annex 4) are needed", "Annex 4"),
        ] {
            assert_eq!(named(text), [expected], "{text}");
        }
        for text in [
            "UNHCR, Global Trends, table 3, and",
            "the Bank’s table 3 shows",
            "table 3 of the report",
            "MARPOL Annex 3 applies",
            "Statistical Table 3 shows",
            "as table 2.4 shows",
            "IOM, World Migration Report 2024, table 2 and figure 3.",
            "UNHCR, Global Trends 2023, annex table 3 and figures 7 and 8 show",
            "The World Migration Report 2024 is clear: figure 12 shows the rise, and table 9 the fall.",
            "MARPOL annex VI and annex 9 to the Convention; see also annex 17.",
            "paragraph 3 shows",
        ] {
            assert_eq!(named(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn places_of_other_documents_are_none() {
        for text in [
            "paragraph 15 of resolution 67/172",
            "see section V of the report",
            "see annex II to resolution 60/1",
            "see resolution 60/1, annex",
            "in paragraph 15, the Assembly",
            "see paragraph 15",
            "see Annex B to the Protocol",
            "see Annex B",
            "See table 9 (World Migration Report 2024).",
            "See section 3.1 below",
            "see sections 3.1 and 3.2",
            "see sections 3 and 4.2",
            "see section 3.1, table 2.4",
            "the above paragraph",
            "Voir le paragraphe 48 de la résolution 67/172",
            "le paragraphe ci-dessus",
            "table tennis, see below",
            "the committees present; see paragraph 15",
            "the committee met at present, above all",
        ] {
            assert_eq!(labels(text), [""; 0], "{text}");
        }
    }
}
