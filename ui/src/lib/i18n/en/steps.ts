import type { steps as source, stepWords as words } from "../ja/steps";
import type { Same } from "../same";

export const steps: Same<typeof source> = {
  received: ({ at }) => `Received ${at}`,
  received_out_of_hours: ({ at, opening }) => `Received ${at} → counted from ${opening}`,
  reckoned_from_change: ({ at }) => `Counted from the message of ${at} that changed the situation`,
  starts_at_opening: ({ at }) => `Counted from the next opening, ${at}`,
  skipped_days: ({ days }) => `Left out: ${days}`,
  allowance: ({ level, allowance }) => `${level} → ${allowance}`,
  triage_aim: ({ allowance, at }) => `Level undecided → triage aim of ${allowance} (${at})`,
  carried_over: ({ from, to }) => `Does not fit into ${from}; carried over to ${to}`,
  limit_is_target: () => "Fits into the same day, so the limit is the target",
  limit_is_close: ({ at }) => `Falls on a later business day, so the limit is that day’s closing, ${at}`,
  whole_days: ({ days, at }) => `Closing of business day ${days} after the start, ${at}, is the limit`,
  responded: ({ at, verdict }) => `First response ${at}${verdict ? ` (${verdict})` : ""}`,
  ended: ({ at }) => `Ended without a first response ${at}`,
  over_out_of_hours: ({ at }) => `Nothing but closed hours since ${at}: over by 0:00 (after closing)`,
  provisional: ({ year }) => `The holidays of ${year} are computed and may still change`,
};

export const stepWords: Same<typeof words> = {
  calendar: "Cal.",
  hours: (count) => `${count} business ${count === "1" ? "hour" : "hours"}`,
  days: (count) => `${count} business ${count === "1" ? "day" : "days"}`,
  minutes: (count) => `${count} business min`,
  weekend: "weekend",
  closingDay: "closing day",
  override: "closed by exception",
  provisional: "provisional",
  range: (from, to) => `${from} – ${to}`,
  and: ", ",
};
