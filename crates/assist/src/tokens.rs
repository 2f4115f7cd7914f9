//! Semantic tokens: what was recognised in a draft, so that an editor can colour it.
//!
//! A colour says that the words were read as something, not that they are right: what is wrong with them is a
//! finding's to say.

use std::cmp::Reverse;
use std::ops::Range;

use citation::Kind;
use draft::Block;
use resolve::{Existence, Reference, Resolved};

use crate::under;

/// What words were read as. Where two readings meet, the one that comes first here counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenKind {
    /// An acronym.
    Acronym,
    /// A short form that the draft introduces for something: "the Compact".
    Term,
    /// What names another document: a symbol, a number, a title.
    Document,
    /// A paragraph reference.
    Pinpoint,
    /// A footnote's mark, or the label before its text.
    Footnote,
}

impl TokenKind {
    /// Every kind, in order.
    pub const ALL: [Self; 5] = [
        Self::Acronym,
        Self::Term,
        Self::Document,
        Self::Pinpoint,
        Self::Footnote,
    ];
}

/// Words that were read as something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The words, byte range in the draft; may go over a line's end.
    pub range: Range<usize>,
    /// What they were read as.
    pub kind: TokenKind,
    /// Whether this is where it is introduced: an acronym in its parentheses, the label of a footnote's text.
    pub introduces: bool,
}

/// The tokens that touch `range`, in text order; no two of them overlap.
pub fn tokens(resolved: &Resolved, range: Range<usize>) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    for reference in resolved.references_near(range.clone()) {
        found.extend(of_reference(&reference));
    }
    let blocks = resolved.draft.blocks();
    let first = blocks.partition_point(|block| block.span.end < range.start);
    let near = blocks.range(first..blocks.len());
    for block in near.take_while(|block| block.span.start <= range.end) {
        in_block(&block, &mut found);
    }
    found.retain(|token| token.range.start < range.end && range.start < token.range.end);
    apart(found)
}

fn of_reference(reference: &Reference) -> impl Iterator<Item = Token> {
    let kind = match reference.kind {
        Kind::Short => TokenKind::Term,
        _ => TokenKind::Document,
    };
    // What cannot be a symbol is none.
    let token = (reference.existence != Existence::Malformed).then(|| reference.token.clone());
    let pinpoint = reference.pinpoint.as_ref().map(|one| one.span.clone());
    let used = |kind: TokenKind| {
        move |range: Range<usize>| Token {
            range,
            kind,
            introduces: false,
        }
    };
    let token = token.into_iter().map(used(kind));
    token.chain(pinpoint.into_iter().map(used(TokenKind::Pinpoint)))
}

fn in_block(block: &Block<'_>, found: &mut Vec<Token>) {
    let mut tell = |kind: TokenKind, span: &Range<usize>, introduces: bool| {
        found.push(Token {
            range: under::shifted(block, span),
            kind,
            introduces,
        });
    };
    for acronym in &block.marks.acronyms {
        tell(TokenKind::Acronym, &acronym.span, false);
    }
    for definition in &block.marks.definitions {
        let kind = if definition.acronym {
            TokenKind::Acronym
        } else {
            TokenKind::Term
        };
        tell(kind, &definition.short_span, true);
    }
    for mark in &block.marks.footnotes {
        tell(TokenKind::Footnote, &mark.span, false);
    }
    if let Some(label) = &block.marks.label {
        tell(TokenKind::Footnote, &label.span, true);
    }
}

/// The tokens in text order, without those that overlap one that counts more.
fn apart(mut tokens: Vec<Token>) -> Vec<Token> {
    tokens.sort_by_key(|token| (token.range.start, Reverse(token.range.end), token.kind));
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        match kept.last_mut() {
            Some(last) if token.range.start < last.range.end => {
                if token.kind < last.kind {
                    *last = token;
                }
            }
            _ => kept.push(token),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Drawn;

    #[track_caller]
    fn check(drawing: &str, expected: &[&str]) {
        let drawn = Drawn::markdown(drawing);
        let length = drawn.resolved.draft.rope().len_bytes();
        let found = tokens(&drawn.resolved, 0..length);
        let told: Vec<String> = found
            .iter()
            .map(|token| {
                let sign = if token.introduces { "=" } else { "" };
                format!("{:?}{sign} {}", token.kind, drawn.words(&token.range))
            })
            .collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn documents_and_paragraph_references_are_told_apart() {
        check(
            r"
Paragraph 3 (a) of resolution 67/172, and A/99/1, A/HCR/53/26
                              ^^^^^^ held A/RES/67/172
^^^^^^^^^^^^^^^ paragraph 3 (a)
                                          ^^^^^^ unknown A/99/1
                                                  ^^^^^^^^^^^ malformed
",
            &[
                "Pinpoint Paragraph 3 (a)",
                "Document 67/172",
                "Document A/99/1",
            ],
        );
    }

    #[test]
    fn acronyms_terms_and_footnotes_say_where_they_are_introduced() {
        check(
            "The non-governmental organizations (NGOs) met.[^a] Two NGOs left; see the Global Compact for \
             Migration (hereinafter referred to as the Compact).\n\n[^a]: Text.\n",
            &[
                "Acronym= NGOs",
                "Footnote [^a]",
                "Acronym NGOs",
                "Term= Compact",
                "Footnote= [^a]",
            ],
        );
    }

    #[test]
    fn only_what_touches_the_range_is_told() {
        let drawn = Drawn::markdown("One NGO.\n\nTwo NHRI.\n\nThree IOM.\n");
        let found = tokens(&drawn.resolved, 10..20);
        let words: Vec<String> = found.iter().map(|it| drawn.words(&it.range)).collect();
        assert_eq!(words, ["NHRI"]);
    }

    #[test]
    fn no_two_tokens_overlap() {
        let token = |range: Range<usize>, kind| Token {
            range,
            kind,
            introduces: false,
        };
        let found = apart(vec![
            token(4..9, TokenKind::Document),
            token(0..5, TokenKind::Pinpoint),
            token(6..8, TokenKind::Acronym),
            token(6..8, TokenKind::Term),
        ]);
        let kinds: Vec<TokenKind> = found.iter().map(|token| token.kind).collect();
        assert_eq!(kinds, [TokenKind::Acronym]);
    }
}
