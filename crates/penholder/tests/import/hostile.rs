//! Files that are broken, locked, empty of text, too large or made to do harm: each ends in a sentence a
//! drafter can use, within the limits, and costs nothing but itself.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::time::{Duration, Instant};

use corpus::Corpus;
use corpus::import::{ImportError, Limits};
use corpus::update::{Go, Options, add};
use flate2::Compression;
use flate2::write::ZlibEncoder;

use crate::samples::{assemble, child, docx, import, import_within, p, pdf, pdf_of, zipped};

/// The sentence of a failure; every one has advice, and none speaks of signals or panics.
fn sentence(bytes: Vec<u8>, name: &str) -> String {
    let error = import(bytes, name).unwrap_err();
    assert!(!error.advice().is_empty());
    let said = error.to_string();
    assert!(
        !said.contains("signal") && !said.contains("panic"),
        "{said}"
    );
    said
}

fn resolution() -> Vec<u8> {
    pdf(&[vec![
        (60.0, 780.0, 12.0, "A/RES/67/172"),
        (60.0, 740.0, 12.0, "67/172. Protection of migrants"),
        (60.0, 710.0, 10.0, "The General Assembly,"),
        (60.0, 680.0, 10.0, "1. Decides to act."),
    ]])
}

#[test]
fn a_pdf_that_is_cut_off_is_read_as_far_as_it_goes_or_is_damaged() {
    let whole = resolution();
    assert!(import(whole.clone(), "a.pdf").is_ok());
    for tenths in 0..10 {
        let part = whole[..whole.len() * tenths / 10].to_vec();
        if let Err(error) = import(part, "a.pdf") {
            let known = matches!(error, ImportError::Damaged(_) | ImportError::NoDocument);
            assert!(known, "{error}");
        }
    }
}

#[test]
fn a_pdf_with_a_password_says_so() {
    let streams = ["BT ET".to_owned()];
    let lock = format!(
        "/ID [<{0}> <{0}>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{1}> /U <{1}> >>",
        "ab".repeat(16),
        "cd".repeat(32)
    );
    assert_eq!(
        sentence(pdf_of(&streams, &lock), "a.pdf"),
        "it is protected by a password"
    );
}

#[test]
fn a_scanned_pdf_has_no_text_layer() {
    let picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q".to_owned();
    let scanned = pdf_of(&[picture.clone(), picture], "");
    assert_eq!(
        sentence(scanned, "a.pdf"),
        "its pages are scanned pictures without a text layer"
    );
    assert!(sentence(pdf_of(&[String::new()], ""), "a.pdf").contains("text layer"));
}

#[test]
fn five_thousand_pages_are_read_or_given_up_in_time() {
    let pages: Vec<String> = (1..=5000)
        .map(|page| {
            let head = if page == 1 {
                "BT /F1 12 Tf 60 780 Td (A/RES/67/172) Tj ET BT /F1 12 Tf 60 740 Td (67/172. Long) Tj ET BT /F1 12 Tf 60 720 Td (The General Assembly,) Tj ET "
            } else {
                ""
            };
            format!("{head}BT /F1 10 Tf 60 700 Td (Page of many words.) Tj ET")
        })
        .collect();
    let limits = Limits {
        time: Duration::from_secs(8),
        ..Limits::default()
    };
    let start = Instant::now();
    match import_within(pdf_of(&pages, ""), "a.pdf", limits) {
        Ok(read) => assert_eq!(
            read.documents[0].facts.referents[0].to_string(),
            "A/RES/67/172"
        ),
        Err(error) => assert_eq!(
            error.to_string(),
            "it was given up, because reading it takes more than 8 seconds"
        ),
    }
    assert!(start.elapsed() < Duration::from_mins(1));
}

