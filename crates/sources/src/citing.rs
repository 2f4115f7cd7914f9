//! A document as a draft would cite it.

use crate::{Source, SourceKind};
use citation::{Act, Adopted, Body, Date, Referent, Symbol, Term, facts};

/// The form of a citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CiteStyle {
    /// "General Assembly resolution 67/172 of 20 December 2012".
    Full,
    /// "resolution 67/172".
    Short,
    /// "A/RES/67/172".
    Symbol,
    /// "General Assembly resolution 67/172, entitled “Protection of migrants”".
    Title,
    /// "[General Assembly resolution 67/172](https://docs.un.org/en/A/RES/67/172)".
    Markdown,
    /// "General Assembly resolution 67/172, para. 15".
    Footnote,
}

/// The citation of `referent`, with `paragraph` of it where one is named. `source` adds what a symbol does
/// not say: the date and the title.
pub fn cited(
    referent: &Referent,
    source: Option<&Source>,
    paragraph: Option<&str>,
    style: CiteStyle,
) -> String {
    let is_treaty = source.is_some_and(|source| source.kind == SourceKind::Treaty);
    let place = paragraph.map(|label| Place { label, is_treaty });
    let long = long(referent, source);
    match style {
        CiteStyle::Full => {
            let date = date(referent, source).filter(|_| is_adopted(referent));
            let dated = match date {
                Some(date) => format!("{long} of {}", date.in_prose()),
                None => long,
            };
            before(place.as_ref(), &dated)
        }
        CiteStyle::Short => before(place.as_ref(), &short(referent, source)),
        CiteStyle::Symbol => behind(&referent.to_string(), place.as_ref()),
        CiteStyle::Title => {
            let titled = match title(referent, source) {
                Some(title) => format!("{long}, entitled “{title}”"),
                None => long,
            };
            before(place.as_ref(), &titled)
        }
        CiteStyle::Markdown => {
            let names = source.iter().flat_map(|source| &source.referents);
            let address = std::iter::once(referent)
                .chain(names)
                .find_map(|name| name.address("en"));
            let linked = match address {
                Some(address) => {
                    let url = address.url.replace('(', "%28").replace(')', "%29");
                    format!("[{long}]({url})")
                }
                None => long,
            };
            before(place.as_ref(), &linked)
        }
        CiteStyle::Footnote => behind(&long, place.as_ref()),
    }
}

/// A paragraph, or an article of a treaty.
struct Place<'a> {
    label: &'a str,
    is_treaty: bool,
}

impl Place<'_> {
    /// The label with `joint` between the ends of a range.
    fn ranging(&self, joint: &str) -> String {
        let is_end = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || "()".contains(c));
        let mut parts = self.label.split(['-', '–', '—']).map(str::trim);
        let mut label = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let is_range = is_end(label.chars().next_back()) && is_end(part.chars().next());
            label.push_str(if is_range { joint } else { "-" });
            label.push_str(part);
        }
        label
    }

    fn is_several(&self) -> bool {
        self.label.contains(['-', '–', '—', ',']) || self.label.contains(" and ")
    }
}

/// "paragraph 15 of resolution 67/172".
fn before(place: Option<&Place<'_>>, document: &str) -> String {
    let Some(place) = place else {
        return document.to_owned();
    };
    let unit = match (place.is_treaty, place.is_several()) {
        (true, false) => "article",
        (true, true) => "articles",
        (false, false) => "paragraph",
        (false, true) => "paragraphs",
    };
    // The name of a treaty takes the article; a number does not.
    let the = if place.is_treaty { "the " } else { "" };
    format!("{unit} {} of {the}{document}", place.ranging(" to "))
}

/// "General Assembly resolution 67/172, para. 15".
fn behind(document: &str, place: Option<&Place<'_>>) -> String {
    let Some(place) = place else {
        return document.to_owned();
    };
    let unit = match (place.is_treaty, place.is_several()) {
        (true, false) => "art.",
        (true, true) => "arts.",
        (false, false) => "para.",
        (false, true) => "paras.",
    };
    format!("{document}, {unit} {}", place.ranging("–"))
}

fn is_adopted(referent: &Referent) -> bool {
    referent
        .symbol()
        .is_some_and(|symbol| symbol.adopted().is_some())
}

