//! Documents that look like a library of United Nations texts: symbols in the shares a mixed library has,
//! words by Zipf's law, numbered paragraphs that cite each other.
//!
//! Document `i` is a function of `i` alone, so a small library is a part of a large one.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

/// How many words there are.
const VOCABULARY: usize = 60_000;

const COUNTRIES: [&str; 20] = [
    "AFG", "ALB", "ARG", "AUT", "BRA", "CHE", "CHL", "COL", "DEU", "EGY", "FRA", "GHA", "IND",
    "ITA", "KEN", "MEX", "NGA", "PHL", "TUR", "ZMB",
];

/// Numbers that look random and are the same everywhere.
pub struct Dice(u64);

impl Dice {
    /// Dice that fall alike for equal seeds.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x2545_f491_4f6c_dd1d)
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() >> 33) as usize % bound.max(1)
    }

    /// A number from 0 to 1.
    pub fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}

/// The words of the library, the most frequent first.
pub struct Vocabulary {
    words: Vec<String>,
    /// Sums of the frequencies up to each word.
    sums: Vec<f64>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        const FREQUENT: &str = "the of and to in on its for by that with resolution as international rights human \
            states general all report development nations united development assembly secretary their which at \
            efforts member support cooperation national countries conference including session measures request \
            sustainable relevant implementation organizations convention council committee security situation \
            work peace system national migrants women children protection regional programme activities economic \
            social process law welcomes calls upon encourages decides reaffirming recalling noting";
        let mut words: Vec<String> = FREQUENT.split_whitespace().map(str::to_owned).collect();
        words.dedup();
        let mut known: std::collections::HashSet<String> = words.iter().cloned().collect();
        let onset = [
            "b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "br", "gr", "pl",
            "st", "tr", "con", "de", "pro", "re",
        ];
        let nucleus = ["a", "e", "i", "o", "u", "ea", "io", "ou"];
        let coda = [
            "", "", "n", "r", "s", "t", "l", "nt", "st", "ment", "tion", "ing",
        ];
        let mut dice = Dice::new(7);
        while words.len() < VOCABULARY {
            let mut word = String::new();
            for _ in 0..=dice.below(3) {
                word.push_str(onset[dice.below(onset.len())]);
                word.push_str(nucleus[dice.below(nucleus.len())]);
            }
            word.push_str(coda[dice.below(coda.len())]);
            if known.insert(word.clone()) {
                words.push(word);
            }
        }
        let mut sum = 0.0;
        let sums = (1..=words.len())
            .map(|rank| {
                sum += (rank as f64 + 2.7).powf(-1.07);
                sum
            })
            .collect();
        Self { words, sums }
    }
}

impl Vocabulary {
    /// A word, frequent ones more often.
    pub fn draw(&self, dice: &mut Dice) -> &str {
        let wanted = dice.share() * self.sums.last().copied().unwrap_or(0.0);
        let place = self.sums.partition_point(|sum| *sum < wanted);
        &self.words[place.min(self.words.len() - 1)]
    }
}

