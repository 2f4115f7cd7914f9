//! A place behind a document and its corrigendum: "(A/70/12 and A/70/12/Corr.1), chap. II".

use crate::{Citation, Form, SuffixKind, Symbol};

/// Gives a document the place behind its corrigendum, which has only lines to correct. `found` is in order of tokens.
pub(in crate::scan) fn give_past_corrigendum(text: &str, found: &mut [Citation]) {
    for index in 1..found.len() {
        let [document, corrigendum] = &mut found[index - 1..=index] else {
            return;
        };
        let is_behind = |place: &crate::Pinpoint| place.span.start >= corrigendum.token.end;
        if document.pinpoint.is_some() || !corrigendum.pinpoint.as_ref().is_some_and(is_behind) {
            continue;
        }
        let (Some(one), Some(other)) = (symbol(document), symbol(corrigendum)) else {
            continue;
        };
        let last = other.suffixes().last();
        let corrects = last.is_some_and(|last| last.kind == SuffixKind::Corrigendum)
            && other.adds_to().as_ref() == Some(one);
        let between = text.get(document.token.end..corrigendum.token.start);
        if corrects && between.is_some_and(|words| words.trim() == "and") {
            document.pinpoint = corrigendum.pinpoint.take();
            corrigendum.phrase.end = corrigendum.token.end;
        }
    }
}

fn symbol(one: &Citation) -> Option<&Symbol> {
    match &one.form {
        Form::Whole(referent) => referent.symbol(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::scan::articles::tests::places;

    #[test]
    fn a_place_behind_a_corrigendum_is_the_documents() {
        assert_eq!(
            places("the report (A/70/12 and A/70/12/Corr.1), chap. II, sect. B"),
            ["A/70/12 [chap. II, sect. B]", "A/70/12/Corr.1 []"]
        );
        assert_eq!(
            places("A/70/12 and A/70/13/Corr.1, para. 4"),
            ["A/70/12 []", "A/70/13/Corr.1 [para. 4]"]
        );
    }
}
