//! A desktop of its own for one program: display, message bus, run-time folder and, for strangers, home, all gone afterwards.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use crate::failure::{Context, Failure, Outcome};
use crate::shell;

const TO_COME_UP: Duration = Duration::from_secs(30);

/// Width and height in pixels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Size {
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
}

impl Size {
    /// The size in which the design is drawn.
    pub const DESIGN: Self = Self {
        width: 1280,
        height: 800,
    };

    /// Reads `1280x800`.
    pub fn parse(text: &str) -> Outcome<Self> {
        let size = text.split_once('x').and_then(|(width, height)| {
            Some(Self {
                width: width.parse().ok().filter(|pixels| *pixels > 0)?,
                height: height.parse().ok().filter(|pixels| *pixels > 0)?,
            })
        });
        size.ok_or_else(|| Failure::usage(format!("`{text}` is no size such as 1280x800")))
    }
}

impl std::fmt::Display for Size {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}x{}", self.width, self.height)
    }
}

/// A running virtual desktop; dropping it ends what it is made of.
pub struct VirtualDesktop {
    screen: Child,
    bus: Child,
    display: String,
    bus_address: String,
    folder: TempDir,
}

impl VirtualDesktop {
    /// Starts a screen of exactly `size` on a free display, and a message bus that knows this display.
    pub fn start(size: Size) -> Outcome<Self> {
        let folder = TempDir::with_prefix("ichiji-desktop-").context("make a folder")?;
        let runtime = folder.path().join("runtime");
        fs::create_dir(&runtime).context("make a folder")?;
        private(&runtime)?;

        let mut screen = start_screen(size)?;
        let display = match first_line(&mut screen) {
            Some(number) => format!(":{number}"),
            None => {
                shell::end(&mut screen);
                return Err(Failure::new("the virtual display did not come up"));
            }
        };
        // Programs that the bus starts inherit its environment: the display has to be known before.
        let mut bus = Command::new("dbus-daemon");
        bus.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]);
        enter(&mut bus, &display, folder.path());
        leave_home(&mut bus, folder.path());
        match start_bus(bus) {
            Ok((bus, bus_address)) => Ok(Self {
                screen,
                bus,
                display,
                bus_address,
                folder,
            }),
            Err(failure) => {
                shell::end(&mut screen);
                Err(failure)
            }
        }
    }

    /// Prepares a program that runs on this desktop with the user's own settings and data.
    pub fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        enter(&mut command, &self.display, self.folder.path());
        command.env("DBUS_SESSION_BUS_ADDRESS", &self.bus_address);
        shell::forget_own_package(&mut command);
        command
    }

    /// Prepares a program that runs on this desktop and finds nothing of the user's own.
    pub fn stranger(&self, program: &Path) -> Command {
        let mut command = self.command(program);
        leave_home(&mut command, self.folder.path());
        command
    }

    /// Returns a folder that lives as long as the desktop.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for VirtualDesktop {
    fn drop(&mut self) {
        shell::end(&mut self.bus);
        shell::end(&mut self.screen);
    }
}

fn start_screen(size: Size) -> Outcome<Child> {
    Command::new("Xvfb")
        .args([
            "-displayfd",
            "1",
            "-noreset",
            "-nolisten",
            "tcp",
            "-screen",
            "0",
        ])
        .arg(format!("{size}x24"))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("run Xvfb")
}

fn start_bus(mut bus: Command) -> Outcome<(Child, String)> {
    let mut child = bus
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("run dbus-daemon")?;
    if let Some(address) = first_line(&mut child) {
        return Ok((child, address));
    }
    shell::end(&mut child);
    Err(Failure::new("the message bus did not come up"))
}

fn enter(command: &mut Command, display: &str, own: &Path) {
    for variable in ["WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS"] {
        command.env_remove(variable);
    }
    command
        .env("DISPLAY", display)
        .env("XDG_RUNTIME_DIR", own.join("runtime"))
        // Without a graphics card WebKit's frames take 50 ms and scrolled content stays blank.
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
}

/// Hides the user's own settings and data from a program.
fn leave_home(command: &mut Command, home: &Path) {
    for variable in [
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_CACHE_HOME",
        "XDG_STATE_HOME",
        "ICHIJI_DATA_DIR",
    ] {
        command.env_remove(variable);
    }
    command.env("HOME", home);
}

fn first_line(child: &mut Child) -> Option<String> {
    let output = child.stdout.take()?;
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut lines = BufReader::new(output).lines();
        // Nobody listens any more once the time is over.
        let _ = sender.send(lines.next());
        lines.for_each(drop);
    });
    let line = receiver.recv_timeout(TO_COME_UP).ok()??.ok()?;
    (!line.trim().is_empty()).then(|| line.trim().to_owned())
}

#[cfg(unix)]
fn private(folder: &Path) -> Outcome {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).context("guard a folder")
}

#[cfg(not(unix))]
fn private(_: &Path) -> Outcome {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Size;

    #[test]
    fn reads_a_size() {
        assert_eq!(Size::parse("1280x800").unwrap(), Size::DESIGN);
        for wrong in ["1280", "1280x", "x800", "0x800", "1280*800", "-1x5"] {
            assert!(Size::parse(wrong).is_err(), "{wrong}");
        }
        assert_eq!(Size::DESIGN.to_string(), "1280x800");
    }
}
