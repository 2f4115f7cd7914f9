//! Documents that are named by a component or a number behind another.

use proptest::prelude::*;

use super::*;
use crate::{Form, Lexicon, Referent, scan};

/// Words and components in any case, and what may join them.
const WORDS: &str = "[ ,&]{0,2}(and|AND|to|To|et|Y|&|,|-|\u{1A})? ?(Corr|corr|ADD|Add|L|SR|PV|of|the)?[. ]?[0-9]{0,4}[,.)a]?";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]
    #[test]
    fn a_look_ahead_leaves_out_nothing(text in WORDS) {
        let record = Symbol::parse("CRC/C/SR.2").unwrap();
        let open = grammar::dotted("Corr").unwrap();
        for at in 0..=text.len() {
            let is_named = named(&text, at).is_some()
                || bare(&text, at, open).is_some()
                || next_meeting(&text, at, &record).is_some();
            prop_assert!(may_be_named(&text, at) || !is_named, "{text:?} at {at}");
            let next = cursor::skip_space(&text, at);
            let joint_at_length = cursor::joint(&text, next, &[","], &JOINTS)
                .or_else(|| behind_letter(&text, next));
            let run = cursor::word(&text, at, "-").is_some();
            prop_assert!(run || joint(&text, at, None) == joint_at_length, "{text:?} at {at}");
        }
    }
}

fn symbols(text: &str) -> Vec<String> {
    let named = |form: &Form| match form {
        Form::Whole(Referent::Symbol(symbol)) => symbol.to_string(),
        other => format!("{other:?}"),
    };
    let found = scan(text, &Lexicon::default());
    found
        .iter()
        .map(|one| format!("{}={}", &text[one.token.clone()], named(&one.form)))
        .collect()
}