#[test]
fn a_pdf_that_goes_in_circles_or_unfolds_ends() {
    let circle = assemble(
        &[
            "<< /Type /Catalog /Pages 2 0 R >>".into(),
            "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>".into(),
        ],
        "",
    );
    sentence(circle, "a.pdf");
    let deep = assemble(
        &[
            "<< /Type /Catalog /Pages 2 0 R >>".into(),
            format!("{}{}", "[".repeat(200_000), "]".repeat(200_000)),
        ],
        "",
    );
    sentence(deep, "a.pdf");
    // A form that draws itself.
    let own = assemble(
        &[
            "<< /Type /Catalog /Pages 2 0 R >>".into(),
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".into(),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>".into(),
            "<< /Length 5 >>\nstream\n/X Do\nendstream".into(),
            "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Length 11 >>\nstream\n/X Do /X Do\nendstream".into(),
        ],
        "",
    );
    let limits = Limits {
        time: Duration::from_secs(5),
        ..Limits::default()
    };
    let error = import_within(own, "a.pdf", limits).unwrap_err();
    assert!(
        matches!(
            error,
            ImportError::NoTextLayer | ImportError::BeyondLimit(_)
        ),
        "{error}"
    );
}

#[test]
fn a_stream_that_unfolds_beyond_the_memory_is_given_up() {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    let piece = vec![b' '; 1 << 20];
    for _ in 0..300 {
        packed.write_all(&piece).unwrap();
    }
    let packed = packed.finish().unwrap();
    let mut content = String::with_capacity(packed.len() * 2);
    for byte in packed {
        write!(content, "{byte:02x}").unwrap();
    }
    let bomb = assemble(
        &[
            "<< /Type /Catalog /Pages 2 0 R >>".into(),
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".into(),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>".into(),
            format!(
                "<< /Filter [/ASCIIHexDecode /FlateDecode] /Length {} >>\nstream\n{content}\nendstream",
                content.len()
            ),
        ],
        "",
    );
    let error = import(bomb, "a.pdf").unwrap_err();
    assert!(
        matches!(
            error,
            ImportError::BeyondLimit(_) | ImportError::NoTextLayer
        ),
        "{error}"
    );
}

#[test]
fn word_files_that_are_no_documents_say_what_they_are() {
    let wide = |name: &str| -> Vec<u8> { name.bytes().flat_map(|byte| [byte, 0]).collect() };
    let compound = |name: &str| {
        let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        bytes.extend(vec![0; 600]);
        bytes.extend(wide(name));
        bytes
    };
    assert_eq!(
        sentence(compound("EncryptedPackage"), "a.docx"),
        "it is protected by a password"
    );
    assert!(sentence(compound("WordDocument"), "a.doc").contains("Word before 2007"));
    let whole = docx(&p("", "1. Decides."));
    for tenths in [1, 5, 9] {
        let part = whole[..whole.len() * tenths / 10].to_vec();
        assert!(sentence(part, "a.docx").contains("damaged"));
    }
    assert!(sentence(b"no archive".to_vec(), "a.docx").contains("damaged"));
    assert!(sentence(zipped(&[("word/other.xml", b"<a/>")]), "a.docx").contains("damaged"));
}

#[test]
fn archives_and_entities_that_unfold_are_given_up() {
    let large = vec![b' '; 97 << 20];
    assert!(
        sentence(zipped(&[("word/document.xml", &large)]), "a.docx").contains("more than 96 MB")
    );
    let entities =
        "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>";
    let bomb = format!("{entities}<w:document xmlns:w='w'><w:body>&b;</w:body></w:document>");
    assert!(
        sentence(zipped(&[("word/document.xml", bomb.as_bytes())]), "a.docx").contains("entities")
    );
    let law = format!("{entities}<akomaNtoso><act>&b;</act></akomaNtoso>");
    assert!(sentence(law.into_bytes(), "a.xml").contains("entities"));
    let library =
        format!("{entities}<collection xmlns='http://www.loc.gov/MARC21/slim'>&b;</collection>");
    assert!(sentence(library.into_bytes(), "a.xml").contains("entities"));
}

