import type { Catalogue } from "../ja";

export const today: Catalogue["today"] = {
  title: "Today",
  failed: "The day could not be read",
  reading: "Counting",
  until: (close, left) => `${left} until the close on ${close}`,
  due: "To answer until the close",
  nothingDue: "Nothing reaches its target until the close.",
  all: (count, agents) =>
    agents === 1
      ? `${count} due: one agent keeps every limit.`
      : `${count} due: ${agents} agents keep every limit.`,
  notAll: (count) => `${count} due: in the time that is left, some limit cannot be kept.`,
  notKept: "Not by one agent",
  over: "Past the limit",
  undecided: "No level yet",
  digest: "This morning",
  cameIn: (since) => `Came in out of hours since ${since}:`,
  morning: "Due before noon",
  carried: "Carried over",
  none: "none",
  count: (count) => String(count),
  order: "Order",
  inquiry: "Inquiry",
  level: "Level",
  assignee: "Assignee",
  unassigned: "Unassigned",
  usualHead: "Usually takes",
  usual: {
    kind: (time, n) => `${time} (of ${n})`,
    level: (time, n) => `${time} (of ${n} of this level)`,
    assumed: (time, _) => `${time}, assumed: too few are known`,
  },
  note: {
    heading: "Hand-over",
    title: (at) => `Hand-over, as of ${at}`,
    due: (target, limit) => `target ${target}, limit ${limit}`,
    over: "past the limit",
    none: "Nothing is open.",
    remark: "Remark",
    remarkHint: "Whatever else is to be handed over; not kept",
    copy: "Copy",
    copied: "The note is copied",
    print: "Print",
  },
};
