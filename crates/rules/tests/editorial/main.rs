//! What the editorial rules have to say about a draft, once and at its place, and what they must never say: the cases
//! of real drafts, told again in other words. The real ones are counted where they are at hand.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

mod real;
mod retold;

use citation::Date;
use draft::{Dialect, Draft};
use rules::{Finding, Settings};
use sources::{Catalogue, Sources};

/// Families that look at wording, structure and form.
const EDITORIAL: &str = "ADERX";

fn findings(text: &str, dialect: Dialect) -> Vec<Finding> {
    let draft = Draft::new(text, dialect, Catalogue.lexicon());
    let today = Date::new(2013, 2, 14).unwrap();
    let resolved = resolve::resolve(&draft, &Catalogue, today);
    let mut found = rules::findings(&resolved, &Catalogue, &Settings::default());
    found.retain(|finding| EDITORIAL.contains(&finding.code[..1]));
    found
}

/// The findings as "code words", in text order.
fn told(text: &str, dialect: Dialect) -> Vec<String> {
    findings(text, dialect)
        .into_iter()
        .map(|finding| format!("{} {}", finding.code, &text[finding.range]))
        .collect()
}
