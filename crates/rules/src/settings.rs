//! What a drafter or a team may choose about the rules.
//!
//! The shells read settings from files and hand over this plain value. A rule is named by its code, its
//! name or the letter of its family; the closer name wins, so that a family can be switched off and one
//! rule of it kept.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;

use draft::Draft;

use crate::{Preset, Rule, Severity};

/// What happens at a reference that is not in the sources and in no series they cover.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Unheld {
    /// It is counted, not underlined.
    #[default]
    Silent,
    /// It is underlined.
    Warning,
}

/// What kind of document a draft is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DocumentType {
    /// A report, note or other document of a Secretariat or an expert.
    Report,
    /// A draft resolution or decision.
    Resolution,
    /// A communication from a Member State, a non-governmental organization or another author outside the United
    /// Nations, whose names, wording and forms of reference are left alone.
    Communication,
}

impl DocumentType {
    /// The type that the words of front matter name first: "Note by the Secretariat", "draft decision". A "Summary of
    /// submissions" is none.
    pub fn named(words: &str) -> Option<Self> {
        let mut behind_of = false;
        let mut words = words.split_inclusive(|c: char| !c.is_alphabetic());
        words.find_map(|word| {
            let bare = word.trim_end_matches(|c: char| !c.is_alphabetic());
            let named = match bare.to_lowercase().as_str() {
                "report" | "reports" | "note" | "notes" => Some(Self::Report),
                "resolution" | "resolutions" | "decision" | "decisions" => Some(Self::Resolution),
                "communication" | "communications" | "submission" | "submissions" => {
                    (!behind_of).then_some(Self::Communication)
                }
                _ => None,
            };
            behind_of = (behind_of || bare.eq_ignore_ascii_case("of")) && !word.ends_with(':');
            named
        })
    }

    /// The type of a draft: as the settings say, or its front matter.
    pub(crate) fn of(draft: &Draft, settings: &Settings) -> Option<Self> {
        let stated = || draft.front_matter().document().and_then(Self::named);
        settings.document.or_else(stated)
    }
}

/// Where a link to a document leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LinkTarget {
    /// The official page in the language of the draft.
    #[default]
    Official,
    /// The file among the sources; the official page where there is none.
    Local,
}

/// Something that a draft says about settings and that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The key, rule or value, in bytes of the draft.
    pub range: Range<usize>,
    /// What is wrong and what would be right, one sentence.
    pub message: String,
    /// What may stand there instead.
    pub instead: Option<&'static str>,
    /// How grave it is: what is not penholder's own in front matter may be meant for another program.
    pub severity: Severity,
}

/// Choices about the rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// What happens at references that are not held.
    pub unheld: Unheld,
    /// Rules that are switched off, by code, name or family.
    pub off: Vec<String>,
    /// Rules that are switched on although they or their family are off, or do not speak by themselves.
    pub on: Vec<String>,
    /// How grave the findings of a rule are, by code, name or family; what is not named keeps its own
    /// severity.
    pub severity: BTreeMap<String, Severity>,
    /// What kind of document the draft is, where somebody says so.
    pub document: Option<DocumentType>,
    /// Acronyms that need no introduction.
    pub known_acronyms: Vec<String>,
    /// Agreed full names of acronyms, which come before the built-in ones.
    pub acronym_names: BTreeMap<String, String>,
    /// Words and phrases that are left alone, whatever a word list says; compared without regard to case.
    pub accepted_words: Vec<String>,
    /// The most words that the draft may have.
    pub most_words: Option<usize>,
    /// Where references are linked to.
    pub link_target: LinkTarget,
    /// The folder of the draft, from which links to files count; `None` where it is no file.
    pub folder: Option<PathBuf>,
    /// What the draft itself chooses and cannot be taken, in order of place.
    pub mistakes: Vec<Mistake>,
}

/// What looks at names, wording and forms of reference, which a communication keeps as they came: whole families, and
/// form-of-reference and op-cit.
const WORDING: [&str; 4] = ["A", "E", "C014", "X007"];

impl Settings {
    /// Whether an acronym needs no introduction; it may be named in the plural, as the finding shows it.
    pub(crate) fn is_known_acronym(&self, letters: &str) -> bool {
        let singular = |known: &str| {
            known
                .strip_suffix('s')
                .is_some_and(|known| known == letters)
        };
        self.known_acronyms
            .iter()
            .any(|known| known == letters || singular(known))
    }

