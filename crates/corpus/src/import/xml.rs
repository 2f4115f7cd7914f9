//! XML that a stranger wrote: read whole, within limits, without entities of its own.

use roxmltree::{Document, Error, Node, ParsingOptions};

use super::ImportError;

/// The most elements, attributes and texts of one file.
const MOST_NODES: u32 = 4_000_000;

/// The deepest nesting that is followed; what people write stays below fifty.
const DEEPEST: usize = 400;

/// Reads `text`. A file that declares entities is refused: documents have no use for them, and a few
/// lines of them unfold to gigabytes.
pub(super) fn parse(text: &str) -> Result<Document<'_>, ImportError> {
    let options = ParsingOptions {
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    depth(text)?;
    Document::parse_with_options(text, options).map_err(|error| match error {
        Error::DtdDetected => ImportError::BeyondLimit(
            "it declares entities of its own, which can unfold without end".into(),
        ),
        Error::NodesLimitReached => {
            ImportError::BeyondLimit("it has more than four million elements".into())
        }
        other => ImportError::Damaged(other.to_string()),
    })
}

/// Refuses what is nested so deeply that walking it would be unsafe.
fn depth(text: &str) -> Result<(), ImportError> {
    let bytes = text.as_bytes();
    let mut depth = 0usize;
    let mut at = 0;
    while let Some(open) = memchr(bytes, at) {
        match bytes.get(open + 1) {
            Some(b'/') => depth = depth.saturating_sub(1),
            Some(b'?' | b'!') | None => {}
            Some(_) => depth += 1,
        }
        let close = text[open..].find('>').map_or(bytes.len(), |end| open + end);
        if close > 0 && bytes.get(close - 1) == Some(&b'/') {
            depth = depth.saturating_sub(1);
        }
        if depth > DEEPEST {
            return Err(ImportError::BeyondLimit(format!(
                "it is nested more than {DEEPEST} levels deep"
            )));
        }
        at = close.max(open + 1);
    }
    Ok(())
}

fn memchr(bytes: &[u8], from: usize) -> Option<usize> {
    bytes
        .get(from..)?
        .iter()
        .position(|byte| *byte == b'<')
        .map(|at| from + at)
}

/// The local name of an element; empty for a text.
pub(super) fn name<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

/// The first child element of that name.
pub(super) fn child<'a, 'input>(node: Node<'a, 'input>, wanted: &str) -> Option<Node<'a, 'input>> {
    node.children().find(|child| name(*child) == wanted)
}

/// The value of an attribute, whatever its namespace.
pub(super) fn attribute<'a>(node: Node<'a, '_>, wanted: &str) -> Option<&'a str> {
    node.attributes()
        .find(|attribute| attribute.name() == wanted)
        .map(|attribute| attribute.value())
}

/// All text below `node`, in order.
pub(super) fn words(node: Node<'_, '_>) -> String {
    node.descendants()
        .filter(Node::is_text)
        .filter_map(|text| text.text())
        .collect()
}
