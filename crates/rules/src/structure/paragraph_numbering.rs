//! X010: numbers of paragraphs with gaps and repeats.

use std::ops::Range;

use draft::{Block, BlockKind, Draft, Marked, Opening};

use super::margin::Margin;
use super::renumbering;
use crate::{Check, Context, Family, Finding, Preset, Related, Rule, Severity};

/// X010 paragraph-numbering.
pub(crate) const RULE: Rule = Rule {
    code: "X010",
    name: "paragraph-numbering",
    family: Family::Structure,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("paragraph_numbering.md"),
    check: Check::Document(check),
};

/// A numbered paragraph.
pub(super) struct Numbered {
    pub(super) number: u32,
    /// Where number and stop stand in the draft.
    pub(super) span: Range<usize>,
    /// Whether the heading above has the same number: "Rule 9".
    announced: bool,
    /// Whether it begins with words in italics, as operative paragraphs do.
    is_emphasised: bool,
    /// Whether the number stands inside marks, "[2. …]", "**2. …**", or before what may be a heading.
    is_marked: bool,
}

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    if context.is_extracted() {
        return;
    }
    let paragraphs = numbered(&context.resolved.draft);
    // Markdown counts a list of "1." by itself.
    let ones = paragraphs.iter().filter(|one| one.number == 1).count();
    if ones > 1 && ones == paragraphs.len() {
        return;
    }
    let is_extract = is_extract(&paragraphs);
    // Before a list that begins anew: the number with which its paragraphs go on.
    let mut next = None;
    // Of the paragraph before: its number, or the right one where that has been told.
    let mut count = paragraphs.first().map_or(0, |first| first.number);
    for (index, pair) in paragraphs.windows(2).enumerate() {
        let [before, this] = pair else {
            continue;
        };
        let last = std::mem::replace(&mut count, this.number);
        if this.number == 1 {
            next = Some(last + 1);
        }
        let goes_on = this.is_emphasised && !before.is_emphasised && next == Some(this.number);
        if this.announced || goes_on || this.is_marked {
            continue;
        }
        if is_extract && leaves_out_many(last, this.number) {
            continue;
        }
        let after = paragraphs.get(index + 2).map(|one| one.number);
        if let Some(message) = wrong(last, this.number, after) {
            let between = before.span.start..this.span.start;
            if this.number > last && stands_further_in(&context.resolved.draft, between, last + 1) {
                continue;
            }
            let mut finding = RULE.finding(this.span.clone(), message);
            finding.related.push(Related {
                message: format!("Paragraph {last} stands here"),
                path: None,
                range: before.span.clone(),
            });
            let run = &paragraphs[index + 1..];
            let fix = if resumes(last, after) {
                count = last + 1;
                renumbering::one(this, count)
            } else {
                renumbering::following(context, &paragraphs, run, last + 1)
            };
            finding.fixes.push(fix);
            found.push(finding);
        }
    }
}

/// Whether the paragraph with this number stands in a block between these two, further in than others do: a list goes on in
/// it, or its page is set differently.
fn stands_further_in(draft: &Draft, between: Range<usize>, number: u32) -> bool {
    let Some(first) = draft.blocks().holding(between.start) else {
        return false;
    };
    let blocks = (first + 1..).map_while(|index| draft.blocks().get(index));
    let mut near = blocks.take_while(|block| block.span.start < between.end);
    near.any(|block| {
        matches!(&block.marks.opening, Some(Opening::Paragraph { number: one, .. }) if *one == number)
    })
}

/// So many numbers are left out where paragraphs were chosen; fewer are lost by a slip.
const CHOSEN: u32 = 3;

/// Whether many numbers are left out between two.
fn leaves_out_many(before: u32, this: u32) -> bool {
    this > before + CHOSEN
}

/// Whether the paragraphs are an extract: many numbers are left out in at least half of the steps from one to the next,
/// and more than once where they begin with 1.
fn is_extract(paragraphs: &[Numbered]) -> bool {
    let steps = paragraphs.windows(2).filter_map(|pair| match pair {
        [before, this] if this.number > before.number => Some((before.number, this.number)),
        _ => None,
    });
    let (mut all, mut wide) = (0, 0);
    for (before, this) in steps {
        all += 1;
        wide += usize::from(leaves_out_many(before, this));
    }
    let begins_inside = paragraphs.first().is_some_and(|first| first.number > 1);
    wide + usize::from(begins_inside) > 1 && 2 * wide >= all
}

