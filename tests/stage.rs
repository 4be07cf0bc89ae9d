//! The stage of a window test: a virtual display, a private message bus, a real notification service and a WebDriver,
//! each started here, on loopback or on no network at all, and ended by its process id.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// How long a program may take to come up; machines that build beside are slow.
const PATIENCE: Duration = Duration::from_secs(60);

/// A stage; everything on it ends when it is dropped.
pub struct Stage {
    children: Vec<Child>,
    service: Option<Child>,
    home: TempDir,
    environment: Vec<(String, String)>,
    driver_port: u16,
}

impl Stage {
    /// Sets a stage of a size in pixels; with `service`, notifications arrive at a real one.
    ///
    /// # Panics
    /// Panics where a program is missing or does not come up.
    #[must_use]
    pub fn set(width: u32, height: u32, service: bool) -> Self {
        let home = tempfile::tempdir().expect("a folder for the stage");
        let mut stage = Self {
            children: Vec::new(),
            service: None,
            home,
            environment: Vec::new(),
            driver_port: free_port(),
        };
        stage.bring_environment();
        stage.bring_display(width, height);
        stage.bring_bus(service);
        if service {
            stage.start_notifications();
        }
        stage.bring_driver();
        stage
    }

    /// The folder for everything that this stage's programs write.
    #[must_use]
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Where the driver listens.
    #[must_use]
    pub fn driver_address(&self) -> String {
        format!("http://127.0.0.1:{}", self.driver_port)
    }

    /// The notifications that arrived at the service so far, each as its first line and its text.
    #[must_use]
    pub fn notifications(&self) -> Vec<String> {
        let log = fs::read_to_string(self.home().join("dunst.log")).unwrap_or_default();
        let mut arrived: Vec<String> = Vec::new();
        let mut lines = log.lines().map(str::trim);
        while let Some(line) = lines.next() {
            if let Some(title) = line.strip_prefix("summary: '") {
                arrived.push(title.trim_end_matches('\'').to_owned());
            } else if let (Some(text), Some(last)) =
                (line.strip_prefix("body: '"), arrived.last_mut())
            {
                // A text of several lines ends where the service goes on to its icon.
                let rest = lines.by_ref().take_while(|line| !line.starts_with("icon:"));
                let text = [text]
                    .into_iter()
                    .chain(rest)
                    .collect::<Vec<_>>()
                    .join("\n");
                last.push('\n');
                last.push_str(text.trim_end_matches('\''));
            }
        }
        arrived
    }

    /// The address of the message bus.
    #[must_use]
    pub fn bus_address(&self) -> &str {
        let mut environment = self.environment.iter();
        let address = environment.find(|(name, _)| name == "DBUS_SESSION_BUS_ADDRESS");
        address.map_or("", |(_, address)| address)
    }

    /// Makes a command that runs on this stage.
    #[must_use]
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Starts a notification service, which a stage without one has a bus for.
    ///
    /// # Panics
    /// Panics where it does not come up.
    pub fn start_notifications(&mut self) {
        let rules = self.home().join("dunstrc");
        fs::write(&rules, self.notification_rules()).expect("the service's rules");
        let log = fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(self.home().join("dunst.log"))
            .expect("the service's log");
        let mut command = self.command("dunst");
        command
            .arg("-config")
            .arg(rules)
            .arg("-print")
            .stdout(log)
            .stderr(Stdio::null());
        self.service = Some(command.spawn().expect("dunst starts"));
        let asked = || {
            let mut ask = self.command("dunstctl");
            ask.args(["count", "displayed"])
                .stdout(Stdio::null())
                .stderr(Stdio::null());
            ask.status().is_ok_and(|status| status.success())
        };
        wait_until("the notification service answers", asked);
    }

    /// Kills the notification service.
    pub fn kill_notifications(&mut self) {
        if let Some(mut service) = self.service.take() {
            drop(service.kill());
            drop(service.wait());
        }
    }

    /// Takes a picture of the whole display.
    pub fn picture(&self, to: &Path) {
        let done = self
            .command("import")
            .args(["-window", "root"])
            .arg(to)
            .status();
        assert!(
            done.is_ok_and(|status| status.success()),
            "no picture at {}",
            to.display()
        );
    }

