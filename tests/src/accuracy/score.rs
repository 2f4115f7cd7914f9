//! Counts what was found, what was rightly found and what was read in its canonical form.

use std::collections::BTreeMap;

use statrs::distribution::{Beta, ContinuousCDF};

use super::{BESIDE, Labelled, Mention};

/// The counts of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Labels.
    pub labels: usize,
    /// Labels that a found reference overlaps.
    pub recalled: usize,
    /// Recalled labels whose canonical form was read.
    pub right: usize,
    /// Recalled labels with a stated date or found with one.
    pub dated: usize,
    /// Those whose stated date was read.
    pub date_right: usize,
    /// Recalled labels with a paragraph reference or found with one.
    pub pinpointed: usize,
    /// Those whose paragraph reference was read.
    pub pinpoint_right: usize,
    /// References found.
    pub found: usize,
    /// References found that overlap a label of any kind.
    pub precise: usize,
}

/// The counts by kind.
pub type Scores = BTreeMap<&'static str, Score>;

impl Score {
    /// Adds the counts of other texts.
    fn add(&mut self, other: &Self) {
        self.labels += other.labels;
        self.recalled += other.recalled;
        self.right += other.right;
        self.dated += other.dated;
        self.date_right += other.date_right;
        self.pinpointed += other.pinpointed;
        self.pinpoint_right += other.pinpoint_right;
        self.found += other.found;
        self.precise += other.precise;
    }
}

/// Adds the scores of other texts to `pooled`.
pub fn add(pooled: &mut Scores, scores: &Scores) {
    for (kind, score) in scores {
        pooled.entry(kind).or_default().add(score);
    }
}

/// One label or reference that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// `missed`, `false hit`, `other form`, `other date` or `other paragraph`.
    pub what: &'static str,
    /// The text it stands in.
    pub text: String,
    /// What was labelled, or for a false hit what was found.
    pub mention: Mention,
    /// What was read instead; empty for a miss or a false hit.
    pub instead: String,
}

/// The exact 95 % interval of a share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower end, from 0 to 1.
    pub low: f64,
    /// Upper end, from 0 to 1.
    pub high: f64,
}

impl Interval {
    /// The interval of Clopper and Pearson for `part` of `whole`.
    pub fn of(part: usize, whole: usize) -> Self {
        let quantile = |successes: usize, failures: usize, at: f64| {
            let (a, b) = (float(successes), float(failures));
            Beta::new(a, b).map_or(f64::NAN, |beta| beta.inverse_cdf(at))
        };
        let failed = whole - part;
        Self {
            low: if part == 0 {
                0.0
            } else {
                quantile(part, failed + 1, 0.025)
            },
            high: if failed == 0 {
                1.0
            } else {
                quantile(part + 1, failed, 0.975)
            },
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts are far below the precision of f64"
)]
fn float(count: usize) -> f64 {
    count as f64
}

/// Scores what was found in one labelled text, adding to `scores` and `differences`.
pub fn score(
    labelled: &Labelled,
    found: &[Mention],
    scores: &mut Scores,
    differences: &mut Vec<Difference>,
) {
    let mut differs = |what, mention: &Mention, instead: &str| {
        differences.push(Difference {
            what,
            text: labelled.name.clone(),
            mention: mention.clone(),
            instead: instead.to_owned(),
        });
    };
    for label in &labelled.labels {
        let score = scores.entry(label.kind).or_default();
        score.labels += 1;
        let hits: Vec<_> = found.iter().filter(|one| one.overlaps(label)).collect();
        let right = hits
            .iter()
            .find(|hit| same(&hit.canonical, &label.canonical));
        let in_scope = hits.iter().find(|hit| !BESIDE.contains(&hit.kind));
        let Some(best) = right.or(in_scope) else {
            differs("missed", label, "");
            continue;
        };
        score.recalled += 1;
        score.right += usize::from(right.is_some());
        if right.is_none() {
            differs("other form", label, &best.canonical);
        }
        if !label.date.is_empty() || !best.date.is_empty() {
            score.dated += 1;
            score.date_right += usize::from(label.date == best.date);
            if label.date != best.date {
                differs("other date", label, or_none(&best.date));
            }
        }
        if !label.pinpoint.is_empty() || !best.pinpoint.is_empty() {
            let right = same(&label.pinpoint, &best.pinpoint);
            score.pinpointed += 1;
            score.pinpoint_right += usize::from(right);
            if !right {
                differs("other paragraph", label, or_none(&best.pinpoint));
            }
        }
    }
    for one in found.iter().filter(|one| !BESIDE.contains(&one.kind)) {
        let score = scores.entry(one.kind).or_default();
        score.found += 1;
        if labelled.labels.iter().any(|label| one.overlaps(label)) {
            score.precise += 1;
        } else {
            differs("false hit", one, "");
        }
    }
}

fn or_none(words: &str) -> &str {
    if words.is_empty() { "none" } else { words }
}

/// Equal; dashes, spaces, full stops of abbreviations and capitals aside.
fn same(left: &str, right: &str) -> bool {
    let plain = |text: &str| -> String {
        text.chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| match c {
                '\u{2010}'..='\u{2015}' => '-',
                '’' => '\'',
                other => other,
            })
            .flat_map(char::to_lowercase)
            .collect()
    };
    plain(left) == plain(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mention(start: usize, end: usize, canonical: &str) -> Mention {
        Mention {
            start,
            end,
            text: String::new(),
            kind: "number",
            canonical: canonical.to_owned(),
            date: String::new(),
            pinpoint: String::new(),
        }
    }

    #[test]
    fn every_way_to_differ_is_counted_and_told() {
        let labelled = Labelled {
            ending: "txt",
            name: "one".to_owned(),
            text: String::new(),
            labels: vec![
                mention(0, 5, "A/RES/1/1"),
                mention(10, 15, "A/RES/1/2"),
                mention(20, 25, "A/RES/1/3"),
            ],
        };
        let found = [
            mention(1, 5, "a/res/1/1"),
            mention(10, 15, "S/RES/2"),
            mention(30, 35, "A/RES/9/9"),
        ];
        let (mut scores, mut differences) = (Scores::new(), Vec::new());
        score(&labelled, &found, &mut scores, &mut differences);
        let score = scores["number"];
        assert_eq!((score.labels, score.recalled, score.right), (3, 2, 1));
        assert_eq!((score.found, score.precise), (3, 2));
        let told: Vec<_> = differences.iter().map(|one| one.what).collect();
        assert_eq!(told, ["other form", "missed", "false hit"]);
    }

    #[test]
    fn the_interval_is_the_exact_one() {
        // From the published tables of the binomial distribution: 0 of 10 gives 0 to 0.3085.
        let none = Interval::of(0, 10);
        assert!(none.low.abs() < 1e-9 && (none.high - 0.3085).abs() < 1e-3);
        let all = Interval::of(1500, 1500);
        assert!((all.low - 0.99754).abs() < 1e-4 && (all.high - 1.0).abs() < 1e-9);
        let half = Interval::of(5, 10);
        assert!((half.low - 0.1871).abs() < 1e-3 && (half.high - 0.8129).abs() < 1e-3);
    }
}
