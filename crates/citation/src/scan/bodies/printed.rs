//! The bodies whose texts documents print, by the symbols of those documents: "A/77/53" prints what the Human Rights
//! Council adopted.
//!
//! Each number that stands alone asks who is named before it, and so for the symbols there. While one text is read, what
//! a symbol prints is kept, so that it is read once and not for each number behind it.

use std::borrow::Cow;
use std::cell::RefCell;
use std::marker::PhantomData;

use crate::Body;
use crate::scan::looked_at;
use crate::symbol::read::{self, Case};

/// A symbol.
#[derive(Clone)]
pub(super) struct Printed {
    /// The key of the body whose texts it prints, if it is such a report.
    pub(super) body: Option<Cow<'static, str>>,
    /// The offset behind it.
    pub(super) end: usize,
}

impl Printed {
    /// The symbol at `at`, where a capital stands.
    pub(super) fn at(text: &str, at: usize) -> Option<Self> {
        let bytes = &text.as_bytes()[at..];
        // Mostly a small letter follows.
        if bytes.get(1).is_none_or(u8::is_ascii_lowercase) {
            return None;
        }
        let letters = bytes.iter().take_while(|byte| byte.is_ascii_uppercase());
        if bytes.get(letters.count()) != Some(&b'/') {
            return None;
        }
        KNOWN.with_borrow_mut(|known| {
            if known.text == Some(place(text)) {
                known.at(text, at)
            } else {
                Self::read(text, at)
            }
        })
    }

    fn read(text: &str, at: usize) -> Option<Self> {
        let (symbol, length) = read::at_start(&text[at..], Case::Capitals)?;
        looked_at::count(length);
        let body = Body::of_report(&symbol);
        Some(Self {
            body: body.map(|body| body.key().to_owned().into()),
            end: at + length,
        })
    }
}

/// Where a text stands in memory, and its length: what tells it from any other while it is borrowed.
fn place(text: &str) -> (usize, usize) {
    (text.as_ptr().addr(), text.len())
}

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
}

/// The symbols of one text that have been asked for.
#[derive(Default)]
struct Known {
    text: Option<(usize, usize)>,
    /// In order, each with its offset.
    symbols: Vec<(usize, Option<Printed>)>,
}

impl Known {
    /// So many are kept, more than stand before one number as far as is looked.
    const MOST: usize = 256;

    fn at(&mut self, text: &str, at: usize) -> Option<Printed> {
        match self.symbols.binary_search_by_key(&at, |(start, _)| *start) {
            Ok(index) => self.symbols[index].1.clone(),
            Err(mut index) => {
                if self.symbols.len() == Self::MOST {
                    self.symbols.drain(..Self::MOST / 2);
                    index = index.saturating_sub(Self::MOST / 2);
                }
                let read = Printed::read(text, at);
                self.symbols.insert(index, (at, read.clone()));
                read
            }
        }
    }
}

/// Keeps what the symbols of one text print, as long as it lives.
pub(in crate::scan) struct Reading<'t> {
    text: PhantomData<&'t str>,
}

impl<'t> Reading<'t> {
    pub(in crate::scan) fn of(text: &'t str) -> Self {
        KNOWN.with_borrow_mut(|known| {
            known.text = Some(place(text));
            known.symbols.clear();
        });
        Self { text: PhantomData }
    }
}

impl Drop for Reading<'_> {
    fn drop(&mut self) {
        KNOWN.with_borrow_mut(|known| {
            known.text = None;
            known.symbols.clear();
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_what_would_be_read() {
        let text = "A/77/53 and A/RES/78/115, A/B and E/2018/99 ".repeat(100);
        let ends = || -> Vec<_> {
            let capitals = (0..text.len()).filter(|at| text.as_bytes()[*at].is_ascii_uppercase());
            let read = capitals.map(|at| Printed::at(&text, at));
            read.map(|one| one.map(|one| (one.body, one.end))).collect()
        };
        let fresh = ends();
        let _reading = Reading::of(&text);
        assert_eq!((ends(), ends()), (fresh.clone(), fresh));
    }
}
