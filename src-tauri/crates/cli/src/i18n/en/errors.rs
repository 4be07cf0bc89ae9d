use crate::i18n::Said;

pub(super) const ERRORS: &[Said] = &[
    Said {
        code: "usage",
        sentence: "The call is not right: {detail}",
        hint: "`ichiji --help` tells how it is used.",
    },
    Said {
        code: "actor-missing",
        sentence: "Nobody is named as the one who does this.",
        hint: "Add `--actor NAME`, or set ICHIJI_ACTOR.",
    },
    Said {
        code: "message-missing",
        sentence: "A changed situation needs the message that told of it.",
        hint: "Name it with `--message ID`; `ichiji show {inquiry} --json` lists them.",
    },
    Said {
        code: "called-off",
        sentence: "It was called off. Nothing of it is left, and what was there before is untouched.",
        hint: "",
    },
    Said {
        code: "no-record",
        sentence: "There is no record in {path}.",
        hint: "Check `--data-dir` or ICHIJI_DATA_DIR. The window, or `import`, `new` or `sample`, begins a record.",
    },
    Said {
        code: "no-data-dir",
        sentence: "This system names no place for data.",
        hint: "Say where with `--data-dir DIR`.",
    },
    Said {
        code: "unreadable-file",
        sentence: "{path} cannot be read: {detail}",
        hint: "Check its name and permissions.",
    },
    Said {
        code: "unwritable-file",
        sentence: "{path} cannot be written: {detail}",
        hint: "Check the folder, its permissions, the room on the disk, and whether another program has the file open. What stood there is untouched.",
    },
    Said {
        code: "output",
        sentence: "The result cannot be written: {detail}",
        hint: "What was asked may be done all the same; look with `ichiji show`.",
    },
    Said {
        code: "unexpected",
        sentence: "Something unexpected happened ({code}): {detail}",
        hint: "The record is as it was. Please try again.",
    },
    Said {
        code: "no-such-inquiry",
        sentence: "There is no inquiry {inquiry}.",
        hint: "`ichiji queue` and `ichiji search` show the numbers.",
    },
    Said {
        code: "no-such-product",
        sentence: "No policy covers the product {product}.",
        hint: "`ichiji policy list` shows the products.",
    },
    Said {
        code: "no-such-contract",
        sentence: "The register has no contract {contract}.",
        hint: "`ichiji customers list` shows the contracts.",
    },
    Said {
        code: "no-such-person",
        sentence: "The register has no such person: {person}",
        hint: "`ichiji customers show CONTRACT` shows the people with their ids.",
    },
    Said {
        code: "register-problems",
        sentence: "There are {count} problems; nothing was changed.",
        hint: "{detail}",
    },
    Said {
        code: "answers-lead-nowhere",
        sentence: "These answers do not lead to a level.",
        hint: "`ichiji assist NUMBER` shows the next question with its answers.",
    },
    Said {
        code: "overrule-reason-missing",
        sentence: "{number}: another level than the questions give needs a reason (§17).",
        hint: "Write the reason with `--note`.",
    },
    Said {
        code: "no-outage",
        sentence: "{number}: the impact level is not that of an outage (§17).",
        hint: "",
    },
    Said {
        code: "level-missing",
        sentence: "{number}: a first response needs an impact level (§17).",
        hint: "Decide it first: `ichiji level {number} LEVEL`.",
    },
    Said {
        code: "receipt-is-no-response",
        sentence: "{number}: word of the receipt is no first response (§18).",
        hint: "Record it with `--kind answer`, `question` or `out-of-scope`.",
    },
    Said {
        code: "response-out-of-range",
        sentence: "{number}: the response must lie between the receipt ({earliest}) and now ({latest}).",
        hint: "Check `--at`.",
    },
    Said {
        code: "reason-missing",
        sentence: "{number}: a response more than 5 minutes back needs a reason.",
        hint: "Add `--why TEXT`.",
    },
    Said {
        code: "already-answered",
        sentence: "{number}: the first response is on record already.",
        hint: "See `ichiji show {number}`.",
    },
    Said {
        code: "not-answered",
        sentence: "{number}: there is no first response yet.",
        hint: "Record it first with `ichiji respond {number}`.",
    },
    Said {
        code: "already-ended",
        sentence: "{number} has ended already.",
        hint: "If you ended it last, `ichiji undo` takes that back.",
    },
    Said {
        code: "ending-missing",
        sentence: "{number}: completing without a first response needs one of the endings.",
        hint: "Use `ichiji end {number} --as ENDING --why TEXT`.",
    },
    Said {
        code: "hold-reason-missing",
        sentence: "{number}: putting on hold needs a reason.",
        hint: "Add `--why TEXT`.",
    },
    Said {
        code: "no-such-message",
        sentence: "{number}: the message is not part of the inquiry.",
        hint: "`ichiji show {number} --json` lists the messages' ids.",
    },
    Said {
        code: "only-message",
        sentence: "{number}: the only message cannot be split off.",
        hint: "",
    },
    Said {
        code: "not-from-customer",
        sentence: "{number}: only a message from the customer can change the situation.",
        hint: "Name one of those with `--message`.",
    },
    Said {
        code: "level-reason-missing",
        sentence: "{number}: a change of level is for one of two reasons.",
        hint: "Add `--why wrong-before`, or `--why situation-changed --message ID`.",
    },
    Said {
        code: "nothing-to-change",
        sentence: "{number}: it is so already. Nothing has changed.",
        hint: "",
    },
    Said {
        code: "not-missed",
        sentence: "{number}: the first response is neither late nor in breach, so there is no cause to name.",
        hint: "",
    },
    Said {
        code: "no-such-obligation",
        sentence: "There is no obligation {obligation}.",
        hint: "See `ichiji obligations list`.",
    },
    Said {
        code: "obligation-refused",
        sentence: "{number} That cannot be: {problems}.",
        hint: "",
    },
    Said {
        code: "not-own",
        sentence: "Only one's own operations can be undone.",
        hint: "Is `--actor` the one who did it?",
    },
    Said {
        code: "intake",
        sentence: "{number}: an import cannot be undone.",
        hint: "If it is no inquiry, end it: `ichiji end {number} --as not-an-inquiry --why TEXT`.",
    },
    Said {
        code: "changed-since",
        sentence: "{number}: {by} changed the same since, so it cannot be undone.",
        hint: "See the history in `ichiji show {number}` and change it anew.",
    },
    Said {
        code: "signed-off",
        sentence: "{number}: {by} signed off a report over it, whose figures would change. Nothing has changed.",
        hint: "Ask {by} to take the sign-off back (`ichiji undo`), or record what is right as something new: the report shows it as a difference.",
    },
    Said {
        code: "nothing-to-undo",
        sentence: "There is nothing to undo.",
        hint: "Is `--actor` the one who did it?",
    },
    Said {
        code: "merge-into-itself",
        sentence: "{number} cannot be merged into itself.",
        hint: "",
    },
    Said {
        code: "merge-into-later",
        sentence: "{earlier} came first.",
        hint: "Merge {later} into {earlier} instead.",
    },
    Said {
        code: "receipt-in-future",
        sentence: "A receipt cannot lie in the future.",
        hint: "Check `--received-at`.",
    },
    Said {
        code: "empty-name",
        sentence: "A name, a subject, a text or a reason is empty.",
        hint: "Say something that is not blank.",
    },
    Said {
        code: "no-such-table",
        sentence: "There is no table {table}.",
        hint: "See docs/cli.md, report, for the names of the tables.",
    },
    Said {
        code: "nothing-named",
        sentence: "No inquiry was named.",
        hint: "Name one by its number, such as A-1042.",
    },
    Said {
        code: "setting-out-of-range",
        sentence: "The setting {setting} has a value outside its range.",
        hint: "",
    },
    Said {
        code: "pack-problems",
        sentence: "The policy pack has {count} problems.\n{detail}",
        hint: "`ichiji policy check FILE` explains them.",
    },
    Said {
        code: "pack-clash",
        sentence: "A version {version} of {product}, or one with the same first day, is on record.",
        hint: "Change the version's name and first day.",
    },
    Said {
        code: "calendar-problems",
        sentence: "The business calendar has {count} problems.\n{detail}",
        hint: "",
    },
    Said {
        code: "table-problems",
        sentence: "The table has {count} problems; nothing was changed.\n{detail}",
        hint: "Mend them; the shipped table shows the shape.",
    },
    Said {
        code: "calendar-edit-problems",
        sentence: "{count} changes of the calendar cannot be made; nothing was changed.\n{detail}",
        hint: "`ichiji calendar show` shows the closing days of a year.",
    },
    Said {
        code: "sign-off-of-customers",
        sentence: "A period is signed off for all customers: their names can be erased, a sign-off cannot.",
        hint: "Leave `--customer` out.",
    },
    Said {
        code: "period-reversed",
        sentence: "The period from {from} to {to} ends before it begins.",
        hint: "Exchange the two days.",
    },
    Said {
        code: "holiday-problems",
        sentence: "The list of holidays has {count} problems; nothing was imported.\n{detail}",
        hint: "Take the Cabinet Office's CSV as it is.",
    },
    Said {
        code: "file-too-large",
        sentence: "{path} is larger than the {most} MiB that such a file may have",
        hint: "Nothing was taken in. Check whether it is the right file.",
    },
    Said {
        code: "cannot-evaluate",
        sentence: "The deadline cannot be reckoned: {detail}",
        hint: "Check the instant of the receipt.",
    },
    Said {
        code: "out-of-range",
        sentence: "The calendar covers the years 1955 to 2100.",
        hint: "Check the year or the instant.",
    },
    Said {
        code: "damaged-data",
        sentence: "What is kept beside the log is damaged: {detail}",
        hint: "Check the record with `ichiji verify`.",
    },
    Said {
        code: "already-open",
        sentence: "A window has this record open.",
        hint: "Close the window, then try again.",
    },
    Said {
        code: "in-use",
        sentence: "Another program has this record open.",
        hint: "Try again when the window and other commands have ended.",
    },
    Said {
        code: "newer-schema",
        sentence: "A newer Ichiji wrote this record. It was not touched.",
        hint: "Please update Ichiji.",
    },
    Said {
        code: "damaged",
        sentence: "The record is damaged: {detail}",
        hint: "Nothing was deleted. Restore it with `ichiji restore DIR`.",
    },
    Said {
        code: "read-only",
        sentence: "The data folder cannot be written to. Nothing was saved.",
        hint: "Check its permissions.",
    },
    Said {
        code: "network-drive",
        sentence: "The record cannot lie on a network drive: {detail}",
        hint: "Name a folder of this machine with `--data-dir`.",
    },
    Said {
        code: "disk-full",
        sentence: "The disk is full. Nothing was saved.",
        hint: "Make room, then try again.",
    },
    Said {
        code: "busy",
        sentence: "Another program was writing for too long.",
        hint: "Wait a moment, then try again.",
    },
    Said {
        code: "event-unreadable",
        sentence: "Part of the record cannot be read: {detail}",
        hint: "Check with `ichiji verify`, and restore a backup.",
    },
    Said {
        code: "raw-missing",
        sentence: "A raw message is missing or altered: {detail}",
        hint: "Check with `ichiji verify`, and restore a backup.",
    },
    Said {
        code: "no-device",
        sentence: "The record has no letter left for this device.",
        hint: "",
    },
    Said {
        code: "exists",
        sentence: "Something stands there already: {detail}",
        hint: "Name a folder that is not there yet.",
    },
    Said {
        code: "not-a-backup",
        sentence: "That is no backup: {detail}",
        hint: "Name a folder that `ichiji backup` made.",
    },
    Said {
        code: "backup-unsound",
        sentence: "The backup does not stand up to verification; nothing was changed: {detail}",
        hint: "Use another backup.",
    },
    Said {
        code: "file",
        sentence: "A file cannot be read or written: {detail}",
        hint: "Check permissions and room.",
    },
    Said {
        code: "json",
        sentence: "What is on record cannot be read or written: {detail}",
        hint: "Check with `ichiji verify`.",
    },
    Said {
        code: "sqlite",
        sentence: "The record cannot be read or written: {detail}",
        hint: "Nothing was saved. See whether the drive has room and is sound, then check with `ichiji verify`.",
    },
];
