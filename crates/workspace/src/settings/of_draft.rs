//! What the front matter of a draft says about settings, and what of it is not understood.

use draft::{Draft, Entry};
use rules::{Mistake, Severity};

use super::reading::IN_FRONT_MATTER;
use super::stated::ForDrafts;

/// What the front matter of a draft says about settings. `document` and `language` are facts about the
/// draft and may stand there in any words; of those only the ones that are settings count.
pub(crate) fn stated_in(draft: &Draft) -> Vec<Result<ForDrafts, Mistake>> {
    draft
        .front_matter()
        .entries()
        .iter()
        .filter_map(|entry| match entry.key.strip_prefix(IN_FRONT_MATTER) {
            Some(key) => {
                let stated = ForDrafts::of_front_matter(key, &entry.value);
                Some(stated.map_err(|error| error.in_front_matter(entry)))
            }
            None if &*entry.key == "document" => {
                let document = rules::DocumentType::named(&entry.value)?;
                Some(Ok(ForDrafts {
                    document: Some(document.into()),
                    ..ForDrafts::default()
                }))
            }
            None => None,
        })
        .chain(
            draft
                .front_matter()
                .not_understood()
                .map(|entry| Err(no_day_or_session(entry))),
        )
        .collect()
}

/// Whether words are written like a day: "31 Feb 2024", "2024-02-31".
fn has_form_of_day(written: &str) -> bool {
    let is_figures = |word: &str, most: usize| {
        (1..=most).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let words: Vec<&str> = written.split_whitespace().collect();
    let parts: Vec<&str> = written.trim().split('-').collect();
    match (words.as_slice(), parts.as_slice()) {
        ([day, month, year], _) => {
            let is_month = month.get(..3).is_some_and(|short| {
                let mut months = citation::MONTHS.iter();
                months.any(|name| {
                    name.starts_with(short) && name.starts_with(month.trim_end_matches('.'))
                })
            });
            is_figures(day, 2) && is_month && year.len() == 4 && is_figures(year, 4)
        }
        (_, [year, month, day]) => {
            year.len() == 4 && is_figures(year, 4) && is_figures(month, 2) && is_figures(day, 2)
        }
        _ => false,
    }
}

/// A `date` or `session` that is not understood: what hangs on it would go by today without a word.
fn no_day_or_session(entry: &Entry) -> Mistake {
    let written = &entry.value;
    let message = match &*entry.key {
        "date" if has_form_of_day(written) => format!("There is no such day as “{written}”."),
        "date" => format!(
            "“{written}” is not understood as a day; write it as “12 May 2019” or “2019-05-12”."
        ),
        _ => format!("“{written}” is not understood as a session; write its number, such as “80”."),
    };
    Mistake {
        range: entry.span.clone(),
        message,
        instead: None,
        severity: Severity::Information,
    }
}
