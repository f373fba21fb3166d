//! One stream of server-sent events, as bytes.

use std::convert::Infallible;
use std::future::Future;
use std::time::Duration;

use bytes::Bytes;
use futures_util::stream::{Stream, unfold};
use tokio::time::{Interval, MissedTickBehavior, interval};

use super::hub::Ear;

/// How often a stream asks whether its reader may still listen.
pub const BEAT: Duration = Duration::from_secs(3);
/// After so many beats without news a comment keeps proxies and phones from hanging up, and shows
/// us who went away.
const BEATS_PER_COMMENT: u32 = 5;

struct Listener<C> {
    ear: Ear,
    may_listen: C,
    beat: Interval,
    beats: u32,
    begun: bool,
}

/// Says the version at once and then every newer one. Ends when `may_listen` says no, or when the
/// hub closes; browsers come back by themselves after two seconds. `every` is `BEAT`, except in tests.
pub fn follow<C, F>(
    ear: Ear,
    every: Duration,
    may_listen: C,
) -> impl Stream<Item = Result<Bytes, Infallible>>
where
    C: Fn() -> F,
    F: Future<Output = bool>,
{
    let mut beat = interval(every);
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    beat.reset();
    let listener = Listener { ear, may_listen, beat, beats: 0, begun: false };
    unfold(listener, |mut listener| async move {
        let said = listener.next().await?;
        Some((Ok(Bytes::from(said)), listener))
    })
}

impl<C, F> Listener<C>
where
    C: Fn() -> F,
    F: Future<Output = bool>,
{
    async fn next(&mut self) -> Option<String> {
        if !self.begun {
            self.begun = true;
            return Some(format!("retry: 2000\n\n{}", self.news()));
        }
        loop {
            tokio::select! {
                biased;
                _ = self.ear.closing.changed() => return None,
                changed = self.ear.versions.changed() => {
                    changed.ok()?;
                    return Some(self.news());
                }
                _ = self.beat.tick() => {
                    if !(self.may_listen)().await {
                        return None;
                    }
                    self.beats += 1;
                    if self.beats.is_multiple_of(BEATS_PER_COMMENT) {
                        return Some(": still here\n\n".to_owned());
                    }
                }
            }
        }
    }

    fn news(&mut self) -> String {
        let version = *self.ear.versions.borrow_and_update();
        format!("event: changed\ndata: {version}\n\n")
    }
}

#[cfg(test)]
mod tests {
    use futures_util::StreamExt;
    use tokio::sync::watch;

    use super::*;

    async fn all(stream: impl Stream<Item = Result<Bytes, Infallible>>) -> Vec<String> {
        let text = |b: Result<Bytes, Infallible>| {
            String::from_utf8(b.unwrap_or_default().to_vec()).unwrap()
        };
        stream.map(text).collect().await
    }

    #[tokio::test]
    async fn a_stream_says_versions_keeps_alive_and_ends_when_the_seat_is_lost() {
        let versions = watch::Sender::new(7);
        let closing = watch::Sender::new(false);
        let ear = Ear { versions: versions.subscribe(), closing: closing.subscribe() };
        let asked = std::cell::Cell::new(0);
        let said = all(follow(ear, Duration::from_millis(1), || {
            asked.set(asked.get() + 1);
            match asked.get() {
                2 => drop(versions.send_replace(8)),
                3 => drop(versions.send_replace(9)),
                _ => {}
            }
            std::future::ready(asked.get() < 7)
        }))
        .await;
        let news = |n: i32| format!("event: changed\ndata: {n}\n\n");
        let first = format!("retry: 2000\n\n{}", news(7));
        assert_eq!(said, [first, news(8), news(9), ": still here\n\n".to_owned()]);
    }

    #[tokio::test]
    async fn a_stream_ends_when_the_hub_closes() {
        let versions = watch::Sender::new(1);
        let closing = watch::Sender::new(false);
        let ear = Ear { versions: versions.subscribe(), closing: closing.subscribe() };
        closing.send_replace(true);
        assert_eq!(
            all(follow(ear, Duration::from_millis(1), || std::future::ready(true))).await.len(),
            1
        );
    }
}
