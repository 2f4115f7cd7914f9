//! Hovers over drawn drafts.

mod looks_far;
mod not_settled;
mod places;
mod unread;

use super::*;
use crate::fixture::Drawn;

/// The hover at the cursor of a drawn draft.
pub(super) fn at_cursor(drawn: &Drawn) -> Option<Hover> {
    let settings = Settings::default();
    hover(&drawn.resolved, &drawn.sources, &settings, drawn.cursor)
}

#[track_caller]
pub(super) fn check(drawing: &str, over: &str, expected: &str) {
    let drawn = Drawn::plain(drawing);
    let hover = at_cursor(&drawn).expect("a hover");
    assert_eq!(drawn.words(&hover.range), over);
    assert_eq!(hover.markdown, expected.trim());
}

#[test]
fn a_token_shows_what_it_is_and_the_paragraph_pointed_to() {
    check(
        r"
We were asked in
paragraph 15 of General Assembly resolution A/RES/67/$0172, and
                                            ^^^^^^^^^^^^^^ held A/RES/67/172
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ phrase
^^^^^^^^^^^^ paragraph 15
again by A/RES/67/172 to report.
         ^^^^^^^^^^^^ held A/RES/67/172
",
        "A/RES/67/172",
        r"
### A/RES/67/172

**Protection of migrants**

General Assembly resolution 67/172 · adopted on 20 December 2012 · 3 operative paragraphs

In your sources (A_RES_67_172.txt).

> **15.** Requests the Secretary-General to submit a report

Cited twice in this draft: lines 2 and 3.
",
    );
}

#[track_caller]
fn shown(drawing: &str) -> (String, String) {
    let drawn = Drawn::plain(drawing);
    let hover = at_cursor(&drawn).expect("a hover");
    (drawn.words(&hover.range), hover.markdown)
}

#[track_caller]
pub(super) fn contains(drawing: &str, expected: &str) {
    let (_, markdown) = shown(drawing);
    assert!(markdown.contains(expected), "{markdown}");
}

#[test]
fn the_paragraph_reference_and_the_phrase_show_the_same() {
    let (range, by_pinpoint) = shown(
        r"
On parag$0raphs 3 (a) and 4 of resolution 67/172 we say
                                          ^^^^^^ held A/RES/67/172
   ^^^^^^^^^^^^^^^^^^^^^^^^ paragraph 3 (a) and 4
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ phrase
",
    );
    assert_eq!(range, "paragraphs 3 (a) and 4");
    let (range, by_phrase) = shown(
        r"
On paragraphs 3 (a) and 4 of resol$0ution 67/172 we say
                                          ^^^^^^ held A/RES/67/172
   ^^^^^^^^^^^^^^^^^^^^^^ paragraph 3 (a) and 4
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ phrase
",
    );
    assert_eq!(range, "paragraphs 3 (a) and 4 of resolution 67/172");
    assert_eq!(by_pinpoint, by_phrase);
    assert!(by_phrase.contains("> **3 (a)** To promote"), "{by_phrase}");
    assert!(by_phrase.contains(r"> **4.** Expresses concern about \*racism\*"));
}

#[test]
fn what_is_wrong_says_why_and_what_was_meant() {
    check(
        r"
See A/HCR/53/26$0.
    ^^^^^^^^^^^ malformed
    ^^^^^^^^^^^ because No document symbol begins with A/HCR.
    ^^^^^^^^^^^ meant A/HRC/53/26: letters swapped
",
        "A/HCR/53/26",
        r"
### A/HCR/53/26

**Mistyped:** No document symbol begins with A/HCR.

Perhaps “A/HRC/53/26” (letters swapped).
",
    );
    contains(
        r"
See A/HCR/53/26$0.
    ^^^^^^^^^^^ malformed
    ^^^^^^^^^^^ because letters swapped
    ^^^^^^^^^^^ meant A/HRC/53/26: letters swapped
",
        "**Mistyped.**\n\nPerhaps “A/HRC/53/26” (letters swapped).",
    );
    contains(
        r"
See S/RES/$01325 (2001).
    ^^^^^^^^^^^^^^^^^^^ impossible S/RES/1325 (2001)
    ^^^^^^^^^^^^^^^^^^^ because Security Council resolution 1325 was adopted in 2000.
",
        "**Cannot be right:** Security Council resolution 1325 was adopted in 2000.",
    );
}

