//! A comparison as a web page that needs nothing beside it.

use std::fmt::Write as _;

use super::text::{head, listed};
use super::{Comparison, Side};
use crate::clearance::{STYLE, escaped};

/// The page.
pub(super) fn write(comparison: &Comparison) -> String {
    let mut out = String::new();
    let title = format!("{} → {}", comparison.old, comparison.new);
    let title = escaped(&title);
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Comparison: {title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <header>\n<p class=\"kind\">Comparison</p>\n<h1>{title}</h1>\n<p>{}</p>\n</header>\n",
        escaped(&comparison.summary())
    );
    for (what, references) in [
        ("References added", &comparison.references_added),
        ("References dropped", &comparison.references_dropped),
    ] {
        if !references.is_empty() {
            let _ = writeln!(
                out,
                "<p><strong>{what}:</strong> {}</p>",
                escaped(&listed(references))
            );
        }
    }
    if comparison.entries.is_empty() {
        out.push_str("<p>The two versions have the same words.</p>\n");
    }
    for entry in &comparison.entries {
        let _ = write!(out, "<h2>{}</h2>\n<p>", escaped(&head(entry)));
        for piece in &entry.pieces {
            let words = escaped(&piece.words);
            let _ = match piece.side {
                Side::Both => write!(out, "{words}"),
                Side::Old => write!(out, "<del>{words}</del>"),
                Side::New => write!(out, "<ins>{words}</ins>"),
            };
        }
        out.push_str("</p>\n");
        for (what, references) in [
            ("Now cites", &entry.references_added),
            ("No longer cites", &entry.references_dropped),
        ] {
            if !references.is_empty() {
                let _ = writeln!(
                    out,
                    "<p><small>{what}: {}</small></p>",
                    escaped(&references.join("; "))
                );
            }
        }
    }
    out.push_str("</body>\n</html>\n");
    out
}
