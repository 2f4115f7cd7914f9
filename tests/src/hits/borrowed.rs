//! Passages planted into a draft that names no source: what `source-of-passage` finds, which text it names, and
//! how often it speaks in drafts that borrow nothing.

use citation::Date;
use corpus::Corpus;
use draft::{Dialect, Draft};
use rules::{Finding, Preset, RULES, Settings};
use sources::{Catalogue, PassageKind, read};

use super::Edited;

/// The rule that is measured.
const CODE: &str = "L005";

/// A passage that is planted has so many words: shorter ones are turns of phrase, longer ones are rare.
const WORDS: std::ops::Range<usize> = 25..60;

/// What the rule says of planted passages and of drafts without any.
#[derive(Clone, Debug, Default)]
pub struct Borrowed {
    /// Passages that were planted, each into a draft of its own.
    pub planted: usize,
    /// Those of which the rule spoke.
    pub found: usize,
    /// Those for which it named the text that they were taken from.
    pub named: usize,
    /// Words of the drafts that borrow nothing.
    pub words: usize,
    /// What the rule says in them.
    pub unplanted: Vec<String>,
}

/// Plants a passage of every text into a draft of its own, and reads `drafts`, in which nothing is planted.
pub fn borrowed(texts: &[Edited], drafts: &[Edited], corpus: &Corpus) -> Borrowed {
    let mut all = Borrowed::default();
    for (name, passage) in texts.iter().filter_map(planted) {
        let text = format!(
            "# Contribution to the report\n\nThe group met twice in spring and heard its members.\n\n\
             In the view of the group one more point counts. {passage}\n\nIt will meet again in autumn.\n"
        );
        let findings = said(&text, Dialect::Markdown, corpus);
        all.planted += 1;
        all.found += usize::from(!findings.is_empty());
        let is_named = |one: &Finding| one.message.contains(&name);
        all.named += usize::from(findings.iter().any(is_named));
    }
    for one in drafts {
        all.words += Draft::new(
            &one.text,
            one.dialect,
            sources::Sources::lexicon(&Catalogue),
        )
        .words();
        for finding in said(&one.text, one.dialect, corpus) {
            let words = &one.text[finding.range];
            all.unplanted
                .push(format!("{}: {} [{words}]", one.name, finding.message));
        }
    }
    all
}

/// The number of a resolution and one of its passages, which names no other document.
fn planted(one: &Edited) -> Option<(String, String)> {
    let document = read::whole(&one.text, format!("{}.txt", one.name).as_ref())?;
    let number = document.facts.referents.first()?.symbol()?;
    let number = number.adopted()?.in_prose();
    let fitting: Vec<&str> = document
        .passages
        .iter()
        .filter(|passage| {
            matches!(
                passage.kind,
                PassageKind::Numbered | PassageKind::Preambular
            )
        })
        .map(|passage| &*passage.words)
        .filter(|words| {
            let count = words.split_whitespace().count();
            WORDS.contains(&count) && !words.contains(|c: char| c.is_ascii_digit())
        })
        .collect();
    let middle = fitting.get(fitting.len() / 2)?;
    let sentence = middle.trim_end_matches([',', ';', '.', ':']);
    Some((number, format!("{sentence}.")))
}

/// What the rule says in a draft of today.
fn said(text: &str, dialect: Dialect, corpus: &Corpus) -> Vec<Finding> {
    let settings = Settings {
        on: [CODE.to_owned()].into(),
        off: RULES
            .iter()
            .filter(|rule| rule.code != CODE && rule.preset == Preset::On)
            .map(|rule| rule.code.to_owned())
            .collect(),
        ..Settings::default()
    };
    let draft = Draft::new(text, dialect, sources::Sources::lexicon(&Catalogue));
    let Some(today) = Date::new(2026, 6, 1) else {
        return Vec::new();
    };
    let resolved = resolve::resolve(&draft, corpus, today);
    rules::findings(&resolved, corpus, &settings)
}