/// "General Assembly resolution 67/172"; the symbol or the title of anything that was not adopted by
/// number.
fn long(referent: &Referent, source: Option<&Source>) -> String {
    let short = short(referent, source);
    let body = referent
        .symbol()
        .and_then(Symbol::adopted)
        .and_then(|adopted| adopted.body.name());
    match body {
        Some(body) => format!("{body} {short}"),
        None => short,
    }
}

fn short(referent: &Referent, source: Option<&Source>) -> String {
    let Some(adopted) = referent.symbol().and_then(Symbol::adopted) else {
        return match (referent, source) {
            (Referent::Instrument(_), Some(source)) => source.title.to_string(),
            _ => referent.to_string(),
        };
    };
    let act = match adopted.act {
        Act::Resolution => "resolution",
        Act::Decision => "decision",
        // Other texts are cited by their symbols.
        Act::PresidentialStatement => return referent.to_string(),
    };
    format!("{act} {}", number(adopted))
}

/// The number as prose has it. A resolution of the Security Council has its year behind it, which its symbol
/// may leave out.
fn number(adopted: &Adopted) -> String {
    let year = match adopted.term {
        Term::Unstated if adopted.body.key() == Body::SECURITY_COUNCIL => {
            facts::sure_security_council_year(adopted.number)
        }
        _ => None,
    };
    let bare = adopted.in_prose();
    year.map_or_else(|| bare.clone(), |year| format!("{bare} ({year})"))
}

fn title(referent: &Referent, source: Option<&Source>) -> Option<String> {
    let title = &source?.title;
    let is_name = **title == *referent.to_string() || title.is_empty();
    (!is_name).then(|| title.to_string())
}

fn date(referent: &Referent, source: Option<&Source>) -> Option<Date> {
    let known = referent.symbol().and_then(facts::adoption_date);
    source
        .and_then(|source| source.date)
        .or(known.map(|known| known.date))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Catalogue, Sources};

    fn of(symbol: &str, paragraph: Option<&str>, style: CiteStyle) -> String {
        let referent = Referent::Symbol(Symbol::parse(symbol).unwrap());
        let source = Catalogue.resolve(&referent).value;
        cited(&referent, source.as_deref(), paragraph, style)
    }

    #[test]
    fn every_style_writes_its_form() {
        for (symbol, paragraph, style, expected) in [
            ("A/RES/67/172", None, CiteStyle::Short, "resolution 67/172"),
            (
                "A/RES/67/172",
                Some("15"),
                CiteStyle::Short,
                "paragraph 15 of resolution 67/172",
            ),
            (
                "A/RES/67/172",
                Some("12-14"),
                CiteStyle::Footnote,
                "General Assembly resolution 67/172, paras. 12–14",
            ),
            (
                "A/RES/67/172",
                Some("12-14"),
                CiteStyle::Short,
                "paragraphs 12 to 14 of resolution 67/172",
            ),
            (
                "A/RES/67/172",
                Some("3 (a)–(c)"),
                CiteStyle::Short,
                "paragraphs 3 (a) to (c) of resolution 67/172",
            ),
            ("A/RES/67/172", None, CiteStyle::Symbol, "A/RES/67/172"),
            (
                "A/RES/67/172",
                None,
                CiteStyle::Full,
                "General Assembly resolution 67/172 of 20 December 2012",
            ),
            (
                "S/RES/1325 (2000)",
                None,
                CiteStyle::Markdown,
                "[Security Council resolution 1325 (2000)](https://docs.un.org/en/S/RES/1325%282000%29)",
            ),
            (
                "S/RES/1325",
                None,
                CiteStyle::Short,
                "resolution 1325 (2000)",
            ),
            ("A/HRC/20/24", None, CiteStyle::Full, "A/HRC/20/24"),
            (
                "A/HRC/20/24",
                Some("7"),
                CiteStyle::Footnote,
                "A/HRC/20/24, para. 7",
            ),
        ] {
            assert_eq!(of(symbol, paragraph, style), expected, "{symbol}");
        }
    }

    #[test]
    fn a_treaty_is_cited_by_its_name_and_articles() {
        let title = "Convention on the Rights of the Child";
        let referent = Referent::Instrument(title.into());
        let source = Catalogue.resolve(&referent).value;
        assert!(source.is_some());
        let cite = |style| cited(&referent, source.as_deref(), Some("3"), style);
        assert_eq!(
            cite(CiteStyle::Short),
            "article 3 of the Convention on the Rights of the Child"
        );
        assert_eq!(
            cite(CiteStyle::Footnote),
            "Convention on the Rights of the Child, art. 3"
        );
    }
}
