//! Numbers before which neither "resolution" nor "decision" stands.

use super::finds;

#[test]
fn a_code_of_a_paragraph_opens_a_number() {
    finds(
        "OP4 of 2664, OP14 of 2719 (2023), PP3 of 77/276 and paragraph 2 (a) of 79/1",
        &[
            "2664 = S/RES/2664 [para. 4]",
            "2719 (2023) = S/RES/2719 (2023) [para. 14]",
            "77/276 = A/RES/77/276 [preambular para. 3]",
            "79/1 = A/RES/79/1 [para. 2 (a)]",
        ],
    );
    finds(
        "language from 74/270 OP4; source: 77/181, OP 8 (c), and 76/136 (PP 21)",
        &[
            "74/270 = A/RES/74/270 [para. 4]",
            "77/181 = A/RES/77/181 [para. 8 (c)]",
            "76/136 = A/RES/76/136 [preambular para. 21]",
        ],
    );
    for silent in [
        "OP4 of 12",
        "blood pressure 120/80, OP 8",
        "OP4 of 2016",
        "OP 3 of the agreed text",
        "paragraph 4 of 60/40 splits",
        "page 3 of 40/12",
        "paragraph 3 of 12/05",
    ] {
        finds(silent, &[]);
    }
}

#[test]
fn a_draft_is_adopted_as_a_number() {
    finds(
        "The draft, adopted as 79/1, was later revised; the other was adopted as 78/553.",
        &["79/1 = A/RES/79/1", "78/553 = A/DEC/78/553"],
    );
    finds("It was adopted as 50/50 ownership.", &[]);
}

#[test]
fn decisions_may_be_shortened() {
    finds(
        "see dec. 78/553, GA decs. 78/554 and 78/555, ECOSOC dec. 2023/328",
        &[
            "78/553 = A/DEC/78/553",
            "78/554 = A/DEC/78/554",
            "78/555 = A/DEC/78/555",
            "2023/328 = E/DEC/2023/328",
        ],
    );
    for silent in ["31 Dec. 98/12", "Dec. 24/25"] {
        finds(silent, &[]);
    }
}

#[test]
fn numbers_alone_stand_in_parentheses_behind_what_is_said_of_resolutions() {
    finds(
        "The Assembly set out the format of the forum in two resolutions. It meets every year (67/290, 70/299 and 75/290 A).",
        &[
            "67/290 = A/RES/67/290",
            "70/299 = A/RES/70/299",
            "75/290 A = A/RES/75/290 A",
        ],
    );
    finds(
        "By its resolution on the forum (67/290) the Assembly decided so.",
        &["67/290 = A/RES/67/290"],
    );
    for silent in [
        "The resolution was adopted by vote (87/62).",
        "The resolution is read in half of the classes (40/60).",
        "The resolution asks for a blood pressure below the limit (120/80).",
        "The resolution and the scores (45/50)",
    ] {
        finds(silent, &[]);
    }
}

#[test]
fn numbers_of_the_security_council_may_stand_between_strokes() {
    finds(
        "pursuant to Security Council resolutions 1267/1989/2253 and UNSCR2250, UNSCRs 1325 and 1820; Security Council resolutions 1267 (1999)/1989 (2011)",
        &[
            "1267 = S/RES/1267",
            "1989 = S/RES/1989",
            "2253 = S/RES/2253",
            "2250 = S/RES/2250",
            "1325 = S/RES/1325",
            "1820 = S/RES/1820",
            "1267 (1999) = S/RES/1267 (1999)",
            "1989 (2011) = S/RES/1989 (2011)",
        ],
    );
    finds("resolution 1580/1999", &[]);
}

#[test]
fn the_text_of_a_link_and_the_first_column_of_a_table_have_numbers_alone() {
    finds(
        "endorsed by [76/300](https://undocs.org/en/x) in 2022, [50/50](https://example.org/x)",
        &["76/300 = A/RES/76/300"],
    );
    finds(
        "| Resolution | Adopted |\n| --- | --- |\n| 2419 (2018) | 2018 |\n| A/RES/76/137 | 2021 |\n| 77/276 | 2023 |\n",
        &[
            "2419 (2018) = ?",
            "A/RES/76/137 = A/RES/76/137",
            "77/276 = A/RES/77/276",
        ],
    );
    finds(
        "| Rate | Resolution |\n| --- | --- |\n| 60/40 | 12/05 |\n",
        &[],
    );
}

#[test]
fn numbers_of_emergency_sessions_speak_for_themselves() {
    finds(
        "was used for ES-11/1 and ES-11/4; the Uniting for Peace resolution (377 A (V))",
        &[
            "ES-11/1 = A/RES/ES-11/1",
            "ES-11/4 = A/RES/ES-11/4",
            "377 A (V) = A/RES/377 A (V)",
        ],
    );
    for silent in ["RES-11/1", "the ES-350 model", "A/ES-11/"] {
        finds(silent, &[]);
    }
}

#[test]
fn a_year_may_serve_two_numbers_of_the_security_council() {
    finds(
        "Security Council resolutions 242 (1967), 425 and 426 (1978) and 478 (1980)",
        &[
            "242 (1967) = S/RES/242 (1967)",
            "425 = S/RES/425",
            "426 (1978) = S/RES/426 (1978)",
            "478 (1980) = S/RES/478 (1980)",
        ],
    );
}
