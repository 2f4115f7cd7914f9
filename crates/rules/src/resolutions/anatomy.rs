//! A resolution as its parts: enacting line, preambular paragraphs, operative paragraphs.
//!
//! What follows an annex or a heading is another text; there the parts end.

mod copied;
mod negotiated;

use std::ops::Range;

use citation::{Language, Roman, is_raised_figure};
use draft::{BlockKind, Draft, Form, Opening, Thing, begins_in};
use resolve::EnactingLine;

use self::copied::{is_broken_off, is_listed, is_typed_note, lists_without_labels, must_go_on};
use self::negotiated::Negotiated;
use crate::Context;
use crate::document::{english_enacting_line, is_resolution};

/// What a paragraph of a resolution is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Preambular,
    Operative,
    /// "(a) …;" below either of them.
    Item,
}

/// A paragraph of a resolution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paragraph {
    pub(crate) role: Role,
    /// Byte range in the draft, number or label included.
    pub(crate) span: Range<usize>,
    /// Its words without number, label, marks of emphasis and footnote marks, line breaks as spaces.
    pub(crate) words: String,
    /// Byte range in the draft of its opening verb, marks of emphasis left out.
    pub(crate) verb: Range<usize>,
    /// Whether the verb is in italics.
    pub(crate) is_italic: bool,
    /// The number, where it has one.
    pub(crate) number: Option<u32>,
    /// Whether a heading or the end of the resolution follows.
    pub(crate) is_last: bool,
}

/// The paragraphs of a resolution, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Anatomy {
    pub(crate) paragraphs: Vec<Paragraph>,
    /// The enacting line, with its comma or without.
    pub(crate) enacting: Option<EnactingLine>,
    /// Whether the draft is a resolution that rules can look at.
    pub(crate) is_read: bool,
}

impl Anatomy {
    pub(crate) fn read(context: &Context<'_>) -> Self {
        let draft = &context.resolved.draft;
        let english = draft.language() == Some(Language::English);
        if !english || !is_resolution(draft, context.settings) || context.is_extracted() {
            return Self::default();
        }
        let enacting = english_enacting_line(draft);
        Self {
            paragraphs: enacting
                .as_ref()
                .map_or_else(Vec::new, |line| paragraphs(draft, line.block + 1)),
            enacting,
            is_read: true,
        }
    }

    pub(crate) fn of(&self, role: Role) -> impl Iterator<Item = &Paragraph> {
        self.paragraphs
            .iter()
            .filter(move |paragraph| paragraph.role == role)
    }
}

fn paragraphs(draft: &Draft, from: usize) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for block in draft.blocks().iter().skip(from) {
        let opening = block.marks.opening.as_ref();
        let annex = matches!(
            opening,
            Some(Opening::Caption {
                thing: Thing::Annex,
                ..
            })
        );
        let text = draft.text_of(&block);
        if annex || is_closing(&text) || heads_notes(&text) {
            break;
        }
        if is_note(&text) {
            continue;
        }
        match block.kind {
            BlockKind::Heading(_) => {
                // A heading inside the operative part begins a section; an earlier one is a subject.
                if let Some(last) = paragraphs.last_mut() {
                    last.is_last = true;
                }
                continue;
            }
            BlockKind::Paragraph | BlockKind::ListItem => {}
            _ => continue,
        }
        if begins_section(&text) {
            if let Some(last) = paragraphs.last_mut() {
                last.is_last = true;
            }
            continue;
        }
        let negotiated = Negotiated::read(&text);
        // A line without label, verb and stop is a heading that nothing marks as one.
        if negotiated.is_none() && is_heading(&text) {
            continue;
        }
        let is_broken_off = paragraphs.last().is_some_and(is_broken_off);
        if is_broken_off && opening.is_none() && negotiated.is_none() {
            if is_typed_note(&text) {
                continue;
            }
            let goes_on = |last: &Paragraph| !opens_paragraph(&text, must_go_on(last));
            if let Some(last) = paragraphs.last_mut().filter(|last| goes_on(last)) {
                last.words = format!("{} {}", last.words, plain(&text));
                last.span.end = block.span.start + text.trim_end().len();
                continue;
            }
        }
        let Some(paragraph) = paragraph(&text, block.span.start, opening, negotiated, &paragraphs)
        else {
            // Text that is neither: what the rest is cannot be told, nor whether the last one was the last.
            if let Some(last) = paragraphs.last_mut() {
                last.is_last = false;
            }
            return paragraphs;
        };
        paragraphs.push(paragraph);
    }
    if let Some(last) = paragraphs.last_mut() {
        last.is_last = true;
    }
    paragraphs
}

