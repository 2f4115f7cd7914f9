//! Stated dates.

use super::*;

#[test]
fn a_wrong_date_is_set_right() {
    let text = "resolution 67/172 of 19 December 2012";
    let mut reference = reference(text, "67/172", Kind::Number);
    reference.referent = symbol("A/RES/67/172");
    reference.existence = Existence::Held;
    reference.source = Some(copy_of_67_172());
    reference.date = Some(StatedDate {
        date: Date::new(2012, 12, 19).unwrap().into(),
        span: 21..37,
    });
    reference.date_agreement = Agreement::Contradicts(Date::new(2012, 12, 20).unwrap());
    reference.date_basis = Some(DateBasis::Document);
    let found = found(text, vec![reference]);
    assert_eq!(
        found[0].message,
        "Resolution 67/172 was adopted on 20 December 2012, not on 19 December 2012."
    );
    assert_eq!(&text[found[0].range.clone()], "19 December 2012");
    assert_eq!(found[0].fixes[0].safety, Safety::Safe);
    assert_eq!(
        mended(text, &found[0], 0),
        "resolution 67/172 of 20 December 2012"
    );
}

/// 78/217 is of 19 December 2023, and 78/127 of the day before.
#[test]
fn nothing_is_mended_where_another_number_is_of_the_stated_date() {
    let text = "resolution 78/127 of 19 December 2023";
    let mut reference = reference(text, "78/127", Kind::Number);
    reference.referent = symbol("A/RES/78/127");
    reference.existence = Existence::Held;
    reference.date = Some(StatedDate {
        date: Date::new(2023, 12, 19).unwrap().into(),
        span: 21..37,
    });
    reference.date_agreement = Agreement::Contradicts(Date::new(2023, 12, 18).unwrap());
    reference.date_basis = Some(DateBasis::Document);
    let number = |text: &str| resolve::Correction {
        text: text.to_owned(),
        reason: String::new(),
    };
    for (corrections, first) in [
        (
            vec![number("78/217")],
            "resolution 78/217 of 19 December 2023",
        ),
        (
            vec![number("78/227")],
            "resolution 78/127 of 18 December 2023",
        ),
    ] {
        reference.corrections = corrections;
        let found = found(text, vec![reference.clone()]);
        assert_eq!(mended(text, &found[0], 0), first);
        assert_eq!(found[0].fixes.len(), 2);
        let fixes = &found[0].fixes;
        assert!(fixes.iter().all(|fix| fix.safety == Safety::Suggested));
    }
}

#[test]
fn a_date_is_contradicted_no_louder_than_its_evidence_allows() {
    let text = "resolution 76/153 of 19 December 2021";
    let right = Date::new(2021, 12, 16).unwrap();
    let day = |iso: &str| Date::parse_iso(iso).unwrap();
    let outside = Agreement::Outside(day("2021-12-14"), day("2021-12-16"));
    for (agreement, basis, severity, says) in [
        (
            Agreement::Contradicts(right),
            DateBasis::Texts(5),
            Severity::Hint,
            "Resolution 76/153 is of 16 December 2021 in 5 other texts, not of 19 December 2021.",
        ),
        (
            Agreement::Contradicts(right),
            DateBasis::Neighbours(Some(149), Some(154)),
            Severity::Hint,
            "Resolution 76/153 is of 16 December 2021, to judge by the days of 76/149 and 76/154, not of \
             19 December 2021.",
        ),
        (
            outside.clone(),
            DateBasis::Neighbours(None, Some(154)),
            Severity::Hint,
            "Resolution 76/153 was adopted between 14 December 2021 and 16 December 2021, to judge by the \
             day of 76/154, not on 19 December 2021.",
        ),
        (
            outside,
            DateBasis::SessionDays,
            Severity::Hint,
            "Resolution 76/153 was adopted between 14 December 2021 and 16 December 2021, when its session \
             adopted texts, not on 19 December 2021.",
        ),
        (
            Agreement::Contradicts(right),
            DateBasis::Session,
            Severity::Error,
            "Resolution 76/153 was adopted between September 2021 and September 2022, so it cannot be of 19 \
             December 2021; other texts have 16 December 2021.",
        ),
        (
            Agreement::Contradicts(right),
            DateBasis::Document,
            Severity::Error,
            "Resolution 76/153 was adopted on 16 December 2021, not on 19 December 2021.",
        ),
    ] {
        let mut reference = reference(text, "76/153", Kind::Number);
        reference.referent = symbol("A/RES/76/153");
        reference.date = Some(StatedDate {
            date: Date::new(2021, 12, 19).unwrap().into(),
            span: 21..37,
        });
        reference.date_agreement = agreement;
        reference.date_basis = Some(basis);
        reference.corrections = vec![Correction {
            text: "76/155".into(),
            reason: "it is of 19 December 2021".into(),
        }];
        let found = found(text, vec![reference]);
        assert_eq!(found.len(), 1, "{basis:?}");
        assert_eq!(found[0].message, says);
        assert_eq!(found[0].severity, severity, "{basis:?}");
        // Another number may be what was meant.
        let last = found[0].fixes.len() - 1;
        assert_eq!(
            mended(text, &found[0], last),
            "resolution 76/155 of 19 December 2021"
        );
        let is_safe = |fix: &crate::Fix| fix.safety == Safety::Safe;
        assert!(!found[0].fixes.iter().any(is_safe), "{basis:?}");
    }
}

#[test]
fn a_date_that_no_fact_stands_behind_is_not_corrected() {
    let text = "resolution 67/9999 of 19 December 2012";
    let mut reference = reference(text, "67/9999", Kind::Number);
    reference.referent = symbol("A/RES/71/9999");
    reference.date = Some(StatedDate {
        date: Date::new(2012, 12, 19).unwrap().into(),
        span: 22..38,
    });
    reference.date_agreement = Agreement::Contradicts(Date::new(2012, 12, 20).unwrap());
    assert_eq!(found(text, vec![reference]), Vec::new());
}

#[test]
fn a_date_tells_the_number_or_the_organ_that_was_meant() {
    let told = |text: &str| -> Vec<String> {
        let draft = Draft::new(text, Dialect::Markdown, Catalogue.lexicon());
        let resolved = resolve::resolve(&draft, &Catalogue, Date::new(2026, 6, 1).unwrap());
        let found = crate::findings(&resolved, &Catalogue, &crate::Settings::default());
        let of_dates = found.into_iter().filter(|one| one.code == "C004");
        of_dates.map(|one| one.message).collect()
    };
    let exchanged = told("Recalling its resolution 65/128 of 21 December 2010,");
    assert!(
        exchanged[0].ends_with(
            "Did you mean “65/182” (it is of 21 December 2010; two digits of 128 look exchanged)?"
        ),
        "{exchanged:?}"
    );
    let of_council = told("Recalling General Assembly resolution 42/12 of 26 September 2019,");
    assert!(
        of_council[0].ends_with("Human Rights Council resolution 42/12 is of that day."),
        "{of_council:?}"
    );
    // No exchange of its digits is of that day.
    let alone = told("Recalling its resolution 76/262 of 7 June 2022,");
    assert!(!alone[0].contains("Did you mean"), "{alone:?}");
}
