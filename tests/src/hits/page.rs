//! The section of `docs/accuracy.md` about hits in edited texts.

use std::fmt::Write as _;

use rules::{Preset, RULES};

use super::Hits;

/// Where the section begins in the page.
pub const HEADING: &str = "## Hits of the rules in edited texts";

const ABOUT: &str = "Made by `cargo run --release -p tests --bin hits -- --write`. Adopted resolutions and \
general comments are professionally edited, so nearly every finding of a rule in them is a false alarm; real \
slips of the sources are listed with the rule's page. Findings are counted in 100,000 words.";

/// The section: a row for each rule that was asked.
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
    let mut sums = vec![0.0; measured.len()];
    for rule in RULES {
        let preset = match rule.preset {
            Preset::On => "on",
            Preset::Off => "off",
        };
        write!(page, "| {} | {} | {preset} |", rule.code, rule.name).unwrap();
        for (sum, hits) in sums.iter_mut().zip(measured) {
            let rate = hits.rate(rule);
            if rule.preset == Preset::On {
                *sum += rate;
            }
            let count = hits.by_code.get(rule.code).map_or(0, Vec::len);
            write!(page, " {rate:.2} ({count}) |").unwrap();
        }
        page.push('\n');
    }
    page.push_str("| | all that are on | |");
    for sum in sums {
        write!(page, " {sum:.2} |").unwrap();
    }
    page.push('\n');
    page
}

/// A page with this section instead of the one it had, or at its end.
pub fn renewed(page: &str, section: &str) -> String {
    let kept = page.split(HEADING).next().unwrap_or(page).trim_end();
    format!("{kept}\n\n{section}")
}
