//! What the scanner costs in memory: nothing where there is nothing to find.

use allocation_counter::measure;
use citation::{Lexicon, Name, scan};

fn lexicon() -> Lexicon {
    let name = |written: &str, acronym| Name {
        written: written.into(),
        title: written.into(),
        acronym,
    };
    Lexicon::new(vec![
        name("Convention on the Rights of the Child", false),
        name(
            "Global Compact for Safe, Orderly and Regular Migration",
            false,
        ),
        name("ICRMW", true),
    ])
}

/// Prose without references, but with much that a reader stops at.
const SILENT: [&str; 6] = [
    "States have the duty to protect the rights of everyone in their territory, whatever their status.",
    "Conventions were adopted; a resolution and two decisions followed, and a Global Compact.",
    "“Été” – prose with signs beyond ASCII, such as €, ½ and naïve words, costs no more than plain prose.",
    "“The resolution” of the Assembly, the Council’s decisions, the ‘Convention’ – all without a number.",
    "HIV/AIDS, TCP/IP, A/B, RC/RC and/or km/h, 24/7, I/O, IOM/OSCE and his/her input/output, 2016/17.",
    "See http://www.iom.int/a/b or https://undocs.org/en/ and C:\\drafts\\new.",
];

#[test]
fn a_text_without_references_costs_no_allocation() {
    let lexicon = lexicon();
    for text in SILENT {
        let text = format!("{text}\n\n").repeat(200);
        // The first scan builds the tables and the buffers that later ones use again.
        assert_eq!(scan(&text, &lexicon), [], "{text}");
        let info = measure(|| {
            let found = scan(&text, &lexicon);
            assert!(found.is_empty());
        });
        assert_eq!(info.count_total, 0, "{text}");
    }
}

#[test]
fn the_first_scan_of_prose_allocates_nothing_either() {
    let lexicon = lexicon();
    // Builds the tables, those of other languages among them.
    assert_eq!(scan("A/67/1 – naïve", &lexicon).len(), 1);
    let text =
        "Small letters, Capitals and signs – “naïve” ones too – are passed over. ".repeat(20_000);
    let info = measure(|| assert!(scan(&text, &lexicon).is_empty()));
    assert_eq!(info.count_total, 0);
}

#[test]
fn memory_grows_with_the_references_alone() {
    let lexicon = lexicon();
    let prose = "States have the duty to protect the rights of everyone. ".repeat(1000);
    let once = format!("{prose} See A/67/53.");
    let twice = format!("{once}\n\n{once}");
    assert_eq!(scan(&twice, &lexicon).len(), 2);
    let alone = measure(|| assert_eq!(scan(&once, &lexicon).len(), 1)).bytes_max;
    let both = measure(|| assert_eq!(scan(&twice, &lexicon).len(), 2)).bytes_max;
    assert!(both <= 2 * alone, "{both} bytes for two, {alone} for one");
    assert!(both < 4096, "{both}");
}
