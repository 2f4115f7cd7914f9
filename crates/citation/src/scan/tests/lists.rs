//! Lists and ranges of numbers, and the footnote figures between them.

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
fn brackets_of_a_draft_do_not_end_a_list() {
    finds(
        "its resolutions 64/292 of 28 July 2010 and 76/153 of 16 December 2021 [and 78/206 of 19 December 2023 - delete],",
        &[
            "64/292 = A/RES/64/292 {2010-07-28}",
            "76/153 = A/RES/76/153 {2021-12-16}",
            "78/206 = A/RES/78/206 {2023-12-19}",
        ],
    );
    finds(
        "resolutions 64/292[, 68/157] and [78/206], [70/1]",
        &[
            "64/292 = A/RES/64/292",
            "68/157 = A/RES/68/157",
            "78/206 = A/RES/78/206",
            "70/1 = A/RES/70/1",
        ],
    );
    finds(
        "resolution 64/292 [12/2010] and [3/4 of the members]",
        &["64/292 = A/RES/64/292"],
    );
}

#[test]
fn lists_begin_with_a_symbol_as_well() {
    finds(
        "resolutions S/RES/181 (1963), 182 (1963) and 418 (1977),",
        &[
            "S/RES/181 (1963) = S/RES/181 (1963)",
            "182 (1963) = ?",
            "418 (1977) = ?",
        ],
    );
    finds(
        "Governing Council decisions SS.IX/1 of 9 February 2006, 27/12 and 18/32 of 25 May 1995,",
        &[
            "SS.IX/1 = Governing Council of the United Nations Environment Programme: SS.IX/1 {2006-02-09}",
            "27/12 = UNEP/GC/DEC/27/12",
            "18/32 = UNEP/GC/DEC/18/32 {1995-05-25}",
        ],
    );
    finds(
        "resolutions of the Council (S/RES/181 (1963)) and 182 States,",
        &["S/RES/181 (1963) = S/RES/181 (1963)"],
    );
}

#[test]
fn lists_are_announced_behind_a_comma() {
    finds(
        "all its earlier resolutions, among them 2232 (XXI) and 31/52,",
        &["2232 (XXI) = A/RES/2232 (XXI)", "31/52 = A/RES/31/52"],
    );
    finds(
        "The follow-up resolutions, 72/276 and 2413 (2018) of 26 April 2018, invited",
        &["72/276 = A/RES/72/276", "2413 (2018) = ? {2018-04-26}"],
    );
    finds(
        "Follow-up resolutions, from 51/45 M to 76/53, call",
        &["51/45 M = A/RES/51/45 M", "76/53 = A/RES/76/53"],
    );
    finds("They adopted resolutions, 12/15 of them by vote.", &[]);
    finds("of these resolutions, 14 were adopted in 2012", &[]);
}

#[test]
fn a_number_stands_in_parentheses_behind_its_body() {
    finds(
        "the decision of the Human Rights Council (52/115) on the review and",
        &["52/115 = A/HRC/DEC/52/115"],
    );
    finds(
        "a resolution of the Security Council (1373 (2001)), and",
        &["1373 (2001) = S/RES/1373 (2001)"],
    );
    finds(
        "a decision of the Human Rights Council (19/3 votes) and",
        &[],
    );
    finds("the resolution of the conflict (2010/2011) and", &[]);
}

#[test]
fn numbers_under_a_heading_stand_one_a_line() {
    finds(
        "General Assembly resolutions\n1991 (XVIII)\n46/59 Finding of facts by the United Nations\n75/313; \n\
         Economic and Social Council resolutions\n1988/77\n2006/30 Young people",
        &[
            "1991 (XVIII) = A/RES/1991 (XVIII)",
            "46/59 = A/RES/46/59",
            "75/313 = A/RES/75/313",
            "1988/77 = E/RES/1988/77",
            "2006/30 = E/RES/2006/30",
        ],
    );
    finds(
        "General Assembly resolutions\n46/59\n12 copies\n24/7 support",
        &["46/59 = A/RES/46/59"],
    );
    for ended in [
        "# Timetable\n35/10 Opening of the session\n",
        "15/10 Opening of the session\n24/10 United Nations Day\n",
        "The days are these:\n46/59 Opening of the session\n",
    ] {
        finds(
            &format!("General Assembly resolutions\n70/1 Transforming our world\n{ended}"),
            &["70/1 = A/RES/70/1"],
        );
    }
    for heading in [
        "General Assembly resolutions:",
        "**General Assembly resolutions**",
    ] {
        finds(
            &format!("{heading}\n- 46/59 Finding of facts\n- 75/313\n"),
            &["46/59 = A/RES/46/59", "75/313 = A/RES/75/313"],
        );
    }
    finds("General Assembly resolutions:\n- 24/7 support\n", &[]);
    finds(
        "as the mandates say in General Assembly resolutions\n46/59 on facts\n75/313 of them",
        &["46/59 = A/RES/46/59"],
    );
}

#[test]
fn numbers_of_special_sessions_stand_apart_as_others_do() {
    finds(
        "resolutions 2626 (XXV) entitled “Strategy”, 3202 (S-VI) entitled “Programme” and 3362 (S-VII)",
        &[
            "2626 (XXV) = A/RES/2626 (XXV)",
            "3202 (S-VI) = A/RES/3202 (S-VI)",
            "3362 (S-VII) = A/RES/3362 (S-VII)",
        ],
    );
}

#[test]
fn a_list_goes_on_behind_see_also() {
    finds(
        "In its resolutions 48/218 B and 59/272 it did so; see also 64/263 and 69/253.",
        &[
            "48/218 B = A/RES/48/218 B",
            "59/272 = A/RES/59/272",
            "64/263 = A/RES/64/263",
            "69/253 = A/RES/69/253",
        ],
    );
}

#[test]
fn a_footnote_figure_is_no_part_of_the_name_of_an_organ() {
    for (organ, symbol) in [
        ("Economic and Social Council", "E/RES/2007/33"),
        ("Human Rights Council", "A/HRC/RES/2007/33"),
    ] {
        let number = symbol.rsplit_once("RES/").map_or("", |(_, number)| number);
        finds(
            &format!("1General Assembly resolution 67/172.\n2{organ} resolution {number}."),
            &["67/172 = A/RES/67/172", &format!("{number} = {symbol}")],
        );
    }
}

#[test]
fn a_footnote_figure_stands_behind_the_full_stop() {
    finds(
        "It was set up by General Assembly resolution 67/17.3 The fund has grown.",
        &["67/17 = A/RES/67/17"],
    );
    finds("It cost 67/17.3 million.", &[]);
}

#[test]
fn subjects_stand_between_the_numbers_of_a_list() {
    finds(
        "Environment Assembly resolutions 5/14, on one thing, 4/6, on quiet rivers, and 1/5, on lakes,",
        &[
            "5/14 = United Nations Environment Assembly",
            "4/6 = United Nations Environment Assembly",
            "1/5 = United Nations Environment Assembly",
        ],
    );
    finds(
        "Environment Assembly resolutions 5/14, on one thing, with 4/6 of the votes, and 1/5 of the time",
        &["5/14 = United Nations Environment Assembly"],
    );
}
