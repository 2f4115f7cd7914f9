//! The year behind the number of a general comment or recommendation: "general comment No. 14 (2012)", where its title has
//! "No. 14 (2013)".

use std::ops::Range;

use resolve::Reference;

use super::is_sound;
use crate::Context;
use crate::sentence::{one_line, sentence_case};

/// A year that is not the one in the title.
pub(super) struct WrongYear {
    /// The general comment by its number.
    pub(super) comment: String,
    /// Where it stands in the draft.
    pub(super) span: Range<usize>,
    /// As it is written.
    pub(super) wrong: String,
    /// As the title has it.
    pub(super) right: String,
}

/// The year of a general comment, where its title gives its number another.
pub(super) fn wrong(context: &Context<'_>, reference: &Reference) -> Option<WrongYear> {
    let source = reference.source.as_ref().filter(|_| is_sound(reference))?;
    let token = context.resolved.draft.slice(reference.token.clone());
    let (number, at) = years(&token).next()?;
    let words = token.to_ascii_lowercase();
    let is_comment = ["comment", "recommendation"]
        .iter()
        .any(|kind| words.contains(kind));
    if !is_comment {
        return None;
    }
    let (_, own) = years(&source.title).find(|(one, _)| *one == number)?;
    let (wrong, right) = (&token[at.clone()], &source.title[own]);
    (wrong != right).then(|| WrongYear {
        comment: sentence_case(&one_line(token[..at.start].trim_end_matches([' ', '(']))),
        span: reference.token.start + at.start..reference.token.start + at.end,
        wrong: wrong.to_owned(),
        right: right.to_owned(),
    })
}

/// The numbers of a title with a year in parentheses behind, and where those years stand.
fn years(title: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    title.match_indices(" (").filter_map(|(open, mark)| {
        let number = title[..open].rsplit(' ').next()?;
        let start = open + mark.len();
        let year = title.get(start..start + 4)?;
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let is_year = is_number(year) && title[start + 4..].starts_with(')');
        (is_year && !number.is_empty() && is_number(number)).then_some((number, start..start + 4))
    })
}

#[cfg(test)]
mod tests {
    use citation::Date;
    use draft::{Dialect, Draft};
    use sources::{Catalogue, Sources};

    use super::years;
    use crate::{Settings, findings};

    #[test]
    fn a_comment_may_be_written_with_capitals() {
        for text in [
            "See general comment No. 14 (2012) of the Committee on the Rights of the Child.",
            "See General Comment No. 14 (2012) of the Committee on the Rights of the Child.",
        ] {
            let draft = Draft::new(text, Dialect::Markdown, Catalogue.lexicon());
            let today = Date::new(2026, 6, 1).unwrap();
            let resolved = resolve::resolve(&draft, &Catalogue, today);
            let found = findings(&resolved, &Catalogue, &Settings::default());
            assert!(found.iter().any(|one| one.code == "C004"), "{text}");
        }
    }

    #[test]
    fn each_number_has_the_year_behind_it() {
        let title = "Joint general comment No. 3 (2017) of one and No. 22 (2018) of another (2019)";
        let found: Vec<_> = years(title)
            .map(|(number, at)| (number, &title[at]))
            .collect();
        assert_eq!(found, [("3", "2017"), ("22", "2018")]);
    }
}
