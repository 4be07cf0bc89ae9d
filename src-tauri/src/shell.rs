//! What the running window holds: the desk or why there is none, the clock, and the way to nudge the scheduler.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Condvar, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use desk::{Call, Desk, Done};
use inquiry::Actor;

use crate::clock::WindowClock;
use crate::ipc::wire::IpcError;
use crate::notifier::Notifier;

/// What the running window holds.
pub struct Shell {
    /// The desk, or why it could not be opened: the window then says so. Nothing yet while it opens.
    desk: Arc<OnceLock<Opened>>,
    /// The clock.
    pub clock: Arc<WindowClock>,
    /// Where the record is kept.
    pub data_dir: PathBuf,
    /// Wakes the scheduler before its time.
    pub nudge: Nudge,
    /// Set while an import should stop.
    pub cancel_import: AtomicBool,
    /// Set while the writing of a report should stop.
    pub cancel_export: AtomicBool,
    /// Where notifications go, once the window is set up.
    pub notifier: Mutex<Option<Arc<dyn Notifier>>>,
    /// Where to note that the window has painted its first rows.
    pub ready_file: Mutex<Option<PathBuf>>,
}

/// A desk, or why it could not be opened.
type Opened = Result<Arc<Desk>, IpcError>;

impl Shell {
    /// Holds an opened desk, or why there is none.
    #[must_use]
    pub fn new(desk: Result<Desk, IpcError>, clock: Arc<WindowClock>, data_dir: PathBuf) -> Self {
        Self::holding(OnceLock::from(desk.map(Arc::new)), clock, data_dir)
    }

    /// Opens a desk on a thread of its own, while the window comes up; whoever needs the desk waits for it.
    ///
    /// # Panics
    /// Panics where the system has no room for a thread.
    #[must_use]
    pub fn opening(
        open: impl FnOnce() -> Result<Desk, IpcError> + Send + 'static,
        clock: Arc<WindowClock>,
        data_dir: PathBuf,
    ) -> Self {
        let shell = Self::holding(OnceLock::new(), clock, data_dir);
        let desk = Arc::clone(&shell.desk);
        std::thread::spawn(move || {
            // A panic must not leave the window waiting for ever.
            let opened = catch_unwind(AssertUnwindSafe(open));
            let opened = opened.unwrap_or_else(|_| Err(IpcError::unexpected("open")));
            desk.get_or_init(|| opened.map(Arc::new));
        });
        shell
    }

    fn holding(desk: OnceLock<Opened>, clock: Arc<WindowClock>, data_dir: PathBuf) -> Self {
        Self {
            desk: Arc::new(desk),
            clock,
            data_dir,
            nudge: Nudge::default(),
            cancel_import: AtomicBool::new(false),
            cancel_export: AtomicBool::new(false),
            notifier: Mutex::new(None),
            ready_file: Mutex::new(None),
        }
    }

    /// Gives the desk; waits for it while it opens.
    ///
    /// # Errors
    /// Gives the reason why there is none.
    pub fn desk(&self) -> Result<Arc<Desk>, IpcError> {
        self.desk.wait().clone()
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

/// Wakes a sleeper before its time, and tells it what was written.
#[derive(Default)]
pub struct Nudge {
    told: Mutex<Told>,
    bell: Condvar,
}

#[derive(Default)]
struct Told {
    woken: Woken,
    /// How many calls there were, and up to which of them the sleeper has done what it does awake.
    calls: u64,
    done: u64,
    /// Whether there is a sleeper at all.
    attended: bool,
}

/// Why a sleeper woke.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Woken {
    /// Somebody woke it.
    pub nudged: bool,
    /// The inquiries that this process wrote since.
    pub wrote: Vec<String>,
    /// By which operations.
    pub operations: Vec<String>,
    /// Whether packs, calendar or shared settings were among it.
    pub everything: bool,
    /// It is over.
    pub over: bool,
    /// How many calls there had been by then.
    pub calls: u64,
}

impl Nudge {
    /// Wakes the sleeper.
    pub fn ring(&self) {
        self.tell(|told| told.nudged = true);
    }

    /// Notes that somebody sleeps here from now on.
    pub fn attend(&self) {
        self.told
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .attended = true;
    }

    /// Wakes the sleeper and waits until it has done what it does awake; gives up after a while, and at once where
    /// nobody sleeps here.
    pub fn ring_and_wait(&self, at_most: Duration) {
        self.ring();
        let told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let call = told.calls;
        drop(
            self.bell
                .wait_timeout_while(told, at_most, |told| told.attended && told.done < call),
        );
    }

