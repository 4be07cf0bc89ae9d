//! What is told of the table of products.

use policy::{AppReason, DeviceReason};

/// The words for answers of the table of products.
pub struct ProductWords {
    /// Why a version of an app is in scope, is not, or has to be checked (§7).
    pub app: fn(AppReason) -> &'static str,
    /// Why a device is verified, is not, or has to be checked (§11).
    pub device: fn(DeviceReason) -> &'static str,
    /// The newest version on that day.
    pub newest: &'static str,
    /// What looks alike.
    pub perhaps: &'static str,
    /// There is nothing in the table.
    pub empty: &'static str,
    /// Another table is the same.
    pub same: &'static str,
}
