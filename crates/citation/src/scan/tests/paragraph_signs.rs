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
