//! `penholder facts`: the tables that references are judged by, one table in full, or what they know of
//! one document.

use std::io::{self, Write};
use std::path::Path;

use citation::facts::{self, Around, DateBasis, Judgement, Standing, TABLES, Table};
use citation::{Date, Symbol};

use workspace::{Location, Patience, Workspaces};

use crate::corpus::source_setup;
use crate::{CLEAN, UNCHECKED, named, nearest, out};

/// Prints what is known: without `wanted` a line for each table, else the table of that name or the facts
/// about the document with that symbol, as of `today`.
pub(crate) fn run(wanted: Option<&str>, today: Date) -> io::Result<u8> {
    let mut out = out::standard();
    let Some(wanted) = wanted else {
        tables(&mut out)?;
        return done(out);
    };
    if let Some(table) = TABLES.into_iter().find(|table| table.name == wanted) {
        out.write_all(table.text.as_bytes())?;
        return done(out);
    }
    let symbol = Symbol::parse(wanted).or_else(|| {
        let workspaces = Workspaces::new(source_setup(Patience::Waits));
        let workspace = workspaces.of(&Location::of_path(Path::new("draft.md")));
        let named = named::as_in_a_draft(wanted.trim(), &workspace, today)?;
        named.symbol().cloned()
    });
    let Some(symbol) = symbol else {
        let names = TABLES.into_iter().map(|table| (table.name, table.name));
        let advice = match nearest::name(&wanted.trim().to_lowercase(), names) {
            Some(name) => format!("did you mean {name}?"),
            None => "write it like A/RES/67/172 or 2417 (2018); “penholder facts” lists the tables"
                .to_owned(),
        };
        eprintln!(
            "penholder: “{wanted}” is neither a document symbol nor the name of a table; {advice}"
        );
        return Ok(UNCHECKED);
    };
    about(&symbol, today, &mut out)?;
    done(out)
}

fn done(mut out: impl Write) -> io::Result<u8> {
    out.flush()?;
    Ok(CLEAN)
}

fn tables(out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "table\tabout\trange\trows\tverified\tobserved\trecalled\tas of\tsource"
    )?;
    for table in TABLES {
        let [verified, observed, recalled] = table.standings();
        writeln!(
            out,
            "{}\t{}\t{}\t{}\t{verified}\t{observed}\t{recalled}\t{}\t{}",
            table.name,
            table.about().trim_end_matches('.'),
            range(table),
            verified + observed + recalled,
            table.as_of(),
            table.source(),
        )?;
    }
    Ok(())
}

/// "session 31 to 80": the first column of the first and of the last row.
fn range(table: Table) -> String {
    let column = table.columns().next().unwrap_or_default();
    let cell = |row: Option<Vec<&'static str>>| {
        let first = row.and_then(|row| row.first().copied()).unwrap_or_default();
        first.split(' ').next().unwrap_or_default()
    };
    format!(
        "{column} {} to {}",
        cell(table.rows().next()),
        cell(table.rows().last())
    )
}

/// What is known of one document: a name and a sentence on each line.
fn about(symbol: &Symbol, today: Date, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "symbol\t{symbol}")?;
    existence(symbol, today, out)?;
    match facts::adoption_date(symbol) {
        Some(known) => writeln!(
            out,
            "adopted\t{}, {}",
            known.date.in_prose(),
            in_words(DateBasis::of(symbol, known), known.rival)
        )?,
        None => writeln!(out, "adopted\tno table has the day")?,
    }
    if let Some(around) = facts::adopted_around(symbol) {
        writeln!(out, "numbers around it\t{}", days_of_neighbours(around))?;
    }
    if let Some((first, last)) = facts::adopted_within(symbol) {
        let first = first.in_prose();
        if last.year() == 9999 {
            writeln!(out, "session or year\tsince {first}, and still open")?;
        } else {
            writeln!(out, "session or year\t{first} to {}", last.in_prose())?;
        }
    }
    if let Some(outcome) = facts::draft_outcome(symbol) {
        if let Some(revision) = &outcome.revision {
            writeln!(out, "last revision\t{revision}")?;
        }
        writeln!(
            out,
            "became\t{}, {}",
            outcome.adopted,
            outcome.standing.word()
        )?;
    }
    if let Some(replaced) = facts::replaced(symbol) {
        let standing = replaced.standing.word();
        writeln!(out, "{}\t{}, {standing}", replaced.does.done(), replaced.by)?;
    }
    match facts::later_in_series(symbol, today) {
        Some(Some(later)) => writeln!(
            out,
            "later with its title\t{later}, {}",
            Standing::Observed.word()
        ),
        Some(None) => writeln!(out, "later with its title\tnone known"),
        None => Ok(()),
    }
}

/// "20 December 2012: its number comes between 163 and 173", "between … and …: its number comes before 2".
fn days_of_neighbours(around: Around) -> String {
    let (first, last) = (around.first.in_prose(), around.last.in_prose());
    let days = if first == last {
        first
    } else {
        format!("between {first} and {last}")
    };
    let comes = match (around.below, around.above) {
        (Some(below), Some(above)) => format!("between {below} and {above}"),
        (Some(below), None) => format!("after {below}"),
        (None, Some(above)) => format!("before {above}"),
        (None, None) => return days,
    };
    format!("{days}: its number comes {comes}")
}

fn existence(symbol: &Symbol, today: Date, out: &mut impl Write) -> io::Result<()> {
    let (word, objection) = match facts::judge(symbol, today) {
        Judgement::Exists => (
            "exists: inside a range or list without gaps, or of a known day",
            None,
        ),
        Judgement::Unknown => ("not known", None),
        Judgement::Doubtful(objection) => ("doubtful", Some(objection)),
        Judgement::Impossible(objection) => ("cannot be right", Some(objection)),
    };
    let Some(objection) = objection else {
        return writeln!(out, "existence\t{word}");
    };
    writeln!(out, "existence\t{word}: {}", objection.reason)?;
    for (meant, reason) in objection.suggestions {
        writeln!(out, "perhaps\t{meant} ({reason})")?;
    }
    Ok(())
}

fn in_words(basis: DateBasis, rival: u16) -> String {
    let texts = |count: u16| match count {
        1 => "1 text".to_owned(),
        _ => format!("{count} texts"),
    };
    match basis {
        DateBasis::Texts(count) if rival == 0 => {
            format!(
                "{}: cited so in {}",
                Standing::Observed.word(),
                texts(count)
            )
        }
        DateBasis::Texts(count) => format!(
            "{}: cited so in {}, with another date in {}",
            Standing::Observed.word(),
            texts(count),
            texts(rival)
        ),
        DateBasis::Meeting => format!("{}: a meeting that it names", Standing::Verified.word()),
        _ => format!("{}: the document itself", Standing::Verified.word()),
    }
}
