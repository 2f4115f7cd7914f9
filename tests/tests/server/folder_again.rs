//! Drafts that nobody has open, looked at again: when they or something beside them has changed.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use citation::Date;
use serde_json::json;
use tests::Start;

use crate::SWAPPED;
use crate::folder::{check, event, folder, pulled, uri};

/// A day that is told at once unless it is held back, and how often it was asked for.
#[derive(Clone, Default)]
struct Day {
    is_held: Arc<AtomicBool>,
    asked: Arc<AtomicUsize>,
}

impl Day {
    fn tell(&self) -> Date {
        self.asked.fetch_add(1, Ordering::SeqCst);
        while self.is_held.load(Ordering::SeqCst) {
            std::thread::yield_now();
        }
        Date::new(2026, 11, 24).unwrap()
    }

    fn hold(&self, is_held: bool) {
        self.asked.store(0, Ordering::SeqCst);
        self.is_held.store(is_held, Ordering::SeqCst);
    }

    /// Waits until a check has come as far as to ask for it.
    async fn is_asked_for(&self) {
        while self.asked.load(Ordering::SeqCst) == 0 {
            tokio::task::yield_now().await;
            std::thread::yield_now();
        }
    }
}

#[tokio::test(start_paused = true)]
async fn drafts_that_are_gone_or_no_longer_readable_lose_their_findings_at_the_next_check() {
    let folder = folder(&[("a.md", SWAPPED), ("b.md", SWAPPED), ("c.md", SWAPPED)]);
    let mut client = Start::in_folder(folder.path()).client().await;
    let [a, b, c] = ["a.md", "b.md", "c.md"].map(|name| uri(&folder, name));
    check(&mut client).await;
    for uri in [&a, &b, &c] {
        client.published(uri).await;
    }
    fs::remove_file(folder.path().join("b.md")).unwrap();
    fs::write(folder.path().join("c.md"), "%PDF-1.7").unwrap();
    check(&mut client).await;
    for uri in [&b, &c] {
        assert_eq!(client.published(uri).await["diagnostics"], json!([]));
    }
    client.message("window/showMessage").await;
    client.published(&a).await;
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn what_is_taken_away_stays_away_though_it_was_being_checked_again() {
    let folder = folder(&[("a.md", SWAPPED), ("deep/none.txt", "")]);
    let day = Day::default();
    let today = day.clone();
    let start = Start::in_folder(folder.path());
    let mut client = start.client_on(move || today.tell()).await;
    let a = uri(&folder, "a.md");
    check(&mut client).await;
    client.published(&a).await;
    day.hold(true);
    event(&mut client, &a, 2).await;
    day.is_asked_for().await;
    let clear = json!({ "command": "penholder.clearFolder" });
    client.request("workspace/executeCommand", clear).await;
    assert_eq!(client.published(&a).await["diagnostics"], json!([]));
    day.hold(false);
    // One draft is checked after the other, and nothing is said of the first.
    let deep = json!({
        "command": "penholder.checkFolder",
        "arguments": [{ "uri": uri(&folder, "deep") }],
    });
    client.request("workspace/executeCommand", deep).await;
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn many_changes_at_once_are_looked_at_together() {
    let folder = folder(&[("a.md", SWAPPED), ("b.md", "Nothing.\n")]);
    let day = Day::default();
    let today = day.clone();
    let start = Start::in_folder(folder.path());
    let mut client = start.client_on(move || today.tell()).await;
    let (a, b) = (uri(&folder, "a.md"), uri(&folder, "b.md"));
    check(&mut client).await;
    client.published(&a).await;
    day.hold(true);
    for _ in 0..50 {
        event(&mut client, &uri(&folder, "penholder.toml"), 1).await;
    }
    fs::write(folder.path().join("b.md"), SWAPPED).unwrap();
    event(&mut client, &b, 2).await;
    day.is_asked_for().await;
    day.is_held.store(false, Ordering::SeqCst);
    while client.published(&b).await["diagnostics"] == json!([]) {}
    let asked = day.asked.load(Ordering::SeqCst);
    assert!(asked < 10, "{asked}");
    client.vanish().await;
}

/// What was found before the settings changed is not taken for what is found after that.
#[tokio::test(start_paused = true)]
async fn settings_that_change_while_a_draft_is_pulled_count_the_next_time() {
    let folder = folder(&[("a.md", SWAPPED)]);
    let day = Day::default();
    let today = day.clone();
    day.hold(true);
    let start = Start::pulling().at(folder.path());
    let mut client = start.client_on(move || today.tell()).await;
    let params = json!({ "previousResultIds": [] });
    let asked = client.ask("workspace/diagnostic", params).await;
    day.is_asked_for().await;
    let settings = folder.path().join("penholder.toml");
    fs::write(settings, "[rules]\noff = [\"C001\"]\n").unwrap();
    event(&mut client, &uri(&folder, "penholder.toml"), 1).await;
    // Answered when it is read, and so once the change before it has been.
    let nowhere = tests::at("untitled:not-open", 0, 0);
    client.request("textDocument/hover", nowhere).await;
    day.hold(false);
    let first = client.answer(asked).await["result"]["items"][0].clone();
    assert_eq!(first["items"][0]["code"], "C001");
    let known = json!([{ "uri": first["uri"], "value": first["resultId"] }]);
    let again = pulled(&mut client, &known).await;
    assert_eq!(again[0]["items"], json!([]), "{again:?}");
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_draft_that_was_checked_is_checked_again_whenever_it_changes() {
    let folder = folder(&[("a.md", SWAPPED), ("b.md", "Nothing.\n")]);
    let mut client = Start::in_folder(folder.path()).client().await;
    check(&mut client).await;
    let (a, b) = (uri(&folder, "a.md"), uri(&folder, "b.md"));
    client.published(&a).await;
    for (name, text, found) in [
        ("a.md", "Mended.\n", json!([])),
        ("a.md", SWAPPED, json!("C001")),
        ("b.md", SWAPPED, json!("C001")),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
        let uri = uri(&folder, name);
        event(&mut client, &uri, 2).await;
        let shown = client.published(&uri).await["diagnostics"].clone();
        let shown = shown
            .get(0)
            .map_or(json!([]), |first| first["code"].clone());
        assert_eq!(shown, found, "{name}");
    }
    // Some programs save by putting another file in the place of the first.
    fs::remove_file(folder.path().join("b.md")).unwrap();
    event(&mut client, &b, 3).await;
    assert_eq!(client.published(&b).await["diagnostics"], json!([]));
    fs::write(folder.path().join("b.md"), SWAPPED).unwrap();
    event(&mut client, &b, 1).await;
    assert_eq!(client.published(&b).await["diagnostics"][0]["code"], "C001");
    client.leave().await;
}
