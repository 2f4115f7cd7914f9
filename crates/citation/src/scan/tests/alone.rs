//! Numbers that no word announces.

use super::finds;

#[test]
fn what_stands_beside_a_number_alone_tells_that_it_is_one() {
    finds(
        "Language as in 79/1 (EU). Merge 61/106 and 79/149. See 78/317. The forum: 77/281 and 79/213.",
        &[
            "79/1 = A/RES/79/1",
            "61/106 = A/RES/61/106",
            "79/149 = A/RES/79/149",
            "78/317 = A/RES/78/317",
            "77/281 = A/RES/77/281",
            "79/213 = A/RES/79/213",
        ],
    );
    finds(
        "| OHCHR | resolution 48/141 | 78/184, para. 9 | 77/194 of 15 December 2022 | [S-24/2, annex]",
        &[
            "48/141 = A/RES/48/141",
            "78/184 = A/RES/78/184 [para. 9]",
            "77/194 = A/RES/77/194 {2022-12-15}",
            "S-24/2 = A/RES/S-24/2 [annex]",
        ],
    );
}

#[test]
fn every_cue_counts_in_any_capitals() {
    for text in [
        "See 78/317.",
        "Cf. 78/317.",
        "Recalling 78/317 as agreed.",
        "RECALLING 78/317.",
        "Pursuant to 78/317, it met.",
        "language in (78/317)",
        "It was affirmed in *78/317*.",
    ] {
        finds(text, &["78/317 = A/RES/78/317"]);
    }
    finds("See ES-11/4.", &["ES-11/4 = A/RES/ES-11/4"]);
}

#[test]
fn shares_cases_and_seasons_are_no_numbers() {
    for silent in [
        "a 50/50 split and 60/40, 24/7",
        "some 45/60 of the respondents",
        "in 36/193 Member States",
        "case 26/62 and Case 45/76, para. 3",
        "see page 34/50",
        "Law 34/96 of 12 May 1996",
        "The score was 45/48.",
        "They reached 34/100, 56/100.",
        "season 2023/24, see 2023/24",
        "Scores were good (54/60, 48/50).",
        "It was 77/194 of 15 December 2019.",
        "adopted by 77/40 votes, see 77/40 votes",
        "see 95/46/EC",
        "Seasons 97/98 and 98/99. In the school year 85/86, see 86/87.",
        "See Directives 65/46 and 67/66. Regulations 36/66 and 45/69.",
        "A v. Sudan (48/90, 50/91, 52/91 and 69/93)",
        "The office is closed from 31/10 to 31/12; on 31/5 and 31/7 the group met.",
        "Response rates were 45/60 and 38/52.",
        "articles 31/32 and 33/34, Protocol 34/60 and 35/61",
        "Van Duyn v. Home Office, 41/74, para. 12, and Defrenne v. Sabena (43/75), paras. 10 and 12",
        "Documents MSC 64/21 and MSC 65/22, and MEPC 62/24, para. 4.5",
        "Report 45/99, para. 3, of the Inter-American Commission",
        "See S-12/999.",
        "See 99/65535 and see 9999/65535.",
    ] {
        finds(silent, &[]);
    }
    finds(
        "Under resolution 76/228, contributions are due by 31/12, ratified in 47/54 African States.",
        &["76/228 = A/RES/76/228"],
    );
}

#[test]
fn a_number_alone_is_read_beside_resolutions() {
    finds(
        "Resolution 78/1 was adopted; another one was carried (45/12).",
        &["78/1 = A/RES/78/1"],
    );
    finds(
        "It follows resolution 76/228; 74/237 is meant. Rates of 50/50 and 40/60 do not count.",
        &["76/228 = A/RES/76/228", "74/237 = A/RES/74/237"],
    );
    finds(
        "Human Rights Council resolutions 7/10 and 32/5. Women: 20/4. Births: 22/7, 28/13 and 34/15. A 24/7 line.",
        &[
            "7/10 = A/HRC/RES/7/10",
            "32/5 = A/HRC/RES/32/5",
            "20/4 = A/HRC/RES/20/4",
            "22/7 = A/HRC/RES/22/7",
            "28/13 = A/HRC/RES/28/13",
            "34/15 = A/HRC/RES/34/15",
        ],
    );
}

#[test]
fn the_year_of_the_security_council_tells_its_number() {
    finds(
        "Sanctions on Haiti (841 (1993), 917 (1994)) and the Federal Republic of Yugoslavia (757 (1992) and 820 (1993))",
        &[
            "841 (1993) = S/RES/841 (1993)",
            "917 (1994) = S/RES/917 (1994)",
            "757 (1992) = S/RES/757 (1992)",
            "820 (1993) = S/RES/820 (1993)",
        ],
    );
    finds(
        "The Council referred to it in 2693 (2023) on one country.",
        &["2693 (2023) = S/RES/2693 (2023)"],
    );
    for silent in [
        "Smith, 1718 (2006), and Jones, 1718 (2009)",
        "a census of 1718 (2006)",
        "A population of 1325 (2000), 2250 (2015) is large.",
        "The Norwegian Refugee Council assisted 1540 (2004) families.",
        "Security Council: 88 AJIL 841 (1993) and 509 U.S. 579 (1992)",
        "Sanctions on a State, 26 Fordham Int'l L.J. 1441 (2002)",
        "Haiti rose to 1,841 (1993), as the Security Council said.",
        "The Council counted 2693 (2019).",
    ] {
        finds(silent, &[]);
    }
}

