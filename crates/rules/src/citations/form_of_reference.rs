//! C014: a resolution or decision under its symbol where the number is enough, or under the acronym of its
//! organ.

use std::collections::BTreeSet;

use citation::facts;
use citation::{Act, Adopted, Kind, Language, Referent};
use draft::BlockKind;
use resolve::Reference;

use super::surroundings::last_word;
use super::{change_to, is_sound};
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// C014 form-of-reference.
pub(crate) const RULE: Rule = Rule {
    code: "C014",
    name: "form-of-reference",
    family: Family::Citations,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("form_of_reference.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let draft = &context.resolved.draft;
    let mut mentioned: BTreeSet<&Referent> = BTreeSet::new();
    let mut list: Option<(usize, Act)> = None;
    for reference in context.references() {
        if reference.is_own {
            continue;
        }
        let Some(adopted) = adopted(reference) else {
            list = None;
            continue;
        };
        let Some(around) = context.around(reference.token.start) else {
            continue;
        };
        let start = reference.token.start;
        let is_prose =
            around.block.kind.is_prose() && around.block.marks.language == Language::English;
        if !is_prose || around.is_quoted(start) {
            list = None;
            continue;
        }
        // "resolutions A/RES/66/172 and A/RES/67/172": the second belongs to the word as well.
        let goes_on = list.is_some_and(|(end, act)| {
            act == adopted.act && end <= start && is_joint(&draft.slice(end..start))
        });
        let opening = Opening::before(around.before(start), adopted);
        // A subject line or a symbol by itself is no mention that could have had the date.
        let is_mention = reference.kind == Kind::Number || goes_on || opening.is_some();
        let is_first = is_mention
            && reference
                .referent
                .as_ref()
                .is_some_and(|referent| mentioned.insert(referent));
        list = None;
        if reference.kind == Kind::Number {
            // A table has little room.
            let opening = opening
                .filter(|opening| !opening.is_short || around.block.kind != BlockKind::Table);
            found.extend(opening.and_then(|opening| abbreviated(reference, adopted, &opening)));
            continue;
        }
        if goes_on || opening.is_some() {
            list = Some((reference.token.end, adopted.act));
            let before = around.before(start);
            let clause = before.rsplit(['.', ';']).next().unwrap_or("");
            let cited = Cited {
                reference,
                adopted,
                is_first,
                names_organ: adopted
                    .body
                    .name()
                    .is_some_and(|name| clause.contains(name)),
            };
            found.push(cited.finding(opening.filter(|_| !goes_on)));
        }
    }
}

/// Acronyms of organs before "resolution", with the names that are written instead.
const ORGANS: [(&str, &str); 6] = [
    ("UNGA", "General Assembly"),
    ("GA", "General Assembly"),
    ("UNSC", "Security Council"),
    ("SC", "Security Council"),
    ("ECOSOC", "Economic and Social Council"),
    ("HRC", "Human Rights Council"),
];

/// The organ whose acronym ends `text`, and its name in full.
fn spelled_out(text: &str) -> Option<(&'static str, &'static str)> {
    let (_, word) = last_word(text);
    ORGANS.into_iter().find(|(acronym, _)| *acronym == word)
}

/// Acronyms in which organ and act are one word: "UNSCR 2240 (2015)". "SCR" is that of law reports, too, whose numbers are
/// read as nobody's.
const FUSED: [(&str, &str); 3] = [
    ("UNGAR", "General Assembly"),
    ("UNSCR", "Security Council"),
    ("SCR", "Security Council"),
];

/// The organ or the act of a number in short: "UNGA resolution 67/172", "Security Council Res. 2240 (2015)".
fn abbreviated(reference: &Reference, adopted: &Adopted, opening: &Opening) -> Option<Finding> {
    let word = adopted.act.word();
    let word = if opening.is_plural {
        format!("{word}s")
    } else {
        word.to_owned()
    };
    let what = match (opening.acronym, opening.is_short) {
        (Some(_), false) => "the name of the organ stands".to_owned(),
        (Some(_), true) => format!("the name of the organ and “{word}” stand"),
        (None, true) => format!("“{word}” stands"),
        (None, false) => return None,
    };
    let right = match &opening.organ {
        Some(organ) => format!("{organ} {word}"),
        None => word,
    };
    let start = reference.token.start - opening.length;
    let range = start..start + opening.words;
    let number = adopted.in_prose();
    let message = format!("In a reference {what} in full: write “{right} {number}”.");
    let mut finding = RULE.finding(range.clone(), message);
    finding.fixes.push(change_to(range, &right, Safety::Safe));
    Some(finding)
}

/// The number behind a token that names a resolution or decision by its symbol or number.
fn adopted(reference: &Reference) -> Option<&Adopted> {
    if !matches!(reference.kind, Kind::Symbol | Kind::Number) || !is_sound(reference) {
        return None;
    }
    let symbol = reference.referent.as_ref()?.symbol()?;
    let adopted = symbol.adopted()?;
    // A symbol with a suffix is that of a correction, which has no number of its own.
    let has_number = matches!(adopted.act, Act::Resolution | Act::Decision);
    (has_number && adopted.body.name().is_some() && symbol.suffixes().next().is_none())
        .then_some(adopted)
}

fn is_joint(between: &str) -> bool {
    matches!(between.trim(), "," | "and" | ", and" | "or")
}

/// What some write before the name of an organ.
const LEAD: &str = "UN ";

/// The words that lead up to a symbol: "General Assembly resolution".
struct Opening {
    /// How many bytes they take, up to the symbol.
    length: usize,
    /// How many bytes they take without what stands between them and the symbol.
    words: usize,
    /// "General Assembly", "its", or nothing.
    organ: Option<String>,
    /// The acronym of the organ and its name, where the acronym is what stands there.
    acronym: Option<(&'static str, &'static str)>,
    /// Whether the word is in the plural and may open a list.
    is_plural: bool,
    /// Whether the word is shortened: "res.".
    is_short: bool,
}

impl Opening {
    /// "UNSCR" or "UNSCRs" at the end of `trimmed`, which is `text` without the space behind it.
    /// `None` where the number is that of another organ.
    fn fused(text: &str, trimmed: &str, adopted: &Adopted) -> Option<Self> {
        let (_, word) = last_word(trimmed);
        let acronym = word.strip_suffix('s').unwrap_or(word);
        let fused = FUSED
            .into_iter()
            .find(|(fused, organ)| *fused == acronym && adopted.body.name() == Some(organ))?;
        let from = trimmed.len() - word.len();
        Some(Self {
            length: text.len() - from,
            words: word.len(),
            organ: Some(fused.1.to_owned()),
            acronym: Some(fused),
            is_plural: acronym.len() < word.len(),
            is_short: true,
        })
    }

    /// The opening at the end of `text`; `None` where no word for the act stands there.
    fn before(text: &str, adopted: &Adopted) -> Option<Self> {
        let trimmed = text.trim_end();
        if let Some(fused) = Self::fused(text, trimmed, adopted) {
            return Some(fused);
        }
        let singular = adopted.act.word();
        // The full stop of a whole word ends its sentence.
        let short = last_word(trimmed.strip_suffix('.').unwrap_or(trimmed));
        let is_short = short.1.len() == 3 && short.1.eq_ignore_ascii_case(&singular[..3]);
        let (head, word) = if is_short { short } else { last_word(trimmed) };
        let is_singular = |word: &str| word.eq_ignore_ascii_case(singular);
        let is_plural = word.strip_suffix(['s', 'S']).is_some_and(is_singular);
        if !is_singular(word) && !is_plural && !is_short {
            return None;
        }
        let end = trimmed.len();
        let is_capital = word.starts_with(char::is_uppercase);
        let trimmed = head.trim_end();
        let acronym = spelled_out(trimmed);
        let organ = acronym
            .map(|(acronym, name)| (acronym.len(), name.to_owned()))
            .or_else(|| {
                let name = adopted.body.name()?;
                trimmed
                    .ends_with(name)
                    .then(|| (name.len(), name.to_owned()))
            })
            .or_else(|| {
                let its = trimmed.ends_with(" its") || trimmed == "its";
                its.then(|| (3, "its".to_owned()))
            });
        // "Re. Resolution A/RES/67/172": a subject line quotes the symbol and has a capital.
        if is_capital && organ.is_none() && !is_short {
            return None;
        }
        // "G.A. Res.": who is meant has no full form here.
        if is_short && organ.is_none() && trimmed.ends_with('.') {
            return None;
        }
        let from = organ.as_ref().map_or(head.len(), |(length, name)| {
            let from = trimmed.len() - length;
            // "UN General Assembly": the organ has no "UN" in its name.
            let has_lead = name != "its" && trimmed[..from].ends_with(LEAD);
            from - LEAD.len() * usize::from(has_lead)
        });
        Some(Self {
            length: text.len() - from,
            words: end - from,
            organ: organ.map(|(_, organ)| organ),
            acronym,
            is_plural,
            is_short,
        })
    }
}

/// A symbol that stands for a number.
struct Cited<'r> {
    reference: &'r Reference,
    adopted: &'r Adopted,
    is_first: bool,
    /// Whether its organ stands before it in the same clause.
    names_organ: bool,
}

