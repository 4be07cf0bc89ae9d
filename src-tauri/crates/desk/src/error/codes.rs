//! The codes and parameters of all errors, in one place; `docs/errors.md` lists them.

use std::collections::BTreeMap;

use inquiry::undo::CannotUndo;
use inquiry::{ObligationRefusal, Refusal};

use super::DeskError;
use crate::reference_file::MOST_MIB;

/// Every code that an error of the desk has, those of the record last.
pub(super) const CODES: &[&str] = &[
    "no-such-inquiry",
    "no-such-product",
    "no-such-contract",
    "no-such-person",
    "register-problems",
    "answers-lead-nowhere",
    "overrule-reason-missing",
    "no-outage",
    "level-missing",
    "receipt-is-no-response",
    "response-out-of-range",
    "reason-missing",
    "already-answered",
    "not-answered",
    "already-ended",
    "ending-missing",
    "hold-reason-missing",
    "no-such-message",
    "only-message",
    "not-from-customer",
    "level-reason-missing",
    "nothing-to-change",
    "not-missed",
    "no-such-obligation",
    "obligation-refused",
    "not-own",
    "intake",
    "changed-since",
    "signed-off",
    "nothing-to-undo",
    "merge-into-itself",
    "merge-into-later",
    "receipt-in-future",
    "empty-name",
    "nothing-named",
    "setting-out-of-range",
    "pack-problems",
    "table-problems",
    "pack-clash",
    "calendar-problems",
    "calendar-edit-problems",
    "period-reversed",
    "sign-off-of-customers",
    "holiday-problems",
    "unreadable-file",
    "unwritable-file",
    "no-such-table",
    "file-too-large",
    "cannot-evaluate",
    "out-of-range",
    "damaged-data",
    "already-open",
    "in-use",
    "newer-schema",
    "damaged",
    "read-only",
    "network-drive",
    "disk-full",
    "busy",
    "event-unreadable",
    "raw-missing",
    "no-device",
    "exists",
    "not-a-backup",
    "backup-unsound",
    "file",
    "json",
    "sqlite",
];

pub(super) fn code(error: &DeskError) -> &'static str {
    match error {
        DeskError::NoSuchInquiry(_) => "no-such-inquiry",
        DeskError::NoSuchProduct(_) => "no-such-product",
        DeskError::NoSuchContract(_) => "no-such-contract",
        DeskError::NoSuchPerson(_) => "no-such-person",
        DeskError::Register(_) => "register-problems",
        DeskError::AnswersLeadNowhere => "answers-lead-nowhere",
        DeskError::Refused { refusal, .. } => refusal_code(refusal),
        DeskError::NoSuchObligation(_) => "no-such-obligation",
        DeskError::ObligationRefused { .. } => "obligation-refused",
        DeskError::CannotUndo { cause, .. } => undo_code(cause),
        DeskError::NothingToUndo => "nothing-to-undo",
        DeskError::ReferenceChangedSince => "changed-since",
        DeskError::MergeIntoItself(_) => "merge-into-itself",
        DeskError::MergeIntoLater { .. } => "merge-into-later",
        DeskError::ReceiptInFuture => "receipt-in-future",
        DeskError::EmptyName => "empty-name",
        DeskError::NothingNamed => "nothing-named",
        DeskError::SettingOutOfRange(_) => "setting-out-of-range",
        DeskError::Pack(_) => "pack-problems",
        DeskError::Table(_) => "table-problems",
        DeskError::PackClash(_) => "pack-clash",
        DeskError::Calendar(_) => "calendar-problems",
        DeskError::CalendarEdits(_) => "calendar-edit-problems",
        DeskError::PeriodReversed { .. } => "period-reversed",
        DeskError::SignOffOfCustomers => "sign-off-of-customers",
        DeskError::Holidays(_) => "holiday-problems",
        DeskError::UnreadableFile { .. } => "unreadable-file",
        DeskError::UnwritableFile { .. } => "unwritable-file",
        DeskError::NoSuchTable(_) => "no-such-table",
        DeskError::FileTooLarge { .. } => "file-too-large",
        DeskError::Evaluate(_) => "cannot-evaluate",
        DeskError::OutOfRange(_) => "out-of-range",
        DeskError::Damaged(_) => "damaged-data",
        DeskError::Store(error) => error.code(),
    }
}

fn refusal_code(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::LevelMissing => "level-missing",
        Refusal::OverruleReasonMissing => "overrule-reason-missing",
        Refusal::NoOutage => "no-outage",
        Refusal::ReceiptIsNoResponse => "receipt-is-no-response",
        Refusal::ResponseOutOfRange { .. } => "response-out-of-range",
        Refusal::ReasonMissing => "reason-missing",
        Refusal::AlreadyAnswered => "already-answered",
        Refusal::NotAnswered => "not-answered",
        Refusal::AlreadyEnded => "already-ended",
        Refusal::EndingMissing => "ending-missing",
        Refusal::HoldReasonMissing => "hold-reason-missing",
        Refusal::NoSuchMessage(_) => "no-such-message",
        Refusal::OnlyMessage => "only-message",
        Refusal::NotFromCustomer => "not-from-customer",
        Refusal::LevelReasonMissing => "level-reason-missing",
        Refusal::NothingToChange => "nothing-to-change",
        Refusal::NotMissed => "not-missed",
    }
}

