//! Finding the operating systems that a text names with their versions, so that they need not be asked for (§8).

use super::NamedOs;
use crate::library::folded;
use crate::pack::OsFamily;

/// How each system is written, the longer spellings first: `ios` is an end of none of them.
const SPELLINGS: [(OsFamily, &[&str]); 6] = [
    (OsFamily::IpadOs, &["ipados", "ipad os"]),
    (OsFamily::Ios, &["ios"]),
    (OsFamily::Android, &["android os", "android"]),
    (OsFamily::MacOs, &["macos", "mac os"]),
    (OsFamily::Windows11, &["windows 11", "windows11", "win11"]),
    (OsFamily::ChromeOs, &["chromeos", "chrome os"]),
];

/// What may stand between a name and its version.
const BETWEEN: [&str; 13] = [
    "sonoma",
    "sequoia",
    "tahoe",
    "enterprise",
    "pro",
    "バージョン",
    "version",
    "ver.",
    "ver",
    "v.",
    "build",
    "v",
    ":",
];

/// The words of a beta version (§10).
const BETA: [&str; 4] = ["ベータ", "beta", "β", "preview"];

/// Names the systems with a version in a text, each once, in the order in which they come.
pub fn named_systems(text: &str) -> Vec<NamedOs> {
    let text = folded(text);
    let mut found: Vec<(usize, NamedOs)> = Vec::new();
    for (os, spellings) in SPELLINGS {
        for spelling in spellings {
            for (at, _) in text.match_indices(spelling) {
                let rest = text.get(at + spelling.len()..).unwrap_or_default();
                let read = stands_alone(&text, at).then(|| version(os, rest)).flatten();
                let Some(version) = read else { continue };
                let named = NamedOs { os, version };
                if !found.iter().any(|(_, known)| *known == named) {
                    found.push((at, named));
                }
            }
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, named)| named).collect()
}

/// A name that is the end of a longer Latin word is another one: `curios`.
pub(crate) fn stands_alone(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|it| it.chars().next_back());
    !before.is_some_and(|it| it.is_ascii_alphanumeric())
}

/// Reads the version at the beginning of a text, past what may stand between.
fn version(os: OsFamily, rest: &str) -> Option<String> {
    let mut rest = rest.trim_start_matches([' ', '(', '（']);
    while let Some(next) = BETWEEN.iter().find_map(|word| rest.strip_prefix(*word)) {
        rest = next.trim_start();
    }
    let end = rest
        .find(|it: char| !it.is_ascii_alphanumeric() && it != '.')
        .unwrap_or(rest.len());
    let (number, after) = rest.split_at_checked(end)?;
    let number = number.trim_end_matches('.');
    if !is_version(os, number) {
        return None;
    }
    let after = after.trim_start();
    let is_beta = BETA.iter().any(|word| after.starts_with(word));
    let beta = if is_beta { " beta" } else { "" };
    Some(format!("{number}{beta}"))
}

/// Reads the dotted numbers at the beginning of a text, past what may stand between a name and its version.
pub(crate) fn version_after(rest: &str) -> Option<String> {
    version(OsFamily::Ios, rest)
}

/// A version is dotted numbers, Android's may be `12l`, a feature update of Windows is a year and a half: `24h2`.
fn is_version(os: OsFamily, text: &str) -> bool {
    let dotted = |text: &str| {
        let mut parts = text.split('.');
        let number =
            |it: &str| !it.is_empty() && it.len() <= 5 && it.bytes().all(|b| b.is_ascii_digit());
        !text.is_empty() && parts.all(number)
    };
    match os {
        OsFamily::Android => dotted(text) || text == "12l",
        OsFamily::Windows11 => {
            let halves = text.split_once('h');
            halves.is_some_and(|(year, half)| {
                year.len() == 2 && dotted(year) && ["1", "2"].contains(&half)
            }) || (text.contains('.') && dotted(text))
        }
        OsFamily::Ios | OsFamily::IpadOs | OsFamily::MacOs | OsFamily::ChromeOs => dotted(text),
    }
}
