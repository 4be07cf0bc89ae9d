//! People under other names: the same name always the same, counted in the order in which they come.

use std::collections::BTreeMap;

use inquiry::{Actor, Body, InquiryEvent, ObligationEvent, ReferenceEvent, Response};
use report::{Entry, Selection, Signed};

use crate::Call;

/// The names that people get.
pub(super) struct People {
    named: bool,
    agents: BTreeMap<String, String>,
    customers: BTreeMap<String, String>,
}

impl People {
    pub fn new(named: bool) -> Self {
        Self {
            named,
            agents: BTreeMap::new(),
            customers: BTreeMap::new(),
        }
    }

    pub fn actor(&mut self, actor: &Actor) -> Actor {
        Actor::new(&self.agent(actor.as_str()))
    }

    /// Gives the name for an agent; the desk itself is nobody.
    pub fn agent(&mut self, name: &str) -> String {
        if self.named || name == Call::of_the_desk().actor.as_str() {
            return name.to_owned();
        }
        let next = format!("agent-{}", self.agents.len() + 1);
        self.agents.entry(name.to_owned()).or_insert(next).clone()
    }

    pub fn customer(&mut self, name: &str) -> String {
        if self.named || name.is_empty() {
            return name.to_owned();
        }
        let next = format!("customer-{}", self.customers.len() + 1);
        self.customers
            .entry(name.to_owned())
            .or_insert(next)
            .clone()
    }

    /// Rewrites the names that an event's bytes hold.
    pub fn body(&mut self, body: Body) -> Body {
        let (id, event) = match body {
            Body::Inquiry(id, event) => (id, event),
            Body::Reference(event) => return Body::Reference(self.reference(event)),
            Body::Obligation(id, ObligationEvent::Done(mut done)) => {
                done.by = done.by.map(|actor| self.actor(&actor));
                return Body::Obligation(id, ObligationEvent::Done(done));
            }
            other @ (Body::Obligation(..) | Body::Contract(..)) => return other,
        };
        let event = match event {
            InquiryEvent::Assigned(to) => {
                InquiryEvent::Assigned(to.map(|actor| self.actor(&actor)))
            }
            InquiryEvent::FirstResponded {
                response,
                judgement,
            } => InquiryEvent::FirstResponded {
                response: self.response(response),
                judgement,
            },
            InquiryEvent::Replied(response) => InquiryEvent::Replied(self.response(response)),
            other => other,
        };
        Body::Inquiry(id, event)
    }

    fn reference(&mut self, event: ReferenceEvent) -> ReferenceEvent {
        let ReferenceEvent::PeriodSignedOff(mut sign_off) = event else {
            return event;
        };
        for agent in sign_off.of.agents.iter_mut().flatten() {
            *agent = self.actor(agent);
        }
        ReferenceEvent::PeriodSignedOff(sign_off)
    }

    fn response(&mut self, response: Response) -> Response {
        Response {
            by: response.by.map(|actor| self.actor(&actor)),
            ..response
        }
    }

    pub fn entry(&mut self, entry: &Entry) -> Entry {
        let mut entry = entry.clone();
        entry.customer = self.customer(&entry.customer).into();
        if let Some(actor) = &mut entry.outline.assignee {
            *actor = self.actor(actor);
        }
        if let Some(response) = &mut entry.outline.response {
            response.by = self.actor(&response.by);
        }
        entry
    }

    pub fn signed(&mut self, signed: Signed) -> Signed {
        let by = self.agent(&signed.by);
        Signed { by, ..signed }
    }

    pub fn selection(&mut self, selection: &Selection) -> Selection {
        let agents = selection.agents.iter();
        let agents = agents.map(|it| it.as_deref().map(|name| self.agent(name)));
        let agents = agents.collect();
        let customers = selection.customers.iter();
        let customers = customers.map(|name| self.customer(name)).collect();
        Selection {
            agents,
            customers,
            ..selection.clone()
        }
    }
}
