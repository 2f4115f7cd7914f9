//! Settings with their origin; their schema and their documentation are current.

use std::fs;
use std::path::Path;

use crate::{folder, run, stdout};

#[test]
fn settings_are_shown_with_their_origin_and_their_schema_is_current() {
    let folder = folder();
    let path = folder.path();
    fs::write(path.join("penholder.toml"), "[limits]\nwords = 8500\n").unwrap();
    fs::write(
        path.join("own.md"),
        "---\npenholder.unheld: warning\n---\n\nText.\n",
    )
    .unwrap();
    let shown = stdout(&run(path, &["config", "--show", "own.md"]));
    let line = |key: &str| shown.lines().find(|line| line.starts_with(key)).unwrap();
    assert!(
        line("limits.words").contains("8500") && line("limits.words").contains("penholder.toml")
    );
    assert!(line("unheld").contains("warning") && line("unheld").contains("front matter"));
    assert!(line("links.target").ends_with("(default)"));
    let schema = stdout(&run(path, &["config", "--schema"]));
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/penholder.schema.json");
    if std::env::var_os("PENHOLDER_WRITE_DOCS").is_some() {
        fs::write(&kept, &schema).unwrap();
    }
    assert_eq!(
        fs::read_to_string(kept).unwrap_or_default(),
        schema,
        "run the test with PENHOLDER_WRITE_DOCS=1"
    );
}

#[test]
fn every_setting_is_documented() {
    let text =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/settings.md"))
            .unwrap();
    for key in workspace::KEYS {
        let bare = key.path.strip_prefix("per-path.").unwrap_or(key.path);
        assert!(
            text.contains(&format!("`{bare}`")),
            "{} is not documented",
            key.path
        );
    }
}
