//! Which of two claims to the same place holds.

use std::ops::Range;

use crate::{Citation, Form, Kind, Referent};

/// What one look at the claims of a block tells: most have nothing to settle, and a list may be as long as a text.
pub(super) struct Survey {
    /// Whether all hold as they stand: the tokens are in order and do not overlap, and none is a title that no lexicon
    /// has.
    pub(super) is_settled: bool,
    /// Whether one names an instrument.
    pub(super) has_instrument: bool,
    /// Whether one is no number whose body the context tells.
    pub(super) has_other_than_numbers: bool,
}

impl Survey {
    pub(super) fn of(found: &[Citation]) -> Self {
        let mut survey = Self {
            is_settled: true,
            has_instrument: false,
            has_other_than_numbers: false,
        };
        let mut end = 0;
        for citation in found {
            let is_title = matches!(citation.form, Form::Title { .. });
            survey.is_settled &= end <= citation.token.start && !is_title;
            survey.has_instrument |= citation.kind == Kind::Named;
            survey.has_other_than_numbers |= !matches!(citation.form, Form::Number { .. });
            end = citation.token.end;
        }
        survey
    }
}

/// Leaves the claims that hold, in order of their tokens, which no longer overlap.
pub(super) fn remove(found: &mut Vec<Citation>) {
    found.sort_by_key(|citation| citation.token.start);
    drop_known_titles(found);
    drop_known_forms(found);
    let apart = found
        .windows(2)
        .all(|pair| pair[0].token.end <= pair[1].token.start);
    if apart {
        return;
    }
    found.sort_by_key(|citation| {
        let token = &citation.token;
        // At one place, what is known outranks what only has the form of a number.
        let open = matches!(
            citation.form,
            Form::Number { .. } | Form::Title { .. } | Form::ListedTreaty { .. }
        );
        (rank(citation), token.start, open, usize::MAX - token.end)
    });
    let mut kept: Vec<Citation> = Vec::with_capacity(found.len());
    let mut current = None;
    let mut stronger = 0;
    for citation in found.drain(..) {
        if current != Some(rank(&citation)) {
            current = Some(rank(&citation));
            kept.sort_by_key(|citation| citation.token.start);
            stronger = kept.len();
        }
        let token = &citation.token;
        let next = kept[..stronger].partition_point(|other| other.token.end <= token.start);
        let free = next == stronger || token.end <= kept[next].token.start;
        let first = kept[stronger..]
            .last()
            .is_none_or(|before| before.token.end <= token.start);
        if free && first {
            kept.push(citation);
        }
    }
    kept.sort_by_key(|citation| citation.token.start);
    *found = kept;
}

/// Leaves those of `names` that another claim reaches into, whose words may be read otherwise. `found` is in order.
pub(super) fn keep_contested<T>(
    found: &[Citation],
    names: &mut Vec<T>,
    token: impl Fn(&T) -> &Range<usize>,
) {
    // The furthest end of the claims up to each: one that reaches far may stand any number of claims before.
    let mut end = 0;
    let furthest: Vec<usize> = found
        .iter()
        .map(|claim| {
            end = end.max(claim.token.end);
            end
        })
        .collect();
    names.retain(|name| {
        let token = token(name);
        let next = found.partition_point(|claim| claim.token.start < token.start);
        let before = next > 0 && furthest[next - 1] > token.start;
        let mut inside = found[next..]
            .iter()
            .take_while(|claim| claim.token.start < token.end);
        before || inside.any(|claim| claim.token.end > token.start && claim.token != *token)
    });
}

/// Drops what looks like a title where its noun belongs to what is known: "ILO Domestic Workers Convention" where
/// "Domestic Workers Convention (No. 189)" stands. `found` is in order.
fn drop_known_titles(found: &mut Vec<Citation>) {
    if !found
        .iter()
        .any(|citation| matches!(citation.form, Form::Title { .. }))
    {
        return;
    }
    // Where the known ones begin, each with the furthest end up to there.
    let mut furthest = 0;
    let known: Vec<(usize, usize)> = found
        .iter()
        .filter(|citation| matches!(citation.form, Form::Whole(_)))
        .map(|citation| {
            furthest = furthest.max(citation.token.end);
            (citation.token.start, furthest)
        })
        .collect();
    found.retain(|citation| {
        let Form::Title { noun } = &citation.form else {
            return true;
        };
        let before = known.partition_point(|(start, _)| *start <= noun.start);
        before == 0 || known[before - 1].1 < noun.end
    });
}

/// Drops what looks like a mistyped symbol where the same words are another organization's own form: `IDB.49/Dec.5`.
/// `found` is in order.
fn drop_known_forms(found: &mut Vec<Citation>) {
    let is_mistyped = |citation: &Citation| matches!(citation.form, Form::Mistyped { .. });
    if !found.iter().any(is_mistyped) {
        return;
    }
    let known: Vec<(usize, usize)> = found
        .iter()
        .filter(|citation| matches!(citation.form, Form::Whole(_)))
        .map(|citation| (citation.token.start, citation.token.end))
        .collect();
    found.retain(|citation| {
        let token = &citation.token;
        let first = known.partition_point(|(start, _)| *start < token.start);
        let mut here = known[first..]
            .iter()
            .take_while(|(start, _)| *start == token.start);
        !is_mistyped(citation) || !here.any(|(_, end)| *end >= token.end)
    });
}

/// A symbol inside a title or a series stays; it is what identifies the document. So does an instrument
/// that has a number of its own.
const fn rank(citation: &Citation) -> u8 {
    if let Form::Whole(Referent::Labour(_) | Referent::UnionAct(_)) = citation.form {
        return 1;
    }
    match citation.kind {
        Kind::Symbol => 0,
        Kind::Number | Kind::Series => 1,
        Kind::Named => 2,
        Kind::Short | Kind::Back => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(token: Range<usize>) -> Citation {
        Citation {
            phrase: token.clone(),
            token,
            kind: Kind::Back,
            form: Form::Back(crate::Back::Noun),
            pinpoint: None,
            date: None,
        }
    }

    /// The names of 200..240 and 300..340 that are contested where these claims stand, in order.
    fn contested(claims: &[Range<usize>]) -> Vec<usize> {
        let found: Vec<Citation> = claims.iter().cloned().map(claim).collect();
        let mut names = vec![200..240, 300..340];
        keep_contested(&found, &mut names, |name| name);
        names.iter().map(|name| name.start).collect()
    }

    #[test]
    fn a_claim_reaches_into_a_name_from_however_far() {
        let mut claims: Vec<Range<usize>> = (0..100).map(|at| at * 2..at * 2 + 1).collect();
        claims[0] = 0..210;
        claims.push(200..240);
        assert_eq!(contested(&claims), [200]);
        claims[0] = 0..200;
        assert!(contested(&claims).is_empty());
        claims[0] = 0..301;
        assert_eq!(contested(&claims), [200, 300]);
    }

    #[test]
    fn what_touches_a_name_or_is_it_does_not_contest_it() {
        assert!(contested(&[]).is_empty());
        assert!(contested(&[190..200, 200..240, 240..300, 300..340, 340..350]).is_empty());
        assert_eq!(contested(&[200..239, 340..345]), [200]);
        assert_eq!(contested(&[239..300, 340..345]), [200]);
        assert_eq!(contested(&[200..240, 339..345]), [300]);
    }
}
