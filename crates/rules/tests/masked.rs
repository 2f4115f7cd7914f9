//! Nothing is recognised inside code, addresses, link targets, comments, attributes and front matter: whatever
//! any rule flags is put there, and every rule stays silent; and so do the marks of every kind.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::sync::Arc;

use citation::Date;
use draft::{BlockKind, Dialect, Draft};
use rules::Settings;
use sources::{Catalogue, Coverage, Documents, Library, Sources, read};

/// Words in which every kind of mark is found.
const EVERY_MARK: &str = "The National Human Rights Institution (NHRI) said “the NGO in paragraph 4 above of section II \
     below must go” in its resolution 67/172 of 20 December 2012, para. 3 (a), A/HRC/53/26 and A/HCR/53/27, the \
     Convention on the Rights of the Child, ibid., IOM[^1] and S/RES/1325 (2000), résolution 70/1, 第70/1号决议.";

/// A place where words stand that are not the author's: its name, and a draft with `{}` where they go.
struct Place {
    name: &'static str,
    draft: &'static str,
    /// What the words are made into, so that they stay inside.
    made: fn(&str) -> String,
}

const fn place(name: &'static str, draft: &'static str, made: fn(&str) -> String) -> Place {
    Place { name, draft, made }
}

const PLACES: [Place; 37] = [
    place("code span", "We see `{}` here.\n", one_line),
    place("code span of two", "We see ``{} ` and`` here.\n", one_line),
    place("code span in a heading", "# We see `{}`\n", one_line),
    place("code span in an item", "- We see `{}`\n", one_line),
    place("code span in a quotation", "> We see `{}`\n", one_line),
    place(
        "code span in a table",
        "| a | b |\n|---|---|\n| c | `{}` |\n",
        in_a_cell,
    ),
    place(
        "code span in a note",
        "A word.[^1]\n\n[^1]: We see `{}` here.\n",
        one_line,
    ),
    place("fence", "We see:\n\n```\n{}\n```\n", lines),
    place(
        "fence with a name",
        "We see:\n\n~~~text\n{}\n~~~\n\nIt ends.\n",
        lines,
    ),
    place("fence that is not closed", "We see:\n\n```\n{}\n", lines),
    place(
        "fence in an item",
        "- We see:\n\n  ```\n  {}\n  ```\n",
        two_further,
    ),
    place(
        "fence in a quotation",
        "> We see:\n> ```\n> {}\n> ```\n",
        quoted,
    ),
    place("indented code", "We see:\n\n    {}\n", four_further),
    place(
        "indented code in an item",
        "- We see:\n\n      {}\n",
        six_further,
    ),
    place(
        "address in angle brackets",
        "We see <https://example.org/{}> here.\n",
        address,
    ),
    place(
        "bare address",
        "We see https://example.org/{} here.\n",
        address,
    ),
    place(
        "bare address with a question",
        "We see www.example.org/a?b={}&c=1 here.\n",
        address,
    ),
    place(
        "target",
        "We see [it](https://example.org/{}) here.\n",
        address,
    ),
    place(
        "target in angle brackets",
        "We see [it](<docs/{}>) here.\n",
        one_line,
    ),
    place(
        "target of an image",
        "We see ![it](docs/{}.png) here.\n",
        address,
    ),
    place(
        "target with a title",
        "We see [it](docs/a.md \"{}\") here.\n",
        one_line,
    ),
    place(
        "target of a reference",
        "We see [it][ref] here.\n\n[ref]: https://example.org/{}\n",
        address,
    ),
    place(
        "title of a reference",
        "We see [it][ref] here.\n\n[ref]: docs/a.md \"{}\"\n",
        one_line,
    ),
    place(
        "reference in angle brackets",
        "We see [it][ref] here.\n\n[ref]: <docs/{}>\n",
        one_line,
    ),
    place("comment", "We see.\n\n<!-- {} -->\n\nIt ends.\n", lines),
    place("comment in a line", "We see <!-- {} --> here.\n", one_line),
    place(
        "attribute",
        "We see <span title=\"{}\">it</span> here.\n",
        one_line,
    ),
    place(
        "attribute of a block",
        "We see.\n\n<div title=\"{}\">\n\nIt ends.\n\n</div>\n",
        one_line,
    ),
    place(
        "title of a reference below it",
        "We see [it][ref] here.\n\n[ref]: docs/a.md\n    '{}'\n",
        without_apostrophes,
    ),
    place(
        "attribute with a bracket",
        "We see <span title=\"a > {}\">it</span> here.\n",
        one_line,
    ),
    place(
        "attribute over lines",
        "We see <span\ntitle=\"{}\">it</span> here.\n",
        one_line,
    ),
    place(
        "element of code",
        "We see <code>{}</code> here.\n",
        one_line,
    ),
    place("preformatted text", "We see.\n\n<pre>\n{}\n</pre>\n", lines),
    place("style", "We see.\n\n<style>\n{}\n</style>\n", lines),
    place("script", "We see.\n\n<script>\n{}\n</script>\n", lines),
    place(
        "key of front matter",
        "---\n{}: 1\ntitle: It\n---\n\nWe see.\n",
        key,
    ),
    place(
        "value of front matter",
        "---\ntitle: It\nremark: {}\n---\n\nWe see.\n",
        one_line,
    ),
];

