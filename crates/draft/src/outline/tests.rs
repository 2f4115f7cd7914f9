//! Each sample draws its blocks: `kind|text`, line breaks as `⏎`.

use std::fmt::Write;

use crate::{BlockKind, Dialect, Draft};

fn drawn(text: &str, dialect: Dialect) -> String {
    let draft = Draft::new(text, dialect, std::sync::Arc::default());
    let mut drawing = String::new();
    for block in draft.blocks() {
        let kind = match block.kind {
            BlockKind::FrontMatter => "front".to_owned(),
            BlockKind::Heading(level) => format!("h{level}"),
            BlockKind::Paragraph => "p".to_owned(),
            BlockKind::ListItem => "li".to_owned(),
            BlockKind::Quotation => "quote".to_owned(),
            BlockKind::Table => "table".to_owned(),
            BlockKind::Code => "code".to_owned(),
            BlockKind::Html => "html".to_owned(),
            BlockKind::FootnoteDefinition => "note".to_owned(),
            BlockKind::Furniture => "page".to_owned(),
            BlockKind::ForeignTitles => "foreign".to_owned(),
        };
        let words = draft
            .slice(block.span.clone())
            .replace("\r\n", "⏎")
            .replace('\n', "⏎");
        let _ = writeln!(drawing, "{kind}|{words}");
    }
    drawing
}

#[track_caller]
fn markdown(text: &str, blocks: &[&str]) {
    assert_eq!(drawn(text, Dialect::Markdown), blocks.join("\n") + "\n");
}

#[track_caller]
fn plain(text: &str, blocks: &[&str]) {
    assert_eq!(drawn(text, Dialect::Plain), blocks.join("\n") + "\n");
}

#[test]
fn headings_and_paragraphs() {
    markdown(
        "# One\n## Two ##\nwords\nmore\n\nThree\n===\nFour\nfive\n---\n\n***\n#six\n",
        &[
            "h1|# One",
            "h2|## Two ##",
            "p|words⏎more",
            "h1|Three⏎===",
            "h2|Four⏎five⏎---",
            "p|#six",
        ],
    );
}

#[test]
fn front_matter_stands_only_at_the_top() {
    markdown(
        "---\r\ndate: 2013-11-01\r\n---\r\nText\r\n",
        &["front|---⏎date: 2013-11-01⏎---", "p|Text"],
    );
    markdown("Text\n\n---\nkey: value\n", &["p|Text", "p|key: value"]);
}

#[test]
fn list_items_are_blocks_of_their_own() {
    markdown(
        "- one\n  goes on\n- two\n  - nested\n\n    paragraph of it\n\n        code of it\n\nafter\n1. first\n2. second\n",
        &[
            "li|- one⏎  goes on",
            "li|- two",
            "li|  - nested",
            "p|    paragraph of it",
            "code|        code of it",
            "p|after",
            "li|1. first",
            "li|2. second",
        ],
    );
    markdown(
        "in resolution\n67. This is no list\n",
        &["p|in resolution⏎67. This is no list"],
    );
}

#[test]
fn code_is_fenced_or_indented() {
    markdown(
        "words\n```rust\n# no heading\n\n- none\n```\n    indented\n\n    more\nwords\n~~~\nunclosed\n```\n",
        &[
            "p|words",
            "code|```rust⏎# no heading⏎⏎- none⏎```",
            "code|    indented⏎⏎    more",
            "p|words",
            "code|~~~⏎unclosed⏎```",
        ],
    );
    markdown(
        "- ```\n  in an item\n  ```\nafter\n",
        &["code|- ```⏎  in an item⏎  ```", "p|after"],
    );
}

#[test]
fn quotations_tables_and_notes() {
    markdown(
        "> one\n> two\nlazy\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\na row\n\nafter\n[^1]: Note\nlazy\n\n    its second paragraph\n\n[^b]: Other\n",
        &[
            "quote|> one⏎> two⏎lazy",
            "table|| a | b |⏎|---|:-:|⏎| 1 | 2 |⏎a row",
            "p|after",
            "note|[^1]: Note⏎lazy⏎⏎    its second paragraph",
            "note|[^b]: Other",
        ],
    );
}

#[test]
fn html_ends_at_its_mark_or_at_a_blank_line() {
    markdown(
        "<!-- penholder: ignore C003\n\nbecause -->\nwords <b>bold</b>\n\n<div>\ninside\n</div>\n\nafter <!-- x -->\n",
        &[
            "html|<!-- penholder: ignore C003⏎⏎because -->",
            "p|words <b>bold</b>",
            "html|<div>⏎inside⏎</div>",
            "p|after <!-- x -->",
        ],
    );
}

