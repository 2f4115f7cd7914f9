//! What copying takes from the paragraphs of a resolution: a page that ends in the midst of one, letters of sub-paragraphs
//! that a word processor had put there.

use super::{Paragraph, Role, without_footnote_marks};

/// Whether a paragraph ends without any mark, as it does where a page of a text that was copied ends in its midst.
pub(super) fn is_broken_off(paragraph: &Paragraph) -> bool {
    paragraph.role == Role::Preambular && paragraph.words.ends_with(char::is_alphanumeric)
}

/// Whether a broken off paragraph ends in a word that no sentence ends with.
pub(super) fn must_go_on(paragraph: &Paragraph) -> bool {
    const JOINING: [&str; 16] = [
        "a", "an", "and", "at", "by", "for", "from", "in", "its", "of", "on", "or", "the", "their",
        "to", "with",
    ];
    let last = paragraph.words.rsplit(' ').next().unwrap_or_default();
    JOINING.contains(&last)
}

/// "1 United Nations, *Treaty Series*, vol. 729": the text of a footnote, which a page of a text that was copied ends with.
pub(super) fn is_typed_note(text: &str) -> bool {
    let figures = text.bytes().take_while(u8::is_ascii_digit).count();
    let words = text[figures..].strip_prefix(' ').unwrap_or_default();
    (1..=3).contains(&figures) && words.starts_with(char::is_uppercase)
}

/// Whether sub-paragraphs may follow `before` that have lost their letters, as those of a text that was copied: behind a
/// numbered paragraph that ends with a colon, or others of its sub-paragraphs of which one has.
pub(super) fn lists_without_labels(before: &[Paragraph]) -> bool {
    let chapeau = before.iter().rposition(|one| one.role != Role::Item);
    let Some((chapeau, items)) = chapeau.and_then(|at| before[at..].split_first()) else {
        return false;
    };
    let lists = chapeau.role == Role::Operative && chapeau.number.is_some();
    let is_bare = |item: &Paragraph| item.verb.start == item.span.start;
    lists && chapeau.words.ends_with(':') && (items.is_empty() || items.iter().any(is_bare))
}

