//! The symbol behind the number of a general comment: "general comment No. 24 (2019) (CRC/C/GC/25)", where the symbol has
//! another number.

use citation::{Kind, Symbol, single_spaced};
use resolve::Reference;

use super::is_sound;
use crate::Context;
use crate::sentence::sentence_case;

/// A general comment and the symbol of another one behind it.
pub(super) struct WrongSymbol<'r> {
    /// The general comment by its number and year.
    pub(super) comment: String,
    /// Its own symbol.
    pub(super) own: &'r Symbol,
    /// The one behind it.
    pub(super) wrong: &'r Symbol,
}

/// The symbol of another general comment in brackets right behind one that the text names by its number.
pub(super) fn wrong<'r>(
    context: &Context<'_>,
    named: &'r Reference,
    numbered: &'r Reference,
) -> Option<WrongSymbol<'r>> {
    if named.kind != Kind::Named || numbered.kind != Kind::Symbol || !is_sound(named) {
        return None;
    }
    let own = named.referent.as_ref()?.symbol()?;
    let wrong = numbered.referent.as_ref()?.symbol()?;
    let differ = number(own)? != number(wrong)? && committee(own) == committee(wrong);
    let text = context.text();
    let between = text.get(named.token.end..numbered.token.start)?;
    let stands = between.trim() == "(" && text[numbered.token.end..].starts_with([')', ',', ';']);
    let written = single_spaced(text.get(named.token.clone())?);
    let is_comment = || {
        let words = written.to_lowercase();
        words.contains("general comment") || words.contains("general recommendation")
    };
    (differ && stands && is_comment()).then(|| WrongSymbol {
        comment: sentence_case(&written),
        own,
        wrong,
    })
}

/// The number of a general comment by a symbol that ends with it: 24 for `CRC/C/GC/24`. That of a joint one, which has two,
/// and an addendum or a revision are left alone.
fn number(symbol: &Symbol) -> Option<u16> {
    let (_, number) = symbol.canonical().split_once("/GC/")?;
    number.parse().ok()
}

/// What a symbol has before the number of its general comment.
fn committee(symbol: &Symbol) -> Option<&str> {
    symbol
        .canonical()
        .split_once("/GC/")
        .map(|(committee, _)| committee)
}
