//! What is mended of a copied text, and that no word of it is lost.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::{Dialect, Draft};

/// A report of two pages in the way in which a PDF gives them away.
fn copied() -> String {
    let filler = "States work on this every year and share what they learn with others. ".repeat(6);
    format!(
        "The Fund s report I. Introduction The Fund s work is new. II. Mandate It rests on law. 1 {filler}It goes on. 1 See the records of the Fund.\n\n2 Next page. The Fund s plan is long. 2 {filler}It goes on. III. Conclusion It is about migrants and 2 See the plan.\n\n3 the rights of all. {filler}4\n"
    )
}

#[test]
fn what_is_certain_is_mended() {
    let text = copied();
    let extraction = Extraction::read(&text, 0).unwrap();
    assert_eq!(extraction.apostrophes.len(), 3);
    let pages: Vec<u32> = extraction.pages.iter().map(|(page, _)| *page).collect();
    assert_eq!(pages, [2, 3, 4]);
    assert_eq!(extraction.notes.len(), 2);
    let cleaned = extraction.cleaned(&text, 0, &[]);
    for words in [
        "The Fund’s report\n",
        "\n## I. Introduction\n\nThe Fund’s work is new.\n\n## II. Mandate\n",
        "It rests on law.[^1] States",
        "The Fund’s plan is long.[^2]",
        "It is about migrants and the rights of all.",
        "\n[^1]: See the records of the Fund.\n",
        "\n[^2]: See the plan.\n",
    ] {
        assert!(cleaned.contains(words), "{words:?} in {cleaned}");
    }
    assert!(!cleaned.contains(" 4"), "{cleaned}");
}

#[test]
fn a_text_that_was_typed_is_left_alone() {
    let typed = "The Fund’s work is new and long. ".repeat(40);
    assert_eq!(Extraction::read(&typed, 0), None);
    let few = "The Fund s plan. The Fund s work. A Fund is old.";
    assert_eq!(Extraction::read(few, 0), None);
}

#[test]
fn apostrophes_that_are_lost_show_in_short_lines_as_well() {
    let text = "The Fund s plan.\nThe Council s work\nand a Fund s life.\n";
    let found = Extraction::read(text, 0).unwrap();
    assert!(!found.in_long_lines);
    assert_eq!(found.apostrophes.len(), 3);
    let cleaned = |dialect| Draft::new(text, dialect, Arc::default()).cleaned();
    let plain = cleaned(Dialect::Plain).unwrap();
    assert!(
        plain.contains("The Council’s work\nand a Fund’s life."),
        "{plain}"
    );
    assert_eq!(cleaned(Dialect::Markdown), None);
}

#[test]
fn notes_that_cannot_be_told_apart_stay() {
    let text = copied().replace("1 See the records", "See the records");
    assert!(Extraction::read(&text, 0).unwrap().notes.is_empty());
}

/// Letters and figures alone, which is what mending keeps.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What has to be left of a text: its page numbers go, the texts of its footnotes move to the end.
fn expected(text: &str, extraction: &Extraction) -> String {
    let pages = extraction.pages.iter().map(|(_, page)| page.clone());
    let notes = extraction.notes.iter().map(|note| note.whole.clone());
    let mut gone: Vec<Range<usize>> = pages.chain(notes).collect();
    gone.sort_by_key(|range| range.start);
    let (mut left, mut at) = (String::new(), 0);
    for range in gone {
        left.push_str(&text[at..range.start]);
        at = range.end;
    }
    left.push_str(&text[at..]);
    for note in &extraction.notes {
        left.push_str(&text[note.whole.clone()]);
    }
    letters(&left)
}

#[track_caller]
fn check_words(text: &str) {
    let Some(extraction) = Extraction::read(text, 0) else {
        return;
    };
    for (number, page) in &extraction.pages {
        assert_eq!(text[page.clone()].trim(), number.to_string(), "{text:?}");
    }
    let cleaned = extraction.cleaned(text, 0, &[]);
    assert_eq!(letters(&cleaned), expected(text, &extraction), "{text:?}");
}

fn page(words: &str) -> String {
    format!(
        "{words} {}",
        "It goes on like this for a while and says more. ".repeat(9)
    )
}

const LOST: &str = "The Fund s plan, the Fund s work and the Fund s rules. ";

#[test]
fn lines_that_were_wrapped_stay_lines_of_their_paragraph() {
    let text = format!(
        "{}\n\nA wrapped paragraph that has\nthree lines, of which none\nis a page.\n\nterms\n\nothers\n\n(a) One;\n(b) Two.\n",
        page(LOST)
    );
    let cleaned = Extraction::read(&text, 0).unwrap().cleaned(&text, 0, &[]);
    for kept in [
        "\n\nA wrapped paragraph that has\nthree lines, of which none\nis a page.\n\n",
        "\n\nterms\n\nothers\n\n(a) One;\n(b) Two.\n",
    ] {
        assert!(cleaned.contains(kept), "{kept:?} in {cleaned}");
    }
    check_words(&text);
}

#[test]
fn numbered_paragraphs_are_no_pages() {
    for first in ["1 ", ""] {
        let short = if first.is_empty() {
            "2 Two.\n3 Three.\n4 Four.\n"
        } else {
            ""
        };
        let text = format!(
            "{}\n{}\n{}\n{}\n{short}",
            page(LOST),
            page(&format!("{first}The first")),
            page(if first.is_empty() {
                "More"
            } else {
                "2 The second"
            }),
            page(if first.is_empty() {
                "More"
            } else {
                "3 The third"
            }),
        );
        assert_eq!(Extraction::read(&text, 0).unwrap().pages, [], "{text}");
        check_words(&text);
    }
}

