//! Instruments that are named in part: items of a list, words of a title.

use super::voices::named;
use super::{means, resolved};

#[test]
fn treaties_of_a_list_are_known_by_their_places() {
    means(
        "the treaties of Tlatelolco, Rarotonga and Lagos",
        &[
            "treaties of Tlatelolco = Treaty for the Prohibition of Nuclear Weapons in Latin America and the Caribbean, exists",
            "Rarotonga = South Pacific Nuclear Free Zone Treaty, exists",
            "Lagos = Treaty of Lagos, unknown",
        ],
    );
}

#[test]
fn years_of_a_list_bind_only_together() {
    for text in [
        "article 36 of the 1961 and 1971 Conventions and in article 38 of the 1961, 1971 and 1988 Conventions.",
        "the 1951 and 1961 Conventions",
        "article 99 of the 1951 and 1897 Conventions",
    ] {
        means(text, &[]);
    }
    means(
        "the 1961 Convention on the Reduction of Statelessness",
        &[
            "1961 Convention on the Reduction of Statelessness = Convention on the Reduction of Statelessness, exists",
        ],
    );
}

#[test]
fn a_short_form_may_take_its_words_from_all_over_the_title() {
    const FULL: &str = "Agreement between the United Nations and the United States of America regarding the Headquarters of \
                        the United Nations";
    means(
        &format!("Recalling the {FULL},\n\nthe Headquarters Agreement provides that the host"),
        &[
            &format!("{FULL} = {FULL}, exists"),
            &format!("Headquarters Agreement = {FULL}, exists"),
        ],
    );
}

#[test]
fn a_title_of_treaties_is_no_list_of_them() {
    means(
        "the Rome Treaties on Fishing and the treaties\nof Rome and Lisbon",
        &[
            "Rome Treaties on Fishing = Rome Treaties on Fishing, unknown",
            "treaties of Rome = Treaty of Rome, unknown",
            "Lisbon = Treaty of Lisbon, unknown",
        ],
    );
}

#[test]
fn a_title_cut_short_means_the_one_that_was_named_in_full() {
    const FULL: &str = "Bamako Declaration on Quiet Rivers";
    means(
        &format!("Recalling the {FULL},\n\nguided by the Bamako Declaration,"),
        &[
            &format!("{FULL} = {FULL}, unknown"),
            &format!("Bamako Declaration = {FULL}, unknown"),
        ],
    );
    // Two that go on, and one that only has more beside it.
    means(
        &format!("The {FULL} and the Bamako Declaration on Deep Lakes.\n\nthe Bamako Declaration,"),
        &[
            &format!("{FULL} = {FULL}, unknown"),
            "Bamako Declaration on Deep Lakes = Bamako Declaration on Deep Lakes, unknown",
            "Bamako Declaration = Bamako Declaration, unknown",
        ],
    );
    means(
        "The Bamako Declaration and Programme of Action.\n\nthe Bamako Declaration,",
        &[
            "Bamako Declaration and Programme of Action = Bamako Declaration and Programme of Action, unknown",
            "Bamako Declaration = Bamako Declaration, unknown",
        ],
    );
}

#[test]
fn numbers_behind_ibid_are_those_of_the_report_in_the_note_before() {
    const REPORT: &str = "Report of the Lomé World Conference";
    let notes = |second: &str, third: &str| {
        format!(
            "Text.[^1][^2][^3]\n\n\
             [^1]: {REPORT}, Lomé, 3–5 May 1999 (United Nations publication, Sales No. E.99.I.1), chap. I, resolution 1, annex I.\n\n\
             [^2]: {second}\n\n[^3]: {third}\n"
        )
    };
    let numbers = |text: &str| -> Vec<String> {
        let read = super::resolved(text);
        let numbers = read
            .references
            .iter()
            .filter(|one| one.kind == citation::Kind::Number);
        numbers.map(|one| super::line(text, one)).collect()
    };
    assert_eq!(
        numbers(&notes(
            "Ibid., resolution 2, annex.",
            "Ibid., resolution 3."
        )),
        [
            "1 = Lomé World Conference: 1, unknown",
            "2 = Lomé World Conference: 2, unknown",
            "3 = Lomé World Conference: 3, unknown",
        ]
    );
    // Another source stands between.
    assert_eq!(
        numbers(&notes("A/67/53.", "Ibid., resolution 3.")),
        ["1 = Lomé World Conference: 1, unknown"]
    );
}

