//! Completions in drawn drafts.

use super::*;
use crate::fixture::Drawn;

/// One line per offer: label, detail in brackets, and what it replaces.
#[track_caller]
fn check(drawing: &str, expected: &str) {
    let drawn = Drawn::markdown(drawing);
    let offers: Vec<String> = completion(&drawn.resolved, &drawn.sources, drawn.cursor, None)
        .iter()
        .map(|offer| {
            let typed = drawn.words(&offer.replace);
            format!("{} [{}] for “{typed}”", offer.label, offer.detail)
        })
        .collect();
    assert_eq!(offers.join("\n"), expected.trim());
}

#[test]
fn a_resolution_is_written_in_the_style_of_the_team() {
    let first = |drawing: &str, style| {
        let drawn = Drawn::markdown(drawing);
        let offers = completion(&drawn.resolved, &drawn.sources, drawn.cursor, Some(style));
        offers[0].text.clone()
    };
    for (typed, style, written) in [
        (
            "in A/RES/67/172$0",
            CiteStyle::Full,
            "General Assembly resolution 67/172 of 20 December 2012",
        ),
        ("in A/RES/67/172$0", CiteStyle::Short, "resolution 67/172"),
        ("in A/RES/67/172$0", CiteStyle::Symbol, "A/RES/67/172"),
        ("it (A/RES/67/172$0", CiteStyle::Full, "A/RES/67/172"),
        (
            "resolution A/RES/67/172$0",
            CiteStyle::Full,
            "67/172 of 20 December 2012",
        ),
        (
            "General Assembly resolution 67/172$0",
            CiteStyle::Title,
            "67/172, entitled “Protection of migrants”",
        ),
        ("resolution 67/172$0", CiteStyle::Short, "67/172"),
    ] {
        assert_eq!(first(&format!("{typed}\n"), style), written, "{typed}");
    }
}

#[test]
fn what_the_draft_cites_comes_first() {
    check(
        "
See A/RES/67/174 on it.
    ^^^^^^^^^^^^ exists A/RES/67/174

Recalling (A/RES/67/17$0
",
        "
A/RES/67/174 [Human rights and unilateral coercive measures] for “A/RES/67/17”
A/RES/67/172 [Protection of migrants] for “A/RES/67/17”
",
    );
}

#[test]
fn what_the_draft_alone_knows_is_offered_too() {
    check(
        "
See S/RES/2417 (2018) and A/HCR/20/24.
    ^^^^^^^^^^^^^^^^^ exists S/RES/2417 (2018)

Recalling S/RES/24$0
",
        "S/RES/2417 (2018) [] for “S/RES/24”",
    );
}

#[test]
fn symbols_follow_their_first_components() {
    check(
        "Recalling (A/RES/67/17$0\n",
        "
A/RES/67/172 [Protection of migrants] for “A/RES/67/17”
A/RES/67/174 [Human rights and unilateral coercive measures] for “A/RES/67/17”
",
    );
    check(
        "Recalling S/RES/1325 (20$0\n",
        "S/RES/1325 (2000) [Women and peace and security] for “S/RES/1325 (20”",
    );
}

#[test]
fn numbers_follow_the_word_resolution() {
    check(
        "its resolutions 66/1, 66/172 and 67/17$0\n",
        "
67/172 [Protection of migrants] for “67/17”
67/174 [Human rights and unilateral coercive measures] for “67/17”
",
    );
    check(
        "Security Council resolution 13$0\n",
        "1325 (2000) [Women and peace and security] for “13”",
    );
    check(
        "Human Rights Council resolution 3$0\n",
        "35/17 [Protection of the human rights of migrants] for “3”",
    );
    check("General Assembly resolution 35/1$0\n", "");
    check("decision 67/17$0\n", "");
    check("about 67$0\n", "");
}

#[test]
fn instruments_follow_their_first_words() {
    check(
        "Under the Convention on the R$0\n",
        "
Convention on the Reduction of Statelessness [] for “Convention on the R”
Convention on the Rights of the Child [] for “Convention on the R”
",
    );
    check("States parties to the CR$0\n", "");
    check(
        "In the Conv$0\n",
        "
Convention on the Reduction of Statelessness [] for “Conv”
Convention on the Rights of the Child [] for “Conv”
",
    );
}

#[test]
fn paragraphs_of_the_document_beside_are_offered_with_first_words() {
    check(
        r"
As paragraph $0 of resolution 67/172 says
                              ^^^^^^ held A/RES/67/172
",
        "
3 [Calls upon States] for “”
3 (a) [To promote and protect human rights] for “”
4 [Expresses concern about *racism*] for “”
15 [Requests the Secretary-General to submit a report] for “”
",
    );
    check(
        r"
resolution 67/172, paragraph 3 $0
           ^^^^^^ held A/RES/67/172
",
        "3 (a) [To promote and protect human rights] for “3 ”",
    );
    check(
        r"
resolution 67/172, paras. 4 and 1$0
           ^^^^^^ held A/RES/67/172
",
        "15 [Requests the Secretary-General to submit a report] for “1”",
    );
    check(
        r"
resolution 67/172, paras. 3 and $0
           ^^^^^^ held A/RES/67/172
",
        "
3 (a) [To promote and protect human rights] for “”
4 [Expresses concern about *racism*] for “”
15 [Requests the Secretary-General to submit a report] for “”
",
    );
    check(
        r"
resolution 67/172, para. 15. The rest is told in para. 1$0
           ^^^^^^ held A/RES/67/172
",
        "",
    );
}

#[test]
fn ordinary_words_code_and_addresses_get_nothing() {
    check("the conv$0\n", "");
    check("Co$0\n", "");
    check("`A/RES/67/17$0\n", "");
    check("[x](https://docs.un.org/en/A/RES/67/17$0\n", "");
    check("https://docs.un.org/en/A/RES/67/17$0\n", "");
    check("and/o$0\n", "");
    check("$0\n", "");
}

#[test]
fn acronyms_that_the_draft_introduces_are_offered_first() {
    check(
        r"
The Central Review Council Executive (CRCE) met.

Members of CRC$0
",
        "CRCE [Central Review Council Executive] for “CRC”",
    );
}

#[test]
fn fenced_code_and_front_matter_get_nothing() {
    check("\n```\nA/RES/67/17$0\n```\n", "");
    check("---\ntitle: A/RES/67/17$0\n---\n\nText.\n", "");
}

#[test]
fn footnotes_are_offered_behind_the_beginning_of_a_mark() {
    let texts = "\n\n[^1]: See the report on *ports*.\n\n[^12]: Another.\n\n[^x]: A third.\n";
    check(
        &format!("It was said.[^1$0{texts}"),
        "
1 [See the report on ports.] for “1”
12 [Another.] for “1”
",
    );
    let written = |drawing: &str| {
        let drawn = Drawn::markdown(drawing);
        let offers = completion(&drawn.resolved, &drawn.sources, drawn.cursor, None);
        let offers = offers.iter().map(|offer| offer.text.clone());
        offers.collect::<Vec<_>>()
    };
    assert_eq!(
        written(&format!("It was said.[^$0{texts}")),
        ["1]", "12]", "x]"]
    );
    assert_eq!(written(&format!("It was said.[^x$0]{texts}")), ["x"]);
    assert_eq!(written(&format!("It was said.{texts}\n[^1$0")), [""; 0]);
}
