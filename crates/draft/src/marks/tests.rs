//! What masking leaves, and what is found in a block.

use super::mask::{HIDDEN, mask};
use super::*;

/// The masked text, hidden bytes as `·`.
fn shown(text: &str, kind: BlockKind, dialect: Dialect) -> String {
    let masked = mask(text, kind, dialect, Signs::of(text));
    assert_eq!(masked.text.len(), text.len());
    masked.text.replace(char::from(HIDDEN), "·")
}

fn paragraph(text: &str) -> String {
    shown(text, BlockKind::Paragraph, Dialect::Markdown)
}

#[test]
fn markup_becomes_spaces_and_words_stay() {
    assert_eq!(
        paragraph("resolution **67/172** of *1 May*"),
        "resolution   67/172   of  1 May "
    );
    assert_eq!(
        paragraph("the [IOM](http://a.b) of"),
        "the  IOM              of"
    );
    assert_eq!(
        paragraph("see ![x](y) and [z][ref]."),
        "see   x     and  z      ."
    );
    assert_eq!(
        paragraph("20/3[^1] of snake_case _x_"),
        "20/3     of snake_case  x "
    );
    assert_eq!(
        paragraph("<b>IOM</b> a < b\\* &nbsp;c"),
        "   IOM     a < b *       c"
    );
    assert_eq!(paragraph("a [b] (c) d]"), "a [b] (c) d]");
}

#[test]
fn code_addresses_and_definitions_of_links_are_hidden() {
    assert_eq!(
        paragraph("`A/RES/1/1` and ``a`b``"),
        "··········· and ·······"
    );
    assert_eq!(paragraph("`open and A/RES/1/1"), "`open and A/RES/1/1");
    assert_eq!(
        paragraph("<http://a.b/A/RES/1/1> x"),
        "······················ x"
    );
    assert_eq!(paragraph("www.a.org, x@y.org."), "·········, ·······.");
    assert_eq!(
        paragraph("[a]: http://b.c/d \"t\"\nx"),
        "·····················\nx"
    );
    let plain = shown("*a* `b` http://c.d.", BlockKind::Paragraph, Dialect::Plain);
    assert_eq!(plain, "*a* `b` ··········.");
}

#[test]
fn line_marks_are_blanked() {
    let quoted = shown(
        "> a\n> ```\n> IOM\n> ```\n> b",
        BlockKind::Quotation,
        Dialect::Markdown,
    );
    assert_eq!(quoted, "  a\n  ···\n  ···\n  ···\n  b");
    let heading = shown("## a # b", BlockKind::Heading(2), Dialect::Markdown);
    assert_eq!(heading, "   a # b");
}

#[test]
fn links_and_footnotes_know_where_they_stand() {
    let text = "see [the text](http://a.b/c_(d) \"t\")[^note] é <mailto:x@y.z>";
    let marks = Marks::find(
        text,
        BlockKind::Paragraph,
        Dialect::Markdown,
        &Lexicon::default(),
    );
    let links: Vec<_> = marks
        .links
        .iter()
        .map(|link| (&text[link.span.clone()], &*link.target))
        .collect();
    assert_eq!(
        links,
        [
            ("the text", "http://a.b/c_(d)"),
            ("mailto:x@y.z", "mailto:x@y.z")
        ]
    );
    assert!(
        marks
            .links
            .iter()
            .all(|link| text[link.target_span.clone()] == *link.target)
    );
    assert_eq!(&text[marks.footnotes[0].span.clone()], "[^note]");

    let note = "[^note]: See it.";
    let marks = Marks::find(
        note,
        BlockKind::FootnoteDefinition,
        Dialect::Markdown,
        &Lexicon::default(),
    );
    assert_eq!(marks.label.map(|label| label.label), Some("note".into()));
    assert!(marks.footnotes.is_empty());
    let printed = Marks::find(
        "12\nIbid.",
        BlockKind::FootnoteDefinition,
        Dialect::Plain,
        &Lexicon::default(),
    );
    assert_eq!(printed.label.map(|label| label.label), Some("12".into()));
}

#[test]
fn acronyms_in_definitions_headings_and_code_are_not_uses() {
    let text = "The Fund for Lighthouse Care (FLC) and “FLC” of `ABC`";
    let find = |kind| Marks::find(text, kind, Dialect::Markdown, &Lexicon::default());
    let marks = find(BlockKind::Paragraph);
    assert_eq!(marks.acronyms.len(), 1);
    assert_eq!(marks.definitions.len(), 1);
    assert_eq!(&text[marks.quotations[0].clone()], "“FLC”");
    assert_eq!(marks.words, 10);
    assert!(find(BlockKind::Heading(1)).acronyms.is_empty());
    assert_eq!(find(BlockKind::Heading(1)).definitions.len(), 1);
    assert_eq!(find(BlockKind::Code), Marks::default());
    assert!(find(BlockKind::ForeignTitles).definitions.is_empty());
}

#[test]
fn each_block_has_its_language() {
    use citation::Language;

    let language =
        |text: &str, kind| Marks::find(text, kind, Dialect::Markdown, &Lexicon::default()).language;
    for (text, wanted) in [
        (
            "Recalling its resolution 67/172, the IOM [report](http://a.b/de/la)",
            Language::English,
        ),
        (
            "Rappelant sa résolution **67/172** sur les migrations[^1]",
            Language::French,
        ),
        (
            "Recordando su resolución 67/172 sobre los migrantes",
            Language::Spanish,
        ),
        ("ссылаясь на свою резолюцию 67/172", Language::Russian),
        ("إذ تشير إلى قرارها 67/172", Language::Arabic),
        ("> 回顾其第67/172号决议", Language::Chinese),
        ("`la résolution sur les migrations`", Language::English),
    ] {
        assert_eq!(language(text, BlockKind::Paragraph), wanted, "{text}");
    }
    assert_eq!(
        language("sur les migrations et les droits", BlockKind::Code),
        Language::English
    );
}
