//! X006, X007 and X013: *ibid.* that has nothing to refer to, *op. cit.*, and a source that is given twice.

use std::collections::BTreeSet;
use std::ops::Range;

use draft::{BlockKind, Draft};

use super::notes::Place;
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Related, Rule, Safety, Severity};

/// X006 ibid-without-source.
pub(crate) const IBID: Rule = Rule {
    code: "X006",
    name: "ibid-without-source",
    family: Family::Structure,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("ibid.md"),
    check: Check::Document(ibid),
};

/// X007 op-cit.
pub(crate) const OP_CIT: Rule = Rule {
    code: "X007",
    name: "op-cit",
    family: Family::Structure,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("op_cit.md"),
    check: Check::Document(op_cit),
};

/// X013 same-source-as-note-before.
pub(crate) const SAME_SOURCE: Rule = Rule {
    code: "X013",
    name: "same-source-as-note-before",
    family: Family::Structure,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("same_source.md"),
    check: Check::Document(same_source),
};

fn text_of(draft: &Draft, note: &Place) -> String {
    let text = draft.slice(note.span.end..note.whole.end);
    text.trim_start_matches(':').trim().to_owned()
}

fn is_ibid(text: &str) -> bool {
    let bare = text.trim_start_matches(['*', '_']);
    bare.get(..4)
        .is_some_and(|word| word.eq_ignore_ascii_case("ibid"))
}

fn ibid(context: &Context<'_>, found: &mut Vec<Finding>) {
    let draft = &context.resolved.draft;
    let mut before: Option<&Place> = None;
    for note in context.notes().texts_as_mentioned() {
        let text = text_of(draft, note);
        if is_ibid(&text) {
            let at = place_of(draft, note, "ibid");
            match before {
                None => found.push(IBID.finding(
                    at,
                    "“Ibid.” stands in the first note, so there is no source before it; name the source.".to_owned(),
                )),
                Some(earlier) => found.extend(after_several(context, earlier, at)),
            }
        }
        before = Some(note);
    }
}

/// Where a word stands in a note, whatever its case.
fn place_of(draft: &Draft, note: &Place, word: &str) -> Range<usize> {
    let text = draft.slice(note.whole.clone());
    let at = text.to_ascii_lowercase().find(word).unwrap_or(0);
    let end = at + word.len();
    let end = end + usize::from(text[end..].starts_with('.'));
    note.whole.start + at..note.whole.start + end
}

fn after_several(context: &Context<'_>, earlier: &Place, at: Range<usize>) -> Option<Finding> {
    let within = context.references_in(&earlier.whole);
    let sources: BTreeSet<String> = within
        .filter_map(|one| Some(format!("{:?}", one.referent.as_ref()?)))
        .collect();
    let text = text_of(&context.resolved.draft, earlier);
    // Several symbols of one source, as in "Official Records …, Supplement No. 5 (A/78/5)", are one.
    let separate = text.contains(';') || text.contains(" and ");
    if sources.len() < 2 || !separate || is_ibid(&text) {
        return None;
    }
    let message = "“Ibid.” follows a note with several sources, so nobody can tell which is meant; name the source."
        .to_owned();
    let mut finding = IBID.finding(at, message);
    finding.related.push(Related {
        message: "This note has several sources".to_owned(),
        path: None,
        range: earlier.whole.clone(),
    });
    Some(finding)
}

