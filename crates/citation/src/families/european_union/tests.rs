//! How drafts cite acts of the Union.

use proptest::prelude::*;

use super::*;
use crate::families::{read_alone, scan_nameless};

fn read(text: &str) -> Vec<String> {
    let citations = scan_nameless(text).into_iter();
    let acts = citations.filter_map(|citation| match citation.form {
        Form::Whole(Referent::UnionAct(act)) => Some(format!("{act} = {}", act.celex())),
        Form::Mistyped { corrections } => Some(format!("mistyped, {}", corrections[0].0)),
        _ => None,
    });
    acts.collect()
}

#[test]
fn acts_are_read_in_the_order_of_their_time() {
    for (text, expected) in [
        (
            "Regulation (EC) No 862/2007",
            "Regulation (EC) No 862/2007 = 32007R0862",
        ),
        (
            "Regulation (EU) 2016/399",
            "Regulation (EU) 2016/399 = 32016R0399",
        ),
        (
            "Regulation (EU) No 604/2013 (Dublin III)",
            "Regulation (EU) No 604/2013 = 32013R0604",
        ),
        (
            "Council Regulation (EC) No 2007/2004",
            "Regulation (EC) No 2007/2004 = 32004R2007",
        ),
        (
            "Regulation (EEC) No 1612/68",
            "Regulation (EEC) No 1612/68 = 31968R1612",
        ),
        (
            "Regulation (EC) 862/2007",
            "Regulation (EC) No 862/2007 = 32007R0862",
        ),
        (
            "Commission Implementing Regulation (EU) 2021/2016",
            "Regulation (EU) 2021/2016 = 32021R2016",
        ),
        (
            "Directive 2008/115/EC of the European Parliament",
            "Directive 2008/115/EC = 32008L0115",
        ),
        (
            "Council Directive 2003/86/EC",
            "Directive 2003/86/EC = 32003L0086",
        ),
        ("Directive 95/46/EC", "Directive 95/46/EC = 31995L0046"),
        (
            "Directive (EU) 2017/541",
            "Directive (EU) 2017/541 = 32017L0541",
        ),
        (
            "Council Decision 2009/371/JHA",
            "Decision 2009/371/JHA = 32009D0371",
        ),
        (
            "Council Framework Decision 2002/584/JHA",
            "Framework Decision 2002/584/JHA = 32002F0584",
        ),
        (
            "Decision (EU) 2015/1601",
            "Decision (EU) 2015/1601 = 32015D1601",
        ),
        (
            "Decision No 1313/2013/EU",
            "Decision No 1313/2013/EU = 32013D1313",
        ),
        ("(CELEX 32008L0115)", "32008L0115 = 32008L0115"),
        ("CELEX:52011DC0743", "52011DC0743 = 52011DC0743"),
        (
            "Regulation (EU, Euratom) 2020/2092",
            "Regulation (EU, Euratom) 2020/2092 = 32020R2092",
        ),
    ] {
        assert_eq!(read(text), [expected], "{text}");
        let broken = text.replacen(' ', "\n", 1);
        assert_eq!(read(&format!("See {broken}; it")), [expected], "{broken}");
    }
}

#[test]
fn a_list_names_the_kind_once() {
    assert_eq!(
        read("Regulations (EU) 2018/1860, (EU) 2018/1861 and (EU) 2018/1862"),
        [
            "Regulation (EU) 2018/1860 = 32018R1860",
            "Regulation (EU) 2018/1861 = 32018R1861",
            "Regulation (EU) 2018/1862 = 32018R1862",
        ]
    );
    assert_eq!(
        read("Directives 2009/50/EC and 2011/98/EU"),
        [
            "Directive 2009/50/EC = 32009L0050",
            "Directive 2011/98/EU = 32011L0098"
        ]
    );
}

#[test]
fn acts_are_read_in_french_and_spanish() {
    for (text, expected) in [
        (
            "le règlement (UE) 2016/679 du Parlement européen",
            ["Regulation (EU) 2016/679 = 32016R0679"].as_slice(),
        ),
        (
            "Règlement (CE) n° 862/2007",
            &["Regulation (EC) No 862/2007 = 32007R0862"],
        ),
        (
            "el Reglamento (UE) n.º 604/2013",
            &["Regulation (EU) No 604/2013 = 32013R0604"],
        ),
        (
            "les directives 2011/36/UE et 2012/29/UE",
            &[
                "Directive 2011/36/EU = 32011L0036",
                "Directive 2012/29/EU = 32012L0029",
            ],
        ),
        (
            "la Directiva (UE) 2024/1712",
            &["Directive (EU) 2024/1712 = 32024L1712"],
        ),
        (
            "la décision 2010/427/UE du Conseil",
            &["Decision 2010/427/EU = 32010D0427"],
        ),
        (
            "la Decisión 2011/168/PESC",
            &["Decision 2011/168/CFSP = 32011D0168"],
        ),
        (
            "la décision-cadre 2002/584/JAI",
            &["Framework Decision 2002/584/JHA = 32002F0584"],
        ),
        (
            "la Decisión Marco 2002/584/JAI",
            &["Framework Decision 2002/584/JHA = 32002F0584"],
        ),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
    for text in [
        "le dossier 2011/36/UE",
        "membre du groupe (CE) 2016/679",
        "la directive 2011/36",
        "prédécision 2010/427/UE",
        "el reglamento (UE) de 2016",
        "l’avis 2016/679/UE",
    ] {
        assert_eq!(read(text), [""; 0], "{text}");
    }
}

#[test]
fn an_act_is_one_however_it_is_written() {
    let title = UnionAct::new("L", 2008, 115, "Directive 2008/115/EC".into());
    assert_eq!(title, UnionAct::of_celex("32008L0115"));
    assert_eq!(
        title.address("en"),
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32008L0115"
    );
}

#[test]
fn mixed_orders_are_mistyped() {
    for (text, meant) in [
        ("Regulation (EU) No 2016/399", "Regulation (EU) 2016/399"),
        ("Regulation (EU) 399/2016", "Regulation (EU) 2016/399"),
        ("Regulation (EC) No 2007/862", "Regulation (EC) No 862/2007"),
    ] {
        assert_eq!(read(text), [format!("mistyped, {meant}")], "{text}");
    }
}

#[test]
fn what_only_looks_like_an_act_is_silent() {
    for text in [
        "Directive 2008/115",
        "decision 2009/371/JHA",
        "Decision 2000/288 of the Council",
        "Regulation (EU)",
        "Directive 5 of the Minister",
        "the number 3200812",
        "call 32008L011",
        "32008Z0115",
        "Decision No 5",
        "Directive 2008/115/ECX",
        "Regulation (E) No 5/2007",
        "X32008L0115",
    ] {
        assert_eq!(read_alone(text), Vec::new(), "{text}");
    }
}

#[test]
fn every_pattern_is_one() {
    for shape in &SHAPES {
        assert!(shape.word.regex().is_some() && shape.figures.regex().is_some());
    }
    assert!(CELEX.regex().is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_ascii_around_an_anchor_is_read(before in "[ -~\n]{0,24}", after in "[ -~\n]{0,24}") {
        for anchor in UnionActs.anchors() {
            let text = format!("{before}{anchor}{after}");
            let mut found = Vec::new();
            UnionActs.read(&text, before.len()..before.len() + anchor.len(), &mut found);
            for citation in found {
                prop_assert!(!text[citation.token].is_empty());
            }
        }
    }
}
