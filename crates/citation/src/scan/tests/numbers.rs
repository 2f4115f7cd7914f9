//! Whose the numbers of resolutions and decisions are, and the forms of other bodies.

use super::*;

/// Whose each number of `text` is, with the number.
fn names(text: &str) -> Vec<String> {
    scan(text, &lexicon())
        .iter()
        .filter(|citation| !matches!(citation.form, Form::Title { .. }))
        .map(|citation| {
            let token = &text[citation.token.clone()];
            match &citation.form {
                Form::Number {
                    naming: Naming::Named(body),
                    ..
                } => format!("{body}: {token}"),
                Form::Whole(referent) => referent.to_string(),
                other => format!("{other:?}"),
            }
        })
        .collect()
}

#[test]
fn other_bodies_number_in_other_forms() {
    for (text, wanted) in [
        (
            "Commission on Narcotic Drugs resolution 51/12",
            "Commission on Narcotic Drugs: 51/12",
        ),
        (
            "CND resolution 51/12",
            "Commission on Narcotic Drugs: 51/12",
        ),
        (
            "UNEA resolution 4/14",
            "United Nations Environment Assembly: 4/14",
        ),
        (
            "Environment Assembly resolution 5/14 of 2 March 2022",
            "United Nations Environment Assembly: 5/14",
        ),
        (
            "World Health Assembly resolution 58.3",
            "World Health Assembly: 58.3",
        ),
        (
            "decision 15/4 of the Conference of the Parties to the Convention on Biological Diversity",
            "Conference of the Parties to the Convention on Biological Diversity: 15/4",
        ),
        (
            "decision X/2 adopted at the tenth meeting of the Conference of the Parties to the Minamata Convention on Mercury",
            "Conference of the Parties to the Minamata Convention on Mercury: X/2",
        ),
        (
            "resolution 6/2019 of 28 June 2019 of the Conference of the Food and Agriculture Organization of the United Nations",
            "Conference of the Food and Agriculture Organization of the United Nations: 6/2019",
        ),
        (
            "African Commission on Human and Peoples’ Rights resolution 263 of 5 November 2013",
            "African Commission on Human and Peoples' Rights: 263",
        ),
        (
            "resolution 4/6 on marine litter, adopted by the United Nations Environment Assembly at its fourth session",
            "United Nations Environment Assembly: 4/6",
        ),
        (
            "Reaffirm Economic and Social Commission for Asia and the Pacific resolution 73/8",
            "Economic and Social Commission for Asia and the Pacific: 73/8",
        ),
        (
            "decision 14/1 of the Open-ended Working Group on Ageing",
            "Open-ended Working Group on Ageing: 14/1",
        ),
        (
            "World Meteorological Organization resolution 9 (Cg-18) and",
            "World Meteorological Congress: 9 (Cg-18)",
        ),
        (
            "resolution Conf. 12.6 (Rev. CoP18) of the Conference of the Parties to the Convention on International Trade",
            "Conference of the Parties to the Convention on International Trade in Endangered Species of Wild Fauna and Flora: Conf. 12.6 (Rev. CoP18)",
        ),
    ] {
        assert_eq!(names(text), [wanted], "{text}");
    }
    let list = "resolutions 3/4 of 30 January 2018, 5/1 of 2 March 2022 and 5/6 of 7 March 2022 of the United \
                Nations Environment Assembly";
    assert_eq!(
        names(list),
        ["3/4", "5/1", "5/6"]
            .map(|number| format!("United Nations Environment Assembly: {number}"))
    );
}

