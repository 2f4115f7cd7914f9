//! What is known of a text from one change to the next.

use super::*;

#[test]
fn changes_share_what_is_known_and_reach_the_structure() {
    let workspaces = Workspaces::default();
    let today = || Date::new(2026, 11, 24).unwrap();
    let mut text = OpenText::new("untitled:a", "markdown", 1, "# One\n\nTwo.\n");
    for round in 0..3 {
        for letter in ["x", "é", "\u{1F54A}"] {
            text = text.edited(7..7, letter).edited(0..0, "y");
        }
        let analysis = text.analysis(&workspaces, today, &|| false).unwrap();
        assert_eq!(
            analysis.resolved.draft.rope().to_string(),
            text.rope().to_string(),
            "round {round}"
        );
    }
}

#[test]
fn what_is_bound_is_known_before_the_rules_are_asked() {
    let workspaces = Workspaces::default();
    let today = || Date::new(2026, 11, 24).unwrap();
    let words = "Recalling General Assembly resolution 67/172 and 67/174.\n";
    let mut text = OpenText::new("untitled:a", "markdown", 1, words);
    for round in 0..4 {
        text = text.edited(0..0, "A/RES/70/1 ");
        let resolved = text.resolved(&workspaces, today, &|| false).unwrap();
        assert_eq!(resolved.count(), 3 + round);
        assert!(text.known_analysis().is_none());
        if round % 2 == 1 {
            let analysis = text.analysis(&workspaces, today, &|| false).unwrap();
            assert_eq!(analysis.resolved.references[..], resolved.references[..]);
        }
    }
}

#[test]
fn what_is_bound_goes_on_from_what_was_bound_before_any_rule_was_asked() {
    let workspaces = Workspaces::default();
    let today = || Date::new(2026, 11, 24).unwrap();
    let opened = OpenText::new("untitled:a", "markdown", 1, "See A/RES/70/1.\n\nTwo.\n");
    assert!(
        opened
            .resolved_at_once(&workspaces, today, &|| false)
            .is_none()
    );
    opened.resolved(&workspaces, today, &|| false).unwrap();
    // Of the first of two changes nobody has asked.
    let text = opened
        .edited(17..17, "A/HCR/53/26. ")
        .edited(17..17, "A/RES/67/172. ");
    assert!(
        text.resolved_at_once(&workspaces, today, &|| true)
            .is_none()
    );
    let resolved = text.resolved_at_once(&workspaces, today, &|| false);
    assert_eq!(resolved.unwrap().count(), 3);
    let analysis = text.analysis(&workspaces, today, &|| false).unwrap();
    let fresh = OpenText::new("untitled:b", "markdown", 1, &text.rope().to_string());
    let fresh = fresh.analysis(&workspaces, today, &|| false).unwrap();
    assert_eq!(
        analysis.resolved.references[..],
        fresh.resolved.references[..]
    );
    assert_eq!(analysis.findings[..], fresh.findings[..]);
    assert_eq!(analysis.findings.len(), 1);
}

#[test]
fn much_that_was_inserted_is_not_read_at_once() {
    let workspaces = Workspaces::default();
    let today = || Date::new(2026, 11, 24).unwrap();
    let at_once = |text: &OpenText| {
        let resolved = text.resolved_at_once(&workspaces, today, &|| false);
        resolved.map(|resolved| resolved.count())
    };
    let opened = OpenText::new("untitled:a", "markdown", 1, "See A/RES/70/1.\n\nTwo.\n");
    opened.analysis(&workspaces, today, &|| false).unwrap();
    let paragraph = format!("{}A/RES/67/172.\n\n", "Words. ".repeat(1000));
    let pasted = opened.edited(17..17, &paragraph.repeat(40));
    assert_eq!(at_once(&pasted), None);
    // A key behind it is no less to read, until somebody has read it.
    assert_eq!(at_once(&pasted.edited(17..17, "x")), None);
    pasted.resolved(&workspaces, today, &|| false).unwrap();
    assert_eq!(at_once(&pasted), Some(41));
    pasted.analysis(&workspaces, today, &|| false).unwrap();
    assert_eq!(at_once(&pasted.edited(17..17, "x")), Some(41));
    // Many changes of which nobody has asked are as much as one.
    let mut text = pasted.clone();
    for _ in 0..1000 {
        text = text.edited(17..17, "Words. ");
    }
    assert_eq!(at_once(&text), None);
    let taken = pasted.edited(17..17 + paragraph.len() * 39, "");
    assert_eq!(at_once(&taken), Some(2));
}

