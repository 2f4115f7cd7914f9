//! The dates that real texts state, against the tables: what is contradicted is a slip of the text or an
//! error of a table.

use std::path::Path;

use resolve::Agreement;

use super::engine::Checked;

/// What the tables and sources say of the dates in the texts.
#[derive(Debug, Default)]
pub struct StatedDates {
    /// Dates that agree.
    pub agree: usize,
    /// Dates that could not be checked.
    pub unknown: usize,
    /// Text and number of the others.
    pub contradicted: Vec<(String, String)>,
}

/// Judges every stated date in the texts of the data folder but those named `without`; `None` where there
/// are no texts.
pub fn stated_dates(data: &Path, without: &[String]) -> Option<StatedDates> {
    let mut outcome = StatedDates::default();
    for name in names(data, without)? {
        let path = data.join("texts").join(format!("{name}.txt"));
        let text = std::fs::read_to_string(path).ok()?;
        for reference in &Checked::whole(&text).resolved.references {
            match (&reference.date, &reference.date_agreement) {
                (None, _) => {}
                (_, Agreement::Agrees) => outcome.agree += 1,
                (_, Agreement::NotCheckable) => outcome.unknown += 1,
                _ => {
                    let number = text[reference.token.clone()].to_owned();
                    outcome.contradicted.push((name.clone(), number));
                }
            }
        }
    }
    Some(outcome)
}

/// The names of the texts in the data folder but those named `without`, in order.
pub(super) fn names(data: &Path, without: &[String]) -> Option<Vec<String>> {
    let mut names: Vec<String> = std::fs::read_dir(data.join("texts"))
        .ok()?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".txt").map(str::to_owned))
        .filter(|name| !without.contains(name))
        .collect();
    names.sort();
    Some(names)
}
