//! How drafts and United Nations texts cite the organization's instruments.

mod titles;

use proptest::prelude::*;

use super::*;
use crate::families::test::finds;
use crate::families::{read_alone, scan_nameless};

fn read(text: &str) -> Vec<String> {
    let citations = scan_nameless(text).into_iter();
    let labour = citations.filter_map(|citation| match citation.form {
        Form::Whole(Referent::Labour(instrument)) => {
            let token: Vec<&str> = text[citation.token].split_whitespace().collect();
            let pinpoint = citation
                .pinpoint
                .map(|place| format!(" [{place}]"))
                .unwrap_or_default();
            let title = instrument.title();
            let named = title.unwrap_or_else(|| instrument.to_string());
            Some(format!("{} = {named}{pinpoint}", token.join(" ")))
        }
        _ => None,
    });
    labour.collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(read(text), expected, "{text}");
}

const C97: &str = "Migration for Employment Convention (Revised), 1949 (No. 97)";
const C143: &str = "Migrant Workers (Supplementary Provisions) Convention, 1975 (No. 143)";
const C189: &str = "Domestic Workers Convention, 2011 (No. 189)";

#[test]
fn titles_with_year_and_number_are_read() {
    for title in [
        C97,
        C143,
        C189,
        "Domestic Workers Recommendation, 2011 (No. 201)",
        "Worst Forms of Child Labour Convention, 1999 (No. 182)",
        "Transition from the Informal to the Formal Economy Recommendation, 2015 (No. 204)",
        "Indigenous and Tribal Peoples Convention, 1989 (No. 169)",
        "Freedom of Association and Protection of the Right to Organise Convention, 1948 (No. 87)",
        "Seafarers' Identity Documents Convention (Revised), 2003 (No. 185)",
        "Maritime Labour Convention, 2006",
    ] {
        check(title, &[&format!("{title} = {title}")]);
        check(
            &format!("Recalling the {title}, of the Organization,"),
            &[&format!("{title} = {title}")],
        );
        let broken = title
            .replacen("ion, ", "ion, \n", 1)
            .replacen(" (No", "\n(No", 1);
        check(
            &format!("the {broken},3 and"),
            &[&format!("{title} = {title}")],
        );
    }
}

#[test]
fn titles_are_read_with_less_than_all_of_it() {
    check(
        "the Domestic Workers Convention, 2011, and",
        &[&format!("Domestic Workers Convention, 2011 = {C189}")],
    );
    check(
        "the Domestic Workers Convention and",
        &[&format!("Domestic Workers Convention = {C189}")],
    );
    check(
        "the ILO Domestic Workers Convention (No. 189)",
        &[&format!("Domestic Workers Convention (No. 189) = {C189}")],
    );
    check(
        "Abolition of Forced Labour Convention 1957 (No. 105)",
        &[
            "Abolition of Forced Labour Convention 1957 (No. 105) = Abolition of Forced Labour Convention, 1957 (No. 105)",
        ],
    );
    check(
        "the ILO Migrant Workers Convention, 1975 (No. 143)",
        &[&format!(
            "Migrant Workers Convention, 1975 (No. 143) = {C143}"
        )],
    );
    check(
        "the 2014 Protocol to the Forced Labour Convention, 1930",
        &[
            "2014 Protocol to the Forced Labour Convention, 1930 = Protocol of 2014 to the Forced Labour Convention, 1930",
        ],
    );
    check(
        "the Protocol to the Forced Labour \nConvention, 1930 (No. 29), and of Recommendation No. 203 of the International Labour Conference",
        &[
            "Protocol to the Forced Labour Convention, 1930 (No. 29) = Protocol of 2014 to the Forced Labour Convention, 1930",
            "Recommendation No. 203 = Forced Labour (Supplementary Measures) Recommendation, 2014 (No. 203)",
        ],
    );
    check(
        "Convention concerning Decent Work for Domestic Workers, 2011 (No. 189)",
        &[&format!(
            "Convention concerning Decent Work for Domestic Workers, 2011 (No. 189) = {C189}"
        )],
    );
    check(
        "MLC, 2006 and the MLC 2006",
        &[
            "MLC, 2006 = Maritime Labour Convention, 2006",
            "MLC 2006 = Maritime Labour Convention, 2006",
        ],
    );
}

