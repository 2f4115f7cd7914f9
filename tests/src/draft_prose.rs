//! Draft prose of any length for measurements, the same each time: the sentences of a real draft shuffled
//! into paragraphs, with references in many forms and near misses put between their words.
//!
//! The sentences are those of the draft beside the repository where it is at hand, else of its own sample.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "shares and counts are small"
)]

use std::path::Path;

/// References per 1,000 words: what a report of the Secretary-General has.
const DENSITY: f64 = 8.0;
/// Documents that are cited; the lower their number, the oftener.
const DOCUMENTS: f64 = 10_000.0;

const COUNTRIES: [&str; 20] = [
    "AFG", "ALB", "ARG", "BGD", "BRA", "CHE", "COL", "DEU", "EGY", "FRA", "GHA", "IND", "ITA",
    "KEN", "MEX", "NOR", "PHL", "SEN", "UKR", "ZAF",
];
const NEAR_MISSES: [&str; 15] = [
    "and/or",
    "24/7",
    "IOM/OSCE",
    "2016/17",
    "km/h",
    "A/B",
    "his/her",
    "RC/RC",
    "http://www.iom.int/a/b",
    "https://undocs.org/en/",
    "HIV/AIDS",
    "input/output",
    "I/O",
    "1/2",
    "TCP/IP",
];

/// About `size` bytes of draft prose, in paragraphs with blank lines between them and a heading now and then.
///
/// `repository` is the folder that holds the workspace.
pub fn draft_prose(repository: &Path, size: usize) -> String {
    let seed = Seed::read(repository);
    let mut chance = Chance(20_121_220);
    let mut text = String::with_capacity(size + 4096);
    while text.len() < size {
        if chance.happens(0.06) {
            text.push_str("## ");
            text.push_str(chance.one_of::<String>(&seed.titles));
        } else {
            for index in 0..chance.below(5) + 2 {
                if index > 0 {
                    text.push(' ');
                }
                let sentence = chance.one_of::<String>(&seed.sentences);
                push_sentence(&mut text, sentence, &mut chance);
            }
        }
        text.push_str("\n\n");
    }
    text
}

/// What the prose is made of.
struct Seed {
    sentences: Vec<String>,
    titles: Vec<String>,
}

impl Seed {
    /// The sentences of the long lines, and the short lines.
    fn read(repository: &Path) -> Self {
        let draft = repository.join("../shared/drafts/iom-input-a-res-67-172.txt");
        let text = std::fs::read_to_string(draft)
            .unwrap_or_else(|_| include_str!("../drafts/report.md").to_owned());
        let lines = text
            .lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        let (long, short): (Vec<_>, Vec<_>) = lines.partition(|line| line.len() > 300);
        Self {
            sentences: long.iter().flat_map(|line| sentences(line)).collect(),
            titles: short.into_iter().filter(|line| line.len() > 12).collect(),
        }
    }
}

/// The sentences of a paragraph, cut at full stops between a small letter and a capital.
fn sentences(paragraph: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut start = 0;
    for (stop, _) in paragraph.match_indices(". ") {
        let bytes = paragraph.as_bytes();
        let behind_word =
            stop > 0 && (bytes[stop - 1].is_ascii_lowercase() || bytes[stop - 1] == b')');
        if behind_word && bytes.get(stop + 2).is_some_and(u8::is_ascii_uppercase) {
            found.push(paragraph[start..=stop].to_owned());
            start = stop + 2;
        }
    }
    found.push(paragraph[start..].to_owned());
    found.retain(|sentence| (20..900).contains(&sentence.len()));
    found
}

fn push_sentence(text: &mut String, sentence: &str, chance: &mut Chance) {
    let words = sentence.split(' ').count();
    let mut references = words as f64 * DENSITY / 1000.0;
    let mut inserted: Vec<(usize, String)> = Vec::new();
    while chance.happens(references) {
        references -= 1.0;
        let reference = reference(chance);
        let place = chance.below(words - 1) + 1;
        inserted.push(if chance.happens(0.4) {
            (place, format!("({reference})"))
        } else {
            (place, reference)
        });
    }
    if chance.happens(words as f64 / 400.0) {
        inserted.push((
            chance.below(words - 1) + 1,
            (*chance.one_of(&NEAR_MISSES)).to_owned(),
        ));
    }
    for (index, word) in sentence.split(' ').enumerate() {
        if index > 0 {
            text.push(' ');
        }
        for (_, more) in inserted.iter().filter(|(place, _)| *place == index) {
            text.push_str(more);
            text.push(' ');
        }
        text.push_str(word);
    }
}

