//! What the window does to inquiries: one command a verb.

use std::str::FromStr;

use desk::Done;
use inquiry::{
    Actor, Customer as InquiryCustomer, Ending as InquiryEnding, InquiryId, LevelReason, MessageId,
    Relation,
};
use tauri::State;

use super::convert::mirror::Mirror;
use super::convert::parse::{self, instant, optional};
use super::wire::cause::Cause;
use super::wire::inquiry::{Customer, Kind, LevelWhy};
use super::wire::queue::{Ending, Plan, Status};
use super::wire::request::{EndInquiries, NewInquiry, NewResponse, SetLevel};
use super::wire::{IpcError, Written};
use crate::shell::Shell;

type Answer = Result<Written, IpcError>;

/// Records a call or another inquiry by hand.
#[tauri::command]
#[specta::specta]
pub async fn record_inquiry(shell: State<'_, Shell>, request: NewInquiry) -> Answer {
    let new = request.parse()?;
    let done = shell.desk()?.record_call(&shell.call()?, &new)?;
    let inquiry = done.value;
    Ok(shell.wrote(done).led_by(inquiry))
}

/// Sets the level (§17).
#[tauri::command]
#[specta::specta]
pub async fn set_level(shell: State<'_, Shell>, request: SetLevel) -> Answer {
    let inquiries = ids(&request.inquiries)?;
    let reason = level_reason(request.why, request.message.as_deref())?;
    let level = request.level.inside();
    let done = shell.desk()?.set_level(
        &shell.call()?,
        &inquiries,
        level,
        &reason,
        request.note.as_deref(),
    )?;
    Ok(shell.wrote(done))
}

/// Chooses the kind (§16).
#[tauri::command]
#[specta::specta]
pub async fn set_kind(shell: State<'_, Shell>, inquiries: Vec<String>, kind: Kind) -> Answer {
    Ok(shell.wrote(
        shell
            .desk()?
            .set_kind(&shell.call()?, &ids(&inquiries)?, kind.inside())?,
    ))
}

/// Corrects the product; the clock is reckoned from the receipt.
#[tauri::command]
#[specta::specta]
pub async fn set_product(
    shell: State<'_, Shell>,
    inquiries: Vec<String>,
    product: String,
) -> Answer {
    let product = parse::product(&product)?;
    Ok(shell.wrote(
        shell
            .desk()?
            .set_product(&shell.call()?, &ids(&inquiries)?, &product)?,
    ))
}

/// Corrects the plan (§1).
#[tauri::command]
#[specta::specta]
pub async fn set_plan(shell: State<'_, Shell>, inquiries: Vec<String>, plan: Plan) -> Answer {
    Ok(shell.wrote(
        shell
            .desk()?
            .set_plan(&shell.call()?, &ids(&inquiries)?, plan.inside())?,
    ))
}

/// Rewrites the subject.
#[tauri::command]
#[specta::specta]
pub async fn set_subject(shell: State<'_, Shell>, id: String, subject: String) -> Answer {
    Ok(shell.wrote(
        shell
            .desk()?
            .set_subject(&shell.call()?, parse::inquiry(&id)?, &subject)?,
    ))
}

/// Corrects the customer.
#[tauri::command]
#[specta::specta]
pub async fn set_customer(shell: State<'_, Shell>, id: String, customer: Customer) -> Answer {
    let customer = InquiryCustomer::from(customer);
    Ok(shell.wrote(
        shell
            .desk()?
            .set_customer(&shell.call()?, parse::inquiry(&id)?, &customer)?,
    ))
}

/// Gives inquiries to somebody, or puts them back.
#[tauri::command]
#[specta::specta]
pub async fn assign(shell: State<'_, Shell>, inquiries: Vec<String>, to: Option<String>) -> Answer {
    let to = to
        .filter(|name| !name.trim().is_empty())
        .map(|name| Actor::new(&name));
    Ok(shell.wrote(
        shell
            .desk()?
            .assign(&shell.call()?, &ids(&inquiries)?, to.as_ref())?,
    ))
}

