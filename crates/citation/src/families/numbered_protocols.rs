//! Protocols that go by their number alone: "Protocol II" beside "Protocol I additional to the Geneva Conventions".
//!
//! Whose protocol it is, the draft has said before.

use std::ops::Range;

use super::Family;
use super::reading::{begins_well, ends_well};
use crate::scan::cursor;
use crate::scan::instruments::citation;
use crate::{Back, Citation, Form, Kind};

/// What treaties number their protocols with.
const NUMBERED: [&str; 5] = [
    "Protocol I",
    "Protocol II",
    "Protocol III",
    "Protocol IV",
    "Protocol V",
];

/// Protocols by their number.
pub(super) struct NumberedProtocols;

impl Family for NumberedProtocols {
    fn anchors(&self) -> &'static [&'static str] {
        &["Protocol I", "Protocol V", "Protocol\nI", "Protocol\nV"]
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let number = &text[anchor.end - 1..];
        let letters = number.bytes().take_while(u8::is_ascii_uppercase).count();
        let Some(named) = NUMBERED
            .iter()
            .find(|named| named.strip_prefix("Protocol ") == number.get(..letters))
        else {
            return;
        };
        let token = anchor.start..anchor.end - 1 + letters;
        let end = token.end;
        if !begins_well(text, token.start) || !ends_well(text, end) || is_of_title(text, &token) {
            return;
        }
        let form = Form::Back(Back::Called(named));
        found.push(citation(text, token, Kind::Back, form));
    }
}

/// Whether the number at `token` is part of a title, or given to one: "Additional Protocol II", "Protocol I to the", "(Protocol
/// I)".
fn is_of_title(text: &str, token: &Range<usize>) -> bool {
    let before = text[..token.start].trim_end();
    let modifier = before.rsplit([' ', '\n']).next().unwrap_or_default();
    let is_modified = ["Additional", "Amended", "Optional"].contains(&modifier);
    let behind = cursor::skip_space(text, token.end);
    let goes_on = cursor::any_word(text, behind, &["to", "additional", "on"]).is_some();
    is_modified || goes_on || before.ends_with('(') && text[token.end..].starts_with(')')
}

#[cfg(test)]
mod tests {
    use crate::families::test::read;

    #[test]
    fn the_number_alone_points_back() {
        assert_eq!(
            read("article 14 of Protocol II and Protocol I, art. 54"),
            [
                "Protocol II = Called(\"Protocol II\") [art. 14]",
                "Protocol I = Called(\"Protocol I\") [art. 54]",
            ]
        );
        assert_eq!(
            read("article 3 of Protocol III, as well as Protocol V"),
            [
                "Protocol III = Called(\"Protocol III\") [art. 3]",
                "Protocol V = Called(\"Protocol V\")",
            ]
        );
        assert_eq!(
            read("the treaty, Protocol\nV and Protocol\n  II"),
            ["Protocol V = Called(\"Protocol V\")"]
        );
        for text in [
            "Additional Protocol I",
            "Protocol II to the Treaty",
            "a protocol (Protocol I)",
            "Protocol IX",
            "Protocol VI",
            "Protocol In",
        ] {
            let found = read(text);
            assert!(
                !found.iter().any(|one| one.contains("Called")),
                "{text}: {found:?}"
            );
        }
    }
}
