//! The report as a web page that needs nothing beside it: readable without colour, and in print.

use std::fmt::Write as _;

use super::tables::{Cell, Section, sections};
use super::{Clearance, network, thousands};

/// The look of the page. Marks and words say what colours say too.
pub(crate) const STYLE: &str = include_str!("page.css");

/// `text` for the inside of an element or an attribute.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            control if control.is_control() && control != '\n' => {}
            other => out.push(other),
        }
    }
    out
}

/// The page.
pub(super) fn write(clearance: &Clearance) -> String {
    let mut out = String::new();
    let title = escaped(&clearance.title);
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Clearance report: {title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
    );
    head(clearance, &mut out);
    for section in sections(clearance) {
        write_section(clearance, &section, &mut out);
    }
    out.push_str("</body>\n</html>\n");
    out
}

fn head(clearance: &Clearance, out: &mut String) {
    let tally = &clearance.tally;
    let _ = write!(
        out,
        "<header>\n<p class=\"kind\">Clearance report</p>\n<h1>{}</h1>\n\
         <p>{} · judged as of {} · made on {} by penholder {}</p>\n</header>\n",
        escaped(&clearance.title),
        escaped(&clearance.file),
        clearance.as_of.in_prose(),
        clearance.today.in_prose(),
        escaped(&clearance.version)
    );
    out.push_str("<dl class=\"sum\">\n");
    let counts = [
        ("✓ held", tally.held, "held"),
        ("○ exist, not held", tally.exists, "exists"),
        ("? unknown", tally.unknown, "unknown"),
        ("✗ wrong", tally.wrong, "wrong"),
    ];
    for (word, count, class) in counts {
        let _ = writeln!(
            out,
            "<div class=\"{class}\"><dt>{word}</dt><dd>{count}</dd></div>"
        );
    }
    let _ = writeln!(
        out,
        "<div><dt>findings</dt><dd>{}</dd></div>\n<div><dt>words</dt><dd>{}</dd></div>\n</dl>",
        clearance.findings.len(),
        thousands(clearance.words)
    );
    let _ = writeln!(out, "<p>{}.</p>", escaped(&clearance.words_in_words()));
}

fn write_section(clearance: &Clearance, section: &Section, out: &mut String) {
    let _ = writeln!(out, "<h2>{}</h2>", escaped(&section.title));
    if let Some(introduction) = &section.introduction {
        let _ = writeln!(out, "<p>{}</p>", escaped(introduction));
    }
    if section.rows.is_empty() {
        let _ = writeln!(out, "<p>{}</p>", section.none);
        return;
    }
    if section.drawn {
        let all = clearance.network.len();
        let left_out = if all > network::DRAWN {
            format!(" The {} most cited of {all} are drawn.", network::DRAWN)
        } else {
            String::new()
        };
        let _ = writeln!(
            out,
            "<figure>\n{}<figcaption>The thicker a line, the more often the document is cited. Dashed: \
             not held in your sources. Arcs on the right: one document cites another, towards the \
             dot.{left_out}</figcaption>\n</figure>",
            network::svg(&clearance.network)
        );
    }
    let _ = write!(
        out,
        "<table>\n<caption>{}</caption>\n<thead><tr>",
        section.caption
    );
    for head in section.head {
        let _ = write!(out, "<th scope=\"col\">{head}</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &section.rows {
        out.push_str("<tr>");
        for (index, inner) in row.iter().enumerate() {
            let inner = cell(inner);
            let _ = match index {
                0 => write!(out, "<th scope=\"row\">{inner}</th>"),
                _ => write!(out, "<td>{inner}</td>"),
            };
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

/// Words up to this length stay on one line, where a browser would break them in a narrow column.
const UNBROKEN: usize = 15;

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Words(words) if words.chars().count() <= UNBROKEN => {
            escaped(words).replace(' ', "&nbsp;")
        }
        Cell::Words(words) | Cell::Linked(words, None) => escaped(words),
        Cell::Two(first, second) if second.is_empty() => escaped(first),
        Cell::Two(first, second) if first.is_empty() => {
            format!("<small>{}</small>", escaped(second))
        }
        Cell::Two(first, second) => {
            format!("{}<br><small>{}</small>", escaped(first), escaped(second))
        }
        Cell::Linked(words, Some(url)) => {
            format!("<a href=\"{}\">{}</a>", escaped(url), escaped(words))
        }
        Cell::Standing(standing) => format!(
            "<span class=\"{}\">{} {}</span>",
            standing.class(),
            standing.mark(),
            standing.word()
        ),
        Cell::Lines(lines) => {
            let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
            lines.join("<br>")
        }
        Cell::Tick => {
            "<span class=\"box\" role=\"img\" aria-label=\"to be ticked\">☐</span>".to_owned()
        }
    }
}
