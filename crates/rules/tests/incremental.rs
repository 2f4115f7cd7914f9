//! Whatever is edited, what is known of a draft afterwards is what a fresh reading finds: blocks, references
//! and findings.
//!
//! Real texts and texts made of pitfalls are edited at random and at the places where one block depends on
//! another. `PENHOLDER_EDITS` says how many edits are made; texts from the data folder are left out where
//! there is none.

#![allow(clippy::unwrap_used, reason = "all of it is a test")]

use std::path::PathBuf;

use citation::Date;
use draft::{Dialect, Draft};
use resolve::Resolved;
use rules::{Checked, Settings};
use sources::{Catalogue, Sources};

/// Edits where nobody says how many.
const EDITS: usize = 400;

/// Bytes of a real text that are edited: enough for blocks that depend on each other.
const LONGEST: usize = 12_000;

/// Texts in which blocks depend on each other in every way.
const PITFALLS: [(&str, Dialect); 4] = [
    (
        "---\nsymbol: A/C.3/80/L.52\ndate: 2025-11-01\n---\n\n# Summary\n\nThe International Organization for Migration (IOM) and NGOs.\n\n*The General Assembly*,\n\nRecalling its resolution 48/14 of 20 December 1993, and Human Rights Council resolution 35/17,\n\nRecalling also resolution 35/17, and resolutions 69/187, 70/147 and\n\n71/177 of 19 December 2016,\n\nNoting the International Convention for the Protection of All Persons from Enforced Disappearance (the Convention),[^1]\n\n1. Takes note of the Convention and of the Council’s decision 2/113;\n2. Requests the IOM to report.\n\n| IOM | International Organization for Migration |\n|---|---|\n| a | A/HRC/53/26 |\n\n```\nA/RES/1/1\n```\n\n[^1]: Resolution 61/177, annex.\n[^2]: Ibid.\n[^3]: See note 1 above.\n\n## Annex\n\nThe Commission on Narcotic Drugs, in resolution 51/12. The Commission, in its resolution 52/1. NGOs and IOM.\n",
        Dialect::Markdown,
    ),
    (
        "United Nations A/RES/67/172\n\nGeneral Assembly Distr.: General\n3 April 2013\n\nResolution adopted by the General Assembly on 20 December 2012\n\n67/172. Protection of migrants\n\nThe General Assembly,\n\nRecalling all its previous resolutions on the protection of migrants, the most recent of which is\nresolution 66/172 of 19 December 2011, and Human Rights Council resolutions 17/12,\n\n2/7\n\n18/21 of 30 September 2011 and 20/3,\n\n1 Resolution 45/158, annex.\n2 Ibid., vol. 660, No. 9464.\n\nReaffirming the Universal Declaration of Human Rights,3\n\n3 Resolution 217 A (III).\n\n1. Calls upon States to protect NGOs;\n2. Requests the Council.\n",
        Dialect::Plain,
    ),
    (
        "The United Nations High Commissioner for Refugees (UNHCR) and the Global Compact for Safe, Orderly and Regular Migration (the Compact). The Compact and the Convention. Security Council resolution 1325 (2000).\n\nResolution 1325 (2000) and resolution 1509 (2006) of the Council.\n\nThe Compact, paragraph 21. UNHCR, NHRI and NHRIs.\n\n“The NGO” said *NGO*.\n",
        Dialect::Markdown,
    ),
    ("", Dialect::Plain),
];

/// What is typed or pasted.
const PIECES: [&str; 64] = [
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "a",
    "é",
    "𝄞",
    "e\u{301}",
    "🕊",
    ".",
    ",",
    ";",
    "(",
    ")",
    "“",
    "”",
    "*",
    "[^1]",
    "[^2]: ",
    "[^3]: Ibid.\n",
    "```\n",
    "    ",
    "# ",
    "## Annex II\n\n",
    "- ",
    "> ",
    "1. ",
    "---\n",
    "---\ndate: 2012-01-01\n---\n\n",
    "---\nsymbol: A/HRC/53/L.1\n---\n",
    "language: fr\n",
    "| a | b |\n",
    "|---|---|\n",
    "<!-- ",
    " -->",
    "1",
    "67/172",
    "/",
    "General Assembly resolution 67/172",
    "Human Rights Council resolution 67/172",
    "resolution 67/172",
    "its resolution 48/14",
    "resolution 35/17 of 22 June 2017",
    "Security Council",
    "the Council",
    "the Commission’s resolution 51/12",
    "Commission on the Status of Women",
    "Economic and Social Council",
    "(the Convention)",
    "the Convention",
    "the Convention on the Rights of the Child (the Convention)",
    "International Organization for Migration (IOM)",
    "Institute of Migration (IOM)",
    "IOM",
    "NGOs",
    "(NGO)",
    "Ibid.",
    "ibid., para. 3",
    "See note 1 above.",
    "resolutions 69/187, 70/147 and\n\n",
    "The General Assembly,\n\n",
    "\x0c\n2/9\n\n",
];

struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound.max(1)
    }

    fn one<'p>(&mut self, pieces: &[&'p str]) -> &'p str {
        pieces[self.below(pieces.len())]
    }
}

fn today() -> Date {
    Date::new(2026, 6, 1).unwrap()
}

