use std::collections::{BTreeMap, BTreeSet};

use inquiry::undo::{CannotUndo, plan};
use inquiry::{
    Body, ContractEvent, Event, InquiryEvent, InquiryId, OperationId, Recorded, RecordedContract,
    ReferenceEvent, plan_contract,
};

use crate::act::Act;
use crate::reference::{Reference, Subject, reference, undone};
use crate::rules::hash_of;
use crate::sign_off::placed_in;
use crate::sign_off::since::rests_on;
use crate::{Call, Desk, DeskError, Done};

/// What was taken back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Undone {
    /// The operation that no longer counts.
    pub operation: Option<OperationId>,
    /// The inquiries that it had touched.
    pub inquiries: Vec<InquiryId>,
}

impl Desk {
    /// Takes back the actor's last operation, in everything that it touched or not at all.
    ///
    /// # Errors
    /// [`DeskError::NothingToUndo`]; [`DeskError::CannotUndo`] where an inquiry was changed in the same field since or
    /// came from a file, or where a report was signed off that counted it; [`DeskError::ReferenceChangedSince`];
    /// [`DeskError::Store`].
    pub fn undo(&self, call: &Call) -> Result<Done<Undone>, DeskError> {
        self.undoing(call, |act| {
            act.tx
                .last_operation(&act.call.actor)?
                .ok_or(DeskError::NothingToUndo)
        })
    }

    /// Takes back one operation of the actor, which need not be the last.
    ///
    /// # Errors
    /// As [`Desk::undo`].
    pub fn undo_operation(
        &self,
        call: &Call,
        operation: OperationId,
    ) -> Result<Done<Undone>, DeskError> {
        self.undoing(call, |_| Ok(operation))
    }

    fn undoing(
        &self,
        call: &Call,
        which: impl FnOnce(&mut Act<'_, '_>) -> Result<OperationId, DeskError>,
    ) -> Result<Done<Undone>, DeskError> {
        let again = |touched: &[inquiry::Inquiry]| {
            Some(Undone {
                operation: None,
                inquiries: touched.iter().map(|it| it.id).collect(),
            })
        };
        self.write(call, again, |act| {
            let operation = which(act)?;
            let inquiries = act.tx.inquiries_of(operation)?;
            for id in &inquiries {
                act.take_back(*id, operation)?;
            }
            act.signed_off_over(&inquiries, operation)?;
            let obligations = act.take_back_obligations(operation)?;
            let contracts = act.take_back_contracts(operation)?;
            let reference = act.take_back_reference(operation)?;
            if inquiries.is_empty() && !obligations && !contracts && !reference {
                return Err(DeskError::NothingToUndo);
            }
            Ok(Undone {
                operation: Some(operation),
                inquiries,
            })
        })
    }
}

impl Act<'_, '_> {
    /// Takes back what an operation did to the register, if it did anything there.
    fn take_back_contracts(&mut self, operation: OperationId) -> Result<bool, DeskError> {
        let contracts = self.tx.contracts_of(operation)?;
        for id in &contracts {
            let events = self.tx.reader()?.contract_history(*id)?;
            let recorded: Vec<RecordedContract<'_>> =
                events.iter().filter_map(recorded_contract).collect();
            plan_contract(&recorded, operation, &self.call.actor).map_err(|cause| {
                DeskError::CannotUndo {
                    number: None,
                    cause,
                }
            })?;
            self.append(Body::Contract(*id, ContractEvent::Undone { operation }))?;
        }
        Ok(!contracts.is_empty())
    }

    fn take_back(&mut self, id: InquiryId, operation: OperationId) -> Result<(), DeskError> {
        let events = self.tx.events(id)?;
        let recorded: Vec<Recorded<'_>> = events.iter().filter_map(Event::recorded).collect();
        let number = self.tx.inquiry(id)?.map(|it| it.number);
        plan(&recorded, operation, &self.call.actor)
            .map_err(|cause| DeskError::CannotUndo { number, cause })?;
        self.undone(id, operation)
    }

