//! Paragraph references around a citation.

use super::{finds, read};
use crate::scan::pinpoints;

#[test]
fn paragraph_references_stand_before_or_behind() {
    finds(
        "In paragraph 15 of its resolution 67/172 of 20 December 2012",
        &["67/172 = A/RES/67/172 [para. 15] {2012-12-20}"],
    );
    finds(
        "paragraph 15 of General Assembly resolution A/RES/67/172 of 20 December 2012",
        &["A/RES/67/172 = A/RES/67/172 [para. 15] {2012-12-20}"],
    );
    finds(
        "paragraphs 12–15 and 17 (b) of resolution 70/1",
        &["70/1 = A/RES/70/1 [paras. 12-15 and 17 (b)]"],
    );
    finds(
        "See A/78/481/Add.2, para. 139.",
        &["A/78/481/Add.2 = A/78/481/Add.2 [para. 139]"],
    );
    finds(
        "see resolution 69/313, annex, paras. 3-5.",
        &["69/313 = A/RES/69/313 [annex, paras. 3-5]"],
    );
    finds(
        "See A/62/20, paras. 117 and 118 and annex.",
        &["A/62/20 = A/62/20 [paras. 117 and 118 and annex]"],
    );
    finds(
        "(A/58/20), para. 12 and annex II; and",
        &["A/58/20 = A/58/20 [para. 12 and annex II]"],
    );
    finds(
        "with paragraph 3 and annex I to resolution 71/1, and",
        &["71/1 = A/RES/71/1 [para. 3 and annex I]"],
    );
    finds(
        "with annex I and annex III to resolution 71/1, and",
        &["71/1 = A/RES/71/1 [annexes I and III]"],
    );
    finds(
        "in A/62/20, para. 117 and para. 119, and",
        &["A/62/20 = A/62/20 [paras. 117 and 119]"],
    );
    finds(
        "in A/62/20, para. 117 and para. 119 of the report",
        &["A/62/20 = A/62/20 [para. 117]"],
    );
    // What follows "and" belongs to another text, or is part of a list.
    finds(
        "in A/62/20, para. 117 and annex II to the present report",
        &["A/62/20 = A/62/20 [para. 117]"],
    );
    finds(
        "A/73/12, vol. II, annex III, and others",
        &["A/73/12 = A/73/12 [vol. II, annex III]"],
    );
    finds(
        "article 18 of the Convention on the Rights of the Child",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child [art. 18]",
        ],
    );
    finds(
        "(A/67/53 and Corr.1), chap. IV, sect. A.",
        &[
            "A/67/53 = A/67/53 [chap. IV, sect. A]",
            "Corr.1 = A/67/53/Corr.1",
        ],
    );
}

