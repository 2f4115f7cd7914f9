//! Makes ready what every check begins with, before there is a draft to check.

use std::sync::Arc;

use citation::Date;
use draft::{Dialect, Draft};
use sources::Catalogue;

use crate::{Nowhere, Settings, check};

/// Has a little of what any draft has.
const SAMPLE: &str = "# Report of the International Organization for Migration (IOM)

The Secretary-General, recalling General Assembly resolution 67/172 of 20 December 2012 and its resolution 70/1, \
paragraph 29, notes that the Human Rights Council, at its twentieth session, adopted resolution 20/3 (see \
A/HRC/RES/20/3 and A/67/L.40/Rev.1), and that the Convention on the Rights of the Child applies.
";

/// Makes ready the tables and searchers that any draft is checked with, all but the names of the sources. They are made
/// ready at first use anyway; whoever begins with something else, such as reading those names, has this done beside it
/// on a thread of its own.
pub fn make_ready() {
    let draft = Draft::new(SAMPLE, Dialect::Markdown, Arc::default());
    let Some(today) = Date::new(2026, 1, 1) else {
        return;
    };
    let settings = Settings::default();
    let resolved = resolve::resolve(&draft, &Catalogue, today);
    let checked = check(&resolved, &Catalogue, &settings);
    let _ = checked.settled(&resolved, &Catalogue, &Nowhere, &|| false);
}
