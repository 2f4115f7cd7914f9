//! Numbers that other words part from "resolution", numbers alone, numbers behind the instrument that they adopted.

use super::*;

#[test]
fn words_may_announce_the_first_number() {
    finds(
        "its nine sister resolutions, namely 1960 (2010) and 2106 (2013),",
        &["1960 (2010) = ?", "2106 (2013) = ?"],
    );
    finds(
        "resolutions of the Commission on Human Rights, including 2003/71 and 2005/60 of 20 April 2005,",
        &[
            "2003/71 = E/CN.4/RES/2003/71",
            "2005/60 = E/CN.4/RES/2005/60 {2005-04-20}",
        ],
    );
    finds(
        "its decisions on quiet rivers, the latest of which is 68/505, and",
        &["68/505 = A/DEC/68/505"],
    );
}

#[test]
fn other_figures_behind_an_announcement_are_silent() {
    for text in [
        "the resolutions on this matter, including 14 of last year",
        "resolutionS-1",
        "scr S-1221",
        "resolutions for the biennium, namely 2/3 of all,",
        "all resolutions, in particular 30/06 dates,",
        "the resolution on the matter, including 67/172 apples",
    ] {
        finds(text, &[]);
    }
}

#[test]
fn a_number_alone_may_be_the_security_councils() {
    finds(
        "the benchmarks of resolutions 2098, 2100 and 2119 (2013)",
        &["2098 = ?", "2100 = ?", "2119 (2013) = ?"],
    );
    finds("Council resolution 1325 and", &["1325 = ?"]);
    for text in [
        "the resolution 2020 budget",
        "the 1503 procedure and resolution 1503 procedure",
        "resolution 640 of the screen",
        "decision 1325 of the panel",
        "the Committee resolution 1325",
    ] {
        finds(text, &[]);
    }
}

#[test]
fn later_numbers_of_the_sentence_need_their_year_or_a_renewal() {
    finds(
        "resolution 1904 (2009), and the mandate under 1989 (2011) and annex II of 2083 (2012)",
        &[
            "1904 (2009) = ?",
            "1989 (2011) = ?",
            "2083 (2012) = ? [annex II]",
        ],
    );
    finds(
        "its resolution 37/8, as last extended by 46/7,",
        &["37/8 = A/RES/37/8", "46/7 = A/RES/46/7"],
    );
    finds(
        "resolution 37/8, in force for 24/7 services",
        &["37/8 = A/RES/37/8"],
    );
    finds(
        "Economic and Social Council resolutions 76 (V) of 5 August 1947, 304 I (XI) of 14 and 17 July 1950, 1983/27 of 26 May 1983, 1992/19 and 2006/15",
        &[
            "76 (V) = E/RES/76 (V) {1947-08-05}",
            "304 I (XI) = E/RES/304 I (XI)",
            "1983/27 = E/RES/1983/27 {1983-05-26}",
            "1992/19 = E/RES/1992/19",
            "2006/15 = E/RES/2006/15",
        ],
    );
}

#[test]
fn a_number_may_stand_in_parentheses_behind_its_instrument() {
    finds(
        "the 2030 Agenda for Sustainable Development (70/1, annex) and the Nouméa Accord of 1998 (see 76/266)",
        &[
            "2030 Agenda for Sustainable Development = 2030 Agenda for Sustainable Development",
            "70/1 = A/RES/70/1 [annex]",
            "Nouméa Accord = title",
            "76/266 = A/RES/76/266",
        ],
    );
    for text in ["shares of the parties (70/30)", "the sum (48/2 of it)"] {
        finds(text, &[]);
    }
    finds(
        "under the 2030 Agenda the shares differ (60/40)",
        &["2030 Agenda = 2030 Agenda for Sustainable Development"],
    );
}

#[test]
fn shares_of_a_hundred_behind_an_instrument_are_no_number() {
    for shares in ["60/40", "50/50", "70/30", "99/1"] {
        finds(
            &format!("views on the 2030 Agenda ({shares}) differ"),
            &["2030 Agenda = 2030 Agenda for Sustainable Development"],
        );
    }
    for (written, number) in [
        ("see 70/30", "70/30 = A/RES/70/30"),
        ("70/30, annex", "70/30 = A/RES/70/30 [annex]"),
        ("70/31", "70/31 = A/RES/70/31"),
        (
            "70/30 of 4 December 2015",
            "70/30 = A/RES/70/30 {2015-12-04}",
        ),
    ] {
        finds(
            &format!("views on the 2030 Agenda ({written}) differ"),
            &[
                "2030 Agenda = 2030 Agenda for Sustainable Development",
                number,
            ],
        );
    }
}

#[test]
fn codes_before_a_hyphen_tell_the_conference() {
    finds(
        "decision BC-16/24 and resolution XIV.4",
        &[
            "BC-16/24 = Conference of the Parties to the Basel Convention on the Control of Transboundary Movements of Hazardous Wastes and Their Disposal: BC-16/24",
            "XIV.4 = ?",
        ],
    );
}

#[test]
fn a_parenthesis_goes_on_with_a_list_only_with_its_place() {
    finds(
        "the articles (resolution 62/67, annex) and those on organizations (66/100, annex) apply",
        &[
            "62/67 = A/RES/62/67 [annex]",
            "66/100 = A/RES/66/100 [annex]",
        ],
    );
    for scored in [
        "were scored (72/800) and (60/999)",
        "have odds (11/4) and (24/7)",
        "won (66/100) of the votes",
        "are read (72/999, annex) by nobody",
    ] {
        finds(
            &format!("The texts (resolution 62/67, annex) {scored}"),
            &["62/67 = A/RES/62/67 [annex]"],
        );
    }
}

#[test]
fn owners_with_acts_of_their_own_take_a_number_away() {
    for text in [
        "the shareholders\u{2019} resolution 5/12",
        "the Parliament\u{2019}s resolution 12/3",
        "the company's decision 5/12",
        "the city councils and the cities' resolution 5/12",
        "the tenants' resolution 5/12",
        "resolution 45/10 of the synod",
        "decision 12/2 of the town councils, and",
        "My New Year\u{2019}s resolution 2025/1",
        "Dispute resolution 24/7",
        "a screen resolution 16/9",
    ] {
        finds(text, &[]);
    }
}

#[test]
fn whoever_else_is_named_leaves_a_number_open() {
    for (text, wanted) in [
        (
            "It noted last year\u{2019}s resolution 77/1 of the Assembly.",
            "77/1 = A/RES/77/1",
        ),
        (
            "this year\u{2019}s resolution 78/135",
            "78/135 = A/RES/78/135",
        ),
        (
            "the organization\u{2019}s resolution 74/5",
            "74/5 = A/RES/74/5",
        ),
        ("the board\u{2019}s decision 2023/4", "2023/4 = ?"),
        ("the parties\u{2019} decision 5/12", "5/12 = A/DEC/5/12"),
        (
            "the members\u{2019} resolution 2728 (2024)",
            "2728 (2024) = ?",
        ),
        (
            "resolution 78/135 of this year, which the city council welcomed",
            "78/135 = A/RES/78/135",
        ),
        (
            "the shareholders' resolution 1325 (2000)",
            "1325 (2000) = ?",
        ),
    ] {
        finds(text, &[wanted]);
    }
}
