//! Reading what the window sent. It sends only what it was given, so a text that is not what it should be is a fault of
//! the program and has one code for all.

use std::str::FromStr;

use business_time::Instant;
use chrono::NaiveDate;
use desk::DeskError;
use inquiry::InquiryId;
use policy::ProductId;

use crate::ipc::wire::IpcError;

impl IpcError {
    /// Says that something failed of which nobody thought.
    pub(crate) fn unexpected(detail: &str) -> Self {
        Self {
            code: "unexpected".to_owned(),
            params: [("detail".to_owned(), detail.to_owned())].into(),
        }
    }

    /// Says that a parameter is not what it should be.
    pub(crate) fn malformed(what: &str, text: &str) -> Self {
        let params = [
            ("what".to_owned(), what.to_owned()),
            ("text".to_owned(), text.to_owned()),
        ];
        Self {
            code: "malformed".to_owned(),
            params: params.into(),
        }
    }

    /// Says that something outside the desk went wrong: a file could not be written, a dialog not be shown.
    pub(crate) fn outside(what: &str, problem: &dyn std::fmt::Display) -> Self {
        let params = [
            ("what".to_owned(), what.to_owned()),
            ("problem".to_owned(), problem.to_string()),
        ];
        Self {
            code: "outside".to_owned(),
            params: params.into(),
        }
    }
}

impl IpcError {
    /// Adds the folder that the record is kept in.
    pub(crate) fn at_folder(mut self, folder: &std::path::Path) -> Self {
        let folder = folder.to_string_lossy().into_owned();
        self.params.insert("folder".to_owned(), folder);
        self
    }
}

impl From<DeskError> for IpcError {
    fn from(error: DeskError) -> Self {
        let params = error
            .params()
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        Self {
            code: error.code().to_owned(),
            params,
        }
    }
}

/// Reads an optional text.
pub(crate) fn optional<T>(
    text: Option<&str>,
    read: impl Fn(&str) -> Result<T, IpcError>,
) -> Result<Option<T>, IpcError> {
    text.filter(|text| !text.is_empty()).map(read).transpose()
}

/// Reads an instant.
pub(crate) fn instant(text: &str) -> Result<Instant, IpcError> {
    Instant::parse(text).map_err(|_| IpcError::malformed("instant", text))
}

/// Reads a date, `YYYY-MM-DD`.
pub(crate) fn date(text: &str) -> Result<NaiveDate, IpcError> {
    text.parse().map_err(|_| IpcError::malformed("date", text))
}

/// Reads a word of the field.
pub(crate) fn word<T: FromStr>(text: &str) -> Result<T, IpcError> {
    T::from_str(text).map_err(|_| IpcError::malformed("word", text))
}

/// Reads a product.
pub(crate) fn product(text: &str) -> Result<ProductId, IpcError> {
    ProductId::from_str(text).map_err(|_| IpcError::malformed("product", text))
}

/// Reads an inquiry's id.
pub(crate) fn inquiry(text: &str) -> Result<InquiryId, IpcError> {
    InquiryId::from_str(text).map_err(|_| IpcError::malformed("inquiry", text))
}
