//! Whatever bytes come in, `rank` answers with JSON or with a list of faults.
#![no_main]

use std::num::NonZeroUsize;

use libfuzzer_sys::fuzz_target;

#[path = "../../src/domain/scoring/mod.rs"]
#[allow(dead_code, unused_imports, reason = "a library of its own, of which one door is tried")]
mod scoring;

fuzz_target!(|bytes: &[u8]| {
    let text = match scoring::contract::rank(bytes, NonZeroUsize::MIN) {
        Ok(answer) => answer,
        Err(problems) => {
            assert!(!problems.errors.is_empty() && problems.errors.len() <= 100);
            problems.to_json()
        }
    };
    let read: Result<serde_json::Value, _> = serde_json::from_str(&text);
    assert!(read.is_ok(), "{text}");
});
