//! Places before the description of a document: "paragraph 15 of the report of the Secretary-General (A/75/871)".

use super::finds;

#[test]
fn a_place_before_the_description_of_a_document_is_its_own() {
    finds(
        "Paragraph 15 of the report of the Secretary-General on the safety of divers (A/75/871)",
        &["A/75/871 = A/75/871 [para. 15]"],
    );
    finds(
        "in paragraphs 12 and 13 (a) of his most recent report (A/75/871) and paragraph 4 of the note by the Secretariat (E/2022/31)",
        &[
            "A/75/871 = A/75/871 [paras. 12 and 13 (a)]",
            "E/2022/31 = E/2022/31 [para. 4]",
        ],
    );
    finds(
        "paragraph 9 of the report contained in document A/75/871",
        &["A/75/871 = A/75/871 [para. 9]"],
    );
    finds(
        "paragraph 9 of the report A/75/871",
        &["A/75/871 = A/75/871 [para. 9]"],
    );
    for text in [
        "paragraph 15 of the report, which the Assembly has before it (A/75/871)",
        "paragraph 15 of the report and the note by the Secretariat (A/75/871)",
        "paragraph 15 of the meeting (A/75/871)",
        "the report of the Secretary-General (A/75/871)",
    ] {
        finds(text, &["A/75/871 = A/75/871"]);
    }
}
