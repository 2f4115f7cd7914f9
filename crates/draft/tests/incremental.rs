//! An edited draft equals a draft read anew: text, blocks and marks, after any edits.

use std::sync::Arc;

use draft::{BlockKind, Dialect, Draft};
use proptest::prelude::*;

const MARKDOWN: &str = "---\ntitle: Input\ndate: 2013-11-01\n---\n\n# Mandate of the organization\n\nRecalling resolution **67/172** of 20 December 2012[^1] and the\nInternational Organization for Migration (IOM), see [the text](http://a.org/x_(y)) é𝄞.\r\n\r\n- one item\n  goes on\n\n  in two paragraphs\n    - nested `code` here\n1. first\n2. second\n\n> Quoted words\n> ```\n> code A/RES/1/1\n> ```\nlazy line\n\n| a | b |\n|---|---|\n| 1 | NGOs |\n\n```rust\nlet x = 1;\n\n# not a heading\n```\n\n    indented code\n\n    more of it\n\n<!-- a comment\n\nover lines -->\n\n<div>\nIOM\n</div>\n\nTitle below\n---\n\n***\n\n[^1]: See “The future” e\u{301}.\n\n    Second paragraph of the note.\n\nLast words of IOM";

const PLAIN: &str = "United Nations\n\nA/RES/67/172\n\nGeneral Assembly\n\nDistr.: General\n3 April 2013\n\nSixty-seventh session\n\nResolution adopted by the General Assembly on 20 December 2012\n\n67/172. Protection of somebody\nThe General Assembly,\nRecalling its resolution 66/1 of 1 December 2011, 1\nReaffirming the rights of all, 2 and\ngoing on with the sentence,\n_______________\n1\nSee resolution 2200 A (XXI), annex.\n2\n\nIbid., vol. 1.\n\n12-48892\n\n*1248892*\n\nA/RES/67/172\n\nProtection of somebody\n\n(a) Requests the IOM to report;\n(b) Urges NGOs;\r\n\x0c2/9\n\nII. Mandate\n\n3\n\n1. Stresses the matter.\n\nTHE END OF IT\n";

const PIECES: [&str; 36] = [
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    " ",
    "    ",
    "\t",
    "# ",
    "- ",
    "> ",
    "1. ",
    "```\n",
    "`",
    "---\n",
    "===\n",
    "<!--",
    "-->",
    "|",
    "|---|---|\n",
    "[^1]",
    "[^2]: ",
    "](",
    "[",
    "*",
    "_____\n",
    "2/9\n",
    "\x0c",
    "A/RES/67/172\n",
    "IOM (",
    ")",
    "“",
    "é",
    "𝄞",
    "e\u{301}",
    "The General Assembly,\nRequests IOM. ",
    "Transcription:\n",
];

fn sample() -> impl Strategy<Value = (String, Dialect)> {
    let titles = "A TITLE of something\n\n".repeat(24);
    let foreign = format!("{titles}Transcription:\n\n{PLAIN}");
    let long = format!(
        "{}\n\n{MARKDOWN}",
        "The report continues here. Reads on ".repeat(1_100)
    );
    prop_oneof![
        Just((MARKDOWN.to_owned(), Dialect::Markdown)),
        Just((PLAIN.to_owned(), Dialect::Plain)),
        Just((foreign, Dialect::Plain)),
        Just((long.clone(), Dialect::Markdown)),
        Just((long, Dialect::Plain)),
        "\\PC{0,60}".prop_map(|text| (text, Dialect::Markdown)),
    ]
}

#[derive(Clone, Debug)]
struct Edit {
    at: prop::sample::Index,
    removed: usize,
    text: String,
}

fn edit() -> impl Strategy<Value = Edit> {
    let piece = prop::sample::select(PIECES.to_vec()).prop_map(str::to_owned);
    let text = prop_oneof![
        4 => piece.clone(),
        2 => prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat()),
        1 => "\\PC{0,8}",
        1 => Just(String::new()),
    ];
    let removed = prop_oneof![4 => Just(0), 4 => 0..6_usize, 1 => 0..400_usize];
    (any::<prop::sample::Index>(), removed, text).prop_map(|(at, removed, text)| Edit {
        at,
        removed,
        text,
    })
}

