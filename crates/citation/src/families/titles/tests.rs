//! Titles that no lexicon has, and nouns that stand for an instrument.

use crate::{Back, Form, Lexicon, scan};

/// The titles in `text`, each as it is written there, and the nouns that stand for one in brackets.
fn titles(text: &str) -> Vec<String> {
    scan(text, &Lexicon::default())
        .into_iter()
        .filter_map(|citation| {
            let written: Vec<&str> = text[citation.token].split_whitespace().collect();
            match citation.form {
                Form::Title { .. } | Form::ListedTreaty { .. } => Some(written.join(" ")),
                Form::Back(Back::Noun) => Some(format!("[{}]", written.join(" "))),
                _ => None,
            }
        })
        .collect()
}

#[track_caller]
fn finds(text: &str, wanted: &[&str]) {
    assert_eq!(titles(text), wanted, "{text}");
}

#[test]
fn a_proper_modifier_makes_a_title() {
    for title in [
        "Nouméa Accord",
        "Yaoundé Code of Conduct",
        "Vienna Programme of Action",
        "Addis Ababa Declaration",
        "Bishkek Treaty",
        "Lomé Peace Agreement",
        "Ouagadougou Declaration and Plan of Action",
        "Organization of African Unity Convention",
        "Pan-African Charter",
        "Riyadh Leaders’ Declaration",
        "Santiago de Compostela Declaration",
        "Asian and Pacific Ministerial Declaration",
        "Eastern and Southern African Treaty",
        "Kigali Strategy and Plan of Action",
    ] {
        finds(&format!("recalling the {title}, which says so"), &[title]);
        finds(&format!("recalling also the {title}."), &[title]);
        let broken = title.replace(' ', "\n");
        finds(&format!("in line with the {broken} and others"), &[title]);
    }
}

#[test]
fn a_complement_in_capitals_makes_a_title() {
    for title in [
        "Convention on the Regulation of Antarctic Mineral Resource Activities",
        "Treaty on the Southeast Asia Nuclear-Weapon-Free Zone",
        "Code of Conduct concerning the Repression of Piracy",
        "Protocol for the Prohibition of the Use in War of Asphyxiating, Poisonous or Other Gases",
        "Convention on the Prohibition of the Development, Production, Stockpiling and Use of Chemical Weapons",
        "Declaration on Principles of International Law",
        "Framework for Disaster Risk Reduction 2015-2030",
        "Central American Treaty on Democratic Security",
        "Final Document of the Ninth Review Conference",
        "Final Document of the 2010 Review Conference of the Parties",
        "Torremolinos Agreement of 2012 on the Safety of Fishing Vessels",
        "Agreement governing the Activities of States on the Moon",
        "Protocol amending the Marrakesh Agreement",
        "Agreement governing the relationship between the United Nations",
        "Treaty establishing the Economic Community of Ruritania",
    ] {
        finds(&format!("recalling the {title}, which says so"), &[title]);
        finds(&format!("States Parties to the {title}; and"), &[title]);
    }
}

#[test]
fn a_title_goes_on_over_a_hyphen_at_the_end_of_a_line() {
    finds(
        "the Protocol to the Treaty on a Nuclear-Weapon-\nFree Zone in Central Asia, and",
        &["Protocol to the Treaty on a Nuclear-Weapon- Free Zone in Central Asia"],
    );
}

#[test]
fn a_title_ends_where_another_name_begins() {
    finds(
        "the Convention on Cluster Munitions and the Human Rights Council",
        &["Convention on Cluster Munitions"],
    );
    finds(
        "the Convention on Cluster Munitions and Optional Protocol on Mines thereto",
        &[
            "Convention on Cluster Munitions",
            "Optional Protocol on Mines",
        ],
    );
    finds(
        "the Guidelines for the Reduction of Underwater Noise by the International Maritime Organization in July 2023",
        &["Guidelines for the Reduction of Underwater Noise"],
    );
    finds(
        "the Framework on Marine Debris in the Indian Ocean in November 2022",
        &["Framework on Marine Debris in the Indian Ocean"],
    );
    finds(
        "the Secretary-General’s Nouméa Accord paper, of the Accord’s Committee",
        &["Nouméa Accord", "[Accord]"],
    );
}

#[test]
fn a_noun_with_its_article_stands_for_an_instrument() {
    for (text, wanted) in [
        ("parties to the Convention, the Committee", "[Convention]"),
        ("under that Protocol and others", "[Protocol]"),
        ("in the said Covenant.", "[Covenant]"),
        ("of the Optional Protocol,", "[Optional Protocol]"),
        ("The Charter\nsays", "[Charter]"),
    ] {
        finds(text, &[wanted]);
    }
}

#[test]
fn what_only_ends_like_a_title_is_silent() {
    for text in [
        "a convention on the rights of the child",
        "conventions and protocols of every kind",
        "the Department of Management Strategy, Policy and Compliance",
        "the Office of Programme Strategy",
        "the Framework Fund for all",
        "the Constitutional Convention Centre",
        "the Treaty Section of the Office of Legal Affairs",
        "Recalling Conventions of many kinds",
        "and the protocols thereto",
        "Agreement was reached in Geneva.",
        "He said: Rules are rules.",
        "Guidelines of the Group",
        "the final document of the conference",
    ] {
        finds(text, &[]);
    }
    // Another one than any that was named.
    for text in [
        "and the Optional Protocol thereto",
        "the Headquarters Agreement",
    ] {
        assert!(
            titles(text).iter().all(|title| title.starts_with('[')),
            "{text}: {:?}",
            titles(text)
        );
    }
}

