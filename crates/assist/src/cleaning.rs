//! The action that writes a text copied out of a PDF anew.
//!
//! It makes a text of its own and leaves the draft alone, so that the two can be read side by side.

use std::ops::Range;

use draft::{Dialect, Draft};
use rules::Finding;

use crate::actions;

/// The rule whose finding says that a text was copied out of a PDF.
const COPIED: &str = "X014";

/// What the action is called, as the rule's message has it.
pub const CLEANING: &str = "Clean up extracted text";

/// A text written anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CleanText {
    /// The whole text.
    pub text: String,
    /// The format it is written in.
    pub dialect: Dialect,
}

/// The finding at `range` that says that the draft was copied out of a PDF, for which the action is offered.
pub fn copied<'f>(findings: &'f [Finding], range: &Range<usize>) -> Option<&'f Finding> {
    findings
        .iter()
        .find(|finding| finding.code == COPIED && actions::meet(&finding.range, range))
}

/// The draft as a new text, with what copying out of a PDF certainly broke mended; `None` where it does not
/// look copied.
pub fn clean_text(draft: &Draft) -> Option<CleanText> {
    let text = draft.cleaned()?;
    Some(CleanText {
        text,
        dialect: Dialect::Markdown,
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use citation::Date;
    use rules::Settings;
    use sources::Catalogue;

    use super::*;

    const COPY: &str = "The Fund s plan is new. It follows the Fund s work and the Fund s rules. ";

    fn findings(text: &str) -> (Draft, Vec<Finding>) {
        let draft = Draft::new(text, Dialect::Plain, Arc::default());
        let resolved = resolve::resolve(&draft, &Catalogue, Date::new(2026, 1, 1).unwrap());
        let findings = rules::findings(&resolved, &Catalogue, &Settings::default());
        (draft, findings)
    }

    #[test]
    fn it_is_offered_on_the_notice_and_nowhere_else() {
        let (draft, findings) = findings(&COPY.repeat(8));
        let notice = copied(&findings, &(0..0)).unwrap();
        assert!(notice.message.contains(CLEANING), "{}", notice.message);
        assert_eq!(copied(&findings, &(100..120)), None);
        let clean = clean_text(&draft).unwrap();
        assert_eq!(clean.dialect, Dialect::Markdown);
        assert!(clean.text.starts_with("The Fund’s plan is new."));
    }

    #[test]
    fn a_text_that_was_typed_has_nothing_to_clean() {
        let (draft, findings) = findings(&COPY.replace(" s ", "’s ").repeat(8));
        assert_eq!(copied(&findings, &(0..draft.rope().len_bytes())), None);
        assert_eq!(clean_text(&draft), None);
    }
}
