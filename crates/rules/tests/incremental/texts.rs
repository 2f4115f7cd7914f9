//! The texts that are edited: real ones, and ones made of pitfalls.

use std::path::PathBuf;

use draft::Dialect;

/// Bytes of a real text that are edited: enough for blocks that depend on each other.
const LONGEST: usize = 12_000;

/// Of every so many real texts one is edited in full, so that its blocks fill several chunks.
const IN_FULL: usize = 16;

/// Texts in which blocks depend on each other in every way.
const PITFALLS: [(&str, Dialect); 7] = [
    (
        "---\nsymbol: A/C.3/80/L.52\ndate: 2025-11-01\n---\n\n# Summary\n\nThe International Organization for Migration (IOM) and NGOs.\n\n*The General Assembly*,\n\nRecalling its resolution 48/14 of 20 December 1993, and Human Rights Council resolution 35/17,\n\nNoting resolution 51/12 and the Commission’s resolution 52/1,\n\nRecalling also resolution 35/17, and resolutions 69/187, 70/147 and\n\n71/177 of 19 December 2016,\n\nNoting the International Convention for the Protection of All Persons from Enforced Disappearance (the Convention),[^1]\n\n1. Takes note of the Convention and of the Council’s decision 2/113;\n2. Requests the IOM to report.\n\n| IOM | International Organization for Migration |\n|---|---|\n| a | A/HRC/53/26 |\n\n```\nA/RES/1/1\n```\n\n[^1]: Resolution 61/177, annex.\n[^2]: Ibid.\n[^3]: See note 1 above.\n\n## Annex\n\nThe Commission on Narcotic Drugs, in resolution 51/12. The Commission, in its resolution 52/1. NGOs and IOM.\n",
        Dialect::Markdown,
    ),
    (
        "United Nations A/RES/67/172\n\nGeneral Assembly Distr.: General\n3 April 2013\n\nResolution adopted by the General Assembly on 20 December 2012\n\n67/172. Protection of migrants\n\nThe General Assembly,\n\nRecalling all its previous resolutions on the protection of migrants, the most recent of which is\nresolution 66/172 of 19 December 2011, and Human Rights Council resolutions 17/12,\n\n2/7\n\n18/21 of 30 September 2011 and 20/3,\n\n1 Resolution 45/158, annex.\n2 Ibid., vol. 660, No. 9464.\n\nReaffirming the Universal Declaration of Human Rights,3\n\n3 Resolution 217 A (III).\n\n1. Calls upon States to protect NGOs;\n2. Requests the Council.\n",
        Dialect::Plain,
    ),
    (
        "The United Nations High Commissioner for Refugees (UNHCR) and the Global Compact for Safe, Orderly and Regular Migration (the Compact). The Compact and the Convention. Security Council resolution 1325 (2000).\n\nResolution 1325 (2000) and resolution 1509 (2006) of the Council.\n\nThe Compact, paragraph 21. UNHCR, NHRI and NHRIs.\n\n“The NGO” said *NGO*.\n",
        Dialect::Markdown,
    ),
    (
        "<!-- penholder: ignore C001 because the page prints it so -->\n\nRecalling A/HCR/53/26 and General Assembly resolution 67/172, paragraph 3 (f), in which it called on “all States to respect the dignity of each migrant”.[^a]\n\n> Invites States to share what they have learned\n\nSee paragraph 4 above and section II below; resolution 67/172 of 21 December 2012. <!-- penholder: ignore C, Q001 -->\n\n## I. One\n\n1. The figure is 5 percent. [Text][ref] and [resolution 67/172](https://undocs.org/A/RES/67/173 \"title\"), `A/HCR/1`.\n\n   (a) It says “takes note of the report of the Secretary-General” (A/RES/67/172, para. 14);\n\n   (b) It <b title=\"A/HCR/2\">says</b> so. <https://example.org/A/HCR/3>\n\n3. The report, ibid.\n\n- An item\n\n    A/HCR/53/29 and resolution 67/172, para. 99, in the item or in code.\n\n[ref]: https://undocs.org/en/A/RES/70/1 \"A/HCR/4\"\n\n[^a]: Resolution 67/172, para. 1.\n[^b]: Never used.\n\n<div title=\"A/HCR/53/27\">\nA/HCR/53/28\n</div>\n",
        Dialect::Markdown,
    ),
    (
        "---\nlanguage: fr\npenholder.unheld: warning\n---\n\nRappelant sa résolution 67/172 du 20 décembre 2012, la résolution 1325 (2000) du Conseil de sécurité et la résolution 35/17 du Conseil des droits de l’homme,\n\nПодтверждая свою резолюцию 70/1 от 25 сентября 2015 года,\n\nإذ تشير إلى قرارها 70/1 المؤرخ 25 أيلول/سبتمبر 2015،\n\n回顾其2015年9月25日第70/1号决议，🕊\n\nTHE RIGHTS OF CHILDREN\n\nStates parties territory and States policies. The States view on migrants rights.\n",
        Dialect::Markdown,
    ),
    (
        "The Conference of the Parties, in its resolution 9/1 and decision 6/1, met with the Conference.\n\nThe Open-ended Working\n\nGroup met. The Open-ended Working Group, in its decision 5/1, noted resolution 7/3.\n\nNoted.\n\nThe United Nations Convention against Transnational Organized Crime was adopted. The Open-ended Working Group on Ageing and the United Nations Framework Convention on Climate Change were named.\n\nThe Conference, in its resolution 10/4.\n\n- An item\n\n    Human Rights Council resolution 35/17 and A/HCR/53/26\n\n    NGOs said so.\n\nIt asked the Secretary-General “to report on these other matters at the next session”.[^1]\n\n[^1]: Resolution 67/172, para. 1.\n",
        Dialect::Markdown,
    ),
    ("", Dialect::Plain),
];

