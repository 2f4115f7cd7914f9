//! X007: *op. cit.* and *loc. cit.*

use std::ops::Range;

use draft::BlockKind;

use crate::{Check, Context, Family, Finding, Preset, Rule, Severity};

/// X007 op-cit.
pub(crate) const RULE: Rule = Rule {
    code: "X007",
    name: "op-cit",
    family: Family::Structure,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("op_cit.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    // Next to no draft has one.
    if memchr::memmem::find(context.text().as_bytes(), b". cit").is_none() {
        return;
    }
    let draft = &context.resolved.draft;
    for block in draft.blocks() {
        if !matches!(
            block.kind,
            BlockKind::FootnoteDefinition | BlockKind::Paragraph
        ) {
            continue;
        }
        if !context.text()[block.span.clone()].contains(". cit") {
            continue;
        }
        let text = context.words_of(&block);
        for (word, range) in cited_before(&text) {
            let message = format!(
                "“{word}. cit.” is not used in United Nations texts: repeat the short title, or write “see footnote …”."
            );
            let start = block.span.start;
            found.push(RULE.finding(start + range.start..start + range.end, message));
        }
    }
}

/// Where "op. cit." and "loc. cit." stand in `text`, each with its first word; in italics the stop may stand behind the mark.
fn cited_before(text: &str) -> impl Iterator<Item = (&'static str, Range<usize>)> {
    let places = text.match_indices(". cit");
    places.filter_map(|(at, words)| {
        let (before, behind) = (&text[..at], &text[at + words.len()..]);
        let is_stopped = behind.trim_start_matches(['*', '_']).starts_with('.');
        let word = ["op", "loc"].into_iter().find(|word| {
            let from = before.len().checked_sub(word.len());
            let last = from.and_then(|from| Some((before.get(..from)?, before.get(from..)?)));
            last.is_some_and(|(head, last)| {
                last.eq_ignore_ascii_case(word) && !head.ends_with(char::is_alphanumeric)
            })
        })?;
        let end = at + words.len() + usize::from(behind.starts_with('.'));
        is_stopped.then_some((word, at - word.len()..end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_cited_before_is_found_in_any_letters_and_italics() {
        let found = |text: &str| -> Vec<String> {
            let all = cited_before(text);
            all.map(|(_, range)| text[range].to_owned()).collect()
        };
        assert_eq!(found("Op. cit., p. 3."), ["Op. cit."]);
        assert_eq!(
            found("Author, *op. cit*., p. 3, and loc. cit."),
            ["op. cit", "loc. cit."]
        );
        for none in [
            "Stop. cit.",
            "It was at the shop. cited",
            "op. cities.",
            ". cit.",
        ] {
            assert_eq!(found(none), [""; 0], "{none}");
        }
    }
}
