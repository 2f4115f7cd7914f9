//! X011: labels of sub-paragraphs with gaps, repeats and jumps in level.

use citation::Roman;
use draft::Draft;

use super::sub_paragraph_runs::{Item, letter_value, runs};
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Rule, Safety, Severity};

/// X011 sub-paragraph-numbering.
pub(crate) const RULE: Rule = Rule {
    code: "X011",
    name: "sub-paragraph-numbering",
    family: Family::Structure,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("sub_paragraph_numbering.md"),
    check: Check::Document(check),
};

/// How a level of sub-paragraphs is labelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Letters,
    Numerals,
}

/// Where the count stands: a level for each depth, the outermost first.
#[derive(Clone, Debug, Default)]
struct Count(Vec<(Kind, u32)>);

/// What is wrong with a label, and which would be right.
struct Wrong {
    message: String,
    right: (Kind, u32),
}

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    if context.is_extracted() {
        return;
    }
    let draft = &context.resolved.draft;
    let mut last = Count::default();
    for run in runs(draft) {
        let mut count = match run.items.first() {
            Some(first) if run.is_below_heading && last.leads_to(&first.label) => last.clone(),
            _ => Count::default(),
        };
        let mut from = run.begins;
        for (index, item) in run.items.iter().enumerate() {
            let behind = &run.items[index + 1..];
            let next = behind.first().map(|item| &*item.label);
            let before = std::mem::replace(&mut from, item.span.end);
            if let Some(wrong) = count.goes_on_with(&item.label, next)
                && !stands_between(draft, &wrong, before, item.span.start)
            {
                let mut finding = RULE.finding(item.span.clone(), wrong.message);
                finding
                    .fixes
                    .push(relabelled(item, behind, wrong.right, count.clone()));
                found.push(finding);
            }
        }
        // A heading by itself parts no list.
        if !run.items.is_empty() || !run.is_below_heading {
            last = count;
        }
    }
}

/// Whether the label that should have come stands in the words from byte `from` up to byte `at`: inside a paragraph,
/// or close to its own words, it opens nothing that is read.
fn stands_between(draft: &Draft, wrong: &Wrong, from: usize, at: usize) -> bool {
    let (kind, value) = wrong.right;
    let label = format!("{})", written(kind, value));
    let between = draft.slice(from..at);
    ["(", " ", "\n"]
        .iter()
        .any(|before| between.contains(&format!("{before}{label}")))
}

/// The fix that gives `item` the label `right`, and those `behind` it on its level the next ones; `count` stands
/// behind it.
fn relabelled(item: &Item, behind: &[Item], right: (Kind, u32), mut count: Count) -> Fix {
    let depth = count.0.len();
    let (kind, first) = right;
    let edit = |item: &Item, value| Edit {
        range: item.span.clone(),
        text: if item.is_opened() {
            format!("({})", written(kind, value))
        } else {
            format!("{})", written(kind, value))
        },
    };
    let mut edits = vec![edit(item, first)];
    let mut last = first;
    for (index, item) in behind.iter().enumerate() {
        let next = behind.get(index + 1).map(|item| &*item.label);
        if count.goes_on_with(&item.label, next).is_some() || count.0.len() < depth {
            break;
        }
        if count.0.len() == depth {
            last += 1;
            if *item.label != *written(kind, last) {
                edits.push(edit(item, last));
            }
        }
    }
    let title = if edits.len() == 1 {
        format!("Change to “{}”", edits[0].text)
    } else {
        format!(
            "Label ({}) to ({}) anew",
            written(kind, first),
            written(kind, last)
        )
    };
    Fix {
        title,
        edits,
        safety: Safety::Suggested,
    }
}

impl Count {
    /// Whether a list that a heading parts goes on with this letter.
    fn leads_to(&self, label: &str) -> bool {
        let letter = letter_value(label);
        matches!(self.0.first(), Some((Kind::Letters, last)) if letter == Some(last + 1))
    }

