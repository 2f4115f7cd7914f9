//! The nouns that make a capitalised name the name of a body, and the words that begin a sentence and no name.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::listed::owner;
use crate::scan::searcher::Searcher;
use crate::words::KeyHasher;

/// The nouns that make a capitalised name the name of a body that may adopt something.
const OF_BODIES: [&str; 16] = [
    "Commission",
    "Committee",
    "Council",
    "Conference",
    "Assembly",
    "Board",
    "Parliament",
    "Congress",
    "Organization",
    "Organisation",
    "Union",
    "Agency",
    "Forum",
    "Group",
    "Subcommittee",
    "Sub-Commission",
];

/// Whether `word` is one of them.
pub(super) fn is_noun(word: &str) -> bool {
    OF_BODIES.contains(&word)
}

/// Those of them that number what they adopt, and stand alone for the body named before.
const OWNERS: [&str; 5] = ["Board", "Commission", "Committee", "Conference", "Council"];

/// The noun for a body whose possessive `word` is: "Commission" of "Commission's".
pub(super) fn possessive(word: &str) -> Option<&str> {
    let owner = owner(word);
    (owner.len() < word.len() && OWNERS.contains(&owner)).then_some(owner)
}

/// Searches for these nouns, one of which every name has that no table lists.
pub(super) static SEARCHED: LazyLock<Searcher> = LazyLock::new(|| {
    // One that ends as another does is found by that one.
    let is_apart = |noun: &&str| {
        let mut others = OF_BODIES.iter().filter(|other| *other != noun);
        !others.any(|other| noun.ends_with(other))
    };
    let apart: Vec<&str> = OF_BODIES.into_iter().filter(is_apart).collect();
    Searcher::new(&apart)
});

/// The openers, in both forms: declarations say "Reaffirm" where resolutions say "Reaffirms".
pub(super) static OPENING_WORDS: LazyLock<HashSet<&'static str, KeyHasher>> = LazyLock::new(|| {
    let shorter = OPENERS.iter().filter_map(|opener| opener.strip_suffix('s'));
    OPENERS.iter().copied().chain(shorter).collect()
});

/// Capitalised words that begin a sentence and no name.
const OPENERS: [&str; 58] = [
    "Acknowledges",
    "Acting",
    "Adopts",
    "Affirms",
    "After",
    "Also",
    "And",
    "Appeals",
    "Approves",
    "As",
    "At",
    "Before",
    "Both",
    "By",
    "Calls",
    "Commends",
    "Condemns",
    "Confirms",
    "Considers",
    "Decides",
    "Declares",
    "Demands",
    "Directs",
    "Emphasizes",
    "Encourages",
    "Endorses",
    "Expresses",
    "For",
    "From",
    "Further",
    "In",
    "Invites",
    "Notes",
    "On",
    "Reaffirms",
    "Recalls",
    "Recognizes",
    "Recommends",
    "Regrets",
    "Reiterates",
    "Requests",
    "See",
    "Since",
    "Stresses",
    "Strongly",
    "Supports",
    "Takes",
    "That",
    "The",
    "This",
    "To",
    "Under",
    "Underlines",
    "Underscores",
    "Urges",
    "Welcomes",
    "When",
    "With",
];
