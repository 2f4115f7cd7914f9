//! Files of each format, made here, and what they give.

use sources::SourceKind;

use crate::samples::{Placed, docx, drawn, import, p, pdf};

#[test]
fn a_word_document_has_counted_numbers_notes_and_no_deleted_words() {
    let body = [
        p("Title1", "Rooms"),
        p("", "Report of the Secretary-General"),
        p("Head1", "I. Introduction"),
        p("Listed", "<w:r><w:t>The first is counted</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t xml:space='preserve'> in rooms:</w:t></w:r>"),
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>With chairs;</w:t></w:r></w:p>".into(),
        p("", "<w:r><w:t xml:space='preserve'>What was </w:t></w:r><w:del><w:r><w:delText>taken</w:delText></w:r></w:del><w:ins><w:r><w:t>put</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'> in stays</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>.</w:t></w:r>"),
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Rooms</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl>".into(),
    ]
    .concat();
    let read = import(docx(&body), "a.docx").unwrap();
    let document = &read.documents[0];
    assert_eq!(document.facts.referents[0].to_string(), "A/80/590");
    assert_eq!(&*document.facts.title, "Rooms");
    assert_eq!(
        document.particulars.distributed.unwrap().to_string(),
        "2025-12-08"
    );
    assert_eq!(
        drawn(document),
        [
            "heading : Report of the Secretary-General",
            "heading : I. Introduction",
            "numbered 1: The first is counted in rooms:",
            "note 1: Resolution 60/1.",
            "numbered 1 (a): With chairs;",
            "plain : What was put in stays.",
            "plain : | Rooms | 12 |",
        ]
    );
}

#[test]
fn what_a_text_box_says_is_said_once() {
    let boxed = |name: &str| {
        let words = p("", "Boxed");
        format!(
            "<mc:{name} xmlns:mc='m'><w:pict><w:txbxContent>{words}</w:txbxContent></w:pict></mc:{name}>"
        )
    };
    let drawn_twice = format!(
        "<w:r><w:t>Rooms</w:t><mc:AlternateContent xmlns:mc='m'>{}{}</mc:AlternateContent></w:r>",
        boxed("Choice"),
        boxed("Fallback")
    );
    let cell = p("", &drawn_twice);
    let body = [
        p("Title1", "Rooms"),
        format!(
            "<w:tbl><w:tr><w:tc>{cell}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
            p("", "12")
        ),
    ];
    let read = import(docx(&body.concat()), "a.docx").unwrap();
    assert_eq!(drawn(&read.documents[0]), ["plain : | Rooms Boxed | 12 |"]);
}

#[test]
fn raised_letters_call_notes_of_tables_and_other_raised_words_stay() {
    let raised = |letters: &str| {
        format!("<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>{letters}</w:t></w:r>")
    };
    let plain = |words: &str| format!("<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>");
    let words = [
        plain("Approved"),
        raised("a"),
        plain(" in 2025/26"),
        raised("a, b"),
        plain(" on the 21"),
        raised("st"),
        plain(" for 12.5 m"),
        raised("3"),
        plain(" on the 1"),
        raised("o"),
        plain("."),
    ];
    let body = [
        p("Title1", "Rooms"),
        p("", &words.concat()),
        p(
            "",
            &[raised("a"), plain("Without the rooms that are shut.")].concat(),
        ),
        p("", &[raised("b"), plain(" As at 1 May.")].concat()),
    ]
    .concat();
    let read = import(docx(&body), "a.docx").unwrap();
    assert_eq!(
        drawn(&read.documents[0]),
        [
            "plain : Approved in 2025/26 on the 21st for 12.5 m3 on the 1o.",
            "plain : a Without the rooms that are shut.",
            "plain : b As at 1 May.",
        ]
    );
}

