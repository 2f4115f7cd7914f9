//! One file per rule: a resolved draft in, findings and fixes out.
//!
//! A rule is a [`Rule`] and a check beside its page. Checks only read: the same draft, sources and
//! settings give the same findings, byte for byte. Nothing here reads a file or a clock.
//!
//! ```
//! let rule = rules::rule("paragraph-does-not-exist").unwrap();
//! assert_eq!(rule.code, "C005");
//! assert!(rule.page().starts_with("# C005 paragraph-does-not-exist"));
//! ```

mod acronyms;
mod citations;
mod finding;
mod rule;
mod sentence;
mod settings;

pub use finding::{Edit, Finding, Fix, Related, Safety, Severity};
pub(crate) use rule::Check;
pub use rule::{Family, Rule};
pub use settings::{DocumentType, Settings, Unheld};

use std::cell::OnceCell;

use acronyms::Acronyms;
use resolve::Resolved;
use sources::Sources;

/// Every rule, in order of its code.
pub const RULES: [&Rule; 8] = [
    &acronyms::undefined_acronym::RULE,
    &acronyms::acronym_defined_twice::RULE,
    &citations::mistyped_symbol::RULE,
    &citations::cannot_be_right::RULE,
    &citations::not_in_your_sources::RULE,
    &citations::stated_date::RULE,
    &citations::paragraph_does_not_exist::RULE,
    &citations::stated_title::RULE,
];

/// The rule with this code or name, in any case; `None` where there is none.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES
        .into_iter()
        .find(|rule| rule.code.eq_ignore_ascii_case(code) || rule.name.eq_ignore_ascii_case(code))
}

/// What a check may ask.
pub(crate) struct Context<'a> {
    pub(crate) resolved: &'a Resolved,
    pub(crate) sources: &'a dyn Sources,
    pub(crate) settings: &'a Settings,
    acronyms: OnceCell<Acronyms>,
}

impl Context<'_> {
    /// The acronyms of the draft, read when the first rule asks for them.
    pub(crate) fn acronyms(&self) -> &Acronyms {
        self.acronyms
            .get_or_init(|| acronyms::read(&self.resolved.draft))
    }
}

/// Every finding in a draft, sorted by its range and then by its code; one place has one finding.
pub fn findings(resolved: &Resolved, sources: &dyn Sources, settings: &Settings) -> Vec<Finding> {
    let context = Context {
        resolved,
        sources,
        settings,
        acronyms: OnceCell::new(),
    };
    let mut found = Vec::new();
    for rule in RULES {
        if settings.is_off(rule) {
            continue;
        }
        let before = found.len();
        rule.check(&context, &mut found);
        if let Some(chosen) = settings.severity_of(rule) {
            for finding in &mut found[before..] {
                finding.severity = chosen;
            }
        }
    }
    one_for_each_place(found)
}

/// Sorts the findings and keeps the gravest of those that have the same range.
fn one_for_each_place(mut found: Vec<Finding>) -> Vec<Finding> {
    found.sort_by(|a, b| {
        let place = |finding: &Finding| (finding.range.start, finding.range.end);
        place(a)
            .cmp(&place(b))
            .then(b.severity.cmp(&a.severity))
            .then(a.code.cmp(b.code))
    });
    found.dedup_by(|later, first| later.range == first.range);
    found
}
