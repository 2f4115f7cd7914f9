//! Whatever is edited, what is known of a draft afterwards is what a fresh reading finds: blocks, references
//! and findings.
//!
//! Real texts and texts made of pitfalls are edited at random and at the places where one block depends on
//! another, with the catalogue alone and with held sources, and with few rules and with all. `PENHOLDER_EDITS`
//! says how many edits are made; texts from the data folder are left out where there is none.

#![allow(clippy::unwrap_used, reason = "all of it is a test")]

mod bodies;
mod edits;
mod lasting;
mod texts;

use std::path::Path;
use std::sync::Arc;

use citation::Date;
use draft::{Dialect, Draft};
use edits::{Random, edit, other_causes};
use resolve::{Change, Resolved};
use rules::{Checked, DocumentType, Nowhere, Settings, Unheld};
use sources::{Catalogue, Coverage, Documents, Library, Sources, read};

/// Edits where nobody says how many.
const EDITS: usize = 300;

/// Steps for each text: the more, the stranger it gets, and the fewer texts are seen.
const STEPS: usize = 16;

/// A draft may grow by so many bytes before the next one is taken.
const GROWTH: usize = 40_000;

fn today() -> Date {
    Date::new(2026, 6, 1).unwrap()
}

/// What drafts are checked against.
struct Setup {
    sources: Box<dyn Sources>,
    settings: Settings,
}

/// The catalogue alone, and a held resolution with rules that are not on by themselves.
fn setups() -> [Setup; 3] {
    let held = || {
        let text = include_str!("../../../../tests/drafts/sources/A_RES_67_172.md");
        let sample = read::whole(text, Path::new("sources/A_RES_67_172.md")).unwrap();
        let coverage = Coverage::parse("A/RES sessions 60-70").unwrap();
        let documents = Documents::of_texts(vec![sample]).covering(vec![coverage]);
        Box::new(Library::new(vec![Arc::new(documents), Arc::new(Catalogue)]))
    };
    let everything = rules::RULES.map(|rule| rule.code.to_owned()).to_vec();
    [
        Setup {
            sources: Box::new(Catalogue),
            settings: Settings::default(),
        },
        Setup {
            sources: held(),
            settings: Settings {
                on: everything,
                unheld: Unheld::Warning,
                most_words: Some(1_000),
                ..Settings::default()
            },
        },
        Setup {
            sources: held(),
            settings: Settings {
                document: Some(DocumentType::Resolution),
                ..Settings::default()
            },
        },
    ]
}

/// A draft that is read on and on.
#[derive(Clone)]
struct Reading<'d> {
    setup: &'d Setup,
    draft: Draft,
    resolved: Resolved,
    checked: Checked,
}

impl<'d> Reading<'d> {
    fn fresh(text: &str, dialect: Dialect, setup: &'d Setup) -> Self {
        let draft = Draft::new(text, dialect, setup.sources.lexicon());
        let resolved = resolve::resolve(&draft, &*setup.sources, today());
        let checked = rules::check(&resolved, &*setup.sources, &setup.settings);
        Self {
            setup,
            draft,
            resolved,
            checked,
        }
    }

    /// Goes on to another state of the draft.
    fn go_on(&mut self, draft: &Draft) {
        let sources = &self.setup.sources;
        let again =
            resolve::resolve_again_unless(&self.resolved, draft, &**sources, today(), &|| false);
        let (resolved, change) = again.unwrap();
        self.take(draft, resolved, &change);
    }

    /// The same, and only blocks near the edits hear at once of what is named there.
    fn go_on_near(&mut self, draft: &Draft, near: usize) {
        let sources = &*self.setup.sources;
        let before = &self.resolved;
        let again = resolve::resolve_near_unless(before, draft, sources, today(), near, &|| false);
        let (resolved, change) = again.unwrap();
        self.take(draft, resolved, &change);
    }

    /// Lets the others hear of it.
    fn go_on_to_the_end(&mut self) {
        let sources = &*self.setup.sources;
        let whole = resolve::resolve_to_the_end_unless(&self.resolved, sources, &|| false);
        let (resolved, change) = whole.unwrap();
        assert!(resolved.is_complete());
        self.take(&self.draft.clone(), resolved, &change);
    }

    fn take(&mut self, draft: &Draft, resolved: Resolved, change: &Change) {
        let Setup { sources, settings } = self.setup;
        let checked = &self.checked;
        let checked = checked.again_unless(&resolved, change, &**sources, settings, &|| false);
        self.checked = checked.unwrap();
        self.resolved = resolved;
        self.draft = draft.clone();
    }

    fn settle(&mut self) {
        let sources = &*self.setup.sources;
        let settled = self
            .checked
            .settled(&self.resolved, sources, &Nowhere, &|| false);
        self.checked = settled.unwrap();
    }
}

