//! Which page a line stands on, in a text that shows its pages by the numbers in heads and feet.

use super::lines::{Line, Role};

/// The page of `2/14`; `None` where the line is something else.
pub(super) fn of_pages(text: &str) -> Option<u32> {
    let (page, pages) = text.split_once('/')?;
    match (page.trim().parse::<u32>(), pages.trim().parse::<u32>()) {
        (Ok(page), Ok(pages)) if (1..=pages).contains(&page) && pages < 1000 => Some(page),
        _ => None,
    }
}

/// Gives every line its page. Between two pages stand the foot of one and the head of the next, in
/// whatever order the extraction left them; the first number tells whose it is. Says whether there are
/// pages at all.
pub(super) fn number(lines: &mut [Line<'_>], roles: &[Role]) -> bool {
    let breaks = breaks(lines, roles);
    if breaks.is_empty() {
        return false;
    }
    let at_foot = breaks
        .iter()
        .zip(1..)
        .find_map(|(place, page)| place.number.map(|number| number <= page))
        .unwrap_or(false);
    let mut page = 1;
    let mut next = breaks.iter().peekable();
    for (at, line) in lines.iter_mut().enumerate() {
        if let Some(place) = next.next_if(|place| place.end <= at) {
            page = match place.number {
                Some(number) if at_foot => number + 1,
                Some(number) => number,
                None => page + 1,
            };
        }
        line.page = page;
    }
    true
}

/// Where one page ends and another begins.
struct Break {
    /// The first line of the page that begins.
    end: usize,
    /// The page number that stands there.
    number: Option<u32>,
}

/// The runs of lines that are head, foot or empty, and have something in them that is certain.
fn breaks(lines: &[Line<'_>], roles: &[Role]) -> Vec<Break> {
    let mut breaks = Vec::new();
    let mut certain = false;
    let mut number = None;
    for (at, role) in roles.iter().enumerate() {
        match role {
            Role::Edge => {
                certain = true;
                number = of_pages(&lines[at].text).or(number);
            }
            Role::Furniture | Role::Title | Role::Blank => {}
            Role::Text | Role::Note | Role::Definition => {
                if certain && at > 0 {
                    breaks.push(Break { end: at, number });
                }
                certain = false;
                number = None;
            }
        }
    }
    breaks
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::read;

    fn pages(text: &str) -> Vec<(String, Option<u32>)> {
        let document = read::whole(text, Path::new("a.txt")).expect("a document");
        document
            .passages
            .into_iter()
            .filter_map(|one| Some((one.label?.into(), one.page)))
            .collect()
    }

    const HEAD: &str = "A/RES/67/172\n67/172. Protection of migrants\nThe General Assembly,\n";

    #[test]
    fn numbers_in_heads_and_in_feet_are_told_apart() {
        let expected =
            [("1", 1), ("2", 2), ("3", 3)].map(|(label, page)| (label.to_owned(), Some(page)));
        let heads = format!(
            "{HEAD}1. Decides.\n\nA/RES/67/172\n12-48892\n2/3\n\n2. Asks.\n\nA/RES/67/172\n3/3\n12-48892\n\n3. Ends.\n"
        );
        assert_eq!(pages(&heads), expected);
        let feet = format!(
            "{HEAD}1. Decides.\n12-48892\n\nA/RES/67/172\n\n2. Asks.\n\n2/3\n\nA/RES/67/172\n\n3. Ends.\n3/3\n"
        );
        assert_eq!(pages(&feet), expected);
        let feeds = format!("{HEAD}1. Decides.\n\u{c}2. Asks.\n\n\u{c}\n3. Ends.\n");
        assert_eq!(pages(&feeds), expected);
    }

    #[test]
    fn a_text_without_pages_names_none() {
        let text = format!("{HEAD}1. Decides.\n");
        assert_eq!(pages(&text), [("1".to_owned(), None)]);
    }
}
