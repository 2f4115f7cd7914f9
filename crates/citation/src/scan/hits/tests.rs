//! What the pass over a text shows, wherever its windows begin.

use super::*;
use crate::Name;

fn lexicon() -> Lexicon {
    Lexicon::new(vec![Name {
        written: "ICRMW".into(),
        title: "ICRMW".into(),
        acronym: true,
    }])
}

fn hits(text: &str) -> Vec<String> {
    let mut hits = Vec::new();
    each(text, &lexicon(), |hit| {
        hits.push(match hit {
            Hit::Name(range, _) => format!("name {range:?}"),
            Hit::Anchor(range, _) => format!("anchor {range:?}"),
            other => format!("{other:?}"),
        });
    });
    hits
}

#[test]
fn strokes_anchors_names_and_blank_lines_are_seen_in_order() {
    assert_eq!(
        hits("A\\1\\ / 67/1 1/2 and/or of resolution ICRMW\n \n\nDecision"),
        [
            "Stretch(0)",
            "Session(7..9)",
            "anchor 26..36",
            "name 37..42",
            "Blank(42, 46)",
            "anchor 46..54",
        ]
    );
    assert_eq!(
        hits("67\u{A0}– А"),
        ["LookAlike", "OtherLanguage", "LookAlike"]
    );
}

#[test]
fn every_place_is_seen_wherever_the_windows_begin() {
    for lead in (0..200).chain(STRETCH - 20..STRETCH + 20) {
        let spaces = " ".repeat(lead);
        let short = lead + 4..lead + 9;
        assert_eq!(
            hits(&format!("{spaces}unga res. 1/1"))[..1],
            [format!("anchor {short:?}")],
            "{lead}"
        );
        let text = format!("{spaces}A/ resolution ICRMW 1");
        let (anchor, name) = (lead + 3, lead + 14);
        assert_eq!(
            hits(&text),
            [
                format!("Stretch({lead})"),
                format!("Component({lead})"),
                format!("anchor {anchor}..{}", anchor + 10),
                format!("name {name}..{}", name + 5),
            ],
            "{lead}"
        );
    }
}
