//! C005: a paragraph reference to a paragraph, an article or the like that its document does not have.

use std::ops::Range;
use std::sync::Arc;

use citation::Pinpoint;
use resolve::Reference;
use sources::{Absent, ParagraphAnswer, Paragraphs, Source};

use super::{evidence, is_sound, wording};
use crate::sentence::sentence_case;
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Related, Rule, Safety, Severity};

/// C005 paragraph-does-not-exist.
pub(crate) const RULE: Rule = Rule {
    code: "C005",
    name: "paragraph-does-not-exist",
    family: Family::Citations,
    severity: Severity::Error,
    preset: Preset::On,
    page: include_str!("paragraph_does_not_exist.md"),
    check: Check::Reference(check),
};

/// A number so little beyond the last one is a miscount rather than a slip of the hand.
const NEAR: u32 = 5;

fn check(context: &Context<'_>, reference: &Reference, found: &mut Vec<Finding>) {
    if !is_sound(reference) {
        return;
    }
    let (Some(ParagraphAnswer::Absent(absent)), Some(pinpoint)) =
        (&reference.paragraph, &reference.pinpoint)
    else {
        return;
    };
    let name = wording::name(reference, context);
    let mut message = absent.sentence(&name);
    let meant = meant(absent);
    if let Some(meant) = &meant {
        message.push_str(" Did you perhaps mean ");
        message.push_str(meant);
        message.push('?');
    }
    let span = place(context, pinpoint, absent);
    let words = context.resolved.draft.slice(span.clone());
    let fix = meant.and_then(|meant| change_label(&words, &span, absent.number(), &meant));
    let mut finding = RULE.finding(span, message);
    finding.fixes.extend(fix);
    finding.related.extend(last_paragraph(reference, absent));
    found.push(finding);
}

/// Where the draft names what is `absent`: in the paragraph reference, or in the second of two that stand apart: "and article
/// 133 thereof".
fn place(context: &Context<'_>, pinpoint: &Pinpoint, absent: &Absent) -> Range<usize> {
    /// How far behind the first place the second may stand, in bytes.
    const APART: usize = 240;
    /// How far its number may stand behind its noun, in bytes.
    const LIST: usize = 60;
    let span = &pinpoint.span;
    let label = absent.number();
    let words = context.resolved.draft.slice(span.clone());
    let second = || {
        let around = context.around(span.start)?;
        let rest = around.behind(span.end, APART);
        let noun = rest.to_ascii_lowercase().find(absent.unit())?;
        let (at, _) = rest
            .get(noun..)?
            .match_indices(label)
            .find(|(at, label)| *at < LIST && is_whole(&rest[noun..], *at..at + label.len()))?;
        let start = span.end + noun;
        Some(start..start + at + label.len())
    };
    let is_in_first = words
        .match_indices(label)
        .any(|(at, label)| is_whole(&words, at..at + label.len()));
    // Of a range its ends alone are written.
    let is_range = words.contains(['–', '-']) || words.contains(" to ");
    if is_in_first || is_range {
        return span.clone();
    }
    second().unwrap_or_else(|| span.clone())
}

/// Whether no digit stands beside the figures at `range` of `words`.
fn is_whole(words: &str, range: Range<usize>) -> bool {
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = words.as_bytes();
    let before = range.start.checked_sub(1).and_then(|at| bytes.get(at));
    !digit(before) && !digit(bytes.get(range.end))
}

/// The paragraph that was probably meant: the same figures in another order, or one figure that was
/// struck twice. Of an article that an instrument does not have, the instrument is as likely to be the wrong one.
fn meant(absent: &Absent) -> Option<String> {
    if absent.unit() == "article" {
        return None;
    }
    let last: u32 = absent.last_number().parse().ok()?;
    let asked: u32 = absent.number().parse().ok()?;
    if asked <= last + NEAR {
        return None;
    }
    let figures = absent.number().as_bytes();
    if !(2..=4).contains(&figures.len()) || !figures.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let fits = |candidate: &[u8]| {
        let text = String::from_utf8(candidate.to_vec()).ok()?;
        let number: u32 = text.parse().ok()?;
        (candidate[0] != b'0' && (1..=last).contains(&number)).then_some(text)
    };
    let swapped = (0..figures.len() - 1).find_map(|at| {
        let mut candidate = figures.to_vec();
        candidate.swap(at, at + 1);
        fits(&candidate)
    });
    let doubled = || {
        (0..figures.len() - 1).find_map(|at| {
            let mut candidate = figures.to_vec();
            (candidate[at] == candidate[at + 1]).then(|| candidate.remove(at))?;
            // "11" may mean 1 or 11; only a longer number was clearly struck twice.
            (candidate.len() > 1).then(|| fits(&candidate))?
        })
    };
    swapped.or_else(doubled)
}

