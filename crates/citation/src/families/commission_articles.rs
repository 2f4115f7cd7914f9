//! The articles of the International Law Commission where they go by their noun: "article 33 of the articles", behind
//! "articles on responsibility of States for internationally wrongful acts".
//!
//! In small letters the noun is any treaty's; only the place beside it says that a text of this name is meant.

use std::ops::Range;

use super::Family;
use crate::scan::{cursor, pinpoints};
use crate::{Back, Citation, Form, Kind};

/// Articles by their noun.
pub(super) struct CommissionArticles;

impl Family for CommissionArticles {
    fn anchors(&self) -> &'static [&'static str] {
        &["rticles"]
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let Some(head) = text[..anchor.start].strip_suffix('a') else {
            return;
        };
        let head = head.trim_end();
        let head = head.strip_suffix("draft").map_or(head, str::trim_end);
        let Some(article) = head.strip_suffix("the").map(str::len) else {
            return;
        };
        let next = cursor::skip_space(text, anchor.end);
        let goes_on = cursor::any_word(text, next, &["of", "on", "relating", "concerning"]);
        let is_listed = text[next..].starts_with(|c: char| c.is_ascii_digit());
        if goes_on.is_some() || is_listed {
            return;
        }
        let place = pinpoints::before(text, article);
        found.extend(place.map(|place| Citation {
            token: anchor.start - 1..anchor.end,
            phrase: place.span.start..anchor.end,
            kind: Kind::Back,
            form: Form::Back(Back::Called("Articles")),
            pinpoint: Some(place),
            date: None,
        }));
    }
}

#[cfg(test)]
mod tests {
    use crate::families::test::read;

    #[test]
    fn the_noun_stands_for_articles_beside_a_place_in_them() {
        for (text, wanted) in [
            ("Article 33 of the articles was cited", "[art. 33]"),
            (
                "articles 4 and 8 of the draft\narticles.",
                "[arts. 4 and 8]",
            ),
        ] {
            assert_eq!(
                read(text),
                [format!("articles = Called(\"Articles\") {wanted}")],
                "{text}"
            );
        }
        for text in [
            "some of the articles say so",
            "article 5 of the articles of association",
            "article 33 of the articles on responsibility of States",
            "paragraph 2 of the articles 5 and 6",
        ] {
            let found = read(text);
            assert!(
                !found.iter().any(|one| one.contains("Called")),
                "{text}: {found:?}"
            );
        }
    }
}