#[test]
fn treaties_and_acronyms_stand_for_their_bodies() {
    for (text, wanted) in [
        (
            "Economic Commission for Europe decision B (65)",
            "Economic Commission for Europe: B (65)",
        ),
        (
            "UNICEF decision 2023/5",
            "Executive Board of the United Nations Children's Fund: 2023/5",
        ),
        (
            "UN-Women decision 2023/4",
            "Executive Board of the United Nations Entity for Gender Equality and the Empowerment of Women: 2023/4",
        ),
        (
            "CTOC resolution 11/4",
            "Conference of the Parties to the United Nations Convention against Transnational Organized Crime: 11/4",
        ),
        (
            "CBD decision XII/23",
            "Conference of the Parties to the Convention on Biological Diversity: XII/23",
        ),
        (
            "Montreal Protocol decision XXVIII/2",
            "Meeting of the Parties to the Montreal Protocol on Substances that Deplete the Ozone Layer: XXVIII/2",
        ),
        (
            "CMS Resolution 12.11",
            "Conference of the Parties to the Convention on the Conservation of Migratory Species of Wild Animals: 12.11",
        ),
        (
            "UNFF resolution 13/1",
            "United Nations Forum on Forests: 13/1",
        ),
        (
            "CSocD resolution 61/2",
            "Commission for Social Development: 61/2",
        ),
        (
            "CHR resolution 2005/69",
            "Commission on Human Rights: 2005/69",
        ),
    ] {
        assert_eq!(names(text), [wanted], "{text}");
    }
    // The Assembly has resolutions on treaties.
    for text in [
        "the Assembly adopted its annual Convention on Biological Diversity resolution 77/167",
        "UNFCCC resolution 77/165",
        "The Paris Agreement\nresolution 77/165",
        "Montreal Protocol resolution 77/3",
    ] {
        assert!(
            !names(text).iter().any(|name| name.contains("Parties")),
            "{text}: {:?}",
            names(text)
        );
    }
}

