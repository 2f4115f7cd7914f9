//! Rules that look at one block read no other: an edit in a long draft costs what the block costs.

use std::borrow::Cow;
use std::sync::Arc;

use citation::Date;
use draft::{Dialect, Draft};
use rules::Settings;
use sources::{Catalogue, Sources};

/// From this length on, the references of a draft are put together only for whoever asks for all of them.
const LONG: usize = 160_000;

#[test]
fn no_rule_about_one_block_puts_the_references_of_all_together() {
    let today = Date::new(2026, 6, 1).expect("a day of the calendar");
    let sources: Arc<dyn Sources> = Arc::new(Catalogue);
    let words = "Further measures are under way, and the region is glad of them.\n\n";
    let filler = words.repeat(LONG / words.len() + 1);
    for rule in rules::RULES {
        let examples = rule.page().split("```flags\n").skip(1);
        for example in examples.filter_map(|rest| rest.split("```").next()) {
            let text = format!("{example}\n\n{filler}");
            let draft = Draft::new(&text, Dialect::Markdown, sources.lexicon());
            let resolved = resolve::resolve(&draft, &*sources, today);
            let settings = Settings {
                on: vec![rule.code.to_owned()],
                ..Settings::default()
            };
            let _ = rules::check(&resolved, &*sources, &settings);
            let last = resolved.draft.blocks().len() - 1;
            let block = resolved.draft.blocks().get(last).expect("the last block");
            let of_block = resolved.references_of(last, &block);
            assert!(matches!(of_block, Cow::Owned(_)), "{rule:?} on {example}");
        }
    }
}
