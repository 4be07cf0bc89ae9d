import type { Reminded, Threshold } from "$lib/backend/bindings";
import { t } from "$lib/i18n/language.svelte";

/** What was reached, in words. */
export function thresholdWords(threshold: Threshold): string {
  switch (threshold.kind) {
    case "share-left":
      return t().signs.shareLeft(threshold.percent);
    case "business-left":
      return t().signs.businessLeft(threshold.minutes);
    case "target":
      return t().signs.target;
    case "limit":
      return t().signs.limit;
    case "due":
      return t().signs.due;
    case "next-contact":
      return t().signs.nextContact;
  }
}

/** Many reminders of one moment in one line; a single one by its inquiry. */
export function summary({ first, count, missed }: Reminded): string {
  const [only] = first;
  if (missed) return t().signs.missed(count);
  if (only && count === 1) return `${only.number} ${thresholdWords(only.threshold)}: ${only.subject}`;
  return t().signs.many(count);
}
