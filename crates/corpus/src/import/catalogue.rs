//! Catalogues as CSV: a line of headings, then a document on each line.
//!
//! Headings are known by their words, in any order: symbol, title, date, organ, session, agenda item,
//! report, summary, vote, short titles, acronym, kind, language. Others are passed over.

use std::path::Path;

use citation::Symbol;
use csv::{ReaderBuilder, StringRecord};
use sources::SourceKind;

use super::record::{Record, day};
use super::{ImportError, Imported};

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Symbol,
    Title,
    Date,
    Organ,
    Session,
    Item,
    Report,
    Related,
    Summary,
    Vote,
    ShortTitles,
    Acronym,
    Kind,
    Language,
    Other,
}

/// Reads the lines of a catalogue.
pub(super) fn read(text: &str, path: &Path) -> Result<Imported, ImportError> {
    let first = text.lines().next().unwrap_or_default();
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(first))
        .flexible(true)
        .from_reader(text.as_bytes());
    let columns: Vec<Column> = reader
        .headers()
        .map_err(|error| ImportError::Damaged(error.to_string()))?
        .iter()
        .map(column)
        .collect();
    if !columns.contains(&Column::Symbol) && !columns.contains(&Column::Title) {
        return Err(ImportError::NoCatalogue);
    }
    let mut documents = Vec::new();
    let mut left_out = 0;
    for line in reader.records() {
        match line
            .ok()
            .and_then(|line| record(&columns, &line).document(path))
        {
            Some(document) => documents.push(document),
            None => left_out += 1,
        }
    }
    if documents.is_empty() {
        return Err(ImportError::NoDocument);
    }
    Ok(Imported {
        documents,
        replaced: false,
        left_out: (left_out > 0)
            .then(|| format!("{left_out} of its lines have neither a symbol nor a title")),
    })
}

/// Tab or semicolon where the headings are parted by them.
fn delimiter(first: &str) -> u8 {
    let count = |mark: u8| first.matches(char::from(mark)).count();
    [b'\t', b';']
        .into_iter()
        .find(|mark| count(*mark) > count(b','))
        .unwrap_or(b',')
}

fn column(heading: &str) -> Column {
    let words: Vec<String> = heading
        .trim_start_matches('\u{feff}')
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["symbol" | "symbols"] | ["document", "symbol"] | ["full", "document", "symbol"] => {
            Column::Symbol
        }
        ["title" | "name"] | ["official", "title"] => Column::Title,
        ["date", ..] | ["adopted" | "adoption", "date"] => Column::Date,
        ["body" | "organ"] => Column::Organ,
        ["session"] => Column::Session,
        ["agenda", "item"] | ["item"] => Column::Item,
        ["adopted", "on"] | ["report"] | ["on", "report"] => Column::Report,
        ["related", ..] | ["draft"] => Column::Related,
        ["summary" | "abstract"] => Column::Summary,
        ["vote", ..] => Column::Vote,
        ["short", "title" | "titles"] => Column::ShortTitles,
        ["acronym"] => Column::Acronym,
        ["kind" | "type"] => Column::Kind,
        ["language"] => Column::Language,
        _ => Column::Other,
    }
}

fn record(columns: &[Column], line: &StringRecord) -> Record {
    let mut record = Record::default();
    for (column, cell) in columns.iter().zip(line) {
        let cell = cell.trim();
        if cell.is_empty() {
            continue;
        }
        let particulars = &mut record.particulars;
        match column {
            Column::Symbol => record.symbols.extend(symbols(cell)),
            Column::Title => cell.clone_into(&mut record.title),
            Column::Date => record.date = record.date.or_else(|| day(cell)),
            Column::Organ => record.organ = organ(cell),
            Column::Session => particulars.session = Some(cell.into()),
            Column::Item => particulars.agenda_item = Some(cell.into()),
            Column::Report if cell.contains("without reference") => {
                particulars.related.extend(named_in(cell));
            }
            Column::Report => particulars.on_report.extend(named_in(cell)),
            Column::Related => particulars.related.extend(named_in(cell)),
            Column::Summary => record.summary = Some(cell.to_owned()),
            Column::Vote => particulars.vote = Some(cell.into()),
            Column::ShortTitles => record
                .short_titles
                .extend(cell.split([';', '|']).map(|name| name.trim().to_owned())),
            Column::Acronym => record.acronym = Some(cell.to_owned()),
            Column::Kind => record.kind = SourceKind::of_name(cell),
            Column::Language => particulars.language = Some(cell.to_lowercase().into()),
            Column::Other => {}
        }
    }
    record
}

/// The symbols of a cell, parted by semicolons or bars.
fn symbols(cell: &str) -> impl Iterator<Item = String> {
    cell.split([';', '|'])
        .map(|symbol| symbol.trim().to_owned())
        .filter(|symbol| !symbol.is_empty())
}

/// A body is a word, and a short mark such as "GA" only the collection's own.
fn organ(cell: &str) -> Option<String> {
    (cell.len() > 6).then(|| cell.to_owned())
}

/// The symbols inside "[on the report of the Fifth Committee (A/78/383, para. 7)]" or in a plain list.
fn named_in(cell: &str) -> Vec<Symbol> {
    cell.split(['(', ')', '[', ']', ',', ';', '|'])
        .flat_map(|piece| piece.split(" and "))
        .map(str::trim)
        .filter(|piece| piece.contains('/'))
        .filter_map(Symbol::parse)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_in_any_order_and_with_any_mark_between() {
        for text in [
            "title,symbol,date_adopted,adopted_on,vote_yes-no-abst\n\"78/2. Scale, and more\",A/RES/78/2,2023-10-05,\"[on the report of the Fifth Committee (A/78/383, para. 7)]\",5-0-1\n,,,\n",
            "\u{feff}Symbol;Title;Date\nA/RES/78/2;78/2. Scale, and more;5 October 2023\n;;\n",
        ] {
            let read = read(text, Path::new("a.csv")).unwrap();
            let one = &read.documents[0];
            assert_eq!(one.facts.referents[0].to_string(), "A/RES/78/2");
            assert_eq!(&*one.facts.title, "Scale, and more");
            assert_eq!(one.facts.date.unwrap().to_string(), "2023-10-05");
            assert_eq!(one.facts.organ.as_deref(), Some("General Assembly"));
            if let Some(report) = one.particulars.on_report.first() {
                assert_eq!(report.canonical(), "A/78/383");
                assert_eq!(one.particulars.vote.as_deref(), Some("5-0-1"));
            }
            assert!(read.left_out.unwrap().starts_with("1 of its lines"));
        }
    }

    #[test]
    fn a_table_of_other_things_is_no_catalogue() {
        let table = "country,population\nChad,17\n";
        assert!(matches!(
            read(table, Path::new("a.csv")),
            Err(ImportError::NoCatalogue)
        ));
    }
}
