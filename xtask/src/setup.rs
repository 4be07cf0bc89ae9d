//! Sets up what is missing on the machine.

use std::env;
use std::io::IsTerminal;
use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::shell::Task;

/// What the machine shall be able to do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Build the window and show it on the desktop's own display.
    Show,
    /// Build it and show it on a virtual display.
    ShowVirtually,
    /// Run every check, the real window's included.
    Test,
    /// Make the packages.
    Bundle,
}

const TO_BUILD: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "libayatana-appindicator3-dev",
    "librsvg2-dev",
    // A minimal Debian shows Japanese as boxes.
    "fonts-noto-cjk",
];
const FOR_A_VIRTUAL_DISPLAY: &[&str] = &[
    "xvfb",
    "dbus",
    "imagemagick",
    "at-spi2-core",
    "adwaita-icon-theme",
    "libgl1-mesa-dri",
];
const FOR_THE_WINDOW_TESTS: &[&str] = &[
    "dunst",
    "webkit2gtk-driver",
    "libnotify-bin",
    "xdotool",
    "x11-utils",
];
/// What opens the files that reports are exported to.
const FOR_THE_FILE_TESTS: &[&str] = &["libreoffice-calc-nogui", "poppler-utils"];
const FOR_BUNDLES: &[&str] = &["rpm", "file"];

const OLDEST_NODE: u32 = 20;

/// Sets up system packages, cargo's components and the pages' npm packages; does nothing that is done already.
pub fn prepare(purpose: Purpose) -> Outcome {
    check_node()?;
    system_packages(purpose)?;
    if purpose == Purpose::Test {
        cargo_components()?;
    }
    crate::ui::install()
}

fn check_node() -> Outcome {
    let install = format!("Node {OLDEST_NODE} or newer with npm is needed: https://nodejs.org");
    let version = Task::new("node")
        .arg("--version")
        .read()
        .map_err(|_| Failure::new(format!("node was not found. {install}")))?;
    match node_major(&version) {
        Some(major) if major >= OLDEST_NODE => {}
        _ => {
            return Err(Failure::new(format!(
                "node is {}. {install}",
                version.trim()
            )));
        }
    }
    if Task::npm("--version")
        .folder(&crate::workspace::root())
        .succeeds()
    {
        Ok(())
    } else {
        Err(Failure::new(format!("npm was not found. {install}")))
    }
}

fn node_major(version: &str) -> Option<u32> {
    version
        .trim()
        .strip_prefix('v')?
        .split('.')
        .next()?
        .parse()
        .ok()
}

fn cargo_components() -> Outcome {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if Task::cargo(subcommand).arg("--version").succeeds() {
            continue;
        }
        Task::new("rustup")
            .words("component add")
            .arg(component)
            .run()?;
    }
    Ok(())
}

fn packages(purpose: Purpose) -> Vec<&'static str> {
    let groups: &[&[&str]] = match purpose {
        Purpose::Show => &[TO_BUILD],
        Purpose::ShowVirtually => &[TO_BUILD, FOR_A_VIRTUAL_DISPLAY],
        Purpose::Test => &[
            TO_BUILD,
            FOR_A_VIRTUAL_DISPLAY,
            FOR_THE_WINDOW_TESTS,
            FOR_THE_FILE_TESTS,
        ],
        Purpose::Bundle => &[TO_BUILD, FOR_BUNDLES],
    };
    groups.concat()
}

fn system_packages(purpose: Purpose) -> Outcome {
    if cfg!(target_os = "macos") {
        return elsewhere(
            "xcode-select -p",
            "the Xcode command line tools are missing: run `xcode-select --install`",
        );
    }
    if cfg!(windows) {
        println!(
            "Windows: the Microsoft C++ Build Tools and WebView2 are needed, as README.md says."
        );
        return Ok(());
    }
    if !Path::new("/usr/bin/apt-get").exists() {
        return elsewhere(
            "pkg-config --exists webkit2gtk-4.1 ayatana-appindicator3-0.1 librsvg-2.0",
            &format!(
                "this is no Debian or Ubuntu: install by hand what these packages hold there:\n  {}",
                packages(purpose).join(" ")
            ),
        );
    }
    let missing = missing_packages(&packages(purpose))?;
    if missing.is_empty() {
        return Ok(());
    }
    println!("These system packages are missing: {}", missing.join(" "));
    apt("update")?;
    apt(&format!(
        "install --no-install-recommends {}",
        missing.join(" ")
    ))
}

fn elsewhere(check: &str, advice: &str) -> Outcome {
    let (program, arguments) = check.split_once(' ').unwrap_or((check, ""));
    if Task::new(program).words(arguments).succeeds() {
        Ok(())
    } else {
        Err(Failure::new(advice))
    }
}

fn missing_packages(wanted: &[&str]) -> Outcome<Vec<String>> {
    // One call for all would fail as soon as a single package is unknown.
    let installed = Task::new("dpkg-query")
        .arg("--show")
        .arg("--showformat=${Package} ${db:Status-Status}\\n")
        .read()?;
    Ok(missing_in(&installed, wanted))
}

fn missing_in(installed: &str, wanted: &[&str]) -> Vec<String> {
    let is_there = |package: &str| {
        installed
            .lines()
            .any(|line| line.split_once(' ') == Some((package, "installed")))
    };
    wanted
        .iter()
        .filter(|package| !is_there(package))
        .map(|package| (*package).to_owned())
        .collect()
}

fn apt(arguments: &str) -> Outcome {
    as_root()?
        .words("env DEBIAN_FRONTEND=noninteractive apt-get -y -q -o DPkg::Lock::Timeout=500 -o Acquire::Retries=3")
        .words(arguments)
        .minutes(20)
        .run()
}

/// Begins a command line that runs as root: `sudo` unless one is root already. Without a terminal, `sudo` must not ask.
fn as_root() -> Outcome<Task> {
    if Task::new("id").arg("-u").read()?.trim() == "0" {
        return Ok(Task::new("env"));
    }
    if env::split_paths(&env::var_os("PATH").unwrap_or_default())
        .any(|folder| folder.join("sudo").exists())
    {
        let sudo = Task::new("sudo");
        return Ok(if std::io::stdin().is_terminal() {
            sudo
        } else {
            sudo.arg("-n")
        });
    }
    Err(Failure::new(
        "system packages are missing and neither root nor sudo is at hand to install them",
    ))
}

#[cfg(test)]
mod tests {
    use super::{FOR_THE_WINDOW_TESTS, Purpose, missing_in, node_major, packages};

    #[test]
    fn reads_nodes_version() {
        assert_eq!(node_major("v20.20.1\n"), Some(20));
        assert_eq!(node_major("20"), None);
    }

    #[test]
    fn a_removed_package_with_its_settings_left_is_missing() {
        let installed = "xvfb installed\ndunst config-files\nxvfb-extras installed\n";
        assert_eq!(
            missing_in(installed, &["xvfb", "dunst", "dbus"]),
            ["dunst", "dbus"]
        );
    }

    #[test]
    fn showing_the_window_needs_none_of_the_tests_packages() {
        let shown = packages(Purpose::Show);
        assert!(
            !FOR_THE_WINDOW_TESTS
                .iter()
                .any(|package| shown.contains(package))
        );
        assert!(packages(Purpose::Test).len() > shown.len());
    }
}
