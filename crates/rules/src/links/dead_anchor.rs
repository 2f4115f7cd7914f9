//! L002: a link to a heading of the draft that is not there.

use std::collections::{BTreeMap, HashSet};

use draft::{Block, Dialect, Draft};

use super::{in_draft, unescaped};
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Rule, Safety, Severity};

/// L002 dead-anchor.
pub(crate) const RULE: Rule = Rule {
    code: "L002",
    name: "dead-anchor",
    family: Family::Links,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("dead_anchor.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let draft = &context.resolved.draft;
    if draft.dialect() != Dialect::Markdown {
        return;
    }
    let mut anchors = None;
    for block in draft.blocks().with_links() {
        for link in &block.marks.links {
            let Some(anchor) = link.target.strip_prefix('#') else {
                continue;
            };
            let anchors = anchors.get_or_insert_with(|| Anchors::of(draft));
            // Browsers escape letters with accents.
            let anchor = &*unescaped(anchor).unwrap_or_else(|| anchor.to_owned());
            if anchor.is_empty() || anchor.eq_ignore_ascii_case(TOP) || anchors.has(anchor) {
                continue;
            }
            let message = format!("There is no heading “#{anchor}” in this text.");
            let range = in_draft(&block, &link.target_span);
            let mut finding = RULE.finding(range.clone(), message);
            finding
                .fixes
                .extend(anchors.nearest(anchor).map(|nearest| Fix {
                    title: format!("Change to “#{nearest}”"),
                    edits: vec![Edit {
                        range,
                        text: format!("#{nearest}"),
                    }],
                    safety: Safety::Suggested,
                }));
            found.push(finding);
        }
    }
}

/// What leads to the beginning of every page.
const TOP: &str = "top";

/// What a link in the draft can lead to.
struct Anchors {
    written: Vec<String>,
    /// Each in small letters.
    small: HashSet<String>,
    /// The letters and figures of each in small letters, in order, with its place in `written`.
    letters: Vec<(String, usize)>,
}

impl Anchors {
    fn of(draft: &Draft) -> Self {
        let mut anchors = Vec::new();
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for heading in draft.outline() {
            let slug = slug(&heading.title);
            let count = seen.entry(slug.clone()).or_insert(0);
            anchors.push(if *count == 0 {
                slug
            } else {
                format!("{slug}-{count}")
            });
            *count += 1;
        }
        for block in draft.blocks() {
            written(draft, &block, &mut anchors);
        }
        let small = anchors.iter().map(|anchor| anchor.to_lowercase()).collect();
        let mut letters: Vec<(String, usize)> = anchors
            .iter()
            .map(|anchor| letters(anchor))
            .zip(0..)
            .collect();
        letters.sort_unstable();
        Self {
            written: anchors,
            small,
            letters,
        }
    }

    fn has(&self, anchor: &str) -> bool {
        self.small.contains(&anchor.to_lowercase())
    }

    /// The only anchor with the same beginning or the same letters.
    fn nearest(&self, anchor: &str) -> Option<&str> {
        let wanted = letters(anchor);
        let first = self.letters.partition_point(|(known, _)| *known < wanted);
        // What begins with the same letters stands next to each other.
        let is_near =
            |known: &str| known == wanted || wanted.len() > 3 && known.starts_with(&wanted);
        let mut near = self.letters[first..]
            .iter()
            .take_while(|(known, _)| is_near(known));
        let (_, place) = near.next()?;
        near.next().is_none().then(|| self.written[*place].as_str())
    }
}

/// The letters and figures of an anchor in small letters.
fn letters(anchor: &str) -> String {
    let kept = anchor.chars().filter(|c| c.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

/// Anchors that the draft writes itself: `{#here}`, `id="here"`, and the marks of footnotes.
fn written(draft: &Draft, block: &Block<'_>, anchors: &mut Vec<String>) {
    let text = draft.text_of(block);
    for (opening, closing) in [("{#", '}'), ("id=\"", '"'), ("name=\"", '"')] {
        let found = text.split(opening).skip(1);
        anchors.extend(found.filter_map(|rest| Some(rest.split_once(closing)?.0.to_owned())));
    }
    if let Some(label) = &block.marks.label {
        anchors.push(format!("fn{}", label.label));
        anchors.push(format!("user-content-fn-{}", label.label));
    }
}

/// A heading as an anchor: small letters, hyphens for spaces, no punctuation.
fn slug(title: &str) -> String {
    title
        .trim()
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
        .flat_map(char::to_lowercase)
        .map(|c| if c == ' ' { '-' } else { c })
        .collect()
}
