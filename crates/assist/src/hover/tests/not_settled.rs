//! Hovers over what repeats a document that the text does not settle.

use citation::Date;
use draft::{Dialect, Draft};

use super::*;

#[test]
fn an_ibid_that_is_not_settled_says_why() {
    let text = "As the harbours say (ibid., para. 2), boats come home.\n";
    let sources = sources::Documents::default();
    let draft = Draft::new(text, Dialect::Markdown, sources.lexicon());
    let today = Date::new(2025, 6, 1).expect("a day");
    let resolved = resolve::resolve(&draft, &sources, today);
    let at = text.find("ibid").expect("the word");
    let hover = hover(&resolved, &sources, &Settings::default(), at).expect("a hover");
    assert_eq!(&text[hover.range], "ibid.");
    assert!(
        hover.markdown.contains("does not name one document alone"),
        "{}",
        hover.markdown
    );
}
