//! What a batch gave when the program read its texts for the first time: kept beside its labels, never measured again.

use std::path::Path;

use super::{KINDS, Score, Scores, share};

/// The first run of a batch.
#[derive(Clone, Debug)]
pub struct FirstRun {
    /// What the texts of the batch are, in a line.
    pub title: String,
    /// What they are in full, and what was missed.
    pub about: String,
    /// The counts that its table tells. Those of dates and paragraph references are not in it.
    pub scores: Scores,
    /// The table as it was made.
    pub table: String,
}

/// Reads `first-run.md` in the `folder` of a batch.
///
/// # Errors
///
/// When the file is not there, or is not a title, some words and a table.
pub fn first_run(folder: &Path) -> Result<FirstRun, String> {
    let path = folder.join("first-run.md");
    let text =
        std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    parsed(&text).ok_or_else(|| format!("{}: no title, words and table", path.display()))
}

fn parsed(text: &str) -> Option<FirstRun> {
    let (title, rest) = text.strip_prefix("# ")?.split_once('\n')?;
    let (about, table) = rest.split_at(rest.find("| kind |")?);
    let mut scores = Scores::new();
    for line in table.lines().skip(2) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [kind, labels, recall, form, _, _, found, precision] = *cells.as_slice() else {
            return None;
        };
        let kind = KINDS.into_iter().find(|known| *known == kind)?;
        let (labels, found) = (labels.parse().ok()?, found.parse().ok()?);
        let recalled = part(recall, labels)?;
        scores.insert(
            kind,
            Score {
                labels,
                recalled,
                right: part(form, recalled)?,
                found,
                precise: part(precision, found)?,
                ..Score::default()
            },
        );
    }
    Some(FirstRun {
        title: title.trim().to_owned(),
        about: about.trim().to_owned(),
        scores,
        table: table.trim_end().to_owned() + "\n",
    })
}

/// The number that makes this share of `whole`, which is the only one as long as `whole` is below a thousand.
fn part(told: &str, whole: usize) -> Option<usize> {
    (0..=whole).find(|part| share(*part, whole) == told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_from_their_shares() {
        let cells = |part, whole| share(part, whole);
        let text = format!(
            "# Ports and lights\n\nTwo texts.\n\n| kind | labels | recall | canonical form | date | paragraph reference | \
             found | precision |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n\
             | number | 406 | {} | {} | – | – | 234 | {} |\n",
            cells(233, 406),
            cells(218, 233),
            cells(233, 234),
        );
        let run = parsed(&text).unwrap();
        assert_eq!(
            (&*run.title, &*run.about),
            ("Ports and lights", "Two texts.")
        );
        let score = run.scores["number"];
        assert_eq!((score.labels, score.recalled, score.right), (406, 233, 218));
        assert_eq!((score.found, score.precise), (234, 233));
        assert!(parsed("# Ports\n\nNo table.\n").is_none());
        assert!(parsed(&text.replace("406", "407")).is_none());
    }

    #[test]
    fn the_first_run_of_every_batch_is_read() {
        let mut titles = std::collections::BTreeSet::new();
        for folder in crate::accuracy::batches() {
            let run = first_run(&folder).unwrap();
            assert!(
                !run.scores.is_empty() && !run.about.is_empty(),
                "{}",
                run.title
            );
            assert!(titles.insert(run.title.clone()), "{} twice", run.title);
        }
    }
}
