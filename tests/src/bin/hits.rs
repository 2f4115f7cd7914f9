//! Measures how often each rule speaks in professionally edited texts, where it should be silent.
//!
//! `cargo run -p tests --bin hits [-- FAMILIES] [--most N] [--write]` checks every text of the data folder
//! (`PENHOLDER_DATA`, else `../shared/data` beside the repository), prints at most N findings of each rule with
//! their sentences (`slip` where the text is known to be wrong), and a table of findings in 100,000 words; `--write` renews that table in
//! `docs/accuracy.md`. FAMILIES are letters of codes: `AX`.

use std::path::Path;
use std::process::ExitCode;

use corpus::Corpus;
use tests::accuracy::data_folder;
use tests::hits::{
    Edited, Hits, borrowed, edited, held, hits, originals, own_drafts, page, planted_errors,
    planted_passages, planted_quotations, rendition, renewed, slip, suggested, suggestions,
};
use tests::slips::{Share, planted_beside_held, planted_editorial};

/// One text of so many is quoted, and one of so many is a draft whose passages have sources.
const HELD: usize = 8;
const DRAFTS: usize = 1;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let data = data_folder();
    let texts = edited(&data);
    if texts.is_empty() {
        println!("skipped: no texts at {}", data.display());
        return ExitCode::SUCCESS;
    }
    let letters = arguments.first().filter(|first| !first.starts_with('-'));
    let most = arguments
        .iter()
        .position(|argument| argument == "--most")
        .and_then(|at| arguments.get(at + 1)?.parse().ok())
        .unwrap_or(10);
    let letters = letters.map_or("", String::as_str);
    let drafts: Vec<Edited> = texts.iter().filter_map(rendition).collect();
    let measured = [&texts, &drafts, &originals(&data)].map(|drafts| hits(drafts, letters));
    for found in &measured {
        print(found, most);
    }
    let mut section = page(
        &["as extracted", "as Markdown", "Word and PDF files"],
        &measured,
    );
    let errors = planted_editorial(&drafts);
    for share in &errors {
        for name in share.missed.iter().take(5) {
            println!("not found: {} in {name}", share.class);
        }
    }
    section.push_str(&planted_errors(&errors));
    let beside_held = planted_beside_held(&texts, HELD);
    let is_planted = |share: &&Share| !share.class.starts_with("right");
    for share in beside_held.iter().filter(is_planted) {
        for name in share.missed.iter().take(5) {
            println!("not found: {} of {name}", share.class);
        }
    }
    section.push_str(&planted_quotations(&beside_held));
    match held(&data, &texts) {
        Ok((_place, corpus)) => section.push_str(&sources_of_passages(&texts, &corpus)),
        Err(error) => println!("skipped: sources of passages: {error}"),
    }
    println!("{section}");
    if arguments.iter().any(|argument| argument == "--write") {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/accuracy.md");
        let before = std::fs::read_to_string(&path).unwrap_or_default();
        if let Err(error) = std::fs::write(&path, renewed(&before, &section)) {
            eprintln!("{} could not be written: {error}", path.display());
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// What the rule about passages without a source says, planted and not.
fn sources_of_passages(texts: &[Edited], corpus: &Corpus) -> String {
    let suggested = suggested(texts, DRAFTS, corpus);
    for one in suggested.iter().filter(|one| one.confidence >= 0.9) {
        println!("{one:?}");
    }
    let planted = borrowed(texts, &own_drafts(), corpus);
    for one in &planted.unplanted {
        println!("not planted: {one}");
    }
    suggestions(&suggested) + &planted_passages(&planted)
}

fn print(found: &Hits, most: usize) {
    for (code, hits) in &found.by_code {
        println!("{code}: {}", hits.len());
        for hit in hits.iter().take(most) {
            let verdict = slip(code, hit).map_or("?", |_| "slip");
            println!(
                "  {verdict} {}:{} {}\n    {}",
                hit.text, hit.line, hit.message, hit.sentence
            );
        }
    }
}
