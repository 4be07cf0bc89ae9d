//! The window's side of the wire is generated from the core's: the committed file is what the core would write today.
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by panicking"
)]

use std::path::Path;

use specta_typescript::Typescript;

const FILE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../ui/src/lib/backend/bindings.ts"
);

#[test]
fn the_committed_bindings_are_up_to_date() {
    let builder = ichiji_desk::ipc_builder!(tauri::test::MockRuntime);
    let folder = tempfile::tempdir().unwrap();
    let fresh = folder.path().join("bindings.ts");
    builder.export(Typescript::default(), &fresh).unwrap();
    let fresh = std::fs::read_to_string(fresh).unwrap();
    if std::env::var_os("ICHIJI_WRITE_BINDINGS").is_some() {
        std::fs::write(FILE, &fresh).unwrap();
    }
    let committed = std::fs::read_to_string(Path::new(FILE)).unwrap();
    assert!(
        committed == fresh,
        "the bindings are out of date: run `cargo xtask bindings`"
    );
}