const RESOLUTION: &str = "United Nations\n\nA/RES/90/7\n\nGeneral Assembly\n\nDistr.: General\n3 April 2036\n\nNinetieth session\n\nResolution adopted by the General Assembly on 20 December 2035\n\n90/7. Care of lighthouses\nThe General Assembly,\nRecalling its resolution 89/1 of 1 December 2034, 1\nNoting the state of many lighthouses, 2 and\nthe need for paint,\n_______________\n\n1\n\nSee A/89/1.\n2\nIbid., vol. 3, of the Collected\nAccounts.\n3 Ibid.\n\n35-48892 (E)\n\n*3548892*\n\nPlease recycle\n\nA/RES/90/7\n\nCare of lighthouses\n\nRequests painters to\n1.\npaint:\n(a) Once a year;\n(b) As set out in paragraph 3\n(e) of the annex.\n2/9\n\nA/RES/90/7 is cited here.\n";

#[test]
fn plain_text_from_a_page_loses_its_furniture() {
    plain(
        RESOLUTION,
        &[
            "p|United Nations",
            "p|A/RES/90/7",
            "p|General Assembly",
            "p|Distr.: General⏎3 April 2036",
            "p|Ninetieth session",
            "p|Resolution adopted by the General Assembly on 20 December 2035",
            "h1|90/7. Care of lighthouses",
            "p|The General Assembly,",
            "p|Recalling its resolution 89/1 of 1 December 2034, 1",
            "p|Noting the state of many lighthouses, 2 and⏎the need for paint,",
            "note|1⏎⏎See A/89/1.",
            "note|2⏎Ibid., vol. 3, of the Collected⏎Accounts.",
            "note|3 Ibid.",
            "page|35-48892 (E)",
            "page|*3548892*",
            "page|Please recycle",
            "page|A/RES/90/7",
            "page|Care of lighthouses",
            "p|Requests painters to⏎1.⏎paint:",
            "li|(a) Once a year;",
            "li|(b) As set out in paragraph 3⏎(e) of the annex.",
            "page|2/9",
            "p|A/RES/90/7 is cited here.",
        ],
    );
}

#[test]
fn a_title_over_several_lines_is_one_heading_and_one_running_head() {
    let top = "United Nations\nA/RES/90/7\n \nGeneral Assembly\nDistr.: General\n \n";
    plain(
        &format!(
            "{top} 90/7.  Care of lighthouses on \nislands and of their \nkeepers \n \nThe General Assembly, \n\nNoting the care of \nkeepers \nand others,\n\nA/RES/90/7 \nCare of lighthouses on islands \nand of their keepers \n35-48892\n2/4 \n \nStressing care,\n\nCare of lighthouses on islands \nand others.\n"
        ),
        &[
            "p|United Nations⏎A/RES/90/7",
            "p|General Assembly⏎Distr.: General",
            "h1| 90/7.  Care of lighthouses on ⏎islands and of their ⏎keepers ",
            "p|The General Assembly, ",
            "p|Noting the care of ⏎keepers ⏎and others,",
            "page|A/RES/90/7 ",
            "page|Care of lighthouses on islands ⏎and of their keepers ",
            "page|35-48892",
            "page|2/4 ",
            "p|Stressing care,",
            "p|Care of lighthouses on islands ⏎and others.",
        ],
    );
}

#[test]
fn a_day_at_the_beginning_of_a_line_begins_no_note() {
    plain(
        "It met.1\n_____\n1 Held in the Town of Lights, 24 July–\n4 August 2030, and again on\n6 May.\n2 Ibid.\n",
        &[
            "p|It met.1",
            "note|1 Held in the Town of Lights, 24 July–⏎4 August 2030, and again on⏎6 May.",
            "note|2 Ibid.",
        ],
    );
}

#[test]
fn the_number_of_a_paragraph_and_its_words_are_one_block() {
    plain(
        "1. \nReaffirms its resolution; \n \n2.\nDecides to go on.\n \n* * * \n3. Welcomes it.\n(a) \nOne;\n",
        &[
            "p|1. ⏎Reaffirms its resolution; ",
            "p|2.⏎Decides to go on.",
            "p|3. Welcomes it.",
            "li|(a) ⏎One;",
        ],
    );
    let draft = Draft::new("2.\nDecides.\n", Dialect::Plain, std::sync::Arc::default());
    let opening = draft.blocks().get(0).unwrap().marks.opening.clone();
    assert!(
        matches!(opening, Some(crate::Opening::Paragraph { number: 2, .. })),
        "{opening:?}"
    );
}

