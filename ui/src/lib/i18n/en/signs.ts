import type { signs as source } from "../ja/signs";
import type { Same } from "../same";

export const signs: Same<typeof source> = {
  title: "Reminders",
  none: "No reminders",
  noneHint: "As deadlines near, they stay here until you put them away.",
  count: (count) => (count === 1 ? "1 reminder" : `${count} reminders`),
  shareLeft: (percent) => `${percent} % left`,
  businessLeft: (minutes) => `${minutes} min left`,
  target: "Target reached",
  limit: "Limit reached",
  nextContact: "Next contact is due",
  dueAt: (at) => `due ${at}`,
  putAway: "Put away",
  putAwayAll: "Put all away",
  snooze: "Later",
  open: (number) => `Open ${number}`,
  many: (count) => `${count} inquiries near their deadline`,
  missed: (count) => `${count} reminders came while you were away`,
  snoozeTitle: "Snooze",
  snoozeHint: "The deadline stays as it is. Only the reminders are silent.",
  inHour: "1 hour",
  inTwoHours: "2 hours",
  tomorrow: "Until the next opening",
  end: "Ring again",
  silent: "Do not disturb is on",
  silentHint: "As deadlines near, no system notification comes.",
};
