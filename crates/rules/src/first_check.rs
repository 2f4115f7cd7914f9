//! Makes ready what every check begins with, before there is a draft to check.

use std::sync::Arc;

use citation::Date;
use draft::{Dialect, Draft};
use sources::Catalogue;

use crate::{Nowhere, Settings, check};

/// A draft in which most of what a draft may have is looked for.
pub const SAMPLE: &str = "# Report\n\nRecalling General Assembly resolution 67/172 of 20 December 2012 and A/RES/67/172, \
     paragraph 2, the International Organization for Migration (IOM) met on 3 May 2012, “as it is”.[^1]\n\n\
     1. *Requests* the programme;\n\n[^1]: Ibid., see S/RES/1325 (2000) and the Convention on the Rights of the Child.\n";

/// Makes ready the tables and searchers that any draft is checked with, all but the names of the sources. They are made
/// ready at first use anyway; whoever begins with something else, such as reading those names, has this done beside it
/// on a thread of its own.
pub fn prepare_for_first_check() {
    let draft = Draft::new(SAMPLE, Dialect::Markdown, Arc::default());
    let Some(today) = Date::new(2026, 1, 1) else {
        return;
    };
    let settings = Settings::default();
    let resolved = resolve::resolve(&draft, &Catalogue, today);
    let checked = check(&resolved, &Catalogue, &settings);
    let _ = checked.settled(&resolved, &Catalogue, &Nowhere, &|| false);
}
