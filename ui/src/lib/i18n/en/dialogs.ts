import type { dialogs as source } from "../ja/dialogs";
import type { Same } from "../same";

export const dialogs: Same<typeof source> = {
  levelTitle: "Change the impact level",
  levelFrom: (from, to) => `From ${from} to ${to}`,
  levelMany: (count, to) => `${count} inquiries to ${to}`,
  levelWhy: "Why it changes",
  wrongBefore: "It was wrong before",
  wrongBeforeHint: "The deadline is reckoned anew from the receipt.",
  situationChanged: "The situation changed",
  situationChangedHint: "The deadline is reckoned from the customer's message that told of it.",
  message: "The message that told of it",
  situationManyNo: "Record a changed situation for one inquiry at a time.",
  situationNoMessage: "There is no message from the customer.",
  note: "Note",
  setLevel: "Change the level",
  assignTitle: "Assign",
  assignSearch: "Narrow by name",
  assignNobody: "No such name",
  paletteNone: "No command or inquiry matches",
  paletteCommands: "Commands",
  paletteInquiries: "Inquiries",
  paletteHint: "Number, subject, company, text",
  undone: "Undone",
};