    /// Whether `rule` is switched off, by these choices or by itself. What is switched both on and off is off.
    pub fn is_off(&self, rule: &Rule) -> bool {
        let closest = |selectors: &[String]| {
            let matching = selectors
                .iter()
                .filter_map(|selector| closeness(selector, rule));
            matching.max()
        };
        match (closest(&self.on), closest(&self.off)) {
            (Some(on), Some(off)) => off > on,
            (None, Some(_)) => true,
            (Some(_), None) => false,
            (None, None) => {
                rule.preset == Preset::Off
                    || self.document == Some(DocumentType::Communication)
                        && WORDING.iter().any(|selector| names(selector, rule))
            }
        }
    }

    /// How grave the findings of `rule` are to be, where somebody has said so.
    pub fn severity_of(&self, rule: &Rule) -> Option<Severity> {
        self.severity
            .iter()
            .filter_map(|(selector, severity)| Some((closeness(selector, rule)?, *severity)))
            .max_by_key(|(closeness, _)| *closeness)
            .map(|(_, severity)| severity)
    }
}

/// How closely a selector names a rule.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Closeness {
    Family,
    Rule,
}

/// Whether `selector` names `rule`: by its code, its name or the letter of its family.
pub(crate) fn names(selector: &str, rule: &Rule) -> bool {
    closeness(selector, rule).is_some()
}

fn closeness(selector: &str, rule: &Rule) -> Option<Closeness> {
    let is = |name: &str| selector.eq_ignore_ascii_case(name);
    if is(rule.code) || is(rule.name) {
        return Some(Closeness::Rule);
    }
    rule.code
        .get(..1)
        .filter(|family| is(family))
        .map(|_| Closeness::Family)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule;

    fn selectors(of: &[&str]) -> Vec<String> {
        of.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_first_word_that_is_a_type_counts() {
        let named = DocumentType::named;
        assert_eq!(named("Note by the Secretariat"), Some(DocumentType::Report));
        assert_eq!(named("draft decision"), Some(DocumentType::Resolution));
        let of_state = "Communication of the Government of Chad on the report";
        assert_eq!(named(of_state), Some(DocumentType::Communication));
        let of_others = "Submission of a non-governmental organization";
        assert_eq!(named(of_others), Some(DocumentType::Communication));
        let of_office = "Summary of stakeholders’ submissions: report of the Office";
        assert_eq!(named(of_office), Some(DocumentType::Report));
        assert_eq!(named("Summary of submissions"), None);
        assert_eq!(named("notebook"), None);
        assert_eq!(named(""), None);
    }

    #[test]
    fn the_closer_name_wins() {
        let settings = Settings {
            off: selectors(&["c", "A001"]),
            on: selectors(&["stated-date", "A"]),
            ..Settings::default()
        };
        for (code, off) in [
            ("C001", true),
            ("C004", false),
            ("A001", true),
            ("A002", false),
        ] {
            assert_eq!(settings.is_off(rule(code).unwrap()), off, "{code}");
        }
    }

    #[test]
    fn a_communication_keeps_its_names_unless_a_rule_is_asked_for() {
        let mut settings = Settings {
            document: Some(DocumentType::Communication),
            ..Settings::default()
        };
        assert!(settings.is_off(rule("A001").unwrap()));
        assert!(!settings.is_off(rule("C001").unwrap()));
        assert!(settings.is_off(rule("C014").unwrap()));
        settings.on = selectors(&["A001"]);
        assert!(!settings.is_off(rule("A001").unwrap()));
        assert!(settings.is_off(rule("A002").unwrap()));
    }

    #[test]
    fn a_severity_is_looked_up_by_rule_and_then_by_family() {
        let severity = [("C", Severity::Hint), ("C001", Severity::Error)];
        let settings = Settings {
            severity: severity
                .map(|(name, severity)| (name.to_owned(), severity))
                .into(),
            ..Settings::default()
        };
        let of = |code| settings.severity_of(rule(code).unwrap());
        assert_eq!(of("C001"), Some(Severity::Error));
        assert_eq!(of("C004"), Some(Severity::Hint));
        assert_eq!(of("A001"), None);
    }
}
