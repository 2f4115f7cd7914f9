//! Hovers over acronyms and terms.

use super::super::tests::{check, contains};

#[test]
fn a_term_of_the_draft_shows_what_it_stands_for() {
    check(
        "The Contact Group of Friends (“the Group”) met.\n\nThe Gr$0oup agreed.\n",
        "Group",
        r"
### Group

**The Contact Group of Friends**

Introduced on line 1 of this draft.
",
    );
}

#[test]
fn an_acronym_shows_what_the_draft_introduces_it_for() {
    check(
        r"
The International Organization for Migration (IOM) met.

Then I$0OM reported.
",
        "IOM",
        r"
### IOM

**International Organization for Migration**

Introduced on line 1 of this draft.
",
    );
}

#[test]
fn an_acronym_that_is_not_introduced_shows_the_title_in_the_sources() {
    check(
        "\nStates parties to the CR$0C reported.\n",
        "CRC",
        r"
### CRC

**Convention on the Rights of the Child**

Not introduced in this draft; the title is from your sources.
",
    );
}

#[test]
fn a_short_form_says_where_it_is_introduced() {
    contains(
        r"
The Convention on the Rights of the Child (CRC) holds.

Under the CR$0C, children hold rights.
          ^^^^^ held Convention on the Rights of the Child
",
        "“CRC” is introduced on line 1.",
    );
}