/// The nearest character boundary before `offset`.
fn floor(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    (0..=offset)
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(0)
}

fn check(draft: &Draft, text: &str, dialect: Dialect) -> Result<(), TestCaseError> {
    let fresh = Draft::new(text, dialect, Arc::default());
    prop_assert_eq!(draft.rope().to_string(), text);
    prop_assert_eq!(draft.front_matter(), fresh.front_matter());
    prop_assert_eq!(draft.masthead(), fresh.masthead());
    prop_assert_eq!(draft.foreign_titles(), fresh.foreign_titles());
    let blocks = |draft: &'_ Draft| -> Vec<_> {
        draft
            .blocks()
            .iter()
            .map(|block| (block.kind, block.span.clone(), block.marks.clone()))
            .collect()
    };
    prop_assert_eq!(blocks(draft), blocks(&fresh));
    let defining = draft.blocks().with_definitions().map(|block| block.span);
    let all = fresh.blocks().iter();
    let expected = all.filter(|block| !block.marks.definitions.is_empty());
    prop_assert!(defining.eq(expected.map(|block| block.span)));
    let forms = |draft: &'_ Draft| draft.blocks().short_forms("").to_vec();
    prop_assert_eq!(forms(draft), forms(&fresh));
    prop_assert_eq!(
        (draft.words(), draft.language()),
        (fresh.words(), fresh.language())
    );
    prop_assert_eq!(draft.outline(), fresh.outline());
    let mut end = 0;
    for block in draft.blocks() {
        prop_assert!(block.span.start >= end && block.span.start < block.span.end);
        end = block.span.end;
        let inside = text.get(block.span.clone());
        prop_assert!(inside.is_some(), "block off a character boundary");
        let inside = inside.unwrap_or("");
        let marks = &block.marks;
        let spans = (marks.citations.iter().flat_map(|c| [&c.token, &c.phrase]))
            .chain(marks.acronyms.iter().map(|a| &a.span))
            .chain(
                marks
                    .definitions
                    .iter()
                    .flat_map(|d| [&d.short_span, &d.full_span]),
            )
            .chain(marks.links.iter().flat_map(|l| [&l.span, &l.target_span]))
            .chain(marks.footnotes.iter().chain(&marks.label).map(|f| &f.span))
            .chain(&marks.quotations);
        for span in spans {
            prop_assert!(inside.get(span.clone()).is_some(), "{span:?} in {inside:?}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn incremental_equals_fresh(
        (text, dialect) in sample(),
        edits in prop::collection::vec(edit(), 1..12),
    ) {
        let mut text = text;
        let mut draft = Draft::new(&text, dialect, Arc::default());
        check(&draft, &text, dialect)?;
        for edit in edits {
            let at = edit.at.index(text.len() + 1);
            draft.edit(at..at + edit.removed, &edit.text);
            let start = floor(&text, at);
            let end = floor(&text, at + edit.removed).max(start);
            text.replace_range(start..end, &edit.text);
            check(&draft, &text, dialect)?;
        }
    }

    #[test]
    fn any_text_can_be_read(text in any::<String>()) {
        for dialect in [Dialect::Markdown, Dialect::Plain] {
            check(&Draft::new(&text, dialect, Arc::default()), &text, dialect)?;
        }
    }
}

#[test]
fn a_clone_keeps_the_old_text() {
    let mut draft = Draft::new(MARKDOWN, Dialect::Markdown, Arc::default());
    let before = draft.clone();
    draft.edit(0..usize::MAX, "New");
    assert_eq!(before.rope().to_string(), MARKDOWN);
    assert_eq!(draft.blocks().len(), 1);
    assert!(
        before
            .blocks()
            .iter()
            .any(|block| block.kind == BlockKind::Table)
    );
}
