//! X012: a draft with more words than a document of its kind may have.

use draft::{BlockKind, Draft};

use crate::{Check, Context, DocumentType, Family, Finding, Preset, Rule, Settings, Severity};

/// X012 too-many-words.
pub(crate) const RULE: Rule = Rule {
    code: "X012",
    name: "too-many-words",
    family: Family::Structure,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("too_many_words.md"),
    check: Check::Document(check),
};

/// The most words of a report that originates in the Secretariat, and of any other report.
///
/// Source: instructions for the preparation of documents, Editorial Manual.
const SECRETARIAT: usize = 8_500;
const OTHERS: usize = 10_700;

/// At the beginning of a text without a title the finding is so many bytes long at the most.
const LONGEST_PLACE: usize = 80;

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let draft = &context.resolved.draft;
    let Some((most, whose)) = limit(draft, context.settings) else {
        return;
    };
    let words = draft.words();
    if words <= most {
        return;
    }
    let message = format!(
        "The draft has {} words, headings and footnotes included; {whose} may have {}.",
        in_figures(words),
        in_figures(most)
    );
    found.push(RULE.finding(place(draft), message));
}

/// How many words a draft may have: what the settings say, else what a document of its kind may have.
pub fn most_words(draft: &Draft, settings: &Settings) -> Option<usize> {
    limit(draft, settings).map(|(most, _)| most)
}

/// How many words a draft may have, and why; `None` where nobody has said what kind of document it is.
fn limit(draft: &Draft, settings: &Settings) -> Option<(usize, &'static str)> {
    if let Some(most) = settings.most_words {
        return Some((most, "by the settings it"));
    }
    let is_report = DocumentType::of(draft, settings) == Some(DocumentType::Report);
    let stated = draft.front_matter().document().map(str::to_lowercase);
    let of_others = [
        "rapporteur",
        "expert",
        "committee",
        "working group",
        "other",
    ];
    let others = stated.is_some_and(|stated| of_others.iter().any(|word| stated.contains(word)));
    is_report.then_some(if others {
        (OTHERS, "a report from outside the Secretariat")
    } else {
        (SECRETARIAT, "a report of the Secretariat")
    })
}

/// The title, or the beginning of the text.
fn place(draft: &Draft) -> std::ops::Range<usize> {
    let first = |block: &draft::Block<'_>| block.kind.is_prose();
    let mut blocks = draft.blocks().into_iter();
    blocks.find(first).map_or(0..0, |block| {
        let text = draft.text_of(&block);
        let line = text.lines().next().unwrap_or_default();
        match block.kind {
            BlockKind::Heading(_) => block.span,
            _ => block.span.start..block.span.start + line.floor_char_boundary(LONGEST_PLACE),
        }
    })
}

/// 8500 as "8,500".
fn in_figures(number: usize) -> String {
    let figures = number.to_string();
    let mut written = String::new();
    for (index, figure) in figures.chars().enumerate() {
        if index > 0 && (figures.len() - index).is_multiple_of(3) {
            written.push(',');
        }
        written.push(figure);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::in_figures;

    #[test]
    fn thousands_have_a_comma() {
        assert_eq!(in_figures(8500), "8,500");
        assert_eq!(in_figures(999), "999");
        assert_eq!(in_figures(1_234_567), "1,234,567");
    }
}
