//! How drafts and documents of the treaty bodies cite general comments.

mod owners;
mod told;

use crate::families::test::finds;

#[test]
fn numbers_are_read_with_year_and_committee() {
    for (text, wanted) in [
        (
            "general comment No. 1 on enforced disappearance adopted by the Committee on Enforced\nDisappearances on",
            "general comment No. 1 = CED/C/GC/1",
        ),
        (
            "The Human Rights Committee in General Comment 35 and the courts",
            "General Comment 35 = CCPR/C/GC/35",
        ),
        (
            "its general comment No. 12 (1999) says",
            "general comment No. 12 (1999) = E/C.12/1999/5",
        ),
        (
            "General comment No. 35, Article 9 (Liberty and security of person)",
            "General comment No. 35 = CCPR/C/GC/35",
        ),
        (
            "General Comment No. 31, para. 10,",
            "General Comment No. 31 = CCPR/C/21/Rev.1/Add.13 [para. 10]",
        ),
        (
            "general recommendation\nNo. 26 (2008) of the Committee on the Elimination of Discrimination\nagainst Women",
            "general recommendation No. 26 (2008) = CEDAW/C/2009/WP.1/R",
        ),
        (
            "See Human Rights Committee, general comment No. 27 (1999), paras. 11–16.",
            "general comment No. 27 (1999) = CCPR/C/21/Rev.1/Add.9 [paras. 11-16]",
        ),
        (
            "general comment No. 36 (2018) on the right to life, paras. 12 and 13;",
            "general comment No. 36 (2018) = CCPR/C/GC/36 [paras. 12 and 13]",
        ),
        (
            "general comment No. 36 (2018) on the right to life and the report, para. 12;",
            "general comment No. 36 (2018) = CCPR/C/GC/36",
        ),
        (
            "paragraph 8 of general comment No. 14 (2013) on the right of the child",
            "general comment No. 14 (2013) = CRC/C/GC/14 [para. 8]",
        ),
    ] {
        finds(text, &[wanted]);
    }
}

#[test]
fn a_year_tells_the_committee_where_no_other_had_that_number_then() {
    for (text, wanted) in [
        (
            "general comment No. 37 (2020), para. 4",
            "general comment No. 37 (2020) = CCPR/C/GC/37 [para. 4]",
        ),
        (
            "general recommendation No. 34 (2011)",
            "general recommendation No. 34 (2011) = CERD/C/GC/34",
        ),
        (
            "general comment\nNo. 25 (2021) on",
            "general comment No. 25 (2021) = CRC/C/GC/25",
        ),
        // Printed in a report alone.
        (
            "general recommendation No. 25 (2000) on",
            "general recommendation No. 25 (2000) = Committee on the Elimination of Racial Discrimination: general recommendation No. 25",
        ),
        // The fourth of 2017 is two committees', the twentieth of 2010 nobody's.
        (
            "general comment No. 4 (2017)",
            "general comment No. 4 (2017) = general comment No. 4 (2017)",
        ),
        (
            "general comment No. 20 (2010)",
            "general comment No. 20 (2010) = general comment No. 20 (2010)",
        ),
        // The committee decides, whatever the year.
        (
            "general comment No. 4 (2009) of the Committee against Torture",
            "general comment No. 4 (2009) = CAT/C/GC/4",
        ),
    ] {
        finds(text, &[wanted]);
    }
}

#[test]
fn lists_have_a_committee_each() {
    finds(
        "joint general comment No. 3 (2017) of the Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families and No. 22 (2017) of the Committee on the Rights of the Child",
        &[
            "general comment No. 3 (2017) = CMW/C/GC/3",
            "22 (2017) = CRC/C/GC/22",
        ],
    );
    finds(
        "general comments Nos. 6 (2005), 14 (2013) and 23 (2017) of the Committee on the Rights of the Child",
        &[
            "general comments Nos. 6 (2005) = CRC/GC/2005/6",
            "14 (2013) = CRC/C/GC/14",
            "23 (2017) = CRC/C/GC/23",
        ],
    );
    finds(
        "general recommendations Nos. 19, 26 and 35, and the 5 reports",
        &[
            "general recommendations Nos. 19 = general recommendation No. 19",
            "26 = general recommendation No. 26",
            "35 = general recommendation No. 35",
        ],
    );
    finds(
        "general comment No. 9 and 12 other texts",
        &["general comment No. 9 = general comment No. 9"],
    );
}

