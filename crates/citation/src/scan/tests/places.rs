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
