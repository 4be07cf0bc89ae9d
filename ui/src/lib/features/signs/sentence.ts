import type { Sign, Threshold } from "$lib/backend/bindings";
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
    case "next-contact":
      return t().signs.nextContact;
  }
}

/** Many reminders of one moment in one line; a single one by its inquiry. */
export function summary(signs: Sign[], missed: boolean): string {
  const [first] = signs;
  if (missed) return t().signs.missed(signs.length);
  if (first && signs.length === 1)
    return `${first.number} ${thresholdWords(first.threshold)}: ${first.subject}`;
  return t().signs.many(signs.length);
}
