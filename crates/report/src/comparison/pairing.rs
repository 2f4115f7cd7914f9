//! Which paragraph of the later version is which of the earlier one.

use std::collections::HashMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Paragraph;
use super::likeness::Likeness;

/// A paragraph in one version or in both.
pub(super) struct Pair {
    /// Its index in the earlier version.
    pub(super) old: Option<usize>,
    /// Its index in the later version.
    pub(super) new: Option<usize>,
    /// Whether others that stayed in order have passed it.
    pub(super) moved: bool,
}

/// Pairs every paragraph of both versions, in the order of the later one.
pub(super) fn pair(before: &[Paragraph], after: &[Paragraph]) -> Vec<Pair> {
    let words = |paragraphs: &[Paragraph]| -> Vec<String> {
        paragraphs.iter().map(|one| one.words.clone()).collect()
    };
    let (old, new) = (words(before), words(after));
    let mut partner: Vec<Option<usize>> = vec![None; after.len()];
    let mut taken = vec![false; before.len()];
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        if let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = op
        {
            for step in 0..len {
                partner[new_index + step] = Some(old_index + step);
                taken[old_index + step] = true;
            }
        }
    }
    equal_elsewhere(&old, &new, &mut partner, &mut taken);
    alike(&old, &new, &mut partner, &mut taken);
    in_order(&partner, &taken)
}

/// Pairs what is word for word the same in another place.
fn equal_elsewhere(
    old: &[String],
    new: &[String],
    partner: &mut [Option<usize>],
    taken: &mut [bool],
) {
    let mut free: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, words) in old.iter().enumerate().rev() {
        if !taken[index] {
            free.entry(words).or_default().push(index);
        }
    }
    for (index, words) in new.iter().enumerate() {
        if partner[index].is_none()
            && let Some(found) = free.get_mut(words.as_str()).and_then(Vec::pop)
        {
            partner[index] = Some(found);
            taken[found] = true;
        }
    }
}

/// Pairs what has most of its words in common, the likest first.
fn alike(old: &[String], new: &[String], partner: &mut [Option<usize>], taken: &mut [bool]) {
    let free = old.iter().enumerate().filter(|(other, _)| !taken[*other]);
    let mut likeness = Likeness::of(free.map(|(other, words)| (other, words.as_str())));
    let mut candidates = Vec::new();
    for (index, words) in new.iter().enumerate() {
        if partner[index].is_none() {
            let alike = likeness.alike(words).into_iter();
            candidates.extend(alike.map(|(other, share)| (share, index, other)));
        }
    }
    candidates.sort_by(|a, b| {
        let distance = |one: &(f64, usize, usize)| one.1.abs_diff(one.2);
        b.0.total_cmp(&a.0)
            .then(distance(a).cmp(&distance(b)))
            .then((a.1, a.2).cmp(&(b.1, b.2)))
    });
    for (_, index, other) in candidates {
        if partner[index].is_none() && !taken[other] {
            partner[index] = Some(other);
            taken[other] = true;
        }
    }
}

/// The pairs in the order of the later version; what is gone stands behind what stood before it.
fn in_order(partner: &[Option<usize>], taken: &[bool]) -> Vec<Pair> {
    let stays = longest_rise(partner);
    let mut pairs = Vec::with_capacity(partner.len());
    let mut gone = taken
        .iter()
        .enumerate()
        .filter(|(_, taken)| !**taken)
        .peekable();
    for (index, old) in partner.iter().enumerate() {
        let stayed = old.filter(|_| stays[index]);
        while let Some((dropped, _)) =
            gone.next_if(|(dropped, _)| stayed.is_some_and(|old| *dropped < old))
        {
            pairs.push(dropped_one(dropped));
        }
        pairs.push(Pair {
            old: *old,
            new: Some(index),
            moved: old.is_some() && !stays[index],
        });
    }
    pairs.extend(gone.map(|(dropped, _)| dropped_one(dropped)));
    pairs
}

const fn dropped_one(index: usize) -> Pair {
    Pair {
        old: Some(index),
        new: None,
        moved: false,
    }
}

/// Which paragraphs belong to the longest run that kept its order; the others have moved.
fn longest_rise(partner: &[Option<usize>]) -> Vec<bool> {
    // The last place of the best run of each length, and for each place the one before it.
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; partner.len()];
    for (index, old) in partner.iter().enumerate() {
        let Some(old) = old else {
            continue;
        };
        let length = tails.partition_point(|tail| partner[*tail].is_some_and(|it| it < *old));
        before[index] = length.checked_sub(1).map(|shorter| tails[shorter]);
        if length == tails.len() {
            tails.push(index);
        } else {
            tails[length] = index;
        }
    }
    let mut stays = vec![false; partner.len()];
    let mut at = tails.last().copied();
    while let Some(index) = at {
        stays[index] = true;
        at = before[index];
    }
    stays
}