#[test]
fn each_component_names_a_document_of_its_own() {
    for (text, wanted) in [
        (
            "A/67/53 and Corr.1",
            "A/67/53=A/67/53 Corr.1=A/67/53/Corr.1",
        ),
        (
            "(A/67/53, para. 4, and Corr.1 and 2; A/67/54, sect. II, and Add.1)",
            "A/67/53=A/67/53 Corr.1=A/67/53/Corr.1 2=A/67/53/Corr.2 A/67/54=A/67/54 Add.1=A/67/54/Add.1",
        ),
        (
            "A/67/53/Add.1, para. 4, and 5 others; paragraph 4 of A/67/53, and Corr.1",
            "A/67/53/Add.1=A/67/53/Add.1 A/67/53=A/67/53 Corr.1=A/67/53/Corr.1",
        ),
        (
            "(A/67/53, Corr.1 and Add.1)",
            "A/67/53=A/67/53 Corr.1=A/67/53/Corr.1 Add.1=A/67/53/Add.1",
        ),
        (
            "A/69/488/Add.2 and Corr.1 and 2)",
            "A/69/488/Add.2=A/69/488/Add.2 Corr.1=A/69/488/Add.2/Corr.1 2=A/69/488/Add.2/Corr.2",
        ),
        (
            "A/80/L.1 and Add.1–3",
            "A/80/L.1=A/80/L.1 Add.1–3=A/80/L.1/Add.1-3",
        ),
        (
            "A/C.3/79/SR.20-SR.24, A/78/PV.3–PV.5",
            "A/C.3/79/SR.20=A/C.3/79/SR.20 SR.24=A/C.3/79/SR.24 A/78/PV.3=A/78/PV.3 PV.5=A/78/PV.5",
        ),
        (
            "A/67/53/Add.1 and 2.",
            "A/67/53/Add.1=A/67/53/Add.1 2=A/67/53/Add.2",
        ),
        (
            "A/67/53/Add.1, Add.2 and Add.3",
            "A/67/53/Add.1=A/67/53/Add.1 Add.2=A/67/53/Add.2 Add.3=A/67/53/Add.3",
        ),
        (
            "A/67/53/Corr.1 and Add.1",
            "A/67/53/Corr.1=A/67/53/Corr.1 Add.1=A/67/53/Add.1",
        ),
        (
            "A/C.3/67/L.40/Rev.1 and Add.1",
            "A/C.3/67/L.40/Rev.1=A/C.3/67/L.40/Rev.1 Add.1=A/C.3/67/L.40/Rev.1/Add.1",
        ),
        ("A/80/L.1 and L.2", "A/80/L.1=A/80/L.1 L.2=A/80/L.2"),
        (
            "A/C.3/79/L.42/Rev.1 and L.43",
            "A/C.3/79/L.42/Rev.1=A/C.3/79/L.42/Rev.1 L.43=A/C.3/79/L.43",
        ),
        (
            "A/CN.4/SR.3588 to SR.3591;",
            "A/CN.4/SR.3588=A/CN.4/SR.3588 SR.3591=A/CN.4/SR.3591",
        ),
        (
            "A/C.6/78/SR.19 and\nSR.20",
            "A/C.6/78/SR.19=A/C.6/78/SR.19 SR.20=A/C.6/78/SR.20",
        ),
        (
            "(CRC/C/SR.2812 and 2813)",
            "CRC/C/SR.2812=CRC/C/SR.2812 2813=CRC/C/SR.2813",
        ),
        (
            "see A/C.5/78/SR.18, 19 and 21)",
            "A/C.5/78/SR.18=A/C.5/78/SR.18 19=A/C.5/78/SR.19 21=A/C.5/78/SR.21",
        ),
        (
            "(voir CCPR/C/SR.3424 et 3425)",
            "CCPR/C/SR.3424=CCPR/C/SR.3424 3425=CCPR/C/SR.3425",
        ),
        (
            "(A/C.3/63/SR.32, 39, 40 y 48)",
            "A/C.3/63/SR.32=A/C.3/63/SR.32 39=A/C.3/63/SR.39 40=A/C.3/63/SR.40 48=A/C.3/63/SR.48",
        ),
        (
            "las signaturas A/63/435 y Add.1.",
            "A/63/435=A/63/435 Add.1=A/63/435/Add.1",
        ),
        (
            "см. CEDAW/C/SR.1833 и 1835.",
            "CEDAW/C/SR.1833=CEDAW/C/SR.1833 1835=CEDAW/C/SR.1835",
        ),
        (
            "(见CEDAW/C/SR.890和891)",
            "CEDAW/C/SR.890=CEDAW/C/SR.890 891=CEDAW/C/SR.891",
        ),
        (
            "E/2005/47 и Corr.1",
            "E/2005/47=E/2005/47 Corr.1=E/2005/47/Corr.1",
        ),
        (
            "A/67/53 and Corr.1, para. 12",
            "A/67/53=A/67/53 Corr.1=A/67/53/Corr.1",
        ),
    ] {
        assert_eq!(symbols(text).join(" "), wanted, "{text}");
    }
}

#[test]
fn what_follows_belongs_to_the_document_named_last() {
    for (text, wanted) in [
        (
            "A/HRC/50/L.3/Rev.1, L.4 and Add.1",
            "A/HRC/50/L.3/Rev.1=A/HRC/50/L.3/Rev.1 L.4=A/HRC/50/L.4 Add.1=A/HRC/50/L.4/Add.1",
        ),
        (
            "NPT/CONF.2020/PC.III/WP.21, WP.33 and WP.38.",
            "NPT/CONF.2020/PC.III/WP.21=NPT/CONF.2020/PC.III/WP.21 WP.33=NPT/CONF.2020/PC.III/WP.33 \
             WP.38=NPT/CONF.2020/PC.III/WP.38",
        ),
        (
            "A/HRC/50/L.3, L.4/Rev.1 and Add.1",
            "A/HRC/50/L.3=A/HRC/50/L.3 L.4/Rev.1=A/HRC/50/L.4/Rev.1 Add.1=A/HRC/50/L.4/Rev.1/Add.1",
        ),
        (
            "A/C.3/79/L.42 and L.43/Rev.2/Add.1.",
            "A/C.3/79/L.42=A/C.3/79/L.42 L.43/Rev.2/Add.1=A/C.3/79/L.43/Rev.2/Add.1",
        ),
        (
            "A/61/PV.84 and 105;",
            "A/61/PV.84=A/61/PV.84 105=A/61/PV.105",
        ),
    ] {
        assert_eq!(symbols(text).join(" "), wanted, "{text}");
    }
}