    /// Counts one label, which `next` follows; says what is wrong with it.
    fn goes_on_with(&mut self, label: &str, next: Option<&str>) -> Option<Wrong> {
        let numeral =
            Roman::parse(&label.to_ascii_uppercase()).map(|roman| u32::from(roman.value()));
        // Double letters follow (z): "ii" is a numeral unless letters have come that far.
        let has_passed_z = self
            .0
            .iter()
            .any(|(kind, last)| *kind == Kind::Letters && *last >= 26);
        let is_double = label.len() > 1 && numeral.is_some() && !has_passed_z;
        let letter = letter_value(label).filter(|_| !is_double);
        let value = |kind| match kind {
            Kind::Letters => letter,
            Kind::Numerals => numeral,
        };
        // Behind (h), (i) is a letter, unless (ii) follows it.
        if label == "i" && next == Some("ii") && self.0.last() == Some(&(Kind::Letters, 8)) {
            self.0.push((Kind::Numerals, 1));
            return None;
        }
        // The innermost level whose next label this is; levels below it are closed.
        for depth in (0..self.0.len()).rev() {
            let (kind, last) = self.0[depth];
            if value(kind) == Some(last + 1) {
                self.0.truncate(depth + 1);
                self.0[depth].1 = last + 1;
                return None;
            }
        }
        // "(a)" begins a level, and so does "(i)" below a letter.
        let begins = match (letter, numeral) {
            (Some(1), _) => Some(Kind::Letters),
            (_, Some(1)) => Some(Kind::Numerals),
            _ => None,
        };
        if let Some(kind) = begins.filter(|kind| !self.repeats_first(*kind, next)) {
            let known = self.0.iter().position(|(one, _)| *one == kind);
            if let Some(depth) = known {
                self.0.truncate(depth);
            }
            self.0.push((kind, 1));
            return None;
        }
        let wrong = self.wrong(label, letter, numeral);
        self.take_up(letter, numeral, next);
        wrong
    }

    /// Whether a first label right behind a first one is a second that is miswritten: the third follows.
    fn repeats_first(&self, kind: Kind, next: Option<&str>) -> bool {
        self.0.last() == Some(&(kind, 1)) && next == Some(&written(kind, 3))
    }

    fn wrong(&self, label: &str, letter: Option<u32>, numeral: Option<u32>) -> Option<Wrong> {
        let Some((kind, last)) = self.nearest(letter, numeral) else {
            let kind = match letter {
                Some(_) => Kind::Letters,
                None => Kind::Numerals,
            };
            let first = written(kind, 1);
            return Some(Wrong {
                message: format!("The sub-paragraphs begin with ({label}); ({first}) is missing."),
                right: (kind, 1),
            });
        };
        let this = match kind {
            Kind::Letters => letter,
            Kind::Numerals => numeral,
        }?;
        let written = |value| written(kind, value);
        let message = if this == last {
            format!(
                "Sub-paragraph ({label}) stands twice; this one should be ({}).",
                written(last + 1)
            )
        } else if this == last + 2 {
            format!(
                "After sub-paragraph ({}) comes ({label}): ({}) is missing.",
                written(last),
                written(last + 1)
            )
        } else {
            format!(
                "After sub-paragraph ({}) comes ({label}); ({}) should.",
                written(last),
                written(last + 1)
            )
        };
        Some(Wrong {
            message,
            right: (kind, last + 1),
        })
    }

    /// The level that a label most probably belongs to: the innermost of its kind.
    fn nearest(&self, letter: Option<u32>, numeral: Option<u32>) -> Option<(Kind, u32)> {
        self.0
            .iter()
            .rev()
            .find(|(kind, _)| match kind {
                Kind::Letters => letter.is_some(),
                Kind::Numerals => numeral.is_some(),
            })
            .copied()
    }

