//! That a document has no such paragraph, and how that is said.
//!
//! Findings, hovers, reports and the command line say it in the same words: what there is, and what there is not.

use crate::label::Label;

/// A paragraph or article that a document does not have: it has `last` as its last number, or, for a lettered
/// sub-paragraph, `last` as the last one of that paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absent {
    /// The label asked for that is not there: `16`, `3 (f)`, `annex I 13`.
    pub label: Box<str>,
    /// The last label there is on that level: `15`, `3 (e)`; `None` where there is no such level. Where `label`
    /// names no annex or section and all numbers stand in such, the highest of them: `section XV 28`.
    pub last: Option<Box<str>>,
    /// What is counted: "operative paragraphs", "paragraphs", "articles", "objectives".
    pub counted: &'static str,
    /// How many there are on that level.
    pub count: usize,
}

impl Absent {
    /// "Resolution 67/172 has 15 operative paragraphs; there is no paragraph 16." of a document called `name`.
    pub fn sentence(&self, name: &str) -> String {
        let holds = self.holds(name);
        let mut characters = holds.chars();
        let holds: String = characters.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(characters).collect()
        });
        if self.last.is_none() || self.parent().is_some() {
            return format!("{holds}.");
        }
        let (_, label) = in_place(&self.label);
        format!("{holds}; there is no {} {label}.", self.unit())
    }

    /// "resolution 67/172 has 15 operative paragraphs", "paragraph 3 of annex I of resolution 67/172 ends with (e)".
    pub fn holds(&self, name: &str) -> String {
        let unit = self.unit();
        let name = &closed(name);
        let (place, label) = in_place(&self.label);
        let place_of_last = self.last.as_deref().map_or("", |last| in_place(last).0);
        if place.is_empty() && !place_of_last.is_empty() {
            let part = place_of_last.split(' ').next().unwrap_or("part");
            let last = self.last_number();
            return format!("no {part} of {name} goes beyond {unit} {last}");
        }
        let name = match place {
            "" => name.to_owned(),
            "annex" => format!("the annex of {name}"),
            place => format!("{place} of {name}"),
        };
        if let Some((parent, _)) = split_last_level(label) {
            let last = self.last.as_deref().and_then(split_last_level);
            return match last {
                Some((_, last)) => format!("{unit} {parent} of {name} ends with {last}"),
                None => format!("{unit} {parent} of {name} has no sub-paragraphs"),
            };
        }
        let counted = self.counted;
        let count = self.count;
        match self.last_number() {
            "" => format!("{name} has no {counted}"),
            last if last.parse() != Ok(count) => format!("{name} ends with {unit} {last}"),
            _ if count == 1 => format!("{name} has one {}", counted.trim_end_matches('s')),
            _ if is_plural(&name) => format!("{name} have {count} {counted}"),
            _ => format!("{name} has {count} {counted}"),
        }
    }

    /// "paragraph 16", "paragraph 13 of annex I".
    pub fn missing(&self) -> String {
        let unit = self.unit();
        match in_place(&self.label) {
            ("", label) => format!("{unit} {label}"),
            ("annex", label) => format!("{unit} {label} of the annex"),
            (place, label) => format!("{unit} {label} of {place}"),
        }
    }

    /// "paragraph", "article", "objective".
    pub fn unit(&self) -> &'static str {
        let counted = self.counted.rsplit(' ').next().unwrap_or(self.counted);
        counted.trim_end_matches('s')
    }

    /// The number asked for without annex or section: `16`, `3 (f)`.
    pub fn number(&self) -> &str {
        in_place(&self.label).1
    }

    /// The last number without annex or section, or nothing.
    pub fn last_number(&self) -> &str {
        self.last.as_deref().map_or("", |last| in_place(last).1)
    }

    /// The paragraph in which a sub-paragraph is missing.
    fn parent(&self) -> Option<&str> {
        split_last_level(self.number()).map(|(parent, _)| parent)
    }
}

/// `name` with the comma that closes what a title goes on with: "the Protocol …, supplementing the … Convention against
/// Transnational Organized Crime, has 25 articles".
fn closed(name: &str) -> String {
    const GOING_ON: [&str; 2] = [", supplementing ", ", aiming "];
    let goes_on = GOING_ON.iter().any(|words| name.contains(words));
    let comma = if goes_on { "," } else { "" };
    format!("{name}{comma}")
}

/// Whether what `name` calls is several: "the Guiding Principles on Business and Human Rights", not "the Body of
/// Principles".
fn is_plural(name: &str) -> bool {
    const BEHIND_NOUN: [&str; 4] = [" on ", " for ", " of ", " ("];
    let ends = BEHIND_NOUN.iter().filter_map(|word| name.find(word));
    let noun = &name[..ends.min().unwrap_or(name.len())];
    ["Principles", "Rules", "Guidelines"]
        .iter()
        .any(|plural| noun.ends_with(plural))
}

