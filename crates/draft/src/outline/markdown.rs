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
    let open = match state {
        State::Item(column) if indent >= usize::from(column) => usize::from(column),
        State::Rows => return table(window, line),
        _ => 0,
    };
    let inside = if open > 0 { state } else { State::Body };
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
    if content.starts_with('>') {
        return run(window, line, BlockKind::Quotation, inside);
    }
    if is_footnote_definition(content) {
        return footnote(window, line);
    }
    if let Some(marker) = Marker::of(content) {
        return item(window, line, &marker, indent);
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
        if kind == BlockKind::Paragraph
            && let Some(level) = underline_level(text)
        {
            return Piece {
                kind: BlockKind::Heading(level),
                span: first.start..line.end,
                next: line.next,
                exit,
            };
        }
        if interrupts(text, kind, exit) || is_table_head(window, &line) {
            break;
        }
        last = line;
    }
    if first.long {
        return line_piece(window, first, first.start, kind, exit);
    }
    Piece {
        kind,
        span: first.start..last.end,
        next: last.next,
        exit,
    }
}

/// Whether a line begins a new block although no blank line stands before it.
fn interrupts(text: &str, kind: BlockKind, state: State) -> bool {
    let (indent, content) = indent_of(text);
    if content.starts_with('>') {
        return kind != BlockKind::Quotation;
    }
    let open = match state {
        State::Item(column) => usize::from(column),
        _ => 0,
    };
    if let Some(marker) = Marker::of(content) {
        let sibling = open > 0 && indent < open;
        return sibling || marker.interrupts_paragraph;
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

fn item(window: &mut Window<'_>, line: &Line, marker: &Marker, indent: usize) -> Piece {
    let column = (indent + marker.width).min(usize::from(u8::MAX));
    let exit = State::Item(column as u8);
    let content = window
        .of(line)
        .trim_start()
        .get(marker.bytes..)
        .unwrap_or("");
    if let Some(fence) = Fence::opens(content.trim_start()) {
        return fenced_code(window, line, &fence, exit);
    }
    run(window, line, BlockKind::ListItem, exit)
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
        if line.long || !text.contains('|') {
            break;
        }
        if line.end - first.start > LONG {
            exit = State::Rows;
            break;
        }
        last = line;
    }
    Piece {
        kind: BlockKind::Table,
        span: first.start..last.end,
        next: last.next,
        exit,
    }
}

/// Whether `line` has cells and the next line is a delimiter row.
fn is_table_head(window: &mut Window<'_>, line: &Line) -> bool {
    if line.long || !window.of(line).contains('|') {
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
    Piece {
        kind: BlockKind::Code,
        span: first.start..last.end,
        next: last.next,
        exit,
    }
}

fn fenced_code(window: &mut Window<'_>, first: &Line, fence: &Fence, exit: State) -> Piece {
    let mut last = first.clone();
    while let Some(line) = window.line(last.next) {
        last = line;
        if fence.closes(window.of(&last)) {
            break;
        }
    }
    Piece {
        kind: BlockKind::Code,
        span: first.start..last.end,
        next: last.next,
        exit,
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
    Piece {
        kind: BlockKind::Html,
        span: first.start..last.end,
        next: last.next,
        exit,
    }
}
