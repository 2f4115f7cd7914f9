//! Numbers that go by the noun of a body, "Commission resolution 66/1": which body of the draft it means.

use std::sync::Arc;

use citation::{Body, Referent, Symbol};

use super::forms::{candidates, settled_by_form};
use super::{Number, Numbers, Written};
use crate::bind::Meaning;

impl Numbers<'_> {
    /// "Commission resolution 66/1", "decision 15/8 of the Conference of the Parties".
    pub(super) fn by_noun(&self, number: &Number<'_>, noun: &Body) -> Meaning {
        let at = number.citation.token.start;
        if let Some(speaks) = self
            .speaks_as(noun, number)
            .filter(|body| self.fits(number, body))
        {
            return (number.of(&speaks), true);
        }
        let meant_bodies = self.rest.meant_by(noun, at, &self.written(number));
        if meant_bodies.fitting.is_empty()
            && let Some(commission) = self.commission_on_human_rights(number, noun)
        {
            return (number.of(&commission), false);
        }
        // The year of a number may be mistyped; that it has one, and no session in Roman numerals, says whose it is.
        let token = number.token();
        let parenthesis = token.split_once('(').map(|(_, behind)| behind);
        let has_year =
            parenthesis.is_some_and(|behind| behind.starts_with(|c: char| c.is_ascii_digit()));
        let is_mistyped = has_year && meant_bodies.has_council();
        let mut meant = self.nearest(number, meant_bodies.fitting);
        if meant.is_empty() && is_mistyped {
            meant.push(Body::new(Body::SECURITY_COUNCIL));
        }
        if noun.key() == "Council" {
            // The form of a number tells the councils apart where the draft has not named them.
            for key in [Body::ECONOMIC_AND_SOCIAL_COUNCIL, Body::SECURITY_COUNCIL] {
                let body = Body::new(key);
                if !meant.contains(&body) && self.fits(number, &body) {
                    meant.push(body);
                }
            }
        }
        let settled = meant.len() == 1;
        let rights = Body::new(Body::HUMAN_RIGHTS_COUNCIL);
        // Other councils number by session as well: it is the likeliest, and no more.
        if noun.key() == "Council" && meant.is_empty() && self.fits(number, &rights) {
            meant.push(rights);
        }
        if let Some(referent) = meant.first().and_then(|body| number.of(body)) {
            return (Some(referent), settled);
        }
        // "resolutions 60/251 and 5/1 of the Council".
        let forms = (noun.key() == "Council").then(|| candidates(number, [].iter()));
        let of_assembly = forms.and_then(|forms| forms.into_iter().find(settled_by_form));
        let referent = of_assembly.map(Referent::Symbol);
        (referent.or_else(|| number.of(noun)), false)
    }

    /// The body that a noun means here, where there is one; any other body under the fullest name that the draft has for it.
    pub(super) fn spelt_out(&self, number: &Number<'_>, body: Body) -> Body {
        if !body.is_noun() {
            return self.rest.fuller(&body);
        }
        let at = number.citation.token.start;
        if let Some(speaks) = self
            .speaks_as(&body, number)
            .filter(|body| self.fits(number, body))
        {
            return speaks;
        }
        let meant = self.rest.meant_by(&body, at, &self.written(number));
        if meant.fitting.is_empty()
            && let Some(commission) = self.commission_on_human_rights(number, &body)
        {
            return commission;
        }
        // The year of a number may be mistyped; that it has one says whose it is.
        let is_mistyped = meant.is_council() && number.token().contains('(');
        let only_one = is_mistyped.then(|| Body::new(Body::SECURITY_COUNCIL));
        let fitting = self.nearest(number, meant.fitting).into_iter().next();
        fitting.or(only_one).unwrap_or(body)
    }

    /// The Commission on Human Rights, where `noun` is "the Commission" in a document submitted to it or to the Council
    /// that took its place, and the number may be its.
    fn commission_on_human_rights(&self, number: &Number<'_>, noun: &Body) -> Option<Body> {
        if noun.key() != "Commission" {
            return None;
        }
        self.speaker.addressee.as_ref()?;
        let commission = Body::new(Body::COMMISSION_ON_HUMAN_RIGHTS);
        self.fits(number, &commission).then_some(commission)
    }

    /// The bodies that a noun may mean, `fitting` the number: the Security Council first, where the number stands alone and
    /// is one of its own. Of all councils texts cite it so.
    fn nearest(&self, number: &Number<'_>, mut fitting: Vec<Body>) -> Vec<Body> {
        let council = Body::new(Body::SECURITY_COUNCIL);
        let token = number.token();
        let is_bare = token.bytes().all(|byte| byte.is_ascii_digit());
        let is_its = |symbol: Symbol| self.exists(&symbol);
        if is_bare && fitting.contains(&council) && number.symbol(&council).is_some_and(is_its) {
            fitting.retain(|body| *body == council);
        }
        fitting
    }

    fn written(&self, number: &Number<'_>) -> Arc<Written> {
        Arc::new(Written::of(number, self.speaker.adopted_by))
    }
}