/// Whether the number behind a slip takes up the count again: the slip has been told.
fn resumes(before: u32, after: Option<u32>) -> bool {
    after == Some(before + 2)
}

/// The numbered paragraphs that count, in text order.
fn numbered(draft: &Draft) -> Vec<Numbered> {
    let all = all(draft);
    let mut counted: Vec<Numbered> = Vec::with_capacity(all.len());
    // Those inside marks since the last one that counts.
    let mut marked: Vec<Numbered> = Vec::new();
    for one in all {
        if one.is_marked {
            marked.push(one);
            continue;
        }
        let before = counted.last().map_or(0, |last| last.number);
        counted.extend(going_on(std::mem::take(&mut marked), before, one.number));
        counted.push(one);
    }
    counted
}

/// Of the numbers inside marks between two that count those that go on from the one before, and before the next: others
/// are those of bold headings, or of words that came in place of the ones that follow.
fn going_on(run: Vec<Numbered>, before: u32, next: u32) -> Vec<Numbered> {
    let mut last = before;
    let mut kept: Vec<Numbered> = Vec::new();
    for one in run {
        if one.number == last + 1 && one.number != next {
            last = one.number;
            kept.push(one);
        }
    }
    kept
}

/// Every numbered paragraph, in text order, those inside marks among them. Where no other has a number, those count whose
/// number alone is marked.
fn all(draft: &Draft) -> Vec<Numbered> {
    let mut numbered: Vec<Numbered> = Vec::new();
    let mut apart: Vec<usize> = Vec::new();
    let mut titles: Vec<usize> = Vec::new();
    let mut heading: Option<Range<usize>> = None;
    let margin = Margin::of(draft);
    for block in draft.blocks() {
        match (&block.marks.opening, block.kind) {
            (_, BlockKind::Heading(_)) => heading = Some(block.span),
            (
                Some(opening @ Opening::Paragraph { number, span, .. }),
                BlockKind::Paragraph | BlockKind::ListItem,
            ) if margin.has(opening) => {
                let announced = heading
                    .take()
                    .is_some_and(|heading| names(&draft.slice(heading), *number));
                if may_be_title(&draft.text_of(&block)) {
                    titles.push(numbered.len());
                }
                numbered.push(Numbered {
                    number: *number,
                    span: span.start + block.span.start..span.end + block.span.start,
                    announced,
                    is_emphasised: draft.text_of(&block)[span.end..]
                        .trim_start()
                        .starts_with(['*', '_']),
                    is_marked: false,
                });
            }
            (None, BlockKind::Paragraph | BlockKind::ListItem) => {
                heading = None;
                let Some(marked) = marked(draft, &block) else {
                    continue;
                };
                if marked.is_apart {
                    apart.push(numbered.len());
                }
                numbered.push(Numbered {
                    number: marked.number,
                    span: marked.span.start + block.span.start..marked.span.end + block.span.start,
                    announced: false,
                    is_emphasised: false,
                    is_marked: true,
                });
            }
            _ => heading = None,
        }
    }
    // Where sentences are numbered, headings below headings may have numbers of their own.
    if titles.len() + apart.len() < numbered.len() {
        for index in titles {
            numbered[index].is_marked = true;
        }
    }
    let has_others = numbered.iter().any(|one| !one.is_marked);
    let begins = apart
        .first()
        .is_some_and(|first| numbered[*first].number == 1);
    if !has_others && begins {
        for index in apart {
            numbered[index].is_marked = false;
        }
    }
    numbered
}

/// Longest title of a part below a heading, in bytes.
const LONGEST_TITLE: usize = 160;

/// Whether a numbered paragraph may be the title of what follows: it is short and no sentence.
fn may_be_title(text: &str) -> bool {
    let is_mark = |c: char| c.is_numeric() || c.is_whitespace() || "*_[]^”\"".contains(c);
    let words = text.trim_end_matches(is_mark);
    let is_open = [" and", " or"].iter().any(|word| words.ends_with(word));
    words.len() <= LONGEST_TITLE
        && !is_open
        && !words.ends_with(['.', ',', ';', ':', '?', '!', '…'])
}

/// The number of a paragraph that stands inside marks.
pub(super) fn marked(draft: &Draft, block: &Block<'_>) -> Option<Marked> {
    let end = block.span.end.min(block.span.start + Opening::MARKED);
    Opening::of_marked(&draft.slice(block.span.start..end))
}

