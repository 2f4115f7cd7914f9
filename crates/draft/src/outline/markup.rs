//! What one line of Markdown is by itself: fences, list markers, heading marks, HTML.

pub(super) struct Fence {
    mark: u8,
    length: usize,
}

impl Fence {
    pub(super) fn opens(content: &str) -> Option<Self> {
        let mark = *content.as_bytes().first()?;
        if !matches!(mark, b'`' | b'~') {
            return None;
        }
        let length = content.bytes().take_while(|byte| *byte == mark).count();
        let info_is_plain = mark == b'~' || !content[length..].contains('`');
        (length >= 3 && info_is_plain).then_some(Self { mark, length })
    }

    pub(super) fn closes(&self, text: &str) -> bool {
        let content = text.trim();
        content.len() >= self.length && content.bytes().all(|byte| byte == self.mark)
    }
}

/// What ends an HTML block.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum HtmlEnd {
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
    pub(super) fn of(content: &str) -> Option<Self> {
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

/// A list marker: `-`, `*`, `+`, `1.` or `1)`, and a space.
pub(super) struct Marker {
    /// Bytes of the marker and the spaces after it.
    pub(super) bytes: usize,
    /// Columns of the same.
    pub(super) width: usize,
    pub(super) interrupts_paragraph: bool,
}

impl Marker {
    pub(super) fn of(content: &str) -> Option<Self> {
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
pub(super) fn indent_of(text: &str) -> (usize, &str) {
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

pub(super) fn atx_level(content: &str) -> Option<u8> {
    let level = content.bytes().take_while(|byte| *byte == b'#').count();
    let after = content.as_bytes().get(level);
    let spaced = matches!(after, None | Some(b' ' | b'\t'));
    ((1..=6).contains(&level) && spaced).then_some(level as u8)
}

pub(super) fn underline_level(text: &str) -> Option<u8> {
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

pub(super) fn is_thematic_break(text: &str) -> bool {
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

pub(super) fn is_footnote_definition(content: &str) -> bool {
    content
        .strip_prefix("[^")
        .and_then(|rest| rest.split_once("]:"))
        .is_some_and(|(label, _)| {
            !label.is_empty() && label.len() < 100 && !label.contains([' ', ']', '['])
        })
}

/// The row of dashes below the head of a table.
pub(super) fn is_delimiter_row(row: &str) -> bool {
    row.contains('|')
        && row.contains('-')
        && row
            .bytes()
            .all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t'))
}
