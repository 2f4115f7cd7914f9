//! Which charter "the Charter" is: in texts of the United Nations mostly that of the United Nations, which they seldom name
//! in full, whatever other charter they name.

use citation::{Body, Citation, Referent, Unit};

use super::Binder;

/// The noun of the Charter of the United Nations, and of others.
const CHARTER: &str = "Charter";

/// The title of that of the United Nations.
const UNITED_NATIONS: &str = "Charter of the United Nations";

/// Its chapters that all call by their number alone.
const CHAPTERS: [&str; 3] = ["VI", "VII", "VIII"];

impl Binder<'_> {
    /// The Charter of the United Nations, where what stands beside the noun `words` leaves no other: "Chapter VII of the
    /// Charter", and "Article 51 of the Charter" in the words of an organ that has no other, where the block names none.
    pub(super) fn charter_by_place(
        &self,
        words: &str,
        citation: &Citation,
        text: &str,
    ) -> Option<Referent> {
        let forms = &self.short_forms;
        if words != CHARTER || !forms.is_unsaid(words) {
            return None;
        }
        let of_organ = || {
            has_capital_article(citation, text)
                && self.speaks_of_charter(citation.token.start)
                && forms.last_called(CHARTER).is_none()
        };
        let is_meant = is_chapter_of_all(citation) || of_organ();
        let title = is_meant.then(|| forms.lexicon.title_of(UNITED_NATIONS))?;
        title.cloned().map(Referent::Instrument)
    }

    /// Whether the noun `words` may be the charter `meant`, which the draft names and has not defined it for: a capital
    /// "Article" is how the Charter of the United Nations is cited.
    pub(super) fn may_be_charter(
        &self,
        words: &str,
        meant: &Referent,
        citation: &Citation,
        text: &str,
    ) -> bool {
        words != CHARTER
            || !has_capital_article(citation, text)
            || !self.short_forms.is_unsaid(words)
            || meant.to_string() == UNITED_NATIONS
    }

    /// Whether the noun `words` alone, in a draft that names no charter, is that of the United Nations. Others have
    /// charters as well: a place has to stand beside it, what all know it for, or the words of an organ around it.
    pub(super) fn is_charter_of_all(&self, words: &str, citation: &Citation, text: &str) -> bool {
        words != CHARTER
            || citation.pinpoint.is_some()
            || has_principles(&text[..citation.token.start])
            || self.speaks_of_charter(citation.token.start)
    }

    /// Whether a body whose words stand at the byte `at` has no other charter than that of the United Nations.
    fn speaks_of_charter(&self, at: usize) -> bool {
        const ORGANS: [&str; 3] = [
            Body::GENERAL_ASSEMBLY,
            Body::HUMAN_RIGHTS_COUNCIL,
            Body::SECURITY_COUNCIL,
        ];
        let speaks = self.numbers.speaks_at(at);
        speaks.is_some_and(|body| ORGANS.contains(&body.key()))
    }
}

/// Whether a chapter stands beside the citation that all know by its number.
fn is_chapter_of_all(citation: &Citation) -> bool {
    citation.pinpoint.as_ref().is_some_and(|place| {
        let [chapter] = place.steps.as_slice() else {
            return false;
        };
        let mut labels = chapter.labels.iter();
        chapter.unit == Unit::Chapter && labels.any(|(label, _)| CHAPTERS.contains(&&**label))
    })
}

/// Whether "Article" with a capital stands beside the citation.
fn has_capital_article(citation: &Citation, text: &str) -> bool {
    citation.pinpoint.as_ref().is_some_and(|place| {
        let words = text.get(place.span.clone()).unwrap_or_default();
        place.steps[0].unit == Unit::Article && words.starts_with("Art")
    })
}

/// Whether the words `before` "Charter" end with what all know that of the United Nations for: "the purposes and principles of
/// the".
fn has_principles(before: &str) -> bool {
    let mut words = before.split_whitespace().rev();
    words.next() == Some("the")
        && words.next() == Some("of")
        && matches!(words.next(), Some("principles" | "purposes"))
}
