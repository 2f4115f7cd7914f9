//! Questions that whatever is damaged may end, up to a panic of the engine that reads an index.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    static IS_ASKING: Cell<bool> = const { Cell::new(false) };
}

/// Whether a panic of this thread is taken for damage of a corpus, which is said in words, and not for a fault of the
/// program.
pub fn is_fault_of_damage() -> bool {
    IS_ASKING.get()
}

/// What `ask` gives; `None` where it panics over something damaged.
pub(crate) fn carefully<T>(ask: impl FnOnce() -> T) -> Option<T> {
    let before = IS_ASKING.replace(true);
    let answer = catch_unwind(AssertUnwindSafe(ask));
    IS_ASKING.set(before);
    answer.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_one_of_damage_while_somebody_asks() {
        assert!(!is_fault_of_damage());
        let nested = carefully(|| {
            assert_eq!(carefully(is_fault_of_damage), Some(true));
            is_fault_of_damage()
        });
        assert_eq!(nested, Some(true));
        assert_eq!(carefully::<()>(|| panic!("the engine gives up")), None);
        assert!(!is_fault_of_damage());
    }
}
