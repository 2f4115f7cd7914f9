//! Running heads, feet and page numbers of a PDF that does not mark them: lines at the upper and lower
//! edge that come again from page to page.

use std::collections::HashMap;

use super::lines::Page;

/// How many lines from either edge may be furniture.
const DEEP: usize = 4;

/// How many points the same line may lie apart on two pages.
const SAME_PLACE: f64 = 8.0;

/// Takes the furniture off all pages but the first, whose head is the masthead; its foot is furniture
/// as well.
pub(super) fn take_off(pages: &mut [Page]) {
    let mut seen: HashMap<(String, i32), usize> = HashMap::new();
    for page in pages.iter() {
        for at in edges(page) {
            for key in keys(page, at) {
                *seen.entry(key).or_default() += 1;
            }
        }
    }
    let enough = if pages.len() > 6 { 3 } else { 2 };
    for (number, page) in pages.iter_mut().enumerate() {
        let half = page.height / 2.0;
        let gone: Vec<usize> = edges(page)
            .into_iter()
            .filter(|at| {
                let line = &page.lines[*at];
                let again = keys(page, *at)
                    .iter()
                    .filter(|(words, _)| !words.is_empty())
                    .any(|key| seen.get(key).is_some_and(|count| *count >= enough));
                let foot = line.baseline > half;
                (again || is_page_number(&line.text) || is_job_line(&line.text))
                    && (number > 0 || foot)
            })
            .collect();
        let mut at = 0;
        page.lines.retain(|_| {
            at += 1;
            !gone.contains(&(at - 1))
        });
    }
}

/// The lines nearest to the upper and to the lower edge.
fn edges(page: &Page) -> Vec<usize> {
    let mut by_height: Vec<usize> = (0..page.lines.len()).collect();
    by_height.sort_by(|one, other| {
        page.lines[*one]
            .baseline
            .total_cmp(&page.lines[*other].baseline)
    });
    let count = by_height.len();
    let mut edges: Vec<usize> = by_height.iter().take(DEEP).copied().collect();
    edges.extend(by_height.iter().skip(count.saturating_sub(DEEP).max(DEEP)));
    edges
}

/// What makes a line the same as one on another page: its words without numbers, and its height, in
/// steps that overlap.
fn keys(page: &Page, at: usize) -> [(String, i32); 2] {
    let line = &page.lines[at];
    let words: Vec<&str> = line
        .text
        .split_whitespace()
        .filter(|word| word.contains(char::is_alphabetic))
        .collect();
    let words = words.join(" ");
    let step = (line.baseline / SAME_PLACE) as i32;
    [(words.clone(), step), (words, step + 1)]
}

/// "7", "- 7 -", "7/12".
fn is_page_number(text: &str) -> bool {
    let bare = text.trim_matches(['-', '\u{2013}', ' ']);
    let number = |text: &str| {
        (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    number(bare)
        || bare
            .split_once('/')
            .is_some_and(|(page, pages)| number(page.trim()) && number(pages.trim()))
}

/// "2/10 18-16895": a page and the number of the print job, on either side.
fn is_job_line(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let job = |word: &str| {
        word.split_once('-').is_some_and(|(year, serial)| {
            year.len() == 2
                && serial.len() == 5
                && (year.to_owned() + serial)
                    .bytes()
                    .all(|byte| byte.is_ascii_digit())
        })
    };
    let count = text.split_whitespace().count();
    count <= 4 && words.any(job)
}
