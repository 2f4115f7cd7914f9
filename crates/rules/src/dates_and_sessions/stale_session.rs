//! D001: work asked for at a session that is over, or is this one.

use std::sync::LazyLock;

use citation::Body;
use draft::{BlockKind, Draft, ordinal_session};
use regex::Regex;
use resolve::EnactingLine;

use crate::prose::Prose;
use crate::words::{Signs, replacement};
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

use super::clause;

/// D001 stale-session.
pub(crate) const RULE: Rule = Rule {
    code: "D001",
    name: "stale-session",
    family: Family::RollOver,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("stale_session.md"),
    check: Check::Prose(check),
};

static SESSION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?<organ>Assembly|Assembly,|its|it) at its (?<ordinal>[a-z]+(?:-[a-z]+)?) session(?-u:\b)|(?-u:\b)at its (?<alone>[a-z]+(?:-[a-z]+)?) session(?-u:\b)").ok()
});

/// Words that ask for something that is still to come.
const ASKING: [&str; 9] = [
    "Requests",
    "requests",
    "Invites",
    "invites",
    "Decides",
    "decides",
    "Calls upon",
    "to be submitted",
    "will be submitted",
];

/// Other organs whose sessions have numbers of their own.
const OTHERS: [&str; 9] = [
    "Council",
    "Commission",
    "Conference",
    "Committee at its",
    "Working Group",
    "Forum",
    "Board",
    "Congress",
    "Executive",
];

fn check(context: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
    if !prose.has(Signs::SESSION) {
        return;
    }
    let draft = &context.resolved.draft;
    let stated = draft.front_matter().session();
    let Some(own) = stated.or_else(|| session_of_draft(context)) else {
        return;
    };
    let Some(pattern) = &*SESSION else {
        return;
    };
    let text = draft.text_of(&prose.block);
    for captures in pattern.captures_iter(&prose.own) {
        let Some(words) = captures.name("ordinal").or(captures.name("alone")) else {
            continue;
        };
        let Some(session) = citation::ordinal(words.as_str()) else {
            continue;
        };
        // The verb is in italics, which are not the author's own words as a rule.
        let before = clause(&text, words.start());
        let asks = ASKING.iter().any(|asking| before.contains(asking));
        let is_others = OTHERS.iter().any(|other| before.contains(other));
        // Sessions of the Assembly have high numbers; a session long ago is history.
        let is_near = session + 3 >= own && session <= own;
        if !asks || is_others || !is_near {
            continue;
        }
        let range = prose.in_draft(words.range());
        let own_words = citation::ordinal_in_words(own).unwrap_or_default();
        let mut finding = if session == own {
            let message =
                format!("The draft is of the {own_words} session; is the same session meant?");
            let mut finding = RULE.finding(range.clone(), message);
            finding.severity = Severity::Information;
            finding
        } else {
            let message = format!(
                "The {} session is over: this draft is of the {own_words} session.",
                words.as_str()
            );
            RULE.finding(range.clone(), message)
        };
        let next = citation::ordinal_in_words(own + 1);
        finding
            .fixes
            .extend(next.map(|next| replacement(range, next, Safety::Suggested)));
        found.push(finding);
    }
}

/// The session that the symbol of a draft resolution names, 68 for A/C.3/68/L.40, or, where it has no symbol yet, the
/// heading of one that the Assembly is to adopt. An adopted text has been through all this.
fn session_of_draft(context: &Context<'_>) -> Option<u16> {
    let draft = &context.resolved.draft;
    let symbol = draft
        .front_matter()
        .symbol()
        .or_else(|| draft.masthead().symbol.clone());
    let Some((symbol, _)) = symbol else {
        let line = resolve::enacting_line(draft)?;
        let is_assemblys = line.body == Body::general_assembly();
        return is_assemblys.then(|| session_above(draft, &line)).flatten();
    };
    let canonical = symbol.canonical();
    if !canonical.starts_with("A/") || !canonical.contains("/L.") {
        return None;
    }
    canonical.split('/').find_map(|part| part.parse().ok())
}

/// The session in a line of its own above the enacting line, as a heading, in bold or plain: "**Eightieth session**".
fn session_above(draft: &Draft, line: &EnactingLine) -> Option<u16> {
    let above = draft.blocks().range(0..line.block);
    let mut above = above.filter(|block| block.kind != BlockKind::FrontMatter);
    above.find_map(|block| {
        let text = draft.text_of(&block);
        let bare = |line: &str| {
            line.trim_matches(['#', '*', '_', ' ', '\t', '\r', '\\'])
                .to_owned()
        };
        text.lines().find_map(|line| ordinal_session(&bare(line)))
    })
}
