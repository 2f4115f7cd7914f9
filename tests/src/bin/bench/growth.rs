//! How the check of a hostile draft grows with the draft: one piece repeated to a size, and to four times that size.
//!
//! Where the work follows the text the processor's time is four times as long; where every reference is compared with
//! every other, or every opening mark looks for its end through the whole draft, it is sixteen times as long.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use crate::programs::{check, penholder, used};
use crate::{Failure, milliseconds};

/// Size of the smaller draft in bytes; the larger has [`TIMES`] as many.
const SMALLER: usize = 600_000;
/// How many times larger the larger draft is.
const TIMES: usize = 4;
/// Below this the growth is lost in what starting a program takes, now more and now less.
const MEASURABLE: Duration = Duration::from_millis(5);
/// How often each draft is checked.
const ROUNDS: usize = 3;

/// What each hostile draft is called, how it begins, and the piece that is repeated. `{n}` stands for the number of
/// the piece, counted from 1, `{letters}` and `{name}` for an acronym of its own and the full name of that.
const HOSTILE: [(&str, &str, &str); 27] = [
    (
        "one reference, one line",
        "",
        "resolution 67/172 of 20 December 2012 and ",
    ),
    (
        "always another reference, one line",
        "",
        "resolution 61/{n} of 20 December 2006, and ",
    ),
    (
        "symbols, one line",
        "",
        "A/HRC/53/26, A/75/183 and E/2013/64; ",
    ),
    (
        "a paragraph for each reference",
        "",
        "In resolution 67/172 of 20 December 2012, the Assembly met.\n\n",
    ),
    ("dates", "", "on 12 July 2013 and on July 12th, 2013, "),
    (
        "one acronym",
        "",
        "The Global Migration Group (GMG) met. GMG ",
    ),
    (
        "always another acronym",
        "",
        "Alpha Beta Gamma (ABG{n}) and ABG{n} ",
    ),
    (
        "always another acronym, never used",
        "",
        "{name} ({letters}) met. ",
    ),
    (
        "bodies",
        "",
        "The Economic and Social Council and the Human Rights Council ",
    ),
    (
        "instruments by name",
        "",
        "the Convention on the Rights of the Child and the Charter of the United Nations, ",
    ),
    (
        "short forms without a definition",
        "",
        "the Convention and the Covenant and the Charter, ",
    ),
    ("short quotations", "", "“he said so” and "),
    (
        "long quotations",
        "",
        "as the Council said, “all human beings are born free and equal in dignity and rights and must act”, and ",
    ),
    ("quotations that never end", "", "“open "),
    ("brackets that never end", "", "((("),
    ("emphasis that never ends", "", "*a **b "),
    ("comments that never end", "", "<!-- a "),
    ("links", "", "[text](https://undocs.org/A/RES/67/172) and "),
    (
        "cross-references",
        "",
        "see paragraph 15 above and annex II, table 3. ",
    ),
    ("footnotes without text", "", "word[^1] and[^2] so "),
    (
        "footnotes with ibid.",
        "",
        "Word[^{n}].\n\n[^{n}]: Ibid., para. {n}.\n\n",
    ),
    ("ibid. in the text", "", "See ibid., para. 4.\n\n"),
    (
        "numbered paragraphs",
        "",
        "{n}. Invites States to act, as said in paragraph {n} above;\n\n",
    ),
    ("sub-paragraphs", "", "\n(a) Invites States;\n"),
    ("list items", "", "- item {n} of the list\n"),
    ("headings", "", "## {n}. Heading\n\nSee section {n}.\n\n"),
    (
        "rows of a table",
        "| a | b |\n| --- | --- |\n",
        "| A/RES/67/{n} | resolution 67/172 |\n",
    ),
];

/// The section: what a megabyte of each hostile draft costs, and how that grows.
pub(super) fn page(_root: &Path) -> Result<String, Failure> {
    let penholder = &penholder()?;
    let folder = tempfile::tempdir()?;
    let empty = measured(penholder, folder.path(), "x\n")?;
    let mut out = format!(
        "## Hostile drafts\n\nMade by `cargo run --release -p tests --bin bench -- --growth --write`: `penholder check` \
         of hostile drafts, each one piece repeated to {} kB and to {TIMES} times that size: processor \
         time without the start of the program, medians of {ROUNDS}. A growth of {TIMES} is linear, {} the square.\n\n\
         | draft | {} kB | growth |\n| --- | ---: | ---: |\n",
        SMALLER / 1000,
        TIMES * TIMES,
        SMALLER / 1000,
    );
    for (name, head, piece) in HOSTILE {
        let [smaller, larger] = [SMALLER, SMALLER * TIMES]
            .map(|size| measured(penholder, folder.path(), &hostile(head, piece, size)));
        let [smaller, larger] = [
            smaller?.saturating_sub(empty),
            larger?.saturating_sub(empty),
        ];
        let growth = if smaller < MEASURABLE {
            "too little to say".to_owned()
        } else {
            format!("{:.1}", larger.as_secs_f64() / smaller.as_secs_f64())
        };
        // Writing to a string cannot fail.
        let _ = writeln!(out, "| {name} | {} | {growth} |", milliseconds(smaller));
    }
    Ok(out)
}

/// `piece` repeated behind `head`, until the text has `size` bytes.
fn hostile(head: &str, piece: &str, size: usize) -> String {
    let mut text = String::from(head);
    for number in 1.. {
        if text.len() >= size {
            break;
        }
        let letters = letters(number);
        let words: Vec<String> = letters
            .iter()
            .map(|letter| format!("{letter}ada"))
            .collect();
        let piece = piece
            .replace("{n}", &number.to_string())
            .replace("{letters}", &String::from_iter(letters))
            .replace("{name}", &words.join(" "));
        text.push_str(&piece);
    }
    text
}

/// Four capital letters, others for each number below 456,976.
fn letters(number: usize) -> [char; 4] {
    [0, 1, 2, 3].map(|place| {
        ('A'..='Z')
            .nth(number / 26_usize.pow(place) % 26)
            .unwrap_or('A')
    })
}

/// Processor time of a check of `text`.
fn measured(penholder: &Path, folder: &Path, text: &str) -> Result<Duration, Failure> {
    let draft = folder.join("hostile.md");
    std::fs::write(&draft, text)?;
    let mut times = (0..ROUNDS)
        .map(|_| Ok(used(check(penholder).arg(&draft))?.processor))
        .collect::<Result<Vec<_>, Failure>>()?;
    times.sort();
    Ok(times[ROUNDS / 2])
}
