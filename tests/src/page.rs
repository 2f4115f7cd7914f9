//! The pages of figures in `docs/`: each program that measures writes its own section and leaves the
//! others as they are.

use std::path::Path;

/// Prints a section of figures, and puts it into `docs/benchmarks.md` where `words` hold `--write`.
///
/// # Errors
/// When the page can't be read or written.
pub fn show_section(name: &str, section: &str, words: &[&str]) -> std::io::Result<()> {
    print!("{section}");
    if words.contains(&"--write") {
        write_section(name, section)?;
    }
    Ok(())
}

/// Puts `section` into `docs/benchmarks.md`, in the place of what `name` wrote there before; at the end
/// where it has written nothing yet.
///
/// # Errors
/// When the page can't be read or written.
pub fn write_section(name: &str, section: &str) -> std::io::Result<()> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/benchmarks.md");
    let text = std::fs::read_to_string(&page)?;
    std::fs::write(&page, with_section(&text, name, section))
}

/// The page with `section` between the marks of `name`.
fn with_section(page: &str, name: &str, section: &str) -> String {
    let (begins, ends) = (
        format!("<!-- made by {name} -->"),
        format!("<!-- end of {name} -->"),
    );
    let (before, after) = page
        .split_once(&begins)
        .and_then(|(before, rest)| Some((before, rest.split_once(&ends)?.1)))
        .unwrap_or((page, ""));
    let written = format!(
        "{}\n\n{begins}\n\n{}\n\n{ends}\n\n{}",
        before.trim(),
        section.trim(),
        after.trim()
    );
    format!("{}\n", written.trim())
}

#[cfg(test)]
mod tests {
    use super::with_section;

    #[test]
    fn a_section_takes_the_place_of_its_own_and_of_no_other() {
        let one = with_section("# Benchmarks\n", "one", "## One\n\n1\n");
        let two = with_section(&one, "two", "## Two");
        assert_eq!(
            two,
            "# Benchmarks\n\n<!-- made by one -->\n\n## One\n\n1\n\n<!-- end of one -->\n\n\
             <!-- made by two -->\n\n## Two\n\n<!-- end of two -->\n"
        );
        let again = with_section(&two, "one", "## One\n\n2");
        assert_eq!(again, two.replace("\n1\n", "\n2\n"));
        assert_eq!(with_section(&again, "two", "## Two"), again);
    }
}
