use inquiry::{ReferenceEvent, SignOff, SignOffId, SignedHead};
use report::{Figures, Selection};
use uuid::Uuid;

use crate::act::Act;
use crate::ledger::Ledger;
use crate::sign_off::{headline, signed_selection};
use crate::{Call, Desk, DeskError, Done};

/// So often the figures are counted again where another program wrote meanwhile.
const TRIES: usize = 5;

impl Desk {
    /// Signs a period off 承認: the figures of a selection as they are now. What changes afterwards is told by
    /// [`Desk::sign_offs`].
    ///
    /// # Errors
    /// [`DeskError::PeriodReversed`]; [`DeskError::SignOffOfCustomers`] where the selection names customers;
    /// [`DeskError::Store`], as busy where others never cease to write.
    pub fn sign_off(
        &self,
        call: &Call,
        selection: &Selection,
        note: Option<&str>,
    ) -> Result<Done<()>, DeskError> {
        let report::Period { from, to } = selection.period;
        if to < from {
            return Err(DeskError::PeriodReversed { from, to });
        }
        for _ in 0..TRIES {
            let ledger = self.ledger()?;
            let done = self.write(
                call,
                |_| Some(true),
                |act| act.sign_off(&ledger, selection, note),
            )?;
            if done.value {
                return Ok(Done {
                    value: (),
                    changed: done.changed,
                    operation: done.operation,
                });
            }
        }
        Err(DeskError::Store(store::StoreError::Busy))
    }
}

impl Act<'_, '_> {
    /// Signs off, unless the ledger is behind the log by now; says whether it did.
    fn sign_off(
        &mut self,
        ledger: &Ledger,
        selection: &Selection,
        note: Option<&str>,
    ) -> Result<bool, DeskError> {
        if self.tx.last_seq()? != ledger.seq() {
            return Ok(false);
        }
        let of = signed_selection(selection).ok_or(DeskError::SignOffOfCustomers)?;
        let figures = Figures::of(ledger.entries(), selection, self.now);
        let heads = self.tx.reader()?.heads()?.into_iter();
        let sign_off = SignOff {
            id: SignOffId::new(Uuid::now_v7()),
            of,
            as_of: self.now,
            headline: headline(&figures),
            heads: heads
                .map(|it| SignedHead {
                    device: it.device,
                    seq: it.seq,
                    hash: it.hash,
                })
                .collect(),
            note: self.optional_text(note)?,
        };
        self.publish(ReferenceEvent::PeriodSignedOff(Box::new(sign_off)))?;
        Ok(true)
    }
}
