//! The table of products: read, asked and changed (§3, §4, §7, §11).

use tauri::State;

use super::convert::products as products_of;
use super::intake::apart;
use super::wire::products::{
    AppQuestion, DeviceQuestion, ProductAnswer, ProductPreview, ProductTable, ProductTableChange,
};
use super::wire::{IpcError, Written};
use crate::shell::Shell;

/// Gives the table in force.
#[tauri::command]
#[specta::specta]
pub async fn product_table(shell: State<'_, Shell>) -> Result<ProductTable, IpcError> {
    let desk = shell.desk()?;
    let rules = desk.rules();
    let today = rules.calendar.date_of(desk.now());
    Ok(products_of::table(&rules, today))
}

/// Tells whether a version of an app was the newest on a day, and why (§7).
#[tauri::command]
#[specta::specta]
pub async fn check_app(
    shell: State<'_, Shell>,
    question: AppQuestion,
) -> Result<ProductAnswer, IpcError> {
    products_of::about_app(&shell.desk()?.rules(), &question)
}

/// Tells whether a device stood on a product's list on a day, and why (§11).
#[tauri::command]
#[specta::specta]
pub async fn check_device(
    shell: State<'_, Shell>,
    question: DeviceQuestion,
) -> Result<ProductAnswer, IpcError> {
    products_of::about_device(&shell.desk()?.rules(), &question)
}

/// Tells what a change of the table would do, or all problems of it; writes nothing.
#[tauri::command]
#[specta::specta]
pub async fn preview_product_table(
    shell: State<'_, Shell>,
    change: ProductTableChange,
) -> Result<ProductPreview, IpcError> {
    let desk = shell.desk()?;
    apart(move || {
        let change = change.read()?;
        let lines = matches!(change, desk::ProductTableChange::Table(_));
        products_of::preview(desk.preview_product_table(&change), lines)
    })
    .await
}

/// Changes the table.
#[tauri::command]
#[specta::specta]
pub async fn change_product_table(
    shell: State<'_, Shell>,
    change: ProductTableChange,
) -> Result<Written, IpcError> {
    let done = shell
        .desk()?
        .change_product_table(&shell.call()?, &change.read()?)?;
    Ok(shell.wrote(done))
}
