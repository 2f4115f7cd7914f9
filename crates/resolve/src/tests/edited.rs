//! What an edit says of bodies that other blocks rest on: read again as a fresh reading would have it.

use draft::{Dialect, Draft};
use sources::{Catalogue, Sources};

use super::today;
use crate::{Change, resolve, resolve_again_unless};

/// Replaces the words `from` by `to`, and compares with a fresh reading; how many of the blocks that stayed were
/// read again.
#[track_caller]
fn reread(text: &str, from: &str, to: &str) -> usize {
    let mut draft = Draft::new(text, Dialect::Markdown, Catalogue.lexicon());
    let before = resolve(&draft, &Catalogue, today());
    let at = text.find(from).unwrap();
    draft.edit(at..at + from.len(), to);
    let (again, change) =
        resolve_again_unless(&before, &draft, &Catalogue, today(), &|| false).unwrap();
    let fresh = resolve(&draft, &Catalogue, today());
    let shown = |references: &[crate::Reference]| format!("{references:#?}");
    assert_eq!(shown(&again.references), shown(&fresh.references), "{text}");
    match change {
        Change::Blocks { reread, .. } => reread.len(),
        Change::Everything => usize::MAX,
    }
}

const BLOCKS: &str = "The Human Rights Council met.\n\nThe Security Council met.\n\nNobody met.\n\n\
                      In its resolution 21/3 the Council said so.\n\nThe Council adopted resolution 21/4.\n";

#[test]
fn the_first_citation_that_asks_finds_what_stood_there_before() {
    let text = "The Economic and Social Council met.\n\nThe Human Rights Council met.\n\nNobody said so.\n";
    for said in [
        "The Council adopted resolution 21/3",
        "In resolution 21/3 of the Council",
    ] {
        reread(text, "Nobody said so", said);
    }
    reread(
        "Nobody said so.\n",
        "Nobody said so",
        "The Council adopted resolution 21/3",
    );
}

#[test]
fn what_a_noun_means_follows_the_names_before_it() {
    for (from, to) in [
        ("The Human Rights Council met.", "Nobody met."),
        (
            "The Security Council",
            "The Commission on the Status of Women",
        ),
        (
            "The Human Rights Council",
            "The Economic and Social Council",
        ),
        ("Nobody", "The Trusteeship Council"),
        ("Nobody", "The Human Rights Council"),
        ("met.\n\nThe Security", "met. The Security"),
    ] {
        reread(BLOCKS, from, to);
    }
    let other = "The Governing Council of the United Nations Environment Programme met.";
    assert!(reread(BLOCKS, "The Human Rights Council met.", other) > 0);
}

#[test]
fn names_that_no_question_is_about_change_nothing() {
    for named in [
        "The General Assembly",
        "The Commission on the Status of Women",
    ] {
        assert_eq!(reread(BLOCKS, "Nobody", named), 0, "{named}");
    }
}
