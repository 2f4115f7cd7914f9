//! Which parentheses introduce a short form.

use super::*;

fn pairs(text: &str) -> Vec<(String, String, bool)> {
    find(text)
        .into_iter()
        .map(|d| (d.short.to_string(), d.full.to_string(), d.by_initials))
        .collect()
}

#[track_caller]
fn one(text: &str, short: &str, full: &str, by_initials: bool) {
    assert_eq!(pairs(text), [(short.into(), full.into(), by_initials)]);
}

#[test]
fn names_are_found_by_their_initials() {
    one(
        "Director General International Organization for Migration (IOM)",
        "IOM",
        "International Organization for Migration",
        true,
    );
    one(
        "with non-governmental organizations (NGOs) and others",
        "NGO",
        "non-governmental organizations",
        true,
    );
    one(
        "the Office of the United Nations High Commissioner for Human Rights (OHCHR)",
        "OHCHR",
        "Office of the United Nations High Commissioner for Human Rights",
        true,
    );
    one(
        "the International Convention on the Protection of the Rights of All Migrant\nWorkers and Members of Their Families (ICRMW)",
        "ICRMW",
        "International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families",
        true,
    );
    one(
        "the Office of the\nUnited Nations High Commissioner for Refugees (UNHCR)",
        "UNHCR",
        "Office of the United Nations High Commissioner for Refugees",
        true,
    );
    one(
        "IOM, the UN Department of Economic and Social Affairs (UNDESA)",
        "UNDESA",
        "UN Department of Economic and Social Affairs",
        true,
    );
    one(
        "the 2013 High Level Dialogue on Migration and Development (HLD)",
        "HLD",
        "High Level Dialogue on Migration and Development",
        true,
    );
    one(
        "the UN System Chief Executives Board for Coordination (CEB)",
        "CEB",
        "Chief Executives Board for Coordination",
        true,
    );
    one(
        "the United Nations Educational, Scientific and Cultural Organization (UNESCO)",
        "UNESCO",
        "United Nations Educational, Scientific and Cultural Organization",
        true,
    );
    one(
        "Organización Internacional para las Migraciones (OIM)",
        "OIM",
        "Organización Internacional para las Migraciones",
        true,
    );
    one(
        "Organisation internationale pour les migrations (OIM)",
        "OIM",
        "Organisation internationale pour les migrations",
        true,
    );
}

#[test]
fn a_comma_may_part_the_name_from_its_acronym() {
    one(
        "Regulation (EU) 2016/679 (the General Data Protection\nRegulation, GDPR) and others",
        "GDPR",
        "General Data Protection Regulation",
        true,
    );
    for other in [
        "her office (Geneva, IOM)",
        "a rule (see the General Data Protection Regulation, IOM)",
        "a rule (the third of the General Data Protection Regulation, GDPR)",
    ] {
        assert_eq!(pairs(other), [], "{other}");
    }
}

#[test]
fn where_initials_do_not_fit_the_name_is_a_guess() {
    one(
        "and the UN Population Fund (UNFPA)",
        "UNFPA",
        "UN Population Fund",
        false,
    );
    one(
        "the United Nations Children’s Fund (UNICEF)",
        "UNICEF",
        "United Nations Children’s Fund",
        false,
    );
    one(
        "coronavirus disease (COVID-19)",
        "COVID-19",
        "disease",
        false,
    );
}

#[test]
fn short_forms_are_announced_or_quoted() {
    one(
        "the Committee on Migrant Workers (hereinafter referred to as the Committee)",
        "Committee",
        "Committee on Migrant Workers",
        false,
    );
    one(
        "the Global Compact for Safe, Orderly and Regular Migration (hereinafter “the Compact”)",
        "Compact",
        "Global Compact for Safe, Orderly and Regular Migration",
        false,
    );
    one(
        "the Global Compact for Migration (“the Compact”)",
        "Compact",
        "Global Compact for Migration",
        false,
    );
    one(
        "the Paris Agreement (the “Agreement”)",
        "Agreement",
        "Paris Agreement",
        false,
    );
}

#[test]
fn a_short_form_may_stand_behind_its_source() {
    one(
        "the Addis Ababa Action Agenda (resolution 69/313, annex; hereinafter “AAAA”)",
        "AAAA",
        "Addis Ababa Action Agenda",
        true,
    );
    one(
        "the Paris Agreement (FCCC/CP/2015/10/Add.1, annex, hereinafter “the Agreement”)",
        "Agreement",
        "Paris Agreement",
        false,
    );
    assert_eq!(pairs("the Paris Agreement (annex; or “the Rulebook”)"), []);
}

#[test]
fn two_short_forms_may_share_a_parenthesis() {
    assert_eq!(
        pairs("the Alpha Beta Council (hereinafter referred to as “ABC” or “the Council”)"),
        [
            ("ABC".into(), "Alpha Beta Council".into(), true),
            ("Council".into(), "Alpha Beta Council".into(), false)
        ]
    );
    assert_eq!(pairs("the Alpha Beta Council (three “ABC” or four)"), []);
}

#[test]
fn the_full_name_may_stand_in_quotation_marks() {
    one(
        "the “Alpha Beta Council” (“ABC”)",
        "ABC",
        "Alpha Beta Council",
        true,
    );
    assert_eq!(pairs("the “Guide for Members” (IOM)"), []);
}

#[test]
fn an_acronym_may_be_spelt_out_behind_it() {
    one(
        "the work of IOM (International Organization for Migration)",
        "IOM",
        "International Organization for Migration",
        true,
    );
    assert_eq!(pairs("the work of IOM (in the field of migration)"), []);
}

#[test]
fn other_parentheses_introduce_nothing() {
    for text in [
        "resolution 1325 (2000)",
        "paragraph 3 (a)",
        "resolution 217 A (III)",
        "(A/67/53 and Corr.1)",
        "half a million people (579,000)",
        "protection, including training (external) working",
        "labour attachés (Bangladesh)",
        "Regulation (EU) 2024/1689",
        "Council Regulations (EC) No 810/2009 and (EU) 2016/399",
        "la décision (PESC) 2022/339",
    ] {
        assert_eq!(pairs(text), [], "{text}");
    }
}

#[test]
fn short_forms_are_announced_in_french_and_spanish() {
    for (text, short, full) in [
        (
            "la Convention relative aux petits fleuves (ci-après « la Convention »)",
            "Convention",
            "Convention relative aux petits fleuves",
        ),
        (
            "au Pacte sur les vents et marées (ci-après dénommé « le Pacte »), qui",
            "Pacte",
            "Pacte sur les vents et marées",
        ),
        (
            "el Acuerdo sobre los ríos menores (en lo sucesivo, “el Acuerdo”)",
            "Acuerdo",
            "Acuerdo sobre los ríos menores",
        ),
        (
            "la Convención sobre los ríos (“la Convención”)",
            "Convención",
            "Convención sobre los ríos",
        ),
    ] {
        one(text, short, full, false);
    }
    for text in [
        "la Convention. Les fleuves coulent (« la Convention »)",
        "la convention sur les fleuves (« la convention »)",
    ] {
        assert_eq!(pairs(text), [], "{text}");
    }
}