/// "82nd plenary meeting": what stands below an adopted resolution.
fn is_closing(text: &str) -> bool {
    text.len() < 60
        && text.contains("meeting")
        && text.starts_with(|c: char| c.is_ascii_digit() || c == '*')
        && !text.contains(". ")
}

/// Whether the texts of notes follow, which stand below all paragraphs.
fn heads_notes(text: &str) -> bool {
    let bare = text.trim().trim_matches(['#', '*', '_', ' ']);
    ["Notes", "Footnotes", "Endnotes"].contains(&bare)
}

/// "Notes: …", "Note by the facilitator: …": what is written beside the paragraphs of a text under negotiation.
fn is_note(text: &str) -> bool {
    let bare = text.trim_start_matches(['*', '_', '[']);
    let label = bare
        .find(':')
        .map(|colon| bare[..colon].trim_end_matches(['*', '_']));
    label.is_some_and(|label| {
        let mut words = label.split(' ');
        let first = words.next();
        matches!(first, Some("Notes" | "Comments" | "Remarks")) && words.next().is_none()
            || matches!(first, Some("Note")) && label.len() < 40
    })
}

/// Whether a block is the numeral of a section of a resolution, alone or above the title of the section: each has
/// preambular and operative paragraphs of its own.
fn begins_section(text: &str) -> bool {
    const LONGEST: usize = 200;
    let bare = |line: &str| line.trim().trim_matches(['*', '_']).to_owned();
    let mut lines = text.trim().lines();
    let is_numeral = lines
        .next()
        .is_some_and(|line| Roman::parse(&bare(line)).is_some());
    let title = lines.last().map(bare).unwrap_or_default();
    is_numeral && text.len() < LONGEST && !title.ends_with([',', ';', '.', ':'])
}

/// Whether a block is a heading that nothing marks as one: it is bold from end to end, or a short line that neither
/// opens with a known verb nor ends with a stop. A footnote mark at its end is no part of it.
fn is_heading(text: &str) -> bool {
    const LONGEST: usize = 80;
    let whole = without_footnote_marks(text.trim());
    let text = whole.trim_matches(['*', '_', ' ']);
    let first = opening_words(text);
    let opens_paragraph = begins_in(Form::Preambular, first) || begins_in(Form::Operative, first);
    let is_bold = ["**", "__"]
        .iter()
        .any(|mark| whole.starts_with(mark) && whole.ends_with(mark) && !text.contains(mark));
    if is_bold {
        let introduces = opens_paragraph && text.ends_with(':');
        return !introduces && !text.ends_with([',', ';', '.']);
    }
    whole.len() < LONGEST
        && whole.ends_with(|c: char| c.is_alphanumeric() || c == ')')
        && text.starts_with(|c: char| c.is_uppercase())
        && !opens_paragraph
}

/// Whether a text opens with a verb as paragraphs do; `is_awaited` says that the sentence before goes on, so that only a
/// verb counts that paragraphs are known to open with.
fn opens_paragraph(text: &str, is_awaited: bool) -> bool {
    let bare = text.trim_start_matches(['*', '_', ' ', '[', '\n']);
    let first = opening_words(bare);
    begins_in(Form::Preambular, first)
        || begins_in(Form::Operative, first)
        || !is_awaited && (begins_as_preambular(first) || opens_with_feeling(first))
}

/// A text without the marks of notes at its end: `[^6]`, `⁶`, `<sup>6</sup>`.
fn without_footnote_marks(text: &str) -> &str {
    let mut text = text;
    loop {
        let marked = [("[^", "]"), ("<sup>", "</sup>")]
            .iter()
            .find_map(|(open, close)| Some(text.strip_suffix(close)?.rsplit_once(open)?.0));
        let before = marked.unwrap_or_else(|| text.trim_end_matches(is_raised_figure));
        let before = before.trim_end();
        if before.len() == text.len() {
            return text;
        }
        text = before;
    }
}

