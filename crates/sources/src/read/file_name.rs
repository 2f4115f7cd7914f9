//! The symbol or title that the name of a file spells: `A_80_590.txt`, `A_RES_73_3-EN.pdf`,
//! `convention-on-the-rights-of-the-child.md`.
//!
//! It counts only where the text itself says nothing of what it is, and only where the whole name is a symbol or the
//! official or usual short title of an instrument of the catalogue: `notes on A_80_590.txt` and `paris-agreement.md` are other texts, or
//! may be.

use std::path::Path;
use std::sync::Arc;

use citation::Symbol;

use crate::{Catalogue, Sources};

/// Shorter titles are what people call their notes.
const FEWEST_WORDS: usize = 4;

/// What the names of downloaded files have behind the symbol.
const LANGUAGES: [&str; 12] = [
    "A", "AR", "C", "ZH", "E", "EN", "F", "FR", "R", "RU", "S", "ES",
];

/// What programs that convert files put before the symbol.
const FORMATS: [&str; 6] = ["DOC_", "DOCX_", "HTML_", "PDF_", "TXT_", "WORD_"];

/// The symbol that the name of the file at `path` is.
pub(super) fn symbol(path: &Path) -> Option<Symbol> {
    let name = path.file_stem()?.to_str()?;
    let name = FORMATS
        .iter()
        .find_map(|format| name.strip_prefix(format))
        .unwrap_or(name);
    let name = match name.rsplit_once('-') {
        Some((symbol, language)) if LANGUAGES.contains(&language) => symbol,
        _ => name,
    };
    let written = name.replace('_', "/");
    let bare = |text: &str| text.replace(' ', "");
    // "A_80_590_draft" is a name that somebody has given to another text.
    Symbol::parse(&written)
        .filter(|symbol| written.contains('/') && bare(symbol.canonical()) == bare(&written))
}

/// The title of the instrument that the name of the file at `path` is, capitals and marks aside.
pub(super) fn title(path: &Path) -> Option<Arc<str>> {
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let name = path.file_stem()?.to_str()?;
    let words = name.split(|c: char| !c.is_alphanumeric());
    if words.filter(|word| !word.is_empty()).count() < FEWEST_WORDS {
        return None;
    }
    let wanted = letters(name);
    let lexicon = Catalogue.lexicon();
    let names = lexicon.names();
    let mut meant =
        names.filter(|name| letters(&name.title) == wanted || letters(&name.written) == wanted);
    let title = &meant.next()?.title;
    // A short title that two instruments have is that of neither.
    meant
        .all(|name| name.title == *title)
        .then(|| title.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_the_title_of_an_instrument_says_so() {
        for (name, expected) in [
            (
                "convention-on-the-rights-of-the-child.md",
                "Convention on the Rights of the Child",
            ),
            (
                "International_Covenant_on_Economic_Social_and_Cultural_Rights.pdf",
                "International Covenant on Economic, Social and Cultural Rights",
            ),
            (
                "protocol-against-the-smuggling-of-migrants-by-land-sea-and-air.md",
                "Protocol against the Smuggling of Migrants by Land, Sea and Air, supplementing the United Nations Convention against Transnational Organized Crime",
            ),
        ] {
            assert_eq!(title(Path::new(name)).as_deref(), Some(expected));
        }
        for name in [
            "notes-on-the-convention-on-the-rights-of-the-child.md",
            "convention-on-the-rights-of-the-child-summary.md",
            "paris-agreement.md",
            "convention.md",
            "",
        ] {
            assert_eq!(title(Path::new(name)), None, "{name}");
        }
    }

    #[test]
    fn a_name_that_is_a_symbol_says_so() {
        for (name, expected) in [
            ("A_80_590.txt", "A/80/590"),
            ("DOCX_A_80_590.txt", "A/80/590"),
            ("A_RES_73_3-EN.pdf", "A/RES/73/3"),
            ("A_RES_73_3-F.pdf", "A/RES/73/3"),
            ("A_C.3_67_L.40_Rev.1.docx", "A/C.3/67/L.40/Rev.1"),
            ("S_2019_1014.txt", "S/2019/1014"),
            ("S_RES_1325(2000).txt", "S/RES/1325 (2000)"),
            ("A_80_604_Add.1.docx", "A/80/604/Add.1"),
            ("CMW_C_GC_2.txt", "CMW/C/GC/2"),
        ] {
            let found = symbol(&Path::new("sources").join(name));
            assert_eq!(found.map(|it| it.to_string()).as_deref(), Some(expected));
        }
    }

    #[test]
    fn other_names_say_nothing() {
        for name in [
            "notes.txt",
            "notes on A_80_590.txt",
            "A_80_590 comments.txt",
            "A_80_590_draft.txt",
            "A_80_590_Comments.docx",
            "GC_CEDAW-GR26-migrants.txt",
            "GC_CED_GC1_migration.txt",
            "GC_CMW_GC1_domestic.txt",
            "GC_CRC-CMW-GC23-Migration.txt",
            "Minutes_12_3.txt",
            "Draft_2025_1.docx",
            "Annex_1.pdf",
            "2025_11_26.txt",
            "IMG_2034.pdf",
            "Budget_2025.docx",
            "A_B.txt",
            "N2512345.pdf",
            "",
        ] {
            assert_eq!(symbol(Path::new(name)), None, "{name}");
        }
    }
}
