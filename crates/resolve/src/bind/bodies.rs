//! What "the Commission" and "the Council" mean: the bodies that the draft has named in full.

use std::cell::OnceCell;

use citation::Body;
use draft::{BlockKind, Draft};

/// The noun for the conference of the States parties to a convention.
const CONFERENCE: &str = "Conference of the Parties";

/// The bodies of a draft. They are looked for when the first noun has to be understood.
pub(super) struct Bodies<'d> {
    draft: &'d Draft,
    named: OnceCell<Vec<(usize, Body)>>,
    /// What "the Conference of the Parties" means where the draft has no such conference by name.
    conference: OnceCell<Option<Body>>,
}

impl<'d> Bodies<'d> {
    pub(super) fn new(draft: &'d Draft) -> Self {
        Self {
            draft,
            named: OnceCell::new(),
            conference: OnceCell::new(),
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
        if meant.is_empty() && noun.key() == CONFERENCE {
            let only = || self.of_the_only_convention();
            meant.extend(self.conference.get_or_init(only).clone());
        }
        meant
    }

    /// "the Conference of the Parties" in a draft that names, of all conventions with such a conference, one.
    fn of_the_only_convention(&self) -> Option<Body> {
        let conferences = Body::beginning(CONFERENCE).filter_map(|(body, rest)| {
            let convention = rest.strip_prefix("to the ")?;
            Some((body, convention))
        });
        let mut named = conferences.filter(|(_, convention)| self.mentions(convention));
        let (body, _) = named.next()?;
        named.next().is_none().then_some(body)
    }

    /// Whether the prose of the draft has `words`, however its lines break.
    fn mentions(&self, words: &str) -> bool {
        let wanted: Vec<&str> = words.split(' ').collect();
        let has = |text: &str| {
            let written: Vec<&str> = text
                .split_whitespace()
                .map(|word| word.trim_end_matches(|c: char| !c.is_alphabetic()))
                .collect();
            written.windows(wanted.len()).any(|window| window == wanted)
        };
        let mut blocks = self.draft.blocks().into_iter();
        blocks.any(|block| block.kind.is_prose() && has(&self.draft.text_of(&block)))
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
