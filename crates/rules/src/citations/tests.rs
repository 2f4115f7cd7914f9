//! The citation rules over references that are made by hand.

// The builders return what the fields of a reference take.
#![allow(clippy::unnecessary_wraps)]

mod dates;

use std::path::PathBuf;
use std::sync::Arc;

use citation::facts::DateBasis;
use citation::{Date, Kind, Lexicon, Pinpoint, Referent, StatedDate, Step, Symbol, Unit};
use draft::{Dialect, Draft};
use resolve::{Agreement, Correction, Existence, Reference, Resolved};
use sources::{
    Absent, Answer, Catalogue, Heading, Origin, Paragraph, ParagraphAnswer, Paragraphs, Source,
    SourceKind, Sources,
};

use crate::{Finding, Safety, Settings, Severity, Unheld, findings};

/// Sources that hold nothing and cover one series.
struct Covering(&'static str);

impl Sources for Covering {
    fn resolve(&self, _: &Referent) -> Answer<Option<Arc<Source>>> {
        Answer {
            value: None,
            complete: true,
        }
    }

    fn paragraph(&self, _: &Source, _: &Pinpoint) -> ParagraphAnswer {
        ParagraphAnswer::NotCheckable
    }

    fn covers(&self, symbol: &Symbol) -> bool {
        symbol.canonical().starts_with(self.0)
    }

    fn complete(&self, _: &str, _: usize) -> Answer<Vec<Heading>> {
        Answer {
            value: Vec::new(),
            complete: true,
        }
    }

    fn lexicon(&self) -> Arc<Lexicon> {
        Arc::default()
    }

    fn list(&self) -> Vec<Arc<Source>> {
        Vec::new()
    }
}

fn reference(text: &str, token: &str, kind: Kind) -> Reference {
    let start = text.find(token).unwrap();
    let token = start..start + token.len();
    Reference::new(token, kind)
}

fn symbol(text: &str) -> Option<Referent> {
    Some(Referent::Symbol(Symbol::parse(text).unwrap()))
}

fn found_with(text: &str, references: Vec<Reference>, settings: &Settings) -> Vec<Finding> {
    let draft = Draft::new(text, Dialect::Markdown, Arc::default());
    let resolved = Resolved::with(draft, Date::new(2013, 2, 14).unwrap(), references);
    findings(&resolved, &Covering("A/RES/67/"), settings)
}

fn found(text: &str, references: Vec<Reference>) -> Vec<Finding> {
    found_with(text, references, &Settings::default())
}

/// A copy of resolution 67/172 in a file, with 15 paragraphs.
fn copy_of_67_172() -> Arc<Source> {
    let paragraphs = (1..=15)
        .map(|number: usize| Paragraph {
            label: number.to_string().into(),
            words: "Invites".into(),
            span: number * 10..number * 10 + 9,
            page: None,
        })
        .collect();
    let origin = Origin::File {
        path: PathBuf::from("sources/A_RES_67_172.md"),
    };
    Arc::new(Source {
        referents: vec![symbol("A/RES/67/172").unwrap()],
        date: Date::new(2012, 12, 20),
        paragraphs: Paragraphs::Numbered(paragraphs),
        ..Source::new("Protection of migrants", SourceKind::Resolution, origin)
    })
}

fn absent(label: &str, last: &str, counted: &'static str, count: usize) -> Option<ParagraphAnswer> {
    Some(ParagraphAnswer::Absent(Absent {
        label: label.into(),
        last: Some(last.into()),
        counted,
        count,
    }))
}

fn paragraph(text: &str, words: &str, label: &str) -> Option<Pinpoint> {
    let start = text.find(words).unwrap();
    Some(Pinpoint {
        steps: vec![Step {
            unit: Unit::Paragraph,
            labels: vec![(label.into(), None)],
        }],
        beside: Vec::new(),
        span: start..start + words.len(),
    })
}

/// The draft with the edits of a fix.
fn mended(text: &str, finding: &Finding, fix: usize) -> String {
    let mut text = text.to_owned();
    for edit in finding.fixes[fix].edits.iter().rev() {
        text.replace_range(edit.range.clone(), &edit.text);
    }
    text
}

#[test]
fn a_mistyped_symbol_is_told_what_to_write() {
    let text = "The report (A/HCR/53/26) of 1 May 2012.";
    let mut reference = reference(text, "A/HCR/53/26", Kind::Symbol);
    reference.existence = Existence::Malformed;
    reference.corrections = vec![Correction {
        text: "A/HRC/53/26".into(),
        reason: "letters swapped".into(),
    }];
    // A mistyped symbol has no second finding, whatever else is said of it.
    reference.paragraph = absent("16", "15", "paragraphs", 15);
    reference.pinpoint = paragraph(text, "report", "16");
    let found = found(text, vec![reference]);
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].message,
        "“A/HCR/53/26” is mistyped: write “A/HRC/53/26” (letters swapped)."
    );
    assert_eq!(
        (found[0].code, found[0].severity),
        ("C001", Severity::Error)
    );
    assert_eq!(&text[found[0].range.clone()], "A/HCR/53/26");
    assert_eq!(found[0].fixes[0].title, "Change to “A/HRC/53/26”");
    assert_eq!(found[0].fixes[0].safety, Safety::Suggested);
    assert_eq!(
        mended(text, &found[0], 0),
        "The report (A/HRC/53/26) of 1 May 2012."
    );
}

