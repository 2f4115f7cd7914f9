//! Dates of adoption: their forms, and which of several numbers they belong to.

use super::finds;

#[test]
fn dates_are_stated_in_several_forms() {
    for stated in [
        "of 20 December 2012",
        "dated 20 December 2012",
        "adopted on 20 December 2012",
        ", adopted by the General Assembly on 20 December 2012",
        "(20 December 2012)",
        "of 20 December 20124",
        "of 20th December 2012",
        "of December 20, 2012",
        "of 20.12.2012",
        "of 20 Dec. 2012",
        "of 20  december\n2012",
        ", adopted without a vote on 20 December 2012",
    ] {
        finds(
            &format!("General Assembly resolution 67/172 {stated}, says so"),
            &["67/172 = A/RES/67/172 {2012-12-20}"],
        );
    }
}

#[test]
fn the_day_of_an_adoption_may_stand_behind_the_name() {
    let dates = |text: &str| {
        let found = crate::scan(text, &crate::Lexicon::default());
        let dates = found.into_iter().filter_map(|one| one.date);
        dates.map(|date| date.date.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(
        dates("Recalling its adoption of the Nouméa Declaration on 8 September 2000,"),
        ["2000-09-08"]
    );
    for told in [
        "The Nouméa Declaration was adopted on 8 September 2000.",
        "It has been so since the Nouméa Declaration was adopted by the Conference on 8 September 2000.",
        "It is old. The *Nouméa Declaration* was adopted on 8 September 2000.",
    ] {
        assert_eq!(dates(told), ["2000-09-08"], "{told}");
    }
    for other in [
        "A text on the Nouméa Declaration was adopted on 8 September 2000.",
        "The Nouméa Declaration was reviewed on 8 September 2000.",
    ] {
        assert!(dates(other).is_empty(), "{other}");
    }
    assert!(dates("the launch of the Nouméa Declaration on 8 September 2000,").is_empty());
}

#[test]
fn an_act_on_its_day_may_stand_before_a_name() {
    let date_of = |text: &str| {
        let found = crate::scan(text, &crate::Lexicon::default());
        let date = found.first().and_then(|first| first.date.clone());
        date.map(|date| date.date.to_string())
    };
    for before in [
        "the adoption, on 19 June 2023, of the",
        "the adoption\non 19 June 2023\nof the",
        "the signing on 19 June 2023 of the",
    ] {
        let text = format!("Welcoming {before} Agreement on Quiet Rivers");
        assert_eq!(date_of(&text).as_deref(), Some("2023-06-19"), "{text}");
    }
    for before in [
        "assigning on 19 June 2023 the study of the",
        "reassigning, on 19 June 2023, of the",
        "the report on 19 June 2023 of the",
    ] {
        let text = format!("Welcoming {before} Agreement on Quiet Rivers");
        assert_eq!(date_of(&text), None, "{text}");
    }
}

#[test]
fn parts_of_dates_and_days_that_do_not_exist_are_stated_too() {
    for (stated, wanted) in [
        ("of December 2012 on migrants", "2012-12"),
        ("of 2012", "2012"),
        ("of 2012 and others", "2012"),
        ("of 31 November 2012", "2012-11-31"),
        ("of 29.02.2013", "2013-02-29"),
    ] {
        finds(
            &format!("resolution 67/172 {stated}"),
            &[&format!("67/172 = A/RES/67/172 {{{wanted}}}")],
        );
    }
    for stated in [
        "of 2012/13",
        "of 2012-2015",
        "of 3000",
        "of 2000 tons of wheat",
        "of 12 States",
        "of 1.2.3",
        "of 20 Undecember 2012",
        "of 20/12/2012",
    ] {
        finds(
            &format!("resolution 67/172 {stated}"),
            &["67/172 = A/RES/67/172"],
        );
    }
}

#[test]
fn dates_serve_several_numbers_as_their_words_say() {
    finds(
        "resolutions 66/172 and 67/172 of 19 December 2011 and 20 December 2012, respectively,",
        &[
            "66/172 = A/RES/66/172 {2011-12-19}",
            "67/172 = A/RES/67/172 {2012-12-20}",
        ],
    );
    finds(
        "resolutions 66/172, 67/172 and 68/179 of 19 December 2011, 20 December 2012 and 18 December 2013, \
         respectively",
        &[
            "66/172 = A/RES/66/172 {2011-12-19}",
            "67/172 = A/RES/67/172 {2012-12-20}",
            "68/179 = A/RES/68/179 {2013-12-18}",
        ],
    );
    finds(
        "Security Council resolutions 2178 (2014) and 2396 (2017) of 24 September 2014 and 21 December 2017,",
        &[
            "2178 (2014) = S/RES/2178 (2014) {2014-09-24}",
            "2396 (2017) = S/RES/2396 (2017) {2017-12-21}",
        ],
    );
    // Three numbers and two dates: none can be told.
    finds(
        "resolutions 65/1, 66/172 and 67/172 of 19 December 2011 and 20 December 2012, respectively,",
        &[
            "65/1 = A/RES/65/1",
            "66/172 = A/RES/66/172",
            "67/172 = A/RES/67/172",
        ],
    );
    finds(
        "resolutions 66/172 of 19 December 2011 and 66/173 of the same date",
        &[
            "66/172 = A/RES/66/172 {2011-12-19}",
            "66/173 = A/RES/66/173 {2011-12-19}",
        ],
    );
    finds(
        "resolutions 69/193, 69/196 and 69/197, all adopted on 18 December 2014,",
        &[
            "69/193 = A/RES/69/193 {2014-12-18}",
            "69/196 = A/RES/69/196 {2014-12-18}",
            "69/197 = A/RES/69/197 {2014-12-18}",
        ],
    );
}

#[test]
fn dates_stand_behind_on_where_adoption_is_told() {
    finds(
        "the adoption of Security Council resolutions 1754 (2007) on \n30 April 2007, 1783 (2007) on 31 October 2007 \
         and 1813 \n(2008) on 30 April 2008",
        &[
            "1754 (2007) = S/RES/1754 (2007) {2007-04-30}",
            "1783 (2007) = S/RES/1783 (2007) {2007-10-31}",
            "1813 (2008) = S/RES/1813 (2008) {2008-04-30}",
        ],
    );
    finds(
        "The Assembly adopted resolution 70/1 on 25 September 2015.",
        &["70/1 = A/RES/70/1 {2015-09-25}"],
    );
    for text in [
        "It considered resolution 70/1 on 3 May 2024.",
        "the debate on resolution 70/1 on 3 May 2024",
        "as readopted in resolution 70/1 on 3 May 2024",
    ] {
        finds(text, &["70/1 = A/RES/70/1"]);
    }
}

#[test]
fn dates_stand_behind_places_and_titles() {
    finds(
        "resolutions 42/211 of 21 December 1987, 45/248 B, section VI, of 21 December 1990, and 55/231",
        &[
            "42/211 = A/RES/42/211 {1987-12-21}",
            "45/248 B = A/RES/45/248 B [sect. VI] {1990-12-21}",
            "55/231 = A/RES/55/231",
        ],
    );
    finds(
        "resolution 72/241, entitled “The world’s \nextremism”, adopted by consensus on 20 December 2017, and 71/1",
        &["72/241 = A/RES/72/241 {2017-12-20}", "71/1 = A/RES/71/1"],
    );
    finds(
        "resolutions 10/1 of 16 October 2020, entitled “Launch”, and 10/3, also of 16 October 2020, entitled “Other”",
        &[
            "10/1 = A/RES/10/1 {2020-10-16}",
            "10/3 = A/RES/10/3 {2020-10-16}",
        ],
    );
    finds(
        "resolution 70/1, of 25 September 2015, and",
        &["70/1 = A/RES/70/1 {2015-09-25}"],
    );
    // Another document's date.
    finds(
        "resolution 70/1, entitled “The world”, and the letter dated 20 December 2017",
        &["70/1 = A/RES/70/1"],
    );
    finds("resolution 70/1, of 2015 pages", &["70/1 = A/RES/70/1"]);
}

#[test]
fn a_date_behind_a_subject_may_be_that_of_the_subject() {
    for (number, subject) in [
        (
            "69/313",
            "the outcome of the conference on financing for development, adopted on 16 July 2015",
        ),
        (
            "66/288",
            "the outcome of the conference on sustainable development, adopted on 22 June 2012",
        ),
        (
            "69/283",
            "the framework for disaster risk reduction, adopted on 18 March 2015",
        ),
        (
            "73/195",
            "the global compact for migration, adopted on 10 December 2018",
        ),
        ("71/256", "the urban agenda, adopted on 20 October 2016"),
        (
            "76/258",
            "the plan of the Palace of Nations, adopted by its staff on 1 March 2020",
        ),
    ] {
        finds(
            &format!("General Assembly resolution {number} on {subject}, is the basis."),
            &[&format!("{number} = A/RES/{number}")],
        );
    }
}

#[test]
fn a_date_may_stand_behind_the_body_that_follows_a_number() {
    finds(
        "resolution 36 (III) of the Trusteeship Council of 8 July 1948",
        &["36 (III) = T/RES/36 (III) {1948-07-08}"],
    );
    finds(
        "resolution 35/17 of the Human Rights Council, adopted on 22 June 2017,",
        &["35/17 = A/HRC/RES/35/17 {2017-06-22}"],
    );
    for behind in [
        "and the report of 8 July 1948",
        "on the report of 8 July 1948",
        "at its meeting of 8 July 1948",
        "to the members of 14 countries",
        "of 2000 tons of grain",
    ] {
        finds(
            &format!("resolution 36 (III) of the Trusteeship Council {behind}"),
            &["36 (III) = T/RES/36 (III)"],
        );
    }
}

#[test]
fn a_day_behind_a_comma_is_the_numbers_in_its_year_or_session() {
    for (text, wanted) in [
        (
            "Security Council resolution 2717 (2023), 19 December 2023, para. 34.",
            "2717 (2023) = S/RES/2717 (2023) [para. 34] {2023-12-19}",
        ),
        (
            "General Assembly resolution 60/1, 24 October 2005.",
            "60/1 = A/RES/60/1 {2005-10-24}",
        ),
        (
            "G.A. Res. 217 A (III), 10 December 1948, art. 3",
            "217 A (III) = A/RES/217 A (III) [art. 3] {1948-12-10}",
        ),
        (
            "ECOSOC resolution 2005/31, 26 July 2005;",
            "2005/31 = E/RES/2005/31 {2005-07-26}",
        ),
        // A clause opens, or the year is another one.
        (
            "Security Council resolution 2717 (2023), 19 December 2024, was set.",
            "2717 (2023) = S/RES/2717 (2023)",
        ),
        (
            "General Assembly resolution 60/1, 24 October 2005 was proclaimed a day of peace.",
            "60/1 = A/RES/60/1",
        ),
        (
            "under General Assembly resolution 60/1, 24 October 2015.",
            "60/1 = A/RES/60/1",
        ),
    ] {
        finds(text, &[wanted]);
    }
}
