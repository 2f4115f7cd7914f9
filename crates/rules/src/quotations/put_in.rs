//! What a drafter shows to have been put into quoted words: insertions in bold, as texts under negotiation print them, and
//! the symbol or acronym in parentheses that stands in a note of the source.

/// The longest parentheses that hold a symbol or an acronym, in bytes.
const LONGEST: usize = 60;

/// The marks of bold.
const BOLD: &str = "**";

/// The quoted words without what is shown to be put in; `None` where nothing is.
pub(super) fn without(words: &str) -> Option<String> {
    let kept = without_bold(words);
    let kept = without_notes(&kept);
    (kept.len() < words.len()).then_some(kept)
}

fn without_bold(words: &str) -> String {
    let mut kept = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, behind)) = rest.split_once(BOLD)
        && let Some((_, after)) = behind.split_once(BOLD)
    {
        kept.push_str(before);
        rest = after;
    }
    kept + rest
}

fn without_notes(words: &str) -> String {
    let mut kept = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, behind)) = rest.split_once('(') {
        kept.push_str(before);
        let inside = behind.split_once(')').filter(|(inside, _)| is_note(inside));
        if let Some((_, after)) = inside {
            rest = after;
        } else {
            kept.push('(');
            rest = behind;
        }
    }
    kept + rest
}

/// Whether parentheses hold what stands in a note: "A/78/203", "resolution 73/195, annex", or an acronym.
fn is_note(inside: &str) -> bool {
    let has_symbol = inside.contains('/') && inside.contains(|c: char| c.is_ascii_digit());
    let is_acronym = inside.len() > 1 && inside.bytes().all(|byte| byte.is_ascii_uppercase());
    inside.len() <= LONGEST && (has_symbol || is_acronym)
}

/// Whether `words` open a bold run that they do not close, or the other way round.
pub(super) fn cuts_bold(words: &str) -> bool {
    words.matches(BOLD).count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn insertions_in_bold_and_notes_in_parentheses_are_left_out() {
        for (words, kept) in [
            ("all **and every** States", "all  States"),
            ("the report (A/78/203) of it", "the report  of it"),
            (
                "the Compact (GCM), and (resolution 73/195, annex)",
                "the Compact , and ",
            ),
        ] {
            assert_eq!(without(words).as_deref(), Some(kept));
        }
        for words in [
            "all States",
            "women (and girls)",
            "2 ** 3",
            "States (two)",
            "never (A/78/203",
        ] {
            assert_eq!(without(words), None, "{words}");
        }
    }
}