#[test]
fn paragraph_references_come_in_many_forms() {
    for (text, wanted) in [
        ("section II of resolution 64/243", "sect. II"),
        (
            "resolution 64/243, annex, sect. III, para. 5",
            "annex, sect. III, para. 5",
        ),
        ("in resolution 64/243, in paragraph 20", "para. 20"),
        (
            "resolution 64/243, in particular paragraphs 3 and 4 thereof,",
            "paras. 3 and 4",
        ),
        (
            "resolution 64/243 of 24 December 2009, especially its annex",
            "annex",
        ),
        (
            "paragraphs 3 (a) to (c), 7 and 9–12 of resolution 64/243",
            "paras. 3 (a)-(c), 7 and 9-12",
        ),
        ("operative paragraph 15 of resolution 64/243", "para. 15"),
        ("OP15 of resolution 64/243", "para. 15"),
        ("OPs 3–5 of resolution 64/243", "paras. 3-5"),
        ("PP4 of resolution 64/243", "preambular para. 4"),
        (
            "paragraph 3, subparagraph (b), of resolution 64/243",
            "para. 3 (b)",
        ),
        (
            "the fourth preambular paragraph of resolution 64/243",
            "preambular para. 4",
        ),
        (
            "the second, third and fifth preambular paragraphs of resolution 64/243",
            "preambular paras. 2, 3 and 5",
        ),
        (
            "resolution 64/243, annex, principle VI",
            "annex, principle VI",
        ),
        (
            "paragraphs 1 to 5 of the annex to resolution 64/243",
            "annex, paras. 1-5",
        ),
        (
            "article 1F of the annex to resolution 64/243",
            "annex, art. 1F",
        ),
        ("part III of resolution 64/243", "part III"),
        ("resolution 64/243, p. 3", "p. 3"),
        ("resolution 64/243, para. 8.1 (c)", "para. 8.1 (c)"),
        ("Goal 10 of resolution 70/1", "goal 10"),
        (
            "targets 10.7 and 10.c of resolution 70/1",
            "targets 10.7 and 10.c",
        ),
        (
            "Goal 10, target 10.7, of resolution 70/1",
            "goal 10, target 10.7",
        ),
        ("objectives 7 to 9 of resolution 73/195", "objectives 7-9"),
        ("Action 39 of resolution 79/1", "action 39"),
        ("resolution 70/175, annex, rule 45", "annex, rule 45"),
        ("guideline 12 of resolution 45/112", "guideline 12"),
        ("paragraph 4.2, of resolution 64/243", "para. 4.2"),
        (
            "resolution 64/243, paras. 5 (a) (ii) and 6",
            "paras. 5 (a) (ii) and 6",
        ),
    ] {
        let found = read(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!(
            found[0].contains(&format!("[{wanted}]")),
            "{text}: {found:?}"
        );
    }
    for (text, wanted) in [
        ("article 18 (3) of the", "art. 18 (3)"),
        ("art. 2, para. 1, of the", "art. 2, para. 1"),
        ("articles 3, 5 and 9 of the", "arts. 3, 5 and 9"),
        ("Article 73 e of the", "art. 73 e"),
        ("paragraph 1 of article 5 of the", "art. 5, para. 1"),
    ] {
        finds(
            &format!("{text} Convention on the Rights of the Child."),
            &[&format!(
                "Convention on the Rights of the Child = Convention on the Rights of the Child [{wanted}]"
            )],
        );
    }
    for text in [
        "resolution 64/243, paragraph 5 above",
        "resolution 64/243, in 2009",
        "resolution 64/243, the second of its kind",
        "resolution 64/243, and in particular the report",
        "as noted in paragraph 5, resolution 64/243",
    ] {
        finds(text, &["64/243 = A/RES/64/243"]);
    }
}

#[test]
fn parts_in_words_and_annexes_in_order_are_places() {
    for (text, wanted) in [
        (
            "A/59/19/Rev.1), part one, chap. III, sect. D, para. 56.",
            "part one, chap. III, sect. D, para. 56",
        ),
        ("A/59/19/Rev.1), Part Two, chap. I.", "part two, chap. I"),
    ] {
        finds(
            &format!("Supplement No. 19 ({text}"),
            &[&format!("A/59/19/Rev.1 = A/59/19/Rev.1 [{wanted}]")],
        );
    }
    for (text, wanted) in [
        ("fifth annex to the", "annex V"),
        ("article 37, paragraph (b), of the", "art. 37 (b)"),
        ("article 1, paragraph 2, common to the", "art. 1, para. 2"),
    ] {
        finds(
            &format!("{text} Convention on the Rights of the Child."),
            &[&format!(
                "Convention on the Rights of the Child = Convention on the Rights of the Child [{wanted}]"
            )],
        );
    }
}

#[test]
fn places_further_on_may_point_back() {
    finds(
        "resolution 67/172 on international years, in particular paragraphs 1 to \n10 of the annex thereto on criteria",
        &["67/172 = A/RES/67/172 [annex, paras. 1-10]"],
    );
    finds(
        "resolution 2373 (XXII) of 12 June 1968, the annex to which contains the text",
        &["2373 (XXII) = A/RES/2373 (XXII) [annex] {1968-06-12}"],
    );
    finds(
        "In resolution 67/172, the Assembly decided, in paragraph 20, to consider",
        &["67/172 = A/RES/67/172 [para. 20]"],
    );
    for text in [
        "In resolution 67/172, the report says, in paragraph 20, that",
        "In resolution 67/172, the Assembly says, in paragraph 20 above, that",
        "In resolution 67/172, the Assembly says, in paragraph 20 of the plan, that",
        "resolution 67/172 on the Charter, in particular article 3 thereof",
        "resolution 67/172, the forum will review several goals, including Goal 16, in depth",
        "resolution 67/172, the forum will review the compact, in particular objectives 3 and 5, in depth",
        "resolution 67/172 on the rights, in particular paragraph 3 of the report",
        "resolution 67/172 on the rights, and paragraph 3 thereof",
    ] {
        assert!(!read(text)[0].contains('['), "{text}");
    }
}

#[test]
fn lawyers_put_articles_beside_an_acronym() {
    finds(
        "Under Art. 16(4) ICRMW, Article 9 CRC and arts. 6 and 7 ICRMW, it is the last resort.",
        &[
            "ICRMW = Migrant Workers Convention [art. 16 (4)]",
            "CRC = Convention on the Rights of the Child [art. 9]",
            "ICRMW = Migrant Workers Convention [arts. 6 and 7]",
        ],
    );
    finds(
        "(ICRMW art. 16; CRC, art. 37 (b))",
        &[
            "ICRMW = Migrant Workers Convention [art. 16]",
            "CRC = Convention on the Rights of the Child [art. 37 (b)]",
        ],
    );
    finds(
        "A/HRC/40/1, para. 5 and article 9 ICRMW",
        &[
            "A/HRC/40/1 = A/HRC/40/1 [para. 5]",
            "ICRMW = Migrant Workers Convention [art. 9]",
        ],
    );
    // A paragraph is no place in a treaty by itself, nor is a figure that ends a sentence.
    finds(
        "As said in paragraph 4 ICRMW bodies met. In article 9. ICRMW came later.",
        &[
            "ICRMW = Migrant Workers Convention",
            "ICRMW = Migrant Workers Convention",
        ],
    );
}

#[test]
fn the_rest_of_a_reference_may_stand_apart() {
    finds(
        "Economic and Social Council resolution 1980/67 of 25 July 1980 on international years, in particular paragraphs 1 to 10 of the annex thereto on the agreed criteria, as well as paragraphs 13 and 14, in which",
        &["1980/67 = E/RES/1980/67 [annex, paras. 1-10, 13 and 14] {1980-07-25}"],
    );
    finds(
        "resolution 67/172 on migrants, in particular paragraphs 1 to 10 of the annex thereto, as well as paragraphs 13 and 14 of the report",
        &["67/172 = A/RES/67/172 [annex, paras. 1-10]"],
    );
    for of_another in [
        "and paragraph 13, of the letter",
        "and paragraph 13, to the note",
        "as well as paragraph 13, in the report",
        "as well as paragraph 13, section II, of the report",
    ] {
        finds(
            &format!(
                "resolution 67/172 on migrants, in particular paragraph 4 thereof, {of_another}"
            ),
            &["67/172 = A/RES/67/172 [para. 4]"],
        );
    }
}

#[test]
fn the_rest_of_a_reference_ends_before_the_next_number() {
    let text = ", in particular paragraph 4 thereof, and paragraphs 13 and 14, in which";
    let behind = |last: &str| text.find(last).unwrap() + last.len();
    let last_label = |limit| {
        let found = pinpoints::pointing_back(text, 0..limit).unwrap();
        found.steps[0].labels.last().unwrap().0.clone()
    };
    assert_eq!(&*last_label(behind("14")), "14");
    assert_eq!(&*last_label(behind("13")), "4");
}

#[test]
fn lawyers_leave_out_stops() {
    finds(
        "CMW/C/GC/2 at paras 49–53 and A/HRC/20/24 para 9 and A/78/172 at page ends",
        &[
            "CMW/C/GC/2 = CMW/C/GC/2 [paras. 49-53]",
            "A/HRC/20/24 = A/HRC/20/24 [para. 9]",
            "A/78/172 = A/78/172",
        ],
    );
    finds("A/78/172 para. 5 of the report", &["A/78/172 = A/78/172"]);
    finds(
        "A/HRC/20/24 (Arts 3 and 4)",
        &["A/HRC/20/24 = A/HRC/20/24 [arts. 3 and 4]"],
    );
}

#[test]
fn lines_in_capitals_keep_their_articles() {
    for (text, wanted) in [
        (
            "ICRMW ART. 9",
            "ICRMW = Migrant Workers Convention [art. 9]",
        ),
        (
            "RIGHTS UNDER ICRMW ARTS. 16 AND 17",
            "ICRMW = Migrant Workers Convention [arts. 16 and 17]",
        ),
        (
            "CRC ART 12",
            "CRC = Convention on the Rights of the Child [art. 12]",
        ),
        (
            "CRC aRt. 12",
            "CRC = Convention on the Rights of the Child [art. 12]",
        ),
        ("CCPR/C/GC/35 ART 4", "CCPR/C/GC/35 = CCPR/C/GC/35 [art. 4]"),
        (
            "A/RES/67/172 ART. 3",
            "A/RES/67/172 = A/RES/67/172 [art. 3]",
        ),
        (
            "chapter 5 of ICRMW ART. 3",
            "ICRMW = Migrant Workers Convention [art. 3]",
        ),
    ] {
        finds(text, &[wanted]);
    }
    for (text, wanted) in [
        (
            "CRC ART AND 12 OTHERS",
            "CRC = Convention on the Rights of the Child",
        ),
        ("ICRMW ARMY 9", "ICRMW = Migrant Workers Convention"),
        ("A/RES/67/172 ARTISTS 3", "A/RES/67/172 = A/RES/67/172"),
    ] {
        finds(text, &[wanted]);
    }
}

#[test]
fn labels_may_have_an_inserted_word_or_a_capital() {
    finds(
        "paragraph 12bis of resolution 64/243",
        &["64/243 = A/RES/64/243 [para. 12bis]"],
    );
    finds(
        "paragraphs 12 bis and 13 of resolution 64/243",
        &["64/243 = A/RES/64/243 [paras. 12 bis and 13]"],
    );
    finds(
        "article 1F of the annex to resolution 64/243",
        &["64/243 = A/RES/64/243 [annex, art. 1F]"],
    );
}

#[test]
fn an_article_stands_beside_another_with_its_paragraph() {
    finds(
        "the Convention on the Rights of the Child (art. 2, para. 1, and arts. 15 and 23) and \
         article 3, paragraph 2, and article 9 of the Convention on the Rights of the Child",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child [art. 2, para. 1 and arts. 15 and 23]",
            "Convention on the Rights of the Child = Convention on the Rights of the Child [art. 3, para. 2 and art. 9]",
        ],
    );
}