/// The symbol of document `i`, and its year.
pub fn symbol(i: usize) -> (String, usize) {
    let (n, kind) = (i / 20, i % 20);
    let session = 10 + n % 45;
    match kind {
        0..6 => {
            let session = 31 + n * 6 % 50;
            let number = n * 6 / 50 * 6 + kind + 1;
            (format!("A/RES/{session}/{number}"), 1945 + session)
        }
        6..9 => {
            let number = n * 3 + kind - 5;
            let year = 1946 + number / 35;
            (format!("S/RES/{number} ({year})"), year)
        }
        9..12 => {
            let session = 45 + n % 35;
            let suffix = ["", "/Add.1", "/Rev.1"][n % 3];
            let number = 1 + n / 35 * 3 + kind - 9;
            (format!("A/{session}/{number}{suffix}"), 1945 + session)
        }
        12 => (format!("S/{}/{}", 1994 + n % 30, 1 + n / 30), 1994 + n % 30),
        13 => (format!("E/{}/{}", 1980 + n % 44, 1 + n / 44), 1980 + n % 44),
        14 => (
            format!("A/HRC/RES/{session}/{}", 1 + n / 45),
            2006 + session / 3,
        ),
        15 => {
            let suffix = ["", "/Add.2", "/Corr.1"][n % 3];
            (
                format!("A/HRC/{session}/{}{suffix}", 1 + n / 45),
                2006 + session / 3,
            )
        }
        16 => (
            format!("E/CN.4/{}/{}", 1970 + n % 36, 1 + n / 36),
            1970 + n % 36,
        ),
        17 => {
            let suffix = ["", "/Rev.1"][n % 2];
            (
                format!("A/C.3/{}/L.{}{suffix}", 40 + n % 38, 1 + n / 38),
                1985 + n % 38,
            )
        }
        18 => (
            format!("CCPR/C/{}/CO/{}", COUNTRIES[n % 20], 1 + n / 20),
            1995 + n % 28,
        ),
        _ => (
            format!("CMW/C/{}/{}", COUNTRIES[n % 20], 1 + n / 20),
            2004 + n % 20,
        ),
    }
}

/// The text of document `i` of a library of `documents`.
pub fn text(i: usize, documents: usize, vocabulary: &Vocabulary) -> String {
    let mut dice = Dice::new(i as u64 + 1);
    let (symbol, year) = symbol(i);
    let mut text = String::with_capacity(8000);
    let title = sentence(&mut dice, vocabulary, 8);
    let (month, day) = (1 + dice.below(12), 1 + dice.below(28));
    let _ = write!(
        text,
        "---\nsymbol: {symbol}\ntitle: {title}\ndate: {year}-{month:02}-{day:02}\n---\n"
    );
    for number in 1..=20 + dice.below(41) {
        let length = 8 + dice.below(24);
        let mut words = sentence(&mut dice, vocabulary, length);
        if dice.share() < 0.3 {
            let cited = (documents as f64 * dice.share().powi(3)) as usize;
            let _ = write!(words, ", as in {}", self::symbol(cited).0);
        }
        let _ = write!(text, "\n{number}. {words};\n");
    }
    text
}

/// So many words with a capital at the beginning.
pub fn sentence(dice: &mut Dice, vocabulary: &Vocabulary, words: usize) -> String {
    let mut sentence = String::new();
    for place in 0..words {
        let word = vocabulary.draw(dice);
        if place == 0 {
            let mut letters = word.chars();
            sentence.extend(letters.next().map(|first| first.to_ascii_uppercase()));
            sentence.push_str(letters.as_str());
        } else {
            sentence.push(' ');
            sentence.push_str(word);
        }
    }
    sentence
}

/// Writes a library of `documents` below `folder`, a thousand to a folder; returns its size in bytes.
///
/// # Errors
/// When it cannot be written.
pub fn write(folder: &Path, documents: usize) -> io::Result<u64> {
    let vocabulary = Vocabulary::default();
    let mut size = 0;
    for i in 0..documents {
        let below = folder.join(format!("{:04}", i / 1000));
        if i % 1000 == 0 {
            fs::create_dir_all(&below)?;
        }
        let text = text(i, documents, &vocabulary);
        size += text.len() as u64;
        fs::write(below.join(format!("{i:06}.md")), text)?;
    }
    Ok(size)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn documents_are_read_and_symbols_are_their_own() {
        let vocabulary = Vocabulary::default();
        let mut symbols = HashSet::new();
        for i in 0..2000 {
            let (symbol, _) = symbol(i);
            assert!(citation::Symbol::parse(&symbol).is_some(), "{symbol}");
            assert!(symbols.insert(symbol));
        }
        let sample = text(5, 2000, &vocabulary);
        assert_eq!(sample, text(5, 2000, &vocabulary));
        let document = sources::read::whole(&sample, Path::new("a.md")).unwrap();
        assert!(document.passages.len() >= 20);
    }
}
