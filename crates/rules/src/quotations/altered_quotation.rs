//! Q001: a quotation whose words are not those of the document it is from.

use std::ops::Range;

use draft::Block;
use resolve::Reference;
use sources::{Difference, Hit, Likeness, Origin, PassageKind, Quoted};

use super::passage::Passage;
use super::passages;
use super::pinned::{is_at, pinned};
use super::put_in;
use crate::citations::wording;
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Related, Rule, Safety, Severity};

/// Q001 altered-quotation.
pub(crate) const RULE: Rule = Rule {
    code: "Q001",
    name: "altered-quotation",
    family: Family::Quotations,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("altered_quotation.md"),
    check: Check::Texts(check),
};

/// A quotation is altered, and not another text, when at most one word in this many differs.
const ALTERED_ONE_IN: usize = 6;
/// The same where the paragraph that the words are said to be in is the one that has them so.
const ALTERED_IN_PLACE_ONE_IN: usize = 4;
/// More differences than this are not told one by one.
const MOST_TOLD: usize = 2;

fn check(context: &Context<'_>, block: &Block<'_>, found: &mut Vec<Finding>) {
    passages::each(context, block, |passage| {
        if let Some(altered) = altered(context, passage) {
            found.push(altered.finding(context, passage));
        }
    });
}

/// A quotation as a document has it.
struct Altered<'r> {
    reference: &'r Reference,
    hit: Hit,
    differences: Vec<Difference>,
}

/// The nearest of the documents that the quotation is attributed to; `None` where one has the very words.
fn altered<'r>(context: &Context<'_>, passage: &Passage<'r>) -> Option<Altered<'r>> {
    let count = sources::words(&passage.words).count();
    let bare = put_in::without(&passage.words);
    let mut nearest: Option<(usize, Altered<'r>)> = None;
    for reference in &passage.attributions {
        let is_whole_without = |bare: &String| {
            let places = context.sources.verbatim(bare, reference.referent.as_ref());
            let mut places = places.value.into_iter();
            places.any(|place| !matches!(place.likeness, Likeness::Altered(_)))
        };
        if bare.as_ref().is_some_and(is_whole_without) {
            return None;
        }
        let places = context
            .sources
            .verbatim(&passage.words, reference.referent.as_ref());
        for place in places.value {
            let Likeness::Altered(differences) = &place.likeness else {
                return None;
            };
            let differences: Vec<Difference> = differences
                .iter()
                .filter(|one| !is_same_word(&passage.words[one.in_quotation.clone()], &one.text))
                .cloned()
                .collect();
            let changed: usize = differences.iter().map(|one| one.words).sum();
            if changed == 0 {
                return None;
            }
            let least_words = if is_in_its_place(context, passage, reference, &place) {
                ALTERED_IN_PLACE_ONE_IN
            } else {
                ALTERED_ONE_IN
            };
            let is_near = changed * least_words <= count;
            if is_near && nearest.as_ref().is_none_or(|(least, _)| changed < *least) {
                let altered = Altered {
                    reference,
                    hit: place.hit,
                    differences,
                };
                nearest = Some((changed, altered));
            }
        }
    }
    nearest.map(|(_, altered)| altered)
}

/// Whether the paragraph or article that the words are said to be in, one alone, is the one that was found.
fn is_in_its_place(
    context: &Context<'_>,
    passage: &Passage<'_>,
    reference: &Reference,
    place: &Quoted,
) -> bool {
    let named = pinned(context, passage).filter(|named| named.token == reference.token);
    let pinpoint = named.and_then(|named| named.pinpoint.as_ref());
    let label = pinpoint.and_then(|pinpoint| match &*pinpoint.steps.first()?.labels {
        [(label, None)] => Some(label),
        _ => None,
    });
    label.is_some_and(|label| is_at(place, label))
}

/// Whether two stretches have the same letters: what a copy joins, cuts or glues figures of notes to is no
/// other word.
fn is_same_word(one: &str, other: &str) -> bool {
    let letters = |text: &str| -> String {
        let kept = text.chars().filter(|c| c.is_alphabetic());
        kept.flat_map(char::to_lowercase).collect()
    };
    let (one, other) = (letters(one), letters(other));
    one == other
}

impl Altered<'_> {
    fn finding(&self, context: &Context<'_>, passage: &Passage<'_>) -> Finding {
        let place = place(context, self.reference, &self.hit);
        let told: Vec<String> = self
            .differences
            .iter()
            .take(MOST_TOLD)
            .map(|one| told(&passage.words, one))
            .collect();
        let mut message = format!("Not the words of {place}: {}", told.join("; "));
        if self.differences.len() > MOST_TOLD {
            message.push_str("; and more");
        }
        message.push('.');
        let mut finding = RULE.finding(self.range(passage), message);
        let start = passage.inner.start;
        let edits = self.edits(passage);
        let cuts_bold = |edit: &Edit| {
            put_in::cuts_bold(&passage.words[edit.range.start - start..edit.range.end - start])
        };
        if !edits.iter().any(cuts_bold) {
            finding.fixes.push(Fix {
                title: format!("Restore the words of {place}"),
                edits,
                safety: Safety::Suggested,
            });
        }
        if let (Origin::File { path }, Some(source)) = (&self.hit.origin, &self.hit.passage) {
            finding.related.push(Related {
                message: format!("“{}”", source.words),
                path: Some(path.clone()),
                range: source.span.clone(),
            });
        }
        finding
    }

    /// From the first difference to the last; the whole quotation where words are only missing.
    fn range(&self, passage: &Passage<'_>) -> Range<usize> {
        let start = passage.inner.start;
        let differences = self.differences.iter();
        let parts = differences.map(|one| stretch(&passage.words, one));
        let first = parts.clone().map(|part| part.start).min();
        let last = parts.map(|part| part.end).max();
        match first.zip(last) {
            Some((first, last)) if first < last => start + first..start + last,
            _ => passage.outer.clone(),
        }
    }

    fn edits(&self, passage: &Passage<'_>) -> Vec<Edit> {
        let start = passage.inner.start;
        self.differences
            .iter()
            .map(|one| {
                let mut range = stretch(&passage.words, one);
                let text = match (one.in_quotation.is_empty(), one.text.is_empty()) {
                    // Missing words are put behind the word before, or before the first word.
                    (true, _) if range.start == 0 => format!("{} ", one.text),
                    (true, _) => format!(" {}", one.text),
                    (false, true) => {
                        let before = &passage.words[..range.start];
                        let spaces = before.len() - before.trim_end().len();
                        range.start -= spaces;
                        String::new()
                    }
                    (false, false) => one.text.to_string(),
                };
                Edit {
                    range: start + range.start..start + range.end,
                    text,
                }
            })
            .collect()
    }
}

