//! Decisions of conferences whose number carries its body: "1/CP.21", "(2/CMP.8)", without any word that says so.
//!
//! Which letters are whose says the table of codes, for these and for the lists behind "decisions" alike.

use std::ops::Range;
use std::sync::LazyLock;

use super::Family;
use super::reading::{begins_well, citation, ends_well};
use super::titles::before::word_before;
use crate::grammar;
use crate::scan::numbers;
use crate::{Citation, Form, Kind, Referent};

/// Numbers that carry their body.
pub(super) struct CodedDecisions;

static ANCHORS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| grammar::codes_behind_numbers().collect());

impl Family for CodedDecisions {
    fn anchors(&self) -> &'static [&'static str] {
        &ANCHORS
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let digits = text[..anchor.start].bytes().rev();
        let start = anchor.start - digits.take_while(u8::is_ascii_digit).count();
        let Some((end, name)) = numbers::coded(text, start) else {
            return;
        };
        if !begins_well(text, start) || !ends_well(text, end) {
            return;
        }
        let form = Form::Whole(Referent::Other(name));
        let phrase_start = word_before(text, start)
            .filter(|word| {
                let written = &text[word.clone()];
                let acts = ["decision", "decisions"];
                acts.iter().any(|act| act.eq_ignore_ascii_case(written))
            })
            .map_or(start, |word| word.start);
        found.push(citation(text, start..end, phrase_start, Kind::Number, form));
    }
}

#[cfg(test)]
mod tests {
    use crate::families::test::finds;

    #[test]
    fn a_number_with_its_code_needs_no_word() {
        const CLIMATE: &str = "Conference of the Parties to the United Nations Framework Convention on Climate Change";
        const KYOTO: &str =
            "Conference of the Parties serving as the meeting of the Parties to the Kyoto Protocol";
        const PARIS: &str = "Conference of the Parties serving as the meeting of the Parties to the Paris Agreement";
        for (text, number, body, place) in [
            ("decision 1/CP.21, annex", "1/CP.21", CLIMATE, " [annex]"),
            ("(1/CP.16)", "1/CP.16", CLIMATE, ""),
            ("Decision 12/CP.9", "12/CP.9", CLIMATE, ""),
            ("2/CMP.8", "2/CMP.8", KYOTO, ""),
        ] {
            finds(text, &[&format!("{number} = {body}: {number}{place}")]);
        }
        finds(
            "decisions 1/CMA.3 and 1/CMA.4",
            &[
                &format!("1/CMA.3 = {PARIS}: 1/CMA.3"),
                &format!("1/CMA.4 = {PARIS}: 1/CMA.4"),
            ],
        );
    }

    #[test]
    fn the_word_before_belongs_to_the_phrase_over_a_line_break_too() {
        for text in [
            "by decision 1/CP.21",
            "by decision\n1/CP.21",
            "by Decisions  1/CP.21",
        ] {
            let found = crate::families::scan_nameless(text);
            assert_eq!(found[0].phrase, 3..text.len(), "{text}");
        }
    }

    #[test]
    fn symbols_and_scraps_are_silent() {
        for text in ["1/CP.", "CAC/1/CP.21", "1234/CP.21"] {
            finds(text, &[]);
        }
    }
}
