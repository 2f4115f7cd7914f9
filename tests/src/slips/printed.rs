//! The slips that adopted texts really printed, and the traps.

use std::ops::Range;
use std::path::Path;

use citation::{Date, Symbol};

use super::engine::Checked;

/// What became of the printed slips.
#[derive(Debug, Default)]
pub struct PrintedSlips {
    /// Rows of class `real-error`.
    pub slips: usize,
    /// Those that are found at their place.
    pub found: usize,
    /// The others: number and citing document.
    pub missed: Vec<String>,
    /// Rows of class `trap`.
    pub traps: usize,
    /// Findings in traps.
    pub loud_traps: Vec<String>,
    /// Slips whose corrected form was checked.
    pub corrected: usize,
    /// Findings at the place of a corrected form.
    pub loud_corrections: Vec<String>,
}

/// Checks every row of the table of printed slips in the data folder; `None` where it is not there.
///
/// # Errors
/// When the table cannot be read; says which.
pub fn printed(data: &Path) -> Result<Option<PrintedSlips>, String> {
    let table = data.join("facts/real-citation-errors.csv");
    if !table.exists() {
        return Ok(None);
    }
    let rows = csv::Reader::from_path(&table)
        .and_then(|mut table| table.records().collect::<csv::Result<Vec<_>>>())
        .map_err(|error| format!("{}: {error}", table.display()))?;
    let mut outcome = PrintedSlips::default();
    for row in rows.into_iter().map(Row::from) {
        if row.class.starts_with("trap") {
            outcome.traps += 1;
            let found = Checked::part(&row.context, row.citing().as_ref()).messages();
            outcome
                .loud_traps
                .extend(found.into_iter().map(|finding| row.named(&finding)));
        } else if row.class.starts_with("real-error") {
            outcome.slip(&row);
        }
    }
    Ok(Some(outcome))
}

impl PrintedSlips {
    fn slip(&mut self, row: &Row) {
        self.slips += 1;
        let citing = row.citing();
        let words = row.words();
        let place = row.place(&words);
        if Checked::part(&words, citing.as_ref())
            .messages_at(&place)
            .is_empty()
        {
            self.missed.push(row.named("not found"));
        } else {
            self.found += 1;
        }
        let Some(right) = row.corrected(&words) else {
            return;
        };
        self.corrected += 1;
        let place = row.place(&right);
        let loud = Checked::part(&right, citing.as_ref()).messages_at(&place);
        self.loud_corrections
            .extend(loud.into_iter().map(|finding| row.named(&finding)));
    }
}

/// One row of the table.
struct Row {
    class: String,
    citing: String,
    cited: String,
    written: String,
    expected: String,
    context: String,
}

impl Row {
    fn citing(&self) -> Option<Symbol> {
        if let Some(decision) = self.citing.strip_prefix("dec:") {
            let number = decision
                .split('.')
                .next()?
                .split('_')
                .take(2)
                .collect::<Vec<_>>();
            return Symbol::parse(&format!("A/DEC/{}", number.join("/")));
        }
        Symbol::parse(&self.citing)
    }

    /// The words with the slip; made up where the row has none.
    fn words(&self) -> String {
        match self.class.as_str() {
            _ if !self.context.is_empty() => self.context.clone(),
            "real-error (quoted title)" => format!(
                "Recalling its resolution {}, entitled “{}”, in which it",
                self.cited, self.written
            ),
            _ => format!("See {}.", self.cited),
        }
    }

    /// The words as they should have been.
    fn corrected(&self, words: &str) -> Option<String> {
        let in_prose = |day: &str| Date::parse_iso(day).map(Date::in_prose);
        let (wrong, right) = match (in_prose(&self.written), in_prose(&self.expected)) {
            (Some(wrong), Some(right)) => (wrong, right),
            _ if self.class == "real-error (type)" => {
                (self.cited.clone(), self.cited.replace("/RES/", "/DEC/"))
            }
            _ => (self.written.clone(), self.expected.clone()),
        };
        let place = self.place(words);
        let tail = words[place.start..].replacen(&wrong, &right, 1);
        let right = format!("{}{tail}", &words[..place.start]);
        (right != words).then_some(right)
    }

    /// Where the cited number stands in `words`, with what follows it: date or title.
    fn place(&self, words: &str) -> Range<usize> {
        const BEHIND: usize = 60;
        let number = self.cited.split(' ').next().unwrap_or(&self.cited);
        let start = words.find(number).unwrap_or(0);
        let rest = &words[start + number.len()..];
        let own = rest
            .match_indices(|c: char| c.is_ascii_digit())
            .find(|(at, _)| {
                rest[*at..].chars().take_while(char::is_ascii_digit).count() < 3 && {
                    let digits = rest[*at..].chars().take_while(char::is_ascii_digit).count();
                    rest[*at + digits..].starts_with('/')
                }
            })
            .map_or(rest.len(), |(at, _)| at);
        start..start + number.len() + own.min(BEHIND)
    }

    fn named(&self, what: &str) -> String {
        format!("{} in {}: {what}", self.cited, self.citing)
    }
}

impl From<csv::StringRecord> for Row {
    fn from(cells: csv::StringRecord) -> Self {
        let cell = |place| cells.get(place).unwrap_or_default().to_owned();
        Self {
            class: cell(0),
            citing: cell(1),
            cited: cell(2),
            written: cell(3),
            expected: cell(4),
            context: cell(6),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::printed;

    #[test]
    fn a_table_that_cannot_be_read_is_no_missing_table() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(printed(folder.path()), Ok(None)));
        let facts = folder.path().join("facts");
        fs::create_dir(&facts).unwrap();
        fs::write(facts.join("real-citation-errors.csv"), "a,b\nc\n").unwrap();
        assert!(printed(folder.path()).is_err());
    }
}