fn paragraph(
    text: &str,
    start: usize,
    opening: Option<&Opening>,
    negotiated: Option<Negotiated>,
    before: &[Paragraph],
) -> Option<Paragraph> {
    let last = before.last();
    let (label_end, number, item) = match (opening, &negotiated) {
        (_, Some(label)) => (label.end, label.number, false),
        (Some(Opening::Paragraph { number, span, .. }), _) => (span.end, Some(*number), false),
        (Some(Opening::Item { span, .. }), _) => (span.end, None, true),
        _ => match last.and_then(|last| label_with_stop(text, last)) {
            Some(end) => (end, None, true),
            None => (0, None, is_listed(text) && lists_without_labels(before)),
        },
    };
    let body = text.get(label_end..)?;
    let lead = body.len() - body.trim_start_matches([' ', '\t', '-', '\n', '[']).len();
    let body = &body[lead..];
    let marks = body
        .bytes()
        .take_while(|byte| matches!(byte, b'*' | b'_'))
        .count();
    let verb_start = label_end + lead + marks;
    let rest = &text[verb_start..];
    let first = opening_words(rest);
    let verb = verb_start + start..verb_start + first.len() + start;
    let words = plain(body);
    let goes_on = last.is_none_or(|last| last.role == Role::Preambular || last.is_last);
    let preambular = begins_in(Form::Preambular, first) || begins_as_preambular(first);
    let operative = begins_in(Form::Operative, first);
    let ends_with_comma = words.ends_with(',');
    let role = match (negotiated, item, number) {
        (Some(label), ..) => label.role,
        (_, true, _) => Role::Item,
        // Some drafts number their preambular paragraphs too.
        (.., Some(_))
            if preambular
                && !operative
                && goes_on
                && (ends_with_comma || last.is_some_and(is_numbered_preambular)) =>
        {
            Role::Preambular
        }
        (.., Some(_)) => Role::Operative,
        _ if opens_with_feeling(first) => Role::Preambular,
        // "Strongly" and "Deeply" open either; the mark at the end tells.
        _ if preambular && !(operative && words.ends_with([';', '.'])) => Role::Preambular,
        _ if ends_with_comma && goes_on => Role::Preambular,
        _ if operative => Role::Operative,
        _ => return None,
    };
    Some(Paragraph {
        role,
        span: start..start + text.trim_end().len(),
        words,
        verb,
        is_italic: marks == 1,
        number,
        is_last: false,
    })
}

fn is_numbered_preambular(paragraph: &Paragraph) -> bool {
    paragraph.role == Role::Preambular && paragraph.number.is_some()
}

/// Where the label "a." or "ii." at the beginning of a text ends, where it opens a part of the paragraph before.
fn label_with_stop(text: &str, before: &Paragraph) -> Option<usize> {
    const LONGEST: usize = 4;
    let lists = before.role == Role::Item || before.words.ends_with(':');
    let lead = text.len() - text.trim_start_matches([' ', '\t', '-', '*', '\n']).len();
    let bare = &text[lead..];
    let letters = bare.bytes().take_while(u8::is_ascii_lowercase).count();
    let is_label = (1..=LONGEST).contains(&letters)
        && bare[letters..].starts_with(". ")
        && (letters == 1 || bare[..letters].bytes().all(|byte| b"ivx".contains(&byte)));
    (lists && is_label).then_some(lead + letters + 1)
}

/// The words of a paragraph without emphasis and footnote marks.
fn plain(body: &str) -> String {
    let mut words = String::with_capacity(body.len());
    let mut rest = body;
    while let Some(open) = rest.find("[^") {
        words.push_str(&rest[..open]);
        rest = rest[open..].split_once(']').map_or("", |(_, after)| after);
    }
    words.push_str(rest);
    let words = words.replace(['*', '_'], "");
    let words = citation::single_spaced(&words);
    let words = without_footnote_marks(&words);
    // A figure glued to the last mark, or apart behind it, is that of a footnote in a text that was copied.
    let bare = words
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .trim_end();
    if bare.ends_with([',', ';', '.']) {
        return bare.to_owned();
    }
    words.to_owned()
}

/// The words up to the first mark of emphasis or punctuation: at most three.
fn opening_words(rest: &str) -> &str {
    let end = rest
        .char_indices()
        .scan(0, |spaces, (at, c)| {
            *spaces += usize::from(c == ' ');
            (*spaces < 3 && (c.is_alphabetic() || c == ' ' || c == '-'))
                .then_some(at + c.len_utf8())
        })
        .last()
        .unwrap_or(0);
    rest[..end].trim_end()
}

/// Whether an adverb that opens either kind of paragraph stands before a participle or an adjective: "Deeply concerned",
/// "Fully aware", "Strongly condemning".
fn opens_with_feeling(words: &str) -> bool {
    const ADJECTIVES: [&str; 3] = ["aware", "conscious", "mindful"];
    let mut words = words.split(' ');
    let (Some(adverb), Some(word)) = (words.next(), words.next()) else {
        return false;
    };
    let is_participle = ["ed", "ing"].iter().any(|ending| word.ends_with(ending));
    adverb.ends_with("ly") && (is_participle && word.len() > 4 || ADJECTIVES.contains(&word))
}

/// A participle that the list does not have.
fn begins_as_preambular(words: &str) -> bool {
    let word = words.split(' ').next().unwrap_or("");
    word.len() > 5 && word.ends_with("ing") && word.starts_with(|c: char| c.is_ascii_uppercase())
}

#[cfg(test)]
mod tests;
