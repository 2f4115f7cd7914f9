//! Short forms that a draft defines, and nouns that stand for the only instrument of their kind.

use super::*;

#[test]
fn short_forms_mean_what_the_draft_has_defined() {
    means(
        "The Global Compact for Safe, Orderly and Regular Migration (hereinafter “the Compact”) is one. \
         The Compact has objectives. Objective 8 of the Compact is another.",
        &[
            "Global Compact for Safe, Orderly and Regular Migration = Global Compact for Safe, Orderly and Regular Migration, exists",
            "Compact = Global Compact for Safe, Orderly and Regular Migration, exists",
            "Compact = Global Compact for Safe, Orderly and Regular Migration, exists",
        ],
    );
    means(
        "Under the Convention on the Rights of the Child (“the Convention”) and the Convention against Torture. \
         Article 3 of the Convention says so.",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child, exists",
            "Convention against Torture = Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment, exists",
            "Convention = Convention on the Rights of the Child, exists",
        ],
    );
}

#[test]
fn short_forms_are_defined_in_bare_parentheses_too() {
    means(
        "The United Nations Convention on the Law of the Sea\n(the Convention),1 and the Convention on Biological Diversity. \
         Article 76 of the Convention says so.",
        &[
            "United Nations Convention on the Law of the Sea = United Nations Convention on the Law of the Sea, exists",
            "Convention on Biological Diversity = Convention on Biological Diversity, exists",
            "Convention = United Nations Convention on the Law of the Sea, exists",
        ],
    );
    means(
        "Under the Convention on Biological Diversity2 (the Rio Biodiversity Accord), parties to the Rio Biodiversity Accord",
        &[
            "Convention on Biological Diversity = Convention on Biological Diversity, exists",
            "Rio Biodiversity Accord = Convention on Biological Diversity, exists",
            "Rio Biodiversity Accord = Convention on Biological Diversity, exists",
        ],
    );
    // What stands between them is another thing that may be meant.
    means(
        "The Convention on the Rights of the Child and the Convention on Biological Diversity and its protocols (the \
         Convention). Parties to the Convention,",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child, exists",
            "Convention on Biological Diversity = Convention on Biological Diversity, exists",
        ],
    );
}

#[test]
fn a_noun_means_the_only_instrument_of_its_kind() {
    means(
        "The Kyoto Protocol is a treaty. Parties to the Protocol meet.",
        &[
            "Kyoto Protocol = Kyoto Protocol to the United Nations Framework Convention on Climate Change, exists",
            "Protocol = Kyoto Protocol to the United Nations Framework Convention on Climate Change, exists",
        ],
    );
    // The convention that the protocol belongs to is not named by itself.
    means(
        "The Optional Protocol to the Convention on Quiet Rivers is a treaty. Parties to the Convention meet.",
        &[
            "Optional Protocol to the Convention on Quiet Rivers = Optional Protocol to the Convention on Quiet Rivers, unknown",
        ],
    );
    // Two conventions, and neither in this sentence: nobody can tell.
    means(
        "The Convention on the Rights of the Child. The Convention on Biological Diversity. Parties to the \
         Convention meet.",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child, exists",
            "Convention on Biological Diversity = Convention on Biological Diversity, exists",
        ],
    );
    means(
        "The Convention on the Rights of the Child. Recalling the Convention on Biological Diversity and the \
         parties to the Convention.",
        &[
            "Convention on the Rights of the Child = Convention on the Rights of the Child, exists",
            "Convention on Biological Diversity = Convention on Biological Diversity, exists",
            "Convention = Convention on Biological Diversity, exists",
        ],
    );
}
