//! The sections of the report as tables, for whatever they are written in.

use super::{Clearance, Standing, severity, thousands};

/// A section of the report.
pub(super) struct Section {
    pub(super) title: String,
    /// A sentence before the table.
    pub(super) introduction: Option<String>,
    /// What is said where there is nothing to list.
    pub(super) none: &'static str,
    pub(super) caption: &'static str,
    pub(super) head: &'static [&'static str],
    pub(super) rows: Vec<Vec<Cell>>,
    /// Whether the drawing of the documents stands before the table.
    pub(super) drawn: bool,
}

/// What stands in a cell.
pub(super) enum Cell {
    Words(String),
    /// Words, and others below them in small type; either may be empty.
    Two(String, String),
    /// Words that lead to an address, where there is one.
    Linked(String, Option<String>),
    Standing(Standing),
    /// Paragraphs, one below the other.
    Lines(Vec<String>),
    /// A box to be ticked.
    Tick,
}

impl From<&String> for Cell {
    fn from(words: &String) -> Self {
        Self::Words(words.clone())
    }
}

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Self::Words(thousands(number))
    }
}

/// Every section, in the order of the report.
pub(super) fn sections(clearance: &Clearance) -> Vec<Section> {
    let mut sections = vec![
        findings(clearance),
        references(clearance),
        unchecked(clearance),
        quotations(clearance),
    ];
    sections.extend(mandate(clearance));
    sections.extend([
        documents(clearance),
        abbreviations(clearance),
        editions(clearance),
    ]);
    sections
}

fn section(title: &str, none: &'static str, caption: &'static str) -> Section {
    Section {
        title: title.to_owned(),
        introduction: None,
        none,
        caption,
        head: &[],
        rows: Vec::new(),
        drawn: false,
    }
}

fn findings(clearance: &Clearance) -> Section {
    let rows = clearance.findings.iter().map(|one| {
        vec![
            Cell::from(&one.place),
            severity(one.severity).into(),
            Cell::from(&one.message),
            one.code.into(),
        ]
    });
    Section {
        head: &["Place", "How grave", "Finding", "Rule"],
        introduction: match clearance.accepted {
            0 => None,
            1 => Some("1 finding was accepted before and is left out.".to_owned()),
            accepted => Some(format!(
                "{accepted} findings were accepted before and are left out."
            )),
        },
        rows: rows.collect(),
        ..section(
            "What to look at",
            "Nothing was found.",
            "Findings in the order of the text",
        )
    }
}

fn references(clearance: &Clearance) -> Section {
    let rows = clearance.references.iter().map(|row| {
        vec![
            Cell::from(&row.place),
            Cell::from(&row.words),
            Cell::Standing(row.standing),
            Cell::Linked(row.document.clone(), row.link.clone()),
            Cell::Two(row.title.clone(), row.date.clone()),
            Cell::Two(row.paragraph.clone(), row.paragraph_words.clone()),
            Cell::Words(row.notes.join(" ")),
        ]
    });
    Section {
        head: &[
            "Place",
            "In the draft",
            "Standing",
            "Document",
            "Title and date",
            "Paragraph",
            "Notes",
        ],
        rows: rows.collect(),
        ..section(
            "References",
            "The draft cites no document.",
            "Every reference in the order of the text",
        )
    }
}

fn unchecked(clearance: &Clearance) -> Section {
    // Many are open for the same reason, which is read once.
    let mut by_reason: Vec<(&str, Vec<String>)> = Vec::new();
    for one in &clearance.unchecked {
        let item = format!("{} ({})", one.words, one.place);
        match by_reason.iter_mut().find(|(why, _)| *why == one.why) {
            Some((_, items)) => items.push(item),
            None => by_reason.push((&one.why, vec![item])),
        }
    }
    let rows = by_reason
        .into_iter()
        .map(|(why, items)| vec![Cell::from(why), Cell::Words(items.join("; "))]);
    Section {
        head: &["Why", "In the draft"],
        rows: rows.collect(),
        ..section(
            "What could not be checked",
            "Everything could be checked.",
            "What could not be checked, and why",
        )
    }
}

