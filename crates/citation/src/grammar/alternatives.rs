//! The notation of the tables for several spellings of one thing: `a|b` and `x{|s}`.

/// The spellings that a cell of a table stands for: alternatives are parted by `|`, and braces hold the
/// endings of what stands before them.
///
/// ```
/// assert_eq!(citation::alternatives("a|x{|s} y"), ["a", "x y", "xs y"]);
/// ```
pub fn alternatives(pattern: &str) -> Vec<String> {
    let mut all = Vec::new();
    for part in outside_braces(pattern) {
        expand("", part, &mut all);
    }
    all
}

/// What `|` parts outside of braces.
fn outside_braces(pattern: &str) -> impl Iterator<Item = &str> {
    let mut is_inside = false;
    pattern.split(move |character| {
        is_inside = match character {
            '{' => true,
            '}' => false,
            _ => is_inside,
        };
        character == '|' && !is_inside
    })
}

/// Adds what `rest` stands for, each behind `before`.
fn expand(before: &str, rest: &str, all: &mut Vec<String>) {
    let braces = rest.split_once('{').and_then(|(head, behind)| {
        let (endings, tail) = behind.split_once('}')?;
        Some((head, endings, tail))
    });
    let Some((head, endings, tail)) = braces else {
        all.push([before, rest].concat());
        return;
    };
    for ending in endings.split('|') {
        let before = [before, head, ending].concat();
        if tail.is_empty() {
            all.push(before);
        } else {
            expand(&before, tail, all);
        }
    }
}
