//! The edits: what is typed, pasted and taken away, and where.

use std::ops::Range;

use draft::Draft;

/// What is typed or pasted.
const PIECES: [&str; 92] = [
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "a",
    "é",
    "𝄞",
    "e\u{301}",
    "🕊",
    ".",
    ",",
    ";",
    "(",
    ")",
    "“",
    "”",
    "*",
    "[^1]",
    "[^2]: ",
    "[^3]: Ibid.\n",
    "```\n",
    "    ",
    "# ",
    "## Annex II\n\n",
    "- ",
    "> ",
    "1. ",
    "---\n",
    "---\ndate: 2012-01-01\n---\n\n",
    "---\nsymbol: A/HRC/53/L.1\n---\n",
    "language: fr\n",
    "| a | b |\n",
    "|---|---|\n",
    "<!-- ",
    " -->",
    "1",
    "67/172",
    "/",
    "General Assembly resolution 67/172",
    "Human Rights Council resolution 67/172",
    "resolution 67/172",
    "its resolution 48/14",
    "resolution 35/17 of 22 June 2017",
    "Security Council",
    "the Council",
    "the Commission’s resolution 51/12",
    "Commission on the Status of Women",
    "Economic and Social Council",
    "(the Convention)",
    "the Convention",
    "the Convention on the Rights of the Child (the Convention)",
    "International Organization for Migration (IOM)",
    "Institute of Migration (IOM)",
    "IOM",
    "NGOs",
    "(NGO)",
    "Ibid.",
    "ibid., para. 3",
    "See note 1 above.",
    "resolutions 69/187, 70/147 and\n\n",
    "The General Assembly,\n\n",
    "\x0c\n2/9\n\n",
    "<!-- penholder: ignore C001 -->",
    "<!-- penholder: ignore everywhere -->\n\n",
    "[penholder: ignore A001 because it is known]",
    "“all States to respect the dignity of each migrant”",
    "“takes note of the report of the Secretary-General”",
    "> Invites States to share what they have learned\n\n",
    " (A/RES/67/172, para. 2)",
    "A/HCR/53/26",
    "paragraph 3 (f) of resolution 67/172",
    "paragraph 4 above",
    "section II below",
    "annex I",
    "](https://undocs.org/A/RES/67/172)",
    "[ref]: https://example.org/A/HCR/1 \"title\"\n",
    "`",
    "~~~\n",
    "<b title=\"",
    "</div>\n",
    "&nbsp;",
    "\\",
    "_______________\n1 Resolution 67/172.\n",
    "\n1\nIbid.\n",
    "(a) Requests;\n",
    "A/RES/67/172\n",
    "\u{feff}",
    "résolution 67/172 du 20 décembre 2012",
    "第67/172号决议",
    "States parties obligations",
];

/// What other blocks depend on, in groups of which one is put in place of another.
const CAUSES: [&[&str]; 14] = [
    &[
        "Human Rights Council",
        "General Assembly",
        "Security Council",
        "Economic and Social Council",
        "Council",
    ],
    &[
        "Commission on Narcotic Drugs",
        "Commission on the Status of Women",
        "Commission",
    ],
    &["(the Convention)", "(the Compact)", "(the Committee)"],
    &[
        "International Organization for Migration",
        "Institute of Migration",
        "Organization",
    ],
    &["date: 2025-11-01", "date: 2012-01-01", "date: soon"],
    &[
        "symbol: A/C.3/80/L.52",
        "symbol: A/HRC/53/L.1",
        "session: 68",
    ],
    &["language: fr", "language: en", "language: x"],
    &[
        "Ibid.",
        "Resolution 61/177, annex.",
        "Resolution 67/172, para. 1.",
        "See note 1 above.",
    ],
    &[" and\n\n", ".\n\n", ", resolution 70/147 and\n\n"],
    &["_______________\n", "* * *\n"],
    &["- An item", "An item"],
    &[
        "Convention against Transnational Organized Crime",
        "Convention against Corruption",
        "Framework Convention on Climate Change",
    ],
    &[
        "Open-ended Working Group on Ageing",
        "Open-ended Working Group",
    ],
    &["[^1]", "[^2]", "[^3]", "[^a]"],
];