#[track_caller]
fn assert_same(ours: &Reading<'_>, fresh: &Reading<'_>, told: &dyn Fn() -> String) {
    let blocks = |draft: &Draft| -> Vec<_> {
        let blocks = draft.blocks().iter();
        blocks
            .map(|it| (it.kind, it.span.clone(), it.marks.clone()))
            .collect()
    };
    assert!(
        blocks(&ours.draft) == blocks(&fresh.draft),
        "blocks differ {}",
        told()
    );
    let references = |reading: &Reading<'_>| -> Vec<String> {
        let references = reading.resolved.references.iter();
        references.map(|one| format!("{one:?}")).collect()
    };
    assert_eq!(references(ours), references(fresh), "{}", told());
    let (ours, fresh) = (ours.checked.findings(), fresh.checked.findings());
    assert_eq!(ours, fresh, "{}", told());
}

/// Whatever one block depends on in another, a change of it is heard.
#[test]
fn every_cause_is_heard() {
    let [_, setup, _] = &setups();
    let mut heard = 0;
    for (text, dialect) in texts::pitfalls() {
        let mut before = Reading::fresh(&text, dialect, setup);
        before.settle();
        for (range, words) in other_causes(&text) {
            let mut now = before.clone();
            let mut draft = now.draft.clone();
            draft.edit(range.clone(), words);
            now.go_on(&draft);
            now.settle();
            let mut fresh = Reading::fresh(&draft.rope().to_string(), dialect, setup);
            fresh.settle();
            assert_same(&now, &fresh, &|| format!("{range:?} {words:?} in {text:?}"));
            heard += 1;
        }
    }
    assert!(heard > 100, "{heard} causes");
}

#[test]
fn incremental_equals_fresh() {
    let edits = std::env::var("PENHOLDER_EDITS").ok();
    let edits = edits.and_then(|edits| edits.parse().ok()).unwrap_or(EDITS);
    let (setups, pitfalls, real) = (setups(), texts::pitfalls(), texts::real_texts());
    let (mut made, mut round) = (0, 0);
    while made < edits {
        // Every other text is one of pitfalls.
        let (text, dialect) = match round % 2 {
            1 if !real.is_empty() => &real[round * 7919 % real.len()],
            _ => &pitfalls[round / 2 % pitfalls.len()],
        };
        made += edited(round, text, *dialect, &setups[round / 2 % setups.len()]);
        round += 1;
    }
    eprintln!("{made} edits in {round} texts");
}

/// Edits one text and compares after each step; how many edits were made.
fn edited(round: usize, text: &str, dialect: Dialect, setup: &Setup) -> usize {
    let mut random = Random(2026 + round as u64);
    let mut now = Reading::fresh(text, dialect, setup);
    // One reading pauses now and then, so that the rules speak that wait for it; one never does.
    let mut restless = now.clone();
    // One looks no further than around each edit, and goes on to the end when it pauses.
    let mut hasty = now.clone();
    let mut made = 0;
    for _ in 0..STEPS {
        let mut told = Vec::new();
        let mut draft = now.draft.clone();
        let before = draft.rope().to_string();
        for _ in 0..=random.below(8) / 6 {
            told.push(edit(&mut draft, &mut random));
            made += 1;
        }
        now.go_on(&draft);
        restless.go_on(&draft);
        hasty.go_on_near(&draft, random.below(4));
        if random.below(4) == 0 {
            hasty.go_on_to_the_end();
        }
        if random.below(3) == 0 {
            now.settle();
        }
        let mut fresh = Reading::fresh(&draft.rope().to_string(), dialect, setup);
        let told = || format!("round {round}, edits {told:?} of {dialect:?} {before:?}");
        assert_same(&restless, &fresh, &told);
        let mut rested = hasty.clone();
        rested.go_on_to_the_end();
        assert_same(&rested, &fresh, &|| format!("in haste, {}", told()));
        fresh.settle();
        let mut settled = now.clone();
        settled.settle();
        assert_same(&settled, &fresh, &told);
        if draft.rope().len_bytes() > text.len() + GROWTH {
            break;
        }
    }
    made
}

/// A key in the front matter that no rule looks at leaves the blocks as they are.
#[test]
fn a_title_in_the_front_matter_unsettles_no_block() {
    let [setup, ..] = &setups();
    let text =
        "---\ntitle: A\ndate: 2026-01-01\n---\n\nRecalling A/HCR/53/26.\n\nNoting A/HCR/53/27.\n";
    let before = Reading::fresh(text, Dialect::Markdown, setup);
    let after = |key: &str, words: &str| {
        let mut now = before.clone();
        let mut draft = now.draft.clone();
        let at = text.find(key).unwrap() + key.len();
        draft.edit(at..at, words);
        now.go_on(&draft);
        now
    };
    let is_kept = |now: &Reading<'_>| {
        let (old, new) = (before.checked.in_place(), now.checked.in_place());
        assert_eq!((old.len(), new.len()), (2, 2));
        let mut pairs = old.iter().zip(&new);
        pairs.all(|(old, new)| Arc::ptr_eq(&old.finding, &new.finding))
    };
    assert!(is_kept(&after("title: A", " longer one")));
    assert!(is_kept(&after("title: A", "\nauthor: B")));
    assert!(!is_kept(&after("title: A", "\nsession: 68")));
}
