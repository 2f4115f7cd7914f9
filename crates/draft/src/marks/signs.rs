//! What rare things begin with or hold, all looked for in one pass over a block.
//!
//! Most blocks have no comment, no address and no cross-reference, and one pass costs a fraction of one for each: whoever
//! reads such a thing asks here first whether its sign stands anywhere.

use std::sync::LazyLock;

use aho_corasick::packed::Searcher;

/// Something that stands in few blocks, in its own letters. Where it stands in a masked text it stands in the block as
/// well, since masking writes none of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// An "s" that stands alone.
    LoneS,
    /// The opening of a comment that accepts findings.
    Comment,
    /// What follows the scheme of an address.
    Scheme,
    /// The beginning of an address without a scheme.
    Web,
    /// "above".
    Above,
    /// "below".
    Below,
    /// "ci-", as "ci-dessus" and "ci-après" begin.
    Ci,
    /// "see".
    See,
    /// "See".
    CapitalSee,
    /// "cf."
    Compare,
    /// "present".
    Present,
}

impl Sign {
    /// In the order of the signs themselves.
    const ALL: [Self; 11] = [
        Self::LoneS,
        Self::Comment,
        Self::Scheme,
        Self::Web,
        Self::Above,
        Self::Below,
        Self::Ci,
        Self::See,
        Self::CapitalSee,
        Self::Compare,
        Self::Present,
    ];

    /// As it stands in a text.
    pub(crate) const fn written(self) -> &'static str {
        match self {
            Self::LoneS => " s ",
            // Behind a letter that may be a capital.
            Self::Comment => "enholder:",
            Self::Scheme => "://",
            Self::Web => "www.",
            Self::Above => "above",
            Self::Below => "below",
            Self::Ci => "ci-",
            Self::See => "see",
            Self::CapitalSee => "See",
            Self::Compare => "cf.",
            Self::Present => "present",
        }
    }
}

/// Looks for all signs at once; `None` on a machine that lacks the instructions.
static SEARCHER: LazyLock<Option<Searcher>> =
    LazyLock::new(|| Searcher::new(Sign::ALL.map(Sign::written)));

/// The signs that a text has, a bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Signs(u16);

impl Signs {
    /// Those of `text`; every one where they cannot be told.
    pub(crate) fn of(text: &str) -> Self {
        let Some(searcher) = &*SEARCHER else {
            return Self(u16::MAX);
        };
        let mut signs = 0;
        let mut from = 0;
        while let Some(found) = searcher.find_in(text, (from..text.len()).into()) {
            signs |= 1 << found.pattern().as_u32();
            // The next one may begin with the end of this one: "penholder://".
            from = found.start() + 1;
        }
        Self(signs)
    }

    /// Whether `sign` stands anywhere in the text.
    pub(crate) const fn have(self, sign: Sign) -> bool {
        self.0 & 1 << sign as u16 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_is_found_wherever_it_stands() {
        for sign in Sign::ALL {
            for before in 0..70 {
                let text = format!("{}{}é", "e".repeat(before), sign.written());
                let signs = Signs::of(&text);
                for other in Sign::ALL {
                    assert_eq!(signs.have(other), other == sign, "{text}");
                }
            }
        }
    }

    #[test]
    fn signs_that_share_a_letter_are_both_found() {
        for (text, both) in [
            ("penholder://", [Sign::Comment, Sign::Scheme]),
            ("belowww.", [Sign::Below, Sign::Web]),
        ] {
            assert!(both.into_iter().all(|sign| Signs::of(text).have(sign)));
        }
    }
}