/// Real texts, each cut to what is edited.
fn real_texts() -> Vec<(String, Dialect)> {
    let data = std::env::var_os("PENHOLDER_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"),
        PathBuf::from,
    );
    let Ok(folder) = std::fs::read_dir(data.join("texts")) else {
        eprintln!("left out: real texts, there is no {}", data.display());
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = folder.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let texts = paths
        .iter()
        .filter_map(|path| std::fs::read_to_string(path).ok());
    texts
        .enumerate()
        .map(|(index, text)| {
            let end = (0..=text.len().min(LONGEST))
                .rev()
                .find(|&at| text.is_char_boundary(at));
            let dialect = [Dialect::Plain, Dialect::Markdown][index % 2];
            (text[..end.unwrap_or(0)].to_owned(), dialect)
        })
        .collect()
}

/// A draft that is read on and on.
struct Incremental {
    draft: Draft,
    resolved: Resolved,
    checked: Checked,
}

impl Incremental {
    fn fresh(draft: Draft, settings: &Settings) -> Self {
        let resolved = resolve::resolve(&draft, &Catalogue, today());
        let checked = rules::check(&resolved, &Catalogue, settings);
        Self {
            draft,
            resolved,
            checked,
        }
    }

    fn go_on(&mut self, settings: &Settings) {
        let (resolved, change) =
            resolve::resolve_again(&self.resolved, &self.draft, &Catalogue, today());
        self.checked = self.checked.again(&resolved, &change, &Catalogue, settings);
        self.resolved = resolved;
    }

    fn settle(&mut self) {
        let settled = self
            .checked
            .settled(&self.resolved, &Catalogue, &rules::Nowhere, &|| false);
        self.checked = settled.unwrap();
    }
}

#[track_caller]
fn assert_same(incremental: &Incremental, fresh: &Incremental, told: &dyn Fn() -> String) {
    let blocks = |draft: &Draft| -> Vec<_> {
        let blocks = draft.blocks().iter();
        blocks
            .map(|it| (it.kind, it.span.clone(), it.marks.clone()))
            .collect()
    };
    assert!(
        blocks(&incremental.draft) == blocks(&fresh.draft),
        "blocks differ {}",
        told()
    );
    let ours = &incremental.resolved.references;
    let theirs = &fresh.resolved.references;
    for (ours, theirs) in ours.iter().zip(theirs) {
        let (ours, theirs) = (format!("{ours:?}"), format!("{theirs:?}"));
        assert_eq!(ours, theirs, "{}", told());
    }
    assert_eq!(ours.len(), theirs.len(), "{}", told());
    assert_eq!(
        incremental.checked.findings(),
        fresh.checked.findings(),
        "{}",
        told()
    );
}

/// A place where something happens: beside a figure, a bracket or the beginning of a line.
fn busy_place(text: &str, random: &mut Random) -> usize {
    let from = random.below(text.len() + 1);
    let is_busy = |byte: &u8| byte.is_ascii_digit() || b"(/[|`\n-".contains(byte);
    let after = text.as_bytes()[from..].iter().position(is_busy);
    after.map_or(from, |distance| from + distance + random.below(3))
}

fn edit(draft: &mut Draft, random: &mut Random) -> String {
    let text = draft.rope().to_string();
    let at = match random.below(4) {
        0 => busy_place(&text, random),
        1 => random.below(400),
        _ => random.below(text.len() + 1),
    };
    let removed = match random.below(8) {
        0..=3 => 0,
        4..=5 => random.below(4),
        6 => random.below(40),
        _ => random.below(600),
    };
    let words = match random.below(6) {
        0 => String::new(),
        // A stretch from elsewhere, as whoever moves paragraphs pastes it.
        1 => {
            let from = random.below(text.len() + 1);
            draft.slice(from..from + random.below(500))
        }
        _ => random.one(&PIECES).to_owned(),
    };
    draft.edit(at..at + removed, &words);
    format!("{at}..{} {words:?}", at + removed)
}

#[test]
fn incremental_equals_fresh() {
    let edits = std::env::var("PENHOLDER_EDITS").ok();
    let edits = edits.and_then(|edits| edits.parse().ok()).unwrap_or(EDITS);
    let settings = Settings::default();
    let pitfalls = PITFALLS.map(|(text, dialect)| (text.to_owned(), dialect));
    let mut texts = real_texts();
    // Every other text is one of pitfalls.
    let mut seed = 2026;
    let mut made = 0;
    let mut round = 0;
    while made < edits {
        let (text, dialect) = match round % 2 {
            0 => pitfalls[round / 2 % pitfalls.len()].clone(),
            _ if texts.is_empty() => pitfalls[0].clone(),
            _ => {
                let place = round * 7919 % texts.len();
                texts[place].clone()
            }
        };
        round += 1;
        seed += 1;
        let mut random = Random(seed);
        let draft = Draft::new(&text, dialect, Catalogue.lexicon());
        let mut incremental = Incremental::fresh(draft, &settings);
        for _ in 0..40 {
            let mut told = Vec::new();
            let before = incremental.draft.rope().to_string();
            for _ in 0..=random.below(8) / 6 {
                told.push(edit(&mut incremental.draft, &mut random));
                made += 1;
            }
            incremental.go_on(&settings);
            if random.below(3) == 0 {
                incremental.settle();
            }
            let now = incremental.draft.rope().to_string();
            let draft = Draft::new(&now, dialect, Catalogue.lexicon());
            let mut fresh = Incremental::fresh(draft, &settings);
            fresh.settle();
            let settled = Incremental {
                draft: incremental.draft.clone(),
                resolved: incremental.resolved.clone(),
                checked: incremental.checked.clone(),
            };
            let mut settled = settled;
            settled.settle();
            assert_same(&settled, &fresh, &|| {
                format!("round {round}, seed {seed}, edits {told:?} of {dialect:?} {before:?}")
            });
            if now.len() > 4 * LONGEST {
                break;
            }
        }
    }
    texts.clear();
    eprintln!("{made} edits in {round} texts");
}
