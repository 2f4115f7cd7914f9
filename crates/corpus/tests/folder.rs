//! A folder with everything in it that goes wrong: each file costs itself and nothing else.

use std::fs;
use std::path::Path;

use citation::{Referent, Symbol};
use corpus::{Folder, LARGEST_FILE};
use sources::{Paragraphs, SourceKind, Sources};

fn symbol(text: &str) -> Referent {
    Referent::Symbol(Symbol::parse(text).expect("a symbol"))
}

#[test]
fn each_broken_file_costs_itself_and_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    write(
        "good.md",
        b"---\nsymbol: A/RES/67/172\ntitle: Protection of migrants\n---\n1. Calls upon States;\n",
    );
    write(
        "deeper/latin.txt",
        b"A/RES/66/172\n\n66/172. Caf\xE9\nThe General Assembly,\n",
    );
    // Half of a pair of UTF-16 is no character.
    let torn: Vec<u8> = "\u{feff}A/RES/65/1\n\n65/1. T"
        .encode_utf16()
        .chain([0xd800])
        .chain("\nThe General Assembly,\n".encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    write("torn.txt", &torn);
    write("notes.txt", b"Remember to call Geneva.\n");
    write("scan.txt", b"%PDF-1.4 \0\0");
    write("picture.png", b"\0\0");
    write(".hidden.txt", b"nothing");
    write(".ignore", b"*.md\n");
    write(".gitignore", b"deeper/\n");
    let large = fs::File::create(folder.path().join("large.txt")).unwrap();
    large.set_len(LARGEST_FILE + 1).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.path(), folder.path().join("deeper/loop")).unwrap();

    let (documents, problems) = Folder::open(folder.path());
    assert_eq!(documents.list().len(), 3);
    assert!(documents.resolve(&symbol("A/RES/67/172")).value.is_some());
    let said: Vec<String> = problems
        .iter()
        .map(|problem| {
            let name = problem.path.strip_prefix(folder.path()).unwrap();
            format!("{}: {}", name.display(), problem.trouble)
        })
        .collect();
    let expected = [
        "large.txt: the file is larger than 32 MB",
        "notes.txt: this file is not used, because no document symbol or title was found at its top",
        "scan.txt: the file is not a text file",
        "torn.txt: some characters are not UTF-8 and were replaced",
    ];
    for line in expected {
        assert!(said.iter().any(|said| said == line), "{line} in {said:#?}");
    }
    assert!(
        problems
            .iter()
            .all(|problem| !problem.trouble.advice().is_empty())
    );
    assert!(said.len() <= expected.len() + 1, "{said:#?}");
}

#[test]
fn a_folder_that_is_not_there_is_reported() {
    let (documents, problems) = Folder::open(Path::new("no/such/folder"));
    assert!(documents.list().is_empty());
    assert_eq!(problems.len(), 1);
}

#[test]
fn a_folder_says_what_its_texts_have_taken_the_place_of() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write(
        "bulletin.md",
        "ST/SGB/2019/3\n\n# A bulletin\n\n1. The present bulletin supersedes\nbulletin ST/SGB/2005/21.\n",
    );
    write(
        "reissued.txt",
        "A/RES/78/901\n\n* Reissued for technical reasons on 15 January 2024.\n\n78/901. Fish\n\nThe General Assembly,\n",
    );
    write(
        "other.md",
        "ST/SGB/2020/1\n\n# Another\n\n1. The rules replace nothing; ST/SGB/2005/22 stands.\n",
    );
    let (documents, problems) = Folder::open(folder.path());
    assert!(problems.is_empty(), "{problems:?}");
    let replaced = |wanted: &str| {
        let Referent::Symbol(symbol) = symbol(wanted) else {
            panic!("{wanted} is a symbol");
        };
        let answer = documents.replaced(&symbol);
        assert!(answer.complete);
        let said = answer.value.into_iter();
        said.map(|one| format!("{} {}", one.does.word(), one.by))
            .collect::<Vec<_>>()
    };
    assert_eq!(replaced("ST/SGB/2005/21"), ["supersedes ST/SGB/2019/3"]);
    assert_eq!(replaced("A/RES/78/901"), ["reissues A/RES/78/901"]);
    assert!(replaced("ST/SGB/2005/22").is_empty());
}

#[test]
fn the_sample_sources_are_read() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/sources");
    let (documents, problems) = Folder::open(&samples);
    assert!(problems.is_empty(), "{problems:?}");
    let resolution = documents.resolve(&symbol("A/RES/67/172")).value.unwrap();
    assert_eq!(&*resolution.title, "Protection of migrants");
    assert_eq!(resolution.date.unwrap().to_string(), "2012-12-20");
    let report = documents.resolve(&symbol("A/68/292")).value.unwrap();
    assert_eq!(report.kind, SourceKind::Document);
    assert!(matches!(&report.paragraphs, Paragraphs::Numbered(numbered) if numbered.len() >= 10));
    let comment = documents.resolve(&symbol("CMW/C/GC/2")).value.unwrap();
    assert_eq!(comment.kind, SourceKind::GeneralComment);
    assert_eq!(comment.paragraphs, Paragraphs::Unnumbered);
}