#[test]
fn a_noun_or_its_leaves_the_body_to_the_draft() {
    let naming = |text: &str| match scan(text, &lexicon()).remove(0).form {
        Form::Number { naming, .. } => naming,
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(
        naming("in Commission resolution 66/1"),
        Naming::Short(Body::new("Commission"))
    );
    assert_eq!(
        naming("resolution 15/8 of the Conference of the Parties to the Convention"),
        Naming::Short(Body::new("Conference of the Parties"))
    );
    assert_eq!(
        naming("mandated by the Human Rights Council in its resolution 54/18"),
        Naming::Theirs(Body::new(Body::HUMAN_RIGHTS_COUNCIL))
    );
    assert!(matches!(
        naming("the Human Rights Council and its resolution 60/251"),
        Naming::Its { previous: Some(_) }
    ));
    assert!(matches!(
        naming("General Assembly and Security Council resolutions 70/262 and 2282 (2016)"),
        Naming::Unnamed { previous: Some(_) }
    ));
    assert_eq!(
        naming("the Security Council Committee established pursuant to resolution 1373 (2001)"),
        Naming::Unnamed { previous: None }
    );
}

#[test]
fn bodies_come_from_the_words_around() {
    finds(
        "Commission on Narcotic Drugs resolution 51/12",
        &["51/12 = E/CN.7/RES/51/12"],
    );
    finds(
        "resolution 35/17 of the Human Rights Council",
        &["35/17 = A/HRC/RES/35/17"],
    );
    let text =
        "Commission on Population and Development resolution 2006/2 and its resolution 2013/1";
    let found = scan(text, &lexicon());
    assert!(
        matches!(&found[1].form, Form::Number { naming: Naming::Its { previous: Some(body) }, .. }
        if body.name() == Some("Commission on Population and Development"))
    );
}

#[test]
fn a_year_behind_a_stroke_is_no_number_with_a_note() {
    for silent in [
        "Cabinet Resolution 106/2022 was issued",
        "resolution 98/2021 of the ministry",
        "resolutions 57/2022 and 155/2020",
    ] {
        finds(silent, &[]);
    }
    finds(
        "resolution 67/1721 was recalled",
        &["67/172 = A/RES/67/172"],
    );
}

#[test]
fn a_figure_glued_to_a_comma_is_a_note() {
    finds(
        "pursuant to Security Council resolution 2334 (2016),16 \nthe Secretary-General",
        &["2334 (2016) = S/RES/2334 (2016)"],
    );
    finds(
        "Security Council resolutions 1325, 1820 and 1888",
        &[
            "1325 = S/RES/1325",
            "1820 = S/RES/1820",
            "1888 = S/RES/1888",
        ],
    );
}

#[test]
fn bare_numbers_are_read_where_their_body_writes_them() {
    let other = |text: &str| match &scan(text, &lexicon())[..] {
        [one] => matches!(&one.form, Form::Number { .. }),
        _ => false,
    };
    assert!(other(
        "the revised International Telecommunication Union resolution 186 on"
    ));
    assert!(other("resolution 1325 of the Security Council"));
    for text in [
        "resolution 186 of the meeting",
        "General Assembly resolution 86",
        "resolution 12 on the environment",
        "resolution 5 of the World Bank",
    ] {
        finds(text, &[]);
    }
}

#[test]
fn conferences_of_the_telecommunication_union_are_told_by_place_and_year() {
    let plenipotentiary = "Plenipotentiary Conference of the International Telecommunication Union";
    for (text, wanted) in [
        (
            "Resolution 71 (Rev. Dubai, 2018) of this conference",
            "71 (Rev. Dubai, 2018)",
        ),
        (
            "Resolution 2 (Kyoto, 1994) of the Plenipotentiary Conference",
            "2 (Kyoto, 1994)",
        ),
        (
            "DECISION\n5 (REV. DUBAI, 2018)\nRevenue",
            "5 (Rev. Dubai, 2018)",
        ),
        (
            "resolution 131 (Rev. \nBucharest, 2022)",
            "131 (Rev. Bucharest, 2022)",
        ),
    ] {
        let found = read(text);
        assert_eq!(found.len(), 1, "{text}");
        assert!(
            found[0].ends_with(&format!("= {plenipotentiary}: {wanted}")),
            "{found:?}"
        );
    }
    finds(
        "Resolution 37 (Rev. Buenos Aires, 2017)",
        &[
            "37 (Rev. Buenos Aires, 2017) = World Telecommunication Development Conference: 37 (Rev. Buenos Aires, 2017)",
        ],
    );
    for text in [
        "resolution 5 (Paris, 2018)",
        "resolution 5 (see Dubai, 2018)",
        "Resolution 71 (Rev. Dubai)",
    ] {
        finds(text, &[]);
    }
}

#[test]
fn a_block_that_begins_with_the_date_of_the_last_number_goes_on() {
    let found = scan(
        "on 28 April 2017, 2414 (2018) on 27 April 2018 and 2440 (2018) on 31 October 2018",
        &lexicon(),
    );
    assert_eq!(found.len(), 2);
    assert!(
        scan(
            "on 28 April 2017, 2414 people and 5 (five) on 3 May 2018",
            &lexicon()
        )
        .is_empty()
    );
}

#[test]
fn an_adopter_may_stand_behind_what_an_adoption_is_about() {
    finds(
        "Recalling the adoption of resolution 2000/22 of 18 August 2000, on the promotion of dialogue on human rights \
         issues, by the Subcommission on the Promotion and Protection of Human Rights at its session",
        &["2000/22 = E/CN.4/Sub.2/RES/2000/22 {2000-08-18}"],
    );
}

#[test]
fn an_article_behind_a_roman_session_is_no_part() {
    for (text, wanted) in [
        (
            "The rule in resolution 1803 (XVII) A State has rights.",
            "1803 (XVII) = A/RES/1803 (XVII)",
        ),
        (
            "General Assembly resolution 3201 (S-VI) B. Next",
            "3201 (S-VI) = A/RES/3201 (S-VI)",
        ),
        (
            "General Assembly resolution 1514 (XV) A Territory is free.",
            "1514 (XV) = A/RES/1514 (XV)",
        ),
        (
            "General Assembly resolution 217 (III) A, in full",
            "217 (III) A = A/RES/217 A (III)",
        ),
        (
            "General Assembly resolution 217 (III) A of 10 May",
            "217 (III) A = A/RES/217 A (III)",
        ),
        (
            "(General Assembly resolution 217 (III) A)",
            "217 (III) A = A/RES/217 A (III)",
        ),
        (
            "General Assembly resolution 217 (III) A",
            "217 (III) A = A/RES/217 A (III)",
        ),
        // The tables have the part.
        (
            "General Assembly resolution 377 (V) A. Next",
            "377 (V) A = A/RES/377 A (V)",
        ),
    ] {
        finds(text, &[wanted]);
    }
}

#[test]
fn law_reports_are_no_resolutions() {
    for silent in [
        "It is reported in [1986] 1 SCR 103.",
        "See [2004] SCR 1540, (2004) 3 SCR 1540.",
        "The Rivers Registry (SCR) has 103 staff. SCR 2015 figures rose.",
        "A 300 MW SCR 12 unit.",
        "See R v Rivers, SCR 103, and SCR 1540 (1986).",
    ] {
        finds(silent, &[]);
    }
    finds(
        "See SCR 1540 and SCR 687 (1991); UNSCR 242.",
        &[
            "1540 = S/RES/1540",
            "687 (1991) = S/RES/687 (1991)",
            "242 = S/RES/242",
        ],
    );
}
