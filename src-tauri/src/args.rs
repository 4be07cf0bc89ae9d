//! How the window is started: by a person without any argument, by tests and pictures with several.

use std::path::PathBuf;

use business_time::Instant;
use clap::Parser;

/// Ichiji: the console that keeps a support centre's first-response promises.
#[derive(Clone, Debug, Parser)]
#[command(name = "ichiji-desk", version)]
pub struct Args {
    /// The folder that holds the record; by default the system's place for this program.
    #[arg(long, env = "ICHIJI_DATA_DIR")]
    pub data_dir: Option<PathBuf>,
    /// Puts the sample set into an empty record and skips the set-up.
    #[arg(long)]
    pub sample: bool,
    /// Shows the desk as if it were this instant (RFC 3339), the clock standing still.
    #[arg(long, value_parser = instant)]
    pub as_of: Option<Instant>,
    /// The page to begin with, as in `queue/open` or `settings`.
    #[arg(long)]
    pub page: Option<String>,
    /// The theme for this run: `light` or `dark`.
    #[arg(long, value_parser = ["light", "dark"])]
    pub theme: Option<String>,
    /// The language for this run: `ja` or `en`.
    #[arg(long, value_parser = ["ja", "en"])]
    pub lang: Option<String>,
    /// The window's size for this run, as `1280x800`.
    #[arg(long, value_parser = size)]
    pub size: Option<(f64, f64)>,
    /// A file to write once the window has painted its first rows.
    #[arg(long)]
    pub ready_file: Option<PathBuf>,
}

impl Args {
    /// Gives the address that the window begins with: how it looks for this run, then the page.
    #[must_use]
    pub fn first_address(&self) -> String {
        let looks: Vec<String> = [("theme", &self.theme), ("lang", &self.lang)]
            .into_iter()
            .filter_map(|(name, value)| value.as_ref().map(|value| format!("{name}={value}")))
            .collect();
        let query = if looks.is_empty() {
            String::new()
        } else {
            format!("?{}", looks.join("&"))
        };
        let page = self
            .page
            .as_ref()
            .map(|page| format!("#/{}", page.trim_start_matches('/')))
            .unwrap_or_default();
        format!("index.html{query}{page}")
    }
}

fn instant(text: &str) -> Result<Instant, String> {
    Instant::parse(text).map_err(|problem| problem.to_string())
}

fn size(text: &str) -> Result<(f64, f64), String> {
    let parts = text
        .split_once('x')
        .and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    parts.ok_or_else(|| format!("not a size like 1280x800: {text}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(args: &[&str], expected: &str) {
        let args = Args::try_parse_from([&["ichiji-desk"], args].concat()).unwrap();
        assert_eq!(args.first_address(), expected);
    }

    #[test]
    fn the_first_address_carries_looks_and_page() {
        check(&[], "index.html");
        check(&["--theme", "dark"], "index.html?theme=dark");
        check(
            &["--lang", "en", "--theme", "light", "--page", "/settings"],
            "index.html?theme=light&lang=en#/settings",
        );
    }

    #[test]
    fn sizes_and_instants_are_checked() {
        for wrong in [
            ["--size", "1280"],
            ["--size", "axb"],
            ["--as-of", "yesterday"],
            ["--theme", "pink"],
        ] {
            assert!(
                Args::try_parse_from([&["ichiji-desk"][..], &wrong].concat()).is_err(),
                "{wrong:?}"
            );
        }
        let args = Args::try_parse_from(["ichiji-desk", "--size", "1024x640"]).unwrap();
        assert_eq!(args.size, Some((1024.0, 640.0)));
    }
}
