//! Blocks of Markdown: CommonMark with tables, footnotes and front matter.
//!
//! Containers are flattened: a list item, a block quotation or a footnote is one block with all its
//! lines up to the next block, because what matters is where a sentence begins and ends.

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
    window.line(line.next).is_some_and(|row| {
        let row = window.of(&row);
        row.contains('|')
            && row.contains('-')
            && row
                .bytes()
                .all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t'))
    })
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

struct Fence {
    mark: u8,
    length: usize,
}

impl Fence {
    fn opens(content: &str) -> Option<Self> {
        let mark = *content.as_bytes().first()?;
        if !matches!(mark, b'`' | b'~') {
            return None;
        }
        let length = content.bytes().take_while(|byte| *byte == mark).count();
        let info_is_plain = mark == b'~' || !content[length..].contains('`');
        (length >= 3 && info_is_plain).then_some(Self { mark, length })
    }

    fn closes(&self, text: &str) -> bool {
        let content = text.trim();
        content.len() >= self.length && content.bytes().all(|byte| byte == self.mark)
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

/// What ends an HTML block.
#[derive(Clone, Copy, PartialEq, Eq)]
enum HtmlEnd {
    Text(&'static str),
    BlankLine,
    /// As `BlankLine`, for a tag that is no block's: it begins no block inside a paragraph.
    AnyTag,
}

/// Elements whose tag begins an HTML block.
const BLOCK_ELEMENTS: [&str; 24] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "details",
    "dialog",
    "div",
    "dl",
    "fieldset",
    "figure",
    "footer",
    "form",
    "header",
    "hr",
    "main",
    "nav",
    "ol",
    "p",
    "section",
    "summary",
    "table",
    "ul",
];

impl HtmlEnd {
    fn of(content: &str) -> Option<Self> {
        let rest = content.strip_prefix('<')?;
        if rest.starts_with("!--") {
            return Some(Self::Text("-->"));
        }
        if rest.starts_with('?') {
            return Some(Self::Text("?>"));
        }
        let name = rest.strip_prefix('/').unwrap_or(rest);
        let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let (name, after) = name.split_at(length);
        let name = name.to_ascii_lowercase();
        match name.as_str() {
            "script" => return Some(Self::Text("</script>")),
            "style" => return Some(Self::Text("</style>")),
            "pre" => return Some(Self::Text("</pre>")),
            _ => {}
        }
        let ends_name = after.is_empty() || after.starts_with([' ', '\t', '>', '/']);
        if BLOCK_ELEMENTS.contains(&name.as_str()) && ends_name {
            return Some(Self::BlankLine);
        }
        let alone = !name.is_empty() && ends_name && content.trim_end().ends_with('>');
        (alone && content.matches('<').count() == 1).then_some(Self::AnyTag)
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

/// A list marker: `-`, `*`, `+`, `1.` or `1)`, and a space.
struct Marker {
    /// Bytes of the marker and the spaces after it.
    bytes: usize,
    /// Columns of the same.
    width: usize,
    interrupts_paragraph: bool,
}

impl Marker {
    fn of(content: &str) -> Option<Self> {
        let bytes = content.as_bytes();
        let digits = bytes
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let mark = match digits {
            0 => matches!(bytes.first(), Some(b'-' | b'*' | b'+')),
            1..=9 => matches!(bytes.get(digits), Some(b'.' | b')')),
            _ => false,
        };
        if !mark {
            return None;
        }
        let after = &bytes[digits + 1..];
        let spaces = after
            .iter()
            .take_while(|byte| matches!(byte, b' ' | b'\t'))
            .count();
        let empty = after.len() == spaces;
        if spaces == 0 && !empty {
            return None;
        }
        let gap = if empty || spaces > 4 { 1 } else { spaces };
        Some(Self {
            bytes: (digits + 1 + gap).min(bytes.len()),
            width: digits + 1 + gap,
            interrupts_paragraph: !empty && (digits == 0 || &bytes[..digits] == b"1"),
        })
    }
}

/// Columns of white space at the beginning, and what follows.
fn indent_of(text: &str) -> (usize, &str) {
    let mut column = 0;
    for (index, byte) in text.bytes().enumerate() {
        match byte {
            b' ' => column += 1,
            b'\t' => column += 4 - column % 4,
            _ => return (column, &text[index..]),
        }
    }
    (column, "")
}

fn atx_level(content: &str) -> Option<u8> {
    let level = content.bytes().take_while(|byte| *byte == b'#').count();
    let after = content.as_bytes().get(level);
    let spaced = matches!(after, None | Some(b' ' | b'\t'));
    ((1..=6).contains(&level) && spaced).then_some(level as u8)
}

fn underline_level(text: &str) -> Option<u8> {
    let (indent, content) = indent_of(text);
    let content = content.trim_end();
    if indent > 3 || content.is_empty() {
        return None;
    }
    let all = |mark| content.bytes().all(|byte| byte == mark);
    match () {
        () if all(b'=') => Some(1),
        () if all(b'-') => Some(2),
        () => None,
    }
}

fn is_thematic_break(text: &str) -> bool {
    let (indent, content) = indent_of(text);
    let Some(mark) = content.bytes().next().filter(|byte| b"-*_".contains(byte)) else {
        return false;
    };
    let marks = content.bytes().filter(|byte| *byte == mark).count();
    let only = content
        .bytes()
        .all(|byte| byte == mark || byte == b' ' || byte == b'\t');
    indent < 4 && only && marks >= 3
}

fn is_footnote_definition(content: &str) -> bool {
    content
        .strip_prefix("[^")
        .and_then(|rest| rest.split_once("]:"))
        .is_some_and(|(label, _)| {
            !label.is_empty() && label.len() < 100 && !label.contains([' ', ']', '['])
        })
}
