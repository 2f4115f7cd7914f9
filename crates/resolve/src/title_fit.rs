//! How the words of a short form stand in the title that they may be short for.

use citation::{Date, Referent};
use sources::{Catalogue, Sources};

/// How a title may have the words of a short form in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum TitleFit {
    /// Side by side, as what the title is built on: "Optional Protocol" in "Optional Protocol to the Convention
    /// against Torture", and not "Convention".
    Together,
    /// The noun first, the others anywhere behind it: "Headquarters Agreement" for "Agreement between … regarding
    /// the Headquarters of …".
    Apart,
    /// In front, and more behind them: "Kyoto Declaration" in "Kyoto Declaration on Advancing Crime Prevention".
    Longer,
    /// The noun as in [`Self::Together`], and the year before it anywhere: "1988 Convention" for "Convention against … of
    /// 1988".
    OfYear,
    /// The noun as in [`Self::Together`], of an instrument that was adopted in the year before it, as the catalogue has it:
    /// "1992 Declaration".
    Adopted,
    /// In what it is a protocol to, as in [`Self::Together`]: "Convention" in "Optional Protocol to the Convention against
    /// Torture".
    InProtocol,
}

/// What stands between a protocol and its treaty.
pub(crate) const TO: &str = "Protocol to the ";

impl TitleFit {
    /// Whether `title` has `words` in this way.
    pub(crate) fn fits(self, title: &str, words: &str) -> bool {
        match self {
            Self::Together => title.match_indices(words).any(|(at, _)| {
                let before = title[..at].ends_with(' ') || at == 0;
                let behind = &title[at + words.len()..];
                before && !behind.starts_with(char::is_alphanumeric) && is_modifier(&title[..at])
            }),
            Self::Apart => {
                let mut title = title.split(' ');
                let noun_first = |(others, noun)| (title.next() == Some(noun)).then_some(others);
                words
                    .rsplit_once(' ')
                    .and_then(noun_first)
                    .is_some_and(|others| {
                        let behind: Vec<&str> = title.collect();
                        others.split(' ').all(|other| behind.contains(&other))
                    })
            }
            Self::OfYear => words.split_once(' ').is_some_and(|(year, noun)| {
                let has_year = title.split([' ', ',']).any(|word| word == year);
                has_year && Self::Together.fits(title, noun)
            }),
            Self::Adopted => words.split_once(' ').is_some_and(|(year, noun)| {
                Self::Together.fits(title, noun) && is_adopted_in(title, year)
            }),
            Self::InProtocol => title
                .split_once(TO)
                .is_some_and(|(_, treaty)| Self::Together.fits(treaty, words)),
            Self::Longer => title
                .strip_prefix(words)
                .and_then(|rest| rest.strip_prefix(' '))
                .is_some_and(|rest| {
                    let word = rest.split(' ').next().unwrap_or("");
                    word.starts_with(char::is_lowercase) && !matches!(word, "and" | "under")
                }),
        }
    }
}

/// Whether the instrument `title` was adopted in `year`.
fn is_adopted_in(title: &str, year: &str) -> bool {
    let date = adoption(&Referent::Instrument(title.into()));
    date.is_some_and(|date| year.parse() == Ok(date.year()))
}

/// Whether the catalogue knows when `instrument` was adopted.
pub(crate) fn is_dated(instrument: &Referent) -> bool {
    adoption(instrument).is_some()
}

fn adoption(instrument: &Referent) -> Option<Date> {
    Catalogue.resolve(instrument).value?.date
}

/// Whether the words before a noun only say which it is: "Vienna Declaration and", "Council of Europe". What the
/// title is about stands behind "to", "on", "the" and their like.
fn is_modifier(words: &str) -> bool {
    let small = |word: &&str| word.starts_with(char::is_lowercase);
    words
        .split(' ')
        .filter(small)
        .all(|word| matches!(word, "and" | "of" | "de" | "del"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_together_apart_or_in_front() {
        let seat = "Agreement between the Tribunal and the Host State regarding the Headquarters of the Tribunal";
        let protocol = "Optional Protocol to the Convention against Torture";
        for (title, words, fitting) in [
            (seat, "Headquarters Agreement", &[TitleFit::Apart][..]),
            (seat, "Agreement", &[TitleFit::Together, TitleFit::Longer]),
            (seat, "Headquarters Protocol", &[]),
            (seat, "Agreement Agreement", &[]),
            (
                protocol,
                "Optional Protocol",
                &[TitleFit::Together, TitleFit::Longer],
            ),
            (protocol, "Convention", &[TitleFit::InProtocol]),
            (
                "Vienna Declaration and Programme of Action",
                "Programme of Action",
                &[TitleFit::Together],
            ),
            (
                "Council of Europe Convention on Rivers",
                "Convention",
                &[TitleFit::Together],
            ),
            (
                "Final Document of the Review Conference of the Parties to the Treaty on Rivers",
                "Treaty",
                &[],
            ),
            (protocol, "Convent", &[]),
            (
                "Final Document of the Review",
                "Final Document",
                &[TitleFit::Together, TitleFit::Longer],
            ),
        ] {
            for fit in [
                TitleFit::Together,
                TitleFit::Apart,
                TitleFit::Longer,
                TitleFit::InProtocol,
            ] {
                assert_eq!(
                    fit.fits(title, words),
                    fitting.contains(&fit),
                    "{title}: {words}, {fit:?}"
                );
            }
        }
    }
}
