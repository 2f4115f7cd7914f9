//! Hovers while sources are still being read.

use std::sync::Arc;

use citation::{Lexicon, Pinpoint, Symbol};
use sources::{Answer, Heading, ParagraphAnswer};

use super::*;

/// Sources of which nothing has been read yet.
struct Unread;

impl Sources for Unread {
    fn resolve(&self, _: &Referent) -> Answer<Option<Arc<Source>>> {
        Answer::partial(None)
    }

    fn paragraph(&self, _: &Source, _: &Pinpoint) -> ParagraphAnswer {
        ParagraphAnswer::NotCheckable
    }

    fn covers(&self, _: &Symbol) -> bool {
        false
    }

    fn complete(&self, _: &str, _: usize) -> Answer<Vec<Heading>> {
        Answer::partial(Vec::new())
    }

    fn lexicon(&self) -> Arc<Lexicon> {
        Arc::default()
    }

    fn list(&self) -> Vec<Arc<Source>> {
        Vec::new()
    }
}

#[test]
fn what_is_not_read_yet_is_not_said_to_be_missing() {
    for (drawing, expected) in [
        (
            "\nSee A/RES/$066/1.\n    ^^^^^^^^^^ exists A/RES/66/1\n",
            "Exists, but is not in what could be read of your sources so far.",
        ),
        (
            "\nSee A/C.3/$01/L.1.\n    ^^^^^^^^^^^^^ unknown A/C.3/1/L.1\n",
            "Not in what could be read of your sources so far.",
        ),
    ] {
        let drawn = Drawn::plain(drawing);
        let settings = Settings::default();
        let hover = hover(&drawn.resolved, &Unread, &settings, drawn.cursor).expect("a hover");
        assert!(hover.markdown.contains(expected), "{}", hover.markdown);
    }
}