impl Cited<'_> {
    fn finding(&self, opening: Option<Opening>) -> Finding {
        let token = &self.reference.token;
        let number = self.adopted.in_prose();
        let word = self.adopted.act.word();
        let Some(opening) = opening.filter(|opening| !opening.is_plural) else {
            let message = format!("After “{word}s” the numbers alone are enough: “{number}”.");
            let mut finding = RULE.finding(token.clone(), message);
            finding
                .fixes
                .push(change_to(token.clone(), &number, Safety::Suggested));
            return finding;
        };
        let organ = match (opening.organ, self.is_first) {
            (Some(organ), _) => format!("{organ} "),
            (None, true) if !self.names_organ => self
                .adopted
                .body
                .name()
                .map(|name| format!("{name} "))
                .unwrap_or_default(),
            (None, _) => String::new(),
        };
        let date = self.missing_date();
        let right = format!("{organ}{word} {number}{date}");
        let message = if self.is_first && !date.is_empty() {
            format!("After “{word}” the number alone is enough. At first mention: “{right}”.")
        } else {
            format!("After “{word}” the number alone is enough: “{right}”.")
        };
        let range = token.start - opening.length..token.end;
        let mut finding = RULE.finding(range.clone(), message);
        finding
            .fixes
            .push(change_to(range, &right, Safety::Suggested));
        finding
    }

    /// " of 20 December 2012" where a first mention has no date, and it is known.
    fn missing_date(&self) -> String {
        if !self.is_first || self.reference.date.is_some() {
            return String::new();
        }
        let held = self
            .reference
            .source
            .as_ref()
            .and_then(|source| source.date);
        let known = held.or_else(|| {
            let symbol = self.reference.referent.as_ref()?.symbol()?;
            Some(facts::adoption_date(symbol)?.date)
        });
        known
            .map(|date| format!(" of {}", date.in_prose()))
            .unwrap_or_default()
    }
}
