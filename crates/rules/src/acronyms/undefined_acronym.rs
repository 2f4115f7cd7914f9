//! A001: an acronym that the reader has to guess.

use std::collections::{BTreeMap, HashMap};

use foldhash::fast::RandomState;

use super::agreed::{agreed, is_exempt};
use super::{Acronyms, Introduction, Use};
use crate::articles::{begins_sentence, indefinite, is_behind_determiner, with_indefinite};
use crate::sentence::sentence_case;
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Related, Rule, Safety, Severity};

/// A001 undefined-acronym.
pub(crate) const RULE: Rule = Rule {
    code: "A001",
    name: "undefined-acronym",
    family: Family::Acronyms,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("undefined_acronym.md"),
    check: Check::Document(check),
};

/// From this many uses on an acronym has to be introduced.
const USES: usize = 2;

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text();
    for (letters, missing) in missing(context.acronyms()) {
        if context.settings.is_known_acronym(letters) {
            continue;
        }
        let finding = match missing {
            // "the system of case law (the CLOUT system)" tells what it means.
            Missing::Never(first) if is_in_parenthesis(context, first) => continue,
            Missing::Never(first) => {
                let written = without_possessive(&text[first.span.clone()]);
                let message = format!("“{written}” is not introduced.");
                let mut finding = RULE.finding(first.span.clone(), message);
                if let Some(full) = Full::of(letters, context)
                    && let Some(fix) = introduce(context, letters, first, &full)
                {
                    finding.message = format!(
                        "“{written}” is not introduced: write “{}” here.",
                        full.beside(letters, written)
                    );
                    finding.fixes.push(fix);
                }
                finding
            }
            Missing::Late(first, introduction) => late(letters, first, introduction),
        };
        found.push(finding);
    }
}

/// An acronym as it is written, without the ending of the possessive.
fn without_possessive(written: &str) -> &str {
    ["'s", "’s", "'", "’"]
        .iter()
        .find_map(|ending| written.strip_suffix(ending))
        .unwrap_or(written)
}

/// How the introduction of an acronym is missing.
enum Missing<'a> {
    /// There is none.
    Never(&'a Use<'a>),
    /// It comes after the first use.
    Late(&'a Use<'a>, &'a Introduction<'a>),
}

fn missing<'a>(acronyms: &'a Acronyms<'_>) -> BTreeMap<&'a str, Missing<'a>> {
    // The first use of each, and how many there are.
    let mut uses: HashMap<&str, (&Use<'_>, usize), RandomState> = HashMap::default();
    for used in &acronyms.uses {
        uses.entry(used.letters).or_insert((used, 0)).1 += 1;
    }
    uses.retain(|letters, _| !is_exempt(letters));
    let mut introductions: HashMap<&str, &Introduction<'_>, RandomState> = HashMap::default();
    for introduction in &acronyms.introductions {
        let known = introductions
            .entry(introduction.letters)
            .or_insert(introduction);
        if introduction.is_listed {
            *known = introduction;
        }
    }
    let mut missing = BTreeMap::new();
    for (letters, (first, times)) in uses {
        match introductions.get(letters) {
            None if times >= USES => {
                missing.insert(letters, Missing::Never(first));
            }
            Some(introduction)
                if !introduction.is_listed && introduction.span.start > first.span.start =>
            {
                missing.insert(letters, Missing::Late(first, introduction));
            }
            _ => {}
        }
    }
    missing
}

fn late(letters: &str, first: &Use<'_>, introduction: &Introduction<'_>) -> Finding {
    let message = format!("“{letters}” is introduced only later; introduce it here.");
    let mut finding = RULE.finding(first.span.clone(), message);
    finding.related.push(Related {
        message: format!("“{letters}” is introduced here"),
        path: None,
        range: introduction.span.clone(),
    });
    finding
}

/// A full name that is known for an acronym.
struct Full {
    singular: String,
    plural: String,
    takes_article: bool,
}

impl Full {
    /// The name that the settings agree on, the built-in one, or the title of the instrument that the
    /// sources know by this acronym.
    fn of(letters: &str, context: &Context<'_>) -> Option<Self> {
        if let Some(full) = context.settings.acronym_names.get(letters) {
            return Some(Self {
                singular: full.clone(),
                plural: String::new(),
                takes_article: false,
            });
        }
        if let Some(row) = agreed(letters) {
            return Some(Self {
                singular: row.full.to_owned(),
                plural: row.plural.to_owned(),
                takes_article: row.takes_article,
            });
        }
        let lexicon = context.sources.lexicon();
        let name = lexicon
            .names_like(letters)
            .find(|name| name.acronym && &*name.written == letters)?;
        Some(Self {
            singular: name.title.to_string(),
            plural: String::new(),
            takes_article: true,
        })
    }

