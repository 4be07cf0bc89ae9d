import type { ClauseLine } from "$lib/backend/bindings";
import type { policies as source } from "../ja/policies";
import type { Same } from "../same";

const WORDS: Record<string, string> = {
  form: "form",
  mail: "mail",
  phone: "phone",
  "system-administrator": "system administrators",
  "product-administrator": "the product's administrators",
  "named-at-application": "administrators named at application",
  "option-holder": "holders of support options",
  ios: "iOS",
  ipados: "iPadOS",
  android: "Android",
  macos: "macOS",
  "windows-11": "Windows 11",
  chromeos: "ChromeOS",
  lts: "LTS",
  carried: "the close of the business day onto which it carries over",
  "whole-days": "the close of the last of the business days after the start's",
  information: "recorded as information, in principle without an answer",
  "out-of-scope": "out of scope",
  "verified-list": "devices that were verified",
  "system-requirements": "devices that meet the system requirements",
  none: "nothing more",
  "at-least": "or later",
  unknown: "to be checked (not recorded)",
  "not-for": "not for this system",
};

const UNITS: Record<string, string> = {
  "business-hours": "business hour",
  "business-days": "business day",
  hours: "hour",
  days: "day",
  weeks: "week",
  months: "month",
};

const word = (code: string) => WORDS[code] ?? code;
const all = (words: string[]) => words.map(word).join(", ");
const length = ({ count, unit }: ClauseLine) =>
  `${count ?? ""} ${UNITS[unit ?? ""] ?? ""}${count === 1 ? "" : "s"}`;

export const policies: Same<typeof source> = {
  title: "Policies",
  failed: "The policies could not be read",
  import: "Import a new version…",
  importHint: "A policy file (.toml) can be dropped on this page, too.",
  importTitle: "Import a version of a policy",
  imported: "The version of the policy was published",
  versions: "Versions",
  since: (day) => `Since ${day}`,
  inForce: "in force",
  hash: "Content hash",
  clause: (number) => `§${number}`,
  subjects: {
    1: "Terms and plans",
    4: "Product updates",
    5: "Notice of updates and maintenance",
    8: "OS versions",
    9: "Verification after an OS release",
    10: "OS betas",
    11: "Devices",
    12: "Who may ask",
    13: "Channels",
    14: "Hours",
    15: "Phone suspension",
    16: "In scope",
    17: "Impact levels and first-response targets",
    18: "Limit of the first response",
    19: "Out of scope",
    20: "Security incidents",
    21: "Effect",
  },
  said: {
    unknown: ({ words }, name) => `${name} ${all(words)}`.trim(),
    administrator: (_, name) => `The product's administrator: ${name}`,
    plan: ({ words }, name) => `${name}: ${all(words)}`,
    told_news: ({ words }) => `Important news goes to ${all(words)}`,
    enterprise_app: (line) => `Enterprise app: within ${length(line)}`,
    maintenance_notice: (line) => `Work of large impact is announced ${length(line)} before`,
    told_maintenance: ({ words }) => `Updates and maintenance: ${all(words)} are told`,
    generations: ({ count }) =>
      `The newest generation and those before it, ${count ?? ""} in all, each in its last version`,
    as_in: ({ words }) => `As in ${all(words)}, and the product's own requirements`,
    requirement: ({ words }) =>
      words.length > 2
        ? `${word(words[0] ?? "")}: ${words[2]} ${word(words[1] ?? "")}`
        : `${word(words[0] ?? "")}: ${word(words[1] ?? "")}`,
    verification: (line, name) =>
      `${name} (${all(line.words)}): ${line.count === null ? "no time promised" : `aimed at within ${length(line)}`}`,
    told_verification: ({ words }) => `Of delays and dropped support ${all(words)} are told`,
    beta: ({ words }) => all(words),
    devices: ({ words }) => all(words),
    asking: ({ words }) => `One of: ${all(words)}`,
    options: ({ count }) => `A support option is needed (at most ${count ?? ""} a contract)`,
    channel: ({ words }, name) => (words.length > 0 ? `${name}: ${words.join(", ")}` : name),
    hours: ({ words }, name) =>
      `${name}: ${words[0] ? `${words[0].replace("-", "–")} on business days` : "always"}`,
    told_suspension: ({ words }) => `Of suspensions ${all(words)} are told`,
    suspension_notice: (line) => `Suspensions are announced ${length(line)} before`,
    kind: (_, name) => name,
    level: (line, name) => `${name}: within ${length(line)}`,
    business_day: ({ count }) => `A business day counts ${count ?? ""} business hours`,
    day_limit: ({ words }) => `Where the target falls on a later business day: ${all(words)}`,
    outside: (_, name) => name,
    incident_notice: (line) =>
      `Affected customers are told within ${length(line)} of detection, by the wall clock`,
    effective: ({ words }) => `Judges what is received since ${words[0] ?? ""}`,
  },
};