#[test]
fn the_sign_before_the_number_may_be_missing_or_roman() {
    for (text, wanted) in [
        (
            "general comment 24 (2019), para. 6",
            "general comment 24 (2019) = CRC/C/GC/24 [para. 6]",
        ),
        (
            "Human Rights Committee, General Comment No 32, at",
            "General Comment No 32 = CCPR/C/GC/32",
        ),
        (
            "CERD Committee, General Recommendation XXX (2004),",
            "General Recommendation XXX (2004) = Committee on the Elimination of Racial Discrimination: general recommendation No. 30",
        ),
        (
            "Recalling general comment 24, paras. 6 and 22",
            "general comment 24 = general comment No. 24 [paras. 6 and 22]",
        ),
        (
            "(see general recommendation 40)",
            "general recommendation 40 = CEDAW/C/GC/40",
        ),
        (
            "CEDAW Committee, general recommendation 40",
            "general recommendation 40 = CEDAW/C/GC/40",
        ),
    ] {
        finds(text, &[wanted]);
    }
    finds(
        "its general comment No. 5 (2003) on measures, No. 19 (2016) on budgets and No. 16 (2013) on business",
        &[
            "general comment No. 5 (2003) = CRC/GC/2003/5",
            "No. 19 (2016) = CRC/C/GC/19",
            "No. 16 (2013) = CRC/C/GC/16",
        ],
    );
}

#[test]
fn letters_of_a_treaty_stand_for_its_committee() {
    for (text, wanted) in [
        (
            "as CESCR general comment No. 14, para. 5, has it",
            "CESCR general comment No. 14 = E/C.12/2000/4 [para. 5]",
        ),
        ("CCPR GC 36", "CCPR GC 36 = CCPR/C/GC/36"),
        ("and HRC GC No. 32 says", "HRC GC No. 32 = CCPR/C/GC/32"),
        ("(CRC, GC14)", "CRC, GC14 = CRC/C/GC/14"),
        ("ICESCR GC 14", "ICESCR GC 14 = E/C.12/2000/4"),
        (
            "CEDAW's General Recommendation No. 35",
            "CEDAW's General Recommendation No. 35 = CEDAW/C/GC/35",
        ),
        ("CEDAW GR 35", "CEDAW GR 35 = CEDAW/C/GC/35"),
        (
            "general comment No. 14 (CESCR) and",
            "general comment No. 14 = E/C.12/2000/4",
        ),
        (
            "general comment No. 4 of the CRPD",
            "general comment No. 4 = CRPD/C/GC/4",
        ),
    ] {
        finds(text, &[wanted]);
    }
}

#[test]
fn letters_that_are_no_committees_shorten_nothing() {
    for text in [
        "the GC 23 of the Union",
        "the Caterpillar CAT GR 3 grader",
        "IAEA GC 68",
        "our GR 5",
        "CESCR\n\nGC 14",
        "CESCR GC",
        "CRC-GC 14",
        "in GC 36, para. 3",
    ] {
        finds(text, &[]);
    }
}

#[test]
fn a_conference_that_adopts_something_else_is_no_author() {
    finds(
        "general recommendation No. 20, a paper adopted by the Regional Conference on Women",
        &["general recommendation No. 20 = general recommendation No. 20"],
    );
}

#[test]
fn other_numbers_are_no_general_comments() {
    for text in [
        "the general comment and its No. 5",
        "agenda item No. 5 of the comments",
        "attorney-general comment No. five",
        "recommendation No. 5 of the Board",
        "in general, comment No. 5",
        "general comment No. 1999",
        "general comments I made",
        "a general recommendation In the",
        "general comment 2021 brought",
        "the recommendation 5 of the general report",
        "general comments to Convention No. 19 (2016) and No. 16 (2013)",
    ] {
        finds(text, &[]);
    }
}

#[test]
fn a_number_without_sign_year_or_committee_is_none() {
    for text in [
        "a general comment 5 June 2020",
        "the general recommendation 12 years later",
        "made general comment 3 times",
        "general comments 31 July 2020",
    ] {
        finds(text, &[]);
    }
}

#[test]
fn a_number_alone_is_a_committees_only_where_nobody_else_owns_it() {
    for text in [
        "The bank in its general comment No. 31",
        "the auditor's general comment No. 31",
        "The auditor, general comment No. 31",
        "The bank said in its\ngeneral comment No. 31",
        "their general comment No. 31",
    ] {
        finds(text, &["general comment No. 31 = general comment No. 31"]);
    }
    for text in [
        "The Committee, in its general comment No. 31",
        "see also general comment No. 31",
        "article 2; general comment No. 31",
        "(general comment No. 31)",
        "the panel\n\ngeneral comment No. 31",
        "pursuant to general comment No. 31",
    ] {
        finds(text, &["general comment No. 31 = CCPR/C/21/Rev.1/Add.13"]);
    }
}

