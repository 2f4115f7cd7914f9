//! Comments by which somebody accepts findings: `<!-- penholder: ignore C003 because … -->`, and in plain
//! text `[penholder: ignore C003 because …]`.
//!
//! Only the form is read here; which rules there are and what is accepted is decided elsewhere.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::Sign;

/// What every such comment begins with.
const OPENING: &str = Sign::Comment.written();
static OPENINGS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(OPENING));
/// Longest comment, in bytes.
const LONGEST: usize = 2_000;

/// How far an [`Ignore`] reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reach {
    /// The block it stands in, or the next one where it stands alone.
    Block,
    /// The whole draft: "ignore C003 everywhere".
    Draft,
}

/// A comment that accepts findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignore {
    /// Where the whole comment stands.
    pub span: Range<usize>,
    /// The rules by code, name or family, as written, and where each stands; none for all rules.
    pub rules: Vec<(Box<str>, Range<usize>)>,
    /// How far it reaches.
    pub reach: Reach,
    /// What is said after "because", on one line.
    pub reason: Option<Box<str>>,
    /// Whether nothing else stands in its block.
    pub alone: bool,
}

/// The comments of a block, in order.
pub(crate) fn find(text: &str) -> Vec<Ignore> {
    let mut found: Vec<Ignore> = OPENINGS
        .find_iter(text.as_bytes())
        .filter_map(|at| read(text, at))
        .collect();
    if found.is_empty() {
        return found;
    }
    let mut at = 0;
    let mut rest = String::new();
    for ignore in &found {
        rest.push_str(text.get(at..ignore.span.start).unwrap_or(""));
        at = ignore.span.end;
    }
    rest.push_str(text.get(at..).unwrap_or(""));
    let alone = rest.trim().is_empty();
    for ignore in &mut found {
        ignore.alone = alone;
    }
    found
}

/// The comment whose "penholder:" stands at `at`.
fn read(text: &str, at: usize) -> Option<Ignore> {
    let before = text[..at].trim_end_matches([' ', '\t', '\n', '\r']);
    let (start, closing) = if before.ends_with("<!--") {
        (before.len() - "<!--".len(), "-->")
    } else if before.ends_with('[') {
        (before.len() - 1, "]")
    } else {
        return None;
    };
    let from = at + OPENING.len();
    let length = text[from..].find(closing).filter(|end| *end < LONGEST)?;
    let inside = &text[from..from + length];
    let (head, reason) = match inside.find("because") {
        Some(because) => (
            &inside[..because],
            inside[because + "because".len()..].split_whitespace(),
        ),
        None => (inside, "".split_whitespace()),
    };
    let mut words = words(head, from);
    if words.next().is_none_or(|(word, _)| word != "ignore") {
        return None;
    }
    let mut ignore = Ignore {
        span: start..from + length + closing.len(),
        rules: Vec::new(),
        reach: Reach::Block,
        reason: None,
        alone: false,
    };
    for (word, span) in words {
        if word == "everywhere" {
            ignore.reach = Reach::Draft;
        } else {
            ignore.rules.push((word.into(), span));
        }
    }
    let reason: Vec<&str> = reason.collect();
    ignore.reason = (!reason.is_empty()).then(|| reason.join(" ").into());
    Some(ignore)
}

/// The words of `text`, which begins at byte `offset`, without the commas between them.
fn words(text: &str, offset: usize) -> impl Iterator<Item = (&str, Range<usize>)> {
    let is_between = |c: char| c.is_whitespace() || c == ',';
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.find(|c| !is_between(c))?;
        let length = text[start..].find(is_between).unwrap_or(text.len() - start);
        at = start + length;
        Some((&text[start..at], offset + start..offset + at))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(text: &str) -> Ignore {
        let found = find(text);
        assert_eq!(found.len(), 1, "{text}");
        let ignore = found[0].clone();
        for (name, span) in &ignore.rules {
            assert_eq!(&text[span.clone()], &**name);
        }
        ignore
    }

    fn rules(ignore: &Ignore) -> Vec<&str> {
        ignore.rules.iter().map(|(name, _)| &**name).collect()
    }

    #[test]
    fn a_comment_names_rules_and_a_reason() {
        let text = "<!-- penholder: ignore C003, stated-date because the text\nis not public -->";
        let ignore = only(text);
        assert_eq!(rules(&ignore), ["C003", "stated-date"]);
        assert_eq!(ignore.reason.as_deref(), Some("the text is not public"));
        assert_eq!((ignore.reach, ignore.alone), (Reach::Block, true));
        assert_eq!(ignore.span, 0..text.len());
    }

    #[test]
    fn it_stands_in_plain_text_and_inside_a_paragraph() {
        let text =
            "The GMG met. [penholder: ignore A001 because everybody knows it] It meets again.";
        let ignore = only(text);
        assert_eq!(
            &text[ignore.span.clone()],
            "[penholder: ignore A001 because everybody knows it]"
        );
        assert!(!ignore.alone);
        assert_eq!(
            only("<!--penholder: ignore E everywhere-->").reach,
            Reach::Draft
        );
        assert_eq!(
            rules(&only("<!-- penholder: ignore because quoted -->")),
            [""; 0]
        );
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        for text in [
            "The penholder: ignore C003 is a command.",
            "<!-- penholder: ignore C003",
            "<!-- penholder: hello -->",
            "[penholder] ignore",
            "",
        ] {
            assert_eq!(find(text), [], "{text}");
        }
    }
}
