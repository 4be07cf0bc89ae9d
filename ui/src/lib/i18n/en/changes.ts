import type { changes as source } from "../ja/changes";
import type { Same } from "../same";

export const changes: Same<typeof source> = {
  looking: "Reckoning the deadlines anew…",
  failed: "What the change does could not be reckoned",
  moved: (moved, open) => `${moved} of ${open} open deadlines move.`,
  none: (open) => `None of ${open} open deadlines moves.`,
  obligations: (moved, open) => `${moved} of ${open} open obligations move.`,
  obligationList: "Obligations that move",
  kept: "Verdicts on record stay. The change can be undone afterwards.",
  turn: {
    "becomes-breach": "Becomes past limit",
    "becomes-late": "Becomes past target",
    "stops-breach": "No longer past limit",
    "stops-late": "No longer past target",
  },
  list: "Deadlines that move",
  target: "Target",
  limit: "Limit",
  more: (count) => `and ${count} more`,
  apply: "Apply",
  applying: "Applying…",
  applied: "The change was applied",
  holidays: "Changes of holidays",
  sameHolidays: "They are the same as now.",
  problems: (count) =>
    count === 1
      ? "There is a problem. Nothing has changed."
      : `There are ${count} problems. Nothing has changed.`,
  line: (line) => `line ${line}`,
  suggestion: (word) => `try ${word}`,
  name: "Name (optional)",
  nameHint: "Such as Foundation Day",
  whatIf: "Try on the past",
  whatIfText:
    "Judges the first responses to what was received in this period anew: by the rules in force and by the changed ones. The record stays as it is.",
  from: "First day",
  to: "Last day",
  hours: "Hours (all days that are open)",
  judge: "Reckon",
  judged: (count) => `${count} first responses`,
  before: "In force",
  after: "Changed",
  withinLimit: "Within limit (policy kept)",
  withinTarget: "Within target",
  lateCount: "Past target, within limit",
  breachCount: "Past limit",
  otherVerdicts: (count) => `Other verdicts: ${count}`,
  noResponses: "There are no first responses in this period.",
  period: "The period ends before it begins.",
};