    fn bring_environment(&mut self) {
        let home = self.home.path().to_path_buf();
        let runtime = home.join("run");
        fs::create_dir_all(&runtime).expect("a folder for the run time");
        let text = |path: PathBuf| path.to_string_lossy().into_owned();
        for (name, value) in [
            ("HOME", text(home.clone())),
            ("XDG_RUNTIME_DIR", text(runtime)),
            ("XDG_DATA_HOME", text(home.join("data"))),
            ("XDG_CONFIG_HOME", text(home.join("config"))),
            ("XDG_CACHE_HOME", text(home.join("cache"))),
            ("WEBKIT_DISABLE_DMABUF_RENDERER", "1".to_owned()),
            ("TAURI_WEBVIEW_AUTOMATION", "true".to_owned()),
            ("NO_AT_BRIDGE", "1".to_owned()),
            ("LC_ALL", "C.UTF-8".to_owned()),
            ("TZ", "America/Los_Angeles".to_owned()),
        ] {
            self.environment.push((name.to_owned(), value));
        }
    }

    fn bring_display(&mut self, width: u32, height: u32) {
        let mut command = self.command("Xvfb");
        command.args([
            "-displayfd",
            "1",
            "-nolisten",
            "tcp",
            "-screen",
            "0",
            &format!("{width}x{height}x24"),
        ]);
        let number = self.start_and_read_line(command);
        self.environment
            .push(("DISPLAY".to_owned(), format!(":{number}")));
    }

    fn bring_bus(&mut self, with_services: bool) {
        let mut command = self.command("dbus-daemon");
        command.args(["--nofork", "--nopidfile", "--print-address=1"]);
        if with_services {
            command.arg("--session");
        } else {
            let file = self.home().join("bus.conf");
            fs::write(&file, BUS_WITHOUT_SERVICES).expect("the bus's configuration");
            command.arg(format!("--config-file={}", file.display()));
        }
        let address = self.start_and_read_line(command);
        self.environment
            .push(("DBUS_SESSION_BUS_ADDRESS".to_owned(), address));
    }

    /// The service's rules; its list of actions is answered with the one that reminds later.
    fn notification_rules(&self) -> String {
        let chooser = self.home().join("choose");
        fs::write(&chooser, "#!/bin/sh\ngrep -m1 -F 再通知\n").expect("the chooser");
        let run = fs::Permissions::from_mode(0o755);
        fs::set_permissions(&chooser, run).expect("the chooser may run");
        format!(
            "[global]\n    idle_threshold = 0\n    notification_limit = 0\n    dmenu = {}\n",
            chooser.display()
        )
    }

    /// Does with the notifications that are shown what a person would, by `dunstctl`'s words.
    ///
    /// # Panics
    /// Panics where the service does not take it.
    pub fn act_on_notifications(&self, deed: &[&str]) {
        let done = self.command("dunstctl").args(deed).status();
        assert!(done.is_ok_and(|status| status.success()), "{deed:?}");
    }

    fn bring_driver(&mut self) {
        let mut command = self.command("WebKitWebDriver");
        command.args([&format!("--port={}", self.driver_port), "--host=127.0.0.1"]);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        self.children
            .push(command.spawn().expect("WebKitWebDriver starts"));
        let port = self.driver_port;
        wait_until("the driver listens", || {
            std::net::TcpStream::connect(("127.0.0.1", port)).is_ok()
        });
    }

    fn start_and_read_line(&mut self, mut command: Command) -> String {
        let program = format!("{:?}", command.get_program());
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command
            .spawn()
            .unwrap_or_else(|problem| panic!("{program} does not start: {problem}"));
        let mut reader = BufReader::new(child.stdout.take().expect("its output"));
        self.children.push(child);
        let mut line = String::new();
        reader.read_line(&mut line).expect("its first line");
        // The pipe stays read, so that the program never stops on a full one.
        std::thread::spawn(move || reader.read_to_end(&mut Vec::new()));
        assert!(!line.trim().is_empty(), "{program} said nothing");
        line.trim().to_owned()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        for child in self
            .service
            .iter_mut()
            .chain(self.children.iter_mut().rev())
        {
            drop(child.kill());
            drop(child.wait());
        }
    }
}

/// A bus on which nothing can be started: the notification service is truly absent.
const BUS_WITHOUT_SERVICES: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>"#;

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("its address").port()
}

/// Asks until the answer is yes, up to the stage's patience.
///
/// # Panics
/// Panics where it never is.
pub fn wait_until(what: &str, asked: impl Fn() -> bool) {
    let begun = Instant::now();
    while !asked() {
        assert!(begun.elapsed() < PATIENCE, "waited too long until {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}
