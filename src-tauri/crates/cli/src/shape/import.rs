use std::collections::BTreeMap;

use desk::intake::{ColumnMapping, ImportReport, Refused};
use serde::Serialize;

use crate::i18n::Words;

/// What came of an import.
#[derive(Serialize)]
pub struct ImportShape {
    dry_run: bool,
    cancelled: bool,
    files: usize,
    created: Vec<String>,
    joined: usize,
    linked: usize,
    outgoing: usize,
    duplicates: usize,
    flagged: usize,
    refused: Vec<RefusedShape>,
    mapping: Vec<MappingShape>,
}

#[derive(Serialize)]
struct RefusedShape {
    id: String,
    name: String,
    code: &'static str,
    params: BTreeMap<&'static str, String>,
    message: &'static str,
}

#[derive(Serialize)]
struct MappingShape {
    file: String,
    columns: Vec<ColumnShape>,
}

#[derive(Serialize)]
struct ColumnShape {
    header: String,
    field: Option<String>,
}

impl ImportShape {
    /// Shows a report.
    pub fn of(report: &ImportReport, words: &Words) -> Self {
        Self {
            dry_run: report.dry_run,
            cancelled: report.cancelled,
            files: report.files,
            created: report.created.iter().map(ToString::to_string).collect(),
            joined: report.joined,
            linked: report.linked,
            outgoing: report.outgoing,
            duplicates: report.duplicates,
            flagged: report.flagged,
            refused: report.refused.iter().map(|it| refused(it, words)).collect(),
            mapping: report.mapping.iter().map(mapping).collect(),
        }
    }
}

fn refused(refused: &Refused, words: &Words) -> RefusedShape {
    RefusedShape {
        id: refused.id.to_string(),
        name: refused.name.clone(),
        code: refused.code.as_str(),
        params: refused.params.clone(),
        message: (words.refusal)(refused.code),
    }
}

fn mapping(mapping: &ColumnMapping) -> MappingShape {
    let columns = mapping.columns.iter().map(|(header, field)| ColumnShape {
        header: header.clone(),
        field: field.map(|it| it.as_str().to_owned()),
    });
    MappingShape {
        file: mapping.file.clone(),
        columns: columns.collect(),
    }
}
