import type { SharedSettings } from "$lib/backend/bindings";

/** The bands' thresholds as they stand in their fields. */
export interface ThresholdFields {
  urgentPercent: string;
  urgentMinutes: string;
  soonPercent: string;
  triageAim: string;
}

export type ThresholdProblems = Partial<Record<keyof ThresholdFields, true>>;

/** Reads a whole number without a sign; wide digits count too. */
export function wholeNumber(text: string): number | null {
  const plain = text.normalize("NFKC").trim();
  return /^\d{1,6}$/.test(plain) ? Number(plain) : null;
}

export function fieldsOf(shared: SharedSettings): ThresholdFields {
  return {
    urgentPercent: String(shared.urgentPercent),
    urgentMinutes: String(shared.urgentMinutes),
    soonPercent: String(shared.soonPercent),
    triageAim: String(shared.triageAimMinutes),
  };
}

/** What is wrong, by field: soon comes no later than urgent, and no allowance is aimed at in no time. */
export function thresholdProblems(fields: ThresholdFields): ThresholdProblems {
  const urgent = wholeNumber(fields.urgentPercent);
  const soon = wholeNumber(fields.soonPercent);
  const aim = wholeNumber(fields.triageAim);
  const problems: ThresholdProblems = {};
  if (urgent === null || urgent > 100) problems.urgentPercent = true;
  if (soon === null || soon > 100 || (urgent !== null && urgent <= 100 && soon < urgent))
    problems.soonPercent = true;
  if (wholeNumber(fields.urgentMinutes) === null) problems.urgentMinutes = true;
  if (aim === null || aim < 1) problems.triageAim = true;
  return problems;
}

/** The settings that fields without problems mean. */
export function thresholdsOf(fields: ThresholdFields): Partial<SharedSettings> {
  return {
    urgentPercent: wholeNumber(fields.urgentPercent) ?? 0,
    urgentMinutes: wholeNumber(fields.urgentMinutes) ?? 0,
    soonPercent: wholeNumber(fields.soonPercent) ?? 0,
    triageAimMinutes: wholeNumber(fields.triageAim) ?? 0,
  };
}