/// A fix that changes the figures of the paragraph reference, where they stand in it once.
pub(crate) fn change_label(
    words: &str,
    span: &Range<usize>,
    label: &str,
    meant: &str,
) -> Option<Fix> {
    let mut places = words
        .match_indices(label)
        .filter(|(at, label)| is_whole(words, *at..at + label.len()));
    let (at, _) = places.next()?;
    if places.next().is_some() {
        return None;
    }
    let start = span.start + at;
    Some(Fix {
        title: format!("Change to “{meant}”"),
        edits: vec![Edit {
            range: start..start + label.len(),
            text: meant.to_owned(),
        }],
        safety: Safety::Suggested,
    })
}

/// The last paragraph there is, as evidence.
fn last_paragraph(reference: &Reference, absent: &Absent) -> Option<Related> {
    let source: &Arc<Source> = reference.source.as_ref()?;
    let last = absent.last.as_deref()?;
    let Paragraphs::Numbered(paragraphs) = &source.paragraphs else {
        return None;
    };
    let paragraph = paragraphs
        .iter()
        .rfind(|paragraph| &*paragraph.label == last)?;
    let message = format!("{} {last} is the last one", sentence_case(absent.unit()));
    evidence(source, paragraph.span.clone(), message)
}

#[cfg(test)]
mod tests {
    use citation::Date;
    use draft::{Dialect, Draft};
    use sources::{Catalogue, Sources};

    use super::*;
    use crate::{Settings, findings};

    fn absent(label: &str, last: &str, counted: &'static str) -> Absent {
        Absent {
            label: label.into(),
            last: Some(last.into()),
            counted,
            count: 15,
        }
    }

    #[test]
    fn figures_in_another_order_are_what_was_meant() {
        let operative = "operative paragraphs";
        let meant = |label| meant(&absent(label, "15", operative));
        assert_eq!(meant("51").as_deref(), Some("15"));
        assert_eq!(meant("155").as_deref(), Some("15"));
        assert_eq!(meant("16"), None);
        assert_eq!(super::meant(&absent("94", "54", "articles")), None);
        assert_eq!(meant("99"), None);
        assert_eq!(meant("40"), None);
        assert_eq!(meant("3 (f)"), None);
    }

    #[test]
    fn the_figures_are_changed_only_where_they_stand_once() {
        let fix = change_label("paragraph 51", &(100..112), "51", "15").unwrap();
        assert_eq!(fix.edits[0].range, 110..112);
        assert_eq!(fix.title, "Change to “15”");
        assert!(change_label("paragraphs 51 and 51 (a)", &(0..24), "51", "15").is_none());
        assert!(change_label("paragraph 151", &(0..13), "51", "15").is_none());
    }

    #[test]
    fn the_second_of_two_places_is_marked_where_it_stands() {
        for (text, marked) in [
            (
                "Recalling article 12 of the Convention on the Rights of the Child and article 133 thereof,",
                "article 133",
            ),
            (
                "Recalling articles 5 and 133 of the Convention on the Rights of the Child,",
                "articles 5 and 133",
            ),
            (
                "Recalling articles 5 to 133 of the Convention on the Rights of the Child,",
                "articles 5 to 133",
            ),
        ] {
            let draft = Draft::new(text, Dialect::Markdown, Catalogue.lexicon());
            let resolved = resolve::resolve(&draft, &Catalogue, Date::new(2026, 6, 1).unwrap());
            let found = findings(&resolved, &Catalogue, &Settings::default());
            let of_rule = found.iter().find(|one| one.code == RULE.code);
            assert_eq!(&text[of_rule.unwrap().range.clone()], marked);
        }
    }

    #[test]
    fn a_number_beyond_the_last_is_told_in_figures_and_in_roman_numerals() {
        for (text, told) in [
            (
                "Article XXI of the Convention on the Prevention and Punishment of the Crime of Genocide holds.",
                true,
            ),
            (
                "Article XIX of the Convention on the Prevention and Punishment of the Crime of Genocide holds.",
                false,
            ),
            (
                "Article C of the Convention on the Prevention and Punishment of the Crime of Genocide holds.",
                false,
            ),
            (
                "Article 47 of the United Nations Declaration on the Rights of Indigenous Peoples holds.",
                true,
            ),
            (
                "Article 46 of the United Nations Declaration on the Rights of Indigenous Peoples holds.",
                false,
            ),
            (
                "Paragraph 95 of the 2030 Agenda for Sustainable Development holds.",
                true,
            ),
            (
                "The proposed new article 55 of the Convention on the Rights of the Child is open.",
                false,
            ),
            (
                "Paragraph 91 of the 2030 Agenda for Sustainable Development holds.",
                false,
            ),
        ] {
            let draft = Draft::new(text, Dialect::Markdown, Catalogue.lexicon());
            let resolved = resolve::resolve(&draft, &Catalogue, Date::new(2026, 6, 1).unwrap());
            let found = findings(&resolved, &Catalogue, &Settings::default());
            assert_eq!(
                found.iter().any(|one| one.code == RULE.code),
                told,
                "{text}"
            );
        }
    }
}
