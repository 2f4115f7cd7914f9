//! Comments by which somebody accepts findings: `<!-- penholder: ignore C003 because … -->`, and in plain
//! text `[penholder: ignore C003 because …]`.
//!
//! Only the form is read here; which rules there are and what is accepted is decided elsewhere. What names the tool and
//! gives it another command is kept as well, so that it can be said.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::Sign;

/// What every such comment begins with, behind its first letter.
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
    /// What stands in the place of "ignore", where something else does; nothing is accepted then.
    pub other_command: Option<(Box<str>, Range<usize>)>,
    /// The rules by code, name or family, as written, and where each stands; none for all rules.
    pub rules: Vec<(Box<str>, Range<usize>)>,
    /// How far it reaches.
    pub reach: Reach,
    /// What is said after "because", or after a mark behind the rules ("C004: …", "C004 - …"), on one line.
    pub reason: Option<Box<str>>,
    /// Whether nothing but comments stands in its block.
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
    let alone = is_nothing_but_comments(&rest);
    for ignore in &mut found {
        ignore.alone = alone;
    }
    found
}

/// The comment whose "enholder:" stands at `at`.
fn read(text: &str, at: usize) -> Option<Ignore> {
    let before = text[..at].strip_suffix(['p', 'P'])?;
    let before = before.trim_end_matches([' ', '\t', '\n', '\r']);
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
    let (head, reason) = match inside.split_once(BECAUSE) {
        Some((head, reason)) => (head, Some(reason)),
        None => (inside, None),
    };
    let mut words = words(head, from);
    let (command, place) = words.next().filter(|(word, _)| !word.starts_with('/'))?;
    let command = command.trim_end_matches(AFTER);
    let is_known = command.eq_ignore_ascii_case("ignore");
    let mut ignore = Ignore {
        span: start..from + length + closing.len(),
        other_command: (!is_known)
            .then(|| (command.into(), place.start..place.start + command.len())),
        rules: Vec::new(),
        reach: Reach::Block,
        reason: None,
        alone: false,
    };
    let mut behind = from + head.len();
    for (word, span) in words.filter(|_| is_known) {
        let bare = word.trim_end_matches(AFTER);
        if bare.is_empty() || bare.starts_with(BEFORE) {
            behind = span.start;
            break;
        }
        if bare.eq_ignore_ascii_case("everywhere") {
            ignore.reach = Reach::Draft;
        } else {
            ignore
                .rules
                .push((bare.into(), span.start..span.start + bare.len()));
        }
        if bare != word {
            behind = span.end;
            break;
        }
    }
    let unmarked = || {
        head.get(behind - from..)
            .unwrap_or("")
            .trim_matches(is_mark)
    };
    let reason = reason.unwrap_or_else(unmarked).split_whitespace();
    let reason: Vec<&str> = reason.collect();
    ignore.reason = (!reason.is_empty()).then(|| reason.join(" ").into());
    Some(ignore)
}

/// What stands before a reason.
const BECAUSE: &str = "because";
/// Marks behind a rule, behind which no further rule is named.
const AFTER: [char; 6] = [':', '.', ';', '-', '–', '—'];
/// Marks before a reason.
const BEFORE: [char; 5] = ['(', '"', '“', '–', '—'];

fn is_mark(c: char) -> bool {
    c.is_whitespace() || AFTER.contains(&c) || BEFORE.contains(&c) || c == ')'
}

/// Whether a text holds comments and nothing besides.
pub fn is_nothing_but_comments(text: &str) -> bool {
    let mut rest = text.trim();
    while let Some((_, behind)) = rest
        .strip_prefix("<!--")
        .and_then(|inside| inside.split_once("-->"))
    {
        rest = behind.trim_start();
    }
    rest.is_empty()
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
    fn a_reason_may_stand_behind_a_mark() {
        for (text, reason) in [
            ("ignore C004: the date is right", Some("the date is right")),
            ("ignore C004. The date is right", Some("The date is right")),
            ("ignore C004 - printed so", Some("printed so")),
            ("Ignore C004 (printed so)", Some("printed so")),
            ("ignore: C004", None),
        ] {
            let ignore = only(&format!("<!-- penholder: {text} -->"));
            assert_eq!(rules(&ignore), ["C004"], "{text}");
            assert_eq!(ignore.reason.as_deref(), reason, "{text}");
            assert_eq!(ignore.other_command, None, "{text}");
        }
        let capital = only("[Penholder: Ignore C004 because the day is right]");
        assert_eq!(rules(&capital), ["C004"]);
        assert_eq!(capital.reason.as_deref(), Some("the day is right"));
        let other = only("<!-- penholder: ignroe C004 -->");
        let (command, place) = other.other_command.unwrap();
        assert_eq!((&*command, place), ("ignroe", 16..22));
        assert!(other.rules.is_empty());
    }

    #[test]
    fn notes_beside_a_comment_leave_it_alone() {
        let beside = |rest: &str| only(&format!("<!-- penholder: ignore C004 -->\n{rest}")).alone;
        assert!(beside("<!-- to be settled -->\n"));
        assert!(!beside("<!-- to be settled --> Text"));
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        for text in [
            "The penholder: ignore C003 is a command.",
            "<!-- penholder: ignore C003",
            "<!-- penholder: -->",
            "<!-- enholder: ignore C003 -->",
            "<!-- penholder://explain/C003 -->",
            "[penholder] ignore",
            "",
        ] {
            assert_eq!(find(text), [], "{text}");
        }
    }
}