#[test]
fn heads_treaties_years_and_numerals_say_whose_a_comment_is() {
    for (text, wanted) in [
        (
            "- **CEDAW Committee**: general recommendation No. 21, para. 6",
            "general recommendation No. 21 = Committee on the Elimination of Discrimination against Women: general recommendation No. 21 [para. 6]",
        ),
        (
            "- **CERD**: general recommendation No. 30, sect. IV",
            "CERD**: general recommendation No. 30 = Committee on the Elimination of Racial Discrimination: general recommendation No. 30 [sect. IV]",
        ),
        (
            "The Committee on the Rights of the Child dealt with rivers under general comment No. 6.",
            "general comment No. 6 = CRC/GC/2005/6",
        ),
        (
            "and on general comment No. 6 of 2005",
            "general comment No. 6 of 2005 = CRC/GC/2005/6",
        ),
        (
            "CERD guides the courts: General Recommendation XXXI on justice",
            "General Recommendation XXXI = Committee on the Elimination of Racial Discrimination: general recommendation No. 31",
        ),
    ] {
        finds(text, &[wanted]);
    }
}

#[test]
fn the_symbol_in_parentheses_says_whose_a_comment_is() {
    for (text, wanted) in [
        (
            "See E/C.12/1997/8 (general comment No. 8).",
            [
                "E/C.12/1997/8 = E/C.12/1997/8",
                "general comment No. 8 = E/C.12/1997/8",
            ],
        ),
        (
            "general comment No. 8 (E/C.12/1997/8)",
            [
                "general comment No. 8 = E/C.12/1997/8",
                "E/C.12/1997/8 = E/C.12/1997/8",
            ],
        ),
    ] {
        finds(text, &wanted);
    }
}

#[test]
fn a_list_goes_on_with_years_in_parentheses_behind_what_each_is_about() {
    finds(
        "The committee dealt with rivers (general recommendation No. 32 (2009)), lakes (No. 35 (2013)) and bees (No. 36 (2020)).",
        &[
            "general recommendation No. 32 (2009) = CERD/C/GC/32",
            "No. 35 (2013) = CERD/C/GC/35",
            "No. 36 (2020) = CERD/C/GC/36",
        ],
    );
}

#[test]
fn a_paragraph_may_stand_behind_the_committee() {
    for (text, wanted) in [
        (
            "general comment No. 8 (2006) of the Committee on the Rights of the Child, para. 11, says so",
            "general comment No. 8 (2006) = CRC/C/GC/8 [para. 11]",
        ),
        (
            "General comment No. 8 (2006) of the CRC Committee states in paragraph 11 that",
            "General comment No. 8 (2006) = CRC/C/GC/8 [para. 11]",
        ),
    ] {
        finds(text, &[wanted]);
    }
}

#[test]
fn headings_write_the_words_in_capitals() {
    finds(
        "CEDAW GENERAL RECOMMENDATION NO. 30 ON WOMEN",
        &["CEDAW GENERAL RECOMMENDATION NO. 30 = CEDAW/C/GC/30"],
    );
    finds("MACHINE NO. 30 (2013)", &[]);
}

#[test]
fn a_list_goes_on_behind_a_place() {
    finds(
        "CESCR, General Comment No. 20, para. 32, and No. 22, para. 9.",
        &[
            "CESCR, General Comment No. 20 = E/C.12/GC/20 [para. 32]",
            "22 = E/C.12/GC/22 [para. 9]",
        ],
    );
}

#[test]
fn the_subject_of_a_comment_tells_its_committee() {
    for (text, wanted) in [
        (
            "General Comment No. 12 on the right to adequate food",
            "General Comment No. 12 = E/C.12/1999/5",
        ),
        (
            "General comment No. 12: The Right to Adequate Food",
            "General comment No. 12 = E/C.12/1999/5",
        ),
        (
            "general comment No. 12 on the right of the child to be heard",
            "general comment No. 12 = CRC/C/GC/12",
        ),
        (
            "general comment No. 12 on the right to dig",
            "general comment No. 12 = general comment No. 12",
        ),
        (
            "general comment No. 13 on the right to adequate food",
            "general comment No. 13 = general comment No. 13",
        ),
    ] {
        finds(text, &[wanted]);
    }
}
