//! Blocks scanned one by one give what the text scanned as a whole gives.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

fuzz_target!(|text: &str| invariants::blocks_are_independent(text));