const HEAD: [Placed<'static>; 4] = [
    (60.0, 780.0, 12.0, "A/RES/67/172"),
    (60.0, 740.0, 12.0, "67/172. Protection of migrants"),
    (60.0, 710.0, 10.0, "The General Assembly,"),
    (60.0, 20.0, 10.0, "12-48892"),
];

#[test]
fn a_pdf_has_notes_by_raised_figures_and_no_running_heads() {
    let mut first = HEAD.to_vec();
    first.extend([
        (
            60.0,
            680.0,
            10.0,
            "1. Decides to act on the report of the Secretary-General",
        ),
        (323.0, 684.0, 6.0, "1"),
        (331.0, 680.0, 10.0, "and"),
        (60.0, 668.0, 10.0, "on all that follows from"),
        (60.0, 60.0, 4.0, "1"),
        (64.0, 57.0, 8.0, "A/67/1."),
    ]);
    let second = vec![
        (60.0, 800.0, 10.0, "A/RES/67/172"),
        (400.0, 800.0, 10.0, "Protection of migrants"),
        (60.0, 760.0, 10.0, "it;"),
        (60.0, 740.0, 10.0, "2. Asks for more."),
        (60.0, 20.0, 10.0, "2/3"),
    ];
    let third = vec![
        (60.0, 800.0, 10.0, "A/RES/67/172"),
        (400.0, 800.0, 10.0, "Protection of migrants"),
        (60.0, 760.0, 10.0, "3. Ends."),
        (60.0, 20.0, 10.0, "3/3"),
    ];
    let read = import(pdf(&[first, second, third]), "a.pdf").unwrap();
    let document = &read.documents[0];
    assert_eq!(document.facts.referents[0].to_string(), "A/RES/67/172");
    assert_eq!(document.facts.kind, SourceKind::Resolution);
    assert_eq!(
        drawn(document),
        [
            "preambular : The General Assembly,",
            "numbered 1: Decides to act on the report of the Secretary-General and on all that follows from it;",
            "note 1: A/67/1.",
            "numbered 2: Asks for more.",
            "numbered 3: Ends.",
        ]
    );
    let pages: Vec<Option<u32>> = document.passages.iter().map(|one| one.page).collect();
    assert_eq!(pages, [Some(1), Some(1), Some(1), Some(2), Some(3)]);
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let mut page = HEAD.to_vec();
    let left = [
        "1. Decides that all rooms be open at",
        "all hours to every person who comes",
        "there to sit and who has no other",
        "place in which sitting down would",
        "be allowed, with or without any",
        "chairs, tables, lamps or windows,",
        "and in which it is neither too cold",
        "nor too hot to be sitting for long;",
    ];
    let right = [
        "2. Asks the States to report what",
        "they have done about their rooms in",
        "the course of the year, and to say",
        "how many of them there are and who",
        "may come and sit in each of them,",
        "in how many chairs and with whom,",
        "and for what time of the day or the",
        "night they have been kept open.",
    ];
    let mut y = 680.0;
    for (left, right) in left.iter().zip(right) {
        // Row by row, as some programs write them.
        page.push((60.0, y, 10.0, left));
        page.push((300.0, y, 10.0, right));
        y -= 12.0;
    }
    let read = import(pdf(&[page]), "a.pdf").unwrap();
    let words = drawn(&read.documents[0]);
    assert_eq!(words[1], format!("numbered 1: {}", &left.join(" ")[3..]));
    assert_eq!(words[2], format!("numbered 2: {}", &right.join(" ")[3..]));
}