#[test]
fn numbers_are_read() {
    check(
        "ILO Convention No. 97",
        &[&format!("ILO Convention No. 97 = {C97}")],
    );
    check(
        "Convention No. 143 of the International Labour Organization",
        &[&format!("Convention No. 143 = {C143}")],
    );
    check(
        "Conventions Nos. 97 and 143",
        &[
            &format!("Conventions Nos. 97 = {C97}"),
            &format!("143 = {C143}"),
        ],
    );
    check(
        "ILO Conventions No. 97 (1949), 143 (1975) and 189",
        &[
            &format!("ILO Conventions No. 97 (1949) = {C97}"),
            &format!("143 (1975) = {C143}"),
            &format!("189 = {C189}"),
        ],
    );
    check(
        "article 2 of ILO Convention No. 138 (1973) concerning Minimum Age",
        &["ILO Convention No. 138 (1973) = Minimum Age Convention, 1973 (No. 138) [art. 2]"],
    );
    check(
        "ILO Convention 189",
        &[&format!("ILO Convention 189 = {C189}")],
    );
    check(
        "ILO Recommendation No. 151",
        &["ILO Recommendation No. 151 = Migrant Workers Recommendation, 1975 (No. 151)"],
    );
    check(
        "the ILO adopted Recommendation No. 53 in 1937",
        &["Recommendation No. 53 = ILO Recommendation No. 53"],
    );
    for words in ["Convention No. 190", "ILO's Convention 190"] {
        let expected = format!("{words} = Violence and Harassment Convention, 2019 (No. 190)");
        check(&format!("ratify {words}."), &[&expected]);
    }
    check(
        "ILO Convention C-97",
        &[&format!("ILO Convention C-97 = {C97}")],
    );
}

#[test]
fn codes_are_read() {
    check(
        "ratify C029, C097, C143 and C189",
        &[
            "C029 = Forced Labour Convention, 1930 (No. 29)",
            &format!("C097 = {C97}"),
            &format!("C143 = {C143}"),
            &format!("C189 = {C189}"),
        ],
    );
    check(
        "ILO C97 and C143",
        &[&format!("C97 = {C97}"), &format!("C143 = {C143}")],
    );
    check("ILO C-97", &[&format!("C-97 = {C97}")]);
    check(
        "the ILO instruments (R086, R151, R201 and P029)",
        &[
            "R086 = Migration for Employment Recommendation (Revised), 1949 (No. 86)",
            "R151 = Migrant Workers Recommendation, 1975 (No. 151)",
            "R201 = Domestic Workers Recommendation, 2011 (No. 201)",
            "P029 = Protocol of 2014 to the Forced Labour Convention, 1930",
        ],
    );
    check(
        "C189 - Domestic Workers Convention, 2011 (No. 189)",
        &[&format!(
            "Domestic Workers Convention, 2011 (No. 189) = {C189}"
        )],
    );
}

#[test]
fn what_the_list_contradicts_is_kept() {
    check(
        "ILO Convention 97 of 1947",
        &["ILO Convention 97 of 1947 = ILO Convention No. 97 (1947)"],
    );
    check(
        "ILO Convention No. 143 (1957)",
        &["ILO Convention No. 143 (1957) = ILO Convention No. 143 (1957)"],
    );
    check(
        "Domestic Workers Convention, 2011 (No. 198)",
        &["Domestic Workers Convention, 2011 (No. 198) = ILO Convention No. 198 (2011)"],
    );
    check(
        "Domestic Workers Convention, 2010 (No. 189)",
        &["Domestic Workers Convention, 2010 (No. 189) = ILO Convention No. 189 (2010)"],
    );
}

#[test]
fn a_year_that_looks_like_a_slip_needs_no_name() {
    check(
        "Convention No. 143 (1957)",
        &["Convention No. 143 (1957) = ILO Convention No. 143 (1957)"],
    );
}

#[test]
fn what_others_number_is_silent() {
    for text in [
        "the judgment in case C-190/22",
        "take the R151 north of the city",
        "Council of Europe Convention No. 108",
        "Convention No. 995 of the association",
        "Convention No. 108 (1981)",
        "Convention No. 5 (1990) of the union",
        "UN/CEFACT Recommendation No. 33",
        "room C189 on the first floor",
        "the road R201 and the part P029x",
        "the Refugee Convention, 1951",
        "the Widget Convention, 1950 (No. 12)",
        "the Migrant Workers Convention",
        "Act No. 5 (No. 12)",
        "MLC of the club",
        "a vitamin C100 tablet",
        "Recommendation No. 12 of the panel",
        "the Convention, 1 page long",
    ] {
        let mut numbered = read_alone(text);
        // A title that no table has is read by another family.
        numbered.retain(|citation| !matches!(citation.form, Form::Title { .. } | Form::Back(_)));
        assert_eq!(numbered, Vec::new(), "{text}");
    }
}

