use std::sync::Arc;

use citation::Date;
use serde_json::Value;
use workspace::{OpenText, Workspaces};

use super::*;
use crate::capabilities::Agreed;
use crate::diagnostics::Findings;
use crate::view::CheckedView;

/// Which rules have been asked.
#[derive(Clone, Copy, PartialEq)]
enum Asked {
    ThoseOfBlocks,
    All,
}

/// A view of a text in a client that shows evidence.
fn view(text: &OpenText, asked: Asked) -> CheckedView {
    let workspaces = Workspaces::default();
    let today = || Date::new(2026, 11, 24).unwrap();
    let look = match asked {
        Asked::ThoseOfBlocks => OpenText::analysis,
        Asked::All => OpenText::settled,
    };
    let analysis = look(text, &workspaces, today, &|| false).unwrap();
    let text = text.clone();
    let view = View {
        is_source: false,
        uri: "untitled:a".parse().unwrap(),
        caret: None,
        resolved: analysis.resolved.clone(),
        workspace: text.workspace(&workspaces),
        text: Arc::new(text),
        agreed: Agreed {
            shows_related: true,
            ..Agreed::default()
        },
    };
    CheckedView { view, analysis }
}

fn read(list: &FindingsList) -> Value {
    let closed = std::str::from_utf8(list.listed().bytes()).unwrap();
    serde_json::from_str(closed.strip_suffix("}}").unwrap()).unwrap()
}

const DRAFT: &str = "The International Organization for Migration (IOM) and NGOs met.\n\n\
     Recalling A/HCR/53/26, the organisation labor.\n\nNoting the programm of A/HCR/53/27.\n\n\
     - One of the International Organization for Migration (IOM), and A/HCR/53/28\n\n\
     > Two 𝄞 A/HCR/53/29 and e\u{301} A/HCR/53/30\n\nThe end of A/HCR/53/31 labor.\n";

/// Whatever is changed, a list written from the one before is the list of the text.
#[test]
fn a_page_written_from_the_last_is_the_page_written_anew() {
    let mut seed = 5_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) as usize % below.max(1)
    };
    let pieces = [
        "x",
        "\n",
        " ",
        "\r\n",
        "𝄞",
        "\n\n",
        "A/HCR/53/26",
        "IOM ",
        "labor ",
        "\r",
        "é",
    ];
    let mut text = OpenText::new("untitled:a", "markdown", 1, &DRAFT.repeat(3));
    let mut list: Option<FindingsList> = None;
    for round in 0..150 {
        for _ in 0..=random(3) {
            let at = random(text.rope().len_bytes() + 1);
            let gone = [0, 0, 1, 9][random(4)];
            text = text.edited(at..at + gone, pieces[random(pieces.len())]);
        }
        for asked in [Asked::ThoseOfBlocks, Asked::All] {
            if asked == Asked::All && random(3) == 0 {
                continue;
            }
            let view = view(&text, asked);
            let found = || Findings::of(&view).shown;
            let (next, _) = FindingsList::next(&view, found(), list.as_ref());
            let (fresh, _) = FindingsList::next(&view, found(), None);
            assert_eq!(read(&next), read(&fresh), "round {round}");
            assert_eq!(next.listed(), fresh.listed(), "round {round}");
            assert_eq!(
                next.listed(),
                &FindingsArray::of(&crate::diagnostics::shown(&view))
            );
            list = Some(next);
        }
    }
}

/// Evidence in a file stands in the lines that the file has when the finding is made, even if all else about it is
/// as it was.
#[test]
fn evidence_in_a_file_is_written_anew_with_its_finding() {
    let path = std::env::temp_dir().join(format!("penholder-list-{}.md", std::process::id()));
    let text = OpenText::new("untitled:a", "markdown", 1, "One labor.\n\nTwo labor.\n");
    let mut view = view(&text, Asked::All);
    let found = Findings::of(&view).shown;
    let with_evidence = |path: Option<&std::path::PathBuf>| {
        let found = found.iter().map(|placed| {
            let mut finding = placed.to_finding();
            finding.related.push(rules::Related {
                message: "it says so here".into(),
                path: path.cloned(),
                range: 10..14,
            });
            let finding = Arc::new(finding);
            Placed { finding, shift: 0 }
        });
        found.collect::<Vec<_>>()
    };
    assert_eq!(found.len(), 2);
    let lines = |list: &FindingsList| -> Vec<Value> {
        let read = read(list);
        let all = read.as_array().unwrap().iter();
        let line = "/relatedInformation/0/location/range/start/line";
        all.map(|it| it.pointer(line).cloned().unwrap_or_default())
            .collect()
    };

    std::fs::write(&path, "A b c d e f g").unwrap();
    let kept = with_evidence(Some(&path));
    let (first, _) = FindingsList::next(&view, kept.clone(), None);
    assert_eq!(lines(&first), [0, 0]);
    std::fs::write(&path, "A\nb\nc\nd e f g").unwrap();
    let (same, difference) = FindingsList::next(&view, kept, Some(&first));
    assert_eq!(difference, Difference::Nothing);
    assert_eq!(lines(&same), [0, 0]);
    let (next, difference) = FindingsList::next(&view, with_evidence(Some(&path)), Some(&same));
    assert_eq!(lines(&next), [3, 3]);
    assert_eq!(difference, Difference::Places);

    let (in_draft, _) = FindingsList::next(&view, with_evidence(None), None);
    let (again, difference) = FindingsList::next(&view, with_evidence(None), Some(&in_draft));
    assert_eq!(difference, Difference::Nothing);
    assert_eq!(again.listed(), in_draft.listed());
    view.view.agreed.shows_related = false;
    let (hidden, _) = FindingsList::next(&view, with_evidence(Some(&path)), None);
    let (_, difference) = FindingsList::next(&view, with_evidence(Some(&path)), Some(&hidden));
    assert_eq!(difference, Difference::Nothing);
    std::fs::remove_file(path).unwrap();
}

#[test]
fn what_comes_goes_or_changes_is_told_from_what_moves() {
    let text = OpenText::new("untitled:a", "markdown", 1, DRAFT);
    let page_of = |text: &OpenText, before: Option<&FindingsList>| {
        let view = view(text, Asked::All);
        FindingsList::next(&view, Findings::of(&view).shown, before)
    };
    let (first, difference) = page_of(&text, None);
    assert_eq!(difference, Difference::Words);
    let (_, difference) = page_of(
        &text.edited(DRAFT.len() - 1..DRAFT.len() - 1, " more"),
        Some(&first),
    );
    assert_eq!(difference, Difference::Nothing);
    let recalling = DRAFT.find("Recalling").unwrap();
    for shifted in ["Also ", "One more line.\n\n"] {
        let (_, difference) = page_of(&text.edited(recalling..recalling, shifted), Some(&first));
        assert_eq!(difference, Difference::Places, "{shifted}");
    }
    let (_, difference) = page_of(&text.edited(0..0, "A/HCR/53/32\n\n"), Some(&first));
    assert_eq!(difference, Difference::Words);
    let at = DRAFT.find("A/HCR/53/27").unwrap();
    let (_, difference) = page_of(&text.edited(at..at + 11, "it"), Some(&first));
    assert_eq!(difference, Difference::Words);
}
