//! The console on a stage: what a person at the keyboard does and sees.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::wd::TimeoutConfiguration;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use crate::stage::Stage;

/// How long the window may take to show what is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running window, driven by WebDriver.
pub struct Console {
    client: Client,
}

/// Finds a program of this workspace beside the tests' own.
///
/// # Panics
/// Panics where the tests were not built beside the programs.
#[must_use]
pub fn program(name: &str) -> PathBuf {
    let own = std::env::current_exe().expect("the test's own path");
    let folder = own
        .parent()
        .and_then(Path::parent)
        .expect("the folder of the built programs");
    folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

impl Console {
    /// Opens the window on a stage with arguments, and waits for its frame.
    ///
    /// # Panics
    /// Panics where the window does not open.
    pub async fn open(stage: &Stage, args: &[&str]) -> Self {
        Self::open_by(stage, &program("ichiji-desk"), args).await
    }

    /// Opens the window by a program that ends as it.
    ///
    /// # Panics
    /// Panics where the window does not open.
    pub async fn open_by(stage: &Stage, program: &Path, args: &[&str]) -> Self {
        let options = json!({ "binary": program, "args": args });
        let mut capabilities = serde_json::Map::new();
        capabilities.insert("webkitgtk:browserOptions".to_owned(), options);
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&stage.driver_address())
            .await
            .expect("the window opens");
        let console = Self { client };
        console.see("#app > *").await;
        console
    }

    /// Closes the window.
    pub async fn close(self) {
        drop(self.client.close().await);
    }

    /// Waits until an element is there.
    pub async fn see(&self, css: &str) -> Element {
        match self
            .client
            .wait()
            .at_most(PATIENCE)
            .for_element(Locator::Css(css))
            .await
        {
            Ok(element) => element,
            Err(problem) => panic!("{css} was not seen: {problem}\n{}", self.text().await),
        }
    }

    /// Waits until an element has a text in it.
    pub async fn see_text(&self, css: &str, text: &str) {
        let until = Instant::now() + PATIENCE;
        let mut last = String::new();
        while Instant::now() < until {
            last = self.text_of(css).await;
            if last.contains(text) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{css} never said {text:?}, but {last:?}");
    }

    /// Waits until an element has no such text, or is gone.
    pub async fn see_no_text(&self, css: &str, text: &str) {
        let until = Instant::now() + PATIENCE;
        while self.text_of(css).await.contains(text) {
            assert!(Instant::now() < until, "{css} still says {text:?}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until the keys go to something inside an element. A window without a window manager is never the active
    /// one, so that `:focus` does not tell.
    pub async fn see_focus_in(&self, css: &str) {
        let script = "return !!document.activeElement?.closest(arguments[0]);";
        let until = Instant::now() + PATIENCE;
        while self.run(script, vec![json!(css)]).await != json!(true) {
            assert!(Instant::now() < until, "{css} never had the focus");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Gives the text of the first element, or nothing where there is none.
    pub async fn text_of(&self, css: &str) -> String {
        let script =
            "const it = document.querySelector(arguments[0]); return it ? it.innerText : '';";
        self.run(script, vec![json!(css)])
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Gives the texts of all such elements.
    pub async fn texts_of(&self, css: &str) -> Vec<String> {
        let script =
            "return [...document.querySelectorAll(arguments[0])].map((it) => it.innerText);";
        let texts = self.run(script, vec![json!(css)]).await;
        texts
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|it| it.as_str().map(str::to_owned))
            .collect()
    }

    /// Gives all that the window says.
    pub async fn text(&self) -> String {
        self.text_of("body").await
    }

    /// Presses keys wherever the focus is.
    pub async fn press(&self, keys: &str) {
        let focused = self
            .client
            .active_element()
            .await
            .expect("something has the focus");
        focused.send_keys(keys).await.expect("keys arrive");
    }

    /// Presses a key while Control is held.
    pub async fn press_with_control(&self, key: &str) {
        self.press(&format!("\u{E009}{key}\u{E000}")).await;
    }

    /// Presses a key while Alt is held.
    pub async fn press_with_alt(&self, key: &str) {
        self.press(&format!("\u{E00A}{key}\u{E000}")).await;
    }

    /// Takes a picture of the display where pictures are asked for (`ICHIJI_TEST_PICTURES`, a folder).
    pub async fn picture(&self, stage: &Stage, name: &str) {
        if let Some(folder) = std::env::var_os("ICHIJI_TEST_PICTURES") {
            tokio::time::sleep(Duration::from_millis(500)).await;
            stage.picture(&Path::new(&folder).join(format!("{name}.png")));
        }
    }

    /// Clicks an element.
    pub async fn click(&self, css: &str) {
        self.see(css)
            .await
            .click()
            .await
            .unwrap_or_else(|problem| panic!("{css} cannot be clicked: {problem}"));
    }

    /// Clicks the first element that has a text in it; whitespace and keys drawn beside it do not count.
    pub async fn click_text(&self, css: &str, text: &str) {
        let script = "const it = [...document.querySelectorAll(arguments[0])]\
                      .find((it) => (it.innerText + ' ' + (it.getAttribute('aria-label') ?? '')).includes(arguments[1]));\
                      it?.click(); return Boolean(it);";
        let until = Instant::now() + PATIENCE;
        while self.run(script, vec![json!(css), json!(text)]).await != json!(true) {
            assert!(
                Instant::now() < until,
                "no {css} says {text:?}: {}",
                self.text().await
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until so many such elements are there.
    pub async fn see_count(&self, css: &str, count: usize) {
        let until = Instant::now() + PATIENCE;
        loop {
            let texts = self.texts_of(css).await;
            if texts.len() == count {
                return;
            }
            assert!(
                Instant::now() < until,
                "not {count} {css}, but {}: {texts:#?}",
                texts.len()
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Types into a field, in place of what is there.
    pub async fn fill(&self, css: &str, text: &str) {
        let field = self.see(css).await;
        field.clear().await.expect("the field is emptied");
        field.send_keys(text).await.expect("the text arrives");
    }

    /// Calls a command of the core as the window does; gives its answer or its error.
    pub async fn call(&self, command: &str, args: serde_json::Value) -> serde_json::Value {
        let script = "const done = arguments[2]; window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1])\
                      .then((it) => done({ ok: it }), (it) => done({ error: it }));";
        self.client
            .execute_async(script, vec![json!(command), args])
            .await
            .expect("the core answers")
    }

    /// Lets the window's clock, of a debug build, show another instant.
    pub async fn set_clock(&self, at: &str) {
        let answer = self.call("set_debug_clock", json!({ "at": at })).await;
        assert!(
            answer.get("error").is_none(),
            "the clock was not set: {answer}"
        );
    }

    /// Runs a script that may take minutes, and gives what it hands to its last argument, a function.
    ///
    /// # Panics
    /// Panics where the script fails or takes longer than ten minutes.
    pub async fn run_long(&self, script: &str, args: Vec<serde_json::Value>) -> serde_json::Value {
        let patience = TimeoutConfiguration::new(Some(Duration::from_secs(600)), None, None);
        self.client
            .update_timeouts(patience)
            .await
            .expect("the driver takes the time limit");
        self.client
            .execute_async(script, args)
            .await
            .expect("the script ends")
    }

    /// Runs a script in the page and gives what it returns.
    pub async fn run(&self, script: &str, args: Vec<serde_json::Value>) -> serde_json::Value {
        self.client
            .execute(script, args)
            .await
            .expect("the script runs")
    }
}