    /// Notes that the sleeper has done what it does awake, for all calls up to that of its waking.
    pub fn done(&self, calls: u64) {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        told.done = told.done.max(calls);
        self.bell.notify_all();
    }

    /// Wakes the sleeper and tells what was written.
    pub fn wrote<T>(&self, done: &Done<T>) {
        let changed = &done.changed;
        self.tell(|told| {
            told.nudged = true;
            told.wrote
                .extend(changed.inquiries.iter().map(ToString::to_string));
            told.operations.push(done.operation.to_string());
            // Pages on obligations are few and small: they are read whole.
            told.everything |= changed.reference || !changed.obligations.is_empty();
        });
    }

    /// Tells the sleeper that it is over.
    pub fn end(&self) {
        self.tell(|told| {
            told.nudged = true;
            told.over = true;
        });
    }

    /// Sleeps for a while or until woken.
    #[must_use]
    pub fn sleep(&self, at_most: Duration) -> Woken {
        let told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let woken = self
            .bell
            .wait_timeout_while(told, at_most, |told| !told.woken.nudged);
        let told = &mut woken.unwrap_or_else(PoisonError::into_inner).0;
        Woken {
            calls: told.calls,
            ..std::mem::take(&mut told.woken)
        }
    }

    fn tell(&self, change: impl FnOnce(&mut Woken)) {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        told.calls += 1;
        change(&mut told.woken);
        self.bell.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_needs_a_desk_that_opens_waits_for_it_or_for_why_there_is_none() {
        let shell = |open: fn() -> Result<Desk, IpcError>| {
            Shell::opening(open, Arc::new(WindowClock::new(None)), "data".into())
        };
        let opened = shell(|| {
            std::thread::sleep(Duration::from_millis(20));
            Ok(Desk::in_memory(Arc::new(WindowClock::new(None))).unwrap())
        });
        assert!(opened.desk().is_ok());
        let refused = shell(|| Err(IpcError::malformed("record", "")));
        assert_eq!(refused.desk().err().unwrap().code, "malformed");
        let failed = shell(|| panic!("the opening fails"));
        assert_eq!(failed.desk().err().unwrap().code, "unexpected");
    }

    #[test]
    fn a_nudge_before_the_sleep_is_not_lost() {
        let nudge = Nudge::default();
        nudge.ring();
        let woken = nudge.sleep(Duration::from_secs(3600));
        assert!(woken.nudged && !woken.over);
        nudge.end();
        assert!(nudge.sleep(Duration::from_secs(3600)).over);
    }

    #[test]
    fn what_was_written_before_the_sleep_is_told_once() {
        let nudge = Nudge::default();
        let inquiry = inquiry::InquiryId::new(uuid::Uuid::from_u128(1));
        let operation = |number| inquiry::OperationId::new(uuid::Uuid::from_u128(number));
        let done = |reference, number| Done {
            value: (),
            changed: desk::Changed {
                inquiries: vec![inquiry],
                reference,
                seq: 1,
                ..desk::Changed::default()
            },
            operation: operation(number),
        };
        nudge.wrote(&done(true, 1));
        nudge.wrote(&done(false, 2));
        let woken = nudge.sleep(Duration::from_secs(3600));
        assert_eq!(woken.wrote, [inquiry.to_string(), inquiry.to_string()]);
        assert_eq!(
            woken.operations,
            [operation(1).to_string(), operation(2).to_string()]
        );
        assert!(woken.everything);
        let quiet = nudge.sleep(Duration::ZERO);
        assert!(!quiet.nudged && quiet.wrote.is_empty() && !quiet.everything);
    }

    #[test]
    fn who_waits_goes_on_when_the_sleeper_is_done_with_the_call() {
        let nudge = std::sync::Arc::new(Nudge::default());
        nudge.ring_and_wait(Duration::from_secs(3600));
        assert!(nudge.sleep(Duration::ZERO).nudged, "nobody slept here yet");
        nudge.attend();
        let sleeper = std::thread::spawn({
            let nudge = std::sync::Arc::clone(&nudge);
            move || {
                let woken = nudge.sleep(Duration::from_secs(3600));
                nudge.done(woken.calls);
                woken.nudged
            }
        });
        nudge.ring_and_wait(Duration::from_secs(3600));
        assert!(sleeper.join().unwrap());
    }
}
