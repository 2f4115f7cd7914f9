//! Laws of States that carry out a treaty and have its name in their title.

use super::finds;

#[test]
fn the_title_of_a_law_is_no_treaty() {
    for law in [
        "Convention on the Rights of the Child Act 1995",
        "Convention on the Rights of the Child (Ruritania) Act 2024",
        "Convention on the Rights of the Child Implementation Act",
        "Convention on the Rights of the Child (Camps) Regulations 2012",
        "Convention on the Rights of the Child Amendment Declaration 2012",
        "Convention on the Rights of the Child Act 27 of 2002",
    ] {
        finds(&format!("Under section 6 of the {law}, courts sit."), &[]);
    }
}

#[test]
fn other_words_behind_a_treaty_leave_it_one() {
    for behind in [
        "(the Convention)",
        "Acting States",
        "and its Regulations",
        "Declaration and reservation",
        "(1989)",
        "Rules of procedure",
    ] {
        let text = format!("The Convention on the Rights of the Child {behind}");
        let found = super::read(&text);
        let wanted =
            "Convention on the Rights of the Child = Convention on the Rights of the Child";
        assert!(
            found.iter().any(|one| one.starts_with(wanted)),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn an_article_behind_the_acronym_of_a_treaty_needs_no_word() {
    for (text, place) in [
        ("CRC 24(2)(a) binds", "art. 24 (2) (a)"),
        ("CRC 10(f),", "art. 10 (f)"),
    ] {
        let wanted = format!("CRC = Convention on the Rights of the Child [{place}]");
        finds(text, &[&wanted]);
    }
    for text in ["CRC 24 States", "CRC 2024(a)", "CRC (2)", "CRC 12 (no)"] {
        finds(text, &["CRC = Convention on the Rights of the Child"]);
    }
}

#[test]
fn a_place_of_the_resolution_is_that_of_the_one_before() {
    finds(
        "See resolution 58/318, including paragraph 3 of the resolution, on costs.",
        &["58/318 = A/RES/58/318 [para. 3]"],
    );
    finds(
        "See resolution 58/318, including paragraph 3 of the resolution 58/319 that followed.",
        &["58/318 = A/RES/58/318", "58/319 = A/RES/58/319 [para. 3]"],
    );
}

#[test]
fn a_page_stands_behind_at() {
    finds(
        "U.N. Doc. A/48/49, at 312.",
        &["A/48/49 = A/48/49 [p. 312]"],
    );
    for text in ["See A/48/49, at 10 a.m.", "See A/48/49, at 3 per cent."] {
        finds(text, &["A/48/49 = A/48/49"]);
    }
}
