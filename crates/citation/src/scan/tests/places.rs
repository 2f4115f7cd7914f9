//! Paragraph references without a comma or joining words, as lawyers and drafters shorten them.

use super::finds;

#[test]
fn a_document_says_at_which_of_its_places() {
    finds(
        "Resolution 67/172 states in paragraph 5 that it is so, as the Convention on the Rights of the Child provides in its article 3.",
        &[
            "67/172 = A/RES/67/172 [para. 5]",
            "Convention on the Rights of the Child = Convention on the Rights of the Child [art. 3]",
        ],
    );
    finds(
        "The report on resolution 67/172 states in paragraph 5 that it is so; resolution 67/173 states in paragraph 5 of its annex that; resolution 67/174 notes in paragraph 5 of the report that",
        &[
            "67/172 = A/RES/67/172",
            "67/173 = A/RES/67/173",
            "67/174 = A/RES/67/174",
        ],
    );
}

#[test]
fn a_dash_between_spaces_joins_a_range_of_which_nothing_is_counted() {
    finds(
        "A/67/267, paras 14 - 16, and A/67/268, paras. 14 - 16; A/67/269, para. 5 - 12 States abstained",
        &[
            "A/67/267 = A/67/267 [paras. 14-16]",
            "A/67/268 = A/67/268 [paras. 14-16]",
            "A/67/269 = A/67/269 [para. 5]",
        ],
    );
}

#[test]
fn courts_cite_the_paragraphs_of_articles_by_their_sign() {
    finds(
        "article 12 § 1 of the Convention on the Rights of the Child, articles 3 § 1 and 12 CRC",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child [art. 12 (1)]",
            "CRC = Convention on the Rights of the Child [arts. 3 (1) and 12]",
        ],
    );
}

#[test]
fn an_annex_or_a_part_may_follow_without_a_comma() {
    finds(
        "A/RES/73/195 annex, para. 45, and ICRMW part III, para. 7; A/RES/73/196 annex. It took A/RES/73/197 part of the way; A/RES/73/198 annex of the letter",
        &[
            "A/RES/73/195 = A/RES/73/195 [annex, para. 45]",
            "ICRMW = Migrant Workers Convention [part III, para. 7]",
            "A/RES/73/196 = A/RES/73/196 [annex]",
            "A/RES/73/197 = A/RES/73/197",
            "A/RES/73/198 = A/RES/73/198",
        ],
    );
}

#[test]
fn a_place_stands_behind_the_day_of_a_document() {
    finds(
        "See A/HRC/20/24, 2 April 2012, paras. 68-70, and S/RES/2664 (2022), 9 December 2022, para. 1; A/67/267, 5 States.",
        &[
            "A/HRC/20/24 = A/HRC/20/24 [paras. 68-70]",
            "S/RES/2664 (2022) = S/RES/2664 (2022) [para. 1]",
            "A/67/267 = A/67/267",
        ],
    );
}

#[test]
fn the_day_of_a_resolution_stands_in_parentheses() {
    finds(
        "S/RES/2240 (9 October 2015), para. 7; A/RES/67/172 (20 December 2012)",
        &[
            "S/RES/2240 = S/RES/2240 [para. 7] {2015-10-09}",
            "A/RES/67/172 = A/RES/67/172 {2012-12-20}",
        ],
    );
}

#[test]
fn an_article_stands_behind_a_name_without_a_comma() {
    finds(
        "Convention on the Rights of the Child Articles 2 (1) and 26; resolution 67/172 paragraph 15 says so.",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child [arts. 2 (1) and 26]",
            "67/172 = A/RES/67/172 [para. 15]",
        ],
    );
}

#[test]
fn places_may_stand_behind_a_title() {
    for (text, wanted) in [
        (
            "resolution 67/172 of 20 December 2012, entitled \u{201C}Protection of migrants\u{201D}, para. 12, and",
            "67/172 = A/RES/67/172 [para. 12] {2012-12-20}",
        ),
        (
            "resolution 67/172, \"Protection of migrants\" (paras. 12 and 13)",
            "67/172 = A/RES/67/172 [paras. 12 and 13]",
        ),
        (
            "resolution 67/172, entitled \"Protection of migrants\", paragraph 12 of the report",
            "67/172 = A/RES/67/172",
        ),
    ] {
        finds(text, &[wanted]);
    }
}

