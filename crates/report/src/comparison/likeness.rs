//! Which paragraphs have most of their words in common.
//!
//! Nearly every pair of two long versions has little in common, so that pairs are compared only where rare words
//! leave it possible that they are alike.

use std::collections::HashMap;

/// From this share of words in common on, two paragraphs are one that was changed.
const ALIKE: f64 = 0.5;

/// The words of a paragraph as numbers, in order; a word that stands there again has another number.
type Bag = Vec<usize>;

/// Paragraphs of a version, and in which of them each word stands.
#[derive(Default)]
pub(super) struct Likeness {
    /// The numbers of words: which word, and for which time it stands in a paragraph.
    numbers: HashMap<(String, usize), usize>,
    /// Each paragraph with its index in the version.
    bags: Vec<(usize, Bag)>,
    /// In which of `bags` a word stands, by its number.
    standing: Vec<Vec<usize>>,
}

impl Likeness {
    /// Of these paragraphs, each with its index in the version.
    pub(super) fn of<'w>(paragraphs: impl Iterator<Item = (usize, &'w str)>) -> Self {
        let mut all = Self::default();
        for (index, words) in paragraphs {
            let bag = all.bag(words);
            all.standing.resize(all.numbers.len(), Vec::new());
            for word in &bag {
                all.standing[*word].push(all.bags.len());
            }
            all.bags.push((index, bag));
        }
        all
    }

    /// The paragraphs that have most of their words in common with `words`: their indices, each with the share.
    pub(super) fn alike(&mut self, words: &str) -> Vec<(usize, f64)> {
        let own = self.bag(words);
        let compared = self.worth_comparing(&own).into_iter().map(|at| {
            let (index, bag) = &self.bags[at];
            (*index, share(&own, bag))
        });
        compared.filter(|(_, share)| *share >= ALIKE).collect()
    }

    fn bag(&mut self, words: &str) -> Bag {
        let mut times: HashMap<String, usize> = HashMap::new();
        let mut bag: Bag = sources::folded_words(words)
            .into_iter()
            .map(|word| {
                let time = times.entry(word.clone()).or_default();
                *time += 1;
                let next = self.numbers.len();
                *self.numbers.entry((word, *time)).or_insert(next)
            })
            .collect();
        bag.sort_unstable();
        bag
    }

    /// Which of `bags` may be alike: all that are, and few others.
    fn worth_comparing(&self, own: &[usize]) -> Vec<usize> {
        let standing = |word: &usize| self.standing.get(*word).map_or(&[][..], Vec::as_slice);
        // Of two paragraphs that have half their words in common, the shorter has at least a third of the length of
        // the other, so that a third of the words of either stand in both. The commonest words, of which there are
        // fewer, need not be looked up.
        let left_out = own.len().div_ceil(3).saturating_sub(1);
        let mut rarest = own.to_vec();
        rarest.sort_by_key(|word| standing(word).len());
        rarest.truncate(own.len() - left_out);
        let mut common = vec![0; self.bags.len()];
        let mut met = Vec::new();
        for at in rarest.iter().flat_map(standing) {
            if common[*at] == 0 {
                met.push(*at);
            }
            common[*at] += 1;
        }
        met.retain(|at| 4 * (common[*at] + left_out) >= own.len() + self.bags[*at].1.len());
        met.sort_unstable();
        met
    }
}

/// The share of words that two paragraphs have in common.
fn share(one: &[usize], other: &[usize]) -> f64 {
    let total = one.len() + other.len();
    if total == 0 {
        return 0.0;
    }
    let (mut at, mut common) = (0, 0_usize);
    for word in one {
        while other.get(at).is_some_and(|next| next < word) {
            at += 1;
        }
        if other.get(at) == Some(word) {
            common += 1;
            at += 1;
        }
    }
    // Numbers of words are far below what a float holds exactly.
    #[expect(clippy::cast_precision_loss, reason = "numbers of words are small")]
    let share = 2.0 * common as f64 / total as f64;
    share
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Paragraph `seed` of a text of few words, of which some stand nearly everywhere.
    fn made_up(seed: usize) -> String {
        let mut state = seed * 7919 + 17;
        let mut next = |bound: usize| {
            state = (state * 1_103_515_245 + 12345) % 2_147_483_648;
            state / 65536 % bound
        };
        let length = 1 + next(12);
        let words = (0..length).map(|_| {
            let reach = 1 + next(30);
            format!("w{}", next(reach))
        });
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn all_that_are_alike_are_found() {
        let texts: Vec<String> = (0..300).map(made_up).collect();
        let mut all = Likeness::of(texts.iter().map(String::as_str).enumerate());
        let mut found = 0;
        for seed in 300..400 {
            let own = made_up(seed);
            let bag = all.bag(&own);
            let expected: Vec<(usize, f64)> = all
                .bags
                .iter()
                .map(|(index, other)| (*index, share(&bag, other)))
                .filter(|(_, share)| *share >= ALIKE)
                .collect();
            found += expected.len();
            assert_eq!(all.alike(&own), expected, "{own}");
        }
        assert!(found > 100, "{found}");
    }

    #[test]
    fn paragraphs_that_share_common_words_alone_are_not_compared() {
        let paragraph = |at: usize| {
            let own = ["a", "b", "c", "d", "e", "f", "g"].map(|word| format!("{word}{at}"));
            format!("the of the and in {}", own.join(" "))
        };
        let texts: Vec<String> = (0..200).map(paragraph).collect();
        let mut all = Likeness::of(texts.iter().map(String::as_str).enumerate());
        let own = all.bag(&format!("{} anew", paragraph(70)));
        assert_eq!(all.worth_comparing(&own), [70]);
    }
}
