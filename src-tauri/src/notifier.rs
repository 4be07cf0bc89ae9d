//! Native notifications. The system's service may show nothing and say nothing, so the window shows a sign of its own
//! for each; here only what leaves for the service.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use tauri::{AppHandle, Runtime};
use tauri_plugin_notification::{Action, ActionType, NotificationExt};

/// What a click on a notification opens, by its id.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Opens {
    /// An inquiry.
    Inquiry(String),
    /// An obligation.
    Obligation(String),
}

/// One notification as it leaves: two texts, and what a click opens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Toast {
    /// The first line.
    pub title: String,
    /// The text below.
    pub body: String,
    /// What a click opens; nothing for a summary.
    pub opens: Option<Opens>,
    /// Whether it makes a sound.
    pub sound: bool,
}

/// What a person did with a notification.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Deed {
    /// Clicked it, or its "open".
    Open(Option<Opens>),
    /// Asked to be reminded of an inquiry later.
    Snooze(String),
}

/// Whether a notification service is there.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ServiceAnswer {
    /// Whether one answered.
    pub answered: bool,
    /// Its name.
    pub name: Option<String>,
    /// Whether it reports clicks.
    pub clicks: bool,
}

/// Where notifications go.
pub trait Notifier: Send + Sync {
    /// Lets a notification leave; nobody learns whether it arrived.
    fn show(&self, toast: &Toast);
    /// Asks the service whether it is there.
    fn ask(&self) -> ServiceAnswer;
}

/// The system's service, by Tauri's plugin.
pub struct SystemNotifier<R: Runtime> {
    app: AppHandle<R>,
    shown: Arc<Mutex<Shown>>,
}

/// What each notification was about: the service gives back the notification's number only.
#[derive(Default)]
struct Shown {
    next: i32,
    about: BTreeMap<i32, Option<Opens>>,
}

/// How many shown notifications are remembered for a click.
const REMEMBERED: usize = 200;

const ACTIONS: &str = "reminder";
/// Obligations are everybody's, so that nobody puts them off.
const OPEN_ONLY: &str = "obligation";
const OPEN: &str = "open";
const SNOOZE: &str = "snooze";

impl<R: Runtime> SystemNotifier<R> {
    /// Registers the buttons with their labels, and what happens when a person acts.
    ///
    /// # Errors
    /// Fails where the plugin does not take the handler.
    pub fn new(
        app: AppHandle<R>,
        labels: (&str, &str),
        act: impl Fn(Deed) + Send + Sync + 'static,
    ) -> tauri_plugin_notification::Result<Self> {
        let shown = Arc::new(Mutex::new(Shown::default()));
        let actions = vec![
            Action::builder(OPEN, labels.0).build(),
            Action::builder(SNOOZE, labels.1).build(),
        ];
        let open = vec![Action::builder(OPEN, labels.0).build()];
        app.notification().register_action_types(vec![
            ActionType::builder(ACTIONS).actions(actions).build(),
            ActionType::builder(OPEN_ONLY).actions(open).build(),
        ])?;
        let known = Arc::clone(&shown);
        app.notification().on_action(move |performed| {
            let id = performed
                .notification()
                .map(tauri_plugin_notification::ActiveNotification::id);
            let known = known.lock().unwrap_or_else(PoisonError::into_inner);
            let opens = id.and_then(|id| known.about.get(&id).cloned().flatten());
            act(match (performed.action_id(), opens) {
                (SNOOZE, Some(Opens::Inquiry(inquiry))) => Deed::Snooze(inquiry),
                (_, opens) => Deed::Open(opens),
            });
        })?;
        Ok(Self { app, shown })
    }
}

impl<R: Runtime> Notifier for SystemNotifier<R> {
    fn show(&self, toast: &Toast) {
        let id = self
            .shown
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remember(toast.opens.clone());
        let mut builder = self
            .app
            .notification()
            .builder()
            .id(id)
            .title(&toast.title)
            .body(escape(&toast.body));
        match toast.opens {
            Some(Opens::Inquiry(_)) => builder = builder.action_type_id(ACTIONS),
            Some(Opens::Obligation(_)) => builder = builder.action_type_id(OPEN_ONLY),
            None => {}
        }
        if toast.sound {
            builder = builder.sound("message-new-instant");
        }
        if let Err(problem) = builder.show() {
            tracing::warn!(%problem, "a notification could not be prepared");
        }
    }

    fn ask(&self) -> ServiceAnswer {
        ask_service()
    }
}

impl Shown {
    fn remember(&mut self, opens: Option<Opens>) -> i32 {
        self.next = self.next.wrapping_add(1).max(1);
        self.about.insert(self.next, opens);
        while self.about.len() > REMEMBERED {
            self.about.pop_first();
        }
        self.next
    }
}

/// Makes a text harmless for services that read it as markup: a customer's subject must not become a link.
#[must_use]
pub fn escape(text: &str) -> String {
    if cfg!(target_os = "linux") {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
    } else {
        text.to_owned()
    }
}

#[cfg(target_os = "linux")]
fn ask_service() -> ServiceAnswer {
    let ask = || -> zbus::Result<ServiceAnswer> {
        let bus = zbus::blocking::connection::Builder::session()?
            .method_timeout(std::time::Duration::from_secs(3))
            .build()?;
        let call = |method: &str| {
            let name = "org.freedesktop.Notifications";
            bus.call_method(
                Some(name),
                "/org/freedesktop/Notifications",
                Some(name),
                method,
                &(),
            )
        };
        let (name, _, _, _): (String, String, String, String) =
            call("GetServerInformation")?.body().deserialize()?;
        let capabilities: Vec<String> = call("GetCapabilities")?.body().deserialize()?;
        Ok(ServiceAnswer {
            answered: true,
            name: Some(name),
            clicks: capabilities.iter().any(|it| it == "actions"),
        })
    };
    ask().unwrap_or_default()
}

/// Elsewhere the system shows notifications itself, and no service can be asked.
#[cfg(not(target_os = "linux"))]
fn ask_service() -> ServiceAnswer {
    ServiceAnswer {
        answered: true,
        name: None,
        clicks: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(target_os = "linux")]
    fn markup_in_a_subject_stays_text() {
        assert_eq!(
            escape("<a href=\"x\">押す</a> & <b>"),
            "&lt;a href=\"x\"&gt;押す&lt;/a&gt; &amp; &lt;b&gt;"
        );
    }

    #[test]
    fn old_notifications_are_forgotten_and_numbers_go_on() {
        let mut shown = Shown::default();
        let first = shown.remember(Some(Opens::Inquiry("first".to_owned())));
        for _ in 0..REMEMBERED {
            shown.remember(None);
        }
        assert!(!shown.about.contains_key(&first));
        assert_eq!(shown.about.len(), REMEMBERED);
        shown.next = i32::MAX;
        assert_eq!(shown.remember(None), 1);
    }
}
