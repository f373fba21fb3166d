//! The server goes, and everybody comes back.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::{Duration, Instant};

use tokio::task::LocalSet;
use tokio::time::sleep;

use crate::Done;
use crate::browser::{Crowd, Stream, Window};
use crate::follow::{open_all, spawn_actor};

/// So many people go on saving, each twice a second.
const SAVERS: usize = 20;
/// Nobody waits longer than this.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Default)]
struct Tally {
    gone: Cell<usize>,
    back: Cell<usize>,
    turned_away: Cell<usize>,
    /// When the first one got an answer again, and the last.
    first: Cell<Option<Instant>>,
    last: Cell<Option<Instant>>,
}

pub async fn storm(crowd: Crowd, line: &str) -> Done<()> {
    let open = open_all(&crowd).await?;
    let all = open.len();
    let (tally, saves) = (Rc::new(Tally::default()), Rc::new(RefCell::new(vec![])));
    let local = LocalSet::new();
    for (window, stream, _) in open {
        local.spawn_local(comes_back(window, stream, Rc::clone(&tally)));
    }
    println!("{line}");
    let told = Rc::clone(&saves);
    local
        .run_until(async move {
            for table in 0..SAVERS.min(crowd.tables) {
                let actor = Window { server: crowd.servers[0], table, window: 1 };
                spawn_actor(actor, Duration::from_millis(500), Rc::clone(&told));
            }
            let end = Instant::now() + PATIENCE;
            while tally.back.get() < all && Instant::now() < end {
                sleep(Duration::from_millis(5)).await;
            }
            sleep(Duration::from_secs(2)).await;
            let took = match (tally.first.get(), tally.last.get()) {
                (Some(first), Some(last)) => last - first,
                _ => PATIENCE,
            };
            println!(
                "{} streams ended, {} of {all} back {took:.1?} after the first; {} were turned away",
                tally.gone.get(),
                tally.back.get(),
                tally.turned_away.get()
            );
        })
        .await;
    let saves = saves.borrow();
    let done = saves.iter().filter(|save| matches!(save, Ok(303))).count();
    let refused: Vec<_> =
        saves.iter().filter_map(|s| s.as_ref().ok()).filter(|s| **s != 303).collect();
    let unheard = saves.iter().filter(|save| save.is_err()).count();
    println!(
        "saves meanwhile: {done} done, {} refused {refused:?}, {unheard} while nobody answered",
        refused.len()
    );
    Ok(())
}

/// Hears until the stream ends, then comes back as a browser does.
async fn comes_back(window: Window, mut stream: Stream, tally: Rc<Tally>) {
    while stream.next().await.is_ok() {}
    tally.gone.set(tally.gone.get() + 1);
    let retry = stream.retry;
    loop {
        sleep(retry).await;
        match window.listen().await {
            Ok(mut again) => {
                if tally.first.get().is_none() {
                    tally.first.set(Some(Instant::now()));
                }
                if again.next().await.is_ok() {
                    tally.last.set(Some(Instant::now()));
                    tally.back.set(tally.back.get() + 1);
                    // Stays open, as it did before.
                    while again.next().await.is_ok() {}
                    return;
                }
            }
            Err(why) if why.to_string().starts_with("the stream answers") => {
                tally.turned_away.set(tally.turned_away.get() + 1);
            }
            Err(_) => {}
        }
    }
}
