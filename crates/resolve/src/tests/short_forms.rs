//! Short forms that a draft defines, and nouns that stand for the only instrument of their kind.

use super::*;

#[test]
fn short_forms_mean_what_the_draft_has_defined() {
    means(
        "The Global Compact for Safe, Orderly and Regular Migration (hereinafter “the Compact”) is one. \
         The Compact has objectives. Objective 8 of the Compact is another.",
        &[
            "Global Compact for Safe, Orderly and Regular Migration = Global Compact for Safe, Orderly and Regular Migration, exists",
            "Compact = Global Compact for Safe, Orderly and Regular Migration, exists",
            "Compact = Global Compact for Safe, Orderly and Regular Migration, exists",
        ],
    );
    means(
        "Under the Convention on the Rights of the Child (“the Convention”) and the Convention against Torture. \
         Article 3 of the Convention says so.",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child, exists",
            "Convention against Torture = Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment, exists",
            "Convention = Convention on the Rights of the Child, exists",
        ],
    );
}

#[test]
fn short_forms_are_defined_in_bare_parentheses_too() {
    means(
        "The United Nations Convention on the Law of the Sea\n(the Convention),1 and the Convention on Biological Diversity. \
         Article 76 of the Convention says so.",
        &[
            "United Nations Convention on the Law of the Sea = United Nations Convention on the Law of the Sea, exists",
            "Convention on Biological Diversity = Convention on Biological Diversity, exists",
            "Convention = United Nations Convention on the Law of the Sea, exists",
        ],
    );
    means(
        "Under the Convention on Biological Diversity2 (the Rio Biodiversity Accord), parties to the Rio Biodiversity Accord",
        &[
            "Convention on Biological Diversity = Convention on Biological Diversity, exists",
            "Rio Biodiversity Accord = Convention on Biological Diversity, exists",
            "Rio Biodiversity Accord = Convention on Biological Diversity, exists",
        ],
    );
    // What stands between them is another thing that may be meant.
    means(
        "The Convention on the Rights of the Child and the Convention on Biological Diversity and its protocols (the \
         Convention). Parties to the Convention,",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child, exists",
            "Convention on Biological Diversity = Convention on Biological Diversity, exists",
        ],
    );
}

#[test]
fn a_noun_means_the_only_instrument_of_its_kind() {
    means(
        "The Kyoto Protocol is a treaty. Parties to the Protocol meet.",
        &[
            "Kyoto Protocol = Kyoto Protocol to the United Nations Framework Convention on Climate Change, exists",
            "Protocol = Kyoto Protocol to the United Nations Framework Convention on Climate Change, exists",
        ],
    );
    // The convention that the protocol belongs to is not named by itself.
    means(
        "The Optional Protocol to the Convention on Quiet Rivers is a treaty. Parties to the Convention meet.",
        &[
            "Optional Protocol to the Convention on Quiet Rivers = Optional Protocol to the Convention on Quiet Rivers, unknown",
        ],
    );
    // Two conventions, and neither in this sentence: nobody can tell.
    means(
        "The Convention on the Rights of the Child. The Convention on Biological Diversity. Parties to the \
         Convention meet.",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child, exists",
            "Convention on Biological Diversity = Convention on Biological Diversity, exists",
        ],
    );
    means(
        "The Convention on the Rights of the Child. Recalling the Convention on Biological Diversity and the \
         parties to the Convention.",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child, exists",
            "Convention on Biological Diversity = Convention on Biological Diversity, exists",
            "Convention = Convention on Biological Diversity, exists",
        ],
    );
}

#[test]
fn a_number_alone_is_the_protocol_of_1977_beside_the_other() {
    means(
        "Article 54 of Protocol I additional to the Geneva Conventions and article 14 of Protocol II say so.",
        &[
            "Protocol I additional to the Geneva Conventions = Protocol Additional to the Geneva Conventions of 12 August 1949, and relating to the Protection of Victims of International Armed Conflicts (Protocol I), exists",
            "Protocol II = Protocol Additional to the Geneva Conventions of 12 August 1949, and relating to the Protection of Victims of Non-International Armed Conflicts (Protocol II), exists",
        ],
    );
    means("Article 14 of Protocol II says so.", &[]);
    means(
        "The Geneva Conventions and article 85 of Protocol I.",
        &[
            "Geneva Conventions = Geneva Conventions of 12 August 1949, exists",
            "Protocol I = Protocol Additional to the Geneva Conventions of 12 August 1949, and relating to the Protection of Victims of International Armed Conflicts (Protocol I), exists",
        ],
    );
}

#[test]
fn a_number_above_two_is_that_of_the_convention_on_weapons() {
    const WEAPONS: &str = "Convention on Certain Conventional Weapons = Convention on Prohibitions or Restrictions on the Use of Certain Conventional Weapons Which May Be Deemed to Be Excessively Injurious or to Have Indiscriminate Effects, exists";
    means(
        "Parties to the Convention on Certain Conventional Weapons and to Protocol V, but not to Protocol I",
        &[
            WEAPONS,
            "Protocol V = Protocol on Explosive Remnants of War (Protocol V), exists",
        ],
    );
    means("Parties to Protocol V", &[]);
}