#[test]
fn what_is_not_held_is_never_said_not_to_exist() {
    contains(
        "\nSee A/RES/$066/1.\n    ^^^^^^^^^^ exists A/RES/66/1\n",
        "Exists, but is not in your sources.",
    );
    contains(
        "\nSee A/C.3/$01/L.1.\n    ^^^^^^^^^^^^^ unknown A/C.3/1/L.1\n",
        "Document · Third Committee\n\nNot in your sources.",
    );
    contains(
        "\nSee A/CONF.$01/1.\n    ^^^^^^^^^^^ unknown A/CONF.1/1\n",
        "\n\nNot in your sources.",
    );
    contains(
        "\nSee 35/$017.\n    ^^^^^^^ unknown\n",
        "### 35/17\n\nThe text does not say whose number this is.",
    );
}

#[test]
fn a_paragraph_that_is_not_there_is_said_so() {
    contains(
        r"
Paragraph $016 of resolution 67/172
                          ^^^^^^ held A/RES/67/172
^^^^^^^^^^^^^^ paragraph 16
",
        "**There is no paragraph 16:** the document has 15 operative paragraphs.",
    );
    contains(
        r"
Paragraph $03 (f) of resolution 67/172
                             ^^^^^^ held A/RES/67/172
^^^^^^^^^^^^^^^^^ paragraph 3 (f)
",
        "**There is no paragraph 3 (f):** paragraph 3 of the document ends with (a).",
    );
    contains(
        r"
Paragraph $02 of resolution 68/4
                         ^^^^ held A/RES/68/4
^^^^^^^^^^^^^ paragraph 2
",
        "Paragraph reference: para. 2. This copy has no paragraph numbers.",
    );
    contains(
        r"
Paragraph $02 of resolution 67/174
                         ^^^^^^ held A/RES/67/174
^^^^^^^^^^^^^ paragraph 2
",
        "Its words show here when the text is in your sources.",
    );
}

#[test]
fn an_article_of_a_resolution_is_explained() {
    let mut drawn = Drawn::plain(
        r"
Article $015 of resolution 67/172
                           ^^^^^^ held A/RES/67/172
^^^^^^^^^^^^ article 15
",
    );
    drawn.remake(|reference| {
        reference.paragraph = Some(sources::ParagraphAnswer::NotCheckable);
    });
    let hover = at_cursor(&drawn).unwrap();
    let expected = "Paragraph reference: art. 15. A resolution has paragraphs, not articles.";
    assert!(hover.markdown.contains(expected), "{}", hover.markdown);
}

#[test]
fn a_stated_date_is_compared() {
    contains(
        r"
67/1$072 of 19 December 2012
^^^^^^^^ held A/RES/67/172
            ^^^^^^^^^^^^^^^^ stated 2012-12-19 for 2012-12-20
",
        "**The date given here, 19 December 2012, is not the date of adoption, 20 December 2012.**",
    );
    contains(
        r"
67/1$072 of 20 December 2012
^^^^^^^^ held A/RES/67/172
            ^^^^^^^^^^^^^^^^ stated 2012-12-20
",
        "The date given here, 20 December 2012, is right.",
    );
    contains(
        r"
66/$01 of 20 December 2012
^^^^^^ exists A/RES/66/1
          ^^^^^^^^^^^^^^^^ stated 2012-12-20 unchecked
",
        "The date given here, 20 December 2012, could not be checked.",
    );
}

#[test]
fn a_treaty_shows_its_articles_and_series() {
    check(
        r"
article 9 of the Convention on the $0Rights of the Child
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ held Convention on the Rights of the Child
^^^^^^^^^ article 9
",
        "Convention on the Rights of the Child",
        r"
### Convention on the Rights of the Child

Treaty · adopted on 20 November 1989 · 54 articles · United Nations, *Treaty Series*, vol. 1577, No. 27531 · also “CRC”

In your sources (crc.txt).

> **Article 9.** A child shall not be separated from his or her parents

Cited once in this draft: line 1.
",
    );
}

#[test]
fn a_draft_s_own_symbol_is_no_citation() {
    check(
        r"
A/RES/$099/1
^^^^^^^^^^^^ unknown A/RES/99/1
^^^^^^^^^^^^ own
",
        "A/RES/99/1",
        r"
### A/RES/99/1

General Assembly resolution 99/1

This draft’s own symbol.
",
    );
}