/// A source of numbers that is the same every time.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// A number below `bound`; 0 where there is none.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound.max(1)
    }

    /// One of `pieces`.
    fn one<'p>(&mut self, pieces: &[&'p str]) -> &'p str {
        pieces[self.below(pieces.len())]
    }
}

/// A place where something happens: beside a figure, a bracket or the beginning of a line.
fn busy_place(text: &str, random: &mut Random) -> usize {
    let from = random.below(text.len() + 1);
    let is_busy = |byte: &u8| byte.is_ascii_digit() || b"(/[|`\n-".contains(byte);
    let after = text.as_bytes()[from..].iter().position(is_busy);
    after.map_or(from, |distance| from + distance + random.below(3))
}

/// A place in the middle of a character that takes several bytes, where there is one behind a place by chance.
fn inside_a_character(text: &str, random: &mut Random) -> usize {
    let from = random.below(text.len() + 1);
    let is_continued = |byte: &u8| (0x80..0xc0).contains(byte);
    let after = text.as_bytes()[from..].iter().position(is_continued);
    after.map_or(from, |distance| from + distance)
}

/// Every way to put another cause in place of the first or the last one of its group in a text.
pub(crate) fn other_causes(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let mut others = Vec::new();
    for group in CAUSES {
        let places = group.iter().flat_map(|cause| text.match_indices(cause));
        let mut places: Vec<(usize, &str)> = places.collect();
        places.sort_unstable();
        let first_and_last = places.first().into_iter().chain(places.last());
        for (at, cause) in first_and_last {
            let all = group.iter().filter(|other| *other != cause);
            others.extend(all.map(|other| (*at..at + cause.len(), *other)));
        }
    }
    others
}

/// Puts another cause in place of one in the text; `None` where there is none.
fn another_cause(text: &str, random: &mut Random) -> Option<(Range<usize>, &'static str)> {
    let in_text = |group: &&&[&str]| group.iter().any(|cause| text.contains(cause));
    let groups: Vec<_> = CAUSES.iter().filter(in_text).collect();
    let group = *groups.get(random.below(groups.len()))?;
    let places = group.iter().flat_map(|cause| text.match_indices(cause));
    let places: Vec<(usize, &str)> = places.collect();
    let (at, cause) = *places.get(random.below(places.len()))?;
    Some((at..at + cause.len(), random.one(group)))
}

/// Edits a draft once; says how.
pub(crate) fn edit(draft: &mut Draft, random: &mut Random) -> String {
    let text = draft.rope().to_string();
    if random.below(2) == 0
        && let Some((range, words)) = another_cause(&text, random)
    {
        draft.edit(range.clone(), words);
        return format!("{range:?} {words:?}");
    }
    let at = match random.below(6) {
        0 | 1 => busy_place(&text, random),
        2 => random.below(400),
        3 => inside_a_character(&text, random),
        _ => random.below(text.len() + 1),
    };
    let removed = match random.below(8) {
        0..=3 => 0,
        4..=5 => random.below(4),
        6 => random.below(40),
        _ => random.below(600),
    };
    let words = match random.below(6) {
        0 => String::new(),
        // A stretch from elsewhere, as whoever moves paragraphs pastes it.
        1 => {
            let from = random.below(text.len() + 1);
            draft.slice(from..from + random.below(500))
        }
        _ => random.one(&PIECES).to_owned(),
    };
    // Places inside a character count as those before it, as they do for a client that counts in UTF-16.
    draft.edit(at..at + removed, &words);
    format!("{at}..{} {words:?}", at + removed)
}
