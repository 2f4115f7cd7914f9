//! Places that stand apart from their citation: "and Article 9 thereof", those of lists of articles with acronyms, those behind
//! a title that ends with a treaty.

use super::finds;

const CHILD: &str = "Convention on the Rights of the Child = Convention on the Rights of the Child";

#[test]
fn a_place_that_points_back_is_added() {
    for (text, wanted) in [
        (
            "Paragraph 4 of resolution 67/172, and paragraphs 6 to 9 thereof, apply.",
            "67/172 = A/RES/67/172 [paras. 4 and 6-9]",
        ),
        (
            "Paragraph 4 of resolution 67/172 and the annex thereto",
            "67/172 = A/RES/67/172 [para. 4 and annex]",
        ),
        (
            "resolution 67/172 and annex I thereto",
            "67/172 = A/RES/67/172 [annex I]",
        ),
        (
            "article 3 of the Convention on the Rights of the Child and Article 9 thereof",
            &format!("{CHILD} [arts. 3 and 9]"),
        ),
        (
            "resolution 67/172 and the guiding principles contained in the annex thereto",
            "67/172 = A/RES/67/172 [annex]",
        ),
    ] {
        finds(text, &[wanted]);
    }
    for text in [
        "resolution 67/172 and the report, and the annex thereto",
        "resolution 67/172 and the letter contained in the annex thereto",
        "resolution 67/172. Paragraph 5 thereof",
        "resolution 67/172 and the parts thereof",
        "the report pursuant to resolution 67/172 and paragraph 5 thereof",
    ] {
        finds(text, &["67/172 = A/RES/67/172"]);
    }
}

#[test]
fn each_treaty_of_a_list_has_the_article_before_it() {
    finds(
        "Articles 7 CRC, 24(3) ICRMW and 5 CRC say so, as do 12 CRC, and others.",
        &[
            "CRC = Convention on the Rights of the Child [art. 7]",
            "ICRMW = Migrant Workers Convention [art. 24 (3)]",
            "CRC = Convention on the Rights of the Child",
            "CRC = Convention on the Rights of the Child",
        ],
    );
    finds(
        "Articles 7 CRC, 24(3) ICRMW and 5 CRC.",
        &[
            "CRC = Convention on the Rights of the Child [art. 7]",
            "ICRMW = Migrant Workers Convention [art. 24 (3)]",
            "CRC = Convention on the Rights of the Child [art. 5]",
        ],
    );
}

#[test]
fn a_paragraph_behind_the_treaty_that_ends_the_title_of_a_comment_is_the_comments() {
    finds(
        "general comment No. 91 (1990) on the duties of parties to the Convention on the Rights of the Child, para. 15; general comment No. 92 (1990) on the Convention on the Rights of the Child, art. 15",
        &[
            "general comment No. 91 (1990) = general comment No. 91 (1990) [para. 15]",
            CHILD,
            "general comment No. 92 (1990) = general comment No. 92 (1990)",
            &format!("{CHILD} [art. 15]"),
        ],
    );
}

#[test]
fn paragraphs_of_articles_are_counted_in_words() {
    for text in [
        "article 49, sixth paragraph, of the Convention on the Rights of the Child",
        "the sixth paragraph of article 49 of the Convention on the Rights of the Child",
        "the Convention on the Rights of the Child, art. 49, sixth para.",
    ] {
        finds(text, &[&format!("{CHILD} [art. 49, para. 6]")]);
    }
    finds(
        "the sixth paragraph of the Convention on the Rights of the Child",
        &[CHILD],
    );
}

#[test]
fn a_preamble_is_a_place_without_number() {
    for text in [
        "the preamble to the Convention on the Rights of the Child",
        "the preamble of the Convention on the Rights of the Child",
        "the Convention on the Rights of the Child (preamble)",
        "the Convention on the Rights of the Child, preamble",
    ] {
        finds(text, &[&format!("{CHILD} [preamble]")]);
    }
    finds(
        "In the preamble I see the Convention on the Rights of the Child.",
        &[CHILD],
    );
}