/// The texts of pitfalls, and one whose pitfalls lie so far apart that chunks of blocks stand between them.
pub(crate) fn pitfalls() -> Vec<(String, Dialect)> {
    let own = PITFALLS.map(|(text, dialect)| (text.to_owned(), dialect));
    let apart = |(text, dialect): (&str, Dialect)| {
        let filler = "Noted.\n\n".repeat(150);
        let (half, rest) = text.split_at(text.find("\n\n1. ").unwrap_or(0));
        (format!("{half}\n\n{filler}{rest}"), dialect)
    };
    let long = format!(
        "The Global Compact (the Compact). {}The Compact, resolution 35/17.\n",
        "The report of the Commission goes on in resolution 52/1. It ends there. ".repeat(600)
    );
    let far = [PITFALLS[0], PITFALLS[1], PITFALLS[3]].map(apart);
    own.into_iter()
        .chain(far)
        .chain([(long, Dialect::Plain)])
        .collect()
}

/// Real texts, most of them cut to what is edited; none where the data folder is missing.
pub(crate) fn real_texts() -> Vec<(String, Dialect)> {
    let data = std::env::var_os("PENHOLDER_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"),
        PathBuf::from,
    );
    let folders = ["texts", "treaties"].map(|folder| std::fs::read_dir(data.join(folder)));
    let entries = folders.into_iter().flatten().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    if paths.is_empty() {
        eprintln!("left out: real texts, there is no {}", data.display());
    }
    paths.sort();
    let texts = paths
        .iter()
        .filter_map(|path| std::fs::read_to_string(path).ok());
    texts
        .enumerate()
        .map(|(index, text)| {
            let longest = match index % IN_FULL {
                0 => 10 * LONGEST,
                _ => LONGEST,
            };
            let end = (0..=text.len().min(longest))
                .rev()
                .find(|&at| text.is_char_boundary(at));
            let dialect = [Dialect::Plain, Dialect::Markdown][index % 2];
            (text[..end.unwrap_or(0)].to_owned(), dialect)
        })
        .collect()
}
