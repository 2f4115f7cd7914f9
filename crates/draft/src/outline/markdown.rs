//! Blocks of Markdown: `CommonMark` with tables, footnotes and front matter.
//!
//! Containers are flattened: a list item, a block quotation or a footnote is one block with all its
//! lines up to the next block, because what matters is where a sentence begins and ends.

use super::markup::{
    Fence, HtmlEnd, Marker, atx_level, indent_of, is_delimiter_row, is_footnote_definition,
    is_thematic_break, underline_level,
};
use super::{LONG, Line, Piece, State, Window, line_piece};
use crate::BlockKind;

/// The first block at or after `from`.
pub(super) fn next(window: &mut Window<'_>, from: usize, state: State) -> Option<Piece> {
    let mut state = state;
    let mut position = from;
    loop {
        let line = window.line(position)?;
        if window.is_blank(&line) {
            position = line.next;
            if state == State::Rows {
                state = State::Body;
            }
            continue;
        }
        if is_thematic_break(window.of(&line)) && state != State::Rows {
            position = line.next;
            state = State::Body;
            continue;
        }
        return Some(block(window, &line, state));
    }
}

fn block(window: &mut Window<'_>, line: &Line, state: State) -> Piece {
    let text = window.of(line);
    let (indent, content) = indent_of(text);
    if state == State::Rows {
        return table(window, line);
    }
    let inside = items_around(state, indent);
    let open = open_column(inside);
    if indent >= open + 4 {
        return indented_code(window, line, open + 4, inside);
    }
    if let Some(fence) = Fence::opens(content) {
        return fenced_code(window, line, &fence, inside);
    }
    if let Some(level) = atx_level(content) {
        return line_piece(window, line, line.start, BlockKind::Heading(level), inside);
    }
    if let Some(end) = HtmlEnd::of(content) {
        return html(window, line, end, inside);
    }
    if let Some(fence) = quoted_fence(text) {
        return quoted_code(window, line, &fence, inside);
    }
    if content.starts_with('>') {
        return run(window, line, BlockKind::Quotation, inside);
    }
    if is_footnote_definition(content) {
        return footnote(window, line);
    }
    if let Some(marker) = Marker::of(content) {
        return item(window, line, &marker, inside);
    }
    if is_table_head(window, line) {
        return table(window, line);
    }
    run(window, line, BlockKind::Paragraph, inside)
}

/// A paragraph, list item or quotation: lines up to a blank one or the beginning of another block.
/// An underline makes a heading of a paragraph.
fn run(window: &mut Window<'_>, first: &Line, kind: BlockKind, exit: State) -> Piece {
    let mut last = first.clone();
    while !last.long && last.end - first.start <= LONG {
        let Some(line) = window.line(last.next) else {
            break;
        };
        if line.long || window.is_blank(&line) {
            break;
        }
        let text = window.of(&line);
        // Words that only go on with what stands in a quotation or an item are nothing else.
        let is_lazy = kind == BlockKind::Quotation || indent_of(text).0 < open_column(exit);
        if kind == BlockKind::Paragraph
            && !is_lazy
            && let Some(level) = underline_level(text)
        {
            return Piece::of_lines(BlockKind::Heading(level), first, &line, exit);
        }
        if interrupts(text, kind, exit) || (!is_lazy && is_table_head(window, &line)) {
            break;
        }
        last = line;
    }
    if first.long {
        return line_piece(window, first, first.start, kind, exit);
    }
    Piece::of_lines(kind, first, &last, exit)
}

/// The column where the content of the innermost item begins; 0 outside items.
fn open_column(state: State) -> usize {
    match state {
        State::Items(columns) => columns.checked_ilog2().unwrap_or(0) as usize,
        _ => 0,
    }
}

/// The items that a line with this indent goes on with, after a blank line or as a block of its own.
fn items_around(state: State, indent: usize) -> State {
    let State::Items(columns) = state else {
        return State::Body;
    };
    let reached = u64::MAX >> (63 - indent.min(63));
    match columns & reached {
        0 => State::Body,
        around => State::Items(around),
    }
}

