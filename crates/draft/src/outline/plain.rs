//! Blocks of plain text as it comes out of a PDF or a word processor: hard-wrapped lines, running
//! heads, page numbers, bar codes, and footnotes between a rule and the end of the page.

use citation::MONTHS;

use super::{LONG, Line, Piece, State, Window, line_piece};
use crate::BlockKind;
use crate::head::Head;
use crate::heading;
use crate::wording::{begins_operative, begins_preambular, is_item_label, is_quoted, quoted};

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

/// The last line of the title that begins with the line `first`.
fn end_of_title(window: &mut Window<'_>, first: &Line, head: &Head) -> Line {
    let mut last = first.clone();
    for _ in 0..heading::MORE_LINES {
        let Some(line) = window.line(last.next).filter(|line| !line.long) else {
            break;
        };
        if !heading::goes_on_with_title(window.of(&line))
            || is_furniture(window, &line, false, head)
        {
            break;
        }
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

fn begins_with_letter(text: &str) -> bool {
    text.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)
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

fn is_number(text: &str) -> bool {
    let text = text.trim();
    (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
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

/// The last line of what begins with `line` and is the page's, not the text's: a running head may take several.
fn furniture(window: &mut Window<'_>, line: &Line, after_blank: bool, head: &Head) -> Option<Line> {
    let words = window.words(line);
    if is_alone_furniture(window, line, words, after_blank, head) {
        return Some(line.clone());
    }
    if line.long {
        return None;
    }
    let mut left = head.left_of_title(words, line.start)?;
    let mut last = window.line(line.next)?;
    loop {
        let text = window.of(&last).trim();
        if text.is_empty() || last.long {
            return None;
        }
        if text == left {
            return Some(last);
        }
        left = left.strip_prefix(text)?.strip_prefix(' ')?;
        last = window.line(last.next)?;
    }
}

/// Whether the line is the page's and not the text's, alone.
fn is_furniture(window: &mut Window<'_>, line: &Line, after_blank: bool, head: &Head) -> bool {
    let text = window.words(line);
    is_alone_furniture(window, line, text, after_blank, head)
}

/// The same for the line whose words are `text`.
fn is_alone_furniture(
    window: &mut Window<'_>,
    line: &Line,
    text: &str,
    after_blank: bool,
    head: &Head,
) -> bool {
    if line.long || line.end - line.start > 200 {
        return false;
    }
    if head.is_running_head(text, line.start) || text == RECYCLE {
        return true;
    }
    if is_job_of_duty_station(text) {
        return true;
    }
    // Most lines begin with a word, as neither page numbers nor marks of production do.
    if begins_with_letter(text) {
        return false;
    }
    if is_production_mark(text) {
        return true;
    }
    let numbered = is_page_of_pages(text);
    if !numbered && !is_number(text.trim_matches(['-', '–', ' '])) {
        return false;
    }
    let before_blank = window
        .line(line.next)
        .is_none_or(|after| window.is_blank(&after) || window.of(&after).starts_with('\x0c'));
    // A number between blank lines is a page's; one with text below it is a footnote's or a
    // paragraph's.
    if numbered {
        after_blank || before_blank
    } else {
        after_blank && before_blank
    }
}

/// `2/9`.
fn is_page_of_pages(text: &str) -> bool {
    let Some((page, pages)) = text.split_once('/') else {
        return false;
    };
    let (Ok(page), Ok(pages)) = (page.parse::<u16>(), pages.parse::<u16>()) else {
        return false;
    };
    page > 0 && page <= pages
}

/// The printer's request.
const RECYCLE: &str = "Please recycle";

/// Job numbers (`12-48892`, `23-26213 (E)`) and bar codes (`*1248892*`).
fn is_production_mark(text: &str) -> bool {
    if let Some(code) = text
        .strip_prefix('*')
        .and_then(|code| code.strip_suffix('*'))
    {
        return code.len() >= 5 && code.bytes().all(|byte| byte.is_ascii_digit());
    }
    text.len() < 40 && is_job(text.split(' ').next().unwrap_or(""))
}

/// `12-48892`.
fn is_job(text: &str) -> bool {
    text.split_once('-').is_some_and(|(year, number)| {
        year.len() == 2
            && number.len() == 5
            && (year.bytes().chain(number.bytes())).all(|byte| byte.is_ascii_digit())
    })
}

/// `GE.25-06123`, `2 GE.25-06123`, `V.24-01234 (E) 3`: a job number of Geneva or Vienna, with a page number on
/// either side.
fn is_job_of_duty_station(text: &str) -> bool {
    if text.len() > 40 || !text.contains('.') {
        return false;
    }
    let mut has_job = false;
    let is_mark = text.split_whitespace().all(|word| {
        let bare = word.strip_prefix("GE.").or_else(|| word.strip_prefix("V."));
        let job = bare.is_some_and(|bare| is_job(bare.trim_end_matches("(E)")));
        has_job |= job;
        let rest = word.trim_matches(|c: char| c.is_ascii_digit());
        job || rest.is_empty() || word == "(E)"
    });
    has_job && is_mark
}