#[test]
fn a_place_stands_behind_the_possessive_of_its_document() {
    for text in [
        "the Convention on the Rights of the Child's article 3",
        "the Convention on the Rights of the Child\u{2019}s article 3 says",
    ] {
        finds(text, &[&format!("{CHILD} [art. 3]")]);
    }
    for text in [
        "the Convention on the Rights of the Child's parts",
        "the Convention on the Rights of the Child's article 3 of the draft",
    ] {
        finds(text, &[CHILD]);
    }
}

#[test]
fn a_paragraph_alone_closes_the_sentence_that_tells_what_a_resolution_says() {
    for (text, wanted) in [
        (
            "In resolution 67/172, the Assembly requested a review (para. 7).",
            "67/172 = A/RES/67/172 [para. 7]",
        ),
        (
            "In the outcome (resolution 67/172, annex), they invited States to act (paras. 7 and 8); it is so.",
            "67/172 = A/RES/67/172 [annex, paras. 7 and 8]",
        ),
    ] {
        finds(text, &[wanted]);
    }
    for text in [
        "Following resolution 67/172, the expert went there (para. 7).",
        "In resolution 67/172, the Assembly requested a report, which is short (para. 7).",
        "In resolution 67/172, the Assembly requested a review (para. 7 below).",
        "In resolution 67/172, the Assembly requested a review (para. 7) of all.",
        "Resolution 67/172 is old. The expert requested a review (para. 7).",
        "The expert, whose mandate rests on resolution 67/172, recommends a review (para. 7).",
        "In her report on resolution 67/172, the Assembly requested a review (para. 7).",
        "In resolution 67/172, the Committee requested a review (para. 7).",
        "The Committee invited States to apply resolution 67/172, and recommended a review (para. 7).",
    ] {
        finds(text, &["67/172 = A/RES/67/172"]);
    }
    finds(
        "Resolution 67/171 and resolution 67/172 requested a review (para. 7).",
        &["67/171 = A/RES/67/171", "67/172 = A/RES/67/172"],
    );
}

#[test]
fn an_article_thereof_is_that_of_the_treaty_and_not_of_what_adopted_it() {
    finds(
        "the Convention on the Rights of the Child, adopted in resolution 44/25, and article 6 thereof",
        &[&format!("{CHILD} [art. 6]"), "44/25 = A/RES/44/25"],
    );
    finds(
        "resolution 44/25, and article 6 thereof",
        &["44/25 = A/RES/44/25"],
    );
}

#[test]
fn the_name_of_the_organization_and_marks_of_quotation_stand_between_a_place_and_its_document() {
    finds(
        "Article 6 of the UN Convention on the Rights of the Child says so",
        &[&format!("{CHILD} [art. 6]")],
    );
    finds(
        "paragraph 6 of \u{201C}Convention on the Rights of the Child\u{201D} says so",
        &[&format!("{CHILD} [para. 6]")],
    );
}

#[test]
fn a_place_in_the_annex_stands_behind_the_parenthesis_that_names_it() {
    finds(
        "It was agreed (resolution 71/256, annex), para. 107",
        &["71/256 = A/RES/71/256 [annex, para. 107]"],
    );
    finds(
        "the New Urban Agenda (resolution 71/256, annex), para. 107",
        &[
            "New Urban Agenda = back [para. 107]",
            "71/256 = A/RES/71/256 [annex]",
        ],
    );
    finds(
        "the New Urban Agenda (resolution 71/256, annex), annex II of the report",
        &["New Urban Agenda = back", "71/256 = A/RES/71/256 [annex]"],
    );
    finds(
        "the New Urban Agenda (resolution 71/256, annex), paragraph 107 of the report",
        &["New Urban Agenda = back", "71/256 = A/RES/71/256 [annex]"],
    );
}

#[test]
fn a_letter_behind_a_number_is_inside_the_paragraph_before_it() {
    finds(
        "paragraph 8 (a) of resolution 1718 (2006), in particular subparagraph (iii)",
        &["1718 (2006) = ? [para. 8 (a)]"],
    );
}