/// Whether a text ends as a sub-paragraph does.
pub(super) fn is_listed(text: &str) -> bool {
    let words = without_footnote_marks(text.trim_end());
    [";", "; and", "; or", ":", "."]
        .iter()
        .any(|end| words.ends_with(end))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use citation::Date;
    use draft::{Dialect, Draft};
    use sources::Catalogue;

    use crate::{Settings, findings};

    /// The codes of what is said of the form of a resolution with these paragraphs.
    fn told(paragraphs: &str) -> Vec<&'static str> {
        let text = format!("The General Assembly,\n\n{paragraphs}");
        let draft = Draft::new(&text, Dialect::Plain, Arc::default());
        let resolved = resolve::resolve(&draft, &Catalogue, Date::new(2026, 6, 1).unwrap());
        let found = findings(&resolved, &Catalogue, &Settings::default());
        let codes = found.iter().map(|one| one.code);
        codes
            .filter(|code| code.starts_with('R') || *code == "X008")
            .collect()
    }

    #[test]
    fn a_page_may_end_in_the_midst_of_a_preambular_paragraph() {
        let rest = "Noting the report,\n\n1. Takes note of the report;\n\n2. Decides to go on.\n";
        for broken in [
            "Mindful of what the States have undertaken in\n\narticle VI of the Treaty, and what they owe,\n\n",
            "Cognizant of the ban on the Development, Production and\n\nStockpiling of Weapons, which is old,\n\n",
            "Welcoming the work of the Group of Experts on Weapons\n\nSystems, which met in May,\n\n",
            "Mindful of what is owed in\n\n1 United Nations, Treaty Series, vol. 729, No. 10485.\n\nthe Treaty,\n\n",
        ] {
            assert_eq!(told(&format!("{broken}{rest}")), [""; 0], "{broken}");
        }
        let ends_wrongly = "Mindful of what is owed in\n\nthe Treaty;\n\n";
        assert_eq!(told(&format!("{ends_wrongly}{rest}")), ["R001"]);
        let without_mark = "Mindful of what is owed\n\n";
        assert_eq!(told(&format!("{without_mark}{rest}")), ["R001"]);
    }

    #[test]
    fn the_texts_of_notes_are_no_paragraphs() {
        let text = "Noting the report,\n\n1. Takes note of the report;\n\n2. Decides to go on.\n\nNotes\n\n[1] See resolution 70/1.\n";
        assert_eq!(told(text), [""; 0]);
        assert_eq!(told(&text.replace("on.", "on;")), ["R002"]);
    }

    #[test]
    fn marks_of_notes_follow_the_comma() {
        let rest = "1. Takes note of the report;⁵\n\n2. Decides to go on.\n";
        for mark in ["⁶", "¹²", "<sup>6</sup>", "[^6]"] {
            assert_eq!(
                told(&format!("Noting the report,{mark}\n\n{rest}")),
                [""; 0],
                "{mark}"
            );
            assert_eq!(
                told(&format!("Noting the report{mark}\n\n{rest}")),
                ["R001"],
                "{mark}"
            );
        }
    }

    #[test]
    fn sub_paragraphs_may_have_lost_their_letters() {
        let preamble = "Noting the report,\n\n";
        let listed = "1. Reaffirms that the Commission serves the States by:\n\nRequesting it to be their platform;\n\n\
                      Reaffirming what comes first, by:\n\nAssisting the States;\n\n(ii) Inviting others;\n\n\
                      Requesting all to act;\n\n2. Decides to go on.\n";
        assert_eq!(told(&format!("{preamble}{listed}")), [""; 0]);
        let misplaced =
            "1. Reaffirms what it said;\n\nRecalling its report,\n\n2. Decides to go on.\n";
        assert_eq!(told(&format!("{preamble}{misplaced}")), ["R010"]);
    }

    #[test]
    fn the_first_paragraph_may_stand_right_below_the_preamble() {
        let text = "Noting the report of 8 June 2021,\n1. Takes note of the report;\n2. Decides to act on paragraph 1 above.\n";
        assert_eq!(told(text), [""; 0]);
        let text = "Noting the report of 8 June 2021;\n1. Takes note of the report;\n2. Decides to go on.\n";
        assert_eq!(told(text), ["R001"]);
    }

    #[test]
    fn a_title_above_the_next_level_has_no_mark() {
        let text = "Noting the report,\n\n1. Decides on these tasks:\n\n(a) Protection of civilians\n\n(i) To protect them;\n\n\
                    (ii) To warn them;\n\n2. Decides to go on.\n";
        assert_eq!(told(text), [""; 0]);
    }

    #[test]
    fn each_section_has_a_preamble_of_its_own() {
        let section = |title: &str| {
            format!(
                "{title}\n\nRecalling its earlier work,\n\nNoting the report,\n\n1. Takes note of the report;\n\n2. Decides to go on"
            )
        };
        let first = section("I\n\nWork of the Commission");
        let text = format!(
            "{first};\n\n{}.\n",
            section("II\nEstimates for the missions")
        );
        assert_eq!(told(&text), [""; 0]);
        let misplaced = format!("{first};\n\nRecalling more,\n\n3. Decides so.\n");
        assert_eq!(told(&misplaced), ["R010"]);
    }

    #[test]
    fn preambular_paragraphs_may_be_numbered() {
        let operative = "4. Decides to go on;\n\n5. Requests a report.\n";
        let text = format!(
            "1. Welcoming the outcome,\n\n2. Recalling its earlier work,\n\n3. Recognizing the need,\n\n{operative}"
        );
        assert_eq!(told(&text), [""; 0]);
        let without_comma = text.replace("work,", "work");
        assert_eq!(told(&without_comma), [""; 0]);
        let wrong = "Noting the report,\n\n1. Welcoming the outcome;\n\n2. Decides to go on.\n";
        assert_eq!(told(wrong), ["R003"]);
    }
}
