//! Over the mark of a footnote: the text of the note.

use draft::Draft;

use super::{Hover, place};
use crate::occurrences::Note;
use crate::{prose, under};

/// The hover at `offset`, where the mark of a footnote that has a text stands there. The text itself shows none.
pub(super) fn hover(draft: &Draft, offset: usize) -> Option<Hover> {
    let note = Note::at(draft, offset)?;
    if !note.mark.contains(&offset) || note.mark == note.label {
        return None;
    }
    let mark = under::words(draft, &note.mark);
    let heading = format!("### Footnote {}", prose::escaped(bare(&mark)));
    Some(Hover {
        range: note.mark,
        markdown: [
            heading,
            place::quoted(draft, &(note.label.end..note.text.end)),
        ]
        .join("\n\n"),
    })
}

/// A mark without the signs that make it one: `3` of `[^3]`, `*` of `[^*]`.
fn bare(mark: &str) -> &str {
    let label = mark
        .strip_prefix("[^")
        .and_then(|rest| rest.strip_suffix(']'));
    label.unwrap_or_else(|| mark.trim_matches(|sign: char| !sign.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::super::tests;
    use crate::fixture::Drawn;

    #[track_caller]
    fn over(text: &str) -> Option<(String, String)> {
        let drawn = Drawn::markdown(text);
        let hover = tests::at_cursor(&drawn)?;
        Some((drawn.words(&hover.range), hover.markdown))
    }

    #[test]
    fn a_mark_shows_the_text_of_its_note() {
        let text =
            "It met.[^$01] It agreed.[^b]\n\n[^1]: In the *first* week.\n\n[^b]: In the second.\n";
        let (range, told) = over(text).unwrap();
        assert_eq!(range, "[^1]");
        assert_eq!(
            told,
            "### Footnote 1\n\nLine 3 of this draft:\n\n> In the first week."
        );
    }

    #[test]
    fn an_asterisk_is_the_name_of_its_note() {
        let told = over("It met.[^$0*]\n\n[^*]: In the first week.\n")
            .unwrap()
            .1;
        assert!(told.starts_with("### Footnote \\*\n"), "{told}");
    }

    #[test]
    fn a_mark_behind_a_number_shows_its_note_as_well() {
        let text = "See resolution 67/172$0[^1].\n\n[^1]: Of 2012.\n";
        assert!(over(text).unwrap().1.ends_with("> Of 2012."));
    }

    #[test]
    fn a_mark_without_a_note_and_the_note_itself_show_nothing() {
        assert_eq!(over("It met.[^$02]\n\n[^1]: A note.\n"), None);
        assert_eq!(over("It met.[^1]\n\n[^$01]: A note.\n"), None);
    }
}
