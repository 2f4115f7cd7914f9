//! Q004: a quotation mark without its partner, or one that faces the wrong way.

use std::ops::Range;

use citation::Language;
use draft::BlockKind;

use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Rule, Safety, Severity};

/// Q004 quotation-marks.
pub(crate) const RULE: Rule = Rule {
    code: "Q004",
    name: "quotation-marks",
    family: Family::Quotations,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("quotation_marks.md"),
    check: Check::Document(check),
};

/// A quotation may be cut by a page, its head and its notes: so many blocks are waited for its end.
const PATIENCE: usize = 4;

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let draft = &context.resolved.draft;
    let mut running = Running::default();
    for block in draft.blocks() {
        let reads_on = matches!(
            block.kind,
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quotation
        );
        let stands_alone = block.kind == BlockKind::FootnoteDefinition;
        if block.marks.language != Language::English || !(reads_on || stands_alone) {
            continue;
        }
        let text = context.words_of(&block);
        let marks = marks(&text);
        if stands_alone {
            let mut own = Running::default();
            own.read(&text, block.span.start, &marks, found);
            own.close(found);
        } else {
            running.read(&text, block.span.start, &marks, found);
        }
    }
    running.close(found);
}

/// Two single marks, which some write to close what a double one opens.
const TWO_SINGLE: &str = "’’";

/// Curly double marks with their places, and the first of two single ones.
fn marks(text: &str) -> Vec<(usize, char)> {
    // The first byte of all these marks, with which few other characters of a draft begin.
    const FIRST: u8 = "“".as_bytes()[0];
    memchr::memchr_iter(FIRST, text.as_bytes())
        .filter_map(|at| Some((at, text[at..].chars().next()?)))
        .filter(|(at, c)| {
            matches!(c, '“' | '”') || *c == '’' && text[*at..].starts_with(TWO_SINGLE)
        })
        .collect()
}

/// An opening mark.
struct Open {
    place: usize,
    /// Where two single marks stand behind it, which close it where nothing else does.
    instead: Option<usize>,
}

/// What is open while a text is read.
#[derive(Default)]
struct Running {
    /// Opening marks that wait for their partners, places in the draft.
    open: Vec<Open>,
    /// How many blocks have gone by since the last mark.
    waited: usize,
}

impl Running {
    fn read(
        &mut self,
        text: &str,
        start: usize,
        marks: &[(usize, char)],
        found: &mut Vec<Finding>,
    ) {
        if marks.is_empty() {
            self.waited += 1;
            if self.waited > PATIENCE {
                self.close(found);
            }
            return;
        }
        self.waited = 0;
        for (at, mark) in marks {
            let place = start + at;
            match mark {
                // Each paragraph of a quotation begins with a mark, and only the last ends with one.
                '“' if !self.open.is_empty() && begins_paragraph(&text[..*at]) => {}
                '“' if ends_word(&text[..*at]) && !begins_word(&text[at + mark.len_utf8()..]) => {
                    if self.open.pop().is_some() {
                        found.push(turned(place, '”'));
                    } else {
                        found.push(alone(place));
                    }
                }
                '“' => self.opened(place),
                '’' => {
                    if let Some(open) = self.open.last_mut() {
                        open.instead.get_or_insert(place);
                    }
                }
                _ if self.open.pop().is_some() => {}
                _ if !ends_word(&text[..*at]) && begins_word(&text[at + mark.len_utf8()..]) => {
                    found.push(turned(place, '“'));
                    self.opened(place);
                }
                _ => found.push(alone(place)),
            }
        }
    }

    fn opened(&mut self, place: usize) {
        let instead = None;
        self.open.push(Open { place, instead });
    }

    /// Nothing more will close what is open.
    fn close(&mut self, found: &mut Vec<Finding>) {
        let told = |open: Open| {
            open.instead
                .map_or_else(|| alone(open.place), closed_by_two)
        };
        found.extend(self.open.drain(..).map(told));
        self.waited = 0;
    }
}

/// Whether what stands behind `before`, in a block, begins a paragraph: the block, or a line of it behind one that ends as
/// paragraphs do.
fn begins_paragraph(before: &str) -> bool {
    let (above, line) = before.rsplit_once('\n').unwrap_or(("", before));
    let is_ended =
        |above: &str| above.is_empty() || above.ends_with(['.', ',', ';', ':', '!', '?']);
    line.chars().all(is_lead) && is_ended(above.trim_end())
}

fn is_lead(c: char) -> bool {
    c.is_whitespace() || matches!(c, '>' | '*' | '_' | '-' | '(') || c.is_ascii_digit() || c == '.'
}

fn ends_word(before: &str) -> bool {
    before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '!' | '?' | '…'))
}

fn begins_word(behind: &str) -> bool {
    behind.starts_with(char::is_alphanumeric)
}

fn span(place: usize) -> Range<usize> {
    place..place + '“'.len_utf8()
}

/// A mark that has to be the other one.
fn turned(place: usize, right: char) -> Finding {
    let message = format!("This quotation mark faces the wrong way; it should be {right}.");
    let mut finding = RULE.finding(span(place), message);
    finding.fixes.push(Fix {
        title: "Turn the quotation mark".to_owned(),
        edits: vec![Edit {
            range: span(place),
            text: right.to_string(),
        }],
        safety: Safety::Safe,
    });
    finding
}

/// Two single marks at `place` that stand for the closing one.
fn closed_by_two(place: usize) -> Finding {
    let span = place..place + TWO_SINGLE.len();
    let message = "Two single marks close this quotation; it should be ”.";
    let mut finding = RULE.finding(span.clone(), message.to_owned());
    finding.fixes.push(Fix {
        title: "Close the quotation with ”".to_owned(),
        edits: vec![Edit {
            range: span,
            text: "”".to_owned(),
        }],
        safety: Safety::Safe,
    });
    finding
}

fn alone(place: usize) -> Finding {
    RULE.finding(
        span(place),
        "This quotation mark has no partner.".to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(blocks: &[&str]) -> Vec<usize> {
        let mut found = Vec::new();
        let mut running = Running::default();
        let mut start = 0;
        for text in blocks {
            running.read(text, start, &marks(text), &mut found);
            start += text.len();
        }
        running.close(&mut found);
        found.iter().map(|finding| finding.range.start).collect()
    }

    #[test]
    fn pairs_nested_pairs_and_quoted_paragraphs_are_silent() {
        for blocks in [
            &["He said “yes” and “no”."][..],
            &["“One “two” three”"],
            &["“First paragraph.", "“Second paragraph.”"],
            &["It asks “for a", "A/RES/67/172", "report” at once."],
            &["“1. The first;", "“2. The last.”"],
            &["It reads:\n“The Council,\n“1. Decides so;\n“2. Decides more.”\nWords."],
            &["He spoke of “long and\n“short” ways”."],
            &["He said “they wrote ‘no’’ again”."],
        ] {
            assert_eq!(told(blocks), [0; 0], "{blocks:?}");
        }
    }

    #[test]
    fn what_has_no_partner_or_faces_the_wrong_way_is_told() {
        assert_eq!(told(&["He said “yes and left."]), [8]);
        assert_eq!(told(&["He said yes” and left."]), [11]);
        assert_eq!(told(&["He said “yes“ and left."]), [14]);
        assert_eq!(told(&["He said ”yes” and left."]), [8]);
        // Each of two is closed by two single marks.
        assert_eq!(told(&["A “day’’ and a “night’’ so"]), [8, 29]);
    }
}
