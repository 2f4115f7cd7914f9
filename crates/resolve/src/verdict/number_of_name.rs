//! A number whose body the instrument settles that is named before it: "the Pact for the Future, adopted in resolution
//! 79/1", for the Pact was adopted by that number.

use citation::{Act, Kind, Referent};

use crate::bind::Bound;
use crate::candidates;
use crate::reference::Reference;

/// Name and number stand no further apart than this, in bytes.
const NEAR: usize = 160;

/// The resolution by which the instrument `named` was adopted, where an unsettled number behind it is that resolution's.
pub(super) fn resolution(bound: &Bound, named: &Reference) -> Option<Referent> {
    let is_near = || bound.token.start.saturating_sub(named.token.end) <= NEAR;
    let is_name = matches!(named.kind, Kind::Named | Kind::Short);
    if bound.kind != Kind::Number || bound.is_settled() || !is_name || !is_near() {
        return None;
    }
    let written = candidates::number(bound)?;
    let source = named.source.as_ref()?;
    let own = source.referents.iter().filter_map(Referent::symbol);
    // A treaty is no resolution; a table has the one that adopted it.
    own.chain(sources::adopting_resolution(&source.title))
        .find(|symbol| {
            symbol.adopted().is_some_and(|own| {
                own.act == Act::Resolution
                    && (own.act, &own.term, own.number)
                        == (written.act, &written.term, written.number)
                    && own.part == written.part
            })
        })
        .cloned()
        .map(Referent::Symbol)
}
