//! Whether a folder lies on a network drive.

use std::path::{Path, PathBuf};

/// File systems that other machines may write at the same time.
const NETWORKED: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb",
    "smb3",
    "smbfs",
    "fuse.sshfs",
    "fuse.rclone",
    "9p",
    "afs",
    "ceph",
    "glusterfs",
];

/// Gives the kind of network file system under a folder, where the system tells: Linux does.
pub(crate) fn network_kind(folder: &Path) -> Option<String> {
    let table = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
    let folder = folder.canonicalize().ok()?;
    network_kind_in(&table, &folder)
}

/// Finds the mount that holds a path in the text of `/proc/self/mountinfo`: the longest mount point, the last mounted.
fn network_kind_in(table: &str, path: &Path) -> Option<String> {
    let mounts = table
        .lines()
        .filter_map(mount)
        .filter(|(point, _)| path.starts_with(point));
    let (_, kind) = mounts.max_by_key(|(point, _)| point.components().count())?;
    NETWORKED.contains(&kind).then(|| kind.to_owned())
}

/// Reads mount point and kind of a line: `36 35 98:0 /root /point options fields… - kind source options`.
fn mount(line: &str) -> Option<(PathBuf, &str)> {
    let (front, back) = line.split_once(" - ")?;
    let point = front.split(' ').nth(4)?;
    let kind = back.split(' ').next()?;
    Some((PathBuf::from(unescape(point)), kind))
}

/// Blanks and backslashes stand as octal numbers in the table.
fn unescape(text: &str) -> String {
    [
        ("\\040", " "),
        ("\\011", "\t"),
        ("\\012", "\n"),
        ("\\134", "\\"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (escaped, plain)| {
        text.replace(escaped, plain)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "\
22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
30 22 0:40 / /home/agent/share rw,relatime shared:5 - cifs //server/share rw
31 22 0:41 / /home/agent/with\\040blank rw - nfs4 server:/export rw
32 30 0:42 / /home/agent/share/local rw master:1 shared:2 - tmpfs tmpfs rw
33 22 0:43 / /remote rw - fuse.sshfs agent@server:/ rw
34 22 0:44 / /covered rw - nfs server:/a rw
35 22 0:45 / /covered rw - ext4 /dev/sdb1 rw";

    #[track_caller]
    fn check(path: &str, kind: Option<&str>) {
        assert_eq!(
            network_kind_in(TABLE, Path::new(path)).as_deref(),
            kind,
            "{path}"
        );
    }

    #[test]
    fn the_innermost_mount_decides() {
        check("/home/agent/.local/share/ichiji", None);
        check("/home/agent/share/ichiji", Some("cifs"));
        check("/home/agent/shared", None);
        check("/home/agent/with blank/ichiji", Some("nfs4"));
        check("/home/agent/share/local/ichiji", None);
        check("/remote/a/b", Some("fuse.sshfs"));
        check("/covered/ichiji", None);
    }

    #[test]
    fn a_table_in_another_shape_tells_nothing() {
        assert_eq!(network_kind_in("not a table", Path::new("/")), None);
    }
}
