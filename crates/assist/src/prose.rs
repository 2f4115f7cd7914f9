//! Words for Markdown answers: text of a draft or a source that must not be read as markup, lists of lines,
//! counted nouns.

/// `text` as one line of Markdown that shows exactly its words: markup is escaped, line breaks and control
/// characters become spaces.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let one_line = text.split(|c: char| c.is_whitespace() || c.is_control());
    for word in one_line.filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        let mut before = ' ';
        let mut rest = word.chars();
        while let Some(character) = rest.next() {
            if is_markup(before, character, rest.clone().next()) {
                out.push('\\');
            }
            out.push(character);
            before = character;
        }
    }
    without_block_start(out)
}

/// Whether a character could be read as markup where it stands. What cannot stays bare, since not every
/// editor hides the stroke of an escape.
fn is_markup(before: char, character: char, after: Option<char>) -> bool {
    match character {
        '\\' | '`' | '*' | '[' | '<' => true,
        '_' => !before.is_alphanumeric() || !after.is_some_and(char::is_alphanumeric),
        '~' => before == '~' || after == Some('~'),
        '&' => after.is_some_and(|next| next.is_ascii_alphabetic() || next == '#'),
        _ => false,
    }
}

/// Escapes what would begin a heading, a quotation, a list item or a rule at the start of a line.
fn without_block_start(line: String) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if line.starts_with(['#', '+', '-', '=', '>']) {
        return format!("\\{line}");
    }
    if digits > 0 && line[digits..].starts_with(['.', ')']) {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    line
}

/// "4, 12 and 30".
pub(crate) fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// "once", "twice", "3 times".
pub(crate) fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        more => format!("{more} times"),
    }
}

/// At most `most` characters of `text`, cut between words and closed with an ellipsis.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let cut = text[..end].rfind(' ').unwrap_or(end);
    format!("{} …", text[..cut].trim_end_matches([' ', ',', ';', ':']))
}

/// Whether `text` begins with `start`, capitals and small letters being the same.
pub(crate) fn begins(text: &str, start: &str) -> bool {
    // Most do not by their first letters, and thousands of names are asked.
    if let ([first, ..], [wanted, ..]) = (text.as_bytes(), start.as_bytes())
        && first.is_ascii()
        && wanted.is_ascii()
        && !first.eq_ignore_ascii_case(wanted)
    {
        return false;
    }
    let mut rest = text.chars().flat_map(char::to_lowercase);
    start
        .chars()
        .flat_map(char::to_lowercase)
        .all(|expected| rest.next() == Some(expected))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inserted_text_shows_its_own_words() {
        assert_eq!(escaped("a *b* [c](d) <e>"), r"a \*b\* \[c](d) \<e>");
        assert_eq!(escaped("A_RES_67.txt _x_ ~~"), r"A_RES_67.txt \_x\_ \~\~");
        assert_eq!(escaped("R&D &amp; A&1"), r"R\&D \&amp; A&1");
        assert_eq!(escaped("1. First\n# Second"), r"1\. First # Second");
        assert_eq!(escaped("- item"), r"\- item");
        assert_eq!(escaped("2012 was"), "2012 was");
    }

    #[test]
    fn lists_and_counts_read_as_prose() {
        let lines = ["4", "12", "30"].map(str::to_owned);
        assert_eq!(listed(&lines), "4, 12 and 30");
        assert_eq!(listed(&lines[..1]), "4");
        assert_eq!(times(2), "twice");
        assert_eq!(
            shortened("Requests the Secretary-General", 12),
            "Requests …"
        );
        assert!(begins("Convention on", "CONV"));
        assert!(!begins("Co", "Con"));
    }
}
