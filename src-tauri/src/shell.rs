//! What the running window holds: the desk or why there is none, the clock, and the way to nudge the scheduler.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use desk::{Call, Desk};
use inquiry::Actor;

use crate::clock::WindowClock;
use crate::ipc::wire::IpcError;
use crate::notifier::Notifier;

/// What the running window holds.
pub struct Shell {
    /// The desk, or why it could not be opened: the window then says so.
    desk: Result<Arc<Desk>, IpcError>,
    /// The clock.
    pub clock: Arc<WindowClock>,
    /// Where the record is kept.
    pub data_dir: PathBuf,
    /// Wakes the scheduler before its time.
    pub nudge: Nudge,
    /// Set while an import should stop.
    pub cancel_import: AtomicBool,
    /// Where notifications go, once the window is set up.
    pub notifier: Mutex<Option<Arc<dyn Notifier>>>,
    /// Where to note that the window has painted its first rows.
    pub ready_file: Mutex<Option<PathBuf>>,
}

impl Shell {
    /// Holds an opened desk, or why there is none.
    #[must_use]
    pub fn new(desk: Result<Desk, IpcError>, clock: Arc<WindowClock>, data_dir: PathBuf) -> Self {
        Self {
            desk: desk.map(Arc::new),
            clock,
            data_dir,
            nudge: Nudge::default(),
            cancel_import: AtomicBool::new(false),
            notifier: Mutex::new(None),
            ready_file: Mutex::new(None),
        }
    }

    /// Gives the desk.
    ///
    /// # Errors
    /// Gives the reason why there is none.
    pub fn desk(&self) -> Result<Arc<Desk>, IpcError> {
        self.desk.clone()
    }

    /// Begins an operation of the person at the desk.
    ///
    /// # Errors
    /// Fails where there is no desk or its settings cannot be read.
    pub fn call(&self) -> Result<Call, IpcError> {
        let name = self.desk()?.local_settings()?.name;
        let name = if name.is_empty() { UNNAMED } else { &name };
        Ok(Call::new(Actor::new(name)))
    }

    /// Gives the notifier, once there is one.
    #[must_use]
    pub fn notifier(&self) -> Option<Arc<dyn Notifier>> {
        self.notifier
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

/// Who acts before anybody has given a name.
const UNNAMED: &str = "—";

/// Wakes a sleeper before its time.
#[derive(Default)]
pub struct Nudge {
    nudged: Mutex<bool>,
    bell: Condvar,
    over: AtomicBool,
}

impl Nudge {
    /// Wakes the sleeper.
    pub fn ring(&self) {
        *self.nudged.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.bell.notify_all();
    }

    /// Tells the sleeper that it is over.
    pub fn end(&self) {
        self.over.store(true, Ordering::SeqCst);
        self.ring();
    }

    /// Sleeps for a while or until woken. Gives whether it is over.
    #[must_use]
    pub fn sleep(&self, at_most: Duration) -> bool {
        let nudged = self.nudged.lock().unwrap_or_else(PoisonError::into_inner);
        let woken = self
            .bell
            .wait_timeout_while(nudged, at_most, |nudged| !*nudged);
        *woken.unwrap_or_else(PoisonError::into_inner).0 = false;
        self.over.load(Ordering::SeqCst)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nudge_before_the_sleep_is_not_lost() {
        let nudge = Nudge::default();
        nudge.ring();
        assert!(!nudge.sleep(Duration::from_secs(3600)));
        nudge.end();
        assert!(nudge.sleep(Duration::from_secs(3600)));
    }
}