/// Whether a heading has the number: "Rule 9".
fn names(heading: &str, number: u32) -> bool {
    heading
        .split(|c: char| !c.is_ascii_digit())
        .any(|figures| figures.parse() == Ok(number))
}

/// What is wrong with a number behind another one; a 1 begins anew.
fn wrong(before: u32, this: u32, after: Option<u32>) -> Option<String> {
    if this == before + 1 || this == 1 {
        return None;
    }
    Some(if this == before {
        format!(
            "Paragraph {this} stands twice; this one should be {}.",
            before + 1
        )
    } else if resumes(before, after) {
        format!("This is paragraph {}, not {this}.", before + 1)
    } else if this == before + 2 {
        format!(
            "After paragraph {before} comes paragraph {this}: paragraph {} is missing.",
            before + 1
        )
    } else if this > before {
        format!(
            "After paragraph {before} comes paragraph {this}: paragraphs {} to {} are missing.",
            before + 1,
            this - 1
        )
    } else {
        // Behind a number that is too high the count goes on where it was.
        return None;
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use citation::Date;
    use draft::{Dialect, Draft};
    use sources::Catalogue;

    use crate::{Settings, findings};

    /// The messages about paragraphs with these numbers.
    fn told(numbers: &[u32]) -> Vec<String> {
        let paragraph = |number: &u32| format!("{number}. The report is on ports.\n\n");
        told_of(&numbers.iter().map(paragraph).collect::<String>())
    }

    fn told_of(text: &str) -> Vec<String> {
        let draft = Draft::new(text, Dialect::Plain, Arc::default());
        let resolved = resolve::resolve(&draft, &Catalogue, Date::new(2026, 6, 1).unwrap());
        let found = findings(&resolved, &Catalogue, &Settings::default());
        let found = found.into_iter().filter(|finding| finding.code == "X010");
        found.map(|finding| finding.message).collect()
    }

    #[test]
    fn an_extract_leaves_out_many_paragraphs() {
        assert_eq!(told(&[1, 14, 43]), [""; 0]);
        assert_eq!(told(&[4, 14, 15, 43, 50]), [""; 0]);
        assert_eq!(told(&[9, 10, 37]), [""; 0]);
        assert_eq!(
            told(&[1, 14, 16, 43]),
            ["After paragraph 14 comes paragraph 16: paragraph 15 is missing."]
        );
        assert_eq!(told(&[1, 2, 3, 4, 9, 10, 11, 12, 17]).len(), 2);
        assert_eq!(told(&[1, 2, 14]).len(), 1);
    }

    #[test]
    fn headings_below_headings_have_numbers_of_their_own() {
        let text = "7. The report is on ports.\n\n2. Rights of all who work at sea and members of their\nfamilies \
                    (arts. 8–35)\n\n8. It is glad.\n\n10. It ends.";
        assert_eq!(
            told_of(text),
            ["After paragraph 8 comes paragraph 10: paragraph 9 is missing."]
        );
    }

    #[test]
    fn behind_a_slip_the_count_goes_on_from_the_right_number() {
        assert_eq!(told(&[1, 2, 4, 4, 5]), ["This is paragraph 3, not 4."]);
        assert_eq!(told(&[1, 2, 9, 4]), ["This is paragraph 3, not 9."]);
        assert_eq!(
            told(&[1, 2, 2, 3]),
            ["Paragraph 2 stands twice; this one should be 3."]
        );
        assert_eq!(told(&[1, 2, 3]), [""; 0]);
    }

    #[test]
    fn paragraphs_may_all_be_indented() {
        let printed = |numbers: &[&str]| {
            let paragraph = |number: &&str| format!("{number} The report is\non ports.\n\n");
            let paragraphs = numbers.iter().map(paragraph).collect::<String>();
            told_of(&format!("     The Committee,\n\n{paragraphs}"))
        };
        let missing = |before: u32| {
            let [next, this] = [before + 1, before + 2];
            [format!(
                "After paragraph {before} comes paragraph {this}: paragraph {next} is missing."
            )]
        };
        assert_eq!(printed(&["     1.", "     2.", "     4."]), missing(2));
        // Flush right.
        let numbers = ["     8.", "     9.", "    10.", "    12."];
        assert_eq!(printed(&numbers), missing(10));
        // The items of a list are none of them, and a page may be set differently.
        let list = ["     1.", "         1.", "         3.", "     2."];
        assert_eq!(printed(&list), [""; 0]);
        let pages = ["     1.", "     2.", "       3.", "       4.", "     5."];
        assert_eq!(printed(&pages), [""; 0]);
    }
}