#[test]
fn findings_are_known_at_once_where_nobody_has_to_wait_for_them() {
    let workspaces = Workspaces::default();
    let today = || Date::new(2026, 11, 24).unwrap();
    let at_once = |text: &OpenText, stops: bool| {
        let analysis = text.analysis_at_once(&workspaces, today, &|| stops);
        analysis.map(|analysis| analysis.findings.len())
    };
    let opened = OpenText::new("untitled:a", "markdown", 1, "See A/RES/70/1.\n\nTwo.\n");
    assert_eq!(at_once(&opened, false), None);
    opened.resolved(&workspaces, today, &|| false).unwrap();
    assert_eq!(
        at_once(&opened.edited(17..17, "A/HCR/53/26. "), false),
        None
    );
    opened.analysis(&workspaces, today, &|| false).unwrap();
    let typed = opened.edited(17..17, "A/HCR/53/26. ");
    assert_eq!(at_once(&typed, true), None);
    assert_eq!(at_once(&typed, false), Some(1));
    // What a link leads to is looked up beside the draft.
    assert_eq!(at_once(&opened.edited(17..17, "[a](b.md) "), false), None);
    let turn = typed.edited(17..17, "x");
    let _held = lock(&turn.rules_turn);
    assert_eq!(at_once(&turn, false), None);
}

#[test]
fn what_was_settled_is_what_is_named() {
    let workspaces = Workspaces::default();
    let today = || Date::new(2026, 11, 24).unwrap();
    let asking = "The Council adopted resolution 21/4.\n\n";
    let words = format!(
        "Nobody met.\n\n{asking}{}{asking}",
        "Words.\n\n".repeat(600)
    );
    let opened = OpenText::new("untitled:a", "markdown", 1, &words);
    opened.analysis(&workspaces, today, &|| false).unwrap();
    let body = "The Governing Council of the United Nations Environment Programme";
    let text = opened.edited(0..6, body);
    let named = |text: &OpenText| {
        let resolved = text.resolved(&workspaces, today, &|| false).unwrap();
        let fresh = resolve::resolve(
            &resolved.draft,
            text.workspace(&workspaces).sources(),
            today(),
        );
        (
            resolved.is_complete(),
            resolved.references[..] == fresh.references[..],
        )
    };
    assert_eq!(named(&text), (false, false));
    text.analysis(&workspaces, today, &|| false).unwrap();
    assert_eq!(named(&text.edited(0..0, "x ")), (false, false));
    text.settled(&workspaces, today, &|| false).unwrap();
    assert_eq!(named(&text), (true, true));
    assert_eq!(named(&text.edited(0..0, "x ")), (true, true));
}

#[test]
fn ranges_outside_the_text_or_inside_a_character_are_moved() {
    let text = OpenText::new("untitled:a", "plaintext", 1, "aé");
    assert_eq!(text.edited(2..2, "x").rope().to_string(), "axé");
    assert_eq!(text.edited(9..12, "x").rope().to_string(), "aéx");
    let (backwards, far) = (3, 1);
    assert_eq!(text.edited(backwards..far, "x").rope().to_string(), "aéx");
}

#[test]
fn the_caret_follows_the_last_change() {
    let text = OpenText::new("untitled:a", "plaintext", 1, "one two");
    assert_eq!(text.caret, None);
    assert_eq!(text.edited(3..3, "ly").caret, Some(5));
    assert_eq!(text.edited(0..3, "").caret, Some(0));
    assert_eq!(text.edited(0..3, "").saved().caret, None);
    assert_eq!(text.replaced("new").caret, None);
}
