import type { history as source } from "../ja/history";
import type { Same } from "../same";

const because = (reason: string | undefined) => (reason ? ` (${reason})` : "");

const STATUS_PAGE: Record<string, string> = {
  checked: "Status page looked at",
  posted: "Posted on the status page",
  updated: "Status page brought up to date",
  restored: "Restoration posted on the status page",
};

const ASKED_BY: Record<string, string> = {
  "by-address": "Asker found by the mail address",
  person: "Asker chosen from the register",
  unregistered: "Asker found not to be registered",
};

export const history: Same<typeof source> = {
  received: ({ at, channel }) => `Received${channel ? ` by ${channel}` : ""}${at ? ` ${at}` : ""}`,
  message_added: ({ at, from }) => `Message${from ? ` from ${from}` : ""} added${because(at)}`,
  message_split_off: ({ to }) => `Message split off as inquiry ${to}`,
  level_set: ({ level, why, note }) => `Level set to “${level}”${because(why)}${note ? `: ${note}` : ""}`,
  kind_set: ({ kind }) => `Kind set to “${kind}”`,
  product_set: ({ product }) => `Product corrected to “${product}”`,
  plan_set: ({ plan }) => `Plan corrected to “${plan}”`,
  subject_set: ({ subject }) => `Subject changed to “${subject}”`,
  level_found: ({ level, pack }) => `The questions lead to “${level}”${because(pack)}`,
  status_page_ticked: ({ step = "", done }) =>
    `${STATUS_PAGE[step] ?? step}${done === "false" ? ": not after all" : ""}`,
  handed_over: () => "Handed over to paid support",
  hand_over_taken_back: () => "Hand-over to paid support taken back",
  scope_answered: () => "A question about the scope was answered",
  asked_by: ({ who = "" }) => ASKED_BY[who] ?? who,
  customer_set: ({ customer }) => `Customer updated${because(customer)}`,
  assigned: ({ to }) => `Assigned to ${to}`,
  unassigned: () => "Put back to unassigned",
  status_set: ({ status, reason }) => `Status set to “${status}”${because(reason)}`,
  receipt_confirmed: ({ at }) => `Receipt confirmed ${at} (no first response)`,
  first_responded: ({ at, kind, why }) => `First response recorded: ${kind}, ${at}${because(why)}`,
  replied: ({ at, kind, why }) => `Reply recorded: ${kind}, ${at}${because(why)}`,
  ended: ({ ending, of, reason }) =>
    `Ended without a first response: ${ending}${of ? ` of ${of}` : ""}${because(reason)}`,
  cause_set: ({ cause, note }) => `Cause of missing the target: ${cause}${because(note)}`,
  note_added: ({ text }) => `Internal note: ${text}`,
  next_contact_set: ({ at, note }) => `Next contact ${at}${because(note)}`,
  next_contact_cleared: () => "Next contact cleared",
  linked: ({ to, relation }) => `Linked with ${to}${because(relation)}`,
  undone: () => "An operation was undone",
};
