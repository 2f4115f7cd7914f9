//! Names of bodies that are typed at the top of a draft full of bare forms, letter by letter, and taken away again:
//! which of the later blocks have to be read anew hangs on what each of them asks, and on who is named between.

use draft::Dialect;

use super::{Reading, assert_same, setups};

/// Sentences that say whose a number is by a noun alone, with numbers that one, several or none of the bodies write.
const BARE: [&str; 16] = [
    "In its resolution 21/3 the Council said so.",
    "Council decision 2/113 was noted.",
    "The Council adopted resolution 2011/5.",
    "Resolution 1325 (2000) of the Council was recalled.",
    "The Council adopted resolution 1998 (LX) and resolution 3 (IV).",
    "Council resolution 1325 (2020) and decision 67/312.",
    "The Commission, in its resolution 52/1, agreed.",
    "Commission resolution 2003/12 and Commission decision 2/113.",
    "Resolution 66/1 of the Commission on the matter.",
    "The Committee took decision 5/1.",
    "The Conference, in its resolution 10/4, went on.",
    "In decision 15/8 of the Conference of the Parties.",
    "The Board adopted decision 2015/12, and the Assembly resolution 3/2.",
    "The Working Group, in its decision 5/1, noted resolution 7/3.",
    "Resolution 61/177 was recalled.",
    "Nobody said more.",
];

/// What is typed, each over what was typed before it has gone.
const TYPED: [&str; 9] = [
    " of the Human Rights Council",
    " of the Councilx of Europe",
    " the Security Council, the Council",
    " Economic and Social Council",
    " Governing Council of the United Nations Environment Programme",
    " Commission on Narcotic Drugs",
    " the Conference of the Parties to the Convention on Biological Diversity",
    " Executive Board of UNESCO; Committee on Contributions",
    " Open-ended Working Group on Ageing",
];

/// Bare forms in several chunks of blocks; in the `which` draft other bodies are named between them.
fn draft(which: usize) -> String {
    const NAMED: [&str; 5] = [
        "The Human Rights Council met.",
        "The Security Council met.",
        "The Commission on the Status of Women met.",
        "The Council of the International Seabed Authority met.",
        "The Conference on Disarmament met.",
    ];
    let mut text = String::from("Here the report begins, and is written.\n\n");
    for (index, sentence) in BARE.iter().cycle().take(170).enumerate() {
        if which > 0 && index % (24 * which) == 20 {
            text.push_str(NAMED[(index / 24 + which) % NAMED.len()]);
            text.push_str("\n\n");
        }
        text.push_str(sentence);
        text.push_str("\n\n");
    }
    text
}

#[test]
fn what_is_named_at_the_top_is_heard_below() {
    let [setup, ..] = &setups();
    let at = "Here the report".len();
    for (round, typed) in TYPED.iter().enumerate() {
        let mut now = Reading::fresh(&draft(round % 3), Dialect::Markdown, setup);
        let mut hasty = now.clone();
        let mut step = |now: &mut Reading<'_>, range: std::ops::Range<usize>, words: &str| {
            let mut draft = now.draft.clone();
            draft.edit(range, words);
            now.go_on(&draft);
            let fresh = Reading::fresh(&draft.rope().to_string(), Dialect::Markdown, setup);
            assert_same(now, &fresh, &|| format!("{typed:?}, now {words:?}"));
            hasty.go_on_near(&draft, round);
            let mut rested = hasty.clone();
            rested.go_on_to_the_end();
            assert_same(&rested, &fresh, &|| {
                format!("{typed:?}, in haste {words:?}")
            });
        };
        // Letters that end no word are typed two at a time.
        let mut end = 0;
        while end < typed.len() {
            let next = typed.len().min(end + 2);
            step(&mut now, at + end..at + end, &typed[end..next]);
            end = next;
        }
        while end > 0 {
            let next = end.saturating_sub(5);
            step(&mut now, at + next..at + end, "");
            end = next;
        }
    }
}