/// Changes the status of the work.
#[tauri::command]
#[specta::specta]
pub async fn set_status(
    shell: State<'_, Shell>,
    inquiries: Vec<String>,
    status: Status,
    reason: Option<String>,
) -> Answer {
    let done = shell.desk()?.set_status(
        &shell.call()?,
        &ids(&inquiries)?,
        status.inside(),
        reason.as_deref(),
    )?;
    Ok(shell.wrote(done))
}

/// Records a response (§18): the first, a later one, or word of the receipt.
#[tauri::command]
#[specta::specta]
pub async fn respond(shell: State<'_, Shell>, id: String, response: NewResponse) -> Answer {
    let response = response.parse()?;
    Ok(shell.wrote(
        shell
            .desk()?
            .respond(&shell.call()?, parse::inquiry(&id)?, &response)?,
    ))
}

/// Ends inquiries without a first response.
#[tauri::command]
#[specta::specta]
pub async fn end_inquiries(shell: State<'_, Shell>, request: EndInquiries) -> Answer {
    let ending = match request.ending {
        Ending::NotAnInquiry => InquiryEnding::NotAnInquiry,
        Ending::Duplicate => InquiryEnding::Duplicate {
            of: optional(request.duplicate_of.as_deref(), parse::inquiry)?,
        },
        Ending::Withdrawn => InquiryEnding::Withdrawn,
    };
    let done = shell.desk()?.end(
        &shell.call()?,
        &ids(&request.inquiries)?,
        &ending,
        &request.reason,
    )?;
    Ok(shell.wrote(done))
}

/// Says why a first response missed its target or limit.
#[tauri::command]
#[specta::specta]
pub async fn set_cause(
    shell: State<'_, Shell>,
    id: String,
    cause: Cause,
    note: Option<String>,
) -> Answer {
    Ok(shell.wrote(shell.desk()?.set_cause(
        &shell.call()?,
        parse::inquiry(&id)?,
        cause.inside(),
        note.as_deref(),
    )?))
}

/// Adds an internal note 社内メモ.
#[tauri::command]
#[specta::specta]
pub async fn add_note(shell: State<'_, Shell>, id: String, text: String) -> Answer {
    Ok(shell.wrote(
        shell
            .desk()?
            .add_note(&shell.call()?, parse::inquiry(&id)?, &text)?,
    ))
}

/// Sets or clears the next contact 次回連絡予定.
#[tauri::command]
#[specta::specta]
pub async fn set_next_contact(
    shell: State<'_, Shell>,
    id: String,
    at: Option<String>,
    note: Option<String>,
) -> Answer {
    let at = optional(at.as_deref(), instant)?;
    Ok(shell.wrote(shell.desk()?.set_next_contact(
        &shell.call()?,
        &[parse::inquiry(&id)?],
        at,
        note.as_deref(),
    )?))
}

/// Links two inquiries.
#[tauri::command]
#[specta::specta]
pub async fn link(shell: State<'_, Shell>, id: String, to: String) -> Answer {
    let desk = shell.desk()?;
    let to = desk.find(&to)?;
    Ok(shell.wrote(desk.link(&shell.call()?, parse::inquiry(&id)?, to, Relation::Related)?))
}

/// Merges inquiries into one.
#[tauri::command]
#[specta::specta]
pub async fn merge(
    shell: State<'_, Shell>,
    from: Vec<String>,
    into: String,
    reason: String,
) -> Answer {
    let desk = shell.desk()?;
    let into = desk.find(&into)?;
    Ok(shell.wrote(desk.merge(&shell.call()?, &ids(&from)?, into, &reason)?))
}

/// Makes a message an inquiry of its own.
#[tauri::command]
#[specta::specta]
pub async fn split(shell: State<'_, Shell>, id: String, message: String) -> Answer {
    let done = shell
        .desk()?
        .split(&shell.call()?, parse::inquiry(&id)?, message_id(&message)?)?;
    let inquiry = done.value;
    Ok(shell.wrote(done).led_by(inquiry))
}

/// Takes back one's own last operation.
#[tauri::command]
#[specta::specta]
pub async fn undo(shell: State<'_, Shell>) -> Answer {
    Ok(shell.wrote(shell.desk()?.undo(&shell.call()?)?))
}

