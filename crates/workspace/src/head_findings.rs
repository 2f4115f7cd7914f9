//! What is found in the head of a long text that was just opened, before the whole of it has been read.
//!
//! Only what holds whatever follows: the text that is read to its end says the same in the same words, and more.

use std::sync::Arc;

use citation::Date;
use memchr::memmem;
use ropey::RopeSlice;
use rules::Placed;

use crate::{Analysis, OpenText, Workspace, Workspaces};

/// A shorter text is read to its end in the time that it takes to look at its head.
const LONG: usize = 256 << 10;

/// So many bytes the head may be longer than what a draft says of itself, to end between paragraphs.
const LEEWAY: usize = 16 << 10;

/// A blank line, with either line break.
const BLANK_LINE: [&str; 2] = ["\n\n", "\r\n\r\n"];

/// What a comment begins with that accepts findings, be it everywhere in the text.
const ACCEPTING: &[u8] = b"penholder:";

/// The head of a text.
pub struct HeadFindings {
    /// The workspace of the text.
    pub workspace: Arc<Workspace>,
    /// The head, analysed as if it were all.
    pub analysis: Arc<Analysis>,
    /// Those of its findings that hold whatever follows, in order.
    pub found: Vec<Placed>,
}

impl OpenText {
    /// What is found in the head of a long text; `None` where the text is short, where nothing in its head is certain,
    /// or where `stop` said so. `today` is only asked where there is a head to look at.
    pub fn head_findings(
        &self,
        workspaces: &Workspaces,
        today: impl Fn() -> Date,
        stop: &dyn Fn() -> bool,
    ) -> Option<HeadFindings> {
        let rope = self.rope();
        if rope.len_bytes() < LONG {
            return None;
        }
        let reach = rope.byte_to_char(draft::HEAD_REACH + LEEWAY);
        let mut head = rope.slice(..reach).to_string();
        let from = head.ceil_char_boundary(draft::HEAD_REACH);
        let blank_lines = BLANK_LINE.iter().filter_map(|one| head[from..].find(one));
        let end = from + blank_lines.min()?;
        head.truncate(end);
        let workspace = self.workspace(workspaces);
        if workspace.accepts_findings() || holds(rope.byte_slice(end..), ACCEPTING) {
            return None;
        }
        let draft = workspace.draft_unless(&head, self.dialect(), stop)?;
        let analysis = workspace.analyse_again(None, &draft, &self.location, today(), stop)?;
        let found = analysis.lasting();
        (!found.is_empty()).then(|| HeadFindings {
            workspace,
            analysis: Arc::new(analysis),
            found,
        })
    }
}

/// Whether `word` stands in a text, which keeps its words in pieces.
fn holds(text: RopeSlice<'_>, word: &[u8]) -> bool {
    let finder = memmem::Finder::new(word);
    let beside = word.len() - 1;
    // The end of what came before, so that a word in two pieces is found as well.
    let mut joint = Vec::new();
    text.chunks().any(|piece| {
        let piece = piece.as_bytes();
        joint.extend_from_slice(&piece[..beside.min(piece.len())]);
        if finder.find(&joint).is_some() || finder.find(piece).is_some() {
            return true;
        }
        if piece.len() >= beside {
            joint.clear();
            joint.extend_from_slice(&piece[piece.len() - beside..]);
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use ropey::Rope;

    use super::*;

    #[test]
    fn a_word_is_found_in_one_piece_and_in_two() {
        let is_whole = |rope: &Rope| rope.chunks().any(|piece| piece.contains("penholder:"));
        let mut in_two = 0;
        for before in 0..4000 {
            let rope = Rope::from_str(&format!(
                "{}penholder:{}",
                "é".repeat(before),
                "x".repeat(4000)
            ));
            assert!(holds(rope.slice(..), ACCEPTING), "behind {before}");
            in_two += usize::from(!is_whole(&rope));
            let rope = Rope::from_str(&format!(
                "{}penholde{}",
                "é".repeat(before),
                "x".repeat(4000)
            ));
            assert!(!holds(rope.slice(..), ACCEPTING), "behind {before}");
        }
        assert!(in_two > 0);
    }
}