const fn obligation_refusal_code(refusal: &ObligationRefusal) -> &'static str {
    match refusal {
        ObligationRefusal::AlreadyDone => "already-done",
        ObligationRefusal::AlreadyWithdrawn => "already-withdrawn",
        ObligationRefusal::DoneOutOfRange { .. } => "done-out-of-range",
        ObligationRefusal::NotSuspended => "not-suspended",
        ObligationRefusal::OtherKind => "other-kind",
        ObligationRefusal::EndBeforeStart => "end-before-start",
        ObligationRefusal::KnownInFuture => "known-in-future",
        ObligationRefusal::ReasonMissing => "reason-missing",
        ObligationRefusal::NothingToChange => "nothing-to-change",
    }
}

fn undo_code(cause: &CannotUndo) -> &'static str {
    match cause {
        CannotUndo::NotOwn => "not-own",
        CannotUndo::Intake => "intake",
        CannotUndo::ChangedSince { .. } => "changed-since",
        CannotUndo::SignedOff { .. } => "signed-off",
        CannotUndo::Nothing => "nothing-to-undo",
    }
}

pub(super) fn params(error: &DeskError) -> BTreeMap<&'static str, String> {
    let mut params = BTreeMap::new();
    match error {
        DeskError::NoSuchInquiry(named) => params.extend([("inquiry", named.clone())]),
        DeskError::NoSuchProduct(product) => params.extend([("product", product.clone())]),
        DeskError::NoSuchContract(named) => params.extend([("contract", named.clone())]),
        DeskError::NoSuchPerson(named) => params.extend([("person", named.clone())]),
        DeskError::Register(problems) => params.extend(listed(problems)),
        DeskError::Refused { number, refusal } => {
            params.insert("number", number.to_string());
            refusal_params(refusal, &mut params);
        }
        DeskError::NoSuchObligation(named) => params.extend([("obligation", named.clone())]),
        DeskError::ObligationRefused { number, refusals } => {
            params.extend(number.map(|number| ("number", number.to_string())));
            let codes: Vec<&str> = refusals.iter().map(obligation_refusal_code).collect();
            params.insert("problems", codes.join(" "));
        }
        DeskError::CannotUndo { number, cause } => {
            params.extend(number.map(|number| ("number", number.to_string())));
            if let CannotUndo::ChangedSince { by, .. } | CannotUndo::SignedOff { by } = cause {
                params.insert("by", by.to_string());
            }
        }
        DeskError::MergeIntoItself(number) => params.extend([("number", number.to_string())]),
        DeskError::MergeIntoLater { earlier, later } => {
            params.extend([
                ("earlier", earlier.to_string()),
                ("later", later.to_string()),
            ]);
        }
        DeskError::SettingOutOfRange(name) => params.extend([("setting", (*name).to_owned())]),
        DeskError::Table(problems) => params.extend(listed(problems)),
        DeskError::Pack(problems) => params.extend(listed(problems)),
        DeskError::Calendar(problems) => params.extend(listed(problems)),
        DeskError::CalendarEdits(problems) => params.extend(listed(problems)),
        DeskError::PeriodReversed { from, to } => {
            params.extend([("from", from.to_string()), ("to", to.to_string())]);
        }
        DeskError::Holidays(problems) => params.extend(listed(problems)),
        DeskError::PackClash(clash) => {
            params.extend([
                ("product", clash.product.to_string()),
                ("version", clash.version.clone()),
            ]);
        }
        DeskError::UnreadableFile { path, problem } => {
            params.extend([("path", path.clone()), ("detail", problem.to_string())]);
        }
        DeskError::UnwritableFile {
            path,
            cause,
            problem,
        } => params.extend([
            ("path", path.clone()),
            ("cause", cause.as_str().to_owned()),
            ("detail", problem.clone()),
        ]),
        DeskError::NoSuchTable(name) => params.extend([("table", name.clone())]),
        DeskError::FileTooLarge { path } => {
            params.extend([("path", path.clone()), ("most", MOST_MIB.to_string())]);
        }
        DeskError::Evaluate(error) => params.extend([("detail", error.to_string())]),
        DeskError::OutOfRange(error) => params.extend([("detail", error.to_string())]),
        DeskError::Damaged(error) => params.extend([("detail", error.to_string())]),
        DeskError::Store(error) => params.extend([("detail", error.to_string())]),
        DeskError::AnswersLeadNowhere
        | DeskError::NothingToUndo
        | DeskError::ReferenceChangedSince
        | DeskError::ReceiptInFuture
        | DeskError::EmptyName
        | DeskError::SignOffOfCustomers
        | DeskError::NothingNamed => {}
    }
    params
}

fn refusal_params(refusal: &Refusal, params: &mut BTreeMap<&'static str, String>) {
    if let Refusal::ResponseOutOfRange { earliest, latest } = refusal {
        params.extend([
            ("earliest", earliest.to_rfc3339()),
            ("latest", latest.to_rfc3339()),
        ]);
    }
}

/// Gives how many problems there are, and all of them for who wants the detail.
fn listed(problems: &[impl ToString]) -> [(&'static str, String); 2] {
    let detail: Vec<String> = problems.iter().map(ToString::to_string).collect();
    [
        ("count", problems.len().to_string()),
        ("detail", detail.join("\n")),
    ]
}

#[cfg(test)]
mod tests;
