//! Where things lie in the repository.

use std::env;
use std::path::{Path, PathBuf};

/// Returns the folder of the workspace's `Cargo.toml`.
pub fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own).to_path_buf()
}

/// Returns the folder of the window's pages.
pub fn ui() -> PathBuf {
    root().join("ui")
}

/// Returns the generated file that types the calls between page and core.
pub fn bindings() -> PathBuf {
    ui().join("src/lib/backend/bindings.ts")
}

/// Returns the folder that cargo builds into.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Returns the path of a built program; `profile` is `debug` or `release`.
pub fn program(profile: &str, name: &str) -> PathBuf {
    target()
        .join(profile)
        .join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// Returns where the fingerprint of finished work called `name` is kept.
pub fn stamp(name: &str) -> PathBuf {
    target().join("xtask-stamps").join(name)
}
