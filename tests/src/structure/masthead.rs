//! The facts of mastheads against the table of adopted resolutions, and against the lines in which the
//! text itself prints them.

use std::collections::HashMap;
use std::path::Path;

use super::{Read, Share};

/// How many mastheads are right, fact by fact.
#[derive(Debug, Default)]
pub struct Heads {
    /// The document's own symbol.
    pub symbol: Share,
    /// The title.
    pub title: Share,
    /// The day of adoption.
    pub date: Share,
    /// The session.
    pub session: Share,
    /// The agenda item.
    pub item: Share,
    /// The report it was adopted on, or the draft where there was none.
    pub report: Share,
    /// The day of distribution.
    pub distributed: Share,
    /// Documents of which all of this is right.
    pub whole: Share,
    /// What differs.
    pub differences: Vec<String>,
}

/// Compares the resolutions of session 78 with the table.
///
/// # Errors
/// When the table is not there or cannot be read; says which.
pub fn mastheads(data: &Path, texts: &[Read]) -> Result<Heads, String> {
    let table = data.join("facts/ga-78-80-adopted.csv");
    let rows = csv::Reader::from_path(&table).and_then(|mut table| {
        let rows = table.records();
        rows.map(|row| row.map(|row| (row[0].to_owned(), row)))
            .collect::<csv::Result<HashMap<_, _>>>()
    });
    let rows = rows.map_err(|error| format!("{}: {error}", table.display()))?;
    let mut heads = Heads::default();
    for (name, text, document) in texts {
        let symbol = name.replacen('_', "/", 3);
        let Some(row) = rows.get(&symbol) else {
            continue;
        };
        let facts = &document.facts;
        let about = &document.particulars;
        let own = facts.referents.first().map(ToString::to_string);
        let title = row[1].split_once(". ").map_or("", |(_, title)| title);
        let mut reports: Vec<String> = about
            .on_report
            .iter()
            .chain(&about.related)
            .map(|symbol| symbol.canonical().to_owned())
            .collect();
        reports.sort();
        let mut whole = true;
        let mut check = |share: &mut Share, right: bool, what: &str| {
            share.count(right);
            whole &= right;
            if !right {
                heads.differences.push(format!("{name}: {what}"));
            }
        };
        check(&mut heads.symbol, own.as_deref() == Some(&symbol), "symbol");
        check(&mut heads.title, &*facts.title == title, "title");
        let dated = facts.date.map(|date| date.to_string());
        check(&mut heads.date, dated.as_deref() == Some(&row[2]), "date");
        let session = about.session.as_deref() == Some("Seventy-eighth session");
        check(&mut heads.session, session, "session");
        let printed = printed_item(text);
        check(
            &mut heads.item,
            about.agenda_item.as_deref().map(str::to_owned) == printed,
            "agenda item",
        );
        check(
            &mut heads.report,
            reports == stated_reports(&row[3]),
            "report",
        );
        let distributed = about.distributed.map(citation::Date::in_prose);
        check(
            &mut heads.distributed,
            distributed == printed_below_distribution(text),
            "day of distribution",
        );
        heads.whole.count(whole);
    }
    Ok(heads)
}

/// The symbols inside the round brackets of "[on the report of the Third Committee (A/78/481, para. 32)]".
fn stated_reports(text: &str) -> Vec<String> {
    let inside = text.rsplit_once('(').map_or("", |(_, inside)| inside);
    let mut symbols: Vec<String> = inside
        .split([')', ',', ' '])
        .filter(|word| word.starts_with("A/"))
        .map(str::to_owned)
        .collect();
    symbols.sort();
    symbols
}

/// "69 (b)" of a line "Agenda item 69 (b)".
fn printed_item(text: &str) -> Option<String> {
    let line = text
        .lines()
        .take(60)
        .find(|line| line.trim_start().starts_with("Agenda item"))?;
    let item = line
        .trim()
        .trim_start_matches("Agenda item")
        .trim_start_matches('s');
    Some(item.trim().to_owned())
}

/// The day in the line below "Distr.: General".
fn printed_below_distribution(text: &str) -> Option<String> {
    let mut lines = text.lines().skip_while(|line| !line.starts_with("Distr."));
    lines.next()?;
    Some(lines.next()?.trim().to_owned())
}
