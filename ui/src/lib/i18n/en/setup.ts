import type { setup as source } from "../ja/setup";
import type { Same } from "../same";
import { trouble } from "./trouble";

export const setup: Same<typeof source> = {
  trouble,
  title: "Getting started with Ichiji",
  step: (now, all) => `${now} / ${all}`,
  next: "Next",
  back: "Back",
  finish: "Start",
  finishing: "Getting ready…",
  you: "About you",
  youText: "Your name is shown as the assignee and in the history. You can change all of this later.",
  namePlaceholder: "e.g. Sato",
  calendar: "Business days",
  calendarText: "Deadlines are counted on these days. Holidays follow the Cabinet Office’s list.",
  calendarImport: "A newer list of holidays can be imported later in the settings.",
  intake: "Where inquiries come from",
  intakeText: "Both may stay empty. Mail and other files can be dropped onto the window at any time.",
  sample: "Try it out",
  sampleText: "Some sixty fictional inquiries to try everything with. They are never part of real figures.",
  withSample: "Start with the sample set",
  withSampleHint: "Removed in one step in the settings, at any time.",
  empty: "Start empty",
  emptyHint: "Begin by importing mail or by recording a call.",
};
