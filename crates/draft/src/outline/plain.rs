//! Blocks of plain text as it comes out of a PDF or a word processor: hard-wrapped lines, running
//! heads, page numbers, bar codes, and footnotes between a rule and the end of the page.

use citation::MONTHS;
use layout::{begins_operative, begins_preambular, is_item_label};

use super::furniture::{begins_with_letter, furniture, is_furniture, is_number};
use super::mail::{is_quoted, quoted};
use super::{LONG, Line, Piece, State, Window, line_piece};
use crate::BlockKind;
use crate::head::Head;
use crate::heading;

/// The first block at or after `from`.
pub(super) fn next(
    window: &mut Window<'_>,
    from: usize,
    state: State,
    head: &Head,
) -> Option<Piece> {
    let mut state = state;
    let mut position = from;
    let mut after_blank = from == 0;
    let mut after_rule = false;
    loop {
        let line = window.line(position)?;
        let text = window.of(&line);
        if window.is_blank(&line) || is_drawn(text) {
            if has_form_feed(window, text) {
                state = State::Body;
            } else if is_rule(text) {
                state = State::Notes;
                after_rule = true;
            }
            after_blank = true;
            position = line.next;
            continue;
        }
        if text.starts_with('\x0c') {
            state = State::Body;
            after_blank = true;
        }
        // The number right below the rule is the first footnote's, though its text may stand apart.
        let numbers_note = after_rule && is_number(text);
        if let Some(last) = furniture(window, &line, after_blank, head).filter(|_| !numbers_note) {
            return Some(finish(
                window,
                &line,
                &last,
                BlockKind::Furniture,
                State::Body,
            ));
        }
        return Some(match state {
            State::Notes => note(window, &line, head),
            _ => paragraph(window, &line, head),
        });
    }
}

/// A footnote: from its number to the next number, or the lines up to there.
fn note(window: &mut Window<'_>, first: &Line, head: &Head) -> Piece {
    let mut last = first.clone();
    let mut empty = is_number(window.of(first));
    while !last.long && last.end - first.start <= LONG {
        let Some(line) = window.line(last.next) else {
            break;
        };
        let text = window.of(&line);
        if line.long || has_form_feed(window, text) || is_rule(text) {
            break;
        }
        if window.is_blank(&line) {
            // The number and its text may stand apart.
            if !empty {
                break;
            }
            let Some(after) = window.line(line.next) else {
                break;
            };
            if window.is_blank(&after)
                || is_furniture(window, &after, true, head)
                || begins_note(window.of(&after))
            {
                break;
            }
            last = after;
            empty = false;
            continue;
        }
        if begins_note(text) || furniture(window, &line, false, head).is_some() {
            break;
        }
        empty = false;
        last = line;
    }
    finish(
        window,
        first,
        &last,
        BlockKind::FootnoteDefinition,
        State::Notes,
    )
}

/// A paragraph, list item or heading.
fn paragraph(window: &mut Window<'_>, first: &Line, head: &Head) -> Piece {
    let text = window.of(first);
    if let Some(level) = heading::resolution_title(text) {
        let last = end_of_title(window, first, head);
        return finish(window, first, &last, BlockKind::Heading(level), State::Body);
    }
    let is_quotation = is_quoted(text);
    let kind = if is_quotation {
        BlockKind::Quotation
    } else if is_item_label(text) {
        BlockKind::ListItem
    } else {
        BlockKind::Paragraph
    };
    let mut last = first.clone();
    while !last.long && last.end - first.start <= LONG {
        let Some(line) = window.line(last.next) else {
            break;
        };
        let text = window.of(&line);
        if line.long || window.is_blank(&line) || has_form_feed(window, text) || is_drawn(text) {
            break;
        }
        let ends_quotation = is_quotation && quoted(text).is_none_or(str::is_empty);
        if ends_quotation || !is_quotation && is_quoted(text) {
            break;
        }
        if is_heading_above(window, &last, &line) {
            break;
        }
        // The number of a paragraph may stand on a line of its own.
        let is_number = last.start == first.start && is_paragraph_number(window.of(first));
        if !is_number && begins_paragraph(window.of(&last), text)
            || heading::resolution_title(text).is_some()
            || furniture(window, &line, false, head).is_some()
        {
            break;
        }
        last = line;
    }
    if last.start == first.start
        && let Some(level) = heading::plain_level(window.of(first))
    {
        return line_piece(
            window,
            first,
            first.start,
            BlockKind::Heading(level),
            State::Body,
        );
    }
    finish(window, first, &last, kind, State::Body)
}

/// Whether one of two lines without a blank between is a heading with a numbered paragraph right below it, where every
/// paragraph has one line: `below` is the paragraph, or is the heading and the line before ends what stands above.
fn is_heading_above(window: &mut Window<'_>, last: &Line, below: &Line) -> bool {
    let (above, text) = (window.of(last), window.of(below));
    // A number alone may be cut off from the line above.
    let opens = |text: &str| is_numbered(text) && !is_paragraph_number(text);
    if opens(text) {
        return may_be_heading(above);
    }
    let goes_on = above.ends_with(|last: char| last.is_ascii_alphabetic());
    let is_finished = !goes_on && above.trim_end().ends_with(['.', ';', '?', '!']);
    if !(is_finished || heading::plain_level(above).is_some()) || !may_be_heading(text) {
        return false;
    }
    let after = window.line(below.next).filter(|line| !line.long);
    after.is_some_and(|after| {
        let text = window.of(&after);
        opens(text) || heading::plain_level(text).is_some()
    })
}