#[test]
fn a_treaty_owns_the_protocol_named_behind_it() {
    const DISABILITIES: &str = "Convention on the Rights of Persons with Disabilities = Convention on the Rights of Persons with Disabilities, exists";
    means(
        "The Convention on the Rights of Persons with Disabilities and its Optional Protocol",
        &[
            DISABILITIES,
            "Optional Protocol = Optional Protocol to the Convention on the Rights of Persons with Disabilities, exists",
        ],
    );
    means(
        "The Convention on the Rights of the Child and its three Optional Protocols",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child, exists",
            "Optional Protocols = Optional Protocols to the Convention on the Rights of the Child, exists",
        ],
    );
    means(
        "The Budapest Convention and its Second Additional Protocol",
        &[
            "Budapest Convention = Convention on Cybercrime, exists",
            "Second Additional Protocol = Second Additional Protocol to the Convention on Cybercrime on Enhanced Co-operation and Disclosure of Electronic Evidence, exists",
        ],
    );
    // Another treaty, which nobody can tell, stands between.
    means(
        "The Convention on the Rights of the Child, the Convention on the Rights of Persons with Disabilities, and the \
         Convention and its Optional Protocol",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child, exists",
            DISABILITIES,
        ],
    );
}

#[test]
fn a_treaty_is_known_by_its_protocol_alone() {
    const SALE: &str = "Optional Protocol to the Convention on the Rights of the Child on the sale of children, child prostitution and child pornography";
    means(
        &format!("Guided by the {SALE},\n\narticle 12 of the Convention"),
        &[
            &format!("{SALE} = {SALE}, exists"),
            "Convention = Convention on the Rights of the Child, exists",
        ],
    );
    means(
        "Under the Optional Protocol to the Convention against Torture and the Optional Protocol to the Convention on the \
         Rights of Persons with Disabilities.\n\nArticle 12 of the Convention",
        &[
            "Optional Protocol to the Convention against Torture = Optional Protocol to the Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment, exists",
            "Optional Protocol to the Convention on the Rights of Persons with Disabilities = Optional Protocol to the Convention on the Rights of Persons with Disabilities, exists",
        ],
    );
}

#[test]
fn the_articles_are_those_that_the_draft_has_named() {
    means(
        "It took note of the articles on responsibility of States for internationally wrongful acts.\n\n\
         Article 33 of the articles was cited.",
        &[
            "articles on responsibility of States for internationally wrongful acts = Articles on Responsibility of States for Internationally Wrongful Acts, exists",
            "articles = Articles on Responsibility of States for Internationally Wrongful Acts, exists",
        ],
    );
    means("Article 33 of the articles was cited.", &[]);
}

#[test]
fn a_year_tells_the_only_instrument_that_was_adopted_in_it() {
    const DECLARATION: &str =
        "Declaration on the Protection of All Persons from Enforced Disappearance";
    means(
        &format!(
            "The {DECLARATION} is one. The 1992 Declaration says so, and no 1993 Declaration."
        ),
        &[
            &format!("{DECLARATION} = {DECLARATION}, exists"),
            &format!("1992 Declaration = {DECLARATION}, exists"),
        ],
    );
    means(
        "The Single Convention on Narcotic Drugs is one. The 1971 Convention is another.",
        &[
            "Single Convention on Narcotic Drugs = Single Convention on Narcotic Drugs of 1961, exists",
            "1971 Convention = Convention on Psychotropic Substances of 1971, exists",
        ],
    );
    // One of which no day is known may be that of the year.
    let child = "Convention on the Rights of the Child";
    let salvage = "International Convention on Salvage";
    means(
        &format!("The {child} is one. The 1989 {salvage} is another. The 1989 Convention is long."),
        &[
            &format!("{child} = {child}, exists"),
            &format!("{salvage} = {salvage}, exists"),
        ],
    );
    means("The 1971 Convention is one.", &[]);
}

#[test]
fn the_charter_is_that_of_the_united_nations_where_nothing_else_is_meant() {
    means(
        "They uphold the purposes and principles of the Charter.",
        &["Charter = Charter of the United Nations, exists"],
    );
    means("They uphold the Charter.", &[]);
    means(
        "The Security Council,\n\nReaffirming its commitment to the Charter,",
        &["Charter = Charter of the United Nations, exists"],
    );
    means(
        "States parties to the Covenants",
        &["Covenants = International Covenants on Human Rights, exists"],
    );
    means(
        "Article 1 common to the two Covenants",
        &["Covenants = International Covenants on Human Rights, exists"],
    );
}