#[test]
fn paragraphs_of_one_article_make_a_range() {
    finds(
        "Art. 17(8)-(9) CCPR, and",
        &["CCPR = International Covenant on Civil and Political Rights [arts. 17 (8)-(9)]"],
    );
}

#[test]
fn an_article_of_its_own_stands_behind_words_that_lead_to_it() {
    finds(
        "the Nouméa Accord, in accordance with its article 4, paragraph 2, and",
        &["Nouméa Accord = title [art. 4, para. 2]"],
    );
    finds(
        "the Nouméa Accord, in accordance with its article 4 of the Code",
        &["Nouméa Accord = title"],
    );
}

#[test]
fn committees_put_the_paragraphs_of_articles_in_parentheses() {
    for (text, wanted) in [
        (
            "the Nouméa Accord, articles 9 (paras. 1 and 3), 14 (para. 1) and 21.",
            "Nouméa Accord = title [arts. 9 (1), 9 (3), 14 (1) and 21]",
        ),
        (
            "articles 9 (1) and (3), 14 (1) and 21 of the Nouméa Accord",
            "Nouméa Accord = title [arts. 9 (1), 9 (3), 14 (1) and 21]",
        ),
        (
            "the Nouméa Accord, article 9 (para. 40 below)",
            "Nouméa Accord = title [art. 9]",
        ),
    ] {
        finds(text, &[wanted]);
    }
}

#[test]
fn a_year_before_a_name_parts_it_from_no_place() {
    finds(
        "Article 12 of the 1989 Convention on the Rights of the Child and article 5 of 1989 Convention on the Rights of the Child",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child [art. 12]",
            "Convention on the Rights of the Child = Convention on the Rights of the Child",
        ],
    );
}

#[test]
fn articles_one_by_one_before_a_treaty_are_all_its_own() {
    finds(
        "article 3 (a) and (b), article 4 (2) and articles 6 to 8 of the Convention on the Rights of the Child; article 1 of \
         the Charter, article 5 of the Convention on the Rights of the Child",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child [arts. 3 (a), 3 (b), 4 (2) and \
             6-8]",
            "Charter = back [art. 1]",
            "Convention on the Rights of the Child = Convention on the Rights of the Child [art. 5]",
        ],
    );
}

#[test]
fn the_place_behind_the_treaty_of_a_numbered_protocol_is_the_protocols() {
    finds(
        "Protocol No. 4 to the European Convention on Human Rights, art. 4",
        &[
            "4 = Protocol No. 4 to the European Convention on Human Rights [art. 4]",
            "European Convention on Human Rights = title",
        ],
    );
}

#[test]
fn what_a_treaty_sets_out_is_at_its_article() {
    for (text, wanted) in [
        (
            "The Addis Convention requires States parties, under articles 12 and 19, to act.",
            "arts. 12 and 19",
        ),
        (
            "The Addis Convention sets out the right to work in article 27.",
            "art. 27",
        ),
        (
            "The Addis Convention affirms, in its article 5 (c), that States act.",
            "art. 5 (c)",
        ),
        (
            "The Addis Convention, articles 3 and 18 of which bind States",
            "arts. 3 and 18",
        ),
        (
            "the Addis Convention (Part I, para. 18)",
            "part I, para. 18",
        ),
        (
            "article 3 common to the four Addis Conventions of 1949",
            "art. 3",
        ),
        ("article 12 of that Addis Convention", "art. 12"),
        (
            "articles 76,\nparagraph 8, and 82 of the Addis Convention",
            "art. 76, para. 8 and art. 82",
        ),
        (
            "articles 5, paragraphs 8 and 9, of the Addis Convention",
            "art. 5, paras. 8 and 9",
        ),
        ("the Addis Agenda, target 5 of which binds States", ""),
        ("the Addis Convention, ch. II", "chap. II"),
        ("the meeting on the Addis Convention (Part I)", ""),
        // The place is another's, or the treaty is not what speaks.
        (
            "The Addis Convention protects what the Constitution has in article 5.",
            "",
        ),
        (
            "The Addis Convention requires laws under article 5 of the Code.",
            "",
        ),
        (
            "The law on the Addis Convention defines trafficking in article 3.",
            "",
        ),
        (
            "The Addis Convention prohibits this, under article 5 the Court may act.",
            "",
        ),
    ] {
        let found = crate::scan(text, &crate::Lexicon::default());
        let place = found[0].pinpoint.as_ref().map(ToString::to_string);
        assert_eq!(place.unwrap_or_default(), wanted, "{text}");
    }
}