    /// Goes on behind a label that is wrong, so that it is told once.
    fn take_up(&mut self, letter: Option<u32>, numeral: Option<u32>, next: Option<&str>) {
        let depth = self.0.iter().rposition(|(kind, _)| match kind {
            Kind::Letters => letter.is_some(),
            Kind::Numerals => numeral.is_some(),
        });
        match (depth, letter, numeral) {
            (Some(depth), letter, numeral) => {
                self.0.truncate(depth + 1);
                let value = match self.0[depth].0 {
                    Kind::Letters => letter,
                    Kind::Numerals => numeral,
                };
                // Where the next label goes on as if this one were right, this one is only miswritten.
                let (kind, last) = self.0[depth];
                let resumes = next == Some(&written(kind, last + 2));
                self.0[depth].1 = if resumes {
                    last + 1
                } else {
                    value.unwrap_or(last)
                };
            }
            (None, Some(letter), _) => self.0 = vec![(Kind::Letters, letter)],
            (None, None, Some(numeral)) => self.0.push((Kind::Numerals, numeral)),
            (None, None, None) => {}
        }
    }
}

fn written(kind: Kind, value: u32) -> String {
    let numeral = u16::try_from(value).ok().and_then(Roman::new);
    match kind {
        Kind::Numerals => {
            numeral.map_or_else(String::new, |roman| roman.to_string().to_lowercase())
        }
        Kind::Letters => {
            let letter = char::from(b'a' + ((value.max(1) - 1) % 26) as u8);
            letter
                .to_string()
                .repeat(1 + (value.max(1) as usize - 1) / 26)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_labels(labels: &str, expected: &[&str]) {
        let mut count = Count::default();
        let labels_in_order: Vec<&str> = labels.split(' ').collect();
        let wrong: Vec<String> = labels_in_order
            .iter()
            .enumerate()
            .filter_map(|(index, label)| {
                let next = labels_in_order.get(index + 1).copied();
                Some(count.goes_on_with(label, next)?.message)
            })
            .collect();
        assert_eq!(wrong, expected, "{labels}");
    }

    #[test]
    fn letters_and_numerals_are_told_apart_by_what_stands_before() {
        check_labels("a b c d e f g h i j k", &[]);
        check_labels("a i ii iii b c", &[]);
        check_labels("a b i ii iii iv v c d", &[]);
        check_labels("a b c a b", &[]);
        check_labels("a b c d e f g h i ii i j", &[]);
        check_labels("a b c d e f g h i i ii j", &[]);
        check_labels(
            "x y z aa bb",
            &["The sub-paragraphs begin with (x); (a) is missing."],
        );
    }

    #[test]
    fn behind_z_letters_are_doubled_or_counted_on() {
        let letters = "a b c d e f g h i j k l m n o p q r s t u v w x y z";
        check_labels(&format!("{letters} aa bb cc"), &[]);
        check_labels(&format!("{letters} aa ab ac"), &[]);
    }

    #[test]
    fn a_double_letter_that_can_be_a_numeral_is_one_before_z() {
        check_labels(
            "ii iii",
            &["The sub-paragraphs begin with (ii); (i) is missing."],
        );
        check_labels(
            "a ii b",
            &["The sub-paragraphs begin with (ii); (i) is missing."],
        );
        check_labels(
            "v w x y z aa bb cc dd ee ff gg hh ii jj",
            &["The sub-paragraphs begin with (v); (a) is missing."],
        );
    }

    #[test]
    fn gaps_and_repeats_are_told_once() {
        check_labels(
            "a b d e",
            &["After sub-paragraph (b) comes (d): (c) is missing."],
        );
        check_labels(
            "a b b c",
            &["Sub-paragraph (b) stands twice; this one should be (c)."],
        );
        check_labels(
            "a b b d e",
            &["Sub-paragraph (b) stands twice; this one should be (c)."],
        );
        check_labels(
            "a a c d",
            &["Sub-paragraph (a) stands twice; this one should be (b)."],
        );
        check_labels(
            "a i i iii b",
            &["Sub-paragraph (i) stands twice; this one should be (ii)."],
        );
        check_labels("a a b c", &[]);
        check_labels(
            "a i iii b",
            &["After sub-paragraph (i) comes (iii): (ii) is missing."],
        );
    }
}
