//! `cargo xtask pictures`: the guide's pictures, taken anew from the real window.

use crate::arguments::Arguments;
use crate::failure::{Failure, Outcome};
use crate::screenshot;
use crate::start::Opening;
use crate::virtual_desktop::Size;
use crate::workspace;

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

const PICTURES: &[Picture] = &[
    picture("queue-ja-light", "queue", "ja", "light"),
    picture("queue-ja-dark", "queue", "ja", "dark"),
    picture("queue-en-light", "queue", "en", "light"),
    picture("queue-en-dark", "queue", "en", "dark"),
    small(picture("queue-ja-light-small", "queue", "ja", "light")),
    picture("inquiry-ja-light", "inquiry", "ja", "light"),
    small(picture("inquiry-ja-light-small", "inquiry", "ja", "light")),
    picture("phone-ja-light", "phone", "ja", "light"),
    small(picture("phone-ja-light-small", "phone", "ja", "light")),
    picture("setup-ja-light", "setup", "ja", "light"),
    small(picture("setup-ja-light-small", "setup", "ja", "light")),
    picture("settings-ja-light", "settings", "ja", "light"),
    small(picture(
        "settings-ja-light-small",
        "settings",
        "ja",
        "light",
    )),
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
        screenshot::take(opening, &folder.join(format!("{}.png", self.name)))
    }
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