#[test]
fn paragraphs_inside_articles_and_principles_go_on() {
    finds(
        "article 7 (1) (d) and (2) (a) of the Convention on the Rights of the Child, and article 7 (1) (d) and (e) of the CRC",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child [arts. 7 (1) (d) and 7 (2) (a)]",
            "CRC = Convention on the Rights of the Child [arts. 7 (1) (d) and 7 (1) (e)]",
        ],
    );
    finds(
        "principles 7 (a) and (b) of resolution 67/172, A/67/267, sect. II.A.3, para. 15",
        &[
            "67/172 = A/RES/67/172 [principles 7 (a) and 7 (b)]",
            "A/67/267 = A/67/267 [sect. II.A.3, para. 15]",
        ],
    );
    finds(
        "paragraph 15, subparagraphs (a) and (c), of resolution 67/172; subparagraph (b) of paragraph 15 of resolution 67/173; \
         section 1, paragraph 15, of the annex to resolution 67/174",
        &[
            "67/172 = A/RES/67/172 [paras. 15 (a) and 15 (c)]",
            "67/173 = A/RES/67/173 [para. 15 (b)]",
            "67/174 = A/RES/67/174 [annex, sect. 1, para. 15]",
        ],
    );
}

#[test]
fn a_draft_title_keeps_its_place() {
    finds(
        "article 16 of the draft articles on diplomatic protection",
        &["articles on diplomatic protection = Articles on Diplomatic Protection [art. 16]"],
    );
}

#[test]
fn a_common_article_is_none_of_the_treaty_behind_it() {
    finds(
        "Common article 3 and article 54 (2) of the Convention on the Rights of the Child",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child [art. 54 (2)]",
        ],
    );
    finds(
        "article 1 of the two resolutions; common article 3 of the two Convention on the Rights of the Child",
        &["Convention on the Rights of the Child = Convention on the Rights of the Child [art. 3]"],
    );
}

#[test]
fn a_day_or_whose_may_stand_before_the_place() {
    finds(
        "A/67/267 (2 April 2012), para. 22; A/67/268 of 2 April 2012, para. 23; the CRC, whose article 6 (2) says so",
        &[
            "A/67/267 = A/67/267 [para. 22]",
            "A/67/268 = A/67/268 [para. 23]",
            "CRC = Convention on the Rights of the Child [art. 6 (2)]",
        ],
    );
}

#[test]
fn regulations_and_strategic_objectives_are_places() {
    finds(
        "ST/SGB/2018/3, regulation 5.6; A/CONF.177/20, chap. IV, strategic objective D.1; article 2 common to the two CRC",
        &[
            "ST/SGB/2018/3 = ST/SGB/2018/3 [regulation 5.6]",
            "A/CONF.177/20 = A/CONF.177/20 [chap. IV, objective D.1]",
            "CRC = Convention on the Rights of the Child [art. 2]",
        ],
    );
}

#[test]
fn a_section_may_single_out_its_paragraphs() {
    finds(
        "A/67/267, sect. IV, in particular paras. 55–62; A/67/268 (see in particular para. 5); A/67/269 (see para. 6); \
         A/67/270, annex, in particular paragraph 7 of the report",
        &[
            "A/67/267 = A/67/267 [sect. IV, paras. 55-62]",
            "A/67/268 = A/67/268 [para. 5]",
            "A/67/269 = A/67/269",
            "A/67/270 = A/67/270 [annex]",
        ],
    );
}

#[test]
fn an_article_behind_the_paragraph_of_another_is_no_paragraph() {
    finds(
        "articles 2 (2), 11, paragraph 1, and 12 of the Convention on the Rights of the Child",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child [arts. 2 (2) and 11, para. 1 and art. 12]",
        ],
    );
}

#[test]
fn a_part_in_parentheses_may_stand_on_the_next_line_and_an_annex_is_a_place() {
    finds(
        "the report\n     A/79/6\n     (Sect. 24), para. 4,",
        &["A/79/6 (Sect. 24) = A/79/6 (Sect. 24) [para. 4]"],
    );
    finds(
        "See A/79/336 (annex), and others.",
        &["A/79/336 = A/79/336 [annex]"],
    );
    finds(
        "See E/2025/27 (part one, chap. III).",
        &["E/2025/27 = E/2025/27 [part one, chap. III]"],
    );
}
