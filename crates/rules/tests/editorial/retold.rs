//! What must be said of drafts and what must not, told again in other words, each case by itself.

use draft::Dialect;
use rules::Severity;

use crate::{findings, told};

/// Each case: the draft, and everything that is found in it.
const MUST: [(&str, &[&str]); 27] = [
    // Names and acronyms.
    (
        "It works with the UN Population Fund (UNFPA). Later UNFPA agreed.",
        &["A005 UN Population Fund (UNFPA)"],
    ),
    (
        "It works with the UN Department of Economic and Social Affairs (UNDESA) on figures.",
        &["A005 UN Department of Economic and Social Affairs (UNDESA)"],
    ),
    (
        "It was asked by the UN System’s Chief Executives Board for Coordination (CEB) to write.",
        &["A005 UN System’s Chief Executives Board for Coordination (CEB)"],
    ),
    (
        "A side event was held at the UN Commission on the Status of Women (CSW) in spring.",
        &["A005 UN Commission on the Status of Women (CSW)"],
    ),
    (
        "It prepares the High Level Dialogue on Migration and Development (HLD). The HLD is near.",
        &["A005 High Level Dialogue on Migration and Development"],
    ),
    (
        "The Global Migration Group (GMG) meets. In autumn the Global Migration Group speaks.",
        &["A003 Global Migration Group (GMG)"],
    ),
    (
        "Its last World Migration Report (WMR) says so. The Global Assistance Fund (GAF) pays.",
        &[
            "A003 World Migration Report (WMR)",
            "A003 Global Assistance Fund (GAF)",
        ],
    ),
    (
        "Officials and NGOs took part. They and other NGOs were trained.",
        &["A001 NGOs"],
    ),
    // Spelling, numbers and dates.
    (
        "It is an inter-governmental body.",
        &["E002 inter-governmental"],
    ),
    ("Its services are people-centered.", &["E001 centered"]),
    (
        "It helps nationals and nonnationals.",
        &["E002 nonnationals"],
    ),
    (
        "It follows a rights based approach. The rights based approach is old.",
        &["E002 rights based", "E002 rights based"],
    ),
    (
        "It endeavors to help, and has analyzed the analyses.",
        &["E001 endeavors", "E001 analyzed"],
    ),
    (
        "It offers counseling in two programs.",
        &["E001 counseling", "E001 programs"],
    ),
    (
        "A roundtable was held. The round table ended. The roundtable was new.",
        &["E010 roundtable"],
    ),
    (
        "It spoke at the 57 th Session of the body and at its 103rd session.",
        &["E005 57 th Session"],
    ),
    (
        "The paper is dated 14 Feb. 2013 and was read.",
        &["E004 14 Feb. 2013"],
    ),
    (
        "It counted people over the period 2001 2010 in all regions.",
        &["E006 2001 2010"],
    ),
    (
        "The private sector,governments and others took part.",
        &["E007 ,"],
    ),
    (
        "It was sponsored by the government of Mexico and praised by governments.",
        &["E013 government"],
    ),
    (
        "It rose by 5 percent and then by 7%.",
        &["E003 percent", "E003 %"],
    ),
    // Structure.
    (
        "A first.[^1] A second.[^2]\n\n[^1]: See World Migration Report 2011, page 148.\n\n[^2]: See World Migration Report 2011, pages 36-39.\n",
        &["X013 See World Migration Report 2011, pages 36-39."],
    ),
    (
        "They clothe present resolution 67/172 so. A report on the implementation of the present resolution is asked for.",
        &["D005 the present resolution"],
    ),
    (
        "1. One.\n\n2. Two, as in paragraph 7 above.\n\n3. Three.\n",
        &["X008 paragraph 7 above"],
    ),
    (
        "1. One, as in paragraph 2 above.\n\n2. Two.\n",
        &["X009 paragraph 2 above"],
    ),
    ("1. One.\n\n2. Two.\n\n4. Four.\n", &["X010 4."]),
    (
        "*The General Assembly*,\n\n*Recalling* its work (see annex)\n\n*Noting* it,\n\n1. **Urges** States to act;\n\n2. *Asks* for aid (see annex)\n\n3. *Decides* to go on.",
        &["R001 )", "R006 Urges", "R002 )"],
    ),
];

