//! What a document of a treaty body calls its own without a name: its treaty, its comments, its communications.

use super::means;
use super::voices::named;

#[test]
fn the_convention_of_a_committee_is_its_own() {
    named(
        "---\nsymbol: CRC/C/GC/24\n---\n\nArticle 40 of the Convention requires so.\n",
        &["Convention on the Rights of the Child"],
    );
    named(
        "COMMITTEE ON ECONOMIC, SOCIAL AND CULTURAL RIGHTS\n\nUnder article 11 (1) of the Covenant it held so.\n",
        &["International Covenant on Economic, Social and Cultural Rights"],
    );
    means("Article 11 of the Covenant says so.\n", &[]);
    means(
        "---\nsymbol: CRC/C/GC/24\n---\n\nArticle 40 of the Covenant requires so.\n",
        &[],
    );
}

#[test]
fn a_comment_said_with_its_committee_is_meant_again() {
    named(
        "As CESCR General Comment No. 13 (1999) says.\n\nSee General Comment No. 13, para. 4.\n",
        &["E/C.12/1999/10", "E/C.12/1999/10"],
    );
    named(
        "See CESCR General Comment No. 5 and CRC General Comment No. 5.\n\nSee General Comment No. 5.\n",
        &[
            "Committee on Economic, Social and Cultural Rights: general comment No. 5",
            "CRC/GC/2003/5",
            "general comment No. 5",
        ],
    );
}

#[test]
fn a_comment_right_behind_one_of_a_committee_is_that_committees() {
    named(
        "Its general recommendation No. 35 (2017) of the Committee on the Elimination of Discrimination against Women, \
         updating general recommendation No. 19.\n",
        &[
            "CEDAW/C/GC/35",
            "Committee on the Elimination of Discrimination against Women: general recommendation No. 19",
        ],
    );
    named(
        "See CESCR General Comment No. 4 and CRC General Comment No. 6, and General Comment No. 5.\n",
        &[
            "Committee on Economic, Social and Cultural Rights: general comment No. 4",
            "CRC/GC/2005/6",
            "general comment No. 5",
        ],
    );
    named(
        &format!(
            "See CESCR General Comment No. 13 (1999). {}General Comment No. 5.\n",
            "It was long. ".repeat(20)
        ),
        &["E/C.12/1999/10", "general comment No. 5"],
    );
}

#[test]
fn a_comment_in_a_document_that_a_committee_heads_is_its_own() {
    named(
        "COMMITTEE ON ECONOMIC, SOCIAL AND CULTURAL RIGHTS\n\nIt recalls general comment No. 14.\n",
        &["E/C.12/2000/4"],
    );
    named(
        "Submission to the Committee on Economic, Social and Cultural Rights\n\nIt recalls general comment No. 14.\n",
        &["general comment No. 14"],
    );
    named(
        "The Committee on Economic, Social and Cultural Rights met.\n\nIt recalls general comment No. 14.\n",
        &["general comment No. 14"],
    );
}

#[test]
fn a_communication_is_that_of_the_committee_of_the_document() {
    named(
        "---\nsymbol: CAT/C/60/D/12/2015\n---\n\nIn B. v. the State, communication No. 12/1999, it held so.\n",
        &["Committee against Torture: communication No. 12/1999"],
    );
}

#[test]
fn the_convention_of_a_committee_is_its_own_whichever_it_names_beside() {
    let women = "Convention on the Elimination of All Forms of Discrimination against Women";
    let disabilities = "Convention on the Rights of Persons with Disabilities";
    let protocol = "Optional Protocol to the Convention on the Elimination of All Forms of Discrimination against Women";
    named(
        "---\nsymbol: CEDAW/C/NOR/CO/9\n---\n\nIt welcomes the Convention on the Rights of Persons with Disabilities.\n\n\
         It recalls article 2 of the Convention and the Optional Protocol to the Convention.\n",
        &[disabilities, women, protocol, women],
    );
    named(
        "---\nsymbol: CEDAW/C/NOR/CO/9\n---\n\nIt welcomes the Convention on the Rights of Persons with Disabilities \
         (“the Convention”).\n\nIt recalls article 2 of the Convention.\n",
        &[disabilities, disabilities],
    );
}
