//! Time of one edit, by size of the draft: `cargo bench -p draft --bench edit`.
//!
//! Types one character at a time at the start, in the middle, at the end and at places spread over
//! the draft, with and without another snapshot alive; prints the 50th and 99th percentile in
//! microseconds, and the best of five openings. Nothing is asserted.

use std::fmt::Write;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use draft::{Dialect, Draft};

const KEYS: usize = 400;

fn main() {
    for dialect in [Dialect::Markdown, Dialect::Plain] {
        for (name, size) in [
            ("20 kB", 20_000),
            ("100 kB", 100_000),
            ("1 MB", 1_000_000),
            ("10 MB", 10_000_000),
        ] {
            let text = sample(size);
            let draft = Draft::new(&text, dialect, Arc::default());
            let opened = (0..5)
                .map(|_| opening(&text, dialect))
                .min()
                .unwrap_or_default();
            let alone = keys(draft.clone(), None);
            let shared = keys(draft.clone(), Some(draft.clone()));
            println!(
                "{dialect:?} {name:>6}: {:>6} blocks, new {:>8.1} ms, edit p50/p99 {} us, with a snapshot {} us",
                draft.blocks().len(),
                opened.as_secs_f64() * 1e3,
                percentiles(alone),
                percentiles(shared),
            );
        }
        let line = sample(10_000_000).replace('\n', " ");
        let line = line.trim_start_matches(['#', ' ']);
        let draft = Draft::new(line, dialect, Arc::default());
        println!(
            "{dialect:?} one line of 10 MB: edit {} us",
            percentiles(keys(draft, None))
        );
    }
}

fn opening(text: &str, dialect: Dialect) -> Duration {
    let start = Instant::now();
    black_box(Draft::new(text, dialect, Arc::default()));
    start.elapsed()
}

/// Types and deletes; a kept snapshot is renewed at each key, as a server does.
fn keys(mut draft: Draft, mut snapshot: Option<Draft>) -> Vec<Duration> {
    let length = draft.rope().len_bytes();
    let places = [0, length / 2, length - 1, length / 3];
    // Takes the draft out of what it shares with the caller's.
    draft.edit(0..0, "x");
    draft.edit(0..1, "");
    (0..KEYS)
        .map(|key| {
            let spread = length / KEYS * key;
            let at = if key % 5 == 4 {
                spread
            } else {
                places[key % 5]
            };
            let start = Instant::now();
            if key % 2 == 0 {
                draft.edit(at..at, "x");
            } else {
                draft.edit(at..at + 1, "");
            }
            let time = start.elapsed();
            if let Some(snapshot) = &mut snapshot {
                *snapshot = black_box(draft.clone());
            }
            time
        })
        .collect()
}

fn percentiles(mut times: Vec<Duration>) -> String {
    times.sort();
    let at =
        |share: usize| times[(times.len() * share / 100).min(times.len() - 1)].as_secs_f64() * 1e6;
    format!("{:.0}/{:.0}", at(50), at(99))
}

/// Prose like a report's: headings, paragraphs, references, acronyms, lists.
fn sample(size: usize) -> String {
    let mut text = String::with_capacity(size + 1_000);
    let mut number = 0;
    while text.len() < size {
        number += 1;
        if number % 12 == 1 {
            text.push_str("## Activities of the organization\n\n");
        }
        text.push_str("The report describes how States and non-governmental organizations (NGOs) protect the rights of all, ");
        let (session, item) = (60 + number % 20, number * 7 % 300);
        let _ = write!(
            text,
            "pursuant to General Assembly resolution {session}/{item} of 20 December 2012 and to Security Council resolution {item} (2000). "
        );
        text.push_str("NGOs and the secretariat of the IOM continue to train officials in “the rule of law”, see http://www.iom.int/a.\n");
        text.push_str("Further measures are described in document A/67/299, paragraph 12, and were welcomed by many delegations.\n\n");
        if number % 5 == 0 {
            text.push_str("- Training of officials;\n- Advice to Governments;\n\n");
        }
    }
    text
}
