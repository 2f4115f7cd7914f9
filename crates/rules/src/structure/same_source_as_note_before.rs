//! X013: a source that is given twice in a row.

use super::ibid_without_source::is_ibid;
use super::notes::text_of;
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Rule, Safety, Severity};

/// X013 same-source-as-note-before.
pub(crate) const RULE: Rule = Rule {
    code: "X013",
    name: "same-source-as-note-before",
    family: Family::Structure,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("same_source_as_note_before.md"),
    check: Check::Document(check),
};

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

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
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
            let mut finding = RULE.finding(range.clone(), message);
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

/// The place in the source of `text`, where that source is the only one of the note before: "pp. 36–39." The
/// source has to be long enough not to be a mere "See annex".
fn shared_source<'t>(before: &str, text: &'t str) -> Option<&'t str> {
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
    use draft::{Dialect, Draft};
    use sources::Catalogue;

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
}
