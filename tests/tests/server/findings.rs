//! When findings come and go.

use std::fs;

use serde_json::json;
use tests::{Start, insert, span};
use workspace::Location;

use crate::{DRAFT, SWAPPED};

#[tokio::test(start_paused = true)]
async fn nothing_is_flagged_inside_the_token_that_is_being_typed() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, "Recalling A/HCR/53/2").await;
    client.findings(DRAFT, 1).await;
    client.change(DRAFT, 2, &[insert(0, 20, "6")]).await;
    assert!(client.findings(DRAFT, 2).await.is_empty());
    client.change(DRAFT, 3, &[insert(0, 21, " ")]).await;
    assert_eq!(client.codes(DRAFT, 3).await, ["C001"]);
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn what_is_being_typed_is_flagged_once_typing_rests() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, "Recalling A/HCR/53/2").await;
    client.findings(DRAFT, 1).await;
    client.change(DRAFT, 2, &[insert(0, 20, "6")]).await;
    assert!(client.findings(DRAFT, 2).await.is_empty());
    assert_eq!(client.codes(DRAFT, 2).await, ["C001"]);
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn saving_ends_the_typing() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, "Recalling A/HCR/53/2").await;
    client.findings(DRAFT, 1).await;
    client.change(DRAFT, 2, &[insert(0, 20, "6")]).await;
    let saved = json!({ "textDocument": { "uri": DRAFT } });
    client.notify("textDocument/didSave", saved).await;
    let mut codes = client.codes(DRAFT, 2).await;
    if codes.is_empty() {
        codes = client.codes(DRAFT, 2).await;
    }
    assert_eq!(codes, ["C001"]);
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn other_findings_do_not_wait_for_the_typing() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, "A/HCR/53/26 and A/HCR/53/2").await;
    client.findings(DRAFT, 1).await;
    client.change(DRAFT, 2, &[insert(0, 26, "7")]).await;
    let first = client.findings(DRAFT, 2).await;
    assert_eq!(first.len(), 1);
    assert_eq!(first[0]["range"], span((0, 0), (0, 11)));
    assert_eq!(client.codes(DRAFT, 2).await, ["C001", "C001"]);
    client.leave().await;
}

/// A resolution with as many paragraphs as asked for.
fn resolution(paragraphs: usize) -> String {
    let numbered: Vec<String> = (1..=paragraphs)
        .map(|number| {
            format!(
                "{number}. Decides to go on with part {number};

"
            )
        })
        .collect();
    let numbered = numbered.concat();
    format!(
        "A/RES/67/172\n\nResolution adopted by the General Assembly on 20 December 2012\n\n\
         67/172. Protection of migrants\n\nThe General Assembly,\n\n{numbered}"
    )
}

#[tokio::test(start_paused = true)]
async fn findings_follow_an_edit_in_the_sources() {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("sources/A_RES_67_172.txt");
    fs::create_dir(folder.path().join("sources")).unwrap();
    fs::write(&source, resolution(2)).unwrap();
    let uri = Location::of_path(&folder.path().join("draft.md")).to_uri();
    let start = Start {
        watches: true,
        ..Start::in_folder(folder.path())
    };
    let mut client = start.client().await;
    let watched = client.registered["registrations"][0].to_string();
    assert!(watched.contains("**/sources/**") && watched.contains("penholder.toml"));

    let text = "See paragraph 3 of General Assembly resolution 67/172.\n";
    client.open(&uri, text).await;
    let findings = client.findings(&uri, 1).await;
    assert_eq!(findings[0]["code"], "C005");

    fs::write(&source, resolution(3)).unwrap();
    let events = json!({ "changes": [{ "uri": Location::of_path(&source).to_uri(), "type": 2 }] });
    client
        .notify("workspace/didChangeWatchedFiles", events)
        .await;
    assert!(client.findings(&uri, 1).await.is_empty());
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_settings_file_that_cannot_be_read_is_reported_once_and_the_last_good_one_stays() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("penholder.toml");
    fs::write(&settings, "[rules]\noff = [\"C001\"]\n").unwrap();
    let uri = Location::of_path(&folder.path().join("draft.md")).to_uri();
    let changed =
        json!({ "changes": [{ "uri": Location::of_path(&settings).to_uri(), "type": 2 }] });
    let mut client = Start::in_folder(folder.path()).client().await;
    client.open(&uri, SWAPPED).await;
    assert!(client.findings(&uri, 1).await.is_empty());

    fs::write(&settings, "[rules]\noff = [\"C0").unwrap();
    client
        .notify("workspace/didChangeWatchedFiles", changed.clone())
        .await;
    let shown = client.message("window/showMessage").await["params"].clone();
    assert_eq!(shown["type"], 2);
    let message = shown["message"].as_str().unwrap();
    assert!(message.contains("line 2: ") && message.ends_with("stays in force."));
    assert!(client.findings(&uri, 1).await.is_empty());
    client.change(&uri, 2, &[insert(0, 7, "!")]).await;
    assert!(client.findings(&uri, 2).await.is_empty());

    fs::write(&settings, "").unwrap();
    client
        .notify("workspace/didChangeWatchedFiles", changed)
        .await;
    assert_eq!(client.codes(&uri, 2).await, ["C001"]);
    client.leave().await;
}