#[test]
fn two_languages_side_by_side_are_two_documents() {
    let english = [
        "1. Decides that all of the rooms",
        "of the Organization are to be kept",
        "open for the persons who come to",
        "them, and that the hours in which",
        "they are open be put on the doors;",
        "2. Requests the Secretary-General",
        "to report to it on the rooms and",
        "on the chairs that are in them.",
    ];
    let french = [
        "1. Adopte que toutes les salles",
        "de la maison sont ouvertes pour les",
        "personnes qui viennent dans une des",
        "salles, et que les heures dans",
        "lesquelles elles sont ouvertes sont",
        "sur les portes de toutes les salles;",
        "2. Prie le comite de faire des",
        "rapports que les salles demandent.",
    ];
    let mut page = HEAD.to_vec();
    let mut y = 680.0;
    for (left, right) in english.iter().zip(french) {
        page.push((60.0, y, 10.0, left));
        // The lines of the two do not stand on the same baselines.
        page.push((300.0, y - 4.0, 10.0, right));
        y -= 12.0;
    }
    let read = import(pdf(&[page]), "a.pdf").unwrap();
    let languages: Vec<Option<&str>> = read
        .documents
        .iter()
        .map(|one| one.particulars.language.as_deref())
        .collect();
    assert_eq!(languages, [Some("fr"), Some("en")]);
    let [right, left] = read.documents.as_slice() else {
        panic!("it is two documents");
    };
    assert_eq!(left.facts.referents, right.facts.referents);
    assert_eq!(
        drawn(left),
        [
            "preambular : The General Assembly,".to_owned(),
            format!("numbered 1: {}", &english[..5].join(" ")[3..]),
            format!("numbered 2: {}", &english[5..].join(" ")[3..]),
        ]
    );
    assert_eq!(drawn(right).len(), 3);
}

#[test]
fn a_web_page_has_lists_notes_and_tables_and_nothing_around_them() {
    let page = "<!doctype html><html><head><title>x</title><style>p{}</style></head><body>\
        <nav>Home | About</nav><main><p>A/RES/67/172</p><h1>Protection of migrants</h1>\
        <p>The General Assembly,</p><p>Recalling its resolution,<a href='#fn1'><sup>1</sup></a></p>\
        <ol><li>Decides to act:<ol type=a><li>At once;</li><li>Everywhere;</li></ol></li>\
        <li>Asks for more.</li></ol>\
        <table><tr><td>Rooms</td><td>12</td></tr></table>\
        <p id=fn1>1 Resolution 60/1.</p></main><script>alert(1)</script></body></html>";
    let read = import(page.as_bytes().to_vec(), "a.html").unwrap();
    assert_eq!(
        drawn(&read.documents[0]),
        [
            "preambular : The General Assembly,",
            "preambular : Recalling its resolution,",
            "note 1: Resolution 60/1.",
            "numbered 1: Decides to act:",
            "numbered 1 (a): At once;",
            "numbered 1 (b): Everywhere;",
            "numbered 2: Asks for more.",
            "plain : | Rooms | 12 |",
        ]
    );
}

#[test]
fn akoma_ntoso_keeps_its_own_numbers() {
    let text = "<akomaNtoso><statement name='resolution'><meta><identification>\
        <FRBRWork><FRBRdate date='2025-01-02' name='adoption'/><FRBRnumber value='x' showAs='A/RES/79/275'/></FRBRWork>\
        <FRBRExpression><FRBRlanguage language='eng'/></FRBRExpression></identification></meta>\
        <preface><p><docTitle>Rooms</docTitle></p></preface>\
        <preamble><p>The General Assembly,</p></preamble><mainBody>\
        <paragraph><num>1.</num><content><p>Decides:</p></content>\
        <point><num>(a)</num><content><p>To act;</p></content></point></paragraph>\
        </mainBody></statement></akomaNtoso>";
    let read = import(text.as_bytes().to_vec(), "a.xml").unwrap();
    let document = &read.documents[0];
    assert_eq!(document.facts.referents[0].to_string(), "A/RES/79/275");
    assert_eq!(document.facts.date.unwrap().to_string(), "2025-01-02");
    assert_eq!(document.particulars.language.as_deref(), Some("en"));
    assert_eq!(
        drawn(document),
        [
            "preambular : The General Assembly,",
            "numbered 1: Decides:",
            "numbered 1 (a): To act;",
        ]
    );
}
