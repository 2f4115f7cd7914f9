//! Protocols that are told by their convention and year: "the Forced Labour Convention, 1930 (No. 29), and its Protocol of
//! 2014".

use std::ops::Range;

use super::{whole, year};
use crate::scan::cursor;
use crate::{Citation, Form, LabourInstrument, LabourKind, Referent};

/// What such a protocol is found by.
pub(super) const ANCHORS: [&str; 8] = [
    "Protocol of 19",
    "Protocol of 20",
    "1982 Protocol",
    "1990 Protocol",
    "1995 Protocol",
    "1996 Protocol",
    "2002 Protocol",
    "2014 Protocol",
];

/// How far behind its convention the protocol may stand, in bytes.
const REACH: usize = 120;

/// The protocol at `anchor` to the convention that `found` has last.
pub(super) fn behind_convention(
    text: &str,
    anchor: &Range<usize>,
    found: &[Citation],
) -> Option<Citation> {
    let written = &text[anchor.clone()];
    let (digits, end) = if written.starts_with("Protocol") {
        let start = anchor.end - 2;
        let digits = cursor::digits(text, start);
        (digits, start + digits.len())
    } else {
        (cursor::digits(text, anchor.start), anchor.end)
    };
    let year = year(digits)?;
    let head = text[..anchor.start].trim_end();
    let is_its = ["its", "the", "The"]
        .iter()
        .any(|word| head.ends_with(word));
    let goes_on = cursor::word(text, cursor::skip_space(text, end), "to").is_some();
    if !is_its || goes_on {
        return None;
    }
    let before = found.iter().filter(|one| one.token.end <= anchor.start);
    let last = before.max_by_key(|one| one.token.end)?;
    let Form::Whole(Referent::Labour(convention)) = &last.form else {
        return None;
    };
    let between = text.get(last.token.end..anchor.start)?;
    let is_near = between.len() <= REACH && !between.contains(['.', ';', '\n']);
    let protocol = LabourInstrument::new(LabourKind::Protocol, convention.number());
    let fits = is_near
        && convention.kind() == LabourKind::Convention
        && protocol.entry().is_some_and(|entry| entry.year == year);
    fits.then(|| whole(text, anchor.start..end, anchor.start, protocol))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::labour;
    use crate::families::test::read;

    #[test]
    fn every_protocol_of_the_list_is_found_by_its_year() {
        let listed = labour::entries().iter();
        for entry in listed.filter(|entry| entry.kind == LabourKind::Protocol) {
            let written = format!("{} Protocol", entry.year);
            assert!(ANCHORS.contains(&&*written), "{written}");
        }
    }

    #[test]
    fn a_protocol_is_told_by_its_convention_and_year() {
        for text in [
            "Forced Labour Convention, 1930 (No. 29), its Protocol of 2014 and",
            "Forced Labour Convention, 1930 (No. 29), and the 2014 Protocol thereto",
        ] {
            let found = read(text);
            assert!(
                found[1].contains("Protocol of 2014 to the Forced Labour Convention"),
                "{found:?}"
            );
        }
        for text in [
            "Forced Labour Convention, 1930 (No. 29), its Protocol of 2015",
            "Forced Labour Convention, 1930 (No. 29). The city and its Protocol of 2014",
            "the Addis Convention and its Protocol of 2014",
        ] {
            let found = read(text);
            assert!(
                !found.iter().any(|one| one.contains("Protocol of 2014 to")),
                "{found:?}"
            );
        }
    }
}