/// Silences the reminders of inquiries on this desktop until an instant, or lets them ring again.
#[tauri::command]
#[specta::specta]
pub async fn snooze(
    shell: State<'_, Shell>,
    inquiries: Vec<String>,
    until: Option<String>,
) -> Result<(), IpcError> {
    let until = optional(until.as_deref(), instant)?;
    let desk = shell.desk()?;
    for inquiry in ids(&inquiries)? {
        match until {
            Some(until) => desk.snooze(inquiry, until)?,
            None => desk.forget_snooze(inquiry)?,
        }
    }
    shell.nudge.ring();
    Ok(())
}

/// Puts all reminders in the window away, those beyond the listed ones included.
#[tauri::command]
#[specta::specta]
pub async fn put_away_all_signs(shell: State<'_, Shell>) -> Result<(), IpcError> {
    Ok(shell.desk()?.put_all_signs_away()?)
}

/// Puts reminders in the window away.
#[tauri::command]
#[specta::specta]
pub async fn put_away_signs(shell: State<'_, Shell>, ids: Vec<String>) -> Result<(), IpcError> {
    let desk = shell.desk()?;
    ids.iter().try_for_each(|id| desk.put_sign_away(id))?;
    Ok(())
}

impl Shell {
    /// Tells the window what a write did, and the scheduler that the next instant may be another.
    pub(crate) fn wrote<T>(&self, done: Done<T>) -> Written {
        self.nudge.wrote(&done);
        Written {
            operation: done.operation.to_string(),
            inquiries: done
                .changed
                .inquiries
                .iter()
                .map(ToString::to_string)
                .collect(),
        }
    }
}

impl Written {
    /// Puts an inquiry first.
    fn led_by(mut self, inquiry: InquiryId) -> Self {
        let inquiry = inquiry.to_string();
        self.inquiries.retain(|it| *it != inquiry);
        self.inquiries.insert(0, inquiry);
        self
    }
}

impl NewInquiry {
    fn parse(self) -> Result<desk::NewInquiry, IpcError> {
        Ok(desk::NewInquiry {
            product: parse::product(&self.product)?,
            plan: self.plan.inside(),
            channel: self.channel.inside(),
            received_at: optional(self.received_at.as_deref(), instant)?,
            customer: self.customer.into(),
            subject: self.subject,
            text: self.text,
            level: self.level.map(Mirror::inside),
            kind: self.kind.map(Mirror::inside),
            assignee: self.assignee.map(|name| Actor::new(&name)),
            answer: self.answer.map(NewResponse::parse).transpose()?,
        })
    }
}

impl NewResponse {
    pub(super) fn parse(self) -> Result<desk::NewResponse, IpcError> {
        Ok(desk::NewResponse {
            kind: self.kind.inside(),
            at: optional(self.at.as_deref(), instant)?,
            by: None,
            text: self.text,
            why: self.why,
            message: optional(self.message.as_deref(), message_id)?,
        })
    }
}

impl From<Customer> for InquiryCustomer {
    fn from(it: Customer) -> Self {
        Self {
            company: it.company,
            person: it.person,
            person_kana: it.person_kana,
            address: it.address,
            phone: it.phone,
            callback_phone: it.callback_phone,
            callback_wish: it.callback_wish,
            contract: it.contract,
        }
    }
}

fn level_reason(why: LevelWhy, message: Option<&str>) -> Result<LevelReason, IpcError> {
    Ok(match (why, message) {
        (LevelWhy::First, _) => LevelReason::First,
        (LevelWhy::WrongBefore, _) => LevelReason::WrongBefore,
        (LevelWhy::SituationChanged, Some(message)) => LevelReason::SituationChanged {
            message: message_id(message)?,
        },
        (LevelWhy::SituationChanged, None) => return Err(IpcError::malformed("message", "")),
    })
}

fn ids(texts: &[String]) -> Result<Vec<InquiryId>, IpcError> {
    texts.iter().map(|text| parse::inquiry(text)).collect()
}

fn message_id(text: &str) -> Result<MessageId, IpcError> {
    MessageId::from_str(text).map_err(|_| IpcError::malformed("message", text))
}
