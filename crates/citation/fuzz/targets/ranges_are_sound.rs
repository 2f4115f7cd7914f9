//! Tokens are in order, apart and inside their phrases; every range is one of the text.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

fuzz_target!(|text: &str| invariants::ranges_are_sound(text));
