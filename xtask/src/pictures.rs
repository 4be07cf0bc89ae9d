//! `cargo xtask pictures`: the guide's pictures, taken anew from the real window.

use crate::arguments::Arguments;
use crate::failure::{Failure, Outcome};
use crate::screenshot;
use crate::shell::Task;
use crate::start::Opening;
use crate::virtual_desktop::Size;
use crate::workspace;
use std::path::Path;

/// A Tuesday after a holiday Monday: every band has its inquiries.
const MOMENT: &str = "2026-11-24T11:06:00+09:00";

/// One picture: the file's name, the page, the theme, the language and the size.
struct Picture {
    name: &'static str,
    page: &'static str,
    theme: &'static str,
    lang: &'static str,
    size: Size,
}

const SMALL: Size = Size {
    width: 1024,
    height: 640,
};

const fn picture(
    name: &'static str,
    page: &'static str,
    lang: &'static str,
    theme: &'static str,
) -> Picture {
    Picture {
        name,
        page,
        theme,
        lang,
        size: Size::DESIGN,
    }
}

const fn small(picture: Picture) -> Picture {
    Picture {
        size: SMALL,
        ..picture
    }
}

/// The queue as the guide shows it first: with what is due first beside it.
const QUEUE: &str = "queue/open?inquiry=first";
const INQUIRY: &str = "queue/unassigned?inquiry=first";
/// Received on a closed day: the explanation has something to explain.
const DEADLINE: &str = "queue/open?level=outage&inquiry=first";
const RESPOND: &str = "queue/mine?inquiry=first&do=respond";

const PICTURES: &[Picture] = &[
    picture("queue-ja-light", QUEUE, "ja", "light"),
    picture("queue-ja-dark", QUEUE, "ja", "dark"),
    picture("queue-en-light", QUEUE, "en", "light"),
    picture("queue-en-dark", QUEUE, "en", "dark"),
    small(picture("queue-ja-light-small", QUEUE, "ja", "light")),
    picture("list-ja-light", "queue/open?group=1", "ja", "light"),
    picture("inquiry-ja-light", INQUIRY, "ja", "light"),
    small(picture("inquiry-ja-light-small", INQUIRY, "ja", "light")),
    picture("deadline-ja-light", DEADLINE, "ja", "light"),
    picture("respond-ja-light", RESPOND, "ja", "light"),
    picture("phone-ja-light", "phone", "ja", "light"),
    small(picture("phone-ja-light-small", "phone", "ja", "light")),
    picture("setup-ja-light", "setup", "ja", "light"),
    small(picture("setup-ja-light-small", "setup", "ja", "light")),
    picture("today-ja-light", "today", "ja", "light"),
    picture("reports-ja-light", "reports", "ja", "light"),
    picture("settings-ja-light", "settings", "ja", "light"),
    small(picture(
        "settings-ja-light-small",
        "settings",
        "ja",
        "light",
    )),
    picture("calendar-ja-light", "settings/calendar", "ja", "light"),
    picture("year-ja-light", "calendar", "ja", "light"),
    picture("policies-ja-light", "policies", "ja", "light"),
    picture("systems-ja-light", "systems", "ja", "light"),
    picture("products-ja-light", "products", "ja", "light"),
    picture("customers-ja-light", "customers", "ja", "light"),
];

/// Takes all pictures, or those named.
pub fn run(mut arguments: Arguments) -> Outcome {
    let names = arguments.plain();
    arguments.finish()?;
    for name in &names {
        if PICTURES.iter().all(|picture| picture.name != name) {
            return Err(Failure::usage(format!("there is no picture `{name}`")));
        }
    }
    screenshot::prepare()?;
    PICTURES
        .iter()
        .filter(|picture| names.is_empty() || names.iter().any(|name| name == picture.name))
        .try_for_each(Picture::take)
}

impl Picture {
    fn take(&self) -> Outcome {
        let opening = Opening {
            as_of: Some(MOMENT.to_owned()),
            page: Some(self.page.to_owned()),
            theme: Some(self.theme.to_owned()),
            lang: Some(self.lang.to_owned()),
            size: Some(self.size),
            ..Opening::default()
        };
        let folder = workspace::root().join("docs/guide/pictures");
        let file = folder.join(format!("{}.png", self.name));
        screenshot::take(opening, &file)?;
        shrink(&file)
    }
}

/// Writes a picture anew with a palette: a third of the size, and nothing that an eye could tell.
fn shrink(file: &Path) -> Outcome {
    Task::new("mogrify")
        .words(
            "+dither -colors 256 -define png:color-type=3 -define png:compression-level=9 -strip",
        )
        .arg(file)
        .run()
}

#[cfg(test)]
mod tests {
    use super::PICTURES;
    use std::collections::BTreeSet;

    #[test]
    fn every_picture_has_a_file_of_its_own() {
        let names: BTreeSet<_> = PICTURES.iter().map(|picture| picture.name).collect();
        assert_eq!(names.len(), PICTURES.len());
    }
}