#[test]
fn words_apart_count_only_where_no_title_has_them_together() {
    means(
        "The Agreement on Headquarters for the Tribunal and the Lomé Headquarters Agreement.\n\n\
         the Headquarters Agreement provides",
        &[
            "Agreement on Headquarters for the Tribunal = Agreement on Headquarters for the Tribunal, unknown",
            "Lomé Headquarters Agreement = Lomé Headquarters Agreement, unknown",
            "Headquarters Agreement = Lomé Headquarters Agreement, unknown",
        ],
    );
}

#[test]
fn a_short_title_that_many_bear_is_nobodys() {
    for text in [
        "Protocol V to the Quiet Rivers Convention",
        "Protocol V.B stands.",
        "The IPoA on sharks and IPoA-IUU stand.",
    ] {
        let found = super::resolved(text);
        let meant = found
            .references
            .iter()
            .filter_map(|one| one.referent.as_ref());
        let is_catalogued = |meant: &citation::Referent| {
            let meant = meant.to_string();
            meant.contains("Explosive Remnants") || meant.contains("Istanbul")
        };
        assert!(!meant.clone().any(is_catalogued), "{text}");
    }
    means(
        "CCW Protocol V and Protocol V to the Convention on Certain Conventional Weapons stand.",
        &[
            "CCW Protocol V = Protocol on Explosive Remnants of War (Protocol V), exists",
            "Protocol V to the Convention on Certain Conventional Weapons = Protocol on Explosive Remnants of War \
             (Protocol V), exists",
        ],
    );
    means(
        "the Paris Principles and guidelines on national institutions",
        &[
            "Paris Principles = Principles relating to the Status of National Institutions for the Promotion and Protection \
             of Human Rights, exists",
        ],
    );
}

#[test]
fn an_instrument_that_is_all_but_named_is_meant() {
    for (words, right) in [
        (
            "Vienna Convention of the Law of Treaties",
            "Vienna Convention on the Law of Treaties",
        ),
        (
            "Convention on the Right of the Child",
            "Convention on the Rights of the Child",
        ),
        (
            "Universal Declaration on Human Rights",
            "Universal Declaration of Human Rights",
        ),
    ] {
        let text = format!("Recalling the {words}, and");
        let found = resolved(&text);
        let [reference] = &found.references[..] else {
            panic!("{text}: {:?}", found.references);
        };
        assert_eq!(reference.existence, crate::Existence::Exists, "{text}");
        assert_eq!(
            reference.title_agreement,
            crate::Agreement::Contradicts(right.into()),
            "{text}"
        );
        assert_eq!(reference.title.as_ref().unwrap().words, words);
    }
    for text in [
        "the Addis Convention on the Right of Rivers",
        "the Convention on the Rights of the Child",
        "the Convention on the Law of Rivers",
        "The Comprehensive Nuclear Test Ban Treaty",
    ] {
        let found = resolved(text);
        assert_eq!(
            found.references[0].title_agreement,
            crate::Agreement::NotCheckable,
            "{text}"
        );
    }
}

#[test]
fn a_year_before_the_title_is_no_short_name() {
    let whole = "Political Declaration and Plan of Action on International Cooperation towards an Integrated and Balanced Strategy to \
                 Counter the World Drug Problem";
    means(
        &format!("including the 2009 {whole}, they agreed"),
        &[&format!("{whole} = {whole}, exists")],
    );
    means(
        "including the 2009 Political Declaration and Plan of Action, they agreed",
        &[&format!(
            "2009 Political Declaration and Plan of Action = {whole}, exists"
        )],
    );
}

#[test]
fn an_instrument_goes_by_its_organization() {
    let agreement =
        "Relationship Agreement between the United Nations and the International Criminal Court";
    named(
        "The International Criminal Court reports.\n\nArticle 4 of the Relationship Agreement binds both.\n",
        &[agreement],
    );
    let rome = "Rome Statute of the International Criminal Court";
    for words in [
        "the Court’s Statute",
        "article 5 of the Court's Statute",
        "article 5 of the Statute of the Court",
    ] {
        let text = format!("The International Criminal Court reports.\n\nIt refers to {words}.\n");
        named(&text, &[rome]);
    }
    named(
        "The International Court of Justice reports.\n\nIt refers to the Court’s Statute.\n",
        &["Statute of the International Court of Justice"],
    );
    for silent in [
        "Article 4 of the Relationship Agreement binds both.\n",
        "The International Criminal Court and the International Court of Justice report.\n\nThey refer to the Court’s Statute.\n",
        "The International Criminal Court reports.\n\nIt refers to the Statute of the Lake Tribunal.\n",
        "The International Criminal Court reports.\n\nIt refers to the Agency’s Statute.\n",
        "The International Criminal Court reports.\n\nIt refers to article 9 of the Statute of the Court of Appeal.\n",
    ] {
        named(silent, &[]);
    }
    named(
        "Recalling the Rome Statute, and article 3 of the Statute of the Lake Tribunal.\n",
        &[rome],
    );
}

