//! What "the Commission" and "the Council" mean: the bodies that the draft has named in full.

use std::cell::OnceCell;

use citation::Body;
use draft::{BlockKind, Draft};

/// The bodies of a draft. They are looked for when the first noun has to be understood.
pub(super) struct Bodies<'d> {
    draft: &'d Draft,
    named: OnceCell<Vec<(usize, Body)>>,
}

impl<'d> Bodies<'d> {
    pub(super) fn new(draft: &'d Draft) -> Self {
        Self {
            draft,
            named: OnceCell::new(),
        }
    }

    /// The body that alone, of all that the draft names, is known to write numbers in the form of `number`.
    pub(super) fn only_writer(&self, number: &str) -> Option<Body> {
        let named = self.named.get_or_init(|| named(self.draft));
        let mut writers: Vec<&Body> = named
            .iter()
            .map(|(_, body)| body)
            .filter(|body| body.is_known_to_write(number) && !body.has_symbols())
            .collect();
        writers.sort();
        writers.dedup();
        match writers.as_slice() {
            [body] => Some((*body).clone()),
            _ => None,
        }
    }

    /// Whether the draft names `body` in full anywhere.
    pub(super) fn has(&self, body: &Body) -> bool {
        let named = self.named.get_or_init(|| named(self.draft));
        named.iter().any(|(_, other)| other == body)
    }

    /// `body`, or the fuller name under which the draft has it elsewhere: a line end cuts "Open-ended Working
    /// Group on Ageing".
    pub(super) fn fuller(&self, body: &Body) -> Body {
        if body.name().is_some() {
            return body.clone();
        }
        let named = self.named.get_or_init(|| named(self.draft));
        let longer = |other: &&Body| {
            other
                .to_string()
                .strip_prefix(body.key())
                .is_some_and(|rest| rest.starts_with(' '))
        };
        named
            .iter()
            .map(|(_, other)| other)
            .find(longer)
            .unwrap_or(body)
            .clone()
    }

    /// Whether `body` is a noun and not a name.
    pub(super) fn is_noun(body: &Body) -> bool {
        const NOUNS: [&str; 10] = [
            "Commission",
            "Committee",
            "Council",
            "Conference",
            "Board",
            "Congress",
            "Parliament",
            "Forum",
            "Conference of the Parties",
            "Working Group",
        ];
        NOUNS.contains(&body.key())
    }

    /// The bodies that `noun` may mean at the byte `offset`: those whose name has it and that the draft has
    /// named before, the last one first.
    pub(super) fn meant_by(&self, noun: &Body, offset: usize) -> Vec<Body> {
        let named = self.named.get_or_init(|| named(self.draft));
        let before = named.partition_point(|(place, _)| *place < offset);
        let mut meant: Vec<Body> = Vec::new();
        for (_, body) in named[..before].iter().rev() {
            let name = body.to_string();
            let fits = match noun.key() {
                "Conference" => name.contains("Conference") && !name.starts_with("Conference on"),
                key => {
                    name.split(" of the ")
                        .next()
                        .is_some_and(|head| has_words(head, key))
                        || name.starts_with(key)
                }
            };
            if fits && !meant.contains(body) {
                meant.push(body.clone());
            }
        }
        meant
    }
}

fn has_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text[..at].ends_with(' ') || at == 0;
        let behind = text[at + words.len()..].starts_with([' ', '-']) || text.ends_with(words);
        before && behind
    })
}

fn named(draft: &Draft) -> Vec<(usize, Body)> {
    let mut named = Vec::new();
    for block in draft.blocks() {
        if block.kind.is_prose() || block.kind == BlockKind::ForeignTitles {
            let text = draft.text_of(&block);
            let found = citation::bodies_named(&text);
            named.extend(
                found
                    .into_iter()
                    .map(|(at, body)| (block.span.start + at, body)),
            );
        }
    }
    named
}
