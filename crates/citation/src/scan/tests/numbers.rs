//! Numbers of resolutions and decisions: lists and ranges of them, and whose they are.

use super::*;

#[test]
fn lists_go_on_over_dates_figures_and_joints() {
    finds(
        "its resolutions 69/187, 70/147 and 71/177,",
        &[
            "69/187 = A/RES/69/187",
            "70/147 = A/RES/70/147",
            "71/177 = A/RES/71/177",
        ],
    );
    finds(
        "resolutions 78/4, 78/5 & 78/6, and A/C.3/78/L.49 & Add.1; R&D 3/4",
        &[
            "78/4 = A/RES/78/4",
            "78/5 = A/RES/78/5",
            "78/6 = A/RES/78/6",
            "A/C.3/78/L.49 = A/C.3/78/L.49",
            "Add.1 = A/C.3/78/L.49/Add.1",
        ],
    );
    finds(
        "recalling also Human \nRights Council resolutions 35/17 of 22 June 2017,1 36/5 of 28 September 2017,2 41/7 \nof 11 July 2019,3 47/12 of 12 July 20214 and 53/24 of 13 July 2023,5",
        &[
            "35/17 = A/HRC/RES/35/17 {2017-06-22}",
            "36/5 = A/HRC/RES/36/5 {2017-09-28}",
            "41/7 = A/HRC/RES/41/7 {2019-07-11}",
            "47/12 = A/HRC/RES/47/12 {2021-07-12}",
            "53/24 = A/HRC/RES/53/24 {2023-07-13}",
        ],
    );
    finds(
        "resolutions 69/193 and 69/196, both of 18 December 2014,",
        &[
            "69/193 = A/RES/69/193 {2014-12-18}",
            "69/196 = A/RES/69/196 {2014-12-18}",
        ],
    );
    finds(
        "resolutions 53/243 A and B of 13 September 1999",
        &[
            "53/243 A = A/RES/53/243 A",
            "B = A/RES/53/243 B {1999-09-13}",
        ],
    );
    finds(
        "resolutions 242 (1967) of 22 November 1967, 338 (1973) and 1397 (2002)",
        &[
            "242 (1967) = ? {1967-11-22}",
            "338 (1973) = ?",
            "1397 (2002) = ?",
        ],
    );
    finds(
        "2007, 64/269 of 24 June 2010 and 65/289 of 30 June 2011, as well as",
        &[
            "64/269 = A/RES/64/269 {2010-06-24}",
            "65/289 = A/RES/65/289 {2011-06-30}",
        ],
    );
    finds("Law No. 80/79 of 6 October 1979 applies", &[]);
    finds(
        "resolution 60/1 of 16 September 2005, entitled “Outcome”, 60/251 of 15 March 2006",
        &[
            "60/1 = A/RES/60/1 {2005-09-16}",
            "60/251 = A/RES/60/251 {2006-03-15}",
        ],
    );
}

#[test]
fn ranges_name_their_ends() {
    finds(
        "resolutions 69/187 to 69/190",
        &["69/187 = A/RES/69/187", "69/190 = A/RES/69/190"],
    );
    finds(
        "resolutions 69/187–69/190,",
        &["69/187 = A/RES/69/187", "69/190 = A/RES/69/190"],
    );
    finds(
        "Security Council resolutions 1325 (2000) to 1328 (2000)",
        &[
            "1325 (2000) = S/RES/1325 (2000)",
            "1328 (2000) = S/RES/1328 (2000)",
        ],
    );
    finds(
        "decisions 1/CP.16 to 3/CP.16",
        &[
            "1/CP.16 = Conference of the Parties to the United Nations Framework Convention on Climate Change: 1/CP.16",
            "3/CP.16 = Conference of the Parties to the United Nations Framework Convention on Climate Change: 3/CP.16",
        ],
    );
}

#[test]
fn lists_go_on_over_other_words() {
    finds(
        "Human Rights Council resolutions 5/1 on institution-building and 5/2 on the Code, of 18 June 2007,",
        &["5/1 = A/HRC/RES/5/1", "5/2 = A/HRC/RES/5/2"],
    );
    finds(
        "resolutions 77/202 of 15 December 2022 on marriage, 76/146 on 16 December 2021 on the girl child",
        &[
            "77/202 = A/RES/77/202 {2022-12-15}",
            "76/146 = A/RES/76/146 {2021-12-16}",
        ],
    );
    for text in [
        "resolutions 67/172 by a vote of 3/4 and 2/3 of the members",
        "resolution 67/172, by 12/15 members, in 2012/13",
        "resolutions 67/172 on work, and 24/7 operations",
    ] {
        assert_eq!(read(text)[0], "67/172 = A/RES/67/172", "{text}");
        assert!(read(text).len() <= 2, "{text}: {:?}", read(text));
    }
}

#[test]
fn footnote_figures_come_off_the_numbers_they_are_glued_to() {
    finds(
        "resolutions 73/263, 15 74/168, 16 75/192, 17 76/17918 and 77/229,19 and",
        &[
            "73/263 = A/RES/73/263",
            "74/168 = A/RES/74/168",
            "75/192 = A/RES/75/192",
            "76/179 = A/RES/76/179",
            "77/229 = A/RES/77/229",
        ],
    );
    finds(
        "Human Rights Council resolutions 54/18,37 54/22,38 54/2639 and 54/3340 of 12 October 2023",
        &[
            "54/18 = A/HRC/RES/54/18",
            "54/22 = A/HRC/RES/54/22",
            "54/26 = A/HRC/RES/54/26",
            "54/33 = A/HRC/RES/54/33 {2023-10-12}",
        ],
    );
    finds("in resolution 77/2285 and", &["77/228 = A/RES/77/228"]);
    let text =
        "the Convention,12 decision VII/1113 and decision XIII/34 of the Conference of the Parties";
    let tokens: Vec<&str> = scan(text, &lexicon())
        .into_iter()
        .filter(|citation| matches!(citation.form, Form::Number { .. }))
        .map(|citation| &text[citation.token])
        .collect();
    assert_eq!(tokens, ["VII/11", "XIII/34"]);
}

#[test]
fn other_bodies_number_in_other_forms() {
    let names = |text: &str| -> Vec<String> {
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
    };
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
        "General Assembly resolution 186",
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
