//! What the other tools search for: regular expressions for the references that draft prose has most of.
//!
//! They are a small part of what the scanner reads, and say neither what is meant nor whether it can be.

use sources::Sources;

/// Document symbols of the principal organs and the treaty bodies.
const SYMBOLS: &str = concat!(
    r"\b(?:A|S|E|T|ST|TD|DP|CAT|CCPR|CED|CEDAW|CERD|CMW|CRC|CRPD|HRI)",
    r"(?:/[A-Z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)+(?: \([0-9]{4}\))?",
);

/// Resolutions and decisions by number, with their dates, and lists of them.
const NUMBERS: &str = concat!(
    r"\b(?:[Rr]esolutions?|RESOLUTIONS?|[Dd]ecisions?|(?:UN)?GA [Rr]es\.|(?:UN)?SCR) ",
    r"[0-9]{1,4}(?:/[0-9]{1,3})?(?: [A-Z]\b)?(?: \((?:[0-9]{4}|[IVXLC]+)\))?",
    r"(?:,? (?:and )?[0-9]{1,4}/[0-9]{1,3})*",
    r"(?: of [0-9]{1,2} (?:January|February|March|April|May|June|July|August|September|October|",
    r"November|December) [0-9]{4})?",
);

/// Paragraph references before a reference.
const PARAGRAPHS: &str = r"\b(?:[Pp]aragraphs?|[Pp]aras?\.|[Aa]rticles?) [0-9]+(?: \([a-z]\))?(?:(?:-|, | and | to )[0-9]+)* of\b";

/// Volumes of the Treaty Series.
const VOLUMES: &str = r"Treaty Series, vol\. [0-9]+, No\. [0-9]+";

/// The patterns, each with what it finds in words.
pub(crate) fn all() -> [(&'static str, String); 3] {
    let prose = format!("{SYMBOLS}|{NUMBERS}|{PARAGRAPHS}|{VOLUMES}");
    let everything = format!("{prose}|{}", names());
    [
        ("symbols", SYMBOLS.to_owned()),
        ("symbols, numbers, paragraphs", prose),
        ("the same and names", everything),
    ]
}

/// Every name of the built-in catalogue in plain letters, longest first.
fn names() -> String {
    let lexicon = sources::Catalogue.lexicon();
    let mut names: Vec<String> = lexicon
        .names()
        .filter(|name| name.written.is_ascii())
        .map(|name| regex::escape(&name.written))
        .collect();
    names.sort_by_key(|name| usize::MAX - name.len());
    format!(r"\b(?:{})\b", names.join("|"))
}