#[test]
fn what_must_be_said_is_said_once() {
    let mut wrong = Vec::new();
    for (text, expected) in MUST {
        let told = told(text, Dialect::Markdown);
        if told != expected {
            wrong.push(format!("{text}\n  {told:?}\n  {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Texts in which a naive tool sees something.
const NEVER: [&str; 33] = [
    // Letterheads, other languages, names that hold an acronym.
    "International Organization for Migration (IOM) Organisation internationale pour les migrations (OIM) Organización Internacional para las Migraciones (OIM)\n\nThe International Organization for Migration (IOM) works. IOM helps.",
    "The Organisation internationale pour les migrations has its seat there.",
    "It uses the IOM/OSCE Training Modules. The IOM/OSCE Training Modules are new.",
    "E-mail: hq@iom.int, and http://www.iom.int is its site.",
    "C.P. 71, CH-1211 Geneva 19",
    "SUMMARY OF CONCLUSIONS OF THE WORKSHOP",
    "The UNDP was heard. It left.",
    // Numbers and dates.
    "It has over 440 offices in 125 States, and 579,000 people took part.",
    "Half a million people (579,000) took part in 2011 and 2012.",
    "The third World Ocean Assessment was read.",
    "The figure rose from 2010 to 2013, and on 20 December 2012 again.",
    // Heads of mails.
    "From: A\nDate: Tue, 14 Oct 2025 21:47 +0200\nSubject: RE: FW: RE: FW: the draft",
    "On Mon, 13 Oct 2025 at 10:12, A. wrote as well.",
    // Words that are right.
    "Their well-being, pre-departure training, long-term plans and co-chaired events matter.",
    "Governments, governments in general, States and States parties took part.",
    "The member States of the African Union were heard.",
    "They live in a regular or irregular situation, and trafficked persons, smuggled migrants and migrants in detention are helped.",
    "Illegal or exploitative working conditions and illegal deprivation of liberty are wrong.",
    "The use of the term “illegal migrants” should be avoided.",
    "The conference on humankind was held.",
    "The judgment of the Court and the analyses of others agree.",
    "Computer programs and software programs were bought.",
    "The Organisation for Economic Co-operation and Development met.",
    "The Secretary General of the Council of Europe spoke.",
    "The meeting in Istanbul, Turkey, of 23 May 2016 was the first.",
    "The Special Envoy of the Secretary-General for Syria spoke of Iran and Venezuela.",
    "The “Buy Responsibly” campaign and \"Buy Responsibly\" are one.",
    // Structure.
    "In paragraph 15 of resolution 67/172 and in section V of the report it is said.",
    "2. State assistance is old.\n\nSee page 148 of the book, and pages 36-39.",
    "1. One:\n\n(a) A;\n\n(b) B;\n\n(c) C;\n\n(d) D;\n\n(e) E;\n\n(f) F;\n\n(g) G;\n\n(h) H;\n\n(i) I;\n\n(j) J.",
    // Insertions in bold, who proposes them and what is written below a text under negotiation.
    "*The General Assembly*,\n\n*Recalling* its work,\n\n**Gravely concerned at the loss of life,** (Mexico, Peru)\n\n*Noting* it,\n\n1. *Urges* States to act;\n\n1 bis. **Urges also ships to act;** (agreed)\n\n2. *Decides* to go on.\n\nNotes: OP1 is as it was. OP2 is new.",
    "A mark.[^1] Again.[^1]\n\n[^1]: See the report, para. 5.\n",
    "# Draft\n\nResolution adopted by the General Assembly on the report of the Third Committee was the title. Recalling nothing; it was a report.",
];

#[test]
fn what_must_never_be_said_is_not_said() {
    let mut wrong = Vec::new();
    for text in NEVER {
        for dialect in [Dialect::Markdown, Dialect::Plain] {
            let told = told(text, dialect);
            if !told.is_empty() {
                wrong.push(format!("{dialect:?} {text}\n  {told:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the first fix of the first finding makes of a text.
fn mended(text: &str) -> Option<String> {
    let found = findings(text, Dialect::Markdown);
    let mut mended = text.to_owned();
    for edit in found.first()?.fixes.first()?.edits.iter().rev() {
        mended.replace_range(edit.range.clone(), &edit.text);
    }
    Some(mended)
}

/// Numbers and labels written as one line, `/` between blocks.
const NUMBERED: [(&str, &str); 10] = [
    ("1. A./2. B./4. C./5. D.", "1. A./2. B./3. C./4. D."),
    (
        "1. A./2. B./2. C./3. D./4. E.",
        "1. A./2. B./3. C./4. D./5. E.",
    ),
    ("1. A./2. B./2. C./4. D.", "1. A./2. B./3. C./4. D."),
    ("1. A./2. B./9. C./4. D.", "1. A./2. B./3. C./4. D."),
    // A new count begins with 1, and is left alone.
    ("1. A./3. B./1. C./2. D.", "1. A./2. B./1. C./2. D."),
    // What points to the paragraphs goes with them.
    (
        "1. A./2. B./4. C, see paragraph 5 below./5. D, as in paragraphs 1 and 4 above.",
        "1. A./2. B./3. C, see paragraph 4 below./4. D, as in paragraphs 1 and 3 above.",
    ),
    ("1. A:/(a) B;/(c) C;/(d) D.", "1. A:/(a) B;/(b) C;/(c) D."),
    (
        "1. A:/(a) B;/(b) C;/(b) D;/(c) E.",
        "1. A:/(a) B;/(b) C;/(c) D;/(d) E.",
    ),
    (
        "1. A:/(a) B:/(i) C;/(iii) D;/(iv) E;/(b) F.",
        "1. A:/(a) B:/(i) C;/(ii) D;/(iii) E;/(b) F.",
    ),
    (
        "1. A:/(a) B;/(c) C:/(i) D;/(ii) E;/(d) F.",
        "1. A:/(a) B;/(b) C:/(i) D;/(ii) E;/(c) F.",
    ),
];

#[test]
fn a_slip_of_numbering_is_mended_to_the_end_of_its_run() {
    for (text, expected) in NUMBERED {
        let (text, expected) = (text.replace('/', "\n\n"), expected.replace('/', "\n\n"));
        assert_eq!(mended(&text).as_deref(), Some(&*expected), "{text}");
        assert_eq!(told(&expected, Dialect::Markdown), [""; 0], "{expected}");
    }
}

/// A resolution of session 67 taken as the draft of session 68.
const ROLLED_OVER: &str = "---
session: 68
date: 2013-11-01
document: draft resolution
---

*The General Assembly*,

*Recalling* all its resolutions on the protection of migrants, the most recent of which is resolution 66/172 of 19 December 2011,

*Looking forward* to the convening of the High-level Dialogue on International Migration and Development in 2013,

1. *Invites* the Chair of the Committee to address the General Assembly at its sixty-eighth session;

2. *Takes note* of the report submitted at its sixty-seventh session in accordance with resolution 66/172;

3. *Requests* the Secretary-General to submit to the General Assembly at its sixty-seventh session a report.
";

#[test]
fn what_a_draft_has_from_last_year_is_found() {
    let expected = [
        "D002 66/172 of 19 December 2011",
        "D003 Looking forward to the convening of the High-level Dialogue on International Migration and Development in 2013",
        "D001 sixty-eighth",
        "D004 66/172",
        "D001 sixty-seventh",
    ];
    let text = ROLLED_OVER.replace("*Looking forward*", "Looking forward");
    let mut told = told(&text, Dialect::Markdown);
    told.retain(|one| one.starts_with('D'));
    assert_eq!(told, expected);
    let severities: Vec<Severity> = findings(&text, Dialect::Markdown)
        .into_iter()
        .filter(|finding| finding.code == "D001")
        .map(|finding| finding.severity)
        .collect();
    assert_eq!(severities, [Severity::Information, Severity::Warning]);
}

#[test]
fn a_draft_may_still_have_the_masthead_it_was_made_from() {
    let masthead = "United Nations\n\nA/RES/67/172\n\nDistr.: General\n\n3 April 2013\n\nSixty-seventh session\n\n\
        67/172. Protection of migrants\n\n*The General Assembly*,";
    let rolled = ROLLED_OVER.replace("*The General Assembly*,", masthead);
    let about_mandate = |text: &str| -> Vec<&'static str> {
        let mut codes: Vec<_> = findings(text, Dialect::Markdown)
            .iter()
            .map(|one| one.code)
            .collect();
        codes.retain(|code| matches!(*code, "D002" | "D004"));
        codes
    };
    assert_eq!(about_mandate(&rolled), ["D002", "D004"]);
    // The text itself is no later than itself.
    let adopted = rolled.replace("session: 68\n", "");
    assert_eq!(about_mandate(&adopted), [""; 0]);
}