    /// "non-governmental organizations (NGOs)", in the number in which the acronym is written.
    fn beside(&self, letters: &str, written: &str) -> String {
        format!("{} ({written})", self.in_number_of(letters, written))
    }

    fn in_number_of(&self, letters: &str, written: &str) -> &str {
        if written != letters && !self.plural.is_empty() {
            &self.plural
        } else {
            &self.singular
        }
    }
}

/// The fix: full name and acronym at the first use, with the article that the full name needs.
fn introduce(context: &Context<'_>, letters: &str, first: &Use<'_>, full: &Full) -> Option<Fix> {
    let written = &context.text()[first.span.clone()];
    let ending = written.strip_prefix(letters)?;
    let is_plural = ending == "s" && !full.plural.is_empty();
    if !ending.is_empty() && !is_plural {
        return None;
    }
    let before = words_before(context, first.span.start);
    let mut words = full.beside(letters, written);
    let mut start = first.span.start;
    if let Some(at) = indefinite(before) {
        words = with_indefinite(&before[at..], &words);
        start -= before.len() - at;
    } else {
        if full.takes_article && !is_behind_determiner(before) {
            words.insert_str(0, "the ");
        }
        if begins_sentence(before) {
            words = sentence_case(&words);
        }
    }
    Some(Fix {
        title: format!(
            "Introduce “{letters}” here as “{}”",
            full.beside(letters, written)
        ),
        edits: vec![Edit {
            range: start..first.span.end,
            text: words,
        }],
        safety: Safety::Suggested,
    })
}

/// Whether a use stands in a parenthesis or brackets that were opened in the words before it.
fn is_in_parenthesis(context: &Context<'_>, used: &Use<'_>) -> bool {
    let before = words_before(context, used.span.start);
    [('(', ')'), ('[', ']')].into_iter().any(|(open, close)| {
        before
            .rfind(open)
            .is_some_and(|open| !before[open..].contains(close))
    })
}

/// The words before `at` in the same block, as far as articles and the end of a sentence need them.
fn words_before<'a>(context: &'a Context<'_>, at: usize) -> &'a str {
    let blocks = context.resolved.draft.blocks();
    let behind = blocks.partition_point(|block| block.span.start <= at);
    let block = behind.checked_sub(1).and_then(|index| blocks.get(index));
    let start = block.map_or(0, |block| block.span.start);
    let text = context.text();
    &text[text.ceil_char_boundary(start.max(at.saturating_sub(40)))..at]
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::*;
    use crate::acronyms::Part;

    fn place(at: usize) -> Range<usize> {
        at..at + 3
    }

    fn used(letters: &str, at: usize) -> Use<'_> {
        Use {
            letters,
            span: place(at),
        }
    }

    fn introduced(letters: &str, at: usize) -> Introduction<'_> {
        Introduction {
            letters,
            full: "a name",
            is_certain: true,
            span: place(at),
            full_span: at.saturating_sub(10)..at.saturating_sub(2),
            part: Part::Body,
            is_listed: false,
        }
    }

    #[test]
    fn two_uses_without_introduction_are_one_finding_at_the_first() {
        let acronyms = Acronyms {
            uses: vec![
                used("NGO", 10),
                used("ILO", 20),
                used("NGO", 30),
                used("SDG", 40),
                used("SDG", 50),
            ],
            ..Acronyms::default()
        };
        let missing = missing(&acronyms);
        assert_eq!(missing.len(), 1);
        assert!(matches!(missing["NGO"], Missing::Never(first) if first.span.start == 10));
    }

    #[test]
    fn an_introduction_before_the_first_use_is_enough() {
        let acronyms = Acronyms {
            uses: vec![used("NGO", 30), used("NGO", 60), used("HLD", 5)],
            introductions: vec![introduced("NGO", 10), introduced("HLD", 50)],
            ..Acronyms::default()
        };
        let missing = missing(&acronyms);
        assert_eq!(missing.len(), 1);
        assert!(matches!(missing["HLD"], Missing::Late(first, _) if first.span.start == 5));
    }

    #[test]
    fn a_list_of_abbreviations_explains_what_stands_before_it() {
        let listed = Introduction {
            is_listed: true,
            ..introduced("NGO", 90)
        };
        let acronyms = Acronyms {
            uses: vec![used("NGO", 10), used("NGO", 60)],
            introductions: vec![introduced("NGO", 50), listed],
            ..Acronyms::default()
        };
        assert!(missing(&acronyms).is_empty());
    }

    #[test]
    fn a_possessive_is_named_without_its_ending() {
        assert_eq!(without_possessive("CTED’s"), "CTED");
        assert_eq!(without_possessive("NGOs'"), "NGOs");
        assert_eq!(without_possessive("NGOs"), "NGOs");
    }
}
