//! Places that are one of each document: "articles 28 and 45 of the Convention … and the Covenant …, respectively".

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem;

use crate::{Citation, Pinpoint, Step};

/// How "respectively" begins in English, French and Spanish.
static RESPECTIVELY: LazyLock<memmem::Finder<'static>> =
    LazyLock::new(|| memmem::Finder::new("respectiv"));

/// How far the next document of a list may stand behind one, in bytes.
const REACH: usize = 120;

/// Of documents before "respectively" that share a list of places, gives each its own; where the two are not as many, none
/// has any. `found` is in order of tokens.
pub(in crate::scan) fn hand_out(text: &str, found: &mut [Citation]) {
    let Some(start) = found.first().map(|first| first.token.end) else {
        return;
    };
    for at in RESPECTIVELY.find_iter(&text.as_bytes()[start..]) {
        let at = start + at;
        let before = found.partition_point(|one| one.token.end <= at);
        let documents = listed(text, &found[..before]);
        hand_out_before(text, at, &mut found[documents]);
    }
}

/// The documents that a list ends with, the last of `found` among them.
fn listed(text: &str, found: &[Citation]) -> Range<usize> {
    let joined = found
        .windows(2)
        .rev()
        .take_while(|pair| is_joined(text, &pair[0], &pair[1]))
        .count();
    found.len().saturating_sub(joined + 1)..found.len()
}

/// Whether `next` stands in one list with `one`.
fn is_joined(text: &str, one: &Citation, next: &Citation) -> bool {
    let between = text.get(one.token.end..next.token.start);
    between.is_some_and(|words| {
        words.len() < REACH
            && !words.contains([';', '.'])
            && [",", " and ", " et ", " y "]
                .iter()
                .any(|joint| words.contains(joint))
    })
}

/// Hands out the places of `documents`, a list that ends before "respectively" at `at`.
fn hand_out_before(text: &str, at: usize, documents: &mut [Citation]) {
    let (Some(last), Some(holder)) = (documents.last(), holder(documents)) else {
        return;
    };
    // Places behind the last are of all before it, those before the first of all behind it.
    let is_behind = |place: &Pinpoint| place.span.start >= last.token.end;
    let Some(place) = documents[holder].pinpoint.clone() else {
        return;
    };
    let first = if is_behind(&place) { 0 } else { holder };
    let end = last.token.end.max(last.phrase.end).max(place.span.end);
    let served = &mut documents[first..];
    let labels = labels(&place);
    if served.len() < 2 || labels == Some(1) || !is_right_before(text, end..at) {
        return;
    }
    let is_shared = labels == Some(served.len());
    for (index, one) in served.iter_mut().enumerate() {
        one.pinpoint = is_shared.then(|| own(text, &place, index)).flatten();
    }
}

/// The only one of `documents` that has a place.
fn holder(documents: &[Citation]) -> Option<usize> {
    let mut having = (0..documents.len()).filter(|index| documents[*index].pinpoint.is_some());
    let holder = having.next()?;
    having.next().is_none().then_some(holder)
}

/// How many places of one kind `place` lists; none where it lists others or a range.
fn labels(place: &Pinpoint) -> Option<usize> {
    match (place.steps.as_slice(), place.beside.as_slice()) {
        ([only], []) => {
            let is_single = only.labels.iter().all(|(_, to)| to.is_none());
            is_single.then_some(only.labels.len())
        }
        _ => None,
    }
}

/// Whether nothing but a comma, a bracket or "thereof" stands in `range`.
fn is_right_before(text: &str, range: Range<usize>) -> bool {
    text.get(range).is_some_and(|words| {
        let words = words.trim_matches([' ', '\n', ',', ')']);
        matches!(words, "" | "thereof" | "thereto")
    })
}

/// The place of `place` with this `index`.
fn own(text: &str, place: &Pinpoint, index: usize) -> Option<Pinpoint> {
    let only = place.steps.first()?;
    let (label, _) = only.labels.get(index)?;
    let words = text.get(place.span.clone())?;
    // The first keeps the word "articles"; where a label is written otherwise than it is read, all have the whole.
    let span = words.rfind(&**label).map_or(place.span.clone(), |at| {
        let start = if index == 0 { 0 } else { at };
        place.span.start + start..place.span.start + at + label.len()
    });
    Some(Pinpoint {
        steps: vec![Step {
            unit: only.unit,
            labels: vec![(label.clone(), None)],
        }],
        beside: Vec::new(),
        span,
    })
}

#[cfg(test)]
mod tests {
    use crate::scan::articles::tests::places;

    #[test]
    fn each_document_has_its_own_place() {
        assert_eq!(
            places(
                "paragraphs 4 and 97 of General Assembly resolutions 79/152 and 70/1, respectively"
            ),
            ["79/152 [para. 4]", "70/1 [para. 97]"]
        );
        assert_eq!(
            places(
                "resolutions 70/1 and 68/268, in particular paragraphs 75 and 16 thereof, respectively,"
            ),
            ["70/1 [para. 75]", "68/268 [para. 16]"]
        );
        assert_eq!(
            places("See A/79/336, A/75/601 and A/74/2, paras. 4, 8 and 9, respectively."),
            [
                "A/79/336 [para. 4]",
                "A/75/601 [para. 8]",
                "A/74/2 [para. 9]"
            ]
        );
    }

    #[test]
    fn none_has_a_place_where_they_are_not_as_many() {
        assert_eq!(
            places("See A/79/336, A/75/601 and A/74/2, paras. 4 and 8, respectively."),
            ["A/79/336 []", "A/75/601 []", "A/74/2 []"]
        );
    }

    #[test]
    fn the_places_of_one_document_stay() {
        let one = "The Council and the Assembly did so in A/79/336, paras. 4 and 8, respectively.";
        assert_eq!(places(one), ["A/79/336 [paras. 4 and 8]"]);
        let votes =
            "paragraphs 4 and 8 of resolutions 70/1 and 70/2 had 5 and 6 votes, respectively";
        assert_eq!(places(votes), ["70/1 [paras. 4 and 8]", "70/2 []"]);
        let one_place = "paragraph 4 of resolutions 79/152 and 70/1, respectively";
        assert_eq!(places(one_place), ["79/152 [para. 4]", "70/1 []"]);
    }
}
