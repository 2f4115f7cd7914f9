//! `textDocument/semanticTokens`: in full, for a range, and as what has changed since the last answer.
//!
//! The kinds go out under names that every editor has colours for. Places are counted from one token to the
//! next, so an edit changes one stretch of the answer, and only that is sent again.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use assist::{Token, TokenKind};
use dashmap::DashMap;
use tower_lsp::ls_types as lsp;
use workspace::Location;

use crate::session::Session;
use crate::view::View;

/// Numbers for one token in an answer.
const NUMBERS: usize = 5;

/// What clients were told last of each text that is open.
#[derive(Default)]
pub(crate) struct Coloured {
    last: DashMap<Location, Told>,
    count: AtomicU64,
}

/// An answer, and the name by which a client asks what has changed since.
#[derive(Clone)]
struct Told {
    id: String,
    tokens: Arc<[lsp::SemanticToken]>,
}

impl Coloured {
    /// Forgets a text that was closed.
    pub(crate) fn forget(&self, location: &Location) {
        self.last.remove(location);
    }

    /// Keeps an answer in place of the one before, which it hands back; the new answer's name beside it.
    fn keep(
        &self,
        location: &Location,
        tokens: &Arc<[lsp::SemanticToken]>,
    ) -> (Option<Told>, String) {
        let id = self.count.fetch_add(1, Ordering::Relaxed).to_string();
        let told = Told {
            id: id.clone(),
            tokens: Arc::clone(tokens),
        };
        (self.last.insert(location.clone(), told), id)
    }
}

/// The kinds in the order of their numbers, under the protocol's names.
pub(crate) fn legend() -> lsp::SemanticTokensLegend {
    lsp::SemanticTokensLegend {
        token_types: TokenKind::ALL.map(name).to_vec(),
        token_modifiers: vec![lsp::SemanticTokenModifier::DECLARATION],
    }
}

const fn name(kind: TokenKind) -> lsp::SemanticTokenType {
    match kind {
        TokenKind::Acronym => lsp::SemanticTokenType::TYPE,
        TokenKind::Term => lsp::SemanticTokenType::VARIABLE,
        TokenKind::Document => lsp::SemanticTokenType::CLASS,
        TokenKind::Pinpoint => lsp::SemanticTokenType::NUMBER,
        TokenKind::Footnote => lsp::SemanticTokenType::DECORATOR,
    }
}

/// All tokens.
pub(crate) fn full(session: &Session, view: &View) -> lsp::SemanticTokens {
    let tokens = all(view);
    let (_, id) = keep(session, view, &tokens);
    lsp::SemanticTokens {
        result_id: Some(id),
        data: tokens.to_vec(),
    }
}

/// What has changed since the answer with the name `since`; all tokens where that is not the last one.
pub(crate) fn changed(
    session: &Session,
    view: &View,
    since: &str,
) -> lsp::SemanticTokensFullDeltaResult {
    let tokens = all(view);
    let (before, id) = keep(session, view, &tokens);
    let Some(before) = before.filter(|told| told.id == since) else {
        return lsp::SemanticTokens {
            result_id: Some(id),
            data: tokens.to_vec(),
        }
        .into();
    };
    lsp::SemanticTokensDelta {
        result_id: Some(id),
        edits: difference(&before.tokens, &tokens).into_iter().collect(),
    }
    .into()
}

/// The tokens that touch a range.
pub(crate) fn within(view: &View, range: lsp::Range) -> lsp::SemanticTokens {
    let range = view.positions().bytes(range);
    lsp::SemanticTokens {
        result_id: None,
        data: counted(view, range),
    }
}

fn all(view: &View) -> Arc<[lsp::SemanticToken]> {
    counted(view, 0..view.text.rope().len_bytes()).into()
}

fn keep(
    session: &Session,
    view: &View,
    tokens: &Arc<[lsp::SemanticToken]>,
) -> (Option<Told>, String) {
    let location = &view.text.location;
    let kept = session.coloured.keep(location, tokens);
    // A text that was closed meanwhile is not remembered.
    if session.texts.get(location).is_none() {
        session.coloured.forget(location);
    }
    kept
}

/// The tokens as the protocol counts them: each from the one before, and none over the end of a line.
fn counted(view: &View, range: Range<usize>) -> Vec<lsp::SemanticToken> {
    let found = assist::tokens(&view.resolved, range);
    let mut counted = Vec::with_capacity(found.len());
    let mut before = lsp::Position::default();
    for token in &found {
        for (start, length) in on_lines(view, token) {
            let delta_line = start.line - before.line;
            let from = if delta_line == 0 { before.character } else { 0 };
            counted.push(lsp::SemanticToken {
                delta_line,
                delta_start: start.character - from,
                length,
                token_type: token.kind as u32,
                token_modifiers_bitset: u32::from(token.introduces),
            });
            before = start;
        }
    }
    counted
}

/// The stretches of a token on each of its lines: where they start, and how long they are.
fn on_lines(view: &View, token: &Token) -> Vec<(lsp::Position, u32)> {
    let positions = view.positions();
    let range = positions.range(&token.range);
    let mut stretches = Vec::with_capacity(1);
    for line in range.start.line..=range.end.line {
        let start = if line == range.start.line {
            range.start.character
        } else {
            0
        };
        let end = if line == range.end.line {
            range.end.character
        } else {
            let last = positions.offset(lsp::Position::new(line, u32::MAX));
            positions.position(last).character
        };
        if end > start {
            stretches.push((lsp::Position::new(line, start), end - start));
        }
    }
    stretches
}

/// The one stretch in which two answers differ; `None` where they are the same.
fn difference(
    before: &[lsp::SemanticToken],
    now: &[lsp::SemanticToken],
) -> Option<lsp::SemanticTokensEdit> {
    let alike = |pair: &(&lsp::SemanticToken, &lsp::SemanticToken)| pair.0 == pair.1;
    let first = before.iter().zip(now).take_while(alike).count();
    let (before, now) = (&before[first..], &now[first..]);
    let last = before.iter().rev().zip(now.iter().rev()).take_while(alike);
    let last = last.count();
    let (gone, come) = (&before[..before.len() - last], &now[..now.len() - last]);
    (!gone.is_empty() || !come.is_empty()).then(|| lsp::SemanticTokensEdit {
        start: (first * NUMBERS) as u32,
        delete_count: (gone.len() * NUMBERS) as u32,
        data: Some(come.to_vec()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(delta_start: u32) -> lsp::SemanticToken {
        lsp::SemanticToken {
            delta_start,
            ..lsp::SemanticToken::default()
        }
    }

    /// Whatever two answers are, the first becomes the second by the difference.
    #[test]
    fn the_difference_makes_one_answer_of_the_other() {
        let answers: [&[u32]; 7] = [
            &[],
            &[1],
            &[1, 2],
            &[1, 1, 1],
            &[1, 1],
            &[2, 1, 3],
            &[1, 2, 1, 2, 1],
        ];
        for before in answers {
            for after in answers {
                let tokens = |starts: &[u32]| -> Vec<_> {
                    starts.iter().map(|start| token(*start)).collect()
                };
                let (mut edited, after) = (tokens(before), tokens(after));
                if let Some(edit) = difference(&edited, &after) {
                    let start = edit.start as usize / NUMBERS;
                    let end = start + edit.delete_count as usize / NUMBERS;
                    edited.splice(start..end, edit.data.unwrap_or_default());
                } else {
                    assert_eq!(edited, after);
                }
                assert_eq!(edited, after);
            }
        }
    }
}
