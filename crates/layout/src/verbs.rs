//! The verbs with which paragraphs of resolutions begin.

use std::sync::LazyLock;

use citation::table;

/// A form in which a verb opens a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// "Recalling", or an adjective that opens a preambular paragraph: "Mindful".
    Preambular,
    /// "Recalls", or an adverb that opens an operative paragraph: "Further".
    Operative,
}

/// The preambular and the operative form of each verb, with its capital; either may be empty. Source:
/// `data/resolution-verbs.tsv`.
pub static VERBS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    table::rows(include_str!("../data/resolution-verbs.tsv"))
        .map(|[preambular, operative]| (preambular, operative))
        .collect()
});

/// Whether a paragraph that begins with `words` begins with a known form.
pub fn begins_in(form: Form, words: &str) -> bool {
    VERBS.iter().any(|(preambular, operative)| {
        let verb = match form {
            Form::Preambular => preambular,
            Form::Operative => operative,
        };
        !verb.is_empty() && begins_with(words, verb)
    })
}

/// Whether `words` begin with `verb` as whole words.
pub fn begins_with(words: &str, verb: &str) -> bool {
    words
        .strip_prefix(verb)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_opens_as_whole_words() {
        assert!(begins_in(Form::Preambular, "Taking note of the report"));
        assert!(begins_in(Form::Operative, "Notes"));
        assert!(!begins_in(Form::Operative, "Notesheets"));
        assert!(!begins_in(Form::Preambular, "Recalls"));
        assert!(!begins_in(Form::Operative, ""));
    }
}
