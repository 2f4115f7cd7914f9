//! Places right beside a name, and behind words that only tell when it was adopted.

use super::finds;

#[test]
fn an_article_stands_right_before_the_title_of_its_treaty() {
    finds(
        "Under article 7 Convention on the Rights of the Child, and article 6(2) Convention on the Rights of the Child",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child [art. 7]",
            "Convention on the Rights of the Child = Convention on the Rights of the Child [art. 6 (2)]",
        ],
    );
    // What stands on a line of its own heads what follows.
    finds(
        "Article 7\nConvention on the Rights of the Child; paragraph 7 Convention on the Rights of the Child",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child",
            "Convention on the Rights of the Child = Convention on the Rights of the Child",
        ],
    );
}

#[test]
fn parts_in_capitals_need_no_comma_before_them() {
    finds(
        "CRC Annex V bans it; CRC Objective 8 (saving rivers); CRC Schedule IV; the CRC Objectives are met",
        &[
            "CRC = Convention on the Rights of the Child [annex V]",
            "CRC = Convention on the Rights of the Child [objective 8]",
            "CRC = Convention on the Rights of the Child [schedule IV]",
            "CRC = Convention on the Rights of the Child",
        ],
    );
    finds(
        "document A/67/53 Annex V holds it; CRC Annex V of the report",
        &[
            "A/67/53 = A/67/53",
            "CRC = Convention on the Rights of the Child",
        ],
    );
}

#[test]
fn schedules_pillars_and_lettered_guidelines_are_places() {
    finds(
        "schedules I and II of the Convention on the Rights of the Child, pillar IV of the Convention on the Rights of the \
         Child and guideline 8B of the Convention on the Rights of the Child",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child [schedules I and II]",
            "Convention on the Rights of the Child = Convention on the Rights of the Child [pillar IV]",
            "Convention on the Rights of the Child = Convention on the Rights of the Child [guideline 8B]",
        ],
    );
}

#[test]
fn a_place_stands_behind_words_on_the_adoption() {
    for (clause, wanted) in [
        (", adopted in 1989, articles 4 to 6", "[arts. 4-6]"),
        (" (adopted in 1989), article 4", "[art. 4]"),
        (
            ", adopted by the General Assembly in 1989, para. 4",
            "[para. 4]",
        ),
        (
            " (1991 Act), articles 14 and 15 (2)",
            "[arts. 14 and 15 (2)]",
        ),
        (
            ", of the International Labour Organization (arts. 6-7)",
            "[arts. 6-7]",
        ),
        (
            " of the World Health Organization, adopted on 3 May 2005, para. 28",
            "[para. 28]",
        ),
        (", adopted in resolution 44, article 5", ""),
        (", adopted in 1989 with 20 votes, article 5", ""),
        (", adopted in 1989, and article 5 of the code", ""),
    ] {
        let name = "Convention on the Rights of the Child";
        let named = format!("{name} = {name} {wanted}");
        finds(&format!("The {name}{clause}"), &[named.trim_end()]);
    }
}

#[test]
fn paragraphs_before_a_number_stand_in_the_annex_behind_it() {
    finds(
        "paragraphs 4 to 7 of its resolution 73/195, annex; paragraph 3 of resolution 67/172, annex II; paragraph 5 of \
         resolution 68/179 (annex, para. 9)",
        &[
            "73/195 = A/RES/73/195 [annex, paras. 4-7]",
            "67/172 = A/RES/67/172 [annex II, para. 3]",
            "68/179 = A/RES/68/179 [annex, para. 9]",
        ],
    );
}

#[test]
fn an_annex_to_the_next_decision_is_not_that_of_the_one_before() {
    finds(
        "paragraph 11 of decision 15/15, annexes I and II to decision 14/34",
        &[
            "15/15 = A/DEC/15/15 [para. 11]",
            "14/34 = A/DEC/14/34 [annexes I and II]",
        ],
    );
}

#[test]
fn a_footnote_figure_may_stand_before_what_points_back() {
    finds(
        "the Paris Agreement5 and articles 2 and 4 thereof",
        &["Paris Agreement = title [arts. 2 and 4]"],
    );
}
