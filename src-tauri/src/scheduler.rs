//! The one thread that waits: for the next instant at which something changes, for what other processes wrote, for
//! files in the watched folder. It reckons from the wall clock each time; what was slept over is told once.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use desk::intake::watch::WatchedFolder;
use desk::{Call, Clock, Desk, Due, Notification, OpeningDigest, ReminderAbout, ReminderThreshold};
use policy::Band;
use tauri::{AppHandle, Manager, Runtime};
use tauri_specta::Event;

use crate::ipc::convert::count;
use crate::ipc::convert::frame::sign;
use crate::ipc::wire::{Changed, Reminded};
use crate::notifier::{Opens, Toast};
use crate::shell::{Shell, Woken};
use crate::start::tell;
use crate::tray::{Glance, Tray};
use crate::words::{Words, words};

/// How often others' writes are looked for.
const LOOK: Duration = Duration::from_millis(250);

/// How often the clock is asked at least, in looks: it may have been set, or the machine have slept.
const LOOKS_TO_WAKE: u32 = 80;

/// How often the watched folder is looked at, in looks.
const LOOKS_TO_FOLDER: u32 = 8;

/// How long it leaves the machine to the window's first rows at most, before it reckons every clock.
const FIRST_ROWS: Duration = Duration::from_secs(3);

/// How long it rests after a wake: what falls due meanwhile rings together, and many writes make one wake.
const REST: Duration = Duration::from_millis(400);

/// How long the search takes in inquiries between two looks, and how soon the next look is where some are left.
const INDEXING: Duration = Duration::from_millis(100);
const SOON: Duration = Duration::from_millis(10);

/// Starts the thread; it ends with the program.
pub fn start<R: Runtime>(app: AppHandle<R>) {
    app.state::<Shell>().nudge.attend();
    let started = std::thread::Builder::new()
        .name("scheduler".to_owned())
        .spawn(move || {
            let shell = app.state::<Shell>();
            if let Ok(desk) = shell.desk() {
                Scheduler {
                    app: app.clone(),
                    desk,
                    asleep: 0,
                    behind: false,
                    woke: None,
                    glance: None,
                    folder: None,
                }
                .run();
            }
        });
    tell(started.map(drop), "the scheduler could not be started");
}

/// Tells the window to read everything anew.
pub fn tell_everything<R: Runtime>(app: &AppHandle<R>) {
    tell_changed(
        app,
        &Changed {
            everything: true,
            ..Changed::default()
        },
    );
}

/// Tells the window of a change; of none named where something stands otherwise though nothing was written.
fn tell_changed<R: Runtime>(app: &AppHandle<R>, changed: &Changed) {
    tell(changed.emit(app), "the window could not be told");
}

struct Scheduler<R: Runtime> {
    app: AppHandle<R>,
    desk: Arc<Desk>,
    /// Whether the search is behind what was recorded.
    behind: bool,
    /// Looks since the last wake.
    asleep: u32,
    /// When the last wake was over.
    woke: Option<Instant>,
    /// What the tray shows.
    glance: Option<Glance>,
    /// What is known of the watched folder.
    folder: Option<WatchedFolder>,
}

impl<R: Runtime> Scheduler<R> {
    fn run(mut self) {
        let shell_app = self.app.clone();
        let shell = shell_app.state::<Shell>();
        let begun = shell.nudge.sleep(FIRST_ROWS);
        if begun.over {
            return;
        }
        let mut next_at = self.wake();
        shell.nudge.done(begun.calls);
        if !begun.wrote.is_empty() || begun.everything {
            self.tell_own(begun);
        }
        let (mut looks, mut owed) = (0_u32, false);
        loop {
            let woken = shell.nudge.sleep(self.pause(next_at, owed));
            if woken.over {
                return;
            }
            looks = looks.wrapping_add(1);
            self.asleep += 1;
            owed |= woken.nudged;
            let calls = woken.calls;
            self.tell_own(woken);
            owed |= self.catch_up();
            self.behind = self.index();
            if looks.is_multiple_of(LOOKS_TO_FOLDER) {
                self.look_at_folder();
            }
            owed |= next_at.is_none_or(|at| shell.clock.now() >= at);
            if (owed || self.asleep >= LOOKS_TO_WAKE) && self.rest() == Duration::ZERO {
                next_at = self.wake();
                owed = false;
                shell.nudge.done(calls);
            }
        }
    }

