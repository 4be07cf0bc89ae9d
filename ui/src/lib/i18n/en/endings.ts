import type { endings as source } from "../ja/endings";
import type { Same } from "../same";

export const endings: Same<typeof source> = {
  endTitle: "End without a first response",
  endHint: "It leaves the figures. You can undo it.",
  as: "As what",
  asHint: {
    "not-an-inquiry": "Advertising, wrong address and the like: asks for no answer",
    duplicate: "There is an inquiry about the same already",
    withdrawn: "The customer withdrew it",
  },
  of: "The original",
  reason: "Reason",
  reasonMissing: "Please give a reason.",
  ofMissing: "Choose the original.",
  answeredAlready: (count) =>
    `${count} already ${count === 1 ? "has" : "have"} a first response and cannot end this way.`,
  end: "End",
  ended: (count) => `${count} ended without a first response`,
  chosen: (count) => `${count} ${count === 1 ? "inquiry" : "inquiries"}`,
  mergeTitle: "Merge inquiries",
  mergeHint:
    "The messages move to the one that stays; the others end as duplicates. The clock of the one that stays goes on.",
  mergeInto: "Merge into",
  mergeOther: "One that is not listed",
  mergeMissing: "Choose into which one.",
  mergeReason: "The same matter",
  merge: "Merge",
  merged: (count, number) => `${count} merged into ${number}`,
  splitTitle: "Split off as its own inquiry",
  splitHint: "The message becomes a new inquiry whose clock runs from its own receipt.",
  split: "Split off",
  splitDone: "Split off as a new inquiry",
  search: "Number, subject or company",
  searchNone: "No inquiry matches",
  searchHint: "Type a number such as A-1042, or part of a subject or company.",
  change: "Change",
};
