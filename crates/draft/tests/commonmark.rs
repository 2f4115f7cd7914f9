//! Blocks of Markdown beside those that `pulldown-cmark` finds, line by line.
//!
//! Containers are flattened here, so the two are compared where their notions coincide: outside
//! quotations and footnotes, what begins on a line here has to be among what begins there, and the other
//! way round.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use draft::{BlockKind, Dialect, Draft};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

/// What begins on each line.
type Begins = BTreeMap<usize, BTreeSet<&'static str>>;

fn line_of(text: &str, offset: usize) -> usize {
    let before = text.bytes().take(offset);
    before.filter(|byte| *byte == b'\n').count()
}

fn ours(text: &str) -> Begins {
    let draft = Draft::new(text, Dialect::Markdown, std::sync::Arc::default());
    let mut begins = Begins::new();
    for block in draft.blocks() {
        let kind = match block.kind {
            BlockKind::Heading(1) => "h1",
            BlockKind::Heading(2) => "h2",
            BlockKind::Heading(_) => "h3-6",
            BlockKind::Paragraph => "paragraph",
            BlockKind::ListItem => "item",
            BlockKind::Quotation => "quotation",
            BlockKind::Table => "table",
            BlockKind::Code => "code",
            BlockKind::Html => "html",
            BlockKind::FootnoteDefinition => "footnote",
            _ => continue,
        };
        let words = draft.slice(block.span.clone());
        let skipped = words.len() - words.trim_start_matches(['\n', '\r']).len();
        let line = line_of(text, block.span.start + skipped);
        begins.entry(line).or_default().insert(kind);
    }
    begins
}

/// What begins on each line, the lines inside quotations and footnotes, and those of lists, where a
/// paragraph has no beginning of its own unless the list is a loose one.
fn theirs(text: &str) -> (Begins, BTreeSet<usize>, BTreeSet<usize>) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let mut begins = Begins::new();
    let mut inside = BTreeSet::new();
    let mut listed = BTreeSet::new();
    let mut depth = 0;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        let start = range.start
            + text[range.clone()]
                .bytes()
                .take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r'))
                .count();
        let line = line_of(text, start.min(text.len()));
        match event {
            Event::Start(tag) => {
                if matches!(tag, Tag::List(_)) {
                    listed.extend(line..=line_of(text, range.end));
                }
                let kind = match &tag {
                    Tag::Heading { level, .. } => match *level as u8 {
                        1 => "h1",
                        2 => "h2",
                        _ => "h3-6",
                    },
                    Tag::Paragraph => "paragraph",
                    Tag::Item => "item",
                    Tag::BlockQuote(_) => "quotation",
                    Tag::Table(_) => "table",
                    Tag::CodeBlock(_) => "code",
                    Tag::HtmlBlock => "html",
                    Tag::FootnoteDefinition(_) => "footnote",
                    _ => continue,
                };
                if depth == 0 || kind == "code" {
                    begins.entry(line).or_default().insert(kind);
                }
                if matches!(tag, Tag::BlockQuote(_) | Tag::FootnoteDefinition(_)) {
                    depth += 1;
                    let last = line_of(text, range.end.saturating_sub(1));
                    inside.extend(line + 1..=last);
                }
            }
            Event::End(
                pulldown_cmark::TagEnd::BlockQuote(_) | pulldown_cmark::TagEnd::FootnoteDefinition,
            ) => depth -= 1,
            _ => {}
        }
    }
    (begins, inside, listed)
}

/// The lines on which the two differ, in words.
fn differences(text: &str) -> Vec<String> {
    let ours = ours(text);
    let (theirs, inside, listed) = theirs(text);
    let lines: BTreeSet<usize> = ours.keys().chain(theirs.keys()).copied().collect();
    lines
        .into_iter()
        .filter(|line| !inside.contains(line))
        .filter_map(|line| {
            let empty = BTreeSet::new();
            let (here, there) = (
                ours.get(&line).unwrap_or(&empty),
                theirs.get(&line).unwrap_or(&empty),
            );
            // An item that holds nothing yet begins where its words do, here or there.
            let behind_marker = line
                .checked_sub(1)
                .and_then(|before| text.lines().nth(before))
                .is_some_and(|before| before.trim_end().ends_with(['-', '.', '+', '*', ')']));
            let agree = if here.is_empty() {
                there.is_empty()
                    || *there == BTreeSet::from(["item"])
                    || (behind_marker && *there == BTreeSet::from(["paragraph"]))
            } else {
                let tight = listed.contains(&line) && there.is_empty();
                here.is_subset(there) || (tight && *here == BTreeSet::from(["paragraph"]))
            };
            let words = text.lines().nth(line).unwrap_or("");
            (!agree).then(|| format!("line {line} “{words}”: {here:?} here, {there:?} there"))
        })
        .collect()
}

fn markdown_under(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            markdown_under(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "md") {
            found.push(path);
        }
    }
}

#[test]
fn real_markdown_has_the_same_blocks() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let data =
        std::env::var_os("PENHOLDER_DATA").map_or_else(|| here.join("../shared"), PathBuf::from);
    let mut files = Vec::new();
    for folder in [
        here.join("docs"),
        here.join("tests/drafts"),
        here.join("crates/rules/src"),
    ] {
        markdown_under(&folder, &mut files);
    }
    if data.exists() {
        markdown_under(&data, &mut files);
    } else {
        let _ = writeln!(std::io::stderr(), "skipped: no texts at {}", data.display());
    }
    files.push(here.join("README.md"));
    let mut failed = Vec::new();
    for path in &files {
        let Ok(text) = fs::read_to_string(path) else {
            continue;
        };
        // Front matter and definitions of reference links are blocks in one of the two alone.
        let text = text.replace("\r\n", "\n");
        if text.starts_with("---\n") || text.contains("\n[") {
            continue;
        }
        for difference in differences(&text) {
            failed.push(format!("{}: {difference}", path.display()));
        }
    }
    assert!(files.len() > 20, "{}", files.len());
    assert!(
        failed.is_empty(),
        "{} in {} files:\n{}",
        failed.len(),
        files.len(),
        failed.join("\n")
    );
}

/// Lines that Markdown is made of.
const LINES: [&str; 50] = [
    "",
    "",
    "",
    "",
    "Words and more words.",
    "goes on",
    "# One",
    "## Two ##",
    "### Three",
    "#no heading",
    "- item",
    "* star",
    "+ plus",
    "1. first",
    "2) second",
    "14. fourteenth",
    "  - nested",
    "    deep",
    "      deeper",
    "> quoted",
    "> - quoted item",
    "```",
    "~~~ text",
    "    code",
    "***",
    "- - -",
    "===",
    "---",
    "<div>",
    "</div>",
    "<!-- comment -->",
    "<b>bold</b> words",
    "| a | b |",
    "| - | - |",
    "|---|---|",
    "\\# escaped",
    "`code` and *stress*",
    "A/RES/67/172",
    "\tbehind a tab",
    "- ",
    "3.",
    "   three spaces",
    "  two spaces",
    "- - twice",
    "> ```",
    "<!-- open",
    "closed -->",
    "   1. deep first",
    "* * *",
    "hard break  ",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn random_markdown_has_the_same_blocks(lines in prop::collection::vec(0..LINES.len(), 0..14)) {
        let lines: Vec<&str> = lines.into_iter().map(|line| LINES[line]).collect();
        let text = format!("{}\n", lines.join("\n"));
        prop_assume!(!text.starts_with("---"));
        let found = differences(&text);
        prop_assert!(found.is_empty(), "{}\nin\n{}", found.join("\n"), text);
    }
}