    /// How long to sleep: until the next change, but not beyond the next look.
    fn pause(&self, next_at: Option<business_time::Instant>, owed: bool) -> Duration {
        let now = self.app.state::<Shell>().clock.now();
        let micros = next_at.map_or(0, |at| at.since(now).as_micros());
        let wait = if owed {
            0
        } else {
            u64::try_from(micros).unwrap_or(0)
        };
        let look = if self.behind { SOON } else { LOOK };
        look.min(self.rest().max(Duration::from_micros(wait)))
    }

    /// How much of the rest after the last wake is left.
    fn rest(&self) -> Duration {
        self.woke
            .map_or(Duration::ZERO, |woke| REST.saturating_sub(woke.elapsed()))
    }

    /// Tells the window what this process wrote.
    fn tell_own(&self, woken: Woken) {
        if woken.nudged {
            let changed = Changed {
                inquiries: woken.wrote,
                everything: woken.everything,
                operations: woken.operations,
            };
            tell_changed(&self.app, &changed);
        }
    }

    /// Lets ring what is due. Gives when something changes next; nothing where that could not be told.
    fn wake(&mut self) -> Option<business_time::Instant> {
        self.asleep = 0;
        let woken = self.desk.wake(self.desk.now());
        self.woke = Some(Instant::now());
        match woken {
            Ok(wake) => {
                wake.notifications.iter().for_each(|it| self.notify(it));
                if let Some(digest) = wake.digest {
                    self.notify_of_the_day(digest);
                }
                if wake.changed_bands {
                    tell_changed(&self.app, &Changed::default());
                }
                self.show_glance();
                Some(wake.next_at)
            }
            Err(problem) => {
                tracing::error!(code = problem.code(), "reminders could not be reckoned");
                None
            }
        }
    }

    /// Tells the window what was written, by this process or another.
    fn catch_up(&self) -> bool {
        match self.desk.catch_up() {
            Ok(changed)
                if changed.inquiries.is_empty()
                    && changed.obligations.is_empty()
                    && !changed.reference =>
            {
                false
            }
            Ok(changed) => {
                let inquiries = changed.inquiries.iter().map(ToString::to_string).collect();
                let changed = Changed {
                    inquiries,
                    everything: changed.reference || !changed.obligations.is_empty(),
                    ..Changed::default()
                };
                tell_changed(&self.app, &changed);
                true
            }
            Err(problem) => {
                tracing::warn!(code = problem.code(), "others' writes could not be read");
                false
            }
        }
    }

    /// Lets the search catch up with what was recorded, and tells the window once it has; tells whether it still is behind.
    fn index(&self) -> bool {
        if self.desk.index_lag().is_ok_and(|lag| lag == 0) {
            return false;
        }
        let left = self.desk.index(INDEXING);
        let behind = left.as_ref().is_ok_and(|left| *left);
        if left.as_ref().is_ok_and(|left| !left) {
            tell_changed(&self.app, &Changed::default());
        }
        tell(left.map(drop), "the search could not be brought up to date");
        behind
    }

    /// Takes in what arrived in the watched folder, if one is set.
    fn look_at_folder(&mut self) {
        let set = self
            .desk
            .local_settings()
            .ok()
            .and_then(|settings| settings.watched_folder)
            .map(PathBuf::from);
        if self.folder.as_ref().map(|it| it.folder().to_path_buf()) != set {
            self.folder = set.map(WatchedFolder::new);
        }
        let Some(folder) = &mut self.folder else {
            return;
        };
        // Nobody did it: a person's undo takes back what that person did.
        let call = Call::of_the_desk();
        let taken = self.desk.look_at_watched_folder(&call, folder);
        tell(taken.map(drop), "the watched folder could not be read");
    }

