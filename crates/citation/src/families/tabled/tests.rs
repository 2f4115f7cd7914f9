//! Every example of every table: what it reads and what it leaves alone.

use proptest::prelude::*;

use super::*;
use crate::families::test::finds;
use crate::families::{TABLES, read_alone, scan_nameless};

fn examples(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split(" | ").filter(|example| !example.is_empty())
}

/// The canonical forms of the citations that the families read, joined as the tables join them.
fn read(text: &str) -> String {
    let citations = scan_nameless(text);
    // Titles and numbers in prose beside them are read by others.
    let canonical = |citation: Citation| match citation.form {
        Form::Whole(referent) => Some(referent.to_string()),
        Form::Mistyped { corrections } => Some(corrections[0].0.to_string()),
        _ => None,
    };
    citations
        .into_iter()
        .filter_map(canonical)
        .collect::<Vec<_>>()
        .join("; ")
}

#[test]
fn every_example_of_a_table_is_read() {
    let mut wrong = Vec::new();
    for row in TABLES.iter().flat_map(Tabled::rows) {
        for example in examples(row.reads) {
            let (written, canonical) = example.split_once(" = ").unwrap_or((example, example));
            for text in [
                written.to_owned(),
                format!("The report ({written}), as adopted"),
                format!("See also\n{written}\nand the annex."),
            ] {
                let found = read(&text);
                if found != canonical {
                    wrong.push(format!("{text}: {found}"));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_near_miss_of_a_table_is_silent() {
    for row in TABLES.iter().flat_map(Tabled::rows) {
        for example in examples(row.silent) {
            for text in [example.to_owned(), format!("It was {example}, they said.")] {
                let mut found = read_alone(&text);
                // Only where the draft names another's body is it one.
                found.retain(|one| !matches!(one.form, Form::WhereNamed { .. }));
                assert_eq!(found, Vec::new(), "{text}");
            }
        }
    }
}

#[test]
fn what_the_text_gives_to_another_is_not_the_council_of_europes() {
    for text in [
        "Protocol No. 8 to the Treaty on European Union, on accession to the European Convention on Human Rights",
        "European Convention on Extradition and its Additional Protocol No. 2",
        "European Convention on Extradition and Protocol No. 2",
        "the ECHR applies; Protocol No. 2 to the Agreement on Fisheries",
        "the ECHR and Protocols Nos. 2 and 3 to the Treaty of Lisbon",
        "the European Convention on Human Rights and Optional Protocol No. 1",
        "The Parliamentary Assembly of the OSCE adopted recommendation 1200 (2015)",
        "The NATO Parliamentary Assembly adopted Recommendation 1200 (2015)",
    ] {
        let found = read(text);
        let taken = found.contains("to the European Convention") || found.contains("Parliamentary");
        assert!(!taken, "{text}: {found}");
    }
}

#[test]
fn a_form_that_is_written_wrongly_says_what_is_wrong() {
    for row in TABLES.iter().flat_map(Tabled::rows) {
        for example in examples(row.reads) {
            let (written, _) = example.split_once(" = ").unwrap_or((example, example));
            let found = scan_nameless(written);
            let wrong = found
                .iter()
                .any(|one| matches!(one.form, Form::Mistyped { .. }));
            assert_eq!(wrong, !row.slip.is_empty(), "{written}");
        }
    }
}

#[test]
fn every_table_has_examples_enough() {
    for table in &TABLES {
        let count = |cell: fn(&Row) -> &'static str| -> usize {
            table
                .rows()
                .iter()
                .map(|row| examples(cell(row)).count())
                .sum()
        };
        let (reads, silent) = (count(|row| row.reads), count(|row| row.silent));
        assert!(
            reads >= 10 && silent >= 8,
            "{reads} read, {silent} silent: {:?}",
            table.anchors()
        );
    }
}

#[test]
fn every_row_is_well_formed() {
    let mut all: Vec<&str> = Vec::new();
    for table in &TABLES {
        for row in table.rows() {
            assert!(!row.anchors.is_empty() && !row.canonical.is_empty());
            assert!(row.token.regex().is_some(), "{}", row.token.written);
            if let Some(opens) = &row.opens {
                assert!(opens.regex().is_some(), "{}", opens.written);
            }
        }
        for anchor in table.anchors() {
            assert!(anchor.len() >= 3 && anchor.is_ascii(), "{anchor}");
            all.push(anchor);
        }
    }
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), count, "two families share an anchor");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever stands around an anchor, reading it gives sound ranges and no panic.
    #[test]
    fn any_ascii_around_an_anchor_is_read(before in "[ -~\n]{0,24}", after in "[ -~\n]{0,24}") {
        for table in &TABLES {
            for anchor in table.anchors() {
                let text = format!("{before}{anchor}{after}");
                let mut found = Vec::new();
                table.read(&text, before.len()..before.len() + anchor.len(), &mut found);
                for citation in found {
                    prop_assert!(!text[citation.token.clone()].is_empty());
                    prop_assert!(citation.phrase.start <= citation.token.start);
                    prop_assert!(citation.phrase.end >= citation.token.end);
                }
            }
        }
    }
}

#[test]
fn what_is_counted_behind_to_does_not_end_a_run() {
    finds(
        "the Working Group on Arbitrary Detention in its deliberation No. 5 to 10 people",
        &["5 = Working Group on Arbitrary Detention: deliberation No. 5"],
    );
    for counted in ["to 187 ratifications", "to 105 States"] {
        finds(
            &format!("the ILO counts for Conventions Nos. 138 and 182 {counted}"),
            &[
                "Conventions Nos. 138 = ILO Convention No. 138",
                "182 = ILO Convention No. 182",
            ],
        );
    }
}
