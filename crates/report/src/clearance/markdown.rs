//! The report as Markdown, for a message or a repository.

use std::fmt::Write as _;

use super::Clearance;
use super::tables::{Cell, Section, sections};

/// The report.
pub(super) fn write(clearance: &Clearance) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "# Clearance report: {}\n\n{} · judged as of {} · made on {} by penholder {}\n\n{}. {}.",
        escaped(&clearance.title),
        escaped(&clearance.file),
        clearance.as_of.in_prose(),
        clearance.today.in_prose(),
        clearance.version,
        crate::closing_line(&clearance.tally),
        clearance.words_in_words()
    );
    for section in sections(clearance) {
        write_section(&section, &mut out);
    }
    out
}

fn write_section(section: &Section, out: &mut String) {
    let _ = writeln!(out, "\n## {}\n", escaped(&section.title));
    if let Some(introduction) = &section.introduction {
        let _ = writeln!(out, "{}\n", escaped(introduction));
    }
    if section.rows.is_empty() {
        let _ = writeln!(out, "{}", section.none);
        return;
    }
    let _ = writeln!(out, "| {} |", section.head.join(" | "));
    let _ = writeln!(out, "|{}", " --- |".repeat(section.head.len()));
    for row in &section.rows {
        let cells: Vec<String> = row.iter().map(cell).collect();
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    }
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Words(words) | Cell::Linked(words, None) => escaped(words),
        Cell::Two(first, second) => {
            let both = [first, second].into_iter().filter(|part| !part.is_empty());
            both.map(|part| escaped(part))
                .collect::<Vec<_>>()
                .join("; ")
        }
        Cell::Linked(words, Some(url)) => {
            let url = url.replace('(', "%28").replace(')', "%29");
            format!("[{}]({url})", escaped(words))
        }
        Cell::Standing(standing) => format!("{} {}", standing.mark(), standing.word()),
        Cell::Lines(lines) => escaped(&lines.join("; ")),
        Cell::Tick => "☐".to_owned(),
    }
}

/// `text` on one line, without what would be read as markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    for character in text.chars() {
        match character {
            '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '_' => {
                out.push('\\');
                out.push(character);
            }
            '\n' | '\r' => out.push(' '),
            other => out.push(other),
        }
    }
    out
}
