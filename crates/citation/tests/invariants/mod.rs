//! What holds of every text, as plain functions that panic where it does not: for the tests that vary texts
//! at random, and for the fuzzer.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "each target uses the part that it is for"
)]

use std::ops::Range;
use std::sync::LazyLock;

use citation::{Citation, Form, Lexicon, Name, Symbol, scan};

/// Names of every kind: one word and many, with signs, digits and letters beyond ASCII.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let name = |written: &str, acronym| Name {
        written: written.into(),
        title: written.into(),
        acronym,
    };
    Lexicon::new(vec![
        name("Convention on the Rights of the Child", false),
        name(
            "International Covenant on Civil and Political Rights",
            false,
        ),
        name(
            "Global Compact for Safe, Orderly and Regular Migration",
            false,
        ),
        name("2030 Agenda", false),
        name("2030 Agenda for Sustainable Development", false),
        name(
            "Sendai Framework for Disaster Risk Reduction 2015–2030",
            false,
        ),
        name("Migrant Workers’ Convention", false),
        name("Convención sobre los Derechos del Niño", false),
        name("Конвенции о правах ребенка", false),
        name("اتفاقية حقوق الطفل", false),
        name("儿童权利公约", false),
        name("Follow-up Protocol", false),
        name("ICRMW", true),
        name("CRC", true),
        name("C169", true),
    ])
});

/// Parsing comes to an end and never panics.
pub fn parsing_ends(text: &str) {
    let _ = Symbol::parse(text);
}

/// What is read as a symbol is printed as it is read again.
pub fn symbols_round_trip(text: &str) {
    let whole = Symbol::parse(text);
    let found = scan(text, &LEXICON);
    let tokens = found
        .iter()
        .filter_map(|citation| Symbol::parse(&text[citation.token.clone()]));
    for symbol in whole.into_iter().chain(tokens) {
        let again = Symbol::parse(symbol.canonical());
        assert_eq!(again.as_ref(), Some(&symbol), "{symbol} in {text:?}");
        let adopted = again.and_then(|again| again.adopted().cloned());
        assert_eq!(adopted.as_ref(), symbol.adopted(), "{symbol} in {text:?}");
    }
}

/// Tokens are in order, apart and inside their phrases; every range is one of the text.
pub fn ranges_are_sound(text: &str) {
    let mut end = 0;
    for citation in scan(text, &LEXICON) {
        for range in ranges(&citation) {
            assert!(text.get(range.clone()).is_some(), "{range:?} in {text:?}");
        }
        let Citation { token, phrase, .. } = &citation;
        assert!(token.start >= end, "overlap at {token:?} in {text:?}");
        assert!(!token.is_empty(), "nothing at {token:?} in {text:?}");
        assert!(
            phrase.start <= token.start && phrase.end >= token.end,
            "{token:?} outside {phrase:?} in {text:?}"
        );
        end = token.end;
    }
}

/// Blocks scanned one by one give what the text scanned as a whole gives.
pub fn blocks_are_independent(text: &str) {
    let mut apart = Vec::new();
    for block in blocks(text) {
        let offset = block.start;
        apart.extend(
            scan(&text[block], &LEXICON)
                .into_iter()
                .map(|citation| moved(citation, offset)),
        );
    }
    assert_eq!(scan(text, &LEXICON), apart, "{text:?}");
}

/// The stretches between blank lines.
fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut blocks = Vec::new();
    let mut start = 0;
    let mut line = 0;
    for written in text.split_inclusive('\n') {
        let blank = written.trim_matches([' ', '\t', '\r']) == "\n";
        if blank && line > start {
            blocks.push(start..line);
        }
        line += written.len();
        if blank {
            start = line;
        }
    }
    blocks.push(start..text.len());
    blocks
}

fn ranges(citation: &Citation) -> impl Iterator<Item = &Range<usize>> {
    let date = citation.date.as_ref().map(|date| &date.span);
    let pinpoint = citation.pinpoint.as_ref().map(|pinpoint| &pinpoint.span);
    let noun = match &citation.form {
        Form::Title { noun: words }
        | Form::ListedTreaty { place: words, .. }
        | Form::OfConference { name: words } => Some(words),
        _ => None,
    };
    [
        Some(&citation.token),
        Some(&citation.phrase),
        date,
        pinpoint,
        noun,
    ]
    .into_iter()
    .flatten()
}

fn moved(mut citation: Citation, offset: usize) -> Citation {
    let date = citation.date.as_mut().map(|date| &mut date.span);
    let pinpoint = citation
        .pinpoint
        .as_mut()
        .map(|pinpoint| &mut pinpoint.span);
    let noun = match &mut citation.form {
        Form::Title { noun: words }
        | Form::ListedTreaty { place: words, .. }
        | Form::OfConference { name: words } => Some(words),
        _ => None,
    };
    let all = [
        Some(&mut citation.token),
        Some(&mut citation.phrase),
        date,
        pinpoint,
        noun,
    ];
    for range in all.into_iter().flatten() {
        *range = range.start + offset..range.end + offset;
    }
    citation
}
