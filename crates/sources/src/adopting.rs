//! Which resolution adopted a treaty. A treaty is cited by its name, and its resolution is a document of its own, so
//! what binds them stands in a table, `data/adopting.tsv`.

use std::collections::HashMap;
use std::sync::LazyLock;

use citation::{Symbol, table};

static ADOPTING: LazyLock<HashMap<&'static str, Symbol>> = LazyLock::new(|| {
    table::rows::<3>(include_str!("../data/adopting.tsv"))
        .filter_map(|[title, symbol, _]| Some((title, Symbol::parse(symbol)?)))
        .collect()
});

/// The resolution of the General Assembly with which the treaty of this official title was adopted.
pub fn adopting_resolution(treaty: &str) -> Option<&'static Symbol> {
    ADOPTING.get(treaty)
}

#[cfg(test)]
mod tests {
    use citation::{Act, Body, Referent};

    use super::*;
    use crate::{Catalogue, SourceKind, Sources};

    #[test]
    fn every_row_binds_a_treaty_of_the_catalogue_to_a_resolution() {
        for [title, symbol, source] in table::rows::<3>(include_str!("../data/adopting.tsv")) {
            let treaty = Catalogue.resolve(&Referent::Instrument(title.into())).value;
            let treaty = treaty.expect(title);
            assert_eq!((&*treaty.title, treaty.kind), (title, SourceKind::Treaty));
            let adopted = adopting_resolution(title)
                .and_then(Symbol::adopted)
                .expect(symbol);
            assert_eq!(
                (adopted.act, adopted.body.key()),
                (Act::Resolution, Body::GENERAL_ASSEMBLY)
            );
            assert!(!source.is_empty(), "{title}");
            // The days of the two agree where both are held.
            let resolution = Referent::Symbol(adopting_resolution(title).expect(symbol).clone());
            let resolution = Catalogue.resolve(&resolution).value;
            if let Some((one, other)) = treaty.date.zip(resolution.and_then(|it| it.date)) {
                assert_eq!(one, other, "{title}");
            }
        }
    }
}
