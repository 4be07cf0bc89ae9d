import type { Level, ReminderRule, ReminderSettings } from "$lib/backend/bindings";
import { wholeNumber } from "./thresholds";

/** A rule as it stands in its fields; a level without one of its own follows the usual. */
export interface RuleFields {
  own: boolean;
  shares: string;
  minutes: string;
  atTarget: boolean;
  atLimit: boolean;
}

export type RuleName = "usual" | Level;
export type RulesFields = Record<RuleName, RuleFields>;

export const RULES: RuleName[] = ["usual", "outage", "serious", "minor", "question"];

const MOST_SHARE = 99;
const MOST_MINUTES = 60_000;

/** Reads numbers with commas between, within 1 to `most`; nothing where one of them is none. */
export function numbers(text: string, most: number): number[] | null {
  const parts = text.split(/[,、，\s]+/).filter(Boolean);
  const read = parts.map(wholeNumber);
  return read.every((number): number is number => number !== null && number >= 1 && number <= most)
    ? read
    : null;
}

function ruleFields(rule: ReminderRule | null, usual: ReminderRule): RuleFields {
  const { sharesLeft, minutesLeft, atTarget, atLimit } = rule ?? usual;
  return {
    own: rule !== null,
    shares: sharesLeft.join(", "),
    minutes: minutesLeft.join(", "),
    atTarget,
    atLimit,
  };
}

export function rulesFields(settings: ReminderSettings): RulesFields {
  const fields = RULES.map((name) => [name, ruleFields(settings[name], settings.usual)]);
  return Object.fromEntries(fields) as RulesFields;
}

/** What is wrong with a rule, by field. */
export function ruleProblems({ shares, minutes }: RuleFields): { shares: boolean; minutes: boolean } {
  return { shares: numbers(shares, MOST_SHARE) === null, minutes: numbers(minutes, MOST_MINUTES) === null };
}

/** Whether every rule that counts can be saved. */
export function rulesRight(fields: RulesFields): boolean {
  return RULES.every((name) => {
    const rule = fields[name];
    const { shares, minutes } = ruleProblems(rule);
    return (name !== "usual" && !rule.own) || !(shares || minutes);
  });
}

/** The settings that fields without problems mean. */
export function remindersOf(fields: RulesFields): ReminderSettings {
  const rule = ({ shares, minutes, atTarget, atLimit }: RuleFields): ReminderRule => ({
    sharesLeft: numbers(shares, MOST_SHARE) ?? [],
    minutesLeft: numbers(minutes, MOST_MINUTES) ?? [],
    atTarget,
    atLimit,
  });
  const own = (level: Level) => (fields[level].own ? rule(fields[level]) : null);
  return {
    usual: rule(fields.usual),
    outage: own("outage"),
    serious: own("serious"),
    minor: own("minor"),
    question: own("question"),
  };
}