/// `annex I 3 (f)` is `annex I` and `3 (f)`; a label without a place has an empty one.
fn in_place(label: &str) -> (&str, &str) {
    let (place, number) = label.split_at(Label::parse(label).place.len());
    (place, number.trim_start())
}

/// `3 (f)` is `3` and `(f)`; a plain number has one level only.
fn split_last_level(label: &str) -> Option<(&str, &str)> {
    let open = label.rfind('(')?;
    let parent = label[..open].trim_end();
    (!parent.is_empty()).then_some((parent, &label[open..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn absent(label: &str, last: Option<&str>, counted: &'static str, count: usize) -> Absent {
        Absent {
            label: label.into(),
            last: last.map(Into::into),
            counted,
            count,
        }
    }

    #[test]
    fn the_sentence_says_what_there_is_and_what_there_is_not() {
        let operative = "operative paragraphs";
        for (absent, name, sentence) in [
            (
                absent("16", Some("15"), operative, 15),
                "resolution 67/172",
                "Resolution 67/172 has 15 operative paragraphs; there is no paragraph 16.",
            ),
            (
                absent("3 (f)", Some("3 (e)"), operative, 5),
                "resolution 67/172",
                "Paragraph 3 of resolution 67/172 ends with (e).",
            ),
            (
                absent("52", Some("25"), "articles", 25),
                "the Protocol on Boats, supplementing the Rivers Convention",
                "The Protocol on Boats, supplementing the Rivers Convention, has 25 articles; there is no article 52.",
            ),
            (
                absent("2 (a)", None, operative, 0),
                "resolution 67/172",
                "Paragraph 2 of resolution 67/172 has no sub-paragraphs.",
            ),
            (
                absent("95", Some("93"), "articles", 93),
                "the Convention",
                "The Convention has 93 articles; there is no article 95.",
            ),
            (
                absent("130", Some("122"), "rules", 122),
                "the Standard Minimum Rules for the Treatment of Prisoners",
                "The Standard Minimum Rules for the Treatment of Prisoners have 122 rules; there is no rule 130.",
            ),
            (
                absent("40", Some("39"), "principles", 39),
                "the Body of Principles",
                "The Body of Principles has 39 principles; there is no principle 40.",
            ),
            (
                absent("2", Some("1"), operative, 1),
                "resolution 78/1",
                "Resolution 78/1 has one operative paragraph; there is no paragraph 2.",
            ),
            (
                absent("15", None, "articles", 0),
                "resolution 67/172",
                "Resolution 67/172 has no articles.",
            ),
            (
                absent("41", Some("40"), "paragraphs", 38),
                "“A/67/299”",
                "“A/67/299” ends with paragraph 40; there is no paragraph 41.",
            ),
            (
                absent("15 bis (c)", Some("15 bis (b)"), operative, 2),
                "resolution 78/1",
                "Paragraph 15 bis of resolution 78/1 ends with (b).",
            ),
        ] {
            assert_eq!(absent.sentence(name), sentence);
        }
    }

    #[test]
    fn targets_are_those_of_their_goal() {
        let target = absent("goal 10 10.8", Some("goal 10 10.7"), "targets", 7);
        assert_eq!(
            target.sentence("the 2030 Agenda"),
            "Goal 10 of the 2030 Agenda ends with target 10.7; there is no target 10.8."
        );
    }

    #[test]
    fn annexes_and_sections_are_named_beside_the_document() {
        for (absent, sentence) in [
            (
                absent("annex I 13", Some("annex I 12"), "paragraphs", 12),
                "Annex I of resolution 70/1 has 12 paragraphs; there is no paragraph 13.",
            ),
            (
                absent("annex 92", Some("annex 91"), "paragraphs", 91),
                "The annex of resolution 70/1 has 91 paragraphs; there is no paragraph 92.",
            ),
            (
                absent(
                    "section II 3 (d)",
                    Some("section II 3 (c)"),
                    "paragraphs",
                    3,
                ),
                "Paragraph 3 of section II of resolution 70/1 ends with (c).",
            ),
            (
                absent("199", Some("section XV 28"), "paragraphs", 213),
                "No section of resolution 70/1 goes beyond paragraph 28; there is no paragraph 199.",
            ),
        ] {
            assert_eq!(absent.sentence("resolution 70/1"), sentence);
        }
        let inside = absent("annex I 13", Some("annex I 12"), "paragraphs", 12);
        assert_eq!(inside.missing(), "paragraph 13 of annex I");
        assert_eq!((inside.number(), inside.last_number()), ("13", "12"));
    }
}
