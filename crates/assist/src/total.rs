//! Every feature answers at every offset and for every range, whatever the text is.

use proptest::prelude::*;
use sources::Sources;

use crate::fixture::Drawn;
use crate::{
    actions, cited_at, cited_in, completion, definition, folds, hints, hover, lenses, links,
    named_places, occurrences, outline, renamable, rename, selections, subject, tokens,
};

const DRAWING: &str = r"
# Überschrift — “Zitat”
Recalling paragraph 15 of resolution 67/172 (ОИМ) of 20 December 2012, the Convention on the Rights
                                     ^^^^^^ held A/RES/67/172
          ^^^^^^^^^^^^ paragraph 15
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ phrase
of the Child, paragraph 3 of A/HCR/53/26 and 移民 [65/1](https://docs.un.org/en/A/RES/65/1)
                             ^^^^^^^^^^^ malformed
                             ^^^^^^^^^^^ meant A/HRC/53/26: letters swapped
                             ^^^^^^^^^^^ finding C001: A/HRC/53/26
";

fn ask_everything(drawn: &Drawn, start: usize, end: usize) {
    let Drawn {
        resolved,
        sources,
        findings,
        ..
    } = drawn;
    let _ = hover(resolved, sources, &rules::Settings::default(), start);
    let _ = definition(resolved, sources, start);
    let offers = completion(resolved, sources, start, None);
    assert!(offers.len() <= 50);
    for offer in offers {
        assert!(offer.replace.end <= resolved.draft.rope().len_bytes());
        let _ = drawn.words(&offer.replace);
    }
    let _ = actions(resolved, findings, &rules::Settings::default(), start..end);
    if let Some((subject, _)) = subject(resolved, start) {
        let _ = occurrences(resolved, &subject);
        let _ = rename(resolved, start, "XYZ");
    }
    let _ = renamable(resolved, start);
    let ranges = selections(resolved, start);
    assert!(ranges.is_sorted_by(|a, b| b.start <= a.start && a.end <= b.end && a != b));
    let _ = hints(resolved, start..end);
    let coloured = tokens(resolved, start..end);
    assert!(coloured.is_sorted_by(|a, b| a.range.end <= b.range.start));
    let _ = cited_at(resolved, sources, start);
    let _ = cited_in(resolved, sources);
    let _ = (folds(&resolved.draft), named_places(&resolved.draft, "a"));
}

#[test]
fn every_offset_of_a_draft_and_beyond_it_has_an_answer() {
    let drawn = Drawn::markdown(DRAWING);
    let length = drawn.resolved.draft.rope().len_bytes();
    for offset in (0..length + 8).chain([usize::MAX]) {
        ask_everything(&drawn, offset, offset.saturating_add(3));
    }
    let _ = (links(&drawn.resolved), outline(&drawn.resolved.draft));
    let _ = lenses(&drawn.resolved);
}

proptest! {
    // Each case asks at every third offset.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_draft_that_is_bound_has_an_answer_everywhere(
        text in "([ -~\n“”é移🙂]{0,9}|paragraph 15 of |General Assembly |resolutions? 67/17[24]|A/HCR/53/26 |\\(CRC\\)|CRC |Convention on the Rights of the Child|# |```\n|\\[|\\]\\(https://x\\.org\\)){0,24}",
    ) {
        let today = citation::Date::new(2013, 6, 1).unwrap();
        for mut drawn in [Drawn::markdown(""), Drawn::plain("")] {
            let (dialect, lexicon) = (drawn.resolved.draft.dialect(), drawn.sources.lexicon());
            let draft = draft::Draft::new(&text, dialect, lexicon);
            drawn.resolved = resolve::resolve(&draft, &drawn.sources, today);
            for offset in (0..text.len() + 2).step_by(3) {
                ask_everything(&drawn, offset, offset + 5);
            }
            let _ = (links(&drawn.resolved), outline(&draft), lenses(&drawn.resolved));
        }
    }
}

proptest! {
    #[test]
    fn any_text_and_any_offset_have_an_answer(
        text in "([ -~\n\r“”é移🙂/]|resolution |paragraph |A/RES/6|Convention on|`){0,60}",
        start in 0_usize..400,
        end in 0_usize..400,
    ) {
        let drawing = text.replace(['^', '$'], "");
        for drawn in [Drawn::markdown(&drawing), Drawn::plain(&drawing)] {
            ask_everything(&drawn, start, end);
            let _ = (links(&drawn.resolved), outline(&drawn.resolved.draft));
        }
    }

    #[test]
    fn references_that_do_not_fit_the_text_are_survived(
        text in "[a-z é移\n]{0,30}",
        offset in 0_usize..200,
    ) {
        let mut drawn = Drawn::markdown(DRAWING);
        drawn.resolved.draft = Drawn::markdown(&text).resolved.draft;
        ask_everything(&drawn, offset, offset);
        let _ = links(&drawn.resolved);
    }
}