/// Longest heading without a label, in bytes: the lines of a text that is wrapped are longer.
const SHORT_HEADING: usize = 50;

/// Whether a line looks like a heading above a numbered paragraph.
fn may_be_heading(line: &str) -> bool {
    let line = line.trim();
    heading::plain_level(line).is_some()
        || line.len() <= SHORT_HEADING
            && line.starts_with(char::is_uppercase)
            && line.ends_with(char::is_lowercase)
}

/// The last line of the title that begins with the line `first`. A running head ends it as a blank line does.
fn end_of_title(window: &mut Window<'_>, first: &Line, head: &Head) -> Line {
    let mut next = first.next;
    let below = std::iter::from_fn(|| {
        let line = window.line(next).filter(|line| !line.long)?;
        next = line.next;
        let is_head = is_furniture(window, &line, false, head);
        Some(if is_head { "" } else { window.of(&line) })
    });
    let mut last = first.clone();
    for _ in 0..layout::title_lines(below) {
        let Some(line) = window.line(last.next) else {
            break;
        };
        last = line;
    }
    last
}

fn finish(
    window: &mut Window<'_>,
    first: &Line,
    last: &Line,
    kind: BlockKind,
    exit: State,
) -> Piece {
    if first.long {
        return line_piece(window, first, first.start, kind, exit);
    }
    Piece::of_lines(kind, first, last, exit)
}

/// Whether `line` begins a paragraph although `before` stands directly above it: what stands above
/// is finished, and the line opens as a paragraph of a resolution or of a report does.
fn begins_paragraph(before: &str, line: &str) -> bool {
    // Mostly the line above ends with a letter, which only "and" and "or" may.
    if before.ends_with(|last: char| last.is_ascii_lowercase() && !matches!(last, 'd' | 'r')) {
        return false;
    }
    let before = before.trim_end();
    let unmarked = before
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .trim_end();
    // A figure alone is a number that the line break has parted from its words.
    let Some(end) = unmarked.chars().next_back() else {
        return before.is_empty();
    };
    let joined = [" and", " or"].iter().any(|word| unmarked.ends_with(word));
    if (joined || matches!(end, ',' | ';' | '.' | ':')) && is_item_label(line) {
        return true;
    }
    match end {
        ',' => {
            begins_preambular(line)
                || begins_operative(line)
                || is_numbered(line) && line.trim_start().starts_with("1.")
        }
        ';' | '.' | ':' => begins_operative(line) || begins_preambular(line) || is_numbered(line),
        _ => false,
    }
}

/// `12.` alone, or `12. ` and a capital.
fn is_numbered(line: &str) -> bool {
    if begins_with_letter(line) {
        return false;
    }
    let line = line.trim();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let Some(rest) = line[digits..].strip_prefix('.') else {
        return false;
    };
    let capital = rest
        .strip_prefix([' ', '\t'])
        .is_some_and(|rest| rest.trim_start().starts_with(char::is_uppercase));
    (1..=3).contains(&digits) && (rest.is_empty() || capital)
}

fn has_form_feed(window: &Window<'_>, text: &str) -> bool {
    window.has_form_feed() && memchr::memchr(b'\x0c', text.as_bytes()).is_some()
}

/// Whether a line consists of marks and says nothing. Most lines begin with a letter and are spared the look.
fn is_drawn(text: &str) -> bool {
    !begins_with_letter(text) && (is_rule(text) || is_separator(text))
}

/// The rule above footnotes.
fn is_rule(text: &str) -> bool {
    let text = text.trim();
    text.len() >= 5 && text.bytes().all(|byte| byte == b'_')
}

/// What stands between parts of a text: "* * *".
fn is_separator(text: &str) -> bool {
    let marks = text.trim();
    marks.len() >= 3 && marks.bytes().all(|byte| matches!(byte, b'*' | b' ')) && marks.contains('*')
}

/// The number of a paragraph without its words: `12.`
fn is_paragraph_number(text: &str) -> bool {
    text.trim().strip_suffix('.').is_some_and(is_number)
}

/// A number alone, or a number and a capital: `7 See …`; a day with its month is a date that a line break has
/// parted from its sentence.
fn begins_note(text: &str) -> bool {
    if is_number(text) {
        return true;
    }
    let text = text.trim_start();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let spaced = text[digits..].starts_with([' ', '\t']);
    let words = text[digits..].trim_start();
    let month = || MONTHS.iter().any(|month| words.starts_with(month));
    (1..=3).contains(&digits)
        && spaced
        && words.starts_with(|c: char| c.is_uppercase() || c == '“')
        && !month()
}
