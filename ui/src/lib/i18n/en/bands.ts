import type { bands as source } from "../ja/bands";
import type { Same } from "../same";

export const bands: Same<typeof source> = {
  word: {
    breach: "Past limit",
    late: "Past target, within limit",
    urgent: "Due soon",
    soon: "Watch",
    fine: "On track",
    waiting: "Waiting for opening",
    answered: "Answered",
    ended: "Ended unanswered",
  },
  short: {
    breach: "Past limit",
    late: "Past target",
    urgent: "Due soon",
    soon: "Watch",
    fine: "On track",
    waiting: "Waiting",
    answered: "Answered",
    ended: "Ended",
  },
  limitAt: (at) => `limit ${at}`,
  waitsUntil: (at) => `Waiting, ${at}`,
  pastAim: "Past the triage aim",
  answeredIn: (taken) => `answered in ${taken}`,
  answerWord: (verdict, taken) => `${verdict} (in ${taken})`,
  lateWord: (verdict, taken) => `${verdict} · ${taken}`,
  afterClosing: "after closing",
  aim: "Triage aim",
};