    fn notify(&self, notification: &Notification) {
        let reminded = Reminded {
            first: notification.dues.iter().take(SUMMARY).map(sign).collect(),
            count: count(notification.dues.len()),
            missed: notification.missed,
        };
        tell(reminded.emit(&self.app), "the window could not be told");
        let Ok(settings) = self.desk.local_settings() else {
            return;
        };
        if let (true, Some(notifier)) = (
            settings.native_notifications,
            self.app.state::<Shell>().notifier(),
        ) {
            notifier.show(&toast(
                notification,
                words(settings.language),
                settings.sound,
            ));
        }
    }

    /// Tells how the day begins; the page of the day shows it whatever the service does.
    fn notify_of_the_day(&self, digest: OpeningDigest) {
        let Ok(settings) = self.desk.local_settings() else {
            return;
        };
        let words = words(settings.language);
        if let (true, Some(notifier)) = (
            settings.native_notifications,
            self.app.state::<Shell>().notifier(),
        ) {
            notifier.show(&Toast {
                title: words.digest_title.to_owned(),
                body: (words.digest)(digest.came_in, digest.morning, digest.carried),
                opens: None,
                sound: settings.sound,
            });
        }
    }

    /// Shows on the tray how things stand, where that changed.
    fn show_glance(&mut self) {
        let (Ok(rail), Some(tray)) = (self.desk.rail(), self.app.try_state::<Tray<R>>()) else {
            return;
        };
        let worst: Option<Band> = rail.worst;
        let glance = Glance {
            worst,
            open: count(rail.counts.open),
            late: count(rail.counts.late),
        };
        if self.glance != Some(glance) {
            let language = self
                .desk
                .local_settings()
                .map(|it| it.language)
                .unwrap_or_default();
            tell(tray.show(language, glance), "the tray could not be changed");
            self.glance = Some(glance);
        }
    }
}

/// Puts a notification into words: one reminder by its inquiry, several as a summary.
fn toast(notification: &Notification, words: &Words, sound: bool) -> Toast {
    match notification.dues.as_slice() {
        [due] if !notification.missed => Toast {
            title: format!("{} {}", due.number, reached(due, words)),
            body: due.subject.clone(),
            opens: Some(match due.key.about {
                ReminderAbout::Inquiry(id) => Opens::Inquiry(id.to_string()),
                ReminderAbout::Obligation(id) => Opens::Obligation(id.to_string()),
            }),
            sound,
        },
        dues => {
            let lines = dues
                .iter()
                .take(SUMMARY)
                .map(|due| format!("{} {}", due.number, due.subject));
            let title = if notification.missed {
                words.missed
            } else {
                words.several
            };
            Toast {
                title: title(dues.len()),
                body: lines.collect::<Vec<_>>().join("\n"),
                opens: None,
                sound,
            }
        }
    }
}

/// How many inquiries a summary names, by the service and in the window.
const SUMMARY: usize = 5;

fn reached(due: &Due, words: &Words) -> String {
    let of_obligation = due.obligation().is_some();
    match due.key.threshold {
        ReminderThreshold::Target if of_obligation => words.due.to_owned(),
        ReminderThreshold::ShareLeft(percent) if of_obligation => {
            (words.share_left_to_due)(percent)
        }
        ReminderThreshold::BusinessLeft(minutes) if of_obligation => {
            (words.minutes_left_to_due)(minutes)
        }
        ReminderThreshold::ShareLeft(percent) => (words.share_left)(percent),
        ReminderThreshold::BusinessLeft(minutes) => (words.business_left)(minutes),
        ReminderThreshold::Target => words.target.to_owned(),
        ReminderThreshold::Limit => words.limit.to_owned(),
        ReminderThreshold::NextContact => words.next_contact.to_owned(),
    }
}
