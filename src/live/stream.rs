//! One stream of server-sent events, as bytes.

use std::convert::Infallible;
use std::time::Duration;

use bytes::Bytes;
use futures_util::stream::{Stream, unfold};
use tokio::time::{Interval, MissedTickBehavior, interval};

use super::hub::Ear;

/// How a stream keeps time.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// After so long without news it says where the table is all the same: that keeps proxies and
    /// phones from hanging up, shows us who went away, and shows a screen whose line is dead.
    pub word: Duration,
    /// When a browser comes back after the stream broke. Not the same for all, or a restart is
    /// followed by everybody at once.
    pub retry: Duration,
}

impl Pace {
    /// `chance` is anything random.
    pub fn new(chance: u32) -> Pace {
        let spread = u64::from(chance % 3000);
        Pace { word: Duration::from_secs(15), retry: Duration::from_millis(1000 + spread) }
    }
}

struct Listener {
    ear: Ear,
    retry: Duration,
    word: Interval,
    begun: bool,
}

/// Says the version at once and then every newer one. Ends when its reader may not listen any more,
/// or when the hub closes; browsers come back by themselves.
pub fn follow(ear: Ear, pace: Pace) -> impl Stream<Item = Result<Bytes, Infallible>> {
    let mut word = interval(pace.word);
    word.set_missed_tick_behavior(MissedTickBehavior::Delay);
    word.reset();
    let listener = Listener { ear, retry: pace.retry, word, begun: false };
    unfold(listener, |mut listener| async move {
        let said = listener.next().await?;
        Some((Ok(Bytes::from(said)), listener))
    })
}

impl Listener {
    async fn next(&mut self) -> Option<String> {
        if !self.begun {
            self.begun = true;
            return Some(format!("retry: {}\n\n{}", self.retry.as_millis(), self.says("changed")));
        }
        let event = tokio::select! {
            biased;
            _ = self.ear.closing.changed() => return None,
            _ = &mut self.ear.ended => return None,
            changed = self.ear.versions.changed() => {
                changed.ok()?;
                "changed"
            }
            _ = self.word.tick() => "here",
        };
        Some(self.says(event))
    }

    fn says(&mut self, event: &str) -> String {
        let version = *self.ear.versions.borrow_and_update();
        format!("event: {event}\ndata: {version}\n\n")
    }
}
#[cfg(test)]
mod tests {
    use std::pin::pin;

    use futures_util::StreamExt;
    use tokio::sync::{oneshot, watch};

    use super::*;

    struct Mouth {
        versions: watch::Sender<i32>,
        closing: watch::Sender<bool>,
        end: oneshot::Sender<()>,
    }

    fn mouth_and_ear() -> (Mouth, Ear) {
        let (versions, closing) = (watch::Sender::new(7), watch::Sender::new(false));
        let (end, ended) = oneshot::channel();
        let ear = Ear {
            versions: versions.subscribe(),
            closing: closing.subscribe(),
            ended,
            _entry: None,
        };
        (Mouth { versions, closing, end }, ear)
    }

    const PACE: Pace = Pace { word: Duration::from_millis(1), retry: Duration::from_millis(1500) };

    async fn next(stream: &mut (impl Stream<Item = Result<Bytes, Infallible>> + Unpin)) -> String {
        let said = stream.next().await.map(Result::unwrap_or_default);
        String::from_utf8(said.unwrap_or_default().to_vec()).unwrap()
    }

    #[tokio::test]
    async fn a_stream_says_versions_shows_that_it_lives_and_ends_when_the_seat_is_lost() {
        let (mouth, ear) = mouth_and_ear();
        let mut stream = pin!(follow(ear, PACE));
        let news = |event: &str, n: i32| format!("event: {event}\ndata: {n}\n\n");
        let first = format!("retry: 1500\n\n{}", news("changed", 7));
        assert_eq!(next(&mut stream).await, first);
        mouth.versions.send_replace(8);
        assert_eq!(next(&mut stream).await, news("changed", 8));
        assert_eq!(next(&mut stream).await, news("here", 8));
        drop(mouth.end);
        assert_eq!(next(&mut stream).await, "");
    }

    #[tokio::test]
    async fn a_stream_ends_when_the_hub_closes() {
        let (mouth, ear) = mouth_and_ear();
        mouth.closing.send_replace(true);
        let said: Vec<_> = follow(ear, PACE).collect().await;
        assert_eq!(said.len(), 1);
    }

    #[test]
    fn browsers_come_back_at_different_moments() {
        let moments = [0, 2999, 3000].map(|chance| Pace::new(chance).retry.as_millis());
        assert_eq!(moments, [1000, 3999, 1000]);
    }
}
