//! What a change costs inside: from the edit of an open text to its findings, which an editor is shown.
//!
//! Measured in processor time of the thread, which a busy machine spoils less than the clock.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use citation::Date;
use rustix::time::{ClockId, clock_gettime};
use workspace::{OpenText, Workspaces};

use crate::{Failure, milliseconds};

/// What is typed, over and over.
pub(crate) const TYPED: &str =
    " Recalling resolution A/RES/67/172 and S/RES/1325 (2000), paragraph 15, of the Council";

/// Keys at each place.
const KEYS: usize = 200;

/// Findings that a draft is left with.
pub(crate) const FINDINGS: usize = 100;

/// The sizes that are measured.
pub(crate) const SIZES: [(&str, usize); 4] = [
    ("20 kB", 20_000),
    ("100 kB", 100_000),
    ("1 MB", 1_000_000),
    ("10 MB", 10_000_000),
];

/// Where the cursor is, as the table says it.
pub(crate) const PLACES: [&str; 4] = ["start", "middle", "end", "random"];

/// The day of every measurement.
pub(crate) fn today() -> Date {
    Date::new(2026, 6, 1).expect("a day of the calendar")
}

/// Draft prose of about `size` bytes with about [`FINDINGS`] findings: where a block has more of them, blocks
/// without any stand in its place, their references included.
pub(crate) fn draft_with_findings(root: &Path, size: usize) -> String {
    let workspaces = Workspaces::default();
    let mut text = tests::draft_prose(root, size);
    for _ in 0..4 {
        let open = OpenText::new("untitled:draft", "markdown", 1, &text);
        let analysis = open
            .analysis(&workspaces, today, &|| false)
            .expect("nobody stops it");
        let settled = open.settled(&workspaces, today, &|| false);
        let findings = settled.as_ref().unwrap_or(&analysis).in_place();
        if findings.len() <= FINDINGS + FINDINGS / 5 {
            break;
        }
        let draft = &analysis.resolved.draft;
        let mut with_findings: Vec<_> = findings
            .iter()
            .filter_map(|finding| draft.block_at(finding.range().start))
            .map(|block| block.span.clone())
            .collect();
        with_findings.dedup();
        let starts: HashSet<usize> = with_findings.iter().map(|span| span.start).collect();
        let clean: Vec<String> = draft
            .blocks()
            .iter()
            .filter(|block| !starts.contains(&block.span.start))
            .map(|block| draft.slice(block.span.clone()))
            .filter(|words| words.len() > 80)
            .take(200)
            .collect();
        let mut clean = clean.iter().map(|words| words.trim_end()).cycle();
        // Those that stay are spread over the draft.
        let step = with_findings.len().div_ceil(FINDINGS).max(2);
        let mut next = String::with_capacity(text.len() + text.len() / 4);
        let mut at = 0;
        for (_, span) in with_findings
            .into_iter()
            .enumerate()
            .filter(|(index, _)| index % step != 0)
        {
            next.push_str(&text[at..span.start]);
            let end = next.len() + span.len();
            while next.len() < end {
                next.push_str(clean.next().unwrap_or("Further measures are under way."));
                next.push_str("\n\n");
            }
            at = span.end;
        }
        next.push_str(&text[at..]);
        text = next;
    }
    text
}

/// The place in a text of `length` bytes at which the key number `key` is typed.
pub(crate) fn place(name: &str, text: &ropey::Rope, key: usize) -> usize {
    let length = text.len_bytes();
    let at = match name {
        "start" => 30 + key,
        "middle" => length / 2 + key,
        "end" => length.saturating_sub(2),
        _ => key.wrapping_mul(2_654_435_761) % length.max(1),
    };
    text.char_to_byte(text.byte_to_char(at.min(length)))
}

/// The section of `docs/benchmarks.md`: costs by size and place.
pub(crate) fn page(root: &Path) -> Result<String, Failure> {
    let mut page = String::from(
        "## A change, in process\n\nMade by `cargo run --release -p tests --bin bench -- --typing --write`. Processor time of a change, p50 / p99, with every finding that stands in a block, and of what is done once \
         instead of at every change: reading the text when it is opened, and asking the rules that look at the whole \
         of it when the typing pauses.\n\n\
         | draft | findings | opening | start | middle | end | random | pause |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for (name, size) in SIZES {
        let words = draft_with_findings(root, size);
        let workspaces = Workspaces::default();
        let start = thread_time();
        let mut text = OpenText::new("untitled:draft", "markdown", 1, &words);
        let analysis = text
            .analysis(&workspaces, today, &|| false)
            .expect("nobody stops it");
        let mut findings = analysis.in_place().len();
        let opening = thread_time().saturating_sub(start);
        let start = thread_time();
        if let Some(settled) = text.settled(&workspaces, today, &|| false) {
            findings = settled.in_place().len();
        }
        let pause = thread_time().saturating_sub(start);
        write!(page, "| {name} | {findings} | {} |", milliseconds(opening))?;
        for place_name in PLACES {
            let mut times = Vec::with_capacity(KEYS);
            for (key, letter) in TYPED.chars().cycle().take(KEYS).enumerate() {
                let at = place(place_name, text.rope(), key);
                let letter = letter.to_string();
                let start = thread_time();
                let next = text.edited(at..at, &letter);
                let analysis = next
                    .analysis(&workspaces, today, &|| false)
                    .expect("nobody stops it");
                std::hint::black_box(analysis.in_place().len());
                times.push(thread_time().saturating_sub(start));
                text = next;
            }
            times.sort();
            write!(
                page,
                " {} / {} |",
                milliseconds(times[KEYS / 2]),
                milliseconds(times[KEYS * 99 / 100])
            )?;
        }
        writeln!(page, " {} |", milliseconds(pause))?;
    }
    Ok(page)
}

fn thread_time() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(
        u64::try_from(time.tv_sec).unwrap_or_default(),
        u32::try_from(time.tv_nsec).unwrap_or_default(),
    )
}
