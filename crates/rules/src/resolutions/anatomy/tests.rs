//! What opens a paragraph, and what is a heading.

use super::*;

#[test]
fn a_participle_behind_an_adverb_is_preambular_whatever_mark_ends_it() {
    for words in [
        "Deeply concerned at",
        "Gravely alarmed by",
        "Fully aware",
        "Strongly condemning all",
    ] {
        assert!(opens_with_feeling(words), "{words}");
    }
    for words in [
        "Deeply regrets the",
        "Strongly urges",
        "Deeply",
        "Fully supports",
    ] {
        assert!(!opens_with_feeling(words), "{words}");
    }
}

#[test]
fn what_is_bold_from_end_to_end_without_a_stop_is_a_heading() {
    for text in [
        "**Financing of the Mission (continued)**",
        "**Financing of the Mission for 2024/25**",
        "**Strengthening the Organization: “Delivering as one”**",
        "**What is missing?**",
        "**Financing of the Mission**[^1]",
        "__Financing of the Mission (*continued*)__",
        "**Financing of the Mission** (continued)",
        "Financing of the Mission (continued)",
        "**Building on what is there:**",
    ] {
        assert!(is_heading(text), "{text}");
    }
    for text in [
        "**Recalling its earlier work,**",
        "**Celebrating the day;**",
        "**Decides to continue.**",
        "**Requests the following:**",
        "**Recalling** its work and **noting** the report",
        "*Recalling* its resolution on the Mission (continued)",
        "Celebrating the day,",
    ] {
        assert!(!is_heading(text), "{text}");
    }
}
