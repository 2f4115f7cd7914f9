//! Over a comment that accepts findings: what it keeps from being shown, and what its rules look for.

use std::collections::BTreeSet;

use resolve::Resolved;
use rules::{Ignored, Settings};
use sources::Sources;

use super::Hover;
use crate::under;

/// More findings than this are counted, not listed.
const MOST: usize = 10;

/// The hover at `offset`, where such a comment stands there.
pub(super) fn hover(
    resolved: &Resolved,
    sources: &dyn Sources,
    settings: &Settings,
    offset: usize,
) -> Option<Hover> {
    // Most places are in no comment, and finding what one accepts asks every rule.
    let block = under::block(&resolved.draft, offset)?;
    let is_over =
        |ignore: &draft::Ignore| under::touches(&under::shifted(&block, &ignore.span), offset);
    if !block.marks.ignores.iter().any(is_over) {
        return None;
    }
    let all = rules::ignored(resolved, sources, settings);
    let here = all
        .into_iter()
        .find(|ignored| under::touches(&ignored.span, offset))?;
    Some(Hover {
        markdown: told(resolved, &here),
        range: here.span,
    })
}

fn told(resolved: &Resolved, here: &Ignored) -> String {
    let mut parts = Vec::new();
    match here.findings.len() {
        0 => parts.push("Suppresses nothing.".to_owned()),
        1 => parts.push("Suppresses one finding:".to_owned()),
        count => parts.push(format!("Suppresses {count} findings:")),
    }
    let listed: Vec<String> = here
        .findings
        .iter()
        .take(MOST)
        .map(|finding| {
            let line = under::line(&resolved.draft, finding.range.start);
            format!("- line {line}: {} ({})", finding.message, finding.code)
        })
        .collect();
    if !listed.is_empty() {
        parts.push(listed.join("\n"));
    }
    let codes: BTreeSet<&str> = here.findings.iter().map(|finding| finding.code).collect();
    for rule in codes.into_iter().filter_map(rules::rule) {
        parts.push(format!(
            "**{} {}**: {}",
            rule.code,
            rule.name,
            rule.summary()
        ));
    }
    parts.extend(
        here.reason
            .as_deref()
            .map(|reason| format!("Because {reason}.")),
    );
    parts.join("\n\n")
}

#[cfg(test)]
mod tests {
    use citation::Date;
    use draft::{Dialect, Draft};
    use sources::Catalogue;

    use super::*;

    fn over(text: &str, at: &str) -> Option<String> {
        over_with(text, at, &Settings::default())
    }

    fn over_with(text: &str, at: &str, settings: &Settings) -> Option<String> {
        let draft = Draft::new(text, Dialect::Markdown, Catalogue.lexicon());
        let resolved = resolve::resolve(&draft, &Catalogue, Date::new(2026, 6, 1).unwrap());
        let hover = hover(&resolved, &Catalogue, settings, text.find(at).unwrap())?;
        Some(hover.markdown)
    }

    #[test]
    fn a_comment_tells_what_it_suppresses() {
        let text = "<!-- penholder: ignore C002 because the draft quotes it so -->\n\nRecalling Security \
                    Council resolution 1325 (2002),\n";
        let told = over(text, "ignore").unwrap();
        assert!(
            told.starts_with("Suppresses one finding:\n\n- line 3: "),
            "{told}"
        );
        assert!(told.contains("**C002 cannot-be-right**"), "{told}");
        assert!(told.ends_with("Because the draft quotes it so."), "{told}");
        assert_eq!(over(text, "Recalling"), None);
        let nothing = over("A text. <!-- penholder: ignore C002 -->", "penholder").unwrap();
        assert_eq!(nothing, "Suppresses nothing.");
    }

    #[test]
    fn what_the_settings_switch_off_is_not_suppressed() {
        let text = "<!-- penholder: ignore C002 -->\n\nRecalling resolution S/RES/1325 (2002),\n";
        let told = |settings: &Settings| over_with(text, "ignore", settings).unwrap();
        assert!(told(&Settings::default()).starts_with("Suppresses one finding"));
        let mut settings = Settings::default();
        settings.off.push("C002".to_owned());
        assert_eq!(told(&settings), "Suppresses nothing.");
    }
}