#[test]
fn an_acronym_tells_a_title_that_is_all_but_right() {
    let women = "Convention on the Elimination of All Forms of Discrimination against Women";
    named(
        "Under the Convention to Abolish All Forms of Discrimination against Women (CEDAW).\n",
        &[women, women],
    );
    named(
        "Under the Convention on the Protection of All Rivers of Asia (CEDAW).\n",
        &["Convention on the Protection of All Rivers of Asia", women],
    );
}

#[test]
fn an_optional_protocol_is_that_of_the_treaty_beside_it() {
    let children = "Convention on the Rights of the Child";
    let torture =
        "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment";
    let protocol = format!("Optional Protocol to the {torture}");
    named(
        "It welcomes the Convention against Torture and the Optional Protocol thereto.\n",
        &[torture, &protocol],
    );
    named(
        "It welcomes the Convention against Torture.\n\nThe Optional Protocol to the Convention binds ten States.\n",
        &[torture, &protocol, torture],
    );
    // There are three of them.
    named(
        "It welcomes the Convention against Torture, the Convention on the Rights of the Child and the Optional Protocol \
         thereto.\n",
        &[torture, children],
    );
}

#[test]
fn that_convention_is_the_one_before_it() {
    let sea = "United Nations Convention on the Law of the Sea";
    let species = "Convention on the Conservation of Migratory Species of Wild Animals";
    named(
        &format!(
            "It recalls the {sea} (“the Convention”).\n\nIt notes the {species}, and sharks in appendix II to\nthat \
             Convention, and the Convention.\n"
        ),
        &[sea, species, species, sea],
    );
}

#[test]
fn a_protocol_is_on_the_subject_of_its_treaty() {
    let refugees = "Convention relating to the Status of Refugees";
    let protocol = "Protocol relating to the Status of Refugees";
    for behind in [
        "the Protocol thereto",
        "its Protocol of 1967",
        "its 1967 Protocol",
    ] {
        named(
            &format!("It welcomes the {refugees} and {behind}.\n"),
            &[refugees, protocol],
        );
    }
    let safety = "Convention on the Safety of United Nations and Associated Personnel";
    named(
        &format!("It welcomes the {safety} and the 2005 Optional Protocol thereto.\n"),
        &[safety, &format!("Optional Protocol to the {safety}")],
    );
    // There are several of them.
    let crime = "United Nations Convention against Transnational Organized Crime";
    named(
        &format!("It welcomes the {crime} and the Protocol thereto.\n"),
        &[crime],
    );
}

#[test]
fn a_conference_calls_its_own_treaty_by_its_noun() {
    let framework = "United Nations Framework Convention on Climate Change";
    named(
        "The Conference of the Parties serving as the meeting of the Parties to the Kyoto Protocol,\n\n\
         Recalling the objective of the Convention,\n",
        &[
            "Kyoto Protocol to the United Nations Framework Convention on Climate Change",
            framework,
        ],
    );
    named(
        "The General Assembly,\n\nRecalling the objective of the Convention,\n",
        &[],
    );
}

#[test]
fn chinese_has_one_noun_for_covenants_and_conventions() {
    let covenant = "International Covenant on Civil and Political Rights";
    let protocol = format!("Optional Protocol to the {covenant}");
    named(
        "《公民权利和政治权利国际公约》缔约国\n\n根据《公约》第40条和《任择议定书》第五条，\n",
        &[covenant, covenant, &protocol],
    );
    let children = "Convention on the Rights of the Child";
    named(
        "《公民权利和政治权利国际公约》和《儿童权利公约》缔约国\n\n根据《公约》第40条，\n",
        &[covenant, children],
    );
}

/// An instrument that its title has with a year is meant by year and noun; what is none of the named ones stays open.
#[test]
fn a_year_tells_which_of_the_named_instruments_is_meant() {
    named(
        "Reaffirming the Single Convention on Narcotic Drugs of 1961, the Convention on Psychotropic Substances of \
         1971 and the Convention on Diplomatic Relations of 1893,\n\n\
         Mindful of article 38 of the 1961 Convention and article 2 of the 1971 Convention.\n",
        &[
            "Single Convention on Narcotic Drugs of 1961",
            "Convention on Psychotropic Substances of 1971",
            "Convention on Diplomatic Relations",
            "Single Convention on Narcotic Drugs of 1961",
            "Convention on Psychotropic Substances of 1971",
        ],
    );
    named(
        "Article 23 of the Universal Declaration and article 5 of the 1894 Convention.\n",
        &["Universal Declaration of Human Rights"],
    );
}
