//! Counts how much of a text the scanner looks at beside the place it reads, for tests that hold it to be bounded: the
//! clock is noisy, and a count is the same each time.

#[cfg(test)]
thread_local! {
    static LOOKED_AT: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Counts bytes, or other things, that are looked at. Does nothing outside tests.
#[inline]
pub(crate) fn count(amount: usize) {
    #[cfg(test)]
    LOOKED_AT.set(LOOKED_AT.get() + amount);
    #[cfg(not(test))]
    let _ = amount;
}

/// How much has been looked at on this thread while `reading`.
#[cfg(test)]
pub(crate) fn during(reading: impl FnOnce()) -> usize {
    let before = LOOKED_AT.get();
    reading();
    LOOKED_AT.get() - before
}