#[test]
fn chains_of_nouns_are_no_single_title() {
    let chain = "Convention on Treaty of Protocol to Charter for ".repeat(200);
    for title in titles(&chain) {
        assert!(title.len() < 200, "{title}");
    }
    let modifiers = "Lisbon Convention ".repeat(200);
    for title in titles(&modifiers) {
        assert!(title.len() < 200, "{title}");
    }
}

#[test]
fn amendments_pairs_and_years_belong_to_titles() {
    for title in [
        "Amendment to the Convention on the Physical Protection of Nuclear Material",
        "Declaration to Supplement the 1994 Declaration on Measures to Eliminate International Terrorism",
        "Anti-Fraud and Anti-Corruption Framework of the United Nations Secretariat",
        "Recommended Principles and Guidelines on Human Rights and Human Trafficking",
        "African Space Policy and Strategy",
        "Guiding Principles for the Search for Disappeared Persons",
        "Agreement under the United Nations Convention on the Law of the Sea",
        "Third Work Plan for a Comprehensive Response to Trafficking in Persons",
        "Buenos Aires Action Plan",
        "2018-2030 Strategic Framework",
        "Action Plan on Rivers in the Lowlands (2022–2029)",
        "Abidjan Call",
        "Global Initiative on Reducing Land Degradation",
        "Dakar Declaration on Quiet Rivers and Call to Action",
        "Hague Convention of 5 October 1961 on the Form of Testamentary Dispositions",
        "Treaty of Yaoundé",
        "Évian Accord",
        "“Space2030” Agenda",
        "Model Provisions on Mediation for Disputes between States",
        "Model Law on International Commercial Arbitration",
        "Protocol to the Charter on Human and Peoples’ Rights",
        "Declaration of Sharm el-Sheikh",
        "Joint Continental Strategy for COVID-19 Outbreaks",
        "Agreement between the Tribunal and the Kingdom of Ruritania",
    ] {
        finds(&format!("recalling the {title}, which says so"), &[title]);
    }
    finds(
        "consistent with the Space Debris Guidelines of the Coordination Committee and with the Space Debris Guidelines \
         of the Outer Space Committee, which",
        &[
            "Space Debris Guidelines of the Coordination Committee",
            "Space Debris Guidelines of the Outer Space Committee",
        ],
    );
}

#[test]
fn plural_nouns_of_an_organization_and_parts_of_documents_are_no_title() {
    for text in [
        "the eight fundamental ILO Conventions apply",
        "UN Treaties and others",
        "entitled “Amendment to Article VI of the Statute”",
        "the elaboration of Complementary Standards",
        "Recalling Principles of old",
        "the Manual of the Group",
        "the Debt Service Suspension Initiative",
        "the Regional Seas Initiative of the Group",
        "a Conference Call with the Fund",
        "his brief A New Agenda for Peace",
        "a Model Law for all",
        "the 2022–2025 plan",
        "the “Stars” programme",
        "an action plan and a road map",
    ] {
        assert!(
            titles(text).iter().all(|title| title.starts_with('[')),
            "{text}: {:?}",
            titles(text)
        );
    }
}

#[test]
fn a_year_tells_a_noun_from_others() {
    finds(
        "the Convention and its 1967 Protocol, and the 1967 Protocol thereto; Article 31 of the 1951 Convention",
        &[
            "[Convention]",
            "[1967 Protocol]",
            "[1967 Protocol]",
            "[1951 Convention]",
        ],
    );
    finds(
        "the Convention and its Protocol of 1967, and the Convention of 1951 relating to rivers",
        &["[Convention]", "[Protocol of 1967]", "[Convention]"],
    );
    finds(
        "the Convention and the Protocols thereto",
        &["[Convention]", "[Protocols]"],
    );
    finds(
        "the Convention and its three Optional Protocols, or its Second Additional Protocol",
        &[
            "[Convention]",
            "[Optional Protocols]",
            "[Second Additional Protocol]",
        ],
    );
}

#[test]
fn every_noun_may_begin_where_it_stands() {
    for [noun, role] in crate::title_words::rows() {
        if matches!(role, "head" | "weak" | "loose") {
            assert!(super::noun(noun, 0).is_some(), "{noun}");
        }
    }
}

#[test]
fn what_is_only_wished_for_is_no_title() {
    for text in [
        "a new EU-Africa Strategy",
        "an Addis Ababa Declaration",
        "from 24 February to 4 April 2025 Agenda item 3",
        "SEVENTY-SEVENTH WORLD HEALTH ASSEMBLY\nAgenda item 13.3",
    ] {
        finds(text, &[]);
    }
}

#[test]
fn titles_keep_their_year_their_series_and_their_distance() {
    for title in [
        "Riverbank Strategy for Boats to the Year 2000",
        "Riverbank Declaration on People Ferrying, Trafficking in Boats and Related Riverine Crime",
    ] {
        finds(
            &format!("paragraph 3 of the {title}, which says so"),
            &[title],
        );
    }
    finds(
        "the Riverbank Declaration of 2015 and the African Charter on the Boats and Bees came before it",
        &[
            "Riverbank Declaration",
            "African Charter on the Boats and Bees",
        ],
    );
    finds(
        "the Riverbank Declaration of 2001 and Programme of Action, paragraph 5",
        &["Riverbank Declaration of 2001 and Programme of Action"],
    );
}