#[test]
fn another_charter_is_not_taken_for_that_of_the_united_nations() {
    const SOCIAL: &str = "European Social Charter = European Social Charter, exists";
    const ALL: &str = "Charter = Charter of the United Nations, exists";
    // Its chapters are known by their numbers alone.
    means(
        "The European Social Charter binds. Under Chapter VII of the Charter the Council acts.",
        &[SOCIAL, ALL],
    );
    // A capital "Article" may be its, or one of the other's.
    means(
        "The European Social Charter binds.\n\nThis follows from Article 51 of the Charter.",
        &[SOCIAL],
    );
    means(
        "The European Social Charter binds.\n\nThis follows from article 5 of the Charter.",
        &[SOCIAL, "Charter = European Social Charter, exists"],
    );
    means(
        "The European Social Charter (“the Charter”) binds.\n\nThis follows from Article 5 of the Charter.",
        &[SOCIAL, "Charter = European Social Charter, exists"],
    );
    means(
        "Recalling the European Social Charter,\n\nThe Security Council,\n\nRecalling Article 51 of the Charter,",
        &[SOCIAL, ALL],
    );
}

#[test]
fn optional_protocols_are_those_of_the_only_treaty_of_the_sentence() {
    const CHILD: &str =
        "Convention on the Rights of the Child = Convention on the Rights of the Child, exists";
    means(
        "The Convention on the Rights of the Child and the Optional Protocols thereto",
        &[
            CHILD,
            "Optional Protocols = Optional Protocols to the Convention on the Rights of the Child, exists",
        ],
    );
    means(
        "The Convention on the Rights of Persons with Disabilities and the Convention on the Rights of the Child, and the \
         Optional Protocols thereto",
        &[
            "Convention on the Rights of Persons with Disabilities = Convention on the Rights of Persons with Disabilities, exists",
            CHILD,
        ],
    );
}

#[test]
fn a_commission_calls_the_outcome_that_it_follows_up_by_its_noun() {
    const CAIRO: &str =
        "Programme of Action of the International Conference on Population and Development";
    const COPENHAGEN: &str = "Programme of Action of the World Summit for Social Development";
    let text = |commission: &str| {
        format!(
            "The {commission},\n\nRecalling the {CAIRO} and the {COPENHAGEN},\n\n1. Recalls paragraph 7.2 of the \
             Programme of Action."
        )
    };
    let both = [
        format!("{CAIRO} = {CAIRO}, exists"),
        format!("{COPENHAGEN} = {COPENHAGEN}, exists"),
    ];
    let [cairo, copenhagen] = [&*both[0], &*both[1]];
    means(
        &text("Commission on Population and Development"),
        &[
            cairo,
            copenhagen,
            &format!("Programme of Action = {CAIRO}, exists"),
        ],
    );
    means(&text("General Assembly"), &[cairo, copenhagen]);
}

#[test]
fn the_treaty_of_the_title_is_meant_whatever_else_is_named() {
    const TITLE: &str = "# Implementation of the Convention on Cluster Munitions\n\n";
    const OTHER: &str =
        "The Convention on the Rights of Persons with Disabilities was recalled.\n\n";
    let last = |text: &str| {
        let draft = format!("{TITLE}{OTHER}{text}\n");
        let references = resolved(&draft).references;
        let last = references.last().unwrap();
        last.referent.as_ref().map(ToString::to_string)
    };
    let own = Some("Convention on Cluster Munitions".to_owned());
    assert_eq!(last("States welcome article 3 of the Convention."), own);
    // Another convention of the paragraph may be meant.
    let beside = "As the Convention against Torture has it, States act. Article 3 of the Convention says so.";
    assert_ne!(last(beside), own);
}

#[test]
fn a_noun_in_use_before_is_not_that_of_a_treaty_named_later() {
    means(
        "The Convention binds.\n\nThe Convention was quietly ratified.\n\nParties to the Convention met.\n\nMany have signed the Convention against \
         Torture.\n\nArticles 2 and 3 of the Convention say so.",
        &[
            "Convention against Torture = Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment, exists",
        ],
    );
    // A summary has the noun first.
    means(
        "The Convention was quietly ratified.\n\nThe Convention against Torture is a treaty.\n\nParties to the \
         Convention meet.",
        &[
            "Convention against Torture = Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment, exists",
            "Convention = Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment, exists",
        ],
    );
    // Another noun is another treaty's.
    means(
        "The Convention was quietly ratified.\n\nThe Kyoto Protocol is a treaty.\n\nParties to the Protocol meet.",
        &[
            "Kyoto Protocol = Kyoto Protocol to the United Nations Framework Convention on Climate Change, exists",
            "Protocol = Kyoto Protocol to the United Nations Framework Convention on Climate Change, exists",
        ],
    );
}

#[test]
fn the_covenant_is_the_one_of_the_sentence_before() {
    const ECONOMIC: &str = "International Covenant on Economic, Social and Cultural Rights = International Covenant on Economic, Social and Cultural Rights, exists";
    const CIVIL: &str = "International Covenant on Civil and Political Rights = International Covenant on Civil and Political Rights, exists";
    means(
        "The International Covenant on Economic, Social and Cultural Rights is old.\n\nThe International Covenant on \
         Civil and Political Rights guards trials. Other rights of the Covenant count.",
        &[
            ECONOMIC,
            CIVIL,
            "Covenant = International Covenant on Civil and Political Rights, exists",
        ],
    );
    means(
        "The International Covenant on Economic, Social and Cultural Rights and the International Covenant on Civil \
         and Political Rights guard them. Other rights of the Covenant count.",
        &[ECONOMIC, CIVIL],
    );
}