fn op_cit(context: &Context<'_>, found: &mut Vec<Finding>) {
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
            found.push(OP_CIT.finding(start + range.start..start + range.end, message));
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

fn same_source(context: &Context<'_>, found: &mut Vec<Finding>) {
    let draft = &context.resolved.draft;
    let numbered = context
        .notes()
        .texts_as_mentioned()
        .into_iter()
        .map(|note| {
            let text = text_of(draft, note);
            (
                note.label.to_string(),
                note.whole.end - text.len()..note.whole.end,
            )
        });
    let inline = (context.extraction().into_iter())
        .flat_map(|extraction| &extraction.notes)
        .map(|note| (note.number.to_string(), note.text.clone()));
    let mut before: Option<(String, String)> = None;
    for (label, range) in numbered.chain(inline) {
        let text = draft.slice(range.clone());
        if let Some((earlier, words)) = &before
            && let Some(rest) = shared_source(words, &text)
        {
            let written = if rest.is_empty() {
                "Ibid.".to_owned()
            } else {
                format!("Ibid., {}", in_short(rest))
            };
            let message =
                format!("This note has the source of note {earlier} again: write “{written}”.");
            let mut finding = SAME_SOURCE.finding(range.clone(), message);
            finding.fixes.push(Fix {
                title: format!("Write “{written}”"),
                edits: vec![Edit {
                    range,
                    text: written,
                }],
                safety: Safety::Suggested,
            });
            found.push(finding);
        }
        before = Some((label, text));
    }
}

/// "pages 36-39." as "pp. 36–39."
fn in_short(place: &str) -> String {
    let short = place.replace("pages ", "pp. ").replace("page ", "p. ");
    let mut written = String::with_capacity(short.len());
    let mut letters = short.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        let figures = before.is_ascii_digit() && letters.peek().is_some_and(char::is_ascii_digit);
        written.push(if letter == '-' && figures {
            '–'
        } else {
            letter
        });
        before = letter;
    }
    written
}

/// Words with which the place in a source begins.
const PLACES: [&str; 12] = [
    ", p. ",
    ", pp. ",
    ", para. ",
    ", paras. ",
    ", page ",
    ", pages ",
    ", chap. ",
    ", sect. ",
    ", art. ",
    ", paragraph ",
    ", annex",
    ", vol. ",
];

/// The place in the source of `text`, where that source is the only one of the note before: "pp. 36–39." The
/// source has to be long enough not to be a mere "See annex".
pub(crate) fn shared_source<'t>(before: &str, text: &'t str) -> Option<&'t str> {
    const SHORTEST: usize = 12;
    let source = |note: &str| -> usize {
        let places = PLACES.iter().filter_map(|word| note.find(word));
        places.min().unwrap_or(note.trim_end_matches('.').len())
    };
    let without_see = |note: &str| -> usize {
        ["See also ", "See "]
            .iter()
            .find(|lead| note.starts_with(**lead))
            .map_or(0, |lead| lead.len())
    };
    // What is said before the source is no source.
    let before = before
        .rfind(". See ")
        .map_or(before, |at| &before[at + 2..]);
    let several = |note: &str| note.contains(';') || note.contains(". See") || note.contains('\n');
    if is_ibid(text) || is_ibid(before) || several(before) || several(text) {
        return None;
    }
    let mine = &text[without_see(text)..source(text).max(without_see(text))];
    let theirs = &before[without_see(before)..source(before).max(without_see(before))];
    (mine == theirs && mine.len() >= SHORTEST)
        .then(|| text[source(text)..].trim_start_matches([',', ' ', '.']))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use citation::Date;
    use draft::Dialect;
    use sources::Catalogue;

    use super::*;
    use crate::{Settings, findings};

    #[test]
    fn a_source_that_is_given_again_is_told_in_a_sentence() {
        let text = "It was late.[^1] It was long.[^2]\n\n\
            [^1]: World Migration Report 2011, p. 148.\n\
            [^2]: World Migration Report 2011, pp. 36-39.\n";
        let draft = Draft::new(text, Dialect::Markdown, Arc::default());
        let resolved = resolve::resolve(&draft, &Catalogue, Date::new(2026, 6, 1).unwrap());
        let found = findings(&resolved, &Catalogue, &Settings::default());
        let told: Vec<&str> = found.iter().map(|one| &*one.message).collect();
        assert_eq!(
            told,
            ["This note has the source of note 1 again: write “Ibid., pp. 36–39.”."]
        );
    }

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
