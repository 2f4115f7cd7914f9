//! The year behind the number of a general comment or recommendation: "general comment No. 14 (2012)", where its title has
//! "No. 14 (2013)".

use std::ops::Range;

use citation::single_spaced;
use resolve::{Existence, Reference};

use super::is_sound;
use crate::Context;
use crate::sentence::sentence_case;

/// A year that is not that of the comment.
pub(super) struct WrongYear {
    /// The general comment by its number.
    pub(super) comment: String,
    /// Where it stands in the draft.
    pub(super) span: Range<usize>,
    /// As it is written.
    pub(super) wrong: String,
    /// As the title or the table has it.
    pub(super) right: String,
    /// Whether the document itself says so.
    pub(super) is_proof: bool,
}

/// The year of a general comment, where its title gives its number another, or texts do that cite it.
pub(super) fn wrong(context: &Context<'_>, reference: &Reference) -> Option<WrongYear> {
    let referent = reference
        .referent
        .as_ref()
        .filter(|_| is_sound(reference))?;
    let token = context.resolved.draft.slice(reference.token.clone());
    let (number, at) = years(&token).next()?;
    let words = token.to_ascii_lowercase();
    let is_comment = ["comment", "recommendation"]
        .iter()
        .any(|kind| words.contains(kind));
    if !is_comment {
        return None;
    }
    let title = reference.source.as_ref().map_or("", |source| &source.title);
    let titled = years(title).find(|(one, _)| *one == number);
    let wrong = &token[at.clone()];
    let right = match &titled {
        Some((_, own)) => title[own.clone()].to_owned(),
        None => (referent.comment_year_instead_of(wrong.parse().ok()?)?).to_string(),
    };
    (wrong != right).then(|| WrongYear {
        comment: sentence_case(&single_spaced(
            token[..at.start].trim_end_matches([' ', '(']),
        )),
        span: reference.token.start + at.start..reference.token.start + at.end,
        wrong: wrong.to_owned(),
        right,
        is_proof: titled.is_some() && reference.existence == Existence::Held,
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

    /// What is told of the years in `text`.
    fn told(text: &str) -> Vec<String> {
        let draft = Draft::new(text, Dialect::Markdown, Catalogue.lexicon());
        let today = Date::new(2026, 6, 1).unwrap();
        let resolved = resolve::resolve(&draft, &Catalogue, today);
        let found = findings(&resolved, &Catalogue, &Settings::default());
        let of_years = found.into_iter().filter(|one| one.code == "C004");
        of_years.map(|one| one.message).collect()
    }

    #[test]
    fn a_comment_may_be_written_with_capitals() {
        for text in [
            "See general comment No. 14 (2012) of the Committee on the Rights of the Child.",
            "See General Comment No. 14 (2012) of the Committee on the Rights of the Child.",
        ] {
            assert_eq!(told(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn a_year_that_other_texts_have_is_known_without_a_title() {
        for (text, wanted) in [
            (
                "It draws on general recommendation No. 27 (2001) of the Committee on the Elimination of Discrimination against Women.",
                "General recommendation No. 27 is of 2010, not of 2001.",
            ),
            (
                "It draws on general recommendation No. 25 (2010) of the Committee on the Elimination of Racial Discrimination.",
                "General recommendation No. 25 is of 2000, not of 2010.",
            ),
            (
                "Joint general comment No. 4 (2007) of the Committee on the Protection of the Rights of All Migrant Workers and \
                 Members of Their Families and No. 23 (2017) of the Committee on the Rights of the Child is on families.",
                "General comment No. 4 is of 2017, not of 2007.",
            ),
            (
                "The Committee on Economic, Social and Cultural Rights, in its general comment No. 15 (2003), spoke of wells.",
                "General comment No. 15 is of 2002, not of 2003.",
            ),
        ] {
            assert_eq!(told(text), [wanted], "{text}");
        }
        for right in [
            "See general recommendation No. 27 (2010) of the Committee on the Elimination of Discrimination against Women.",
            // Adopted in 2007, issued in 2008.
            "See general comment No. 2 (2008) of the Committee against Torture.",
            // Known from memory alone.
            "See general recommendation No. 24 (2009) of the Committee on the Elimination of Discrimination against Women.",
            // Revised in 2019.
            "See general recommendation No. 31 (2014) of the Committee on the Elimination of Discrimination against Women.",
            // By its year the first is another committee's.
            "See general comments No. 12 (1999) and No. 14 (2013) of the Committee on the Rights of the Child.",
        ] {
            assert_eq!(told(right), Vec::<String>::new(), "{right}");
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
