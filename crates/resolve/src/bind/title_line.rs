//! Numbers that open a title line, "78/217. Protection of migrants": the draft's own, or those of the texts that a report
//! or a volume prints and lists in its contents.

use citation::{Act, Body, Citation, Form, Naming, Referent, Symbol, facts};
use draft::Block;

use super::Binder;
use super::broken_off::{act_of, may_be_adopted};

/// How far into a draft its title may stand, in bytes.
const TITLE: usize = 2000;

impl Binder<'_> {
    /// The number that opens a title line as what it is there: the draft itself, a text of the body whose words follow, of
    /// the one that the words above announce, or of the one whose session the draft is of. `None` where it numbers
    /// something else.
    pub(super) fn title_line(
        &self,
        citation: &Citation,
        text: &str,
        block: &Block<'_>,
    ) -> Option<Citation> {
        let written = text.get(citation.token.clone())?;
        let with_form = |form: Form| Citation {
            form,
            ..citation.clone()
        };
        if let Some(own) = self.own_by_number(citation, written, text, block) {
            return Some(with_form(Form::Whole(own)));
        }
        if let Some(item) = self.before.listed(citation, text) {
            return Some(item);
        }
        let naming = self.printed(citation, written, text)?;
        Some(with_form(Form::Number {
            act: act_of(written).unwrap_or(Act::Resolution),
            naming,
            stem: None,
        }))
    }

    /// What the number means that opens a title line: the draft itself, or a text of the body whose words follow.
    fn own_by_number(
        &self,
        citation: &Citation,
        written: &str,
        text: &str,
        block: &Block<'_>,
    ) -> Option<Referent> {
        let is_own = |own: &&Symbol| {
            let adopted = own.adopted();
            let symbol = adopted.and_then(|adopted| citation.number(text, &adopted.body));
            symbol.map_or_else(
                || ends_with_number(own.canonical(), written),
                |symbol| symbol == **own,
            )
        };
        let own = self.speaker.symbol.as_ref();
        if let Some(own) = own.filter(is_own) {
            return Some(Referent::Symbol(own.clone()));
        }
        if let Some(number) = self.numbers.of_voice(written, citation.token.start) {
            return Some(number);
        }
        let titled = own
            .is_none()
            .then(|| self.titled_by_number(citation, text, block));
        titled.flatten().map(Referent::Symbol)
    }

    /// The resolution whose number opens the title of a draft of the General Assembly that has lost its masthead.
    fn titled_by_number(
        &self,
        citation: &Citation,
        text: &str,
        block: &Block<'_>,
    ) -> Option<Symbol> {
        let assembly = Body::general_assembly();
        let speaks = self.speaker.body.as_ref() == Some(&assembly);
        if !speaks || block.span.start >= TITLE {
            return None;
        }
        let symbol = citation.number(text, &assembly)?;
        let is_possible = !facts::is_impossible(&symbol, self.speaker.adopted_by);
        is_possible.then_some(symbol)
    }

    /// Whose the number `written` is in a draft that prints the texts of a session, or lists them: that of the organ of the
    /// session, or of the General Assembly in a draft that names it and nobody else who numbers so.
    fn printed(&self, citation: &Citation, written: &str, text: &str) -> Option<Naming> {
        let session = written.split_once('/')?.0.parse().ok();
        let of_session = session
            .and_then(|session| self.numbers.meets(session, citation.token.start))
            .or_else(|| self.speaker.prints(session?));
        if let Some(body) = of_session {
            return Some(Naming::Named(body));
        }
        let assembly = Body::general_assembly();
        let symbol = citation.number(text, &assembly)?;
        let rest = self.numbers.rest;
        // Nobody else counts decisions of a session from 401.
        let is_told = || act_of(written).is_some() || rest.names(&assembly);
        let is_assemblys = may_be_adopted(written)
            && session.is_some_and(|session: u16| session < 100)
            && !facts::is_impossible(&symbol, self.speaker.adopted_by)
            && is_told()
            && rest
                .only_writer(written)
                .is_none_or(|writer| writer == assembly);
        is_assemblys.then_some(Naming::Named(assembly))
    }
}

/// Whether the symbol of a text that a conference adopted ends with the session and the number that are `written`, with a
/// stroke between or each in a component of its own: CBD/COP/DEC/16/32, UNEP/EA.5/Res.14.
fn ends_with_number(symbol: &str, written: &str) -> bool {
    let head = symbol.strip_suffix(written);
    if head.is_some_and(|head| head.ends_with('/')) {
        return true;
    }
    let is_adopted = Body::of_text(symbol).is_some() && !symbol.contains("/L.");
    let Some((session, number)) = written.split_once('/') else {
        return false;
    };
    let mut figures = symbol
        .rsplit(|c: char| !c.is_ascii_digit())
        .filter(|figures| !figures.is_empty());
    is_adopted && figures.next() == Some(number) && figures.next() == Some(session)
}
