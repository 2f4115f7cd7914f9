//! What in plain text is the page's and not the text's: running heads, page numbers, job numbers, bar codes.

use super::{Line, Window};
use crate::head::Head;

/// The last line of what begins with `line` and is the page's, not the text's: a running head may take several.
pub(super) fn furniture(
    window: &mut Window<'_>,
    line: &Line,
    after_blank: bool,
    head: &Head,
) -> Option<Line> {
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
pub(super) fn is_furniture(
    window: &mut Window<'_>,
    line: &Line,
    after_blank: bool,
    head: &Head,
) -> bool {
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

/// Whether a line begins with a letter of English.
pub(super) fn begins_with_letter(text: &str) -> bool {
    text.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)
}

/// Whether a line is a number alone.
pub(super) fn is_number(text: &str) -> bool {
    let text = text.trim();
    (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}
