//! A checker beside a pool whose lanes are taken.

use std::sync::Mutex;
use std::sync::atomic::AtomicI64;
use std::sync::mpsc;

use super::*;

#[tokio::test]
async fn what_waits_to_be_prepared_keeps_no_session_that_is_over() {
    let session = Session::unheard();
    let mut at_work = Vec::new();
    for lane in [Lane::Pause, Lane::Folder] {
        let (go_on, waiting) = mpsc::channel::<()>();
        let pool = Arc::clone(&session.pool);
        tokio::spawn(async move { pool.run(lane, move |_| waiting.recv()).await });
        at_work.push(go_on);
    }
    tokio::task::yield_now().await;

    let publisher = Arc::new(Publisher {
        is_open: Mutex::new(true),
        outbox: session.outbox.clone(),
        delivery: Delivery::Push,
        uri: "untitled:a".to_owned(),
    });
    let rested = Arc::new(Rested(AtomicI64::new(0)));
    let text = OpenText::new("untitled:a", "markdown", 1, "Words.\n");
    Checker::new(&session, publisher, rested).prepare(Arc::new(text));
    tokio::task::yield_now().await;

    let over = Arc::downgrade(&session);
    drop(session);
    assert!(over.upgrade().is_none());
    drop(at_work);
}