/// The same with one more item, whose content begins at `column`. What begins further right than any
/// editor shows counts as beginning there.
fn with_item(state: State, column: usize) -> State {
    let around = match state {
        State::Items(columns) => columns,
        _ => 0,
    };
    State::Items(around | 1 << column.min(63))
}

/// Whether a line begins a new block although no blank line stands before it.
fn interrupts(text: &str, kind: BlockKind, state: State) -> bool {
    let (indent, content) = indent_of(text);
    if content.starts_with('>') {
        return kind != BlockKind::Quotation || quoted_fence(text).is_some();
    }
    let open = open_column(state);
    if let Some(marker) = Marker::of(content) {
        // Only a paragraph that the line could be part of by itself is safe from a number other than 1.
        let sibling = open > 0 && indent < open;
        return sibling || kind == BlockKind::Quotation || marker.interrupts_paragraph;
    }
    if indent >= open + 4 {
        return false;
    }
    Fence::opens(content).is_some()
        || atx_level(content).is_some()
        || is_thematic_break(text)
        || is_footnote_definition(content)
        || HtmlEnd::of(content).is_some_and(|end| end != HtmlEnd::AnyTag)
}

fn item(window: &mut Window<'_>, line: &Line, marker: &Marker, outer: State) -> Piece {
    let (indent, text) = indent_of(window.of(line));
    let mut column = indent + marker.width;
    let mut exit = with_item(outer, column);
    let mut content = text.get(marker.bytes..).unwrap_or("");
    // Items that begin one inside the other on the same line.
    while let Some(inner) = Marker::of(content).filter(|_| !is_thematic_break(content)) {
        column += inner.width;
        exit = with_item(exit, column);
        content = content.get(inner.bytes..).unwrap_or("");
    }
    if let Some(fence) = Fence::opens(content.trim_start()) {
        return fenced_code(window, line, &fence, exit);
    }
    if content.trim().is_empty() {
        return empty_item(window, line, exit, outer);
    }
    run(window, line, BlockKind::ListItem, exit)
}

/// An item with nothing behind its marker. Words on the next line are its words where they stand below
/// its content, and else no part of it.
fn empty_item(window: &mut Window<'_>, line: &Line, exit: State, outer: State) -> Piece {
    let column = open_column(exit);
    let next = window.line(line.next);
    let Some(next) = next.filter(|next| !window.is_blank(next)) else {
        // A blank line ends it for good.
        return line_piece(window, line, line.start, BlockKind::ListItem, outer);
    };
    if !next.long && !line.long {
        let text = window.of(&next);
        let (indent, content) = indent_of(text);
        let is_words = (column..column + 4).contains(&indent)
            && Marker::of(content).is_none()
            && !content.starts_with('>')
            && HtmlEnd::of(content).is_none()
            && !interrupts(text, BlockKind::ListItem, exit)
            && !is_table_head(window, &next);
        if is_words {
            let words = run(window, &next, BlockKind::ListItem, exit);
            return Piece {
                span: line.start..words.span.end,
                ..words
            };
        }
    }
    line_piece(window, line, line.start, BlockKind::ListItem, exit)
}

/// A footnote's text: its paragraph, and indented paragraphs after it.
fn footnote(window: &mut Window<'_>, first: &Line) -> Piece {
    let mut piece = run(window, first, BlockKind::FootnoteDefinition, State::Body);
    while piece.exit == State::Body && piece.span.end - first.start <= LONG {
        let Some(line) = first_filled(window, piece.next) else {
            break;
        };
        if line.long || line.start == piece.next || indent_of(window.of(&line)).0 < 4 {
            break;
        }
        let more = run(window, &line, BlockKind::FootnoteDefinition, State::Body);
        piece.span.end = more.span.end;
        piece.next = more.next;
    }
    piece
}