#[test]
fn what_is_nested_without_end_is_given_up() {
    let nested =
        |open: &str, close: &str| format!("{}{}", open.repeat(50_000), close.repeat(50_000));
    let word = format!(
        "<w:document xmlns:w='w'>{}</w:document>",
        nested("<w:p>", "</w:p>")
    );
    assert!(sentence(zipped(&[("word/document.xml", word.as_bytes())]), "a.docx").contains("deep"));
    let law = format!("<akomaNtoso>{}</akomaNtoso>", nested("<p>", "</p>"));
    assert!(sentence(law.into_bytes(), "a.xml").contains("deep"));
    let page = format!("<html><body>{}</body></html>", nested("<div>", "</div>"));
    assert!(sentence(page.into_bytes(), "a.html").contains("deep"));
}

#[test]
fn a_wrong_ending_does_not_matter_and_bad_files_cost_only_themselves() {
    let folder = tempfile::tempdir().unwrap();
    let files = folder.path().join("files");
    fs::create_dir(&files).unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(files.join(name), bytes).unwrap();
    write("pdf.docx", &resolution());
    write(
        "page.txt",
        b"<!doctype html><body><p>A/RES/66/172</p><h1>Rooms</h1><p>1. Decides.</p></body>",
    );
    write(
        "text.pdf",
        b"A/RES/65/212\n\n65/212. Rooms\nThe General Assembly,\n1. Decides.\n",
    );
    write("cut.pdf", &resolution()[..90]);
    write(
        "good.md",
        b"---\nsymbol: A/RES/68/179\ntitle: Rooms\n---\n1. Decides.\n",
    );
    let mut long = b"A/RES/69/167\n\n69/167. Rooms\nThe General Assembly,\n1. ".to_vec();
    long.extend(b"Decides that 1,000 rooms be open;2 ".repeat(6_000));
    write("long.txt", &long);
    let line = fs::File::create(files.join("line.txt")).unwrap();
    line.set_len(200 << 20).unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&files, files.join("circle")).unwrap();
        std::os::unix::fs::symlink(files.join("nothing"), files.join("dangling.pdf")).unwrap();
    }
    let options = Options {
        jobs: 2,
        child: Some(child()),
        command: "test".to_owned(),
        ..Options::default()
    };
    let root = folder.path().join("corpus");
    let report = add(&root, &[files], &options, &mut |_| Go::On).unwrap();
    let failed: Vec<String> = report
        .failed
        .iter()
        .map(|(path, why)| {
            let name = path.rsplit('/').next().unwrap_or(path);
            format!("{name}: {}", why.reason)
        })
        .collect();
    for (name, part) in [
        ("text.pdf", "damaged"),
        ("cut.pdf", "damaged"),
        ("line.txt", "larger than 32 MB"),
    ] {
        let found = failed.iter().find(|line| line.starts_with(name));
        assert!(found.is_some_and(|line| line.contains(part)), "{failed:#?}");
    }
    let corpus = Corpus::open(&root, "your corpus").unwrap();
    for symbol in [
        "A/RES/67/172",
        "A/RES/66/172",
        "A/RES/68/179",
        "A/RES/69/167",
    ] {
        let symbol = citation::Referent::Symbol(citation::Symbol::parse(symbol).unwrap());
        let found = sources::Sources::resolve(&corpus, &symbol).value;
        assert!(found.is_some(), "{symbol}: {failed:#?}");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_opened_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let closed = folder.path().join("files/closed");
    fs::create_dir_all(&closed).unwrap();
    fs::write(closed.join("a.md"), "---\nsymbol: A/70/1\ntitle: T\n---\n").unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read_dir(&closed).is_ok() {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: this user may open every folder"
        );
        return;
    }
    let root = folder.path().join("corpus");
    let files = folder.path().join("files");
    let report = add(&root, &[files], &Options::default(), &mut |_| Go::On).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
    assert!(
        report
            .failed
            .iter()
            .any(|(path, _)| path.ends_with("closed"))
    );
}
