//! Pages without a single reference that are full of what looks like one: scores, dates, rooms, cases, product codes,
//! conventions that are halls and compacts that are cars.

use super::{line, resolved};

#[track_caller]
fn is_silent(page: &str) {
    let found: Vec<String> = resolved(page)
        .references
        .iter()
        .map(|reference| line(page, reference))
        .collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn an_office_has_numbers_of_its_own() {
    is_silent(include_str!("no_references/office.txt"));
}

#[test]
fn courts_and_products_have_numbers_of_their_own() {
    is_silent(include_str!("no_references/courts_and_products.txt"));
}
