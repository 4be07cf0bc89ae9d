//! Checking the text of a table of operating systems into an [`OsTable`].

use super::version::Version;
use super::{OsGeneration, OsRelease, OsTable, Withdrawal};
use crate::pack::findings::read_whole;
use crate::pack::section::{Section, nearest};
use crate::pack::{OsFamily, PackProblem, PackProblemCode as Code};

pub(super) fn check(text: &str) -> Result<OsTable, Vec<PackProblem>> {
    read_whole(text, |mut root, _| {
        let version = root.text("version");
        let complete_until = root.date("complete_until");
        let source = root.text("source");
        let generations = generations(&mut root);
        let withdrawn = withdrawn(&mut root, &generations);
        root.finish();
        Some(OsTable {
            version: version?,
            complete_until: complete_until?,
            source: source?,
            generations,
            withdrawn,
        })
    })
}

fn generations(root: &mut Section<'_>) -> Vec<OsGeneration> {
    let mut found: Vec<OsGeneration> = Vec::new();
    for mut section in root.sections("generations") {
        let os = section.word("os", OsFamily::ALL, OsFamily::as_str);
        let id = section.text("id");
        let after = section.text_if_there("after");
        let supported_on = section.date_if_there("supported_on");
        let begun_before = section.flag("begun_before");
        let releases = releases(&mut section, id.as_deref());
        if let (Some(os), Some(id)) = (os, &id) {
            check_place(&section, &found, os, id, after.as_deref());
        }
        let first = releases.first().map(|first| first.released_on);
        if supported_on < first && supported_on.is_some() {
            section.note(Code::VersionOrder, "supported_on", None);
        }
        section.finish();
        found.extend(os.zip(id).map(|(os, id)| OsGeneration {
            os,
            id,
            supported_on,
            begun_before,
            releases,
        }));
    }
    found
}

/// A generation stands once, and after the one that it names.
fn check_place(
    section: &Section<'_>,
    before: &[OsGeneration],
    os: OsFamily,
    id: &str,
    after: Option<&str>,
) {
    if before.iter().any(|known| known.os == os && known.id == id) {
        section.note(Code::Duplicate, "id", None);
    }
    let last = before.iter().rfind(|known| known.os == os);
    let last = last.map(|known| known.id.as_str());
    if last != after {
        section.note(Code::Gap, "after", last.map(str::to_owned));
    }
}

fn releases(generation: &mut Section<'_>, id: Option<&str>) -> Vec<OsRelease> {
    let mut found: Vec<OsRelease> = Vec::new();
    for mut section in generation.sections("releases") {
        let version = section.text("version");
        let released_on = section.date("released_on");
        let build = section.text_if_there("build");
        let also = section.texts("also", true);
        let also = also.into_iter().map(|(_, name)| name).collect();
        if let (Some(version), Some(id)) = (&version, id)
            && Version::of(version).begins_with(&Version::of(id)).is_none()
        {
            section.note(Code::NotOfGeneration, "version", None);
        }
        if let (Some(last), Some(version)) = (found.last(), &version)
            && (Version::of(version) <= Version::of(&last.version)
                || released_on.is_some_and(|on| on < last.released_on))
        {
            section.note(Code::VersionOrder, "version", None);
        }
        section.finish();
        found.extend(
            version
                .zip(released_on)
                .map(|(version, released_on)| OsRelease {
                    version,
                    released_on,
                    build,
                    also,
                }),
        );
    }
    found
}

fn withdrawn(root: &mut Section<'_>, generations: &[OsGeneration]) -> Vec<Withdrawal> {
    let mut found = Vec::new();
    for mut section in root.sections_if_there("withdrawn") {
        let os = section.word("os", OsFamily::ALL, OsFamily::as_str);
        let version = section.text("version");
        let on = section.date("on");
        let why = section.text("why");
        if let (Some(os), Some(version)) = (os, &version) {
            let of_it = generations.iter().filter(|known| known.os == os);
            let known: Vec<&OsRelease> = of_it.flat_map(|it| &it.releases).collect();
            if !known.iter().any(|release| release.is_called(version)) {
                let names = known.iter().map(|release| release.version.as_str());
                section.note(Code::NotInTable, "version", nearest(version, names));
            }
        }
        section.finish();
        let named = os.zip(version).zip(on).zip(why);
        found.extend(named.map(|(((os, version), on), why)| Withdrawal {
            os,
            version,
            on,
            why,
        }));
    }
    found
}
