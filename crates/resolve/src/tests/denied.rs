//! What words that point back say of a paragraph or article that their document does not have.

use sources::ParagraphAnswer;

use super::resolved;

/// What is denied: the word that points back and the label that is missing.
fn denied(text: &str) -> Vec<(String, String)> {
    resolved(text)
        .references
        .iter()
        .filter(|one| one.kind == citation::Kind::Back)
        .filter_map(|one| match &one.paragraph {
            Some(ParagraphAnswer::Absent(absent)) => {
                Some((text[one.token.clone()].to_owned(), absent.label.to_string()))
            }
            _ => None,
        })
        .collect()
}

#[test]
fn an_article_beyond_the_last_is_denied_of_the_only_convention() {
    for (text, noun, label) in [
        (
            "The Convention on the Rights of the Child is in force. Article 64 of the Convention says so.",
            "Convention",
            "64",
        ),
        (
            "The Convention on the Rights of the Child (“the Convention”) and the Convention against Torture.\n\n\
             Article 64 of the Convention says so.",
            "Convention",
            "64",
        ),
        (
            "Under the International Covenant on Civil and Political Rights, and article 57 of the Covenant,",
            "Covenant",
            "57",
        ),
        (
            "The Convention on the Rights of the Child stands beside the Universal Declaration of Human Rights; parties \
             to the Convention know that article 64 of it, and article 65 of the Convention, are none.",
            "Convention",
            "65",
        ),
        (
            "Under the Convention on the Rights of the Child (CRC), article 64 of the Convention says so.",
            "Convention",
            "64",
        ),
        // The acronym behind the noun says which.
        (
            "The Convention against Torture binds, and so does article 64 of the Convention (CRC).",
            "Convention",
            "64",
        ),
    ] {
        assert_eq!(
            denied(text),
            [(noun.to_owned(), label.to_owned())],
            "{text}"
        );
    }
}

#[test]
fn nothing_is_denied_where_another_may_be_meant() {
    for text in [
        // It exists.
        "The Convention on the Rights of the Child.\n\nArticle 54 of the Convention says so.",
        // Two conventions, in one sentence or in two.
        "The Convention on the Rights of the Child and the Convention against Torture.\n\nArticle 64 of the Convention.",
        "The Convention against Torture. Recalling the Convention on the Rights of the Child and article 64 of the \
         Convention.",
        "The International Covenants on Human Rights: article 57 of the Covenant.",
        // A committee's own convention needs no name.
        "---\nsymbol: CMW/C/GC/7\n---\n\nThe Convention on the Rights of the Child.\n\nArticle 78 of the Convention.",
        // One whose articles nobody holds, and one that is not named.
        "The Convention on Quiet Rivers.\n\nArticle 640 of the Convention says so.",
        "Article 640 of the Convention says so.",
        // Two, of which one is in no table.
        "The Convention on Quiet Rivers and the Convention on the Rights of the Child.\n\nArticle 64 of the Convention.",
        "Malta signed the Moonlight Convention of 1987.\n\nThe Convention on the Rights of the Child is in force. \
         Article 64 of the Convention says so.",
        "The Constitution of the Republic, and the Constitution of the World Health Organization. Article 120 of the \
         Constitution says so.",
        // The only one named, but not here.
        "The Convention on the Rights of the Child.\n\nArticle 64 of the Convention says so.",
        // Another by its acronym, before, behind, above, and one that no table has.
        "The Convention on the Rights of the Child binds. UNCLOS is different: article 287 of the Convention sets out \
         courts.",
        "The Convention on the Rights of the Child binds. Article 287 of the Convention differs, as UNCLOS shows.",
        "## UNCLOS\n\nThe Convention on the Rights of the Child is another. Article 287 of the Convention sets out courts.",
        "The Convention on the Rights of the Child. Under CRPD, article 70 of the Convention says more.",
        "The Convention on the Rights of the Child. Article 73 of the Convention (ICMW) is on reports.",
        "The Convention on the Rights of the Child. ICMW is different: article 73 of the Convention is on reports.",
        "The Convention on the Rights of the Child binds. Article 287 of the Convention (UNCLOS) sets out courts.",
        // Another that no table holds.
        "The Rome Statute was ratified. The Statute of the Special Tribunal for Lebanon applies; article 130 of the \
         Statute.",
        "The Convention on the Rights of the Child. The United Nations Framework Convention applies too. Article 99 of \
         the Convention.",
        "The Convention on the Rights of the Child. Parties to the Convention between Ruritania and Graustark read \
         article 99 of the Convention so.",
        "The Convention on the Rights of the Child and other Conventions: article 99 of the Convention.",
        "The International Covenant on Civil and Political Rights, and the Covenant of the League of Nations: article \
         57 of the Covenant.",
        // Of a protocol the draft speaks by its own name.
        "The Optional Protocol to the Convention on the Rights of the Child on a communications procedure.\n\n\
         Article 64 of the Convention says so.",
    ] {
        assert_eq!(denied(text), [], "{text}");
    }
}
