//! The fact tables themselves, by name, and what the head of each says of its rows.
//!
//! A table is tab-separated text: comment lines that name its source and its day, a header, rows.

use super::Standing;

/// A table of facts, as it stands in `data/facts`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// The name of its file without extension: `ga-sessions`.
    pub name: &'static str,
    /// The whole text.
    pub text: &'static str,
}

/// A table that is compiled in from `data/facts`.
macro_rules! table {
    ($name:literal) => {
        Table {
            name: $name,
            text: include_str!(concat!("../../data/facts/", $name, ".tsv")),
        }
    };
}

pub(super) const GA_SESSIONS: Table = table!("ga-sessions");
pub(super) const GA_EARLY_SESSIONS: Table = table!("ga-early-sessions");
pub(super) const GA_SPECIAL_SESSIONS: Table = table!("ga-special-sessions");
pub(super) const GA_DATES: Table = table!("ga-dates");
pub(super) const GA_DECISION_DATES: Table = table!("ga-decision-dates");
pub(super) const GA_CITED_DATES: Table = table!("ga-cited-dates");
pub(super) const GA_EARLY_DATES: Table = table!("ga-early-dates");
pub(super) const SC_YEARS: Table = table!("sc-years");
pub(super) const SC_DATES: Table = table!("sc-dates");
pub(super) const HRC_SESSIONS: Table = table!("hrc-sessions");
pub(super) const HRC_DATES: Table = table!("hrc-dates");
pub(super) const CHR_OBSERVED: Table = table!("chr-observed");
pub(super) const ECOSOC_OBSERVED: Table = table!("ecosoc-observed");
pub(super) const ECOSOC_DATES: Table = table!("ecosoc-dates");
pub(super) const OTHER_BODIES: Table = table!("other-bodies");
pub(super) const DRAFTS: Table = table!("drafts");
pub(super) const TITLE_SERIES: Table = table!("title-series");
pub(super) const REPLACED: Table = table!("replaced");
pub(super) const TREATY_ARTICLES: Table = table!("treaty-articles");
pub(super) const NUMBERED_PARTS: Table = table!("numbered-parts");
pub(super) const GOAL_TARGETS: Table = table!("goal-targets");
pub(super) const TREATY_SERIES: Table = table!("treaty-series");
pub(super) const ILO_INSTRUMENTS: Table = table!("ilo-instruments");
pub(super) const GENERAL_COMMENTS: Table = table!("general-comments");

/// Every table, in the order in which they are listed to a reader.
pub const TABLES: [Table; 24] = [
    GA_SESSIONS,
    GA_EARLY_SESSIONS,
    GA_SPECIAL_SESSIONS,
    GA_DATES,
    GA_DECISION_DATES,
    GA_CITED_DATES,
    GA_EARLY_DATES,
    SC_YEARS,
    SC_DATES,
    HRC_SESSIONS,
    HRC_DATES,
    CHR_OBSERVED,
    ECOSOC_OBSERVED,
    ECOSOC_DATES,
    OTHER_BODIES,
    DRAFTS,
    TITLE_SERIES,
    REPLACED,
    TREATY_ARTICLES,
    NUMBERED_PARTS,
    GOAL_TARGETS,
    TREATY_SERIES,
    ILO_INSTRUMENTS,
    GENERAL_COMMENTS,
];

impl Table {
    /// What the table is about: the first sentence of its head.
    pub fn about(self) -> String {
        let head = self.head();
        let end = head.find(". ").map_or(head.len(), |stop| stop + 1);
        head[..end].to_owned()
    }

    /// The day or month up to which its sources were read, as the head writes it: `2026-01`.
    pub fn as_of(self) -> String {
        let head = self.head();
        let key = "s of 20";
        let day = head.find(key).map_or("", |at| &head[at + key.len() - 2..]);
        let length = day
            .bytes()
            .take_while(|byte| byte.is_ascii_digit() || *byte == b'-')
            .count();
        day[..length].to_owned()
    }

    /// Where its rows come from, as the head says; `per row` where each row says so.
    pub fn source(self) -> String {
        let head = self.head();
        let keys = ["Source of every row: ", "Source: ", "Sources: "];
        let named = keys.iter().find_map(|key| {
            let from = head.find(key)? + key.len();
            let end = head[from..]
                .find(". ")
                .map_or(head.len(), |stop| from + stop);
            Some(head[from..end].trim_end_matches('.').to_owned())
        });
        named.unwrap_or_else(|| "per row".to_owned())
    }

    /// The columns, as the header names them.
    pub fn columns(self) -> impl Iterator<Item = &'static str> {
        let header = self.lines().next().unwrap_or_default();
        header.split('\t')
    }

    /// The rows without the header, cell by cell.
    pub fn rows(self) -> impl Iterator<Item = Vec<&'static str>> {
        self.lines().skip(1).map(|line| line.split('\t').collect())
    }

    /// How many rows are verified, observed and recalled.
    ///
    /// A row says so in its columns `standing`, of which the weakest counts; where the table has none, its
    /// head does ("Standing of every row: verified").
    pub fn standings(self) -> [usize; 3] {
        let columns: Vec<usize> = self
            .columns()
            .enumerate()
            .filter(|(_, name)| name.ends_with("standing"))
            .map(|(place, _)| place)
            .collect();
        let key = "Standing of every row: ";
        let head = self.head();
        let of_all = head.find(key).map_or(Standing::Observed, |at| {
            let word = head[at + key.len()..].split('.').next();
            Standing::of(word.unwrap_or_default())
        });
        let mut counts = [0; 3];
        for row in self.rows() {
            let own = columns.iter().filter_map(|place| row.get(*place));
            let standing = own.map(|word| Standing::of(word)).min().unwrap_or(of_all);
            counts[match standing {
                Standing::Verified => 0,
                Standing::Observed => 1,
                Standing::Recalled => 2,
            }] += 1;
        }
        counts
    }

    /// The comment lines as running text.
    fn head(self) -> String {
        let lines = self.text.lines().take_while(|line| line.starts_with('#'));
        let words: Vec<&str> = lines
            .map(|line| line.trim_start_matches(['#', ' ']))
            .collect();
        words.join(" ")
    }

    fn lines(self) -> impl Iterator<Item = &'static str> {
        let is_data = |line: &&str| !line.starts_with('#') && !line.is_empty();
        self.text.lines().filter(is_data)
    }
}
