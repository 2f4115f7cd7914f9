//! What [`scan`](super::scan) finds in sentences of every common form.

use super::*;
use crate::{Body, Form, Name, Naming, Referent};

fn lexicon() -> Lexicon {
    let name = |written: &str, title: &str, acronym| Name {
        written: written.into(),
        title: title.into(),
        acronym,
    };
    Lexicon::new(vec![
        name(
            "Convention on the Rights of the Child",
            "Convention on the Rights of the Child",
            false,
        ),
        name(
            "2030 Agenda",
            "2030 Agenda for Sustainable Development",
            false,
        ),
        name(
            "2030 Agenda for Sustainable Development",
            "2030 Agenda for Sustainable Development",
            false,
        ),
        name("ICRMW", "Migrant Workers Convention", true),
    ])
}

/// Each citation as `token = meaning [pinpoint] {date}`, its body taken as the General Assembly where
/// the sentence leaves it open.
fn read(text: &str) -> Vec<String> {
    scan(text, &lexicon())
        .into_iter()
        .map(|citation| {
            let meaning = match &citation.form {
                Form::Whole(referent) => referent.to_string(),
                Form::Mistyped { corrections } => format!("mistyped, {}", corrections[0].0),
                Form::Number {
                    naming: Naming::Named(body),
                    ..
                } => citation
                    .number(text, body)
                    .map_or(format!("{body}"), |s| s.to_string()),
                Form::Number { .. } | Form::TitleLine => citation
                    .number(text, &Body::general_assembly())
                    .map_or("?".into(), |symbol| symbol.to_string()),
                Form::Back(_) => "back".into(),
                Form::Title => "title".into(),
            };
            let token = text[citation.token.clone()]
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            let pinpoint = citation
                .pinpoint
                .map(|p| format!(" [{p}]"))
                .unwrap_or_default();
            let date = citation
                .date
                .map(|d| format!(" {{{}}}", d.date))
                .unwrap_or_default();
            format!("{token} = {meaning}{pinpoint}{date}")
        })
        .collect()
}

#[track_caller]
fn finds(text: &str, wanted: &[&str]) {
    assert_eq!(read(text), wanted, "{text}");
}

#[test]
fn one_resolution_with_its_date() {
    finds(
        "Recalling General Assembly resolution 67/172 of 20 December 2012, on migrants,",
        &["67/172 = A/RES/67/172 {2012-12-20}"],
    );
    finds(
        "Security Council resolution 1325 (2000) of 31 October 2000",
        &["1325 (2000) = S/RES/1325 (2000) {2000-10-31}"],
    );
    finds(
        "its resolution 217 A (III) of 10 December 1948",
        &["217 A (III) = A/RES/217 A (III) {1948-12-10}"],
    );
    finds(
        "Human Rights Council resolution 35/17",
        &["35/17 = A/HRC/RES/35/17"],
    );
    finds("decision 68/505", &["68/505 = A/DEC/68/505"]);
    finds(
        "Economic and Social Council resolution 1980/67 of 25 July 1980",
        &["1980/67 = E/RES/1980/67 {1980-07-25}"],
    );
}

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
fn paragraph_references_stand_before_or_behind() {
    finds(
        "In paragraph 15 of its resolution 67/172 of 20 December 2012",
        &["67/172 = A/RES/67/172 [para. 15] {2012-12-20}"],
    );
    finds(
        "paragraph 15 of General Assembly resolution A/RES/67/172 of 20 December 2012",
        &["A/RES/67/172 = A/RES/67/172 [para. 15] {2012-12-20}"],
    );
    finds(
        "paragraphs 12–15 and 17 (b) of resolution 70/1",
        &["70/1 = A/RES/70/1 [paras. 12-15 and 17 (b)]"],
    );
    finds(
        "See A/78/481/Add.2, para. 139.",
        &["A/78/481/Add.2 = A/78/481/Add.2 [para. 139]"],
    );
    finds(
        "see resolution 69/313, annex, paras. 3-5.",
        &["69/313 = A/RES/69/313 [annex, paras. 3-5]"],
    );
    finds(
        "article 18 of the Convention on the Rights of the Child",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child [art. 18]",
        ],
    );
    finds(
        "(A/67/53 and Corr.1), chap. IV, sect. A.",
        &[
            "A/67/53 = A/67/53",
            "Corr.1 = A/67/53/Corr.1 [chap. IV, sect. A]",
        ],
    );
}

