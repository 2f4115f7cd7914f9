//! What [`scan`](super::scan) finds in sentences of every common form.

mod alone;
mod apart;
mod bodies;
mod bounds;
mod dates;
mod described;
mod laws;
mod lists;
mod numbers;
mod owners_of_places;
mod paragraph_signs;
mod paragraphs;
mod places;
mod places_apart;
mod places_beside;
mod regions;
mod runs;
mod shortened;
mod without_word;

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
        name("CRC", "Convention on the Rights of the Child", true),
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
                    .or_else(|| citation.running_number(text))
                    .map_or(format!("{body}"), |s| s.to_string()),
                Form::WhereNamed { body, .. } => format!("where {body} is named"),
                Form::WhereGoals => "where the Goals are named".into(),
                Form::Number { .. } | Form::TitleLine => citation
                    .number(text, &Body::general_assembly())
                    .map_or("?".into(), |symbol| symbol.to_string()),
                Form::Back(_) => "back".into(),
                Form::Title { .. } | Form::ListedTreaty { .. } => "title".into(),
                Form::OfConference { .. } => "number of a conference".into(),
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
fn running_numbers_of_three_figures_are_symbols_where_organs_are_spoken_of() {
    finds(
        "the Fourth Committee had agreements (A/233, A/236 and A/258) before it; document A/240",
        &[
            "A/233 = A/233",
            "A/236 = A/236",
            "A/258 = A/258",
            "A/240 = A/240",
        ],
    );
    for silent in ["an old machine (S/360)", "room A/233", "in A/123 and A/124"] {
        finds(silent, &[]);
    }
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

#[test]
fn an_anchor_with_a_line_break_does_not_reach_into_blank_lines() {
    let lexicon = Lexicon::default();
    for (before, behind) in [
        ("A/67/65", "Nos. 97 and 143 of the ILO"),
        ("See A/67/65 – ILO", "No. 97 of 1949"),
        ("Council Decision", "2008/115/EC"),
        ("Council Decision", "A/67/65"),
        ("", "No. 97"),
    ] {
        for blank in ["\n\n", "\n \r\n", "\n\n\n\t\n"] {
            let text = format!("{before}{blank}{behind}");
            let offset = before.len() + blank.len();
            let mut apart = scan(before, &lexicon);
            apart.extend(scan(behind, &lexicon).into_iter().map(|mut citation| {
                translate(&mut citation, |at| at + offset);
                citation
            }));
            assert_eq!(scan(&text, &lexicon), apart, "{text:?}");
        }
    }
}
