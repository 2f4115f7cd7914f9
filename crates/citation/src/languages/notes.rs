//! *Ibid.* as Russian, Arabic and Chinese write it: "Там же, пункт 21", "المرجع نفسه، الفقرة 21", "同上，第21段".

use std::ops::Range;
use std::sync::LazyLock;

use super::{Grammar, arabic, by_table, chinese, cursor};
use crate::scan::searcher::Searcher;
use crate::{Back, Citation, Form, Kind};

/// What each language writes.
const WRITTEN: [(&str, &dyn Grammar); 3] = [
    ("Там же", &by_table::RUSSIAN),
    ("المرجع نفسه", &arabic::Arabic),
    ("同上", &chinese::Chinese),
];

static SEARCHER: LazyLock<Searcher> =
    LazyLock::new(|| Searcher::new(&WRITTEN.map(|(written, _)| written)));

/// Adds every such word of `text` behind which its clause ends: "проживающие там же лица" points nowhere.
pub(super) fn find(text: &str, found: &mut Vec<Citation>) {
    for (word, Range { start, end }) in SEARCHER.find_iter(text) {
        let (_, grammar) = WRITTEN[word];
        let closed = matches!(
            cursor::next(text, end),
            None | Some((',' | '.' | ';' | ')' | '。' | '\n', _))
        );
        if !closed || cursor::follows_word(text, start) {
            continue;
        }
        let pinpoint = grammar.pinpoint_after(text, end);
        let behind = pinpoint.as_ref().map_or(end, |pinpoint| pinpoint.span.end);
        found.push(Citation {
            token: start..end,
            phrase: start..behind,
            kind: Kind::Back,
            form: Form::Back(Back::NoteBefore),
            pinpoint,
            date: None,
        });
    }
}