fn first_filled(window: &mut Window<'_>, from: usize) -> Option<Line> {
    let mut position = from;
    loop {
        let line = window.line(position)?;
        if !window.is_blank(&line) {
            return Some(line);
        }
        position = line.next;
    }
}

fn table(window: &mut Window<'_>, first: &Line) -> Piece {
    if first.long {
        return line_piece(window, first, first.start, BlockKind::Table, State::Body);
    }
    let mut last = first.clone();
    let mut exit = State::Body;
    while let Some(line) = window.line(last.next) {
        let text = window.of(&line);
        if line.long || window.is_blank(&line) || ends_table(text) {
            break;
        }
        if line.end - first.start > LONG {
            exit = State::Rows;
            break;
        }
        last = line;
    }
    Piece::of_lines(BlockKind::Table, first, &last, exit)
}

/// A row needs no stroke; only another block ends a table.
fn ends_table(text: &str) -> bool {
    let (indent, content) = indent_of(text);
    let begins = indent < 4 && (content.starts_with('>') || Marker::of(content).is_some());
    begins || interrupts(text, BlockKind::Table, State::Body)
}

/// Whether `line` has cells and the next line is a delimiter row.
fn is_table_head(window: &mut Window<'_>, line: &Line) -> bool {
    if line.long || memchr::memchr(b'|', window.of(line).as_bytes()).is_none() {
        return false;
    }
    window
        .line(line.next)
        .is_some_and(|row| is_delimiter_row(window.of(&row)))
}

fn indented_code(window: &mut Window<'_>, first: &Line, column: usize, exit: State) -> Piece {
    let mut last = first.clone();
    while let Some(line) = first_filled(window, last.next) {
        if indent_of(window.of(&line)).0 < column {
            break;
        }
        last = line;
    }
    Piece::of_lines(BlockKind::Code, first, &last, exit)
}

fn fenced_code(window: &mut Window<'_>, first: &Line, fence: &Fence, exit: State) -> Piece {
    let mut last = first.clone();
    while let Some(line) = window.line(last.next) {
        last = line;
        if fence.closes(window.of(&last)) {
            break;
        }
    }
    Piece::of_lines(BlockKind::Code, first, &last, exit)
}

/// Code between fences inside a quotation: it ends with the quotation at the latest.
fn quoted_code(window: &mut Window<'_>, first: &Line, fence: &Fence, exit: State) -> Piece {
    let mut last = first.clone();
    while let Some(line) = window.line(last.next) {
        let Some(words) = unquoted(window.of(&line)) else {
            break;
        };
        let closes = fence.closes(words);
        last = line;
        if closes {
            break;
        }
    }
    Piece::of_lines(BlockKind::Code, first, &last, exit)
}

/// The fence that a quoted line opens.
fn quoted_fence(text: &str) -> Option<Fence> {
    let (indent, content) = indent_of(unquoted(text)?);
    (indent < 4).then(|| Fence::opens(content))?
}

/// A line of a quotation without the marks that make it one, however many.
fn unquoted(text: &str) -> Option<&str> {
    let (_, content) = indent_of(text);
    let mut words = content.strip_prefix('>')?;
    loop {
        words = words.strip_prefix(' ').unwrap_or(words);
        match words.strip_prefix('>') {
            Some(inner) => words = inner,
            None => return Some(words),
        }
    }
}

fn html(window: &mut Window<'_>, first: &Line, end: HtmlEnd, exit: State) -> Piece {
    let mut last = first.clone();
    loop {
        if let HtmlEnd::Text(mark) = end
            && window.of(&last).contains(mark)
        {
            break;
        }
        let Some(line) = window.line(last.next) else {
            break;
        };
        if !matches!(end, HtmlEnd::Text(_)) && window.is_blank(&line) {
            break;
        }
        last = line;
    }
    Piece::of_lines(BlockKind::Html, first, &last, exit)
}