#[test]
fn an_impossible_year_names_the_right_one() {
    let text = "Recalling Security Council resolution 1325 (2002),";
    let mut reference = reference(text, "1325 (2002)", Kind::Number);
    reference.referent = symbol("S/RES/1325 (2002)");
    reference.existence = Existence::Impossible;
    reference.reason = "Security Council resolution 1325 was adopted in 2000.".into();
    reference.corrections = vec![Correction {
        text: "1325 (2000)".into(),
        reason: "year of adoption".into(),
    }];
    let found = found(text, vec![reference]);
    assert_eq!(
        found[0].message,
        "Security Council resolution 1325 (2002) cannot be right, because it was adopted in 2000."
    );
    assert_eq!(
        mended(text, &found[0], 0),
        "Recalling Security Council resolution 1325 (2000),"
    );
}

#[test]
fn what_is_not_held_is_silent_unless_it_is_covered_or_asked_for() {
    let text = "documents A/RES/67/999 and A/RES/71/177 and resolution 12/5";
    let mut covered = reference(text, "A/RES/67/999", Kind::Symbol);
    covered.referent = symbol("A/RES/67/999");
    let mut other = reference(text, "A/RES/71/177", Kind::Symbol);
    other.referent = symbol("A/RES/71/177");
    let unsettled = reference(text, "12/5", Kind::Number);
    let references = vec![covered, other, unsettled];
    let silent = found(text, references.clone());
    assert_eq!(silent.len(), 1);
    assert_eq!(silent[0].message, "“A/RES/67/999” is not in your sources.");
    assert_eq!(silent[0].severity, Severity::Warning);
    let loud = Settings {
        unheld: Unheld::Warning,
        ..Settings::default()
    };
    assert_eq!(found_with(text, references.clone(), &loud).len(), 2);
    let off = Settings {
        unheld: Unheld::Warning,
        off: vec!["not-in-your-sources".into()],
        ..Settings::default()
    };
    assert_eq!(found_with(text, references, &off), Vec::new());
}

#[test]
fn a_title_that_is_misquoted_is_named() {
    let text = "resolution 67/172, entitled “Protection of the migrants”";
    let words = "Protection of the migrants";
    let start = text.find(words).unwrap();
    let mut reference = reference(text, "67/172", Kind::Number);
    reference.referent = symbol("A/RES/67/172");
    reference.existence = Existence::Held;
    reference.source = Some(copy_of_67_172());
    reference.title = Some(resolve::StatedTitle {
        words: words.to_owned(),
        span: start..start + words.len(),
    });
    assert_eq!(found(text, vec![reference.clone()]), Vec::new());
    reference.title_agreement = Agreement::Contradicts("Protection of migrants".into());
    let found = found(text, vec![reference]);
    assert_eq!(
        found[0].message,
        "Resolution 67/172 is entitled “Protection of migrants”, not “Protection of the migrants”."
    );
    assert_eq!(
        (found[0].code, found[0].severity, found[0].fixes[0].safety),
        ("C006", Severity::Warning, Safety::Suggested)
    );
    assert_eq!(
        mended(text, &found[0], 0),
        "resolution 67/172, entitled “Protection of migrants”"
    );
    assert_eq!(found[0].related.len(), 1);
}

#[test]
fn a_paragraph_beyond_the_last_is_found_at_the_paragraph_reference() {
    let text = "paragraph 51 of resolution 67/172";
    let mut reference = reference(text, "67/172", Kind::Number);
    reference.referent = symbol("A/RES/67/172");
    reference.existence = Existence::Held;
    reference.source = Some(copy_of_67_172());
    reference.pinpoint = paragraph(text, "paragraph 51", "51");
    reference.paragraph = absent("51", "15", "operative paragraphs", 15);
    let found = found(text, vec![reference]);
    assert_eq!(
        found[0].message,
        "Resolution 67/172 has 15 operative paragraphs; there is no paragraph 51. Did you perhaps mean 15?"
    );
    assert_eq!(&text[found[0].range.clone()], "paragraph 51");
    assert_eq!(
        mended(text, &found[0], 0),
        "paragraph 15 of resolution 67/172"
    );
    assert_eq!(found[0].related[0].message, "Paragraph 15 is the last one");
    assert_eq!(found[0].related[0].range, 150..159);
}

#[test]
fn the_drafts_own_symbol_is_never_a_finding() {
    let text = "A/HCR/53/26";
    let mut reference = reference(text, "A/HCR/53/26", Kind::Symbol);
    reference.existence = Existence::Malformed;
    reference.is_own = true;
    assert_eq!(found(text, vec![reference]), Vec::new());
}

#[test]
fn one_place_has_one_finding() {
    let text = "resolutions 67/171 and 67/172 of 19 December 2012";
    let dated = |token: &str, canonical: &str| {
        let mut reference = reference(text, token, Kind::Number);
        reference.referent = symbol(canonical);
        reference.source = Some(copy_of_67_172());
        reference.date = Some(StatedDate {
            date: Date::new(2012, 12, 19).unwrap().into(),
            span: 33..49,
        });
        reference.date_agreement = Agreement::Contradicts(Date::new(2012, 12, 20).unwrap());
        reference.date_basis = Some(DateBasis::Texts(3));
        reference
    };
    let references = vec![
        dated("67/171", "A/RES/67/171"),
        dated("67/172", "A/RES/67/172"),
    ];
    let found = found(text, references);
    assert_eq!(
        found
            .iter()
            .filter(|finding| finding.code == "C004")
            .count(),
        1
    );
}