#[test]
fn titles_in_spanish_end_with_year_and_number() {
    check(
        "el Convenio sobre los trabajadores migrantes (disposiciones complementarias), 1975 (núm. 143) y",
        &[&format!(
            "Convenio sobre los trabajadores migrantes (disposiciones complementarias), 1975 (núm. 143) = {C143}"
        )],
    );
    for text in [
        "el Convenio sobre la paz, 1976 (núm. 143)",
        "el Convenio de Viena. En 1975 (núm. 143)",
        "el Convenio sobre los trabajadores, 1975 (nota 143)",
    ] {
        check(text, &[]);
    }
}

#[test]
fn a_list_of_instruments_goes_on_without_its_words() {
    finds(
        "Conventions Nos. 100, 156 and 183, Recommendation 204 and others",
        &[
            "Conventions Nos. 100 = ILO Convention No. 100",
            "156 = ILO Convention No. 156",
            "183 = ILO Convention No. 183",
            "Recommendation 204 = ILO Recommendation No. 204",
        ],
    );
    finds(
        "the Nursing Personnel Convention (No. 149) and Recommendation (No. 157), as amended",
        &[
            "Nursing Personnel Convention (No. 149) = ILO Convention No. 149",
            "Recommendation (No. 157) = ILO Recommendation No. 157",
        ],
    );
    finds(
        "bound by ILO standards, C29, C87 and C105",
        &[
            "C29 = ILO Convention No. 29",
            "C87 = ILO Convention No. 87",
            "C105 = ILO Convention No. 105",
        ],
    );
    for text in [
        "Recommendation 204 of the Board",
        "Conventions in general and Recommendation 204",
        "rooms C29, C87 and C98 of the building",
        "ILO staff met in room C29",
    ] {
        finds(text, &[]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_ascii_around_an_anchor_is_read(before in "[ -~\n\u{1A}]{0,24}", after in "[ -~\n\u{1A}]{0,24}") {
        for anchor in LabourInstruments.anchors() {
            let text = format!("{before}{anchor}{after}");
            let mut found = Vec::new();
            LabourInstruments.read(&text, before.len()..before.len() + anchor.len(), &mut found);
            for citation in found {
                prop_assert!(!text[citation.token].is_empty());
            }
        }
    }
}

#[test]
fn numbers_are_read_in_french_and_spanish() {
    finds(
        "la Convention (no 189) de l’Organisation internationale du Travail et la convention n° 143 de l’OIT",
        &[
            "Convention (no 189) = ILO Convention No. 189",
            "convention n° 143 = ILO Convention No. 143",
        ],
    );
    finds(
        "el Convenio núm. 97 de la Organización Internacional del Trabajo y la Recomendación núm. 151 de la OIT",
        &[
            "Convenio núm. 97 = ILO Convention No. 97",
            "Recomendación núm. 151 = ILO Recommendation No. 151",
        ],
    );
    for text in ["les 12 experts de l’OIT", "Convention 12 de la ville"] {
        finds(text, &[]);
    }
}

#[test]
fn what_another_counts_does_not_go_on_a_list() {
    let c169 = "Indigenous and Tribal Peoples Convention, 1989 (No. 169)";
    for behind in [
        "Recommendation 112 of the Special Rapporteur",
        "Recommendation No. 112 of the Special Rapporteur",
        "Recommendation 18 of this report is that",
        "Recommendation 18 is that",
        "Recommendation 204 that the panel made",
    ] {
        check(
            &format!("ILO Convention No. 169, {behind}"),
            &[&format!("ILO Convention No. 169 = {c169}")],
        );
    }
    for text in [
        "The ILO read Recommendation No. 18 of the Special Rapporteur",
        "the ILO and Convention No. 97 of the city",
        "The ILO building has rooms C87, C98 and C29",
        "The ILO gate C29, C87 and C105",
        "the ILO hall (seats C87 and C98)",
        "the ILO in Table C029",
        "ratify by forms C143 and C189",
    ] {
        check(text, &[]);
    }
}

#[test]
fn its_own_instruments_go_on_a_list() {
    let c169 = "ILO Convention No. 169 = Indigenous and Tribal Peoples Convention, 1989 (No. 169)";
    let r204 = "Transition from the Informal to the Formal Economy Recommendation, 2015 (No. 204)";
    for (behind, token) in [
        ("Recommendation 204.", "Recommendation 204"),
        ("Recommendation 204 and others", "Recommendation 204"),
        ("Recommendation 204 (2015)", "Recommendation 204 (2015)"),
        ("Recommendation 204 of the ILO", "Recommendation 204"),
        (
            "Recommendation No. 204 of the Organization",
            "Recommendation No. 204",
        ),
    ] {
        check(
            &format!("ILO Convention No. 169, {behind}"),
            &[c169, &format!("{token} = {r204}")],
        );
    }
}
