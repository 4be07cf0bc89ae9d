//! A notification service that can be held: then it takes calls and answers none, until it goes on.

use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex};

use zbus::blocking::{Connection, connection};
use zbus::interface;
use zbus::zvariant::OwnedValue;

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// The service; it goes when it is dropped.
pub struct SilentNotifications {
    state: Arc<State>,
    _connection: Connection,
}

#[derive(Default)]
struct State {
    held: Mutex<bool>,
    goes_on: Condvar,
    arrived: Mutex<Vec<String>>,
}

impl State {
    fn wait(&self) {
        let held = self.held.lock().unwrap();
        drop(self.goes_on.wait_while(held, |held| *held).unwrap());
    }
}

struct Notifications(Arc<State>);

#[interface(name = "org.freedesktop.Notifications")]
impl Notifications {
    fn get_server_information(&self) -> (String, String, String, String) {
        self.0.wait();
        let text = |it: &str| it.to_owned();
        (text("held"), text("example.jp"), text("1"), text("1.2"))
    }

    fn get_capabilities(&self) -> Vec<String> {
        self.0.wait();
        vec!["actions".to_owned()]
    }

    #[allow(clippy::too_many_arguments, reason = "the interface has them")]
    fn notify(
        &self,
        _program: String,
        _replaces: u32,
        _icon: String,
        summary: String,
        body: String,
        _actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _timeout: i32,
    ) -> u32 {
        self.0.wait();
        let mut arrived = self.0.arrived.lock().unwrap();
        arrived.push(format!("{summary}\n{body}"));
        u32::try_from(arrived.len()).unwrap()
    }

    fn close_notification(&self, _id: u32) {}
}

impl SilentNotifications {
    /// Answers on a bus.
    pub fn on(address: &str) -> Self {
        let state = Arc::new(State::default());
        let connection = connection::Builder::address(address)
            .and_then(|it| it.name(NAME))
            .and_then(|it| it.serve_at(PATH, Notifications(Arc::clone(&state))))
            .and_then(|it| it.build());
        Self {
            state,
            _connection: connection.unwrap(),
        }
    }

    /// Answers nothing from now on.
    pub fn hold(&self) {
        *self.state.held.lock().unwrap() = true;
    }

    /// Answers everything, what was held back too.
    pub fn go_on(&self) {
        *self.state.held.lock().unwrap() = false;
        self.state.goes_on.notify_all();
    }

    /// What arrived, each as its first line and its text.
    pub fn arrived(&self) -> Vec<String> {
        self.state.arrived.lock().unwrap().clone()
    }
}

impl Drop for SilentNotifications {
    fn drop(&mut self) {
        self.go_on();
    }
}
