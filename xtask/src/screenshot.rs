//! A picture of the real window, taken from the X server of a virtual desktop.

use std::fs;
use std::path::Path;
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::{Context, Failure, Outcome};
use crate::setup::Purpose;
use crate::shell;
use crate::start::{self, Opening};
use crate::virtual_desktop::{Size, VirtualDesktop};
use crate::workspace;

const TO_BE_READY: Duration = Duration::from_secs(90);
const TO_SETTLE: Duration = Duration::from_secs(10);
const BETWEEN_LOOKS: Duration = Duration::from_millis(250);
const PAINTED: u32 = 16;

/// Sets up and builds what a picture needs.
pub fn prepare() -> Outcome {
    if !cfg!(target_os = "linux") {
        return Err(Failure::new(
            "pictures are taken from a virtual X display, which only Linux has",
        ));
    }
    start::build(Purpose::ShowVirtually)
}

/// Opens the console on the sample set in a fresh data folder, waits for its page and saves its picture as PNG.
pub fn take(opening: Opening, picture: &Path) -> Outcome {
    let size = opening.size.unwrap_or(Size::DESIGN);
    let desktop = VirtualDesktop::start(size)?;
    let ready = desktop.folder().join("ready");
    let opening = Opening {
        sample: true,
        size: Some(size),
        data_dir: opening
            .data_dir
            .or_else(|| Some(desktop.folder().join("data"))),
        ready_file: Some(ready.clone()),
        ..opening
    };
    let mut desk = desktop
        .stranger(&workspace::program("debug", "ichiji-desk"))
        .args(opening.arguments())
        .spawn()
        .context("run the console")?;
    let outcome = wait_for_page(&mut desk, &ready).and_then(|()| save(&desktop, size, picture));
    shell::end(&mut desk);
    outcome?;
    println!("{} shows the window at {size}", picture.display());
    Ok(())
}

fn wait_for_page(desk: &mut Child, ready: &Path) -> Outcome {
    let begun = Instant::now();
    while !ready.exists() {
        if let Some(status) = shell::wait_within(desk, BETWEEN_LOOKS)? {
            return Err(Failure::new(format!(
                "the console ended with {status} before its page was painted"
            )));
        }
        if begun.elapsed() > TO_BE_READY {
            return Err(Failure::new(format!(
                "the console's page was not painted within {} s",
                TO_BE_READY.as_secs()
            )));
        }
    }
    Ok(())
}

/// Takes pictures until two in a row are the same and show something: fonts and icons may still come in after the
/// first paint, and on a busy machine that paint may itself come late.
fn save(desktop: &VirtualDesktop, size: Size, picture: &Path) -> Outcome {
    let shot = desktop.folder().join("shot.png");
    let begun = Instant::now();
    let mut last = Vec::new();
    let painted = loop {
        shoot(desktop, &shot)?;
        let now = fs::read(&shot).context("read the picture")?;
        let late = begun.elapsed() > TO_SETTLE;
        if now == last || late {
            let painted = check_painted(&shot, size);
            if painted.is_ok() || late {
                break painted;
            }
        }
        last = now;
        thread::sleep(BETWEEN_LOOKS);
    };
    painted?;
    if let Some(folder) = picture.parent() {
        fs::create_dir_all(folder).context(format!("make {}", folder.display()))?;
    }
    fs::copy(&shot, picture).context(format!("write {}", picture.display()))?;
    Ok(())
}

fn shoot(desktop: &VirtualDesktop, shot: &Path) -> Outcome {
    let status = desktop
        .command(Path::new("import"))
        .args(["-silent", "-window", "root", "-depth", "8", "-strip"])
        .arg(shot)
        .status()
        .context("run import")?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!("import ended with {status}")))
}

fn check_painted(shot: &Path, size: Size) -> Outcome {
    let output = Command::new("identify")
        .args(["-format", "%wx%h %k"])
        .arg(shot)
        .output()
        .context("run identify")?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let Some((found, colours)) = text.trim().split_once(' ') else {
        return Err(Failure::new("the picture cannot be read"));
    };
    if found != size.to_string() {
        return Err(Failure::new(format!("the picture is {found}, not {size}")));
    }
    if colours.parse::<u32>().is_ok_and(|count| count >= PAINTED) {
        return Ok(());
    }
    Err(Failure::new(format!(
        "the window is blank: {colours} colours"
    )))
}