/// Where a difference stands in a quotation, with the sign that is written there for "per cent", which is no word.
fn stretch(words: &str, difference: &Difference) -> Range<usize> {
    let part = whole(words, &difference.in_quotation);
    let has_sign = difference.text.ends_with("per cent") && words[part.end..].starts_with('%');
    part.start..part.end + usize::from(has_sign)
}

/// A stretch of a quotation with the letter in square brackets that begins its first word: "[e]ncourages".
fn whole(words: &str, part: &Range<usize>) -> Range<usize> {
    let before = words[..part.start].strip_suffix(']');
    let letter = before.map(|before| before.trim_end_matches(char::is_alphabetic));
    let open = letter.and_then(|letter| letter.strip_suffix('['));
    let is_letter = |open: &&str| words[open.len() + 1..part.start].chars().count() == 2;
    let start = open.filter(is_letter).filter(|_| !part.is_empty());
    start.map_or(part.start, str::len)..part.end
}

/// "“migrant” for “migrants”".
fn told(words: &str, difference: &Difference) -> String {
    let written = words[stretch(words, difference)]
        .replace("**", "")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    match (written.is_empty(), difference.text.is_empty()) {
        (true, _) => format!("“{}” is left out", difference.text),
        (false, true) => format!("“{written}” is added"),
        (false, false) => format!("“{written}” stands for “{}”", difference.text),
    }
}

/// "paragraph 3 (e) of resolution 67/172", "article 12 of the Convention".
pub(super) fn place(context: &Context<'_>, reference: &Reference, hit: &Hit) -> String {
    let name = wording::name(reference, context);
    of_passage(context, hit).map_or_else(|| name.clone(), |passage| format!("{passage} of {name}"))
}

/// "paragraph 15", "article 12", "the preamble"; `None` where the passage has no name.
pub(super) fn of_passage(context: &Context<'_>, hit: &Hit) -> Option<String> {
    match hit.passage.as_ref()?.kind {
        PassageKind::Preambular => Some("the preamble".to_owned()),
        _ => hit.paragraph(context.sources),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_stands_for_the_words_that_it_is_written_for() {
        let words = "the price fell by 3% in spring";
        let difference = |in_quotation, text: &str| Difference {
            in_quotation,
            in_text: 0..0,
            text: text.into(),
            words: 2,
        };
        let sign = difference(19..19, "per cent");
        assert_eq!(told(words, &sign), "“%” stands for “per cent”");
        let more = difference(18..19, "5 per cent");
        assert_eq!(told(words, &more), "“3%” stands for “5 per cent”");
        assert_eq!(
            told(words, &difference(19..19, "or so")),
            "“or so” is left out"
        );
    }

    #[test]
    fn a_word_has_the_letter_that_stands_in_brackets() {
        let words = "it [e]ncourages States";
        assert_eq!(&words[whole(words, &(6..15))], "[e]ncourages");
        assert_eq!(&words[whole(words, &(16..22))], "States");
        assert_eq!(whole(words, &(6..6)), 6..6);
        let words = "the [main]session";
        assert_eq!(&words[whole(words, &(10..17))], "session");
    }
}
