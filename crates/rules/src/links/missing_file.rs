//! L006: a link to a file that is not there.

use draft::Dialect;

use super::{in_draft, unescaped};
use crate::{Check, Context, Family, Finding, Preset, Rule, Severity};

/// L006 missing-file.
pub(crate) const RULE: Rule = Rule {
    code: "L006",
    name: "missing-file",
    family: Family::Links,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("missing_file.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let draft = &context.resolved.draft;
    if draft.dialect() != Dialect::Markdown {
        return;
    }
    for block in draft.blocks().with_links() {
        for link in &block.marks.links {
            let Some(path) = path(&link.target) else {
                continue;
            };
            if context.linked_files.has(&path) == Some(false) {
                let message = format!("There is no file “{path}” beside this text.");
                found.push(RULE.finding(in_draft(&block, &link.target_span), message));
            }
        }
    }
}

/// The file that a target names, as a path from the folder of the draft; `None` for addresses, for places in the
/// draft itself and for paths from the root, which every site counts in its own way.
fn path(target: &str) -> Option<String> {
    let target = target.trim();
    let target = target
        .strip_prefix('<')
        .and_then(|inner| inner.strip_suffix('>'))
        .unwrap_or(target);
    let file = target.split(['#', '?']).next().unwrap_or("");
    // A colon or "//" leads to another place, a backslash to another machine.
    let is_elsewhere = file.contains([':', '\\', '@']) || file.contains("//");
    if file.is_empty() || file.starts_with('/') || is_elsewhere {
        return None;
    }
    (!begins_with_host(file)).then(|| unescaped(file)).flatten()
}

/// Whether a path begins with the name of a host and not of a folder: "www.iom.int", "ohchr.org/en/calls".
fn begins_with_host(path: &str) -> bool {
    if path
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("www."))
    {
        return true;
    }
    let Some((first, _)) = path.split_once('/') else {
        return false;
    };
    let domain = first.rsplit_once('.').filter(|(name, _)| !name.is_empty());
    domain.is_some_and(|(_, domain)| {
        (2..=6).contains(&domain.len()) && domain.bytes().all(|byte| byte.is_ascii_alphabetic())
    })
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn files_are_told_from_addresses_and_places() {
        for (target, file) in [
            ("sources/A_RES_67_172.md", Some("sources/A_RES_67_172.md")),
            ("../annex%20I.pdf#page=3", Some("../annex I.pdf")),
            ("<annex I.pdf>", Some("annex I.pdf")),
            ("annex.md?raw", Some("annex.md")),
            ("#conclusions", None),
            ("https://docs.un.org/en/A/RES/67/172", None),
            ("//docs.un.org/A", None),
            ("\\\\server\\share\\annex.md", None),
            ("mailto:hq@iom.int", None),
            ("hq@iom.int", None),
            ("www.iom.int", None),
            ("www.ohchr.org/en/calls-for-input", None),
            ("WWW.un.org/en", None),
            ("undocs.org/A/67/299", None),
            ("../annex.md", Some("../annex.md")),
            ("./annex.md", Some("./annex.md")),
            ("round.2/annex.md", Some("round.2/annex.md")),
            (".drafts/annex.md", Some(".drafts/annex.md")),
            ("/docs/annex.md", None),
            ("C:/annex.md", None),
            ("100%.md", None),
            ("", None),
        ] {
            assert_eq!(path(target).as_deref(), file, "{target}");
        }
    }
}
