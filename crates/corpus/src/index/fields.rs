//! The fields of the full-text index, and the words in them.
//!
//! One entry for each passage, and one for each document's title. Nothing is stored: an entry leads to a
//! [`Spot`], and the words stand in the packs, where they are verified.

use std::sync::LazyLock;

use sources::PassageKind;
use tantivy::Index;
use tantivy::schema::{
    Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{TextAnalyzer, Token, TokenStream, Tokenizer};

/// The version of fields and analysis. A generation with another one is built anew.
pub(crate) const VERSION: u32 = 1;

/// The name under which the words are registered.
const WORDS: &str = "penholder";

/// The fields.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    /// Number of the document; for taking it out again.
    pub(crate) document: Field,
    /// [`Spot::packed`].
    pub(crate) spot: Field,
    /// The words of a passage, with their positions.
    pub(crate) words: Field,
    /// Title, short titles and acronym of a document.
    pub(crate) title: Field,
    /// What a passage cites.
    pub(crate) cites: Field,
}

static SCHEMA: LazyLock<(Schema, Fields)> = LazyLock::new(|| {
    let mut schema = Schema::builder();
    let text = |option| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(WORDS)
            .set_index_option(option);
        TextOptions::default().set_indexing_options(indexing)
    };
    let exact = TextFieldIndexing::default()
        .set_tokenizer("raw")
        .set_fieldnorms(false)
        .set_index_option(IndexRecordOption::Basic);
    let fields = Fields {
        document: schema.add_u64_field("document", NumericOptions::default().set_indexed()),
        spot: schema.add_u64_field("spot", NumericOptions::default().set_fast()),
        words: schema.add_text_field("words", text(IndexRecordOption::WithFreqsAndPositions)),
        title: schema.add_text_field("title", text(IndexRecordOption::WithFreqsAndPositions)),
        cites: schema.add_text_field("cites", TextOptions::default().set_indexing_options(exact)),
    };
    (schema.build(), fields)
});

/// The schema.
pub(crate) fn schema() -> Schema {
    SCHEMA.0.clone()
}

/// The fields of the schema.
pub(crate) fn fields() -> Fields {
    SCHEMA.1
}

/// Teaches `index` our words.
pub(crate) fn register(index: &Index) {
    index
        .tokenizers()
        .register(WORDS, TextAnalyzer::builder(HouseWords::default()).build());
}

/// What tells whether an index was made with the same words: a hash over a probe.
pub(crate) fn fingerprint() -> String {
    let probe = "Reaffirming the State\u{2019}s re-entry, 67/172; Côte d\u{2019}Ivoire; coo\u{ad}perate; 大会 права الإنسان ŒUVRE";
    let words = sources::folded_words(probe).join("\n");
    format!(
        "{VERSION}-{}",
        &blake3::hash(words.as_bytes()).to_hex()[..16]
    )
}

/// Where an entry leads: a document, a passage of it, and what that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Spot {
    /// Number of the document.
    pub(crate) document: u32,
    /// Place of the passage in the document; `None` for its title.
    pub(crate) passage: Option<u32>,
    /// What the passage is.
    pub(crate) kind: PassageKind,
}

/// The passage number of a title.
const TITLE: u64 = 0xff_ffff;

impl Spot {
    /// The title of a document.
    pub(crate) fn title(document: u32) -> Self {
        Self {
            document,
            passage: None,
            kind: PassageKind::Heading,
        }
    }

    /// As one number: document, passage (24 bits), kind (8 bits).
    pub(crate) fn packed(self) -> u64 {
        let passage = self.passage.map_or(TITLE, u64::from).min(TITLE);
        let kind = match self.kind {
            PassageKind::Heading => 0,
            PassageKind::Preambular => 1,
            PassageKind::Numbered => 2,
            PassageKind::Plain => 3,
            PassageKind::Footnote => 4,
        };
        u64::from(self.document) << 32 | passage << 8 | kind
    }

    /// The spot that a number stands for.
    pub(crate) fn unpacked(packed: u64) -> Self {
        let passage = packed >> 8 & TITLE;
        Self {
            document: (packed >> 32) as u32,
            passage: (passage != TITLE).then_some(passage as u32),
            kind: match packed & 0xff {
                0 => PassageKind::Heading,
                1 => PassageKind::Preambular,
                2 => PassageKind::Numbered,
                4 => PassageKind::Footnote,
                _ => PassageKind::Plain,
            },
        }
    }
}

/// Cuts and folds words as [`sources::words`] does.
#[derive(Clone, Default)]
struct HouseWords {
    token: Token,
}

struct HouseStream<'a> {
    text: &'a str,
    at: usize,
    token: &'a mut Token,
}

impl Tokenizer for HouseWords {
    type TokenStream<'a> = HouseStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> HouseStream<'a> {
        self.token.reset();
        HouseStream {
            text,
            at: 0,
            token: &mut self.token,
        }
    }
}

impl TokenStream for HouseStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(word) = sources::next_word(self.text, self.at) else {
            return false;
        };
        self.at = word.end;
        self.token.text.clear();
        sources::fold_word(&self.text[word.clone()], &mut self.token.text);
        self.token.position = self.token.position.wrapping_add(1);
        self.token.offset_from = word.start;
        self.token.offset_to = word.end;
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spot_goes_into_a_number_and_back() {
        for spot in [
            Spot::title(7),
            Spot {
                document: u32::MAX,
                passage: Some(0),
                kind: PassageKind::Numbered,
            },
            Spot {
                document: 0,
                passage: Some(123_456),
                kind: PassageKind::Footnote,
            },
        ] {
            assert_eq!(Spot::unpacked(spot.packed()), spot);
        }
    }

    #[test]
    fn the_index_has_the_words_of_the_house() {
        let text = "The State\u{2019}s ÉLAN, 67/172";
        let mut words = HouseWords::default();
        let mut stream = words.token_stream(text);
        let mut found = Vec::new();
        while stream.advance() {
            found.push((stream.token().text.clone(), stream.token().position));
        }
        let expected: Vec<(String, usize)> =
            sources::folded_words(text).into_iter().zip(0..).collect();
        assert_eq!(found, expected);
    }
}
