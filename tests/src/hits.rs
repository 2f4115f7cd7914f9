//! How often each rule speaks in professionally edited texts, where nearly every finding is a false alarm.

mod borrowed;
mod files;
mod judged;
mod page;
mod passages;
mod rendition;

use std::collections::BTreeMap;
use std::path::Path;

use citation::Date;
use draft::{Dialect, Draft};
use rules::{RULES, Rule, Settings};
use sources::{Catalogue, Sources};

pub use borrowed::{Borrowed, borrowed};
pub use files::originals;
pub use judged::{Judgement, slip, slips};
pub use page::{
    HEADING, page, planted_errors, planted_passages, planted_quotations, renewed, suggestions,
};
pub use passages::{Suggested, held, suggested};
pub use rendition::rendition;

/// A text to be checked.
#[derive(Debug)]
pub struct Edited {
    /// The name of its file without ending.
    pub name: String,
    /// Its text.
    pub text: String,
    /// How it is written.
    pub dialect: Dialect,
}

/// One finding in an edited text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The text it stands in.
    pub text: String,
    /// The line it begins in, counted from 1.
    pub line: usize,
    /// What the rule says.
    pub message: String,
    /// The words of the place, spaces as one.
    pub words: String,
    /// The words around the place, the place itself in brackets.
    pub sentence: String,
}

/// The findings in all texts, by code.
#[derive(Debug, Default)]
pub struct Hits {
    /// Words of the drafts' own prose.
    pub words: usize,
    /// Number of texts.
    pub texts: usize,
    /// Findings by code of rule, in the order of texts and places.
    pub by_code: BTreeMap<&'static str, Vec<Hit>>,
}

impl Hits {
    /// How many findings of a rule are slips of the texts, and how many false alarms.
    pub fn judged(&self, rule: &Rule) -> (usize, usize) {
        let found = self.by_code.get(rule.code).map_or(&[][..], Vec::as_slice);
        let slips = found.iter().filter(|hit| slip(rule.code, hit).is_some());
        let slips = slips.count();
        (slips, found.len() - slips)
    }

    /// So many in 100,000 words.
    #[allow(clippy::cast_precision_loss, reason = "counts are small")]
    pub fn rate(&self, count: usize) -> f64 {
        count as f64 * 100_000.0 / self.words.max(1) as f64
    }
}

/// The texts of the data folder, in order of their names; none where the folder is not there.
pub fn edited(data: &Path) -> Vec<Edited> {
    let Ok(entries) = std::fs::read_dir(data.join("texts")) else {
        return Vec::new();
    };
    let mut texts: Vec<Edited> = entries
        .filter_map(|entry| read_draft(&entry.ok()?.path()))
        .collect();
    texts.sort_by(|a, b| a.name.cmp(&b.name));
    texts
}

/// Checks every text with every rule of the families `letters`, those that are off by themselves included;
/// with all rules where `letters` is empty.
pub fn hits(texts: &[Edited], letters: &str) -> Hits {
    let asked = |rule: &&Rule| letters.is_empty() || letters.contains(&rule.code[..1]);
    let (on, off): (Vec<&Rule>, Vec<&Rule>) = RULES.into_iter().partition(asked);
    let codes = |rules: Vec<&Rule>| rules.iter().map(|rule| rule.code.to_owned()).collect();
    let settings = Settings {
        off: codes(off),
        on: codes(on),
        ..Settings::default()
    };
    let mut hits = Hits::default();
    for one in texts {
        hits.add(one, &settings);
    }
    hits
}

impl Hits {
    fn add(&mut self, one: &Edited, settings: &Settings) {
        let draft = Draft::new(&one.text, one.dialect, Catalogue.lexicon());
        // The texts have dates of their own; for those without one any day after them will do.
        let today = Date::new(2026, 6, 1).unwrap();
        let resolved = resolve::resolve(&draft, &Catalogue, today);
        self.words += draft.words();
        self.texts += 1;
        for finding in rules::findings(&resolved, &Catalogue, settings) {
            let hit = Hit {
                text: one.name.clone(),
                line: one.text[..finding.range.start].matches('\n').count() + 1,
                message: finding.message,
                words: one_line(&one.text[finding.range.clone()]),
                sentence: sentence(&one.text, &finding.range),
            };
            self.by_code.entry(finding.code).or_default().push(hit);
        }
    }
}

/// The words around a range on one line, the range itself in brackets.
fn sentence(text: &str, range: &std::ops::Range<usize>) -> String {
    const AROUND: usize = 60;
    let from = (0..=range.start.saturating_sub(AROUND))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0);
    let to = (range.end + AROUND..text.len())
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(text.len());
    let words = format!(
        "{}[{}]{}",
        &text[from..range.start],
        &text[range.clone()],
        &text[range.end..to]
    );
    one_line(&words)
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The drafts of our own that lie beside their labels, in order of their names.
pub fn own_drafts() -> Vec<Edited> {
    let mut drafts: Vec<Edited> = crate::accuracy::batches()
        .into_iter()
        .filter_map(|folder| std::fs::read_dir(folder).ok())
        .flatten()
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let ending = path.extension()?.to_str()?;
            // What a batch gave at first is written beside the drafts, and has no labels.
            let is_labelled = path.with_extension("jsonl").exists();
            let is_draft = is_labelled && crate::accuracy::ENDINGS.contains(&ending);
            is_draft.then(|| read_draft(&path)).flatten()
        })
        .collect();
    drafts.sort_by(|a, b| a.name.cmp(&b.name));
    drafts
}

fn read_draft(path: &Path) -> Option<Edited> {
    Some(Edited {
        name: path.file_stem()?.to_str()?.to_owned(),
        text: std::fs::read_to_string(path).ok()?,
        dialect: Dialect::of_path(path.to_str()?),
    })
}