#[test]
fn what_counts_other_things_is_no_document() {
    for text in [
        "A/67/53/Add.1 and 2 other reports",
        "A/67/53/Corr.1, 2 May 2012",
        "A/67/53 and 2",
        "A/67/53 and L.2",
        "A/67/53 and Rev. 1 of the draft",
        "A/78/PV.50, 121.",
        "S/PV.44, 123.",
        "A/67/53 • Add.1 was issued",
        "A/C.5/78/SR.18 → 19.",
        "S/PV.9876 • 9877",
        "S/PV.9876 ✓ 9877",
        "A/80/L.1 and A",
        "A/80/L.1 and PV.2",
        "S/PV.9876, 25 October 2024",
        "A/C.5/78/SR.18, 25 October 2023",
        "A/78/PV.10, 11 October 2023",
        "A/C.5/78/SR.18, 45 States made statements.",
        "A/61/PV.84, 140 States made statements.",
        "S/PV.9876, 9900 people were displaced.",
        "A/C.3/67/SR.12 to 15 delegations",
        "A/C.3/78/SR.12 and 15 others",
        "CRC/C/SR.2812 and 281",
        "CRC/C/SR.2812 and 2811",
        "CRC/C/SR.2812 et 2815 autres",
        "CRC/C/SR.2812 и 2815 других",
        "CRC/C/SR.2812和2815次会议",
        "A/67/53 y 2",
    ] {
        assert_eq!(symbols(text).len(), 1, "{text}");
    }
}

#[test]
fn the_meetings_of_a_list_rise() {
    assert_eq!(
        symbols("(A/C.5/62/SR.3, 6-11, 13 and 23-26)").join(" "),
        "A/C.5/62/SR.3=A/C.5/62/SR.3 6-11=A/C.5/62/SR.6-11 13=A/C.5/62/SR.13 23-26=A/C.5/62/SR.23-26"
    );
    assert_eq!(symbols("A/C.6/74/SR.9 and 10.").len(), 2);
    for alone in [
        "A/C.5/62/SR.13, 6 and 7",
        "A/C.5/62/SR.3, 12",
        "A/C.5/62/SR.3, 6 and 7 May",
        "A/C.5/62/SR.3 and 11 other records",
    ] {
        assert_eq!(symbols(alone).len(), 1, "{alone}");
    }
}

#[test]
fn the_last_of_a_run_names_its_component_again_or_not() {
    for (text, wanted) in [
        (
            "A/59/668/Add.7–Add.10",
            "A/59/668/Add.7=A/59/668/Add.7 Add.10=A/59/668/Add.10",
        ),
        (
            "A/59/668/Add.7 à Add.10",
            "A/59/668/Add.7=A/59/668/Add.7 Add.10=A/59/668/Add.10",
        ),
        (
            "A/59/668/Add.7 à 10.",
            "A/59/668/Add.7=A/59/668/Add.7 10=A/59/668/Add.10",
        ),
        (
            "A/59/668/Add.7 a Add.10",
            "A/59/668/Add.7=A/59/668/Add.7 Add.10=A/59/668/Add.10",
        ),
        (
            "A/59/668/Add.7 إلى Add.10",
            "A/59/668/Add.7=A/59/668/Add.7 Add.10=A/59/668/Add.10",
        ),
        ("A/59/668/Add.7، الفقرة 10", "A/59/668/Add.7=A/59/668/Add.7"),
        (
            "A/59/668/Corr.1، الفقرات 5 و 6",
            "A/59/668/Corr.1=A/59/668/Corr.1",
        ),
    ] {
        assert_eq!(symbols(text).join(" "), wanted, "{text}");
    }
}
