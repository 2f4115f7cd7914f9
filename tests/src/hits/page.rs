//! The section of `docs/accuracy.md` about hits in edited texts.

use std::fmt::Write as _;

use rules::{Preset, RULES};

use super::{Borrowed, Hits, Suggested, slip};
use crate::accuracy::share;
use crate::slips::Share;

/// Where the section begins in the page.
pub const HEADING: &str = "## Hits of the rules in edited texts";

const ABOUT: &str = "Made by `cargo run --release -p tests --bin hits -- --write`. Adopted resolutions and \
general comments are professionally edited, so a finding of a rule in them is a false alarm unless the text \
is really wrong. Every hit was read; those that are slips of the text stand in `tests/judged-hits.tsv` with \
the reason, and below with the words around them. False hits are counted in 100,000 words, as is what nobody has \
judged: the number of slips and of false hits stands behind.";

/// The tables: a row for each rule, and one for each slip.
pub fn page(titles: &[&str], measured: &[Hits]) -> String {
    let mut page = format!("{HEADING}\n\n{ABOUT}\n\n| code | rule | by itself |");
    for (title, hits) in titles.iter().zip(measured) {
        write!(
            page,
            " {title}: {} texts, {} words |",
            hits.texts, hits.words
        )
        .unwrap();
    }
    page.push_str("\n| --- | --- | --- |");
    page.push_str(&" ---: |".repeat(measured.len()));
    page.push('\n');
    let mut sums = vec![0; measured.len()];
    for rule in RULES {
        let preset = match rule.preset {
            Preset::On => "on",
            Preset::Off => "off",
        };
        write!(page, "| {} | {} | {preset} |", rule.code, rule.name).unwrap();
        for (sum, hits) in sums.iter_mut().zip(measured) {
            let (slips, wrong) = hits.judged(rule);
            if rule.preset == Preset::On {
                *sum += wrong;
            }
            write!(page, " {:.2} ({slips} + {wrong}) |", hits.rate(wrong)).unwrap();
        }
        page.push('\n');
    }
    page.push_str("| | all that are on | |");
    for (sum, hits) in sums.into_iter().zip(measured) {
        write!(page, " {:.2} ({sum} false) |", hits.rate(sum)).unwrap();
    }
    page.push_str("\n\n");
    page.push_str(&printed_slips(measured));
    page
}

/// The slips of the texts that rules found, each once.
fn printed_slips(measured: &[Hits]) -> String {
    let mut table = String::from(
        "Slips of the texts that the rules found.\n\n| code | text | words | what is wrong |\n| --- | --- | --- | --- |\n",
    );
    let mut told: Vec<(&str, &str, &str)> = Vec::new();
    for (code, hits) in measured.iter().flat_map(|hits| &hits.by_code) {
        for hit in hits {
            let Some(judged) = slip(code, hit).filter(|judged| judged.text != "*") else {
                continue;
            };
            let key = (*code, &*hit.text, &*hit.words);
            if told.contains(&key) {
                continue;
            }
            told.push(key);
            let words = hit.sentence.replace('|', " ");
            writeln!(
                table,
                "| {code} | {} | …{words}… | {} |",
                hit.text, judged.reason
            )
            .unwrap();
        }
    }
    table
}

/// The table of errors that the draft itself contradicts.
pub fn planted_errors(planted: &[Share]) -> String {
    let mut table = String::from(
        "\nErrors planted into the same texts as Markdown, one in each that has room for it: the text itself contradicts every one.\n\n| error | planted | found |\n| --- | ---: | ---: |\n",
    );
    for share in planted {
        writeln!(
            table,
            "| {} | {} | {} |",
            share.class, share.planted, share.found
        )
        .unwrap();
    }
    table
}

/// The table of errors that a held text contradicts.
pub fn planted_quotations(planted: &[Share]) -> String {
    let mut table = String::from(
        "\nErrors planted into sentences about texts that are held, every one of which the text contradicts; the last row has nothing planted.\n\n| error | sentences | found |\n| --- | ---: | ---: |\n",
    );
    for one in planted {
        writeln!(
            table,
            "| {} | {} | {} |",
            one.class,
            one.planted,
            share(one.found, one.planted)
        )
        .unwrap();
    }
    table
}

/// How often a suggested source is one that the author names, by the number of words in a row.
pub fn suggestions(found: &[Suggested]) -> String {
    const SURE: f32 = 0.9;
    let mut table = String::from(
        "\nSources suggested for passages of real texts (`source-of-passage`), every other text being held: right where the author cites the document, or where it is an earlier resolution with the same title.\n\n| words in a row, at least | suggested | right |\n| ---: | ---: | ---: |\n",
    );
    for fewest in [10, 12, 15, 20, 25, 30, 40] {
        let shown = found
            .iter()
            .filter(|one| one.confidence >= SURE && one.words >= fewest);
        let right = shown.clone().filter(|one| one.is_right).count();
        let shown = shown.count();
        writeln!(table, "| {fewest} | {shown} | {} |", share(right, shown)).unwrap();
    }
    table
}

/// What `source-of-passage` says of planted passages, and of drafts in which none is.
pub fn planted_passages(found: &Borrowed) -> String {
    let mut table = String::from(
        "\nPassages of 25 to 59 words planted into a draft that names no source, every text being held (`source-of-passage`), and our own drafts, in which nothing is planted.\n\n| what | number | found |\n| --- | ---: | ---: |\n",
    );
    writeln!(
        table,
        "| passages found | {} | {} |\n| passages whose own text is the one named | {} | {} |\n| findings in {} words of our own drafts | {} | – |",
        found.planted,
        share(found.found, found.planted),
        found.planted,
        share(found.named, found.planted),
        found.words,
        found.unplanted.len(),
    )
    .unwrap();
    table
}

/// A page with this section instead of the one it had, or at its end.
pub fn renewed(page: &str, section: &str) -> String {
    let kept = page.split(HEADING).next().unwrap_or(page).trim_end();
    format!("{kept}\n\n{section}")
}