fn quotations(clearance: &Clearance) -> Section {
    let rows = clearance.quotations.iter().map(|one| {
        vec![
            Cell::from(&one.place),
            Cell::Words(format!("“{}”", one.words)),
            one.document.as_deref().unwrap_or("—").into(),
            Cell::Words(one.status.words()),
        ]
    });
    Section {
        head: &["Place", "Words", "From", "Compared with the source"],
        rows: rows.collect(),
        ..section(
            "Quotations",
            "The draft quotes nothing at length.",
            "Quotations of six words or more",
        )
    }
}

fn mandate(clearance: &Clearance) -> Option<Section> {
    let mandate = clearance.mandate.as_ref()?;
    let rows = mandate.paragraphs.iter().map(|paragraph| {
        let mut places: Vec<String> = paragraph
            .taken_up
            .iter()
            .map(|one| format!("{} ({})", one.place, one.how))
            .collect();
        if places.is_empty() {
            places.push("not taken up".to_owned());
        }
        vec![
            Cell::from(&paragraph.label),
            Cell::from(&paragraph.words),
            Cell::Lines(places),
            Cell::Tick,
        ]
    });
    let titled = if mandate.title.is_empty() {
        String::new()
    } else {
        format!(", “{}”", mandate.title)
    };
    Some(Section {
        introduction: Some(format!(
            "The draft answers {}{titled}. An answer need not take up every paragraph; tick what is settled.",
            mandate.document
        )),
        head: &["Paragraph", "It says", "Taken up at", "Settled"],
        rows: rows.collect(),
        ..section(
            "Mandate",
            "Its numbered text is not in your sources, so its paragraphs are not listed.",
            "Operative paragraphs and where the draft takes them up",
        )
    })
}

fn documents(clearance: &Clearance) -> Section {
    let rows = clearance.network.iter().map(|cited| {
        let inner: Vec<&str> = cited
            .cites
            .iter()
            .filter_map(|place| clearance.network.get(*place))
            .map(|other| other.document.as_str())
            .collect();
        vec![
            Cell::Two(cited.document.clone(), cited.title.clone()),
            Cell::from(&cited.organ),
            cited.times.into(),
            Cell::Standing(cited.standing),
            Cell::Words(cited.later.join(", ")),
            Cell::Words(inner.join(", ")),
        ]
    });
    Section {
        head: &[
            "Document",
            "Issued by",
            "Times",
            "Standing",
            "Came after it",
            "Cites of these",
        ],
        rows: rows.collect(),
        drawn: true,
        ..section(
            "Documents cited",
            "None.",
            "Documents cited, by who issued them",
        )
    }
}

fn abbreviations(clearance: &Clearance) -> Section {
    let rows = clearance.acronyms.iter().map(|one| {
        vec![
            Cell::from(&one.short),
            one.full.as_deref().unwrap_or("not introduced").into(),
            one.uses.into(),
        ]
    });
    Section {
        head: &["Abbreviation", "Full name", "Uses"],
        rows: rows.collect(),
        ..section(
            "Abbreviations",
            "The draft uses none.",
            "List of abbreviations",
        )
    }
}

fn editions(clearance: &Clearance) -> Section {
    let rows = clearance.editions.iter().map(|edition| {
        let coverage = edition.coverage.iter();
        let coverage = coverage.map(|(series, as_of)| format!("{series} as of {as_of}"));
        vec![
            Cell::from(&*edition.name),
            edition.documents.into(),
            Cell::from(&*edition.fingerprint),
            Cell::Words(
                edition
                    .updated
                    .map(citation::Date::in_prose)
                    .unwrap_or_default(),
            ),
            Cell::Lines(coverage.collect()),
        ]
    });
    Section {
        head: &[
            "Sources",
            "Documents",
            "Fingerprint",
            "Last changed",
            "Held in full",
        ],
        rows: rows.collect(),
        ..section(
            "Checked against",
            "The built-in catalogue only.",
            "Sets of sources; equal fingerprints are equal contents",
        )
    }
}