#[test]
fn paragraph_references_come_in_many_forms() {
    for (text, wanted) in [
        ("section II of resolution 64/243", "sect. II"),
        (
            "resolution 64/243, annex, sect. III, para. 5",
            "annex, sect. III, para. 5",
        ),
        ("in resolution 64/243, in paragraph 20", "para. 20"),
        (
            "resolution 64/243, in particular paragraphs 3 and 4 thereof,",
            "paras. 3 and 4",
        ),
        (
            "resolution 64/243 of 24 December 2009, especially its annex",
            "annex",
        ),
        (
            "paragraphs 3 (a) to (c), 7 and 9–12 of resolution 64/243",
            "paras. 3 (a)-(c), 7 and 9-12",
        ),
        ("operative paragraph 15 of resolution 64/243", "para. 15"),
        ("OP15 of resolution 64/243", "para. 15"),
        ("OPs 3–5 of resolution 64/243", "paras. 3-5"),
        ("PP4 of resolution 64/243", "preambular para. 4"),
        (
            "paragraph 3, subparagraph (b), of resolution 64/243",
            "para. 3 (b)",
        ),
        (
            "the fourth preambular paragraph of resolution 64/243",
            "preambular para. 4",
        ),
        (
            "the second, third and fifth preambular paragraphs of resolution 64/243",
            "preambular paras. 2, 3 and 5",
        ),
        (
            "resolution 64/243, annex, principle VI",
            "annex, principle VI",
        ),
        (
            "paragraphs 1 to 5 of the annex to resolution 64/243",
            "annex, paras. 1-5",
        ),
        ("paragraph 12bis of resolution 64/243", "para. 12bis"),
        ("part III of resolution 64/243", "part III"),
        ("resolution 64/243, p. 3", "p. 3"),
        (
            "resolution 64/243, paras. 5 (a) (ii) and 6",
            "paras. 5 (a) (ii) and 6",
        ),
    ] {
        let found = read(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!(
            found[0].contains(&format!("[{wanted}]")),
            "{text}: {found:?}"
        );
    }
    for (text, wanted) in [
        ("article 18 (3) of the", "art. 18 (3)"),
        ("art. 2, para. 1, of the", "art. 2, para. 1"),
        ("articles 3, 5 and 9 of the", "arts. 3, 5 and 9"),
        ("Article 73 e of the", "art. 73 e"),
        ("paragraph 1 of article 5 of the", "art. 5, para. 1"),
    ] {
        finds(
            &format!("{text} Convention on the Rights of the Child."),
            &[&format!(
                "Convention on the Rights of the Child = Convention on the Rights of the Child [{wanted}]"
            )],
        );
    }
    for text in [
        "resolution 64/243, paragraph 5 above",
        "resolution 64/243, paragraph 5 of which",
        "resolution 64/243, in 2009",
        "resolution 64/243, the second of its kind",
        "resolution 64/243, and in particular the report",
        "as noted in paragraph 5, resolution 64/243",
    ] {
        finds(text, &["64/243 = A/RES/64/243"]);
    }
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
fn names_run_over_line_breaks() {
    finds(
        "the Convention on \nthe Rights of the Child and the 2030 agenda for Sustainable\nDevelopment",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child",
            "2030 agenda for Sustainable Development = 2030 Agenda for Sustainable Development",
        ],
    );
    finds(
        "from ratifying the ICRMW.",
        &["ICRMW = Migrant Workers Convention"],
    );
}

#[test]
fn series_and_back_references() {
    finds(
        "United Nations, Treaty Series, vol. 2220, No. 39481.",
        &[
            "United Nations, Treaty Series, vol. 2220, No. 39481 = United Nations, Treaty Series, vol. 2220, No. 39481",
        ],
    );
    finds(
        "Ibid., vol. 1249, No. 20378.",
        &["Ibid., vol. 1249, No. 20378 = United Nations, Treaty Series, vol. 1249, No. 20378"],
    );
    finds("Ibid., para. 4.", &["Ibid. = back [para. 4]"]);
}

#[test]
fn a_broken_symbol_is_one_and_a_wrong_one_is_mended() {
    finds("(A/78/\n481/Add.2)", &["A/78/ 481/Add.2 = A/78/481/Add.2"]);
    finds(
        "in A/HCR/53/26, the expert",
        &["A/HCR/53/26 = mistyped, A/HRC/53/26"],
    );
    finds(
        "document A\\RES\\67\\172.",
        &["A\\RES\\67\\172 = mistyped, A/RES/67/172"],
    );
}

#[test]
fn what_only_looks_like_a_reference_is_silent() {
    for text in [
        "and/or HIV/AIDS, km/h, TCP/IP, he/she, A/B testing, A/H1N1",
        "on 20/12/2012 and in 1/2 or 3/4 of the cases, 24/7",
        "in 2012/13 and 2013/2014 the fund grew by 3/5",
        "advisory opinion OC-16/99 of 1 October 1999",
        "C-190/22 and OAS/Ser.L/V and UN/EDIFACT",
        "the file /var/log/A/12 and C:\\A\\12",
        "IOM/OSCE Training Modules, RC/RC, C.P. 71, CH-1211, +41.22.717",
        "A/RES/67/",
    ] {
        finds(text, &[]);
    }
}

#[test]
fn what_ran_into_a_symbol_is_left_out() {
    finds("(A/79/850)9 and", &["A/79/850 = A/79/850"]);
    finds("see A/79/850.9 The", &["A/79/850 = A/79/850"]);
    finds("A/RES/78/3981 and", &["A/RES/78/39 = A/RES/78/39"]);
    // 28 with note 31 and 283 with note 1 are both possible.
    finds("A/RES/55/2831 and", &["A/RES/55/2831 = A/RES/55/2831"]);
    finds(
        "A/RES/78/18A/RES/78/18",
        &["A/RES/78/18 = A/RES/78/18", "A/RES/78/18 = A/RES/78/18"],
    );
    finds(
        "A/C.3/80/L.52* and A/80/L.1/Rev.1*",
        &[
            "A/C.3/80/L.52 = A/C.3/80/L.52",
            "A/80/L.1/Rev.1 = A/80/L.1/Rev.1",
        ],
    );
}

#[test]
fn symbols_may_be_broken_over_lines() {
    for text in ["A/C.3/80/\nL.52", "A/C.3/\r\n80/L.52", "A/C.3/80\n/L.52"] {
        let found = scan(text, &lexicon());
        assert_eq!(found.len(), 1, "{text:?}");
        assert_eq!(found[0].token, 0..text.len(), "{text:?}");
    }
    finds(
        "A/78/80-\nE/2023/64 notes",
        &["A/78/80- E/2023/64 = A/78/80-E/2023/64"],
    );
    finds(
        "S/RES/1325\n(2000) says",
        &["S/RES/1325 (2000) = S/RES/1325 (2000)"],
    );
    finds(
        "A/73/12\n(Part I) says",
        &["A/73/12 (Part I) = A/73/12 (Part I)"],
    );
    // A stroke that ends a line of other text joins nothing.
    finds("A/67/53\n/ see above", &["A/67/53 = A/67/53"]);
}

#[test]
fn look_alikes_are_read_as_what_they_look_like() {
    for written in [
        "А/С.3/80/L.52",
        "Ａ／Ｃ．３／８０／Ｌ．５２",
        "A/C.3/80/L.52",
        "A∕C.3∕80∕L.52",
        "a/c.3/80/l.52",
        "A/c.3/80/L.52",
    ] {
        let found = scan(written, &lexicon());
        assert_eq!(found.len(), 1, "{written}");
        assert_eq!(found[0].token, 0..written.len(), "{written}");
        assert!(
            matches!(&found[0].form, Form::Whole(Referent::Symbol(symbol))
            if symbol.canonical() == "A/C.3/80/L.52"),
            "{written}: {:?}",
            found[0].form
        );
    }
    finds(
        "E/CN.4/2001/2–E/CN.4/Sub.2/2000/46",
        &["E/CN.4/2001/2–E/CN.4/Sub.2/2000/46 = E/CN.4/2001/2-E/CN.4/Sub.2/2000/46"],
    );
    finds(
        "A/RES/757 (ΧΧΧΙΧ)",
        &["A/RES/757 (ΧΧΧΙΧ) = A/RES/757 (XXXIX)"],
    );
}

#[test]
fn ranges_stay_on_character_boundaries() {
    let text = "“Été” – résolution 67/172, А/RES/67/172 и S/RES/1325 (2000) 🌍 A∕80∕53";
    for citation in scan(text, &lexicon()) {
        assert!(text.is_char_boundary(citation.token.start));
        assert!(text.is_char_boundary(citation.token.end));
    }
}