/// The words on one line, without what would end the place they stand in.
fn one_line(words: &str) -> String {
    let kept = words
        .replace(['`', '"', '<', '>', '\\'], " ")
        .replace("--", " ");
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn without_apostrophes(words: &str) -> String {
    one_line(words).replace('\'', " ")
}

fn in_a_cell(words: &str) -> String {
    one_line(words).replace('|', " ")
}

/// The words on lines of their own.
fn lines(words: &str) -> String {
    words
        .replace(['`', '~'], "")
        .replace("--", "")
        .replace("</", "")
        .trim()
        .to_owned()
}

fn further(words: &str, before: &str) -> String {
    lines(words)
        .lines()
        .collect::<Vec<_>>()
        .join(&format!("\n{before}"))
}

fn two_further(words: &str) -> String {
    further(words, "  ")
}

fn four_further(words: &str) -> String {
    further(words, "    ")
}

fn six_further(words: &str) -> String {
    further(words, "      ")
}

fn quoted(words: &str) -> String {
    further(words, "> ")
}

/// The words as a part of an address, in which neither white space nor most marks stand.
fn address(words: &str) -> String {
    let kept = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-');
    let mut address: String = words
        .chars()
        .map(|c| if kept(c) { c } else { '-' })
        .collect();
    address.truncate(300);
    address.push('x');
    address
}

fn key(words: &str) -> String {
    let kept = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
    let mut key: String = words
        .chars()
        .map(|c| if kept(c) { c } else { '-' })
        .collect();
    key.truncate(100);
    key
}

fn library() -> Library {
    let text = include_str!("../../../tests/drafts/sources/A_RES_67_172.md");
    let sample = read::whole(text, Path::new("sources/A_RES_67_172.md")).unwrap();
    let coverage = Coverage::parse("A/RES session 67").unwrap();
    let documents = Documents::of_texts(vec![sample]).covering(vec![coverage]);
    Library::new(vec![Arc::new(documents), Arc::new(Catalogue)])
}

/// What every rule's page flags, front matter left out.
fn flagged() -> Vec<(&'static str, String)> {
    let mut flagged = vec![("every mark", EVERY_MARK.to_owned())];
    for rule in rules::RULES {
        let examples = rule.page().split("```flags\n").skip(1);
        for example in examples.filter_map(|rest| rest.split("```").next()) {
            let own = match example.strip_prefix("---\n") {
                Some(rest) => rest.split_once("\n---\n").map_or("", |(_, text)| text),
                None => example,
            };
            // A comment that accepts findings is read wherever it stands.
            if !own.contains("penholder:") {
                flagged.push((rule.code, own.to_owned()));
            }
        }
    }
    flagged
}

#[test]
fn every_rule_is_silent_where_the_words_are_not_the_authors() {
    let library = library();
    let settings = Settings {
        on: rules::RULES.map(|rule| rule.code.to_owned()).to_vec(),
        ..Settings::default()
    };
    let findings = |text: &str| {
        let draft = Draft::new(text, Dialect::Markdown, library.lexicon());
        let resolved = resolve::resolve(&draft, &library, Date::new(2025, 6, 1).unwrap());
        rules::findings(&resolved, &library, &settings)
    };
    let mut leaks = Vec::new();
    for place in PLACES {
        // What is found in the same draft with a word that nobody flags is not the place's fault.
        let usual: Vec<_> = findings(&place.draft.replace("{}", "word"))
            .iter()
            .map(|finding| finding.code)
            .collect();
        for (code, words) in flagged() {
            let text = place.draft.replace("{}", &(place.made)(&words));
            let mut found = findings(&text);
            found.retain(|finding| !usual.contains(&finding.code));
            for finding in found {
                let words = &text[finding.range];
                leaks.push(format!(
                    "{}: {code} leaks {} {words:?}\n   {text:?}",
                    place.name, finding.code
                ));
            }
        }
    }
    assert!(
        leaks.is_empty(),
        "{} leaks\n{}",
        leaks.len(),
        leaks.join("\n")
    );
}

#[test]
fn no_mark_is_found_where_the_words_are_not_the_authors() {
    let library = library();
    let mut leaks = Vec::new();
    for place in PLACES {
        let words = (place.made)(EVERY_MARK);
        let text = place.draft.replace("{}", &words);
        let draft = Draft::new(&text, Dialect::Markdown, library.lexicon());
        for block in draft.blocks() {
            let marks = block.marks;
            let has_label = marks.label.is_some() && block.kind == BlockKind::FootnoteDefinition;
            let found = [
                ("citation", marks.citations.len()),
                ("acronym", marks.acronyms.len()),
                ("definition", marks.definitions.len()),
                ("quotation", marks.quotations.len()),
                ("cross-reference", marks.cross_references.len()),
                (
                    "footnote",
                    marks
                        .footnotes
                        .iter()
                        .filter(|it| words.contains(&*it.label))
                        .count(),
                ),
                ("label", usize::from(marks.label.is_some() && !has_label)),
                ("opening", usize::from(marks.opening.is_some())),
            ];
            for (kind, count) in found.into_iter().filter(|(_, count)| *count > 0) {
                leaks.push(format!(
                    "{}: {count} × {kind} in {:?}",
                    place.name,
                    draft.text_of(&block)
                ));
            }
        }
    }
    // The note that a place itself has is no leak.
    leaks.retain(|leak| !leak.starts_with("code span in a note: 1 × footnote"));
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
}

#[test]
fn the_same_words_are_found_where_they_are_the_authors() {
    let library = library();
    for dialect in [Dialect::Markdown, Dialect::Plain] {
        let draft = Draft::new(EVERY_MARK, dialect, library.lexicon());
        let block = draft.blocks().get(0).unwrap();
        let marks = block.marks;
        assert!(marks.citations.len() > 5, "{marks:?}");
        assert!(
            !marks.acronyms.is_empty() && !marks.definitions.is_empty(),
            "{marks:?}"
        );
        assert!(
            !marks.quotations.is_empty() && !marks.cross_references.is_empty(),
            "{marks:?}"
        );
    }
}
