//! Which hovers are known to be long before they are answered.

use super::*;

#[test]
fn hovers_that_look_through_the_whole_draft_are_known_before() {
    let letters = |index: usize| {
        let places = [4096, 256, 16, 1].map(|place| index / place % 16);
        places.map(|letter| char::from(b"abcdefghijklmnop"[letter]))
    };
    let defined = |index: usize| {
        let name = String::from_iter(letters(index));
        format!("The Contact Group X{name} (“the X{name}”) met.\n\n")
    };
    let many: String = (0..=FEW).map(defined).collect();
    for (drawing, is_far) in [
        (
            "<!-- penholder: ig$0nore C002 -->\n\nWords.\n".to_owned(),
            true,
        ),
        (
            "<!-- penholder: ignore C002 -->\n\nWo$0rds.\n".to_owned(),
            false,
        ),
        ("1. One.\n\n2. See paragraph 1 ab$0ove.\n".to_owned(), true),
        ("1. One.\n\n2. S$0ee paragraph 1 above.\n".to_owned(), false),
        (
            "The Contact Group (“the Group”) met. The Gr$0oup agreed.\n".to_owned(),
            false,
        ),
        (format!("{many}Wo$0rds.\n"), true),
    ] {
        let drawn = Drawn::markdown(&drawing);
        let found = hover_looks_far(&drawn.resolved, drawn.cursor);
        assert_eq!(found, is_far, "{}", &drawing[..drawing.len().min(80)]);
    }
}