#[test]
fn plain_headings_stand_alone() {
    plain(
        "I. Introduction\n\nWords of\nthe text.\n\nA. Scope\n\n1. State care\n\n1. The report\nis long.\n\n2\n\nANNEX TO THE TEXT\n\n\x0cNext page\n",
        &[
            "h1|I. Introduction",
            "p|Words of⏎the text.",
            "h2|A. Scope",
            "h3|1. State care",
            "p|1. The report⏎is long.",
            "page|2",
            "h1|ANNEX TO THE TEXT",
            "p|\x0cNext page",
        ],
    );
}

#[test]
fn headings_stand_alone_where_every_paragraph_has_one_line() {
    plain(
        "I. Introduction\n1. The Committee met.\n2. It is glad.\nII. Law\nA. Old law\n3. The law is good.\nPositive aspects\n4. It is told.\n",
        &[
            "h1|I. Introduction",
            "p|1. The Committee met.",
            "p|2. It is glad.",
            "h1|II. Law",
            "h2|A. Old law",
            "p|3. The law is good.",
            "p|Positive aspects",
            "p|4. It is told.",
        ],
    );
    // A name that a line break has parted is none.
    plain(
        "3. The report was written by Mr. J.\nA. Smith and by others who have\nread it.\n",
        &["p|3. The report was written by Mr. J.⏎A. Smith and by others who have⏎read it."],
    );
}

#[test]
fn titles_of_other_documents_come_before_the_draft() {
    plain(
        "Re. Resolution A/RES/90/7\n\nSimilar documents\nResolution adopted by the General Assembly on 1 May\n\nONE\n\nTWO\n\nTranscription:\n\nThe draft.\n",
        &[
            "foreign|Re. Resolution A/RES/90/7",
            "foreign|Similar documents",
            "foreign|Resolution adopted by the General Assembly on 1 May",
            "foreign|ONE",
            "foreign|TWO",
            "foreign|Transcription:",
            "p|The draft.",
        ],
    );
}

#[test]
fn an_enormous_line_is_cut_at_sentences() {
    let mut sentences = String::new();
    for parish in 0..4_000 {
        let _ = write!(
            sentences,
            "The lighthouses of parish {parish} are waiting. "
        );
    }
    let draft = Draft::new(&sentences, Dialect::Plain, std::sync::Arc::default());
    let spans: Vec<_> = draft
        .blocks()
        .iter()
        .map(|block| block.span.clone())
        .collect();
    assert!(spans.len() > 6);
    assert!(spans.iter().all(|span| span.len() <= super::LONG));
    assert!(spans.windows(2).all(|two| two[0].end == two[1].start));
    assert!(
        spans
            .iter()
            .all(|span| sentences[span.clone()].starts_with("The "))
    );
}

#[test]
fn the_outline_lists_headings() {
    let draft = Draft::new(RESOLUTION, Dialect::Plain, std::sync::Arc::default());
    let outline = draft.outline();
    assert_eq!(outline.len(), 1);
    assert_eq!(
        (outline[0].level, &*outline[0].title),
        (1, "90/7. Care of lighthouses")
    );
    assert_eq!(draft.date(), citation::Date::new(2035, 12, 20));
}

#[test]
fn a_number_alone_on_its_line_stays_with_its_words() {
    plain(
        "Noting the role established pursuant to \nresolution \n1373 \n(2001) \nconcerning \nit.\n",
        &["p|Noting the role established pursuant to ⏎resolution ⏎1373 ⏎(2001) ⏎concerning ⏎it."],
    );
}

#[test]
fn a_day_begins_no_note_and_a_noun_no_paragraph() {
    plain(
        "words\n__________\n3 Report of the Summit, Town,\n26 August 2002, chap. I.\n4 Ibid.\n",
        &[
            "p|words",
            "note|3 Report of the Summit, Town,⏎26 August 2002, chap. I.",
            "note|4 Ibid.",
        ],
    );
    plain(
        "the Convention on the Production,\nStockpiling and Use of Bells,\nRecalling and reaffirming it,\n",
        &[
            "p|the Convention on the Production,⏎Stockpiling and Use of Bells,",
            "p|Recalling and reaffirming it,",
        ],
    );
}

#[test]
fn a_quoted_message_stands_apart_in_plain_text() {
    plain(
        "You wrote:\n> We rely on the Universal Declaration of Human\n> Rights.\n>\n>> 67/172 of 20\n>> December\nYes.\n",
        &[
            "p|You wrote:",
            "quote|> We rely on the Universal Declaration of Human⏎> Rights.",
            "quote|>⏎>> 67/172 of 20⏎>> December",
            "p|Yes.",
        ],
    );
    plain(
        "The share was\n> 50 per cent in all\nyears.\n",
        &["p|The share was⏎> 50 per cent in all⏎years."],
    );
}