/// One reference as drafters write it: a symbol, or the number of a resolution in prose.
fn reference(chance: &mut Chance) -> String {
    let document = (DOCUMENTS * chance.share().powi(3)) as usize;
    let (paragraph, form) = (chance.below(60) + 1, chance.share());
    let (group, kind) = (document / 20, document % 20);
    if kind < 6 {
        let (session, number) = (31 + group * 6 % 50, group * 6 / 50 * 6 + kind + 1);
        if form < 0.5 {
            return assembly_resolution(chance, session, number, paragraph);
        }
        return located(format!("A/RES/{session}/{number}"), form, paragraph);
    }
    if kind < 9 {
        let number = group * 3 + kind - 5;
        let year = 1946 + number / 35;
        if form < 0.5 {
            return council_resolution(chance, number, year, paragraph);
        }
        return located(format!("S/RES/{number} ({year})"), form, paragraph);
    }
    located(document_symbol(group, kind), form, paragraph)
}

fn assembly_resolution(
    chance: &mut Chance,
    session: usize,
    number: usize,
    paragraph: usize,
) -> String {
    match chance.below(5) {
        0 => format!("General Assembly resolution {session}/{number}"),
        1 => format!("resolution {session}/{number} of the General Assembly"),
        2 => format!(
            "its resolution {session}/{number} of {} December {}",
            chance.below(28) + 1,
            1945 + session
        ),
        3 => format!("paragraph {paragraph} of General Assembly resolution {session}/{number}"),
        _ => format!("GA res. {session}/{number}"),
    }
}

fn council_resolution(chance: &mut Chance, number: usize, year: usize, paragraph: usize) -> String {
    match chance.below(4) {
        0 => format!("Security Council resolution {number} ({year})"),
        1 => format!(
            "paragraphs {paragraph} and {} of resolution {number} ({year})",
            paragraph + 2
        ),
        2 => format!("Council resolution {number} ({year})"),
        _ => format!("SCR {number}"),
    }
}

/// The symbol of a document that is no resolution: a mixed library's shares.
fn document_symbol(group: usize, kind: usize) -> String {
    let (session, country) = (10 + group % 45, COUNTRIES[group % COUNTRIES.len()]);
    match kind {
        9..12 => {
            let suffix = ["", "/Add.1", "/Rev.1"][group % 3];
            format!(
                "A/{}/{}{suffix}",
                45 + group % 35,
                1 + group / 35 * 3 + kind - 9
            )
        }
        12 => format!("S/{}/{}", 1994 + group % 30, 1 + group / 30),
        13 => format!("E/{}/{}", 1980 + group % 44, 1 + group / 44),
        14 => format!("A/HRC/RES/{session}/{}", 1 + group / 45),
        15 => {
            let suffix = ["", "/Add.2", "/Corr.1"][group % 3];
            format!("A/HRC/{session}/{}{suffix}", 1 + group / 45)
        }
        16 => format!("E/CN.4/{}/{}", 1970 + group % 36, 1 + group / 36),
        17 => {
            let suffix = ["", "/Rev.1"][group % 2];
            format!("A/C.3/{}/L.{}{suffix}", 40 + group % 38, 1 + group / 38)
        }
        18 => format!("CCPR/C/{country}/CO/{}", 1 + group / COUNTRIES.len()),
        _ => format!("CMW/C/{country}/{}", 1 + group / COUNTRIES.len()),
    }
}

/// The symbol alone, or with a paragraph reference behind or before it.
fn located(symbol: String, form: f64, paragraph: usize) -> String {
    match form {
        form if form < 0.8 => symbol,
        form if form < 0.9 => format!("{symbol}, para. {paragraph}"),
        _ => format!("paragraph {paragraph} of {symbol}"),
    }
}

/// Numbers that look random and are the same in every run.
struct Chance(u64);

impl Chance {
    /// A number from 0 up to but not including 1.
    fn share(&mut self) -> f64 {
        // Knuth's multiplier; the high bits are the good ones.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) as f64 / (1_u64 << 31) as f64
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.share() * bound as f64) as usize
    }

    fn happens(&mut self, share: f64) -> bool {
        self.share() < share
    }

    fn one_of<'v, T>(&mut self, values: &'v [T]) -> &'v T {
        &values[self.below(values.len())]
    }
}
