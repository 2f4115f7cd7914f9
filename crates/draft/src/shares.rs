//! Work on many things that do not wait for each other, shared between the cores.
//!
//! The caller does its share, and alone asks whether anybody still wants the result; the others see by a flag that
//! nobody does.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{self, ScopedJoinHandle};

/// From so many bytes on the blocks of one draft are worth sharing between the cores, as far as they do not wait for
/// each other: below, starting a thread costs more than it saves.
pub const WORTH_SHARING: usize = 128 << 10;

/// What `work` makes of each of `items`, in their order, on all cores. Where `stop` said so, which is asked before
/// each item of the caller's share, some are missing; what there is then means nothing.
///
/// A panic in `work` is passed on.
///
/// ```
/// let lengths = draft::in_shares(&["a", "bc"], &|| false, |word| word.len());
/// assert_eq!(lengths, [1, 2]);
/// ```
pub fn in_shares<T: Sync, R: Send>(
    items: &[T],
    stop: &dyn Fn() -> bool,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let workers = cores.min(items.len());
    if workers < 2 {
        return items.iter().take_while(|_| !stop()).map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let is_stopped = AtomicBool::new(false);
    let share = |stop: &dyn Fn() -> bool| {
        let mut done = Vec::new();
        loop {
            if is_stopped.load(Ordering::Relaxed) || stop() {
                is_stopped.store(true, Ordering::Relaxed);
                return done;
            }
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(index) else {
                return done;
            };
            done.push((index, work(item)));
        }
    };
    let mut done = thread::scope(|scope| {
        let other = |_| {
            let builder = thread::Builder::new();
            // Where the system has no thread to spare, the caller does the work.
            builder.spawn_scoped(scope, || share(&|| false)).ok()
        };
        let others: Vec<ScopedJoinHandle<'_, _>> = (1..workers).filter_map(other).collect();
        let mut done = share(stop);
        for other in others {
            match other.join() {
                Ok(theirs) => done.extend(theirs),
                Err(fault) => std::panic::resume_unwind(fault),
            }
        }
        done
    });
    done.sort_unstable_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_in_order_however_the_work_was_shared() {
        let items: Vec<usize> = (0..1000).collect();
        let doubled = in_shares(&items, &|| false, |item| item * 2);
        assert_eq!(doubled, (0..2000).step_by(2).collect::<Vec<_>>());
        assert_eq!(in_shares(&[] as &[u8], &|| false, |item| *item), [0; 0]);
    }

    #[test]
    fn nobody_goes_on_once_the_caller_was_told_to_stop() {
        let items = [0_u8; 1000];
        let is_told = AtomicBool::new(false);
        let begun = AtomicUsize::new(0);
        let stop = || {
            is_told.store(true, Ordering::SeqCst);
            true
        };
        in_shares(&items, &stop, |_| {
            begun.fetch_add(1, Ordering::SeqCst);
            while !is_told.load(Ordering::SeqCst) {
                thread::yield_now();
            }
            // Long enough for the caller to leave word.
            thread::sleep(std::time::Duration::from_millis(1));
        });
        assert!(begun.into_inner() < items.len());
    }
}
