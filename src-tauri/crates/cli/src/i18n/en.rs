//! English.

mod change;
mod errors;
mod field;
mod obligations;
mod os;
mod problems;
mod products;
mod register;
mod scope;
mod sentences;
mod sign_off;
mod today;

use desk::Language;

use super::{Labels, Told, Words};

pub(super) const WORDS: Words = Words {
    language: Language::En,
    name: |names| &names.en,
    day: field::day,
    field: field::FIELD,
    label: LABELS,
    told: TOLD,
    step: sentences::step,
    history: sentences::history,
    refusal: problems::refusal,
    obligation: obligations::OBLIGATION,
    problem: problems::problem,
    unproven: sentences::unproven,
    difference: problems::difference,
    pack_problem: problems::pack_problem,
    os_reason: os::reason,
    os: os::TOLD,
    products: products::PRODUCTS,
    change: change::CHANGE,
    register: register::TOLD,
    scope: scope::TOLD,
    sign_off: sign_off::TOLD,
    today: today::TOLD,
    errors: errors::ERRORS,
    help: &[],
    help_frame: None,
};

const LABELS: Labels = Labels {
    band: "Band",
    left: "Left",
    start: "Start",
    target: "Target",
    limit: "Limit",
    aim: "Triage aim",
    number: "Number",
    level: "Level",
    product: "Product",
    plan: "Plan",
    subject: "Subject",
    customer: "Customer",
    contact: "Contact",
    contract: "Contract",
    channel: "Channel",
    received: "Received",
    assignee: "Assignee",
    status: "Status",
    kind: "Kind",
    rests_on: "Rests on",
    reasons: "Reasons of the deadline",
    messages: "Messages",
    notes: "Internal notes",
    responses: "Responses",
    next_contact: "Next contact",
    links: "Linked inquiries",
    history: "History",
    undone: "undone",
    version: "Version",
    effective_on: "Effective from",
    in_force: "in force",
    allowance: "First response within",
    date: "Date",
    because: "Because",
    column: "Column",
    day_limit: "Reading of §18",
    hours: "Hours",
    always: "always",
    colon: ": ",
};

const TOLD: Told = Told {
    empty_queue: "No inquiry is waiting.",
    rows: |shown, all| {
        if shown == all {
            format!("{all} in all")
        } else {
            format!("{shown} of {all}")
        }
    },
    lag: |lag| {
        format!("{lag} texts cannot be searched yet; searching again goes on indexing them.")
    },
    nothing_found: "Nothing was found.",
    progress: |done, of| format!("{done} of {of}"),
    dry_run: "Dry run: nothing was written.",
    recorded: "The inquiry was recorded.",
    changed: "Recorded.",
    undone: "The operation was undone.",
    sample_added: |count| format!("{count} sample inquiries were added."),
    sample_there: "The sample set is there already.",
    sample_removed: |count| format!("{count} sample inquiries were removed."),
    imported: [
        "Files",
        "New inquiries",
        "Of these linked to an older one",
        "Joined an inquiry",
        "Our own mails",
        "There already (unchanged)",
        "Same id, other content",
        "Could not be read",
    ],
    refused: "Could not be read",
    called_off: "Called off. What had been taken in by then stays; import again for the rest.",
    kept: "The originals are kept on this desktop. Mend the cause, then import again.",
    unused: "not used",
    verified: |events, inquiries, texts, raws| {
        format!(
            "Read {events} events, {inquiries} inquiries, {texts} texts and {raws} raw messages."
        )
    },
    sound: "The record is sound.",
    unsound: |count| format!("The record has {count} problems."),
    head: |letter, seq, hash| format!("End of the record of device {letter}: event {seq} {hash}"),
    backed_up: |place, events| format!("Backed up to {place} ({events} events)."),
    restored: |events, made_at| format!("Restored the backup of {made_at} ({events} events)."),
    replaced: |place| format!("The record before is kept in {place}."),
    year: |year, days| format!("{year}: {days} business days"),
    years: |first, last, count| {
        format!("Replaces the holidays of {count} years, {first} to {last}.")
    },
    no_difference: "They are the same as before.",
    pack_sound: |label, on| format!("{label} is sound (effective from {on})."),
    suggestion: |word| format!("did you mean {word}?"),
    reported: |path, count| format!("Wrote {path}: {count} inquiries."),
    signed_off: "The period is signed off.",
    evidence: |path, events, hash| {
        format!("Wrote the evidence to {path}: {events} events, SHA-256 {hash}.")
    },
    recomputed: |events, verdicts, inquiries| {
        format!("Recomputed {verdicts} verdicts and {inquiries} inquiries from {events} events.")
    },
    identical: "All of it is identical.",
    differing: |count| format!("{count} differences."),
    built_in: "There is no record yet; what comes with Ichiji is used.",
};
