//! The only operative paragraph of a resolution, which has no number.
//!
//! It counts only where nothing else can be meant: one enacting line, a preamble that has come to a comma, one
//! paragraph behind it that begins with its verb and ends with the full stop, and nothing after that but the
//! meeting. An annex, a second act or a heading leaves the text without numbers.

use layout::is_enacting;

use crate::read::lines::{Gap, Line};
use crate::read::markers::{annex_heading, ends_clause, ends_complete, step_marker, without_stars};
use crate::read::masthead::is_meeting;

/// The line with which the only operative paragraph begins.
pub(super) fn operative(lines: &[(Gap, Line<'_>)]) -> Option<usize> {
    let mut enacting = (0..lines.len()).filter(|at| is_enacting(&lines[*at].1.text));
    let (Some(enacts), None) = (enacting.next(), enacting.next()) else {
        return None;
    };
    let end = (enacts..lines.len())
        .find(|at| is_meeting(&lines[*at].1.text))
        .unwrap_or(lines.len());
    // Behind the meeting stands its date, and nothing else.
    if lines.len() > end + 2 {
        return None;
    }
    let mut acts = (enacts + 1..end).filter(|at| {
        let apart = lines[*at].0 != Gap::None || *at == enacts + 1;
        apart && opens_operative(&lines[*at].1.text)
    });
    let (Some(only), None) = (acts.next(), acts.next()) else {
        return None;
    };
    let before = &lines[only - 1].1.text;
    let preamble_over = only == enacts + 1 || (ends_clause(before) && !ends_complete(before));
    (preamble_over && is_one_act(&lines[only..end])).then_some(only)
}

/// Whether lines are one sentence up to the full stop, or one with lettered parts behind its colon.
fn is_one_act(lines: &[(Gap, Line<'_>)]) -> bool {
    let Some((_, last)) = lines.last() else {
        return false;
    };
    let mut listing = false;
    let mut before = "";
    for (at, (gap, line)) in lines.iter().enumerate() {
        let text = &*line.text;
        let marked = step_marker(text).is_some();
        let opens_another = at > 0
            && (annex_heading(text).is_some()
                || text.starts_with(['#', '|'])
                || (ends_complete(before) && opens_operative(text)));
        let parted = *gap == Gap::Blank && at > 0 && !(marked && listing);
        let runs_on = *gap == Gap::Page && at > 0 && !marked && ends_complete(before);
        if opens_another || parted || runs_on || (!listing && before.ends_with(';')) {
            return false;
        }
        listing |= text.ends_with(':');
        before = text;
    }
    ends_complete(&last.text) && !last.text.ends_with(';')
}

/// Whether a line begins as operative paragraphs do: "Approves", "*Takes note*".
fn opens_operative(text: &str) -> bool {
    let text = without_stars(text).trim_start_matches(['*', '_']);
    let first = text
        .split(|letter: char| !letter.is_alphabetic())
        .next()
        .unwrap_or_default();
    first.len() > 3
        && first.starts_with(char::is_uppercase)
        && first.ends_with('s')
        && !first.ends_with("ss")
        // "Conscious", "Anxious" and "Desirous" open preambular ones.
        && !first.ends_with("ous")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::{Paragraphs, read};

    fn labels(body: &str) -> Vec<String> {
        let text = format!("A/RES/78/500\n\n78/500. A matter\n\n{body}");
        let source = read::document(&text, Path::new("a.txt")).expect("a document");
        match source.paragraphs {
            Paragraphs::Numbered(all) => all.iter().map(|one| one.label.to_string()).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn a_paragraph_alone_is_the_first() {
        for body in [
            "The General Assembly,\n\nHaving considered the report,\n\nApproves the report.1\n\n48th plenary meeting\n18 December 2023\n\n__________________\n\n1  A/78/605.\n",
            "The General Assembly\n\nElects the judges who are\nnamed in the list.\n",
            "*The General Assembly*,\n\n*Recalling* its views,\n\n*Takes note* of the report.\n",
        ] {
            assert_eq!(labels(body), ["1"], "{body}");
        }
    }

    #[test]
    fn its_lettered_parts_stand_below_it() {
        let body = "The General Assembly,\n\nRecalling its views,\n\nDecides:\n\n(a)\nTo meet;\n\n(b)\nTo rise.\n\n7th plenary meeting\n6 May 2024\n";
        assert_eq!(labels(body), ["1", "1 (a)", "1 (b)"]);
    }

    #[test]
    fn what_may_be_more_than_one_paragraph_has_no_number() {
        for body in [
            "The General Assembly,\n\nRecalling its views,\n\nDecides to meet;\n\nRequests a report.\n",
            "The General Assembly,\n\nRecalling its views,\n\nDecides to meet;\nRequests a report.\n",
            "The General Assembly,\n\nDecides to meet.\n\nAnnex\n\nRules of the meeting\n",
            "The General Assembly,\n\nDecides to meet.\n\nThe text follows.\n",
            "The General Assembly,\n\nRecalling its views,\n\nStates that meet are many.\n\nDecides to meet.\n",
            "The General Assembly,\n\nDecides to meet.\n\n7th plenary meeting\n6 May 2024\n\nAnnex\n\nWords of a declaration.\n",
            "The General Assembly,\n\nConscious of its views.\n",
            "The General Assembly,\n\nRecalling its views,\n\nDesirous of peace.\n",
            "*The General Assembly*,\n\n*Anxious* to meet,\n\n*Mindful* of it.\n",
            "At its third meeting the Assembly decided to meet.\n",
            "The General Assembly,\n\nRecalling its views,\n\nDecides to meet,\n",
            "The General Assembly,\n\nDecides to adopt the following declaration:\n\nNations live in peace.\n",
        ] {
            assert_eq!(labels(body), Vec::<String>::new(), "{body}");
        }
    }
}
