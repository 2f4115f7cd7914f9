//! Every rule has a page with the agreed headings and examples of both kinds.

/// The headings of a page, in order.
const HEADINGS: [&str; 5] = [
    "## What it does",
    "## Why it matters",
    "## Example",
    "## How to fix",
    "## Source",
];

#[test]
fn pages_have_the_agreed_headings() {
    for rule in rules::RULES {
        let title = format!("# {} {}\n", rule.code, rule.name);
        assert!(rule.page().starts_with(&title), "{rule:?}");
        let headings: Vec<&str> = rule
            .page()
            .lines()
            .filter(|line| line.starts_with("## "))
            .collect();
        assert_eq!(headings, HEADINGS, "{rule:?}");
        assert!(rule.page().contains("\n```flags\n"), "{rule:?}");
        assert!(rule.page().contains("\n```allows\n"), "{rule:?}");
        assert!(rule.summary().ends_with('.'), "{rule:?}");
    }
}

#[test]
fn a_rule_is_found_by_code_and_by_name() {
    assert_eq!(
        rules::rule("c005").unwrap().name,
        "paragraph-does-not-exist"
    );
    assert_eq!(rules::rule("Undefined-Acronym").unwrap().code, "A001");
    assert!(rules::rule("C999").is_none());
}
