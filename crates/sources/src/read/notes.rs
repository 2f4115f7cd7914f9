//! The footnotes of a text: below a rule of underscores at the foot of a page, or `[^3]: words`.

use std::ops::Range;

use super::lines::{Line, Role};

/// A footnote.
#[derive(Clone, Debug)]
pub(super) struct Note {
    /// Its figure, or the asterisks it has instead.
    pub(super) figure: String,
    /// The lines of its words, as they stand.
    pub(super) pieces: Vec<String>,
    /// Where it stands, in bytes.
    pub(super) span: Range<usize>,
    pub(super) page: u32,
    /// Where it is called, in bytes, as far as that was found.
    pub(super) called: Option<usize>,
}

/// Notes that stand together at the foot of one page.
pub(super) struct Block {
    pub(super) notes: Vec<Note>,
    /// The line at which the block begins.
    pub(super) begins: usize,
}

/// Marks the lines of notes: below each rule down to the edge of the page, and after `[^3]:` up to an
/// empty line.
pub(super) fn mark(lines: &[Line<'_>], roles: &mut [Role]) {
    let mut page = 0;
    let mut below_rule = false;
    let mut defined = false;
    for (line, role) in lines.iter().zip(roles) {
        if is_rule(&line.text) {
            below_rule = true;
        } else if matches!(*role, Role::Edge | Role::Title) || line.page > page {
            below_rule = false;
        }
        page = line.page;
        defined = match definition(&line.text) {
            Some(_) => true,
            None => defined && *role != Role::Blank,
        };
        if *role == Role::Blank {
            continue;
        }
        if defined {
            *role = Role::Definition;
        } else if below_rule {
            *role = Role::Note;
        }
    }
}

/// A line of underscores.
fn is_rule(text: &str) -> bool {
    text.len() >= 5 && text.bytes().all(|byte| byte == b'_')
}

/// `3` and `words` of `[^3]: words`.
fn definition(text: &str) -> Option<(&str, &str)> {
    let (figure, rest) = text.strip_prefix("[^")?.split_once("]:")?;
    (!figure.is_empty() && figure.len() <= 8).then(|| (figure, rest.trim_start()))
}

/// The notes, block by block, in the order of the text.
pub(super) fn blocks(lines: &[Line<'_>], roles: &[Role]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut inside = false;
    for (at, line) in lines.iter().enumerate() {
        match roles[at] {
            Role::Blank => continue,
            Role::Note | Role::Definition => {}
            _ => {
                inside = false;
                continue;
            }
        }
        if !inside || (is_rule(&line.text) && line.page > 0) {
            inside = true;
            blocks.push(Block {
                notes: Vec::new(),
                begins: at,
            });
        }
        if let Some(block) = blocks.last_mut().filter(|_| !is_rule(&line.text)) {
            block.line(line);
        }
    }
    blocks
}

impl Block {
    fn line(&mut self, line: &Line<'_>) {
        if let Some((figure, rest)) = self.opens(&line.text) {
            self.notes.push(Note {
                figure: figure.to_owned(),
                pieces: vec![rest.to_owned()],
                span: line.span.clone(),
                page: line.page,
                called: None,
            });
        } else if let Some(note) = self.notes.last_mut() {
            note.pieces.push(line.text.to_string());
            note.span.end = line.span.end;
        }
    }

    /// The figure that a line begins a note with, alone or before its words. A number in front of a
    /// wrapped line is one only where it goes on from the note before.
    fn opens<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        if let Some(found) = definition(text) {
            return Some(found);
        }
        let first = text.split_whitespace().next()?;
        let rest = text[first.len()..].trim_start();
        if first.len() <= 3 && first.bytes().all(|byte| byte == b'*') {
            return Some((first, rest));
        }
        let number: usize = first.parse().ok().filter(|_| first.len() <= 3)?;
        let last = self
            .notes
            .iter()
            .rev()
            .find_map(|note| note.figure.parse::<usize>().ok());
        let in_turn = last.is_none_or(|last| (last + 1..last + 6).contains(&number));
        (in_turn || rest.is_empty()).then_some((first, rest))
    }
}
