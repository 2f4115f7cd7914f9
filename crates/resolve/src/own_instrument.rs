//! The instrument that the title of a draft names: "Implementation of the Convention on Biological Diversity".

use citation::{Form, Referent, scan};
use draft::{BlockKind, Draft};

/// So far into a draft the first heading is its title, in bytes.
const HEAD: usize = 800;

/// The only instrument that the title of `draft` names, in its front matter, its masthead or its first heading; `None` where
/// it names several.
pub(crate) fn of_title(draft: &Draft) -> Option<Referent> {
    let stated = || draft.front_matter().title().map(str::to_owned);
    let printed = || Some(draft.masthead().title.as_ref()?.0.to_string());
    let headed = || {
        let mut head = draft.blocks().iter();
        let first = head
            .by_ref()
            .take_while(|block| block.span.start < HEAD)
            .find(|block| matches!(block.kind, BlockKind::Heading(_)))?;
        Some(draft.text_of(&first).into_owned())
    };
    let title = stated().or_else(printed).or_else(headed)?;
    let mut named = scan(&title, draft.lexicon())
        .into_iter()
        .filter_map(|citation| match citation.form {
            Form::Whole(named @ Referent::Instrument(_)) => Some(named),
            _ => None,
        });
    let first = named.next()?;
    named.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use draft::{Dialect, Draft};
    use sources::{Catalogue, Sources};

    use super::of_title;

    fn named(text: &str) -> Option<String> {
        let draft = Draft::new(text, Dialect::Markdown, Catalogue.lexicon());
        of_title(&draft).map(|named| named.to_string())
    }

    #[test]
    fn a_title_names_one_instrument() {
        const CHILD: Option<&str> = Some("Convention on the Rights of the Child");
        for (text, wanted) in [
            (
                "# Implementation of the Convention on the Rights of the Child\n\nText.\n",
                CHILD,
            ),
            (
                "---\ntitle: The Convention on the Rights of the Child at 40\n---\n\nText.\n",
                CHILD,
            ),
            (
                "# Status of the Convention on the Rights of the Child and of the Convention against Torture\n",
                None,
            ),
            (
                "# Rights of the child\n\nThe Convention on the Rights of the Child says so.\n",
                None,
            ),
            ("", None),
        ] {
            assert_eq!(named(text).as_deref(), wanted, "{text}");
        }
    }
}
