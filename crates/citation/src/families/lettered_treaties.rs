//! Treaties by letters that mean a court, a committee or anything else as well: "article 4 ECHR", "GC IV, art. 49 (6)".
//!
//! Only the article beside them says that the treaty is meant.

use std::ops::Range;

use super::Family;
use super::reading::{begins_well, ends_well};
use crate::scan::{cursor, pinpoints};
use crate::{Citation, Form, Kind, Referent, Unit};

/// Treaties that lawyers write by letters which are not theirs alone.
pub(super) struct LetteredTreaties;

/// The letters and the title that the sources have. Source: practice of courts and journals; recalled.
const TREATIES: [(&str, &str); 21] = [
    (
        "ECHR",
        "Convention for the Protection of Human Rights and Fundamental Freedoms",
    ),
    ("ACHR", "American Convention on Human Rights"),
    ("ACHPR", "African Charter on Human and Peoples’ Rights"),
    (
        "ACRWC",
        "African Charter on the Rights and Welfare of the Child",
    ),
    (
        "CAT",
        "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment",
    ),
    (
        "CERD",
        "International Convention on the Elimination of All Forms of Racial Discrimination",
    ),
    ("GC I", FIRST),
    ("GC II", SECOND),
    ("GC III", THIRD),
    ("GC IV", FOURTH),
    ("AP I", FIRST_PROTOCOL),
    ("AP II", SECOND_PROTOCOL),
    (
        "CED",
        "International Convention for the Protection of All Persons from Enforced Disappearance",
    ),
    ("Geneva Convention I", FIRST),
    ("Geneva Convention II", SECOND),
    ("Geneva Convention III", THIRD),
    ("Geneva Convention IV", FOURTH),
    ("VCLT", "Vienna Convention on the Law of Treaties"),
    (
        "CCPR",
        "International Covenant on Civil and Political Rights",
    ),
    ("LOSC", "United Nations Convention on the Law of the Sea"),
    (
        "CESCR",
        "International Covenant on Economic, Social and Cultural Rights",
    ),
];

const FIRST: &str = "Geneva Convention for the Amelioration of the Condition of the Wounded and Sick in Armed Forces in the Field";
const SECOND: &str = "Geneva Convention for the Amelioration of the Condition of Wounded, Sick and Shipwrecked Members of Armed \
         Forces at Sea";
const THIRD: &str = "Geneva Convention relative to the Treatment of Prisoners of War";
const FOURTH: &str =
    "Geneva Convention relative to the Protection of Civilian Persons in Time of War";
/// What the letters name behind which these stand: a body and its texts, or another treaty.
const OTHERS: [&str; 22] = [
    "rules",
    "rule",
    "statute",
    "working methods",
    "guidelines",
    "Committee",
    "Committee's",
    "Commission",
    "Commission's",
    "Court",
    "Court's",
    "Grand Chamber",
    "Chamber",
    "judges",
    "judgment",
    "case",
    "Registry",
    "secretariat",
    "members",
    "Protocol",
    "Optional Protocol",
    "Additional Protocol",
];

const FIRST_PROTOCOL: &str = "Protocol Additional to the Geneva Conventions of 12 August 1949, and relating to the \
                              Protection of Victims of International Armed Conflicts (Protocol I)";
const SECOND_PROTOCOL: &str = "Protocol Additional to the Geneva Conventions of 12 August 1949, and relating to the \
                               Protection of Victims of Non-International Armed Conflicts (Protocol II)";

const LETTERS: [&str; TREATIES.len()] = {
    let mut letters = [""; TREATIES.len()];
    let mut index = 0;
    while index < letters.len() {
        letters[index] = TREATIES[index].0;
        index += 1;
    }
    letters
};

impl Family for LetteredTreaties {
    fn anchors(&self) -> &'static [&'static str] {
        &LETTERS
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let written = &text[anchor.clone()];
        let Some((_, title)) = TREATIES.iter().find(|(letters, _)| *letters == written) else {
            return;
        };
        if !begins_well(text, anchor.start) || !ends_well(text, anchor.end) {
            return;
        }
        let behind = cursor::skip_space(text, anchor.end);
        if cursor::any_word(text, behind, &OTHERS).is_some() {
            return;
        }
        let place = pinpoints::around(text, &anchor, anchor.start)
            .or_else(|| pinpoints::place_alone(text, anchor.end, Unit::Article));
        let place = place.filter(|place| place.steps.iter().any(|step| step.unit == Unit::Article));
        if place.is_none() && !is_listed(text, &anchor) {
            return;
        }
        let phrase = place
            .as_ref()
            .map_or(anchor.clone(), |place| place.widening(&anchor));
        found.push(Citation {
            phrase,
            token: anchor,
            kind: Kind::Short,
            form: Form::Whole(Referent::Instrument((*title).into())),
            pinpoint: place,
            date: None,
        });
    }
}

/// Letters of treaties that lists of them have.
const LISTED: [&str; 18] = [
    "CAT", "CED", "CEDAW", "CERD", "CMW", "CPED", "CRC", "CRPD", "ICCPR", "ICED", "ICERD",
    "ICESCR", "ICMW", "ICPPED", "ICRMW", "OPCAT", "UDHR", "UNCAT",
];

