import type { errors as source } from "../ja/errors";
import { refusedObligation } from "../refused_obligation";
import type { Same } from "../same";
import { obligations } from "./obligations";

/** What hinders the writing of a file, and what to do about it. */
const UNWRITABLE: Record<string, string> = {
  forbidden: "It may not be written. Choose another folder.",
  "disk-full": "The disk is full. Make room, or choose another place.",
  "in-use": "Another program has it open. Close it there and export again.",
  "no-folder": "The folder is not there. Choose another place.",
};

export const errors: Same<typeof source> = {
  unknown: (code) => `That did not work (${code}). The record is as it was. Please try again.`,
  said: {
    unexpected: () => "Something unexpected happened. The record is as it was. Please try again.",
    no_such_inquiry: () => "There is no such inquiry. Choose one from the list.",
    no_such_product: () => "No policy covers this product. Choose another one.",
    no_such_contract: () => "There is no such contract. Choose one from the list.",
    no_such_person: () => "There is no such person in the register. Choose another one.",
    register_problems: ({ count = "" }) => `There are ${count} problems. Nothing was changed.`,
    answers_lead_nowhere: () => "These answers do not lead to a level. Begin again.",
    overrule_reason_missing: () => "Another level than the questions give needs a reason.",
    no_outage: () => "The impact level is not that of an outage.",
    level_missing: () => "A first response needs an impact level. Decide it with 1–4.",
    level_reason_missing: () => "A change of level needs a reason.",
    receipt_is_no_response: () => "Word of the receipt is no first response (§18).",
    response_out_of_range: () => "The response must lie between the receipt and now.",
    reason_missing: () => "A response more than 5 minutes back needs a reason.",
    already_answered: () => "The first response is on record already. Record what you sent since as a reply.",
    not_answered: () => "There is no first response yet. Record it first.",
    already_ended: () => "This inquiry has ended already. Undo takes an ending back.",
    ending_missing: () => "Completing without a first response needs one of the endings.",
    hold_reason_missing: () => "Putting on hold needs a reason.",
    no_such_message: () => "The message is not part of this inquiry.",
    only_message: () => "The only message cannot be split off.",
    not_from_customer: () => "Only a message from the customer can change the situation.",
    nothing_to_change: () => "It is so already. Nothing has changed.",
    not_missed: (_) => "The first response is neither late nor in breach, so there is no cause to name.",
    sign_off_of_customers: (_) =>
      "A period is signed off for all customers: take the filter by customer away.",
    no_such_obligation: () => "This obligation is not there. Choose one from the list.",
    obligation_refused: ({ problems = "" }) => refusedObligation(obligations, problems),
    not_own: () => "Only your own operations can be undone.",
    intake: () => "An import cannot be undone. End the inquiry without a response instead.",
    changed_since: () => "Somebody changed the same since, so it cannot be undone.",
    signed_off: ({ by = "" }) =>
      `${by} signed off a report over this, whose figures would change, so it cannot be undone. Ask for the sign-off to be taken back, or record what is right as something new: the report shows it as a difference.`,
    nothing_to_undo: () => "There is nothing to undo.",
    merge_into_itself: () => "An inquiry cannot be merged into itself.",
    merge_into_later: ({ earlier = "", later = "" }) =>
      `${earlier} came first. Merge ${later} into ${earlier} instead.`,
    receipt_in_future: () => "A receipt cannot lie in the future.",
    empty_name: () => "A name or text is missing.",
    nothing_named: () => "Choose an inquiry first.",
    setting_out_of_range: () => "A setting has a value outside its range.",
    read_only: () => "The data folder cannot be written to. Nothing was saved. Check its permissions.",
    disk_full: () => "The disk is full. Nothing was saved. Make room, then try again.",
    busy: () => "Something else is using the record. Wait a moment, then try again.",
    in_use: () => "Something else is using the record. Wait a moment, then try again.",
    already_open: () => "The record is open in another window. Use that one, or close it and open again.",
    newer_schema: () => "A newer Ichiji wrote this record. It was not touched. Please update Ichiji.",
    damaged: () => "The record was damaged and moved aside, not deleted. Restore it from a backup.",
    network_drive: () => "The record cannot lie on a network drive. Choose a folder of this desktop.",
    pack_problems: ({ count = "" }) => `The policy has ${count} problems. Nothing was changed.`,
    pack_clash: ({ version = "" }) => `Version ${version} is on record with other content.`,
    calendar_problems: ({ count = "" }) =>
      `The business calendar has ${count} problems. Nothing was changed.`,
    table_problems: ({ count = "" }) => `The table has ${count} problems. Nothing has changed.`,
    calendar_edit_problems: ({ count = "" }) => `${count} changes cannot be made. Nothing has changed.`,
    period_reversed: () => "The period ends before it begins. Exchange the two days.",
    holiday_problems: ({ count = "" }) =>
      `The list of holidays has ${count} problems. Nothing was changed. Is it the government's CSV?`,
    unreadable_file: ({ path = "" }) =>
      `${path} cannot be read. Check its name, its permissions and that it is UTF-8.`,
    unwritable_file: ({ path = "", cause = "", detail = "" }) =>
      `${path} cannot be written. ${UNWRITABLE[cause] ?? `(${detail})`} What stood there is untouched.`,
    no_such_table: ({ table = "" }) => `The report has no table called ${table}.`,
    file_too_large: ({ path = "", most = "" }) =>
      `${path} is larger than ${most} MiB. Nothing was taken in. Check whether it is the right file.`,
    cannot_evaluate: () => "The deadline cannot be reckoned. Check product and receipt.",
    out_of_range: () => "That lies outside the business calendar (1955–2100).",
    damaged_data: () => "Some of the settings cannot be read. The inquiries are safe.",
    event_unreadable: () => "Part of the record cannot be read. Check the record in the settings.",
    raw_missing: () => "The original mail is missing or altered. Check the record in the settings.",
    no_device: () => "The record has no device of its own.",
    exists: () => "Something of that name is there already. Choose another place.",
    not_a_backup: () => "The folder holds no backup.",
    backup_unsound: () => "The backup has problems and was not restored. The record is as it was.",
    file: () => "A file could not be read or written. Check its place and permissions.",
    json: () => "Something inside could not be read. The record is as it was.",
    sqlite: () =>
      "The record could not be read or written. Nothing was saved. See whether the drive has room, then try again.",
    malformed: () => "What was entered does not have the right form.",
    outside: ({ problem = "" }) => `The system did not do its part. The record is safe. (${problem})`,
    intake_not_readable: () => "The file cannot be opened. Check its permissions.",
    intake_symlink: () => "Links are not followed. Import the file itself.",
    intake_empty: () => "It is empty.",
    intake_too_large: () => "It is too large.",
    intake_unknown_kind: () => "The format is not known. Import .eml, .mbox, CSV or JSON lines.",
    intake_unknown_encoding: () => "The encoding is not known. Save it as UTF-8 or CP932.",
    intake_no_columns: () => "There is no column for a subject or a text.",
    intake_broken_row: ({ line = "" }) => `Line ${line} is broken.`,
    intake_empty_row: ({ line = "" }) => `Line ${line} has neither subject nor text.`,
    intake_bad_instant: ({ line = "" }) => `The receipt in line ${line} cannot be read.`,
    intake_not_mail: () => "It cannot be read as a mail.",
    intake_too_complex: () => "The mail is too complex.",
    intake_no_thread: () => "It is ours, but there is no inquiry that it answers.",
    intake_bad_response: () =>
      "Its first response cannot be read, or lies before the receipt or after now. Mend the table and import again.",
    intake_no_level: () =>
      "It tells of a first response, but of no impact level (§17). Add the level and import again.",
    intake_no_product: () => "The product is not clear. Choose one and import again.",
  },
};
