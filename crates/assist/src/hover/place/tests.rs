//! Hovers over words that point to the draft itself.

use super::super::tests::{at_cursor, check};
use crate::fixture::Drawn;

#[test]
fn what_points_to_the_draft_itself_shows_what_stands_there() {
    let drawing = "## Mandate\n\n1. The *Council* met.\n\n2. It agreed.\n\n3. See para$0graphs 1 and 2 above.\n";
    let drawn = Drawn::markdown(drawing);
    let hover = at_cursor(&drawn).expect("a hover");
    assert_eq!(drawn.words(&hover.range), "paragraphs 1 and 2 above");
    let expected = r"
### Paragraphs 1 and 2 above

Line 3 of this draft:

> **1.** The Council met.

Line 5 of this draft:

> **2.** It agreed.
";
    assert_eq!(hover.markdown, expected.trim());
    check(
        "1. The Council met.\n\n2. It agreed, as paragraph 1 ab$0ove says.\n",
        "paragraph 1 above",
        r"
### Paragraph 1 above

Line 1 of this draft:

> **1.** The Council met.
",
    );
}

#[test]
fn what_points_to_nothing_or_to_two_places_shows_none() {
    for drawing in [
        "1. The Council met.\n\n2. It agreed, as paragraph 7 ab$0ove says.\n",
        "1. One.\n\n1. Another.\n\n2. It agreed, as paragraph 1 ab$0ove says.\n",
        "1. The Council met.\n\n2. It agreed, as paragraph 1$0 of its report says.\n",
    ] {
        let drawn = Drawn::plain(drawing);
        let hover = at_cursor(&drawn);
        assert_eq!(hover, None, "{drawing}");
    }
}
