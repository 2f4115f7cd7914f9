//! Paragraph references by a code, a sign or a part: "OP12", "§ 7", "para. III.15".

use super::finds;

#[test]
fn codes_and_signs_of_paragraphs_need_no_comma() {
    finds(
        "A/RES/79/169 OP12, A/RES/79/169 PP4 and CRC/C/GC/6 ¶ 23; A/HRC/50/31, §§ 12-15; A/HRC/50/32 (§7)",
        &[
            "A/RES/79/169 = A/RES/79/169 [para. 12]",
            "A/RES/79/169 = A/RES/79/169 [preambular para. 4]",
            "CRC/C/GC/6 = CRC/C/GC/6 [para. 23]",
            "A/HRC/50/31 = A/HRC/50/31 [paras. 12-15]",
            "A/HRC/50/32 = A/HRC/50/32 [para. 7]",
        ],
    );
    finds(
        "A/RES/79/169 § and A/HRC/50/31 OP and A/HRC/50/32 §§§ 4",
        &[
            "A/RES/79/169 = A/RES/79/169",
            "A/HRC/50/31 = A/HRC/50/31",
            "A/HRC/50/32 = A/HRC/50/32",
        ],
    );
}

/// A sign glued to one figure is shorter than every unit.
#[test]
fn a_sign_at_the_very_end_is_read_as_one_before_a_line_break() {
    for text in ["A/RES/79/169, § 4", "A/RES/79/169, §4", "A/RES/79/169 ¶4"] {
        finds(text, &["A/RES/79/169 = A/RES/79/169 [para. 4]"]);
        finds(
            &format!("{text}\n"),
            &["A/RES/79/169 = A/RES/79/169 [para. 4]"],
        );
    }
}

#[test]
fn signs_and_codes_stand_on_either_side() {
    finds(
        "under §§ 138-139 of resolution 60/1, ¶ 5 of A/RES/70/1 and UN Doc. A/RES/60/1, at ¶¶ 138–39",
        &[
            "60/1 = A/RES/60/1 [paras. 138-139]",
            "A/RES/70/1 = A/RES/70/1 [para. 5]",
            "A/RES/60/1 = A/RES/60/1 [paras. 138-39]",
        ],
    );
    finds(
        "para 6 UNSCR 2175 and OP3 UNSCR 2730",
        &["2175 = S/RES/2175 [para. 6]", "2730 = S/RES/2730 [para. 3]"],
    );
    finds(
        "UNSCR 2719 (2023) – OP 4",
        &["2719 (2023) = S/RES/2719 (2023) [para. 4]"],
    );
}

#[test]
fn paragraphs_may_be_numbered_in_their_part() {
    finds(
        "A/78/7, paras. III.15 and VIII.45; A/77/7, chap. II, para. V.32",
        &[
            "A/78/7 = A/78/7 [paras. III.15 and VIII.45]",
            "A/77/7 = A/77/7 [chap. II, para. V.32]",
        ],
    );
}

#[test]
fn a_dash_between_spaces_joins_no_count_and_no_year() {
    finds(
        "A/67/267, para. 16 – 3; A/67/268, paragraph 5 – 120 to 3, with 40 abstentions; A/67/269, para. 5 – 2020. A/67/270, paragraph 5 – 3 of the members objected; A/67/271, paragraph 5 – 12 of the members objected",
        &[
            "A/67/267 = A/67/267 [para. 16]",
            "A/67/268 = A/67/268 [para. 5]",
            "A/67/269 = A/67/269 [para. 5]",
            "A/67/270 = A/67/270 [para. 5]",
            "A/67/271 = A/67/271 [para. 5]",
        ],
    );
    finds(
        "paragraphs 14 – 16 of resolution 67/172",
        &["67/172 = A/RES/67/172 [paras. 14-16]"],
    );
}

#[test]
fn a_verb_annexes_nothing_to_what_it_stands_behind() {
    finds(
        "The letter in document A/73/195 annexes, in its entirety, the text; A/73/196 annexes I and II, in full",
        &[
            "A/73/195 = A/73/195",
            "A/73/196 = A/73/196 [annexes I and II]",
        ],
    );
}

#[test]
fn a_place_behind_a_participle_is_its_own_only_behind_its() {
    finds(
        "As noted, resolution 67/172 provided in annex II to this letter is void. Resolution 67/173 states in annex II to the letter that, and resolution 67/174 stated in paragraph 5 that",
        &[
            "67/172 = A/RES/67/172",
            "67/173 = A/RES/67/173",
            "67/174 = A/RES/67/174",
        ],
    );
    finds(
        "Resolution 67/175 provided in its annex II that",
        &["67/175 = A/RES/67/175 [annex II]"],
    );
}

#[test]
fn operative_clauses_are_paragraphs() {
    finds(
        "Security Council resolution 2117 (2013), op. 9, and resolution 67/172, operative clause 4.",
        &[
            "2117 (2013) = S/RES/2117 (2013) [para. 9]",
            "67/172 = A/RES/67/172 [para. 4]",
        ],
    );
    finds(
        "See resolution 67/172, op. cit.",
        &["67/172 = A/RES/67/172", "op. cit. = back"],
    );
}
