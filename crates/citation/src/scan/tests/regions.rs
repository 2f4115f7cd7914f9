//! Titles that a region makes those of other instruments.

use super::{finds, read};

#[test]
fn a_title_behind_a_region_is_that_of_another_instrument() {
    const TITLE: &str = "Convention on the Rights of the Child";
    for region in ["African", "American", "Inter-American", "ASEAN"] {
        let other = format!("the {region} {TITLE}");
        assert!(
            !read(&other).contains(&format!("{TITLE} = {TITLE}")),
            "{other}"
        );
    }
    finds(
        &format!("the African States and the {TITLE}"),
        &["Convention on the Rights of the Child = Convention on the Rights of the Child"],
    );
}
