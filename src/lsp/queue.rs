//! Which drafts wait to be read, and for how long.

use std::collections::{HashSet, VecDeque};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Keys closer together than this are no one's typing but a program's: a paste in pieces, a macro, a held key that was caught up with.
const PAUSE: Duration = Duration::from_millis(15);

/// No text waits longer than this for a pause.
const LONGEST: Duration = Duration::from_millis(100);

/// Names of drafts to be read, each once, first come first served.
#[derive(Debug, Default)]
pub(super) struct Queue {
    waiting: Mutex<Waiting>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Waiting {
    names: VecDeque<String>,
    /// The same names, to find one without a search.
    known: HashSet<String>,
    /// When the last key came.
    last_key: Option<Instant>,
    /// When the first of the keys came that wait for a pause; `None` if nothing is to wait.
    since: Option<Instant>,
    closed: bool,
}

impl Queue {
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        // OK to go on with a poisoned lock because no step under it can panic half way.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Has a draft read at once: opened or closed, or something beside its words changed.
    pub(super) fn push(&self, uri: String) {
        let mut waiting = self.waiting();
        waiting.since = None;
        waiting.add(uri);
        self.changed.notify_one();
    }

    /// Has a draft read whose words changed: at once, or at the next pause if this is not the first key of a burst.
    pub(super) fn push_key(&self, uri: String, now: Instant) {
        let mut waiting = self.waiting();
        let last = waiting.last_key.replace(now);
        if waiting.names.is_empty() {
            let follows = last.is_some_and(|last| now.saturating_duration_since(last) < PAUSE);
            waiting.since = follows.then_some(now);
        }
        waiting.add(uri);
        self.changed.notify_one();
    }

    /// Has what waits for a pause read at once: somebody waits for it.
    pub(super) fn hurry(&self) {
        if self.waiting().since.take().is_some() {
            self.changed.notify_one();
        }
    }

    /// Ends the publisher.
    pub(super) fn close(&self) {
        self.waiting().closed = true;
        self.changed.notify_one();
    }

    /// The next draft; waits for one, `None` at the end.
    pub(super) fn next(&self) -> Option<String> {
        let mut waiting = self.waiting();
        loop {
            if waiting.closed {
                return None;
            }
            let wait = waiting.wait(Instant::now());
            if wait.is_none()
                && let Some(name) = waiting.names.pop_front()
            {
                waiting.known.remove(&name);
                return Some(name);
            }
            waiting = match wait {
                Some(time) => {
                    let woken = self.changed.wait_timeout(waiting, time);
                    woken.unwrap_or_else(PoisonError::into_inner).0
                }
                None => {
                    let woken = self.changed.wait(waiting);
                    woken.unwrap_or_else(PoisonError::into_inner)
                }
            };
        }
    }
}

impl Waiting {
    fn add(&mut self, uri: String) {
        if self.known.insert(uri.clone()) {
            self.names.push_back(uri);
        }
    }

    /// How much longer the drafts are to wait; `None` if they are not.
    fn wait(&self, now: Instant) -> Option<Duration> {
        let since = self.since.filter(|_| !self.names.is_empty())?;
        let pause = self.last_key.unwrap_or(since) + PAUSE;
        let wait = pause.min(since + LONGEST).saturating_duration_since(now);
        (!wait.is_zero()).then_some(wait)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How long the drafts wait after keys at these milliseconds, each key before `taken` read when it came.
    fn wait_after(taken: &[u64], keys: &[u64], now: u64) -> Option<u128> {
        let start = Instant::now();
        let at = |time: u64| start + Duration::from_millis(time);
        let queue = Queue::default();
        for &time in taken {
            queue.push_key("draft".to_owned(), at(time));
            queue.waiting().since = None;
            assert!(queue.next().is_some());
        }
        for &time in keys {
            queue.push_key("draft".to_owned(), at(time));
        }
        queue.waiting().wait(at(now)).map(|wait| wait.as_millis())
    }

    #[test]
    fn keys_as_a_hand_types_them_do_not_wait() {
        assert_eq!(wait_after(&[], &[0], 0), None);
        assert_eq!(wait_after(&[0], &[15], 15), None);
        assert_eq!(wait_after(&[0, 30, 60], &[90], 90), None);
    }

    #[test]
    fn the_first_key_of_a_burst_does_not_wait() {
        assert_eq!(wait_after(&[], &[0, 1, 2], 2), None);
        assert_eq!(wait_after(&[0], &[100, 101], 101), None);
    }

    #[test]
    fn the_others_wait_for_a_pause() {
        assert_eq!(wait_after(&[0], &[5], 5), Some(15));
        assert_eq!(wait_after(&[0], &[5, 10, 14], 20), Some(9));
        assert_eq!(wait_after(&[0], &[5, 10, 14], 29), None);
    }

    #[test]
    fn a_burst_without_end_is_answered_now_and_then() {
        let keys: Vec<u64> = (1..24).map(|key| key * 5).collect();
        assert_eq!(wait_after(&[0], &keys[..19], 95), Some(10));
        assert_eq!(wait_after(&[0], &keys, 115), None);
    }

    #[test]
    fn who_asks_for_a_reading_does_not_wait() {
        let queue = Queue::default();
        let now = Instant::now();
        for key in 0..2 {
            queue.push_key("draft".to_owned(), now + Duration::from_millis(key * 5));
            if key == 0 {
                assert_eq!(queue.next().as_deref(), Some("draft"));
            }
        }
        queue.hurry();
        assert_eq!(queue.waiting().wait(now), None);
        assert_eq!(queue.next().as_deref(), Some("draft"));
        queue.close();
        assert_eq!(queue.next(), None);
    }
}