/// What the file still says right is in force, as on the command line.
#[tokio::test(start_paused = true)]
async fn a_mistake_in_the_settings_leaves_the_others_in_force() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("penholder.toml");
    let uri = Location::of_path(&folder.path().join("draft.md")).to_uri();
    fs::write(
        &settings,
        "unhold = 1\n[rules]\noff = [\"C001\", \"Z999\"]\n",
    )
    .unwrap();
    let mut client = Start::in_folder(folder.path()).client().await;
    client.open(&uri, SWAPPED).await;
    assert!(client.findings(&uri, 1).await.is_empty());
    let shown = client.message("window/showMessage").await["params"].clone();
    let message = shown["message"].as_str().unwrap();
    assert!(message.ends_with(
        "Left out until that is mended: “unhold”; “Z999”. Everything else in the file is in force."
    ));
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn the_editors_settings_count_where_no_file_says_otherwise() {
    let start = Start {
        options: json!({ "rules": { "off": ["C001"] } }),
        ..Start::default()
    };
    let mut client = start.client().await;
    client.open(DRAFT, SWAPPED).await;
    assert!(client.findings(DRAFT, 1).await.is_empty());
    let settings = json!({ "settings": { "penholder": { "rules": { "off": [] } } } });
    client
        .notify("workspace/didChangeConfiguration", settings)
        .await;
    assert_eq!(client.codes(DRAFT, 1).await, ["C001"]);
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn several_folders_have_settings_of_their_own() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::write(
        one.path().join("penholder.toml"),
        "[rules]\noff = [\"C001\"]\n",
    )
    .unwrap();
    let uri = |folder: &tempfile::TempDir| Location::of_path(&folder.path().join("a.md")).to_uri();
    let mut client = Start::in_folder(one.path()).client().await;
    client.open(&uri(&one), SWAPPED).await;
    client.open(&uri(&two), SWAPPED).await;
    assert!(client.findings(&uri(&one), 1).await.is_empty());
    assert_eq!(client.codes(&uri(&two), 1).await, ["C001"]);
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_large_message_that_only_moves_findings_goes_out_now_and_then() {
    let mut client = Start::default().client().await;
    let text = "Recalling A/HCR/53/26 and more.\n\n".repeat(3000);
    client.open(DRAFT, &text).await;
    assert_eq!(client.findings(DRAFT, 1).await.len(), 3000);
    for version in 2..20 {
        client.change(DRAFT, version, &[insert(0, 0, "x ")]).await;
    }
    // Of eighteen changes the last is told, and not many before it.
    let mut told = 0;
    loop {
        let moved = client.published(DRAFT).await;
        told += 1;
        if moved["version"] == 19 {
            assert_eq!(moved["diagnostics"][0]["range"], span((0, 46), (0, 57)));
            break;
        }
    }
    assert!(told < 6, "{told} messages");
    // A finding more goes out at once, and what it moves with it.
    client
        .change(DRAFT, 20, &[insert(2, 0, "Noting A/HCR/53/27, ")])
        .await;
    let more = client.published(DRAFT).await;
    assert_eq!(more["version"], 20);
    assert_eq!(more["diagnostics"].as_array().unwrap().len(), 3001);
    client.leave().await;
}

/// A text so long that its head is looked at first, with a finding there and one at its end.
fn long_text() -> String {
    let filler = "Noting with concern the situation as reported.\n\n".repeat(10_000);
    format!("Recalling A/HCR/53/26.\n\n{filler}Recalling A/HCR/53/27.\n")
}

#[tokio::test(start_paused = true)]
async fn the_head_of_a_long_text_is_told_first() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, &long_text()).await;
    let first = client.findings(DRAFT, 1).await;
    assert_eq!(first.len(), 1);
    assert_eq!(first[0]["range"], span((0, 10), (0, 21)));
    let all = client.findings(DRAFT, 1).await;
    assert_eq!(all.len(), 2);
    assert_eq!(all[0], first[0]);
    // Only a text that was just opened has a head that nothing is known of.
    client.change(DRAFT, 2, &[insert(1, 0, "x")]).await;
    assert_eq!(client.findings(DRAFT, 2).await.len(), 2);
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_head_ends_at_any_blank_line_and_inside_no_letter() {
    let long = long_text();
    let sentence = "Noting with concern the situation as reported.";
    let accented = long
        .replace(sentence, &"é".repeat(sentence.len() / 2))
        .replacen('é', "x", 1);
    assert!(!accented.is_char_boundary(draft::HEAD_REACH));
    for text in [long.replace('\n', "\r\n"), accented] {
        let mut client = Start::default().client().await;
        client.open(DRAFT, &text).await;
        assert_eq!(client.findings(DRAFT, 1).await.len(), 1);
        assert_eq!(client.findings(DRAFT, 1).await.len(), 2);
        client.leave().await;
    }
}

#[tokio::test(start_paused = true)]
async fn what_the_rest_of_a_text_accepts_is_not_told_of_its_head() {
    let mut client = Start::default().client().await;
    let accepting = "<!-- penholder: ignore C001 everywhere because it is printed so -->\n";
    client
        .open(DRAFT, &format!("{}\n{accepting}", long_text()))
        .await;
    assert!(client.findings(DRAFT, 1).await.is_empty());
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_key_comes_before_what_was_found_in_the_head() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, &long_text()).await;
    client.change(DRAFT, 2, &[insert(2, 0, "x")]).await;
    // Whatever is told of the text before, the newer one has the last word.
    loop {
        let told = client.published(DRAFT).await;
        if told["version"] == 2 {
            assert_eq!(told["diagnostics"].as_array().unwrap().len(), 2);
            break;
        }
    }
    client.leave().await;
}