    /// Refuses what would change the figures of a report that was signed off after the operation.
    fn signed_off_over(
        &mut self,
        inquiries: &[InquiryId],
        operation: OperationId,
    ) -> Result<(), DeskError> {
        let reader = self.tx.reader()?;
        let reference = reader.reference()?;
        for placed in placed_in(&reference) {
            for id in inquiries {
                let events = reader.placed_history(*id)?;
                if rests_on(&placed, &reference, operation, *id, &events)? {
                    let by = placed.event.actor.clone();
                    return Err(DeskError::CannotUndo {
                        number: reader.inquiry(*id)?.map(|it| it.number),
                        cause: CannotUndo::SignedOff { by },
                    });
                }
            }
        }
        Ok(())
    }

    fn undone(&mut self, id: InquiryId, operation: OperationId) -> Result<(), DeskError> {
        self.append(Body::Inquiry(id, InquiryEvent::Undone { operation }))
    }

    /// Takes back what an operation did to the reference data, if it did anything there.
    fn take_back_reference(&mut self, operation: OperationId) -> Result<bool, DeskError> {
        let events = self.reference_events()?;
        let all: Vec<(&Event, &ReferenceEvent)> = events.iter().filter_map(reference).collect();
        let own: Vec<_> = all
            .iter()
            .filter(|(event, _)| event.operation == operation)
            .collect();
        if own.iter().any(|(event, _)| event.actor != self.call.actor) {
            return Err(DeskError::CannotUndo {
                number: None,
                cause: CannotUndo::NotOwn,
            });
        }
        let subjects: Vec<Subject> = own
            .iter()
            .filter_map(|(_, body)| Subject::of(body))
            .collect();
        if subjects.is_empty() {
            return Ok(false);
        }
        let last = last_about(&all);
        if subjects
            .iter()
            .any(|subject| last.get(subject) != Some(&operation))
        {
            return Err(DeskError::ReferenceChangedSince);
        }
        let again = undoing(&all);
        let before = all.iter().filter(|(event, body)| {
            event.operation != operation
                && !(again.contains(&event.operation) && Subject::of(body).is_some())
        });
        let before = Reference::fold(before.map(|(event, _)| *event));
        self.publish_anew(&subjects, before)?;
        self.publish(ReferenceEvent::Undone { operation })?;
        Ok(true)
    }

    /// A calendar that was taken back is replaced by the one before, published anew.
    fn publish_anew(&mut self, subjects: &[Subject], before: Reference) -> Result<(), DeskError> {
        if subjects.contains(&Subject::Holidays) {
            let years = before.holidays.unwrap_or_default();
            self.publish(ReferenceEvent::HolidaysPublished {
                hash: hash_of(&years)?,
                years,
            })?;
        }
        if let (true, Some(versions)) = (subjects.contains(&Subject::Calendar), before.calendar) {
            self.publish(ReferenceEvent::CalendarPublished {
                hash: hash_of(&versions)?,
                versions,
            })?;
        }
        Ok(())
    }
}

/// Gives the operation that counts last about each subject. What a taking back published anew is not counted: it stands
/// for the event before it.
fn last_about(all: &[(&Event, &ReferenceEvent)]) -> BTreeMap<Subject, OperationId> {
    let (gone, again) = (undone(all), undoing(all));
    let counting = all
        .iter()
        .filter(|(it, _)| !gone.contains(&it.operation) && !again.contains(&it.operation));
    counting
        .filter_map(|(event, body)| Some((Subject::of(body)?, event.operation)))
        .collect()
}

/// Gives the operations that took another one back.
fn undoing(all: &[(&Event, &ReferenceEvent)]) -> BTreeSet<OperationId> {
    let takes_back = |body: &ReferenceEvent| matches!(body, ReferenceEvent::Undone { .. });
    all.iter()
        .filter(|(_, body)| takes_back(body))
        .map(|(event, _)| event.operation)
        .collect()
}

fn recorded_contract(event: &Event) -> Option<RecordedContract<'_>> {
    match &event.body {
        Body::Contract(_, body) => Some(RecordedContract {
            operation: event.operation,
            actor: &event.actor,
            recorded_at: event.recorded_at,
            event: body,
        }),
        Body::Inquiry(..) | Body::Obligation(..) | Body::Reference(_) => None,
    }
}
