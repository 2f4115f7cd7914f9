//! Lists whose opening word a page break has torn off.

use std::ops::Range;

use super::Anchor;
use super::list::List;
use crate::{Act, Citation, Naming};

/// The rest of a list whose opening word a page break has torn off: two dated numbers or more, joined
/// as a list joins them, before any other word "resolution".
pub(super) fn find(text: &str, sessions: &[Range<usize>], limit: usize, found: &mut Vec<Citation>) {
    let anchor = Anchor {
        end: 0,
        act: Act::Resolution,
        naming: Naming::TornOff,
        phrase: 0,
    };
    let mut done = 0;
    for session in sessions.iter().take_while(|session| session.end < limit) {
        let start = session.start;
        let opens = start == 0 || text[..start].ends_with([' ', '\n']);
        if start < done || !opens {
            continue;
        }
        let mut list = List {
            text,
            anchor: &anchor,
            limit,
            items: Vec::new(),
        };
        let mut next = start;
        while let Some(item) = list.number(next).filter(|item| item.date.is_some()) {
            done = item.end;
            list.items.push(item);
            let Some(joint) = list.joint(done).filter(|joint| *joint < limit) else {
                break;
            };
            next = joint;
        }
        if list.items.len() > 1 {
            let mut citations = list.citations();
            if let Some(first) = citations.first_mut() {
                first.phrase.start = first.token.start;
            }
            found.extend(citations);
            return;
        }
    }
}