#[test]
fn a_roman_session_tells_the_number_of_the_general_assembly() {
    finds(
        "The principles of 1514 (XV), 2625 (XXV), annex, and 217 A (III) stand; so does 3201 (S-VI).",
        &[
            "1514 (XV) = A/RES/1514 (XV)",
            "2625 (XXV) = A/RES/2625 (XXV) [annex]",
            "217 A (III) = A/RES/217 A (III)",
            "3201 (S-VI) = A/RES/3201 (S-VI)",
        ],
    );
    for silent in [
        "table 12 (V)",
        "The 1514 (XVI) of them",
        "Elizabeth 2 (II)",
        "see volume 900 (IV)",
    ] {
        finds(silent, &[]);
    }
}

#[test]
fn the_same_text_of_several_sessions_is_a_list() {
    finds(
        "Texts on women and disarmament: 65/69, 67/48, 69/61 and 71/56.",
        &[
            "65/69 = A/RES/65/69",
            "67/48 = A/RES/67/48",
            "69/61 = A/RES/69/61",
            "71/56 = A/RES/71/56",
        ],
    );
    finds(
        "It was for years adopted without a vote (e.g. 63/241, 72/245, 76/147).",
        &[
            "63/241 = A/RES/63/241",
            "72/245 = A/RES/72/245",
            "76/147 = A/RES/76/147",
        ],
    );
    for silent in ["tests: 65/69, 67/48", "sets: 65/69, 41/48, 69/61"] {
        finds(silent, &[]);
    }
}

#[test]
fn an_emergency_special_session_tells_a_number() {
    finds(
        "The follow-up to ES-10/24 goes on.",
        &["ES-10/24 = A/RES/ES-10/24"],
    );
}

#[test]
fn a_number_may_be_that_of_a_body_that_the_draft_names() {
    finds(
        "By 418 (1977) of 4 November 1977 it acted; the follow-up to 1325 (2000) goes on (2242 (2015)).",
        &[
            "418 (1977) = where Security Council is named {1977-11-04}",
            "1325 (2000) = where Security Council is named",
            "2242 (2015) = where Security Council is named",
        ],
    );
    finds(
        "The forum (64/293, annex) goes on under 76/300.",
        &[
            "64/293 = where General Assembly is named [annex]",
            "76/300 = where General Assembly is named",
        ],
    );
    finds(
        "In 2017 (72/1) and like 37/69 J it went on; the basic texts, 2331 (2016) and 2388 (2017), and no others.",
        &[
            "72/1 = where General Assembly is named",
            "37/69 J = where General Assembly is named",
            "2331 (2016) = where Security Council is named",
            "2388 (2017) = where Security Council is named",
        ],
    );
    for silent in [
        "It assisted 1540 (2004) families.",
        "Prices: 242 (1967), 338 (1973)",
        "page 3 of 40/12",
        "Our team won by 61/3.",
        "from 40/38 to 60/55",
        "It said:\n76/300 Opening of the session",
    ] {
        finds(silent, &[]);
    }
}

#[test]
fn a_number_near_the_session_of_another_bodys_is_that_bodys() {
    finds(
        "Commission on Narcotic Drugs resolutions 53/2 and 54/5. See 55/9, para. 2.",
        &[
            "53/2 = E/CN.7/RES/53/2",
            "54/5 = E/CN.7/RES/54/5",
            "55/9 = E/CN.7/RES/55/9 [para. 2]",
        ],
    );
}

#[test]
fn a_body_before_the_parenthesis_owns_the_number_in_it() {
    finds(
        "at the request of ECOSOC (2006/27) and the Human Rights Council (17/4, para. 2)",
        &["2006/27 = E/RES/2006/27", "17/4 = A/HRC/RES/17/4 [para. 2]"],
    );
    finds("The Human Rights Council (27/13) and ECOSOC (2006/07)", &[]);
}

#[test]
fn a_part_and_marks_of_emphasis_tell_a_number_from_a_day_and_a_count() {
    finds(
        "It was the theme of 31/6 K, 33/183 O and 36/172 O.",
        &[
            "31/6 K = A/RES/31/6 K",
            "33/183 O = A/RES/33/183 O",
            "36/172 O = A/RES/36/172 O",
        ],
    );
    finds(
        "Security Council resolution 1325 (2000). Under 2106 (2013), they may act; under **2467 (2019)** survivors come first.",
        &[
            "1325 (2000) = S/RES/1325 (2000)",
            "2106 (2013) = S/RES/2106 (2013)",
            "2467 (2019) = S/RES/2467 (2019)",
        ],
    );
}

#[test]
fn a_colon_announces_the_numbers_of_the_resolutions_before_it() {
    finds(
        "Other resolutions of the Human Rights Council bear upon single aspects: 38/19 (on rivers), 47/23 (on tolls) and 51/32.",
        &[
            "38/19 = A/HRC/RES/38/19",
            "47/23 = A/HRC/RES/47/23",
            "51/32 = A/HRC/RES/51/32",
        ],
    );
}

#[test]
fn a_list_may_open_its_lines_with_the_shortened_word() {
    finds(
        "Res. 2711 (XXV) of 14 December 1970",
        &["2711 (XXV) = A/RES/2711 (XXV) {1970-12-14}"],
    );
}
