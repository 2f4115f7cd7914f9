//! The page that tells the scores, and what a change won and lost against the page before it.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::{Difference, Interval, KINDS, Score, Scores};

/// The scores by kind.
pub fn table(scores: &Scores) -> String {
    let mut table = String::from(
        "| kind | labels | recall | canonical form | date | paragraph reference | found | precision |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for (kind, score) in in_order(scores) {
        let _ = writeln!(
            table,
            "| {kind} | {} | {} | {} | {} | {} | {} | {} |",
            score.labels,
            share(score.recalled, score.labels),
            share(score.right, score.recalled),
            share(score.date_right, score.dated),
            share(score.pinpoint_right, score.pinpointed),
            score.found,
            share(score.precise, score.found),
        );
    }
    table
}

/// The scores of many texts by kind, without dates and paragraph references.
pub fn summary(scores: &Scores) -> String {
    let mut table = String::from(
        "| kind | labels | recall | precision | canonical form |\n| --- | ---: | ---: | ---: | ---: |\n",
    );
    for (kind, score) in in_order(scores) {
        let _ = writeln!(
            table,
            "| {kind} | {} | {} | {} | {} |",
            score.labels,
            share(score.recalled, score.labels),
            share(score.precise, score.found),
            share(score.right, score.recalled),
        );
    }
    table
}

fn in_order(scores: &Scores) -> impl Iterator<Item = (&'static str, &Score)> {
    KINDS
        .into_iter()
        .filter_map(|kind| Some((kind, scores.get(kind)?)))
}

/// A section that tells every difference between labels and what is read; empty where there is none.
pub fn differences(heading: &str, differences: &[Difference]) -> String {
    if differences.is_empty() {
        return String::new();
    }
    let mut section = format!(
        "## {heading}\n\n| what | kind | text | words | meaning |\n| --- | --- | --- | --- | --- |\n"
    );
    for one in differences {
        section.push_str(&row(one));
        section.push('\n');
    }
    section
}

/// The rows of differences that `after` has and `before` has not (lost), and the other way round (won).
pub fn changes(before: &str, after: &str) -> (Vec<String>, Vec<String>) {
    let rows = |page: &str| -> BTreeSet<String> {
        let told = ["| missed |", "| false hit |", "| other "];
        page.lines()
            .filter(|line| told.iter().any(|start| line.starts_with(start)))
            .map(str::to_owned)
            .collect()
    };
    let (before, after) = (rows(before), rows(after));
    let only =
        |one: &BTreeSet<String>, other: &BTreeSet<String>| one.difference(other).cloned().collect();
    (only(&after, &before), only(&before, &after))
}

fn row(one: &Difference) -> String {
    let words: Vec<&str> = one.mention.text.split_whitespace().collect();
    let meaning = match one.what {
        "other date" => &one.mention.date,
        "other paragraph" => &one.mention.pinpoint,
        _ => &one.mention.canonical,
    };
    let instead = if one.instead.is_empty() {
        String::new()
    } else {
        format!(", read as `{}`", one.instead)
    };
    format!(
        "| {} | {} | {} | `{}` | {meaning}{instead} |",
        one.what,
        one.mention.kind,
        one.text,
        words.join(" ")
    )
}

/// `part` of `whole` as a share with its exact 95 % interval: "99.5 % (98.9–99.8)"; a dash where there is nothing.
pub fn share(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    let Interval { low, high } = Interval::of(part, whole);
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts are far below the precision of f64"
    )]
    let share = part as f64 / whole as f64;
    format!(
        "{:.1} % ({:.1}–{:.1})",
        share * 100.0,
        low * 100.0,
        high * 100.0
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_shows_what_it_won_and_lost() {
        let before = "# Accuracy\n| missed | number | one | `1/1` | A/RES/1/1 |\n| symbol | 3 |\n";
        let after = "# Accuracy\n| false hit | symbol | one | `A/1` | A/1 |\n| symbol | 4 |\n";
        let (lost, won) = changes(before, after);
        assert_eq!(lost, ["| false hit | symbol | one | `A/1` | A/1 |"]);
        assert_eq!(won, ["| missed | number | one | `1/1` | A/RES/1/1 |"]);
    }

    #[test]
    fn a_share_tells_how_sure_it_is() {
        assert_eq!(share(0, 0), "–");
        assert_eq!(share(1500, 1500), "100.0 % (99.8–100.0)");
    }
}
