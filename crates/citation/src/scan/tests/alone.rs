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
        "| OHCHR | 78/184, para. 9 | 77/194 of 15 December 2022 | [S-24/2, annex]",
        &[
            "78/184 = A/RES/78/184 [para. 9]",
            "77/194 = A/RES/77/194 {2022-12-15}",
            "S-24/2 = A/RES/S-24/2 [annex]",
        ],
    );
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
    ] {
        finds(silent, &[]);
    }
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
        "The Council counted 2693 (2019).",
    ] {
        finds(silent, &[]);
    }
}
