//! The enacting line of a resolution: "The General Assembly," as a paragraph of its own.

use citation::Body;
use draft::{Block, Draft};

/// The line stands within so many blocks.
const NEAR_THE_TOP: usize = 60;

/// The longest line, in bytes.
const LONGEST: usize = 60;

/// The commas of the official languages.
const COMMAS: [char; 3] = [',', '،', '，'];

/// The line with which a resolution begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnactingLine {
    /// The index of its block.
    pub block: usize,
    /// The body that speaks.
    pub body: Body,
    /// Whether it ends with its comma.
    pub has_comma: bool,
}

/// The enacting line of `draft`: the name of a body and a comma in any official language, or in English the name alone
/// above a paragraph that a comma ends, as preambular paragraphs do.
pub fn line(draft: &Draft) -> Option<EnactingLine> {
    let mut near = draft.blocks().iter().take(NEAR_THE_TOP).enumerate();
    near.find_map(|(index, block)| {
        let is_short = block.span.len() <= LONGEST;
        let text = is_short.then(|| draft.text_of(&block))?;
        let (body, has_comma) = speaks(&text)?;
        let opens = || {
            let next = draft.blocks().get(index + 1);
            let is_preambular = |next: Block<'_>| draft.text_of(&next).trim_end().ends_with(',');
            next.is_some_and(is_preambular)
        };
        (has_comma || opens()).then_some(EnactingLine {
            block: index,
            body,
            has_comma,
        })
    })
}

/// Whether a `line` of text is an enacting line with its comma.
pub fn is_line(line: &str) -> bool {
    line.len() <= LONGEST && speaks(line).is_some_and(|(_, has_comma)| has_comma)
}

/// The body whose name is all of a line but for marks of emphasis, and whether a comma follows.
fn speaks(line: &str) -> Option<(Body, bool)> {
    let is_mark = |c: char| matches!(c, '*' | '_');
    let words = line.trim_matches(|c: char| is_mark(c) || c.is_whitespace());
    // Most short blocks are headings, and to ask for a body by its name takes long.
    if !words.ends_with(COMMAS) && !words.starts_with('T') {
        return None;
    }
    let bare: String = words.chars().filter(|c| !is_mark(*c)).collect();
    let bare = bare.trim();
    let (name, has_comma) = match bare.strip_suffix(COMMAS) {
        Some(name) => (name, true),
        None => (bare, false),
    };
    if !has_comma && !name.starts_with("The ") {
        return None;
    }
    Some((Body::named(name)?, has_comma))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use draft::Dialect;

    use super::*;

    fn read(text: &str) -> Option<(String, bool)> {
        let draft = Draft::new(text, Dialect::Markdown, Arc::default());
        line(&draft).map(|line| (line.body.to_string(), line.has_comma))
    }

    #[test]
    fn a_body_on_a_line_of_its_own_speaks() {
        let assembly = |has_comma| Some(("General Assembly".to_owned(), has_comma));
        for (text, wanted) in [
            (
                "# Title\n\n*The General Assembly*,\n\nRecalling,\n",
                assembly(true),
            ),
            ("*The General Assembly,*\n\nRecalling,\n", assembly(true)),
            ("L’Assemblée générale,\n\nRappelant,\n", assembly(true)),
            (
                "*The General Assembly*\n\n*Recalling* its work,\n",
                assembly(false),
            ),
            ("*The General Assembly*\n\nIt has six committees.\n", None),
            ("General Assembly\n\nRecalling its work,\n", None),
            ("The General Assembly, which met,\n", None),
        ] {
            assert_eq!(read(text), wanted, "{text}");
        }
    }
}