#[test]
fn words_without_a_reference_show_nothing() {
    let drawn = Drawn::plain("Just $0words.\n");
    assert_eq!(at_cursor(&drawn), None);
}

#[test]
fn a_date_is_no_surer_than_it_is_known() {
    let mut drawn = Drawn::plain(
        r"
67/1$072 of 19 December 2012
^^^^^^^^ exists A/RES/67/172
            ^^^^^^^^^^^^^^^^ stated 2012-12-19 for 2012-12-20
",
    );
    drawn.remake(|reference| {
        reference.date_basis = Some(citation::facts::DateBasis::Texts(3));
    });
    let markdown = at_cursor(&drawn).unwrap().markdown;
    let expected =
        "The date given here is 19 December 2012; other texts that cite it say 20 December 2012.";
    assert!(markdown.contains(expected), "{markdown}");
}

/// The hover over a draft that is judged on a day with the built-in catalogue.
fn judged_on(day: &str, text: &str) -> String {
    let cursor = text.find("$0").unwrap();
    let text = text.replacen("$0", "", 1);
    let lexicon = sources::Sources::lexicon(&sources::Catalogue);
    let draft = draft::Draft::new(&text, draft::Dialect::Plain, lexicon);
    let today = citation::Date::parse_iso(day).unwrap();
    let resolved = resolve::resolve(&draft, &sources::Catalogue, today);
    hover(&resolved, &sources::Catalogue, &Settings::default(), cursor)
        .unwrap()
        .markdown
}

#[test]
fn a_volume_of_the_treaty_series_names_its_treaty() {
    let known = judged_on(
        "2025-06-01",
        "United Nations, Treaty Se$0ries, vol. 1577, No. 27531\n",
    );
    for part in [
        "Convention on the Rights of the Child",
        "Exists, but is not",
    ] {
        assert!(known.contains(part), "{known}");
    }
    let other = judged_on(
        "2025-06-01",
        "United Nations, Treaty Se$0ries, vol. 2899, No. 27531\n",
    );
    assert!(!other.contains("Convention"), "{other}");
}

#[test]
fn no_name_is_said_twice() {
    let sendai = judged_on(
        "2025-06-01",
        "the Sendai Framework for Disaster Ri$0sk Reduction 2015–2030 and others\n",
    );
    assert!(
        sendai.starts_with("### Sendai Framework for Disaster Risk Reduction 2015-2030\n\nGeneral")
    );
    let names =
        "also “SFDRR”, “Sendai Framework for Disaster Risk Reduction” and “Sendai Framework”";
    assert!(sendai.contains(names), "{sendai}");
    let covenants = judged_on("2025-06-01", "General Assembly resolution 2200 A (X$0XI)\n");
    assert_eq!(
        covenants.matches("A/RES/2200 A (XXI)").count(),
        1,
        "{covenants}"
    );
}

#[test]
fn what_came_later_is_shown_from_its_day_on() {
    let draft = "See A/C.3/79/L$0.37 on the matter.\n";
    let adopted = "Adopted as A/RES/79/179 of 17 December 2024. Revised by A/C.3/79/L.37/Rev.1 of 14 November 2024.";
    assert!(judged_on("2025-06-01", draft).contains(adopted));
    let revised = judged_on("2024-12-01", draft);
    assert!(
        revised.contains("Revised by A/C.3/79/L.37/Rev.1"),
        "{revised}"
    );
    assert!(!revised.contains("Adopted as"), "{revised}");
    let series = judged_on(
        "2025-06-01",
        "General Assembly resolution 77/2$048 on oceans\n",
    );
    let later = "A later resolution has the same title: A/RES/79/144 of 12 December 2024.";
    assert!(series.contains(later), "{series}");
}

#[test]
fn candidates_and_wrong_titles_are_shown() {
    let open = judged_on("2025-06-01", "resolution 48/$011 was recalled\n");
    let expected = "it may be A/RES/48/11, A/HRC/RES/48/11, ";
    assert!(open.contains(expected), "{open}");
    let titled = judged_on(
        "2025-06-01",
        "General Assembly resolution 79/$01, entitled “The Pact of the Future”\n",
    );
    let expected = "“The Pact of the Future”, is not that of the document, “";
    assert!(titled.contains(expected), "{titled}");
}
