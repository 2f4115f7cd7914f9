//! References that are neither United Nations symbols nor numbers of resolutions, one family a file.
//!
//! A family says which words begin its search and reads what stands around them; it never walks the
//! text itself, so that a further family costs nothing where its words are absent.

mod back_references;
mod coded_decisions;
mod commission_articles;
pub(crate) mod communications;
mod conference_reports;
mod conferences;
mod declarations;
mod european_union;
pub(crate) mod general_comments;
pub(crate) mod goals;
mod ilo;
mod lettered_treaties;
mod listed_treaties;
mod numbered_protocols;
mod pattern;
mod quoted_titles;
mod reading;
mod records;
mod tabled;
mod titles;
mod treaty_series;

use std::ops::Range;
use std::sync::LazyLock;

use self::tabled::Tabled;
use crate::scan::{WithoutStrokes, pinpoints};
use crate::{Citation, Form, Kind, Referent};

/// One family of references.
pub(crate) trait Family: Sync {
    /// Stretches of ASCII, in the capitals they are printed with and rare in prose, one of which every
    /// reference of the family contains.
    ///
    /// One with a capital or a digit at the start of a word costs nothing where it is absent; if that is its
    /// first byte, it counts only behind something that is neither letter nor digit. The others are searched for,
    /// and should be few, with three bytes or more.
    fn anchors(&self) -> &'static [&'static str];

    /// Adds to `found` every citation that the anchor at `anchor` belongs to. `text` is one folded block;
    /// all ranges are byte offsets into it, and a token may begin before its anchor.
    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>);

    /// Whether all that would be read at `anchor` is given up for the name at `name`, around the anchor, where that
    /// name holds: then nothing need be read.
    fn gives_way(&self, _text: &str, _anchor: &Range<usize>, _name: &Range<usize>) -> bool {
        false
    }

    /// The same for the title of an instrument at `title`, around the anchor, that no lexicon has.
    fn gives_way_to_title(
        &self,
        _text: &str,
        _anchor: &Range<usize>,
        _title: &Range<usize>,
    ) -> bool {
        false
    }
}

/// The families that are a table each.
static TABLES: [Tabled; 13] = [
    Tabled::new(include_str!("../data/families/african_union.tsv")),
    Tabled::new(include_str!("../data/families/council_of_europe.tsv")),
    Tabled::new(include_str!("../data/families/economic_organizations.tsv")),
    Tabled::new(include_str!(
        "../data/families/european_union_documents.tsv"
    )),
    Tabled::new(include_str!(
        "../data/families/independent_organizations.tsv"
    )),
    Tabled::new(include_str!("../data/families/labour_documents.tsv")),
    Tabled::new(include_str!(
        "../data/families/organization_of_american_states.tsv"
    )),
    Tabled::new(include_str!("../data/families/osce.tsv")),
    Tabled::new(include_str!("../data/families/sales_numbers.tsv")),
    Tabled::new(include_str!("../data/families/small_titles.tsv")),
    Tabled::new(include_str!("../data/families/specialized_agencies.tsv")),
    Tabled::new(include_str!("../data/families/subsidiary_bodies.tsv")),
    Tabled::new(include_str!("../data/families/unhcr.tsv")),
];

/// The families whose forms take more than a table.
static CODED: [&dyn Family; 20] = [
    &back_references::BackReferences,
    &coded_decisions::CodedDecisions,
    &commission_articles::CommissionArticles,
    &communications::Communications,
    &conference_reports::ConferenceReports,
    &conferences::Conferences,
    &declarations::Declarations,
    &european_union::UnionActs,
    &general_comments::GeneralComments,
    &goals::Goals,
    &goals::GoalsAlone,
    &ilo::LabourInstruments,
    &lettered_treaties::LetteredTreaties,
    &listed_treaties::ListedTreaties,
    &numbered_protocols::NumberedProtocols,
    &quoted_titles::QuotedTitles,
    &records::Records,
    &titles::Titles,
    &treaty_series::TreatySeries,
    &WithoutStrokes,
];

/// Every family.
pub(crate) static FAMILIES: LazyLock<Vec<&'static dyn Family>> = LazyLock::new(|| {
    let tabled = TABLES.iter().map(|table| table as &dyn Family);
    CODED.iter().copied().chain(tabled).collect()
});

/// What the families alone read in `text`, for their tests.
#[cfg(test)]
fn read_alone(text: &str) -> Vec<Citation> {
    let mut found = Vec::new();
    for family in FAMILIES.iter() {
        for anchor in family.anchors() {
            for (start, _) in text.match_indices(anchor) {
                family.read(text, start..start + anchor.len(), &mut found);
            }
        }
    }
    found
}

/// What a scan without names finds in `text`, for the tests of the families.
#[cfg(test)]
fn scan_nameless(text: &str) -> Vec<Citation> {
    static NAMELESS: LazyLock<crate::Lexicon> = LazyLock::new(crate::Lexicon::default);
    crate::scan(text, &NAMELESS)
}

/// A citation of the volume or issue at `token` of `text`, by its canonical words, with the paragraph reference
/// behind it.
fn series_citation(text: &str, token: Range<usize>, canonical: String) -> Citation {
    let form = Form::Whole(Referent::Other(canonical.into()));
    with_place_behind(text, token, Kind::Series, form)
}

/// The citation at `token` of `text` with the paragraph reference behind it and nothing else that may belong to it.
fn with_place_behind(text: &str, token: Range<usize>, kind: Kind, form: Form) -> Citation {
    let pinpoint = pinpoints::after(text, token.end);
    let end = pinpoint
        .as_ref()
        .map_or(token.end, |pinpoint| pinpoint.span.end);
    Citation {
        phrase: token.start..end,
        token,
        kind,
        form,
        pinpoint,
        date: None,
    }
}

#[cfg(test)]
mod test {
    //! What families find, drawn as text in and lines out.

    use crate::{Form, Lexicon, scan};

    /// Each citation as `token = meaning [pinpoint]`.
    pub(super) fn read(text: &str) -> Vec<String> {
        scan(text, &Lexicon::default())
            .into_iter()
            .map(|citation| {
                let token: Vec<&str> = text[citation.token].split_whitespace().collect();
                let meaning = match citation.form {
                    Form::Whole(referent) => referent.to_string(),
                    Form::Back(back) => format!("{back:?}"),
                    other => format!("{other:?}"),
                };
                let pinpoint = citation
                    .pinpoint
                    .map(|pinpoint| format!(" [{pinpoint}]"))
                    .unwrap_or_default();
                format!("{} = {meaning}{pinpoint}", token.join(" "))
            })
            .collect()
    }

    #[track_caller]
    pub(super) fn finds(text: &str, wanted: &[&str]) {
        assert_eq!(read(text), wanted, "{text}");
    }

    /// Asserts which words of a text are read as titles.
    #[track_caller]
    pub(super) fn finds_titles(text: &str, wanted: &[&str]) {
        let found: Vec<&str> = scan(text, &Lexicon::default())
            .into_iter()
            .filter(|citation| {
                matches!(
                    citation.form,
                    Form::Title { .. } | Form::ListedTreaty { .. }
                )
            })
            .map(|citation| &text[citation.token])
            .collect();
        assert_eq!(found, wanted, "{text}");
    }
}
