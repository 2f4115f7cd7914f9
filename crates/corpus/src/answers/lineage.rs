//! Earlier and later versions: by suffixes of symbols, by what records name as related, and by titles.

use citation::{Referent, Symbol};
use sources::{Heading, Lineage, Replacement, Source, fold, replacements};

use crate::corpus::{Corpus, heading_of};
use crate::error::CorpusError;
use crate::index::Class;

/// How many documents a list of a lineage holds.
const MOST: usize = 200;

/// The lineage of what `referent` names.
pub(super) fn of(corpus: &Corpus, referent: &Referent) -> Result<Lineage, CorpusError> {
    let mut lineage = Lineage::default();
    if let Some(symbol) = referent.symbol() {
        let canonical = symbol.canonical();
        lineage.of = ancestors(corpus, canonical)?;
        let (base, _) = split(canonical);
        lineage.revisions = suffixed(corpus, base, "/rev.", canonical)?;
        lineage.corrigenda = suffixed(corpus, canonical, "/corr.", canonical)?;
        lineage.addenda = suffixed(corpus, canonical, "/add.", canonical)?;
        let folded = fold(canonical);
        let rows = corpus.generation.dictionary.exact(Class::Related, &folded);
        lineage.adopted_as = corpus.headings(&rows)?;
    }
    let rows = corpus.rows(referent);
    let Some(row) = rows.first() else {
        return Ok(lineage);
    };
    let document = corpus.document_in(*row)?;
    for symbol in document
        .particulars
        .related
        .iter()
        .chain(&document.particulars.on_report)
    {
        let rows = corpus.rows(&Referent::Symbol(symbol.clone()));
        lineage.adopts.extend(corpus.headings(&rows)?);
    }
    let (earlier, later) = under_one_title(corpus, &document.facts)?;
    lineage.earlier = earlier;
    lineage.later = later;
    Ok(lineage)
}

/// What has superseded, abolished or reissued the document with this symbol.
pub(super) fn replaced(corpus: &Corpus, symbol: &Symbol) -> Result<Vec<Replacement>, CorpusError> {
    let folded = fold(symbol.canonical());
    let rows = corpus.generation.dictionary.exact(Class::Replaced, &folded);
    let mut found = Vec::new();
    for row in rows.into_iter().take(MOST) {
        let (facts, particulars) = corpus.head_in(row)?;
        found.extend(replacements(&facts, &particulars, symbol));
    }
    Ok(found)
}

/// A symbol without its last suffix, and that suffix: `A/C.3/67/L.40` and `Rev.1`.
fn split(symbol: &str) -> (&str, Option<&str>) {
    match symbol.rsplit_once('/') {
        Some((base, last))
            if ["Rev.", "Corr.", "Add.", "Amend."]
                .iter()
                .any(|suffix| last.starts_with(suffix)) =>
        {
            (base, Some(last))
        }
        _ => (symbol, None),
    }
}

/// The documents that are held of a symbol's beginnings: of `A/1/Add.2/Rev.1`, `A/1` and `A/1/Add.2`.
fn ancestors(corpus: &Corpus, symbol: &str) -> Result<Vec<Heading>, CorpusError> {
    let mut found = Vec::new();
    let mut left = symbol;
    while let (base, Some(_)) = split(left) {
        left = base;
        if let Some(symbol) = Symbol::parse(base) {
            let rows = corpus.rows(&Referent::Symbol(symbol));
            found.extend(corpus.headings(rows.get(..1).unwrap_or_default())?);
        }
    }
    found.reverse();
    Ok(found)
}

/// The documents whose symbol is `base`, `suffix` and a number; `own` is not among them.
fn suffixed(
    corpus: &Corpus,
    base: &str,
    suffix: &str,
    own: &str,
) -> Result<Vec<Heading>, CorpusError> {
    let folded = format!("{}{suffix}", fold(base));
    let own = fold(own);
    let mut found: Vec<(u32, u32)> = corpus
        .generation
        .dictionary
        .prefix(Class::Symbol, &folded, MOST)
        .into_iter()
        .filter(|(name, _)| *name != own)
        .filter_map(|(name, rows)| Some((name[folded.len()..].parse().ok()?, *rows.first()?)))
        .collect();
    found.sort_unstable();
    let mut headings = Vec::with_capacity(found.len());
    for (_, row) in found {
        headings.extend(heading_of(&corpus.head(row)?));
    }
    Ok(headings)
}

/// Documents of the same kind and body under the same title: those before, and those after.
fn under_one_title(
    corpus: &Corpus,
    facts: &Source,
) -> Result<(Vec<Heading>, Vec<Heading>), CorpusError> {
    let own = heading_of(facts).map(|heading| heading.referent);
    let Some(date) = facts.date else {
        return Ok((Vec::new(), Vec::new()));
    };
    let rows = corpus
        .generation
        .dictionary
        .exact(Class::Title, &fold(&facts.title));
    let mut others = Vec::new();
    for row in rows.into_iter().take(MOST) {
        let other = corpus.head(row)?;
        let same = other.kind == facts.kind && other.organ == facts.organ;
        if let (true, Some(heading), Some(day)) = (same, heading_of(&other), other.date)
            && own.as_ref() != Some(&heading.referent)
            && day != date
        {
            others.push((day, heading));
        }
    }
    others.sort_by_key(|(day, heading)| (*day, heading.referent.to_string()));
    others.dedup_by(|one, other| one.1.referent == other.1.referent);
    let after = others.partition_point(|(day, _)| *day < date);
    let later = others.split_off(after);
    let headings = |dated: Vec<(_, Heading)>| dated.into_iter().map(|(_, it)| it).collect();
    Ok((headings(others), headings(later)))
}
