//! The committee that speaks in the sentence of a general comment: "the Committee on the Elimination of Racial
//! Discrimination recalled its general recommendation No. 30", "as CESCR noted in general comment No. 3".
//!
//! Only "its", "in" and their like before the words point to it, and of several committees the nearest that may have
//! adopted it. All but "its" point to a committee that acts itself, as long as no other is named behind the words.

use super::letters;
use super::number::{RECOMMENDATION, recommends};
use crate::Body;
use crate::scan::{bodies, cursor};
use crate::sentences;

/// How far before the words the committee may stand, in bytes.
const SENTENCE: usize = 240;

/// Words that point to the committee which acts before them.
const POINTING: [&str; 5] = ["in", "under", "through", "adopted", "issued"];

/// Whether "its" before `at` says that what follows is the speaker's own.
pub(super) fn is_own(text: &str, at: usize) -> bool {
    cursor::ends_with_word(without_joint(text, at), &["its"])
}

/// The text before `at` without the word for what several adopt together.
fn without_joint(text: &str, at: usize) -> &str {
    let head = text[..at].trim_end();
    head.strip_suffix(" joint").unwrap_or(head)
}

/// The last committee that is named in the sentence before `at` and calls what it adopts by these `words`, where the
/// word at its end points to it.
pub(super) fn before(text: &str, at: usize, words: &str) -> Option<Body> {
    let head = without_joint(text, at);
    let is_its = is_own(text, at);
    if !is_its && !cursor::ends_with_word(head, &POINTING) {
        return None;
    }
    let fits = |body: &Body| {
        body.to_string().contains("Committee") && recommends(body) == (words == RECOMMENDATION)
    };
    let floor = sentences::start(text, at, SENTENCE);
    let sentence = &text[floor..at];
    let spelt = bodies::spelt_out(sentence)
        .filter(|(_, body)| fits(body))
        .last();
    let lettered = letters::last_in(sentence, fits);
    let nearest = spelt
        .into_iter()
        .chain(lettered)
        .max_by_key(|(start, _)| *start);
    nearest
        .filter(|(start, committee)| {
            is_its || acts(&sentence[..*start]) && !names_another(text, at, committee)
        })
        .map(|(_, committee)| committee)
}

/// Whether a committee acts that is named behind `head`: not "before the Committee", "to the Committee".
fn acts(head: &str) -> bool {
    let head = head.trim_end();
    let article = [" the", " The"]
        .iter()
        .find_map(|article| head.strip_suffix(article));
    let prepositions = [
        "about", "against", "at", "before", "Before", "from", "for", "in", "of", "to", "To",
        "under", "with",
    ];
    !cursor::ends_with_word(article.unwrap_or(head).trim_end(), &prepositions)
}

/// Whether the sentence goes on behind `at` with another committee than this.
fn names_another(text: &str, at: usize, committee: &Body) -> bool {
    let limit = (at + SENTENCE).min(text.len());
    let rest = &text[at..sentences::end(text, at, limit)];
    let is_another = |body: &Body| body.to_string().contains("Committee") && body != committee;
    bodies::spelt_out(rest).any(|(_, body)| is_another(&body))
        || letters::last_in(rest, is_another).is_some()
}

#[cfg(test)]
mod tests {
    use crate::families::test::finds;

    #[test]
    fn the_committee_that_speaks_is_the_author() {
        let racial =
            "Committee on the Elimination of Racial Discrimination: general recommendation No. 30";
        for (text, number, wanted) in [
            (
                "The Committee on the Elimination of Racial Discrimination recalled its",
                "general recommendation No. 30",
                racial,
            ),
            (
                "CERD did likewise in its",
                "general recommendation No. 30",
                racial,
            ),
            (
                "As the Committee on Economic, Social and Cultural Rights noted in",
                "general comment No. 3",
                "Committee on Economic, Social and Cultural Rights: general comment No. 3",
            ),
            (
                "It follows the Human Rights Committee, which held in its",
                "general comment No. 6",
                "Human Rights Committee: general comment No. 6",
            ),
            // The nearest of those that adopt what is cited.
            (
                "The CEDAW Committee told the Human Rights Committee of its",
                "general recommendation No. 35",
                "CEDAW/C/GC/35",
            ),
            (
                "After the Committee against Torture the Committee on the Rights of the Child took up in its joint",
                "general comment No. 14",
                "CRC/C/GC/14",
            ),
            // It has come to no such number, and another has.
            (
                "The Committee on Enforced Disappearances, in its",
                "general comment No. 37",
                "CCPR/C/GC/37",
            ),
            // Nobody points to the committee.
            (
                "The Committee against Torture met; a",
                "general comment No. 4",
                "general comment No. 4",
            ),
        ] {
            finds(
                &format!("{text} {number} and"),
                &[&format!("{number} = {wanted}")],
            );
        }
    }

    #[test]
    fn its_number_is_its_own_whatever_the_year() {
        let text = "The Committee on the Rights of the Child recalls, in its general comment No. 16 (2005), that";
        finds(text, &["general comment No. 16 (2005) = CRC/C/GC/16"]);
        // Without "its" the year decides.
        let text = "The Committee on the Rights of the Child, as set out in general comment No. 16 (2005), says";
        finds(text, &["general comment No. 16 (2005) = E/C.12/2005/4"]);
    }

    #[test]
    fn the_committee_that_is_addressed_is_not_the_author() {
        for text in [
            "Before the Human Rights Committee the author argued that, in general comment No. 14, the Committee on \
             Economic, Social and Cultural Rights had defined health.",
            "The State party replied to the Human Rights Committee that in general comment No. 14 it was said.",
            "The Human Rights Committee observed that in general comment No. 14 CESCR had defined health.",
        ] {
            let found = crate::families::test::read(text);
            let of_human_rights =
                |one: &String| one.contains("= Human Rights") || one.contains("CCPR/");
            assert!(!found.is_empty(), "{text}");
            assert!(!found.iter().any(of_human_rights), "{text}: {found:?}");
        }
    }
}
