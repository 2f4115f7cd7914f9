//! The masthead of a United Nations document: its own symbol, its dates, its title.
//!
//! Looked for only near the top, only as lines of their own, and only in a text that shows other
//! signs of being such a document: "Re. Resolution A/RES/67/172" is no masthead.

use std::ops::Range;

use citation::{Body, Date, Symbol};

use crate::head::lines_from;
use crate::heading::title_words;
use crate::numerals::ordinal_session;

/// A masthead stands within this many filled lines.
const MOST_LINES: usize = 60;

/// The day of adoption stands within so many filled lines below.
const MORE_LINES: usize = 2;

/// What the masthead says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Masthead {
    /// The document's own symbol, and where it stands, in bytes.
    pub symbol: Option<(Symbol, Range<usize>)>,
    /// The day of distribution ("Distr.: General").
    pub distributed: Option<Date>,
    /// The day of adoption ("Resolution adopted by the General Assembly on …").
    pub adopted: Option<Date>,
    /// The organ named as adopting, without article: "General Assembly".
    pub adopted_by: Option<Box<str>>,
    /// The session in its heading: 67 for "Sixty-seventh session".
    pub session: Option<u16>,
    /// The title of a resolution, from its title line, and where it stands.
    pub title: Option<(Box<str>, Range<usize>)>,
    end: usize,
}

impl Masthead {
    /// Reads the masthead in `text` from byte `start` on.
    pub(crate) fn read(text: &str, start: usize) -> Self {
        let mut head = Self::default();
        let mut signs = 0;
        let lines = lines_from(text, start)
            .filter(|(_, line)| !line.trim().is_empty())
            .take(MOST_LINES);
        for (at, line) in lines {
            let bare = line.trim();
            let offset = at + (line.len() - line.trim_start().len());
            if bare.len() > 300 {
                break;
            }
            // No more are needed than two, and none beside a day of adoption.
            if signs < 2 && head.adopted.is_none() {
                signs += usize::from(is_sign(bare));
            }
            head.read_line(text, offset);
            if head.title.is_some() {
                break;
            }
        }
        let adopted = head.adopted.is_some() || head.title.is_some();
        if signs == 0 && !adopted || head.symbol.is_none() && signs < 2 && !adopted {
            return Self::default();
        }
        head
    }

    /// Reads the line whose words begin at `offset`.
    fn read_line(&mut self, text: &str, offset: usize) {
        let bare = lines_from(text, offset).next();
        let bare = bare.map_or("", |(_, line)| line.trim());
        let end = offset + bare.len();
        let below = lines_from(text, offset).skip(1);
        if self.symbol.is_none()
            && let Some(symbol) = own_symbol(bare)
        {
            let start = end - own_symbol_text(bare).len();
            self.found(end);
            self.symbol = Some((symbol, start..end));
            return;
        }
        if self.distributed.is_none()
            && let Some(stated) = layout::distribution(bare)
        {
            self.distributed = layout::distributed(stated, below.map(|(_, line)| line));
            self.found(end);
            return;
        }
        if self.adopted.is_none() && tells_of_adoption(bare) {
            let filled = below
                .map(|(_, line)| line)
                .filter(|line| !line.trim().is_empty());
            let words = std::iter::once(bare).chain(filled.take(MORE_LINES));
            let adoption = layout::adoption(&words.collect::<Vec<_>>().join(" "));
            self.adopted = adoption.as_ref().and_then(|adoption| adoption.day);
            self.adopted_by = adoption.map(|adoption| adoption.organ.into());
            self.found(end);
            return;
        }
        if self.session.is_none()
            && let Some(session) = ordinal_session(bare)
        {
            self.session = Some(session);
            self.found(end);
            return;
        }
        if self.title.is_none()
            && let Some(title) = title_words(bare)
        {
            let mut words = title.to_owned();
            let mut span = end - title.len()..end;
            let more = layout::title_lines(below.map(|(_, line)| line));
            for (at, line) in lines_from(text, offset).skip(1).take(more) {
                words.push(' ');
                words.push_str(line.trim());
                span.end = at + line.trim_end().len();
            }
            self.found(span.end);
            self.title = Some((words.into(), span));
        }
    }

    fn found(&mut self, end: usize) {
        self.end = self.end.max(end);
    }

    /// The day as of which the document speaks: adoption before distribution.
    pub fn as_of(&self) -> Option<Date> {
        self.adopted.or(self.distributed)
    }