/// Those of them that no committee goes by.
const NO_COMMITTEE: [&str; 8] = [
    "ICCPR", "ICERD", "ICESCR", "ICMW", "ICPPED", "ICRMW", "UDHR", "UNCAT",
];

/// Whether the letters at `token` stand in a list of three or more, of which one can be no committee: "ICCPR, CERD and CAT".
fn is_listed(text: &str, token: &Range<usize>) -> bool {
    if !LISTED.contains(&&text[token.clone()]) {
        return false;
    }
    let mut names = vec![&text[token.clone()]];
    let mut end = token.end;
    while let Some(next) = cursor::joint(text, end, &[","], &["and", "or", "&"])
        && let Some(name) = letters_at(text, next)
    {
        end = next + name.len();
        names.push(name);
    }
    let mut start = token.start;
    while let Some(name) = letters_before(text, start) {
        start = name.start;
        names.push(&text[name]);
    }
    let behind = cursor::skip_space(text, end);
    names.len() > 2
        && names.iter().any(|name| NO_COMMITTEE.contains(name))
        && cursor::any_word(text, behind, &OTHERS).is_none()
        && cursor::any_word(text, behind, &["Committees", "committees"]).is_none()
}

/// The letters of a treaty at `at`.
fn letters_at(text: &str, at: usize) -> Option<&str> {
    let letters = text[at..].bytes().take_while(u8::is_ascii_uppercase);
    let name = &text[at..at + letters.count()];
    (LISTED.contains(&name) && ends_well(text, at + name.len())).then_some(name)
}

/// Where the letters of a treaty stand that a comma or "and" joins to what begins at `at`.
fn letters_before(text: &str, at: usize) -> Option<Range<usize>> {
    let head = text[..at].trim_end();
    let joint = ["and", "or", "&"].iter().find_map(|word| {
        let head = head.strip_suffix(word)?;
        head.ends_with([' ', '\n', ',']).then_some(head.trim_end())
    });
    let comma = joint.unwrap_or(head).strip_suffix(',');
    let name = comma.or(joint)?.trim_end();
    let letters = name.bytes().rev().take_while(u8::is_ascii_uppercase);
    let start = name.len() - letters.count();
    let is_whole = LISTED.contains(&&name[start..]) && begins_well(text, start);
    is_whole.then_some(start..name.len())
}

#[cfg(test)]
mod tests {
    use crate::families::test::finds;

    const FOURTH: &str =
        "Geneva Convention relative to the Protection of Civilian Persons in Time of War";

    #[test]
    fn an_article_beside_the_letters_tells_the_treaty() {
        const EUROPEAN: &str =
            "Convention for the Protection of Human Rights and Fundamental Freedoms";
        for (text, place) in [
            ("article 4 ECHR", "art. 4"),
            ("arts. 3 & 5 ECHR", "arts. 3 and 5"),
            ("Article 8 of the ECHR", "art. 8"),
            ("ECHR, art. 6 (1)", "art. 6 (1)"),
        ] {
            finds(text, &[&format!("ECHR = {EUROPEAN} [{place}]")]);
        }
        finds(
            "GC IV, art. 49(6)",
            &[&format!("GC IV = {FOURTH} [art. 49 (6)]")],
        );
    }

    #[test]
    fn a_list_of_treaties_tells_them() {
        for text in [
            "ICCPR, ICESCR, CERD",
            "CERD, ICCPR and CEDAW",
            "UDHR, CERD & CRC.",
        ] {
            let found = crate::families::test::read(text);
            let wanted = "CERD = International Convention on the Elimination of All Forms of Racial Discrimination";
            assert!(found.iter().any(|one| one == wanted), "{text}: {found:?}");
        }
        finds(
            "Geneva Convention IV, art. 147",
            &[&format!("Geneva Convention IV = {FOURTH} [art. 147]")],
        );
    }

    #[test]
    fn the_letters_alone_say_nothing() {
        for text in [
            "the CERD, CEDAW and CAT Committees",
            "CERD, CEDAW, CAT, CRC met",
            "ICCPR, CERD and CAT Committee",
            "ICCPR and CAT",
            "the ECHR ruled",
            "the ECHR, in paragraph 5 of its judgment",
            "the CAT Committee",
            "CATEGORY, art. 5",
            "an API for article 5 of the draft",
            "article 5 of the API terms",
            "article 45 of the CERD rules of procedure",
            "article 3 of the CAT Committee’s report",
            "article 7 of the ACHPR Commission regulations",
            "article 12 of the ECHR Court regulations",
            "article 2 of the ECHR Registry handbook",
            "article 1 of the ACHR Protocol on abolition",
            "CERD/C/GC/36",
        ] {
            let found = crate::families::test::read(text);
            assert!(
                !found.iter().any(|one| {
                    let meaning = one.split_once(" = ").map_or("", |(_, meaning)| meaning);
                    meaning.contains("Convention") || meaning.contains("Protocol")
                }),
                "{text}: {found:?}"
            );
        }
    }
}
