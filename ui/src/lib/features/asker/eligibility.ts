import type { AskerView } from "$lib/backend/bindings";
import { t } from "$lib/i18n/language.svelte";

type Tone = "good" | "bad" | "open";

/** The tone of a verdict of eligibility; the words say the same. */
export function eligibilityTone({ eligibility }: AskerView): Tone {
  if (eligibility === "eligible") return "good";
  return eligibility === "not-eligible" ? "bad" : "open";
}

/** The verdict in words. */
export function eligibilityWord({ eligibility }: AskerView): string {
  const words: Record<string, string> = t().customers.eligibility;
  return words[eligibility] ?? eligibility;
}

/** Why, with the clause, and how the person was found. */
export function eligibilityReason({ reason, clause, found }: AskerView): string {
  const reasons: Record<string, string> = t().customers.reason;
  const ways: Record<string, string> = t().customers.found;
  return `§${clause} ${reasons[reason] ?? reason} · ${ways[found] ?? found}`;
}
