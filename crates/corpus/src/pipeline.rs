//! Work done by several threads and handed back in order.
//!
//! Order makes numbers, and with them every answer, the same on any number of cores. A slow job holds the
//! others back only as far as the window goes, which bounds the memory.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// How many results may wait for an earlier one, for each thread.
const WINDOW: usize = 16;

struct State<R> {
    taken: usize,
    handed: usize,
    done: BTreeMap<usize, std::thread::Result<R>>,
    stopped: bool,
}

/// Tells the threads to stop when the results are no longer taken, for whatever reason.
struct Stopping<'a, R> {
    state: &'a Mutex<State<R>>,
    changed: &'a Condvar,
}

impl<R> Drop for Stopping<'_, R> {
    fn drop(&mut self) {
        lock(self.state).stopped = true;
        self.changed.notify_all();
    }
}

/// A panic while the lock was held leaves the state whole.
fn lock<R>(state: &Mutex<State<R>>) -> MutexGuard<'_, State<R>> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Does `work` on every job with `threads` threads, and calls `take` with the results in the order of the
/// jobs, on this thread. Stops when `take` fails, and a panic in either goes on on this thread.
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
    let wait = |guard| changed.wait(guard).unwrap_or_else(PoisonError::into_inner);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let mut now = lock(&state);
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
                    let result = catch_unwind(AssertUnwindSafe(|| work(job)));
                    lock(&state).done.insert(place, result);
                    changed.notify_all();
                }
            });
        }
        let _stopping = Stopping {
            state: &state,
            changed: &changed,
        };
        for (place, job) in jobs.iter().enumerate() {
            let mut now = lock(&state);
            let result = loop {
                match now.done.remove(&place) {
                    Some(result) => break result,
                    None => now = wait(now),
                }
            };
            now.handed = place + 1;
            drop(now);
            changed.notify_all();
            take(job, result.unwrap_or_else(|panic| resume_unwind(panic)))?;
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
    fn a_panic_is_heard_and_nobody_waits_for_ever() {
        let jobs: Vec<usize> = (0..1000).collect();
        let all = |job: &usize| *job;
        let heard = |work: &(dyn Fn(&usize) -> usize + Sync), faulty: usize| {
            let run = AssertUnwindSafe(|| {
                in_order(&jobs, 3, work, |_, result| {
                    assert_ne!(result, faulty, "taken");
                    Ok::<(), ()>(())
                })
            });
            catch_unwind(run).is_err()
        };
        assert!(heard(
            &|job| if *job == 40 { panic!("worked") } else { *job },
            1000
        ));
        assert!(heard(&all, 40));
        assert!(!heard(&all, 1000));
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
