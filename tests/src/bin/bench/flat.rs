//! What memory does over a long day: a million edits of one text, and a thousand texts opened and closed.

use std::path::Path;

use workspace::{OpenText, OpenTexts, Workspaces};

use crate::Failure;
use crate::typing::{TYPED, draft_with_findings, place, today};
use crate::wire::anonymous;

/// Edits of one text.
const EDITS: usize = 1_000_000;

/// Texts that are opened and closed.
const TEXTS: usize = 1_000;

/// Edits after which the text is as long as it was: as many letters are taken out as were put in.
const ROUND: usize = 1_000;

/// The section of `docs/benchmarks.md`.
pub(crate) fn page(root: &Path) -> Result<String, Failure> {
    let text = draft_with_findings(root, 100_000);
    let workspaces = Workspaces::default();
    let texts = OpenTexts::default();
    let mut rows = Vec::new();
    let mut row = |what: &str, before: f64, after: f64| {
        let share = 100.0 * after / before;
        rows.push(format!(
            "| {what} | {before:.1} MB | {after:.1} MB | {share:.0} % |\n"
        ));
    };
    let open = OpenText::new("untitled:draft", "markdown", 1, &text);
    let mut open = edited(open, &workspaces, 2 * ROUND);
    let before = anonymous(std::process::id())?;
    for _ in 0..EDITS / (2 * ROUND) {
        open = edited(open, &workspaces, 2 * ROUND);
    }
    row(
        "1,000,000 edits of a draft of 100 kB",
        before,
        anonymous(std::process::id())?,
    );
    drop(open);

    let draft = &text[..text.floor_char_boundary(20_000)];
    opened_and_closed(&texts, &workspaces, draft, TEXTS / 10);
    let before = anonymous(std::process::id())?;
    opened_and_closed(&texts, &workspaces, draft, TEXTS);
    row(
        "1,000 drafts of 20 kB opened and closed",
        before,
        anonymous(std::process::id())?,
    );
    Ok(format!(
        "## Memory over a long day\n\nMade by `cargo run --release -p tests --bin bench -- --flat --write`: memory of the \
         process that is its own, in process, after warming up and at the end.\n\n\
         | what | before | after | share |\n| --- | ---: | ---: | ---: |\n{}",
        rows.concat()
    ))
}

/// The text after so many edits and their findings, as long as before.
fn edited(mut text: OpenText, workspaces: &Workspaces, edits: usize) -> OpenText {
    let letters = TYPED.chars().cycle().take(edits / 2);
    for (key, letter) in letters.enumerate() {
        let at = place("random", text.rope(), key);
        let end = at + letter.len_utf8();
        text = text.edited(at..at, &letter.to_string());
        std::hint::black_box(
            text.analysis(workspaces, today, &|| false)
                .expect("nobody stops it")
                .in_place()
                .len(),
        );
        text = text.edited(at..end, "");
        std::hint::black_box(
            text.analysis(workspaces, today, &|| false)
                .expect("nobody stops it")
                .in_place()
                .len(),
        );
    }
    text
}

fn opened_and_closed(texts: &OpenTexts, workspaces: &Workspaces, draft: &str, count: usize) {
    for number in 0..count {
        let uri = format!("untitled:draft-{number}");
        let text = std::sync::Arc::new(OpenText::new(&uri, "markdown", 1, draft));
        texts.put(std::sync::Arc::clone(&text));
        std::hint::black_box(text.settled(workspaces, today, &|| false).is_some());
        texts.remove(&text.location);
    }
}
