//! Who asks for a write, under which operation, and what came of it.

use inquiry::{Actor, OperationId};
use store::Changed;
use uuid::Uuid;

/// What every writing verb is given first: who does it, and the operation, which counts once however often it comes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Call {
    /// Who does it.
    pub actor: Actor,
    /// The operation that all its events carry.
    pub operation: OperationId,
}

/// The name under which the desk acts of itself.
const DESK: &str = "ichiji";

impl Call {
    /// Begins a new operation of the desk itself: what nobody did by hand.
    #[must_use]
    pub fn of_the_desk() -> Self {
        Self::new(Actor::new(DESK))
    }

    /// Begins a new operation of an actor.
    #[must_use]
    pub fn new(actor: Actor) -> Self {
        Self {
            actor,
            operation: OperationId::new(Uuid::now_v7()),
        }
    }
}

/// What a write did.
#[derive(Clone, Debug)]
pub struct Done<T> {
    /// What the verb gives.
    pub value: T,
    /// What changed in the record; empty where the operation was done before.
    pub changed: Changed,
    /// The operation, which `undo` takes back.
    pub operation: OperationId,
}