    /// End of the last line that belongs to the masthead.
    pub(crate) fn end(&self) -> usize {
        self.end
    }

    /// Whether a line below the masthead repeats symbol or title, as running heads do.
    pub(crate) fn is_repeated_by(&self, line: &str, offset: usize) -> bool {
        if offset < self.end || line.is_empty() {
            return false;
        }
        let title = self.title.as_ref().map_or("", |(title, _)| title);
        let Some((symbol, _)) = &self.symbol else {
            return false;
        };
        let symbol = symbol.canonical();
        // Of most lines the first and the last byte tell that they are neither.
        let begins_like =
            |other: &str| line.as_bytes()[0] == *other.as_bytes().first().unwrap_or(&0);
        let ends_like = line.as_bytes().last() == symbol.as_bytes().last();
        if !(begins_like(title) || begins_like(symbol) || ends_like) {
            return false;
        }
        if line == title {
            return true;
        }
        let rest = line
            .strip_prefix(symbol)
            .or_else(|| line.strip_suffix(symbol));
        rest.is_some_and(|rest| {
            let rest = rest.trim();
            let long = rest.len() >= 12 && (rest.starts_with(title) || title.starts_with(rest));
            rest.is_empty() || (!title.is_empty() && long)
        })
    }

    /// What follows in the title, where a line below the masthead is the beginning of it: a running head that is as
    /// long as the title may take as many lines.
    pub(crate) fn left_of_title(&self, line: &str, offset: usize) -> Option<&str> {
        let (title, _) = self.title.as_ref().filter(|_| offset >= self.end)?;
        let rest = title.strip_prefix(line)?;
        (!line.is_empty() && rest.starts_with(' ')).then(|| rest.trim_start())
    }

    /// Whether the same lines are running heads under `other`.
    pub(crate) fn repeats_like(&self, other: &Self) -> bool {
        let words = |head: &Self| {
            let symbol = head.symbol.as_ref().map(|(symbol, _)| symbol.clone());
            let title = head.title.as_ref().map(|(title, _)| title.clone());
            (symbol, title)
        };
        words(self) == words(other)
    }
}

/// The name of the Organization in the official languages.
const UNITED_NATIONS: [&str; 6] = [
    "United Nations",
    "Nations Unies",
    "Naciones Unidas",
    "Организация Объединенных Наций",
    "الأمم المتحدة",
    "联合国",
];

/// Whether a line is one that mastheads of United Nations documents have.
fn is_sign(line: &str) -> bool {
    const ORGANS: [&str; 5] = [
        Body::GENERAL_ASSEMBLY,
        Body::SECURITY_COUNCIL,
        Body::ECONOMIC_AND_SOCIAL_COUNCIL,
        Body::HUMAN_RIGHTS_COUNCIL,
        Body::TRUSTEESHIP_COUNCIL,
    ];
    /// No organ has a longer name, in bytes.
    const LONGEST: usize = 80;
    let title = line.len() <= LONGEST && !line.ends_with(['.', ',', ';', ':']);
    let is_organ = |name| Body::named(name).is_some_and(|body| ORGANS.contains(&body.key()));
    UNITED_NATIONS.contains(&line)
        || line.starts_with("Distr.")
        || title && is_organ(line)
        || enacting(line).is_some_and(is_organ)
        || own_symbol(line).is_some() && line.starts_with("United Nations")
}

/// The organ of an enacting line, "*The General Assembly*,", with which a draft of a resolution may begin right below its
/// symbol.
fn enacting(line: &str) -> Option<&str> {
    let name = line.trim_start_matches(['*', '_']).strip_prefix("The ")?;
    let name = name.trim_end_matches(['*', '_']).strip_suffix(',')?;
    Some(name.trim_end_matches(['*', '_']))
}

fn own_symbol_text(line: &str) -> &str {
    line.strip_prefix("United Nations").unwrap_or(line).trim()
}

/// The symbol that a line consists of, with or without "United Nations" before it.
fn own_symbol(line: &str) -> Option<Symbol> {
    let text = own_symbol_text(line);
    let shape = text.len() <= 60
        && text.contains('/')
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && !text.ends_with(['.', ',', ';']);
    if shape { Symbol::parse(text) } else { None }
}

