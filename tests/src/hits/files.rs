//! Originals as drafts: Word files as `penholder check` reads them, and PDF through the product's own import,
//! written as Markdown. Resolutions of the Telecommunication Union, which are at hand as XML, have the style of
//! their own house and prove nothing here.

use std::path::{Path, PathBuf};

use corpus::import::{self, Format};
use draft::Dialect;

use super::Edited;
use super::rendition::markdown;

/// The originals of the data folder, in order of their names; those that no reader opens are left out.
pub fn originals(data: &Path) -> Vec<Edited> {
    let entries = std::fs::read_dir(data.join("docs")).into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    paths.iter().filter_map(|path| original(path)).collect()
}

fn original(path: &Path) -> Option<Edited> {
    let bytes = std::fs::read(path).ok()?;
    let name = path.file_name()?.to_str()?.to_owned();
    let format = Format::of(&bytes, path)?;
    let text = if format == Format::Docx {
        import::draft_text(&bytes, format).ok()?
    } else {
        let read = import::read(bytes, format, path).ok()?;
        let texts = read.documents.iter().map(|one| markdown(one, ""));
        texts.collect::<Vec<_>>().join("\n\n")
    };
    Some(Edited {
        name,
        text,
        dialect: Dialect::Markdown,
    })
}
