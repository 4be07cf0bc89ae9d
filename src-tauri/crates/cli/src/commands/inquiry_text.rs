//! One inquiry for people.

use desk::InquiryView;
use inquiry::{Direction, MessageFact, Proof};
use policy::Step;

use super::rows_text::band;
use crate::output::{line, lines};
use crate::shape::history::{self, HistoryShape};
use crate::tongue::{Tongue, span, taken};

/// Writes everything about an inquiry.
pub fn whole(view: &InquiryView, tongue: &Tongue) -> String {
    let sheet = Sheet { view, tongue };
    let parts = [
        sheet.head(),
        sheet.customer(),
        sheet.deadline(),
        sheet.responses(),
        sheet.notes(),
        sheet.links(),
        sheet.messages(),
        sheet.history(),
    ];
    let told: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    told.join("\n")
}

/// Writes an inquiry's deadline and how it came about.
pub fn explained(view: &InquiryView, tongue: &Tongue) -> String {
    let sheet = Sheet { view, tongue };
    format!("{}\n{}", sheet.title(), sheet.deadline())
}

/// An inquiry on its way to the terminal.
struct Sheet<'a> {
    view: &'a InquiryView,
    tongue: &'a Tongue,
}

impl Sheet<'_> {
    fn title(&self) -> String {
        let inquiry = self.view.inquiry();
        let sample = if inquiry.sample {
            format!(" [{}]", self.tongue.words.field.sample)
        } else {
            String::new()
        };
        format!(
            "{}  {}{sample}\n",
            inquiry.number,
            line(&self.view.row.row.subject)
        )
    }

    fn labelled(&self, label: &str, value: &str) -> String {
        if value.is_empty() {
            return String::new();
        }
        format!("{label}{}{}\n", self.tongue.words.label.colon, line(value))
    }

    fn head(&self) -> String {
        let (inquiry, words) = (self.view.inquiry(), self.tongue.words);
        let (label, field) = (&words.label, &words.field);
        let level = inquiry
            .level
            .as_ref()
            .map_or(field.no_level, |it| (field.level)(it.level));
        let assignee = inquiry
            .assignee
            .as_ref()
            .map_or(field.unassigned, |it| it.as_str());
        let unproven = match inquiry.proof {
            Proof::Unproven => format!(" ({})", field.unproven),
            Proof::Proven => String::new(),
        };
        let received = format!("{}{unproven}", self.tongue.moment(inquiry.received_at));
        let next = inquiry
            .next_contact
            .as_ref()
            .map(|it| self.tongue.moment(it.at));
        [
            self.title(),
            self.labelled(label.product, &self.tongue.product(&inquiry.product)),
            self.labelled(label.plan, (field.plan)(inquiry.plan)),
            self.labelled(label.channel, (field.channel)(inquiry.channel)),
            self.labelled(label.received, &received),
            self.labelled(label.level, level),
            self.labelled(label.kind, inquiry.kind.map_or("", field.kind)),
            self.labelled(label.assignee, assignee),
            self.labelled(label.status, &self.status()),
            self.labelled(label.next_contact, &next.unwrap_or_default()),
        ]
        .concat()
    }

    fn status(&self) -> String {
        let (inquiry, field) = (self.view.inquiry(), &self.tongue.words.field);
        let status = (field.status)(inquiry.status);
        let reason = inquiry
            .status_reason
            .as_ref()
            .and_then(|it| self.view.text(it));
        let reason = reason.map(|it| format!(" ({it})")).unwrap_or_default();
        let again = if inquiry.needs_reply_since.is_some() {
            format!(" / {}", field.needs_reply)
        } else {
            String::new()
        };
        format!("{status}{reason}{again}")
    }

    fn customer(&self) -> String {
        let (customer, label) = (&self.view.row.row.customer, &self.tongue.words.label);
        let kana = &customer.person_kana;
        let kana = if kana.is_empty() {
            String::new()
        } else {
            format!(" ({kana})")
        };
        let ways = [
            &customer.address,
            &customer.phone,
            &customer.callback_phone,
            &customer.callback_wish,
        ];
        let ways: Vec<&str> = ways
            .into_iter()
            .map(String::as_str)
            .filter(|it| !it.is_empty())
            .collect();
        [
            self.labelled(label.customer, &format!("{}{kana}", customer.line())),
            self.labelled(label.contact, &ways.join(" / ")),
            self.labelled(label.contract, &customer.contract),
            self.asker(),
            self.scope(),
        ]
        .concat()
    }

    /// Tells whether it is within standard support, finding by finding (§19).
    fn scope(&self) -> String {
        let told = &self.tongue.words.scope;
        let text = super::scope::text(&self.view.scope, self.tongue);
        format!("{}{}{text}", told.heads, self.tongue.words.label.colon)
    }

    /// Tells who of the register asks, whether they may (§12), and with which reply to say so.
    fn asker(&self) -> String {
        let (asker, told) = (&self.view.asker, &self.tongue.words.register);
        let who = asker.person.as_ref().map_or_else(String::new, |it| {
            format!(" / {} {} ({})", it.company, it.text.name, it.number)
        });
        let verdict = format!(
            "{} §{} {} / {}{who}",
            (told.eligibility)(asker.eligibility()),
            asker.reason.clause(),
            (told.reason)(asker.reason),
            (told.found)(asker.found),
        );
        let warning = if asker.warns_of_channel {
            told.no_phone
        } else {
            ""
        };
        let drafts = self.view.drafts.iter().map(|it| {
            let kind = (self.tongue.words.field.response)(it.kind);
            let text = lines(&it.text).replace('\n', "\n    ");
            format!("{} [{kind}]\n    {text}\n", told.heads_draft)
        });
        let drafts: String = drafts.collect();
        format!(
            "{}{}{drafts}",
            self.labelled(told.heads_eligibility, &verdict),
            self.labelled(self.tongue.words.label.channel, warning),
        )
    }

    fn deadline(&self) -> String {
        let (deadline, label) = (&self.view.deadline, &self.tongue.words.label);
        let evaluation = &deadline.evaluation;
        let left = format!(
            "{}  {}",
            band(evaluation.band, self.tongue.words),
            span(evaluation.business_left)
        );
        let target = if evaluation.aim {
            label.aim
        } else {
            label.target
        };
        let limit = if evaluation.aim {
            String::new()
        } else {
            self.tongue.moment(evaluation.limit)
        };
        let holidays = if evaluation.provisional {
            self.tongue.words.field.provisional
        } else {
            ""
        };
        let rests_on = [
            &deadline.explanation.pack,
            &*deadline.explanation.calendar,
            holidays,
        ];
        let rests_on: Vec<&str> = rests_on.into_iter().filter(|it| !it.is_empty()).collect();
        let steps = deadline.explanation.steps.iter().map(|it| self.step(it));
        [
            self.labelled(label.band, &left),
            self.labelled(label.start, &self.tongue.moment(evaluation.start)),
            self.labelled(target, &self.tongue.moment(evaluation.target)),
            self.labelled(label.limit, &limit),
            self.labelled(label.rests_on, &rests_on.join(" / ")),
            format!("{}\n{}", label.reasons, steps.collect::<String>()),
        ]
        .concat()
    }

    fn step(&self, step: &Step) -> String {
        let clause = step
            .clause()
            .map_or_else(String::new, |clause| format!("§{clause}"));
        format!(
            "  {clause:<4}{}\n",
            (self.tongue.words.step)(step, self.tongue)
        )
    }

    fn responses(&self) -> String {
        let (inquiry, words) = (self.view.inquiry(), self.tongue.words);
        let Some(first) = &inquiry.first_response else {
            return String::new();
        };
        let verdict = (words.field.verdict)(first.judgement.verdict);
        let verdict = format!(" {verdict} {}", taken(first.judgement.business_taken));
        let first = (&first.response, &first.by, verdict);
        let later = inquiry
            .replies
            .iter()
            .map(|it| (&it.response, &it.by, String::new()));
        let mut text = format!("{}\n", words.label.responses);
        for (response, by, verdict) in std::iter::once(first).chain(later) {
            let kind = (words.field.response)(response.kind);
            let by = response.by.as_ref().unwrap_or(by);
            let after = if response.after_the_fact {
                format!(" [{}]", words.field.after_the_fact)
            } else {
                String::new()
            };
            text.push_str(&line(&format!(
                "  {} {by} {kind}{verdict}{after}",
                self.tongue.moment(response.at)
            )));
            text.push('\n');
            let told = response.text.as_ref().and_then(|it| self.view.text(it));
            text.push_str(&told.map(indented).unwrap_or_default());
        }
        text
    }

    fn notes(&self) -> String {
        let notes = self.view.inquiry().notes.iter().map(|note| {
            let said = self
                .view
                .text(&note.text)
                .unwrap_or(self.tongue.words.field.erased);
            format!(
                "  {} {}\n{}",
                self.tongue.moment(note.at),
                line(note.by.as_str()),
                indented(said)
            )
        });
        self.listed(self.tongue.words.label.notes, notes.collect())
    }

    fn links(&self) -> String {
        let links = self.view.links.iter().map(|it| {
            let relation = (self.tongue.words.field.relation)(it.link.relation);
            format!("  {} {} ({relation})\n", it.number, line(&it.subject))
        });
        self.listed(self.tongue.words.label.links, links.collect())
    }

    fn messages(&self) -> String {
        let messages = self
            .view
            .inquiry()
            .messages
            .iter()
            .map(|it| self.message(it));
        self.listed(self.tongue.words.label.messages, messages.collect())
    }

    fn message(&self, fact: &MessageFact) -> String {
        let way = match fact.direction {
            Direction::In => "←",
            Direction::Out => "→",
        };
        let at = self.tongue.moment(fact.at);
        let Some(text) = self.view.message_text(fact) else {
            return format!("  {way} {at} {}\n", self.tongue.words.field.erased);
        };
        let from = line(&format!("{} {}", text.from_name, text.from_address));
        let names: String = text
            .attachment_names
            .iter()
            .map(|it| format!("    [{}]\n", line(it)))
            .collect();
        format!(
            "  {way} {at} {}\n{}{names}",
            from.trim(),
            indented(&text.text)
        )
    }

    fn history(&self) -> String {
        let undone = self.tongue.words.label.undone;
        let told = history::entries(self.view, self.tongue);
        let times = self
            .view
            .history
            .iter()
            .rev()
            .map(|it| self.tongue.moment(it.event.recorded_at));
        let entry = |(entry, at): (HistoryShape, String)| {
            let mark = if entry.undone {
                format!(" [{undone}]")
            } else {
                String::new()
            };
            line(&format!("  {at} {} {}{mark}", entry.by, entry.text)) + "\n"
        };
        self.listed(
            self.tongue.words.label.history,
            told.into_iter().zip(times).map(entry).collect(),
        )
    }

    fn listed(&self, label: &str, entries: String) -> String {
        if entries.is_empty() {
            entries
        } else {
            format!("{label}\n{entries}")
        }
    }
}

fn indented(text: &str) -> String {
    lines(text.trim_end())
        .lines()
        .map(|line| format!("    {line}").trim_end().to_owned() + "\n")
        .collect()
}
