//! Labels of paragraphs in texts under negotiation: "PP4 alt.", "OP2 bis:", `OP4bis`, "OP1 (new)", "2 bis.".

use super::Role;

/// The label of a paragraph, which says what the paragraph is.
pub(super) struct Negotiated {
    /// Where it ends, in bytes.
    pub(super) end: usize,
    pub(super) role: Role,
    /// The number, where the paragraph is not put between two that have one.
    pub(super) number: Option<u32>,
}

impl Negotiated {
    /// The label at the beginning of `text`; `None` where it begins with a plain number or with words.
    pub(super) fn read(text: &str) -> Option<Self> {
        let bare = text.trim_start_matches([' ', '[', '*', '_', '\n']);
        let (kind, rest) = ["PP", "OP"]
            .iter()
            .find_map(|kind| Some((Some(*kind), bare.strip_prefix(kind)?)))
            .unwrap_or((None, bare));
        let rest = rest
            .strip_prefix(' ')
            .filter(|_| kind.is_some())
            .unwrap_or(rest);
        let figures = rest.bytes().take_while(u8::is_ascii_digit).count();
        let number = rest[..figures].parse().ok().filter(|_| figures <= 3)?;
        let mut rest = &rest[figures..];
        let mut is_inserted = false;
        while let Some(behind) = inserted(rest, kind.is_some()) {
            is_inserted = true;
            rest = behind;
        }
        let rest = rest.trim_start_matches(['.', ':', ')', '*', '_', ']']);
        let is_apart = rest.starts_with([' ', '\n', '\t', '\u{a0}']);
        (is_apart && (kind.is_some() || is_inserted)).then(|| Self {
            end: text.len() - rest.len(),
            role: if kind == Some("PP") {
                Role::Preambular
            } else {
                Role::Operative
            },
            number: Some(number).filter(|_| !is_inserted && kind != Some("PP")),
        })
    }
}

/// What stands behind a word that tells an inserted paragraph, " bis", " alt2" or " (new)", at the beginning of `text`.
/// `may_join` says that nothing has to part it from the figure before: `OP4bis`.
fn inserted(text: &str, may_join: bool) -> Option<&str> {
    const WORDS: [&str; 9] = [
        "bis",
        "ter",
        "quat",
        "quater",
        "quinquies",
        "sexies",
        "septies",
        "alt",
        "new",
    ];
    let apart = text.strip_prefix([' ', '.']);
    let rest = apart.or_else(|| may_join.then_some(text))?;
    let open = rest.strip_prefix('(');
    let rest = open.unwrap_or(rest);
    let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (word, behind) = rest.split_at(length);
    let small = word.to_ascii_lowercase();
    // "New York" opens a paragraph.
    let is_name = word == "New" && open.is_none();
    if is_name || !WORDS.contains(&small.as_str()) {
        return None;
    }
    let behind = behind.trim_start_matches(|c: char| c.is_ascii_digit());
    if open.is_some() {
        return behind.strip_prefix(')');
    }
    Some(behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_texts_under_negotiation_say_what_a_paragraph_is() {
        let read = |text: &str| {
            let label = Negotiated::read(text)?;
            Some((
                text[label.end..].trim().to_owned(),
                label.role,
                label.number,
            ))
        };
        let found = |rest: &str, role, number| Some((rest.to_owned(), role, number));
        assert_eq!(
            read("PP4 *Noting* it,"),
            found("*Noting* it,", Role::Preambular, None)
        );
        assert_eq!(
            read("**OP12:** Urges"),
            found("Urges", Role::Operative, Some(12))
        );
        assert_eq!(
            read("[PP4 alt. Noting"),
            found("Noting", Role::Preambular, None)
        );
        assert_eq!(
            read("2 bis. [*Also*"),
            found("[*Also*", Role::Operative, None)
        );
        assert_eq!(
            read("OP 3 bis alt Urges"),
            found("Urges", Role::Operative, None)
        );
        for inserted in [
            "OP4bis Urges",
            "OP6alt Urges",
            "OP1 (new) Urges",
            "OP1 Alt. Urges",
            "OP7 Bis: Urges",
            "OP2quater Urges",
        ] {
            assert_eq!(
                read(inserted),
                found("Urges", Role::Operative, None),
                "{inserted}"
            );
        }
        assert_eq!(
            read("PP2bis *Noting* it,"),
            found("*Noting* it,", Role::Preambular, None)
        );
        assert_eq!(
            read("OP2 New York is"),
            found("New York is", Role::Operative, Some(2))
        );
        for other in [
            "2. Urges",
            "PPs are",
            "OP4bishops are",
            "2bis Urges",
            "OP-1 Urges",
            "2 bishops",
            "2013 was",
            "Urges",
        ] {
            assert!(read(other).is_none(), "{other}");
        }
    }
}
