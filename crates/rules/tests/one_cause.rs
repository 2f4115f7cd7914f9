//! One place has one finding, and one cause has one: slips that two rules could tell are told by the one that
//! helps more.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use citation::Date;
use draft::{Dialect, Draft};
use rules::Settings;
use sources::{Catalogue, Sources};

/// The codes and words of all findings in `text`.
fn told(text: &str) -> Vec<(&'static str, String)> {
    let draft = Draft::new(text, Dialect::Markdown, Catalogue.lexicon());
    let today = Date::new(2026, 6, 1).unwrap();
    let resolved = resolve::resolve(&draft, &Catalogue, today);
    rules::findings(&resolved, &Catalogue, &Settings::default())
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
