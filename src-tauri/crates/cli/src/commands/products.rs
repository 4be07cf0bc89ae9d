use std::path::PathBuf;

use chrono::NaiveDate;
use desk::{ProductTableChange, read_reference_text};
use policy::{AppRelease, Document, Platform, ProductEdit, ProductId, VerifiedDevice};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::shape::products::{ProductDifferenceShape, TableShape, difference_text};
use crate::word;

/// The table of products: app releases, verified devices, documents (§3, §4, §7, §11)
#[derive(clap::Subcommand)]
pub enum Command {
    /// Lists what the table holds
    List {
        /// Only of this product
        #[arg(long, value_name = "ID")]
        product: Option<ProductId>,
        /// As TOML, which `import` takes
        #[arg(long, conflicts_with = "product")]
        toml: bool,
    },
    /// Takes a whole table in the place of the one in force
    Import {
        /// The file, TOML
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Only tells what would change
        #[arg(long)]
        dry_run: bool,
    },
    /// Enters a version of an app that was published, after the review of the store (§4)
    Release {
        /// The version
        #[command(flatten)]
        version: AppVersion,
        /// The day on which it could be had on that platform
        #[arg(long, value_name = "DATE")]
        published_on: NaiveDate,
        /// Only tells what would change
        #[arg(long)]
        dry_run: bool,
    },
    /// Takes back a version that was entered by mistake
    TakeBack {
        /// The version
        #[command(flatten)]
        version: AppVersion,
        /// Only tells what would change
        #[arg(long)]
        dry_run: bool,
    },
    /// Puts a device on the list of verified ones (§11)
    Verify {
        /// The device
        #[command(flatten)]
        device: Device,
        /// Another name, a maker's number for one; may be repeated
        #[arg(long, value_name = "NAME")]
        also: Vec<String>,
        /// The first day on which it stands on the list
        #[arg(long, value_name = "DATE")]
        since: NaiveDate,
        /// Only tells what would change
        #[arg(long)]
        dry_run: bool,
    },
    /// Takes a device off the list of verified ones (§11)
    Unlist {
        /// The device
        #[command(flatten)]
        device: Device,
        /// The first day on which it no longer stands on the list
        #[arg(long, value_name = "DATE")]
        on: NaiveDate,
        /// Only tells what would change
        #[arg(long)]
        dry_run: bool,
    },
    /// Enters a document that replies point to (§3)
    Document {
        /// The product
        #[arg(long, value_name = "ID")]
        product: ProductId,
        /// Its title
        #[arg(long, value_name = "TEXT")]
        title: String,
        /// Its address, https://…
        #[arg(long, value_name = "URL")]
        url: String,
        /// A word by which it is found; may be repeated
        #[arg(long = "tag", value_name = "WORD")]
        tags: Vec<String>,
        /// Only tells what would change
        #[arg(long)]
        dry_run: bool,
    },
    /// Takes a document out of the table
    RemoveDocument {
        /// The product
        #[arg(long, value_name = "ID")]
        product: ProductId,
        /// Its address
        #[arg(long, value_name = "URL")]
        url: String,
        /// Only tells what would change
        #[arg(long)]
        dry_run: bool,
    },
}

/// A version of an app on a platform.
#[derive(clap::Args)]
pub struct AppVersion {
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
}

/// A device of a product's list.
#[derive(clap::Args)]
pub struct Device {
    /// The product
    #[arg(long, value_name = "ID")]
    product: ProductId,
    /// The device
    #[arg(long, value_name = "NAME")]
    model: String,
}

/// Lists the table, changes it, or tells what that would do.
pub fn run(command: &Command, session: &Session) -> Result<Exit, Failure> {
    if let Command::List { product, toml } = command {
        return list(session, product.as_ref(), *toml);
    }
    let Some((change, dry_run)) = read(command)? else {
        return Ok(Exit::Done);
    };
    if dry_run {
        let difference = session.look()?.preview_product_table(&change)?;
        session.show(
            || ProductDifferenceShape::of(&difference, None),
            || difference_text(&difference, session.words) + session.words.told.dry_run + "\n",
        )?;
        return Ok(Exit::Done);
    }
    let call = session.call()?;
    let desk = session.write()?;
    let difference = desk.preview_product_table(&change)?;
    let done = desk.change_product_table(&call, &change)?;
    session.show(
        || ProductDifferenceShape::of(&difference, Some(done.operation.to_string())),
        || difference_text(&difference, session.words) + session.words.told.changed + "\n",
    )?;
    Ok(Exit::Done)
}

fn list(session: &Session, product: Option<&ProductId>, toml: bool) -> Result<Exit, Failure> {
    let desk = session.look()?;
    let rules = desk.rules();
    let shown = TableShape::of(&rules.product_table, product.map(ProductId::as_str));
    let text = || {
        if toml {
            rules.product_table.to_toml()
        } else {
            shown.text(session.words)
        }
    };
    session.show(|| &shown, text)?;
    Ok(Exit::Done)
}

/// Gives nothing for what changes nothing.
fn read(command: &Command) -> Result<Option<(ProductTableChange, bool)>, Failure> {
    let (edit, dry_run) = match command {
        Command::List { .. } => return Ok(None),
        Command::Import { file, dry_run } => {
            let table = ProductTableChange::Table(read_reference_text(file)?);
            return Ok(Some((table, *dry_run)));
        }
        Command::Release {
            version,
            published_on,
            dry_run,
        } => (version.release(*published_on), dry_run),
        Command::TakeBack { version, dry_run } => (version.take_back(), dry_run),
        Command::Verify {
            device,
            also,
            since,
            dry_run,
        } => (device.verify(also, *since), dry_run),
        Command::Unlist {
            device,
            on,
            dry_run,
        } => (device.unlist(*on), dry_run),
        Command::Document {
            product,
            title,
            url,
            tags,
            dry_run,
        } => (document(product, title, url, tags), dry_run),
        Command::RemoveDocument {
            product,
            url,
            dry_run,
        } => (remove_document(product, url), dry_run),
    };
    Ok(Some((ProductTableChange::Edits(vec![edit]), *dry_run)))
}

impl AppVersion {
    fn release(&self, published_on: NaiveDate) -> ProductEdit {
        ProductEdit::Release(AppRelease {
            product: self.product.to_string(),
            app: self.app.trim().to_owned(),
            platform: self.platform,
            version: self.version.trim().to_owned(),
            published_on,
        })
    }

    fn take_back(&self) -> ProductEdit {
        ProductEdit::TakeBackRelease {
            product: self.product.to_string(),
            app: self.app.clone(),
            platform: self.platform,
            version: self.version.clone(),
        }
    }
}

impl Device {
    fn verify(&self, also: &[String], since: NaiveDate) -> ProductEdit {
        ProductEdit::Verify(VerifiedDevice {
            product: self.product.to_string(),
            model: self.model.trim().to_owned(),
            also: also.to_vec(),
            since,
            until: None,
        })
    }

    fn unlist(&self, on: NaiveDate) -> ProductEdit {
        ProductEdit::Unlist {
            product: self.product.to_string(),
            model: self.model.clone(),
            on,
        }
    }
}

fn document(product: &ProductId, title: &str, url: &str, tags: &[String]) -> ProductEdit {
    ProductEdit::Document(Document {
        product: product.to_string(),
        title: title.trim().to_owned(),
        url: url.trim().to_owned(),
        tags: tags.to_vec(),
    })
}

fn remove_document(product: &ProductId, url: &str) -> ProductEdit {
    ProductEdit::RemoveDocument {
        product: product.to_string(),
        url: url.to_owned(),
    }
}
