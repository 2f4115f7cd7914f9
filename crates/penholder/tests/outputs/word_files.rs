//! Word files: read with tracked changes accepted, named by paragraph, never written.

use std::fs;
use std::io::{Cursor, Write};

use serde_json::Value;
use zip::write::SimpleFileOptions;

use crate::{run, stderr, stdout};

/// A Word file with these paragraphs, each the XML of its runs.
fn word(paragraphs: &[&str], notes: &str) -> Vec<u8> {
    const NAMES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let body = paragraphs.join("</w:p><w:p>");
    let mut file = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, text: &str| {
        file.start_file(name, SimpleFileOptions::default()).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    };
    put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
    );
    put(
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
    );
    put(
        "word/document.xml",
        &format!("<w:document {NAMES}><w:body><w:p>{body}</w:p></w:body></w:document>"),
    );
    put(
        "word/footnotes.xml",
        &format!("<w:footnotes {NAMES}>{notes}</w:footnotes>"),
    );
    file.finish().unwrap().into_inner()
}

fn words(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

/// A Word draft of plain paragraphs.
pub(crate) fn plain_word_draft(paragraphs: &[&str]) -> Vec<u8> {
    let runs: Vec<String> = paragraphs.iter().map(|text| words(text)).collect();
    word(&runs.iter().map(String::as_str).collect::<Vec<_>>(), "")
}

/// A Word draft with a footnote, a tracked insertion and a tracked deletion.
pub(crate) fn word_draft() -> Vec<u8> {
    let tracked = format!(
        "{}<w:ins><w:r><w:t>A/HCR/20/24</w:t></w:r></w:ins><w:del><w:r><w:delText>A/HCR/9/9</w:delText></w:r></w:del>",
        words("15. The report ")
    );
    let noted = format!(
        "{}<w:r><w:footnoteReference w:id=\"2\"/></w:r>",
        words("16. Boats come home")
    );
    word(
        &[&words("Report on harbours"), &tracked, &noted],
        "<w:footnote w:id=\"2\"><w:p><w:r><w:t>See A/HCR/21/3.</w:t></w:r></w:p></w:footnote>",
    )
}

#[test]
fn a_word_file_is_checked_with_tracked_changes_accepted() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("d.docx"), word_draft()).unwrap();
    let output = run(folder.path(), &["check", "--format", "concise", "d.docx"]);
    let text = stdout(&output);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(
        text.contains(
            "d.docx: paragraph 15, “15. The report A/HCR/20/24”: error: “A/HCR/20/24” is mistyped"
        ),
        "{text}"
    );
    assert!(text.contains("A/HCR/21/3"), "{text}");
    assert!(!text.contains("A/HCR/9/9"));
    let json: Value = serde_json::from_slice(
        &run(folder.path(), &["check", "--format", "json", "d.docx"]).stdout,
    )
    .unwrap();
    assert!(
        json[0]["place"]
            .as_str()
            .unwrap()
            .starts_with("paragraph 15")
    );
    let fixed = run(
        folder.path(),
        &["check", "--fix", "--format", "concise", "d.docx"],
    );
    assert_eq!(
        fs::read(folder.path().join("d.docx")).unwrap(),
        word_draft()
    );
    assert_eq!(stdout(&fixed), text);
    assert!(stderr(&fixed).contains("a Word file is only read"));
    assert_eq!(fixed.status.code(), Some(1));
    let walked = run(folder.path(), &["check", "--format", "concise"]);
    assert_eq!(stdout(&walked), text);
    let sarif: Value =
        serde_json::from_slice(&run(folder.path(), &["check", "--format", "sarif"]).stdout)
            .unwrap();
    let result = &sarif["runs"][0]["results"][0];
    let place = &result["locations"][0];
    assert!(
        place["message"]["text"]
            .as_str()
            .unwrap()
            .starts_with("paragraph 15")
    );
    assert_eq!(place["physicalLocation"]["region"], Value::Null);
    assert_eq!(result["fixes"], Value::Null);
    let github = stdout(&run(folder.path(), &["check", "--format", "github"]));
    assert!(github.starts_with("::error file=d.docx,title="), "{github}");
    let references = stdout(&run(folder.path(), &["references", "d.docx"]));
    assert_eq!(references.lines().count(), 2);
    let report = stdout(&run(
        folder.path(),
        &["report", "d.docx", "--format", "markdown"],
    ));
    assert!(report.contains("paragraph 15, “15. The report"), "{report}");
}

#[test]
fn a_broken_word_file_is_named_and_not_checked() {
    let folder = tempfile::tempdir().unwrap();
    let whole = word_draft();
    let put = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    put("cut.docx", &whole[..whole.len() / 2]);
    put("text.docx", b"This is no Word file.");
    put("empty.docx", b"");
    for name in ["cut.docx", "text.docx", "empty.docx", "gone.docx"] {
        for command in ["check", "references", "report"] {
            let output = run(folder.path(), &[command, name]);
            assert_eq!(output.status.code(), Some(2), "{command} {name}");
            assert!(stderr(&output).contains(name), "{}", stderr(&output));
            assert!(!stderr(&output).contains("panicked"));
        }
        let output = run(folder.path(), &["compare", name, name]);
        assert_eq!(output.status.code(), Some(2), "compare {name}");
    }
}
