//! The title of a draft.

use crate::head::lines_from;
use crate::{Draft, HEAD_REACH, without_emphasis};

/// The title of a report stands within this many lines.
const MOST_LINES: usize = 120;

/// What `draft` is called: in its front matter, in its masthead, above the author of a report, or in its first heading.
pub(crate) fn of(draft: &Draft) -> Option<String> {
    let stated = draft.front_matter().title().map(str::to_owned);
    let printed = || {
        let title = draft.masthead().title.as_ref();
        title.map(|(title, _)| title.to_string())
    };
    stated
        .or_else(printed)
        .or_else(|| heading_or_report(draft))
        .filter(|title| !title.trim().is_empty())
}

/// Whichever of first heading and title of a report comes first: headings below the title are those of its parts.
fn heading_or_report(draft: &Draft) -> Option<String> {
    let heading = draft.outline().into_iter().next();
    let end = heading
        .as_ref()
        .map_or(draft.length(), |heading| heading.span.start);
    let above = draft.slice(0..end.min(HEAD_REACH));
    of_report(&above, draft.head.fixed_until()).or_else(|| heading.map(|heading| heading.title))
}

/// The title of a report in `text` from byte `start` on, on one line and without marks of emphasis.
fn of_report(text: &str, start: usize) -> Option<String> {
    let lines = lines_from(text, start).take(MOST_LINES);
    let lines: Vec<&str> = lines.map(|(_, line)| line).collect();
    let title = layout::title_of_report(&lines, 0)?.title;
    let words = lines[title].iter().flat_map(|line| line.split_whitespace());
    let words = words.collect::<Vec<_>>().join(" ");
    Some(without_emphasis(&words).into_owned())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::{Dialect, Draft};

    fn title(text: &str) -> Option<String> {
        Draft::new(text, Dialect::Plain, Arc::default()).title()
    }

    #[test]
    fn a_report_is_called_what_stands_above_its_author() {
        let report = "Ninetieth session\nAgenda item 5\n\n\tCare of lighthouses\non islands\n\n\tReport of the Secretary-General\n\nContents\n\nPage\n";
        assert_eq!(
            title(report).as_deref(),
            Some("Care of lighthouses on islands")
        );
        let session =
            format!("United Nations\nA/90/7\n\nDistr.: General\n3 April 2035\n\n{report}");
        assert_eq!(
            title(&session).as_deref(),
            Some("Care of lighthouses on islands")
        );
    }

    #[test]
    fn a_heading_above_the_author_is_the_title() {
        let text = "CARE OF LIGHTHOUSES\n\nOn islands\n\nReport of the Secretary-General\n";
        assert_eq!(title(text).as_deref(), Some("CARE OF LIGHTHOUSES"));
        assert_eq!(title("Some words.\n"), None);
    }
}
