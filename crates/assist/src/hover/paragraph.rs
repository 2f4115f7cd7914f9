//! The words of the paragraph a reference points to, quoted as they stand in the source.

use citation::{Pinpoint, Unit, facts};
use resolve::{Existence, Reference};
use sources::{Paragraph, ParagraphAnswer, Paragraphs, Source, SourceKind, Sources};

use crate::emphasis::readable;
use crate::prose;

/// Paragraphs quoted; what comes after is counted.
const MOST_PARAGRAPHS: usize = 12;
/// Characters quoted of one paragraph.
pub(super) const MOST_CHARACTERS: usize = 4000;

/// What the source says at the paragraph reference; `None` where there is no paragraph reference.
pub(super) fn of(reference: &Reference, sources: &dyn Sources) -> Option<String> {
    let pinpoint = reference.pinpoint.as_ref()?;
    let named = format!(
        "Paragraph reference: {}.",
        prose::escaped(&pinpoint.to_string())
    );
    if matches!(
        reference.existence,
        Existence::Malformed | Existence::Impossible
    ) {
        return Some(named);
    }
    let Some(source) = reference.source.as_deref() else {
        return Some(format!(
            "{named} Its words show here when the document is in your sources."
        ));
    };
    let answer = match &reference.paragraph {
        Some(answer) => answer.clone(),
        None => sources.paragraph(source, pinpoint),
    };
    Some(match answer {
        ParagraphAnswer::Found(paragraphs) => quoted(&paragraphs, source, pinpoint),
        ParagraphAnswer::Absent(absent) => format!(
            "**There is no {}:** {}.",
            prose::escaped(&absent.missing()),
            prose::escaped(&absent.holds("the document")),
        ),
        ParagraphAnswer::Unnumbered => {
            format!("{named} This copy has no paragraph numbers.")
        }
        ParagraphAnswer::NotCheckable if let Some(last) = last_before(pinpoint, source) => {
            format!("{named} The document has {last}.")
        }
        ParagraphAnswer::NotCheckable if source.paragraphs == Paragraphs::NotAtHand => {
            format!("{named} Its words show here when the text is in your sources.")
        }
        ParagraphAnswer::NotCheckable
            if source.kind == SourceKind::Resolution && names_articles(pinpoint) =>
        {
            format!("{named} A resolution has paragraphs, not articles.")
        }
        ParagraphAnswer::NotCheckable => format!("{named} It could not be checked."),
    })
}

/// "17 goals", where the reference is to a number beyond, be it that of a goal that a State has of its own.
fn last_before(pinpoint: &Pinpoint, source: &Source) -> Option<String> {
    let step = pinpoint.steps.last()?;
    let last = facts::numbered_parts(&source.title, step.unit)?;
    let mut numbers = step
        .labels
        .iter()
        .filter_map(|(label, _)| label.parse::<u16>().ok());
    let is_beyond = numbers.any(|number| number > last);
    is_beyond.then(|| format!("{last} {}", step.unit.short_plural()))
}

fn names_articles(pinpoint: &Pinpoint) -> bool {
    let innermost = pinpoint.steps.last();
    innermost.is_some_and(|step| step.unit == Unit::Article)
}

fn quoted(paragraphs: &[Paragraph], source: &Source, pinpoint: &Pinpoint) -> String {
    let is_article = names_articles(pinpoint);
    let mut quotes: Vec<String> = paragraphs
        .iter()
        .take(MOST_PARAGRAPHS)
        .map(|paragraph| quote(paragraph, source, is_article))
        .collect();
    if paragraphs.len() > MOST_PARAGRAPHS {
        let more = paragraphs.len() - MOST_PARAGRAPHS;
        quotes.push(format!("> … and {more} more."));
    }
    quotes.join("\n>\n")
}

fn quote(paragraph: &Paragraph, source: &Source, is_article: bool) -> String {
    let label = prose::escaped(&paragraph.label);
    let label = match label.as_str() {
        "" => String::new(),
        number if is_article && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("**Article {number}.** ")
        }
        lettered if lettered.ends_with([')', '.']) => format!("**{lettered}** "),
        number => format!("**{number}.** "),
    };
    let words = prose::shortened(&readable(paragraph, Some(source)), MOST_CHARACTERS);
    format!("> {label}{}", prose::escaped(&words))
}
