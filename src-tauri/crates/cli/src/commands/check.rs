use chrono::NaiveDate;
use desk::{Desk, DeskError};
use policy::{OsFamily, OsQuestion, Platform, ProductId, check_os};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::shape::os::{OsShape, answer_text};
use crate::shape::products::{AnswerShape, Asked};
use crate::tongue::Tongue;
use crate::word;

/// Questions to the policies' tables
#[derive(clap::Subcommand)]
pub enum Command {
    /// Tells whether a version of an operating system is supported, and why (§8, §9)
    Os(OsArguments),
    /// Tells whether a version of an app is the newest, and why (§7)
    App(AppArguments),
    /// Tells whether a device stands on the list of verified ones, and why (§11)
    Device(DeviceArguments),
}

/// What is asked of an operating system.
#[derive(clap::Args)]
pub struct OsArguments {
    /// The product
    #[arg(long, value_name = "ID")]
    product: ProductId,
    /// The operating system
    #[arg(long, value_name = "OS", value_parser = word::os())]
    os: OsFamily,
    /// The version, such as `18.7.2`, `12L` or `24H2`
    #[arg(long, value_name = "VERSION")]
    version: String,
    /// The day; without it today
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,
}

/// What is asked of an app.
#[derive(clap::Args)]
pub struct AppArguments {
    /// The product
    #[arg(long, value_name = "ID")]
    product: ProductId,
    /// The app
    #[arg(long, value_name = "NAME")]
    app: String,
    /// Where it runs
    #[arg(long, value_name = "PLATFORM", value_parser = word::platform())]
    platform: Platform,
    /// The version
    #[arg(long, value_name = "VERSION")]
    version: String,
    /// The day; without it today
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,
}

/// What is asked of a device.
#[derive(clap::Args)]
pub struct DeviceArguments {
    /// The product
    #[arg(long, value_name = "ID")]
    product: ProductId,
    /// The device
    #[arg(long, value_name = "NAME")]
    model: String,
    /// The day; without it today
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,
}

/// Answers a question.
pub fn run(command: &Command, session: &Session) -> Result<Exit, Failure> {
    match command {
        Command::Os(arguments) => os(arguments, session),
        Command::App(arguments) => app(arguments, session),
        Command::Device(arguments) => device(arguments, session),
    }
}

fn app(arguments: &AppArguments, session: &Session) -> Result<Exit, Failure> {
    let desk = session.look()?;
    let rules = desk.rules();
    let on = known(&desk, &arguments.product, arguments.on)?;
    let product = arguments.product.as_str();
    let (app, version) = (arguments.app.as_str(), arguments.version.as_str());
    let answer = rules
        .product_table
        .check_app(product, app, arguments.platform, version, on);
    let asked = Asked {
        product,
        name: app,
        platform: Some(arguments.platform.as_str()),
        version: Some(version),
        on: on.to_string(),
    };
    let shown = AnswerShape::of_app(asked, &answer, session.words);
    session.show(|| &shown, || shown.text(session.words))?;
    Ok(Exit::Done)
}

fn device(arguments: &DeviceArguments, session: &Session) -> Result<Exit, Failure> {
    let desk = session.look()?;
    let rules = desk.rules();
    let on = known(&desk, &arguments.product, arguments.on)?;
    let (product, model) = (arguments.product.as_str(), arguments.model.as_str());
    let answer = rules.product_table.check_device(product, model, on);
    let asked = Asked {
        product,
        name: model,
        platform: None,
        version: None,
        on: on.to_string(),
    };
    let shown = AnswerShape::of_device(asked, &answer, session.words);
    session.show(|| &shown, || shown.text(session.words))?;
    Ok(Exit::Done)
}

/// Wants a product that has a policy, and gives the day that is meant.
fn known(desk: &Desk, product: &ProductId, on: Option<NaiveDate>) -> Result<NaiveDate, Failure> {
    let rules = desk.rules();
    if !rules.packs.products().any(|it| it == product) {
        return Err(DeskError::NoSuchProduct(product.to_string()).into());
    }
    Ok(on.unwrap_or_else(|| rules.calendar.date_of(desk.now())))
}

fn os(arguments: &OsArguments, session: &Session) -> Result<Exit, Failure> {
    let desk = session.look()?;
    let rules = desk.rules();
    let question = OsQuestion {
        product: arguments.product.as_str(),
        os: arguments.os,
        version: &arguments.version,
        on: arguments
            .on
            .unwrap_or_else(|| rules.calendar.date_of(desk.now())),
    };
    let table = &rules.os_table;
    let answer = check_os(&rules.packs, table, &question)
        .ok_or_else(|| DeskError::NoSuchProduct(arguments.product.to_string()))?;
    let tongue = Tongue::of(&desk, session.words);
    session.show(
        || OsShape::of(&question, &answer, table, &tongue),
        || answer_text(&question, &answer, table, &tongue),
    )?;
    Ok(Exit::Done)
}