#[test]
fn footnotes_with_sentences_behind_them_stay() {
    // The second mark stands behind the text of the first: two pages on one line.
    let two = page(&format!(
        "{LOST}It rests on law. 1 More. 1 See a. Next. 2 And 2 See b."
    ));
    // More stands behind the number than before it.
    let much =
        page("It rests on law. 1 More. 1 See a. The Fund s plan, the Fund s work, a Fund s plan.");
    let empty = format!(
        "{}It rests on law. 1 More. 2 And so 1 2 See b.\n",
        page(LOST)
    );
    for text in [two, much, empty] {
        assert_eq!(Extraction::read(&text, 0).unwrap().notes, [], "{text}");
        check_words(&text);
    }
}

#[test]
fn a_page_number_behind_a_footnote_is_not_part_of_it() {
    let text = format!(
        "{}\n\n{}\n\n3 Its end. {}1 More here. 1 See the plan. 4\n",
        page(LOST),
        page("2 Next"),
        page("")
    );
    let extraction = Extraction::read(&text, 0).unwrap();
    let [note] = extraction.notes.as_slice() else {
        panic!("one note: {extraction:?}");
    };
    assert_eq!(&text[note.text.clone()], "See the plan.");
    assert!(
        extraction
            .cleaned(&text, 0, &[])
            .ends_with("\n[^1]: See the plan.\n")
    );
    check_words(&text);
}

#[test]
fn a_word_is_put_together_where_the_text_has_it_whole() {
    let text = format!(
        "{}\n\nMigration matters to migra-\ntion offices, inter-\ngovernmental bodies and long-\nterm plans, and so does a long-term view.\n",
        page(LOST)
    );
    let cleaned = Extraction::read(&text, 0).unwrap().cleaned(&text, 0, &[]);
    assert!(
        cleaned.contains("to migra-\ntion"),
        "another spelling: {cleaned}"
    );
    let text = text.replace("Migration matters", "The migration matters");
    let cleaned = Extraction::read(&text, 0).unwrap().cleaned(&text, 0, &[]);
    assert!(
        cleaned.contains("to migration offices, inter-\ngovernmental"),
        "{cleaned}"
    );
    assert!(cleaned.contains("long-\nterm plans"), "{cleaned}");
    check_words(&text);
}

#[test]
fn running_heads_go_and_their_page_goes_on() {
    let top =
        "United Nations\n\nA/HRC/53/26\n\nGeneral Assembly\n\nDistr.: General\n3 April 2023\n\n";
    let text = format!(
        "{top}{}\n\nThe Fund looks after the rights of\n\nA/HRC/53/26\n\nmigrants everywhere.\n",
        page(LOST)
    );
    let draft = Draft::new(&text, Dialect::Plain, Arc::default());
    let cleaned = draft.cleaned().unwrap();
    assert!(
        cleaned.contains("the rights of migrants everywhere."),
        "{cleaned}"
    );
    assert_eq!(cleaned.matches("A/HRC/53/26").count(), 1, "{cleaned}");
}

const PIECES: [&str; 20] = [
    "\n",
    "\n\n",
    "\r\n",
    "1 ",
    "\n2 ",
    " 4",
    ". 2 Of ",
    " II. Mandate ",
    ". 1. State ",
    ". 2. Other ",
    "migra-\n",
    "tion ",
    "the migration ",
    "Fund s plan ",
    "s ",
    " s",
    "é s à ",
    "\x0c",
    "```\n",
    "A/RES/67/172\n",
];

/// A page: how many footnotes it has, and what disturbs it, with the place.
type Page = (u32, Vec<(usize, usize)>);

fn pages() -> impl Strategy<Value = Vec<Page>> {
    let disturbed = prop::collection::vec((0..PIECES.len(), 0..4_usize), 0..3);
    prop::collection::vec((0..4_u32, disturbed), 1..6)
}

/// Pages as a PDF gives them away, each on one line, with a piece put in here and there.
fn written(pages: &[Page]) -> String {
    let (mut text, mut last) = (String::new(), 0);
    for (number, (notes, disturbed)) in (1..).zip(pages) {
        let start = if number == 1 {
            " I. Introduction ".to_owned()
        } else {
            format!("{number} ")
        };
        let marks = (last + 1..=last + notes).map(|note| format!("It rests on law. {note} More. "));
        let texts = (last + 1..=last + notes).map(|note| format!("{note} See part {note}0. "));
        let parts = [
            start,
            page(LOST),
            marks.collect(),
            page("and"),
            texts.collect(),
        ];
        for (place, part) in parts.iter().enumerate() {
            text.push_str(part);
            let here = disturbed.iter().filter(|(_, at)| *at == place);
            text.extend(here.map(|(piece, _)| PIECES[*piece]));
        }
        text.push_str("\n\n");
        last += notes;
    }
    text
}

#[test]
fn undisturbed_pages_are_mended_whole() {
    let text = written(&[(2, vec![]), (0, vec![]), (3, vec![])]);
    let extraction = Extraction::read(&text, 0).unwrap();
    assert_eq!((extraction.pages.len(), extraction.notes.len()), (2, 5));
    check_words(&text);
}

proptest! {
    #[test]
    fn no_word_is_lost(pages in pages(), typed in any::<bool>()) {
        let text = written(&pages);
        check_words(&text);
        // What the draft knows of its blocks changes nothing.
        let text = if typed { text.replace("Fund s", "Fund") } else { text };
        for dialect in [Dialect::Markdown, Dialect::Plain] {
            let draft = Draft::new(&text, dialect, Arc::default());
            prop_assert_eq!(draft.extraction(), Extraction::read(&text, draft.own_start()));
        }
    }
}
