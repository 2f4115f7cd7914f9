//! What an edit says of bodies that other blocks rest on: read again as a fresh reading would have it.

use draft::{Dialect, Draft};
use sources::{Catalogue, Sources};

use super::today;
use crate::{Change, Resolved, resolve, resolve_again_unless};
use crate::{resolve_near_unless, resolve_to_the_end_unless};

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
fn what_names_the_goals_is_heard_of_everywhere() {
    let text = "We count on target 4.c.\n\nNobody met.\n\nGoal 4 is near.\n";
    assert_eq!(reread(text, "Nobody", "The SDG Forum"), 2);
    let named = "We count on target 4.c.\n\nThe 2030 Agenda holds.\n\nGoal 4 is near.\n";
    assert_eq!(reread(named, "2030 Agenda", "Agenda"), 2);
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

/// A text in which `before` stands at the beginning, `between` behind it, and `behind` far away.
fn far(before: &str, between: &str, behind: &str) -> String {
    let filling = "Nothing of this is about anybody.\n\n".repeat(140);
    format!("{before}\n\n{between}\n\n{filling}{behind}\n")
}

const NAMES: [&str; 7] = [
    "The Human Rights Council met.",
    "The Security Council met.",
    "The Economic and Social Council met.",
    "The Trusteeship Council met.",
    "The Governing Council of the United Nations Environment Programme met.",
    "The Arctic Council met.",
    "Nobody met.",
];

#[test]
fn a_name_counts_far_away() {
    let asking = "The Council adopted resolution 21/4.\n\n\
                  In its resolution 5/2 the Council said so.\n\n\
                  The Council recalled its resolution 1325 (2000).\n\n\
                  In resolution 1373 (2001) of the Council it was said.";
    for (index, between) in NAMES.iter().enumerate() {
        let next = NAMES[(index + 1) % NAMES.len()];
        for between in [(*between).to_owned(), format!("{between} {next}")] {
            for from in NAMES {
                let text = far(from, &between, asking);
                for to in NAMES {
                    reread(&text, from, to);
                }
            }
        }
    }
}

#[test]
fn a_name_given_again_ends_what_the_first_one_changes() {
    let asking = "The Council adopted resolution 21/4.";
    let [rights, .., programme, _, nobody] = NAMES;
    let read_again = |between: &str| reread(&far(rights, between, asking), rights, programme);
    assert!(read_again(nobody) > 0);
    let both = format!("{programme} {rights}");
    assert_eq!(read_again(&both), 0);
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

/// What is typed at the top is heard by the blocks beside it at once, and far below when the typing pauses: there it is
/// read as before until then.
#[test]
fn far_blocks_hear_of_a_name_when_the_typing_pauses() {
    let asking = "The Council adopted resolution 21/4.";
    let text = far(NAMES[6], asking, asking);
    let mut draft = Draft::new(&text, Dialect::Markdown, Catalogue.lexicon());
    let before = resolve(&draft, &Catalogue, today());
    let shown = |resolved: &Resolved| -> Vec<String> {
        let references = resolved.references.iter();
        references
            .map(|one| format!("{:?}", one.referent))
            .collect()
    };
    let typed = |draft: &Draft, before: &Resolved| {
        let again = resolve_near_unless(before, draft, &Catalogue, today(), 4, &|| false);
        again.unwrap().0
    };
    let programme = NAMES[4].trim_end_matches(" met.");
    draft.edit(0.."Nobody".len(), programme);
    let named = typed(&draft, &before);
    assert!(!named.is_complete());
    let [near, far] = &shown(&named)[..] else {
        panic!("{:?}", shown(&named));
    };
    assert_eq!(*far, shown(&before)[1]);
    assert_ne!(near, far);

    // A key that names nobody leaves it open.
    let middle = draft.length() / 2;
    draft.edit(middle..middle, "x");
    let typed_on = typed(&draft, &named);
    assert!(!typed_on.is_complete());
    let (rested, change) = resolve_to_the_end_unless(&typed_on, &Catalogue, &|| false).unwrap();
    assert!(rested.is_complete());
    assert_eq!(shown(&rested), [near.as_str(), near.as_str()]);
    assert!(matches!(change, Change::Blocks { reread, .. } if reread.len() == 1));

    // And who is in no haste hears everything.
    let (whole, _) = resolve_again_unless(&named, &draft, &Catalogue, today(), &|| false).unwrap();
    assert!(whole.is_complete());
    assert_eq!(shown(&whole), shown(&rested));
}