/// Whether a line begins as that of an adoption does: "Resolution adopted by the General Assembly on …".
fn tells_of_adoption(line: &str) -> bool {
    [
        "Resolution adopted by the ",
        "Decision adopted by the ",
        "Adopted by the ",
    ]
    .into_iter()
    .any(|opening| line.starts_with(opening))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOP: &str = "United Nations\n\nA/RES/67/172\n\nGeneral Assembly\n\nDistr.: General\n3 April 2013\n\nSixty-seventh session\nAgenda item 69 (b)\n\nResolution adopted by the General Assembly on 20 December 2012\n\n67/172. Protection of migrants\nThe General Assembly,\n";

    #[test]
    fn adoption_wins_over_distribution() {
        let head = Masthead::read(TOP, 0);
        let (symbol, span) = head.symbol.clone().unwrap();
        assert_eq!(symbol.canonical(), "A/RES/67/172");
        assert_eq!(&TOP[span], "A/RES/67/172");
        assert_eq!(head.distributed, Date::new(2013, 4, 3));
        assert_eq!(head.as_of(), Date::new(2012, 12, 20));
        assert_eq!(head.session, Some(67));
        assert_eq!(head.adopted_by.as_deref(), Some("General Assembly"));
        let (title, span) = head.title.clone().unwrap();
        assert_eq!(
            (&*title, &TOP[span]),
            ("Protection of migrants", "Protection of migrants")
        );
        assert!(head.is_repeated_by("A/RES/67/172", TOP.len()));
        assert!(head.is_repeated_by("Protection of migrants", TOP.len()));
        assert!(!head.is_repeated_by("A/RES/67/172", 0));
        assert!(!head.is_repeated_by("A/RES/66/172", TOP.len()));
    }

    #[test]
    fn mastheads_of_other_languages_are_read() {
        for (text, distributed) in [
            (
                "Nations Unies\n\nA/RES/56/262\n\nAssemblée générale\n\nDistr. générale\n15 février 2002\n",
                Date::new(2002, 2, 15),
            ),
            (
                "Naciones Unidas\n\nA/RES/55/93\n\nDistr. general\n28 de febrero de 2001\n",
                Date::new(2001, 2, 28),
            ),
            (
                "الأمم المتحدة\n\nA/C.3/74/L.35\n\nالجمعية العامة\n\nDistr.: Limited\n30 October 2019\n",
                Date::new(2019, 10, 30),
            ),
            ("联合国\n\nA/RES/52/189\n\n大会\n", None),
        ] {
            let head = Masthead::read(text, 0);
            assert!(head.symbol.is_some(), "{text}");
            assert_eq!(head.distributed, distributed, "{text}");
        }
    }

    #[test]
    fn a_title_may_take_several_lines() {
        let wrapped = "67/172. Protection of\r\n migrants and \r\nof their families\r\n";
        for (behind, expected) in [
            (
                "The General Assembly,\n",
                "Protection of migrants and of their families",
            ),
            (
                "\nAnd so on\n",
                "Protection of migrants and of their families",
            ),
            (
                "in transit\n",
                "Protection of migrants and of their families in transit",
            ),
        ] {
            let text = TOP.replace(
                "67/172. Protection of migrants\nThe General Assembly,\n",
                "",
            );
            let text = format!("{text}{wrapped}{behind}");
            let head = Masthead::read(&text, 0);
            let (title, span) = head.title.clone().unwrap();
            assert_eq!(&*title, expected);
            let lines: Vec<&str> = text[span].split_whitespace().collect();
            assert_eq!(lines.join(" "), expected);
            let left = head.left_of_title("Protection of migrants", text.len());
            assert!(left.unwrap().starts_with("and of their"), "{left:?}");
            assert_eq!(head.left_of_title("Protection of mig", text.len()), None);
        }
    }

    #[test]
    fn a_subject_line_is_no_masthead() {
        let text = "Re. Resolution A/RES/67/172 on the Protection of migrants\n\nText.\n";
        assert_eq!(Masthead::read(text, 0), Masthead::default());
        let alone = "A/RES/67/172\n\nNotes for the meeting\n";
        assert_eq!(Masthead::read(alone, 0), Masthead::default());
    }

    #[test]
    fn a_symbol_above_the_enacting_line_is_the_texts_own() {
        for line in [
            "The General Assembly,",
            "*The General Assembly*,",
            "**The General Assembly,**",
        ] {
            let text = format!("A/C.3/80/L.12\n\n{line}\n\nRecalling its resolution 58/134,\n");
            let symbol = Masthead::read(&text, 0)
                .symbol
                .map(|(symbol, _)| symbol.to_string());
            assert_eq!(symbol.as_deref(), Some("A/C.3/80/L.12"), "{line}");
        }
    }
}
