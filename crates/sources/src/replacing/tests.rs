use std::path::Path;

use super::*;
use crate::{Document, Documents, Sources, read};

fn text(body: &str) -> Document {
    let text = format!("ST/SGB/2019/3\n\n# A bulletin\n\n{body}\n");
    read::whole(&text, Path::new("a.md")).expect("a document")
}

fn replaced(body: &str) -> Vec<String> {
    let particulars = text(body).particulars;
    particulars
        .replaces
        .iter()
        .map(|(does, symbol)| format!("{} {symbol}", does.word()))
        .collect()
}

#[test]
fn a_text_that_speaks_of_itself_replaces_what_it_names() {
    for (body, expected) in [
        (
            "1. The present bulletin supersedes Secretary-General\u{2019}s bulletin ST/SGB/2005/21.",
            &["supersedes ST/SGB/2005/21"][..],
        ),
        (
            "4.2 Administrative instructions ST/AI/2001/5 and ST/AI/2003/2 are hereby abolished.",
            &["abolishes ST/AI/2001/5", "abolishes ST/AI/2003/2"],
        ),
        (
            "Decides that the present resolution replaces its resolutions A/RES/45/110 and A/RES/48/7;",
            &["supersedes A/RES/45/110", "supersedes A/RES/48/7"],
        ),
        (
            "2. Bulletin ST/SGB/1999/4, entitled \u{201c}Posts (ST/SGB/1998/2)\u{201d}, is hereby abolished.",
            &["abolishes ST/SGB/1999/4"],
        ),
        (
            "3. The following bulletins are hereby abolished:\n\n(a) ST/SGB/230 of 8 March 1989;\n\n(b) ST/SGB/2000/16 of 13 December 2000.",
            &["abolishes ST/SGB/230", "abolishes ST/SGB/2000/16"],
        ),
    ] {
        assert_eq!(replaced(body), expected, "{body}");
    }
}

#[test]
fn what_is_said_of_others_or_of_a_part_proves_nothing() {
    for body in [
        "1. Resolution A/RES/45/110 superseded resolution A/RES/40/1.",
        "1. The present bulletin does not supersede ST/SGB/2005/21.",
        "1. The present bulletin does not supersede:\n\n(a) ST/SGB/2008/5;",
        "1. The following documents replace those issued earlier:\n\n(a) A/70/1;",
        "1. These texts are irreplaceable:\n\n(a) A/70/1;",
        "1. At the present stage the outcome supersedes resolution A/RES/45/110.",
        "1. The present bulletin supersedes paragraph 4 of ST/SGB/2005/21.",
        "1. The present bulletin supersedes the annex to ST/SGB/2005/21.",
        "1. The commitment authority would supersede that of A/RES/77/262.",
        "1. The present report replaces nothing, as document A/70/1 explains.",
        "1. Without prejudice to ST/AI/2001/5, section 3 is hereby abolished.",
        "1. States hereby recall resolution A/RES/45/110.",
    ] {
        assert!(replaced(body).is_empty(), "{body}: {:?}", replaced(body));
    }
}

#[test]
fn a_masthead_says_when_it_was_issued_again() {
    let on = |line: &str| reissue_in(line).map(|reissue| reissue.on.map(|day| day.to_string()));
    let day = |day: &str| Some(Some(day.to_owned()));
    assert_eq!(
        on("* Reissued for technical reasons on 15 January 2024."),
        day("2024-01-15")
    );
    assert_eq!(
        on("Reissued for technical reasons on 9 Nov. 2023."),
        day("2023-11-09")
    );
    assert_eq!(
        on("* Nouveau tirage pour raisons techniques (21 mars 2022)."),
        day("2022-03-21")
    );
    assert_eq!(on("** Reissued for technical reasons."), Some(None));
    assert_eq!(on("The draft was reissued for technical reasons."), None);
    let other = reissue_in("* Reissued as A/HRC/50/12.").unwrap();
    assert_eq!(other.symbol.unwrap().canonical(), "A/HRC/50/12");
}

#[test]
fn the_earlier_document_is_asked_for_the_later() {
    let later = text("1. The present bulletin supersedes ST/SGB/2005/21.");
    let reissued = read::whole(
        "A/RES/78/68*\n\n78/68. Fish\n\n* Reissued for technical reasons on 15 January 2024.\n\nThe General Assembly,\n\n1. Decides.\n",
        Path::new("b.txt"),
    );
    let held = Documents::of_texts(vec![later, reissued.unwrap()]);
    let asked = |symbol: &str| held.replaced(&Symbol::parse(symbol).unwrap()).value;
    let by = asked("ST/SGB/2005/21");
    assert_eq!(by[0].by.canonical(), "ST/SGB/2019/3");
    assert_eq!(by[0].does, Replacing::Supersedes);
    let again = asked("A/RES/78/68");
    assert_eq!(again[0].does, Replacing::Reissues);
    assert_eq!(again[0].date.unwrap().to_string(), "2024-01-15");
    assert!(asked("A/RES/70/1").is_empty());
}
