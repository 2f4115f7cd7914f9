//! One place has one finding, and one cause has one: slips that two rules could tell are told by the one that
//! helps more.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use citation::Date;
use draft::{Dialect, Draft};
use rules::Settings;
use sources::{Catalogue, Sources};

fn told(text: &str) -> Vec<(&'static str, String)> {
    told_under(&Settings::default(), text)
}

/// The codes and words of all findings in `text`.
fn told_under(settings: &Settings, text: &str) -> Vec<(&'static str, String)> {
    let draft = Draft::new(text, Dialect::Markdown, Catalogue.lexicon());
    let today = Date::new(2026, 6, 1).unwrap();
    let resolved = resolve::resolve(&draft, &Catalogue, today);
    rules::findings(&resolved, &Catalogue, settings)
        .into_iter()
        .map(|finding| (finding.code, text[finding.range].to_owned()))
        .collect()
}

#[test]
fn the_form_of_a_reference_and_the_name_of_its_organ_are_one_finding() {
    let text = "It follows UN General Assembly Resolution A/RES/76/266 of 7 June 2022.\n";
    let whole = "UN General Assembly Resolution A/RES/76/266";
    assert_eq!(told(text), [("C014", whole.to_owned())]);
    let by_number = "It follows UN General Assembly resolution 76/266 of 7 June 2022.\n";
    assert_eq!(
        told(by_number),
        [("A005", "UN General Assembly".to_owned())]
    );
    let no_form = Settings {
        off: ["C014".to_owned()].into(),
        ..Settings::default()
    };
    let name = [("A005", "UN General Assembly".to_owned())];
    assert_eq!(told_under(&no_form, text), name);
    let of_another_block = "It follows the UN General Assembly\n\nResolution A/RES/76/266\n";
    assert!(told(of_another_block).contains(&name[0]));
}

#[test]
fn an_acronym_that_comes_again_with_stops_is_used() {
    let text = "The International Organization for Migration (IOM) has replied. We thank the I.O.M. for it.\n";
    assert_eq!(told(text), [("E012", "I.O.M.".to_owned())]);
}

#[test]
fn a_day_that_does_not_exist_is_told_once() {
    for (text, expected) in [
        ("They meet on 31st June 2024.\n", "D006"),
        ("Resolution 70/1 of 31 September 2015 says so.\n", "C004"),
        ("They meet on June 30, 2024.\n", "E004"),
    ] {
        let codes: Vec<&str> = told(text).into_iter().map(|(code, _)| code).collect();
        assert_eq!(codes, [expected], "{text}");
    }
}

#[test]
fn what_is_offered_can_be_read_in_its_sentence() {
    let offered = |text: &str| -> Vec<String> {
        let draft = Draft::new(text, Dialect::Markdown, Catalogue.lexicon());
        let today = Date::new(2026, 6, 1).unwrap();
        let resolved = resolve::resolve(&draft, &Catalogue, today);
        let found = rules::findings(&resolved, &Catalogue, &Settings::default());
        let fixes = found.iter().flat_map(|finding| &finding.fixes);
        fixes.map(|fix| rules::applied(&draft, &[fix])).collect()
    };
    for (text, expected) in [
        (
            "It has consultative status with ECOSOC since 2009.\n",
            &[
                "It has consultative status with the Economic and Social Council since 2009.\n",
                "It has consultative status with Economic and Social Council since 2009.\n",
            ][..],
        ),
        (
            "It was put before the ECOSOC in May.\n",
            &["It was put before the Economic and Social Council in May.\n"],
        ),
        (
            "Two things happened.\n\n(a) ECOSOC wrote a letter to them.\n",
            &[
                "Two things happened.\n\n(a) The Economic and Social Council wrote a letter to them.\n",
                "Two things happened.\n\n(a) Economic and Social Council wrote a letter to them.\n",
            ],
        ),
        (
            "It was told to the\n\n- ECOSOC spoke in May.\n",
            &[
                "It was told to the\n\n- The Economic and Social Council spoke in May.\n",
                "It was told to the\n\n- Economic and Social Council spoke in May.\n",
            ],
        ),
        (
            "Two spoke (in May): ECOSOC and the States.\n",
            &[
                "Two spoke (in May): the Economic and Social Council and the States.\n",
                "Two spoke (in May): Economic and Social Council and the States.\n",
            ],
        ),
        (
            "It was endorsed by the General Assembly in resolution A/RES/73/195.\n",
            &[
                "It was endorsed by the General Assembly in resolution 73/195 of 19 December 2018.\n",
            ],
        ),
        (
            "It was endorsed in resolution A/RES/73/195.\n",
            &["It was endorsed in General Assembly resolution 73/195 of 19 December 2018.\n"],
        ),
        (
            "Rappelant la résolution 1325 (2002) du Conseil de sécurité, en date du 31 octobre 2000.\n",
            &[
                "Rappelant la résolution 1325 (2000) du Conseil de sécurité, en date du 31 octobre 2000.\n",
            ],
        ),
    ] {
        assert_eq!(offered(text), expected, "{text}");
    }
}

#[test]
fn a_note_without_mark_is_told_once() {
    let notes = "[^1]: See the records.\n[^2]: See the minutes.\n[^3]: See the letters.\n";
    let skipped = format!("The report was late.[^1] It was long.[^3]\n\n{notes}");
    let codes =
        |text: &str| -> Vec<&str> { told(text).into_iter().map(|(code, _)| code).collect() };
    assert_eq!(codes(&skipped), ["X002"]);
    let swapped = format!("The report was late.[^1] It was long.[^3] It ends.[^2]\n\n{notes}");
    assert_eq!(codes(&swapped), ["X003"]);
}
