//! Whose words stand around a number: the nearest line that says so, else the draft.

use citation::{Body, Referent};

use super::{Numbers, numbered_by};
use crate::bodies::may_mean;
use crate::questions::{Said, Topic};

impl Numbers<'_> {
    /// Whose words stand at the byte `at` of the block: the nearest line before it says so, or the draft.
    pub(super) fn voice_at(&self, at: usize) -> Option<Body> {
        let here = self.voices.iter().rev().find(|(end, _)| *end <= at);
        here.map(|(_, body)| body.clone())
            .or_else(|| self.rest.voice())
            .or_else(|| self.speaker.body.clone())
    }

    /// The number `written` at the byte `at` as that of the body whose words follow, where it has no symbols and writes
    /// its numbers so.
    pub(in crate::bind) fn of_voice(&self, written: &str, at: usize) -> Option<Referent> {
        let body = self.voice_at(at)?;
        let writes = !body.has_symbols() && body.is_known_to_write(written);
        writes.then(|| numbered_by(&body, written))
    }

    /// The body whose words stand at the byte `at`, where `noun` may mean it: "the Commission" in what a commission says.
    pub(super) fn speaks_as(&self, noun: &Body, at: usize) -> Option<Body> {
        let speaks = self.voice_at(at)?;
        may_mean(noun, &speaks).then_some(speaks)
    }

    /// Tells the blocks behind this one whose words they are.
    pub(in crate::bind) fn tell_voice(&self) {
        if let Some((_, body)) = self.voices.last() {
            self.rest.tell(Topic::Voice, Said::Body(body.clone()));
        }
    }
}
