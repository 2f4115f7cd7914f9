//! Work done by several threads and handed back in order.
//!
//! Order makes numbers, and with them every answer, the same on any number of cores. A slow job holds the
//! others back only as far as the window goes, which bounds the memory.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// How many results may wait for an earlier one, for each thread.
const WINDOW: usize = 16;

struct State<R> {
    taken: usize,
    handed: usize,
    done: BTreeMap<usize, R>,
    stopped: bool,
}

/// Does `work` on every job with `threads` threads, and calls `take` with the results in the order of the
/// jobs, on this thread. Stops when `take` fails.
///
/// # Errors
/// What `take` fails with.
pub(crate) fn in_order<J: Sync, R: Send, E>(
    jobs: &[J],
    threads: usize,
    work: impl Fn(&J) -> R + Sync,
    mut take: impl FnMut(&J, R) -> Result<(), E>,
) -> Result<(), E> {
    let threads = threads.clamp(1, jobs.len().max(1));
    let window = threads * WINDOW;
    let state = Mutex::new(State {
        taken: 0,
        handed: 0,
        done: BTreeMap::new(),
        stopped: false,
    });
    let changed = Condvar::new();
    let lock =
        || -> MutexGuard<'_, State<R>> { state.lock().unwrap_or_else(PoisonError::into_inner) };
    let wait = |guard| changed.wait(guard).unwrap_or_else(PoisonError::into_inner);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let mut now = lock();
                    while !now.stopped && now.taken < jobs.len() && now.taken >= now.handed + window
                    {
                        now = wait(now);
                    }
                    let place = now.taken;
                    let Some(job) = jobs.get(place).filter(|_| !now.stopped) else {
                        return;
                    };
                    now.taken += 1;
                    drop(now);
                    let result = work(job);
                    lock().done.insert(place, result);
                    changed.notify_all();
                }
            });
        }
        for (place, job) in jobs.iter().enumerate() {
            let mut now = lock();
            let result = loop {
                match now.done.remove(&place) {
                    Some(result) => break result,
                    None => now = wait(now),
                }
            };
            now.handed = place + 1;
            drop(now);
            changed.notify_all();
            if let Err(error) = take(job, result) {
                lock().stopped = true;
                changed.notify_all();
                return Err(error);
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_whatever_takes_longer() {
        let jobs: Vec<u64> = (0..300).collect();
        for threads in [1, 2, 7, 1000] {
            let mut seen = Vec::new();
            let slow = |job: &u64| {
                if job.is_multiple_of(50) {
                    std::thread::sleep(std::time::Duration::from_millis(2));
                }
                job * 2
            };
            in_order(&jobs, threads, slow, |job, result| {
                assert_eq!(result, job * 2);
                seen.push(*job);
                Ok::<(), ()>(())
            })
            .unwrap();
            assert_eq!(seen, jobs);
        }
    }

    #[test]
    fn it_stops_where_taking_fails() {
        let jobs: Vec<usize> = (0..1000).collect();
        let mut taken = 0;
        let stopped = in_order(
            &jobs,
            3,
            |job| *job,
            |_, result| {
                taken += 1;
                if result == 10 { Err("full") } else { Ok(()) }
            },
        );
        assert_eq!((stopped, taken), (Err("full"), 11));
        assert_eq!(
            in_order(&[], 3, |job: &usize| *job, |_, _| Ok::<(), ()>(())),
            Ok(())
        );
    }
}
