import { backend } from "$lib/backend/backend";
import { dialogs } from "$lib/components/dialogs.svelte";
import { centre, say } from "$lib/format/centre.svelte";
import { t } from "$lib/i18n/language.svelte";
import { toasts } from "$lib/toasts/toasts.svelte";
import SnoozeDialog from "./SnoozeDialog.svelte";

const HOUR_MS = 3_600_000;

/** Until when reminders may be silenced: one hour, two hours, and the next opening. */
export function snoozeOffers(): { id: "inHour" | "inTwoHours" | "tomorrow"; until: string }[] {
  const { open, until } = centre.told;
  const hour = (hours: number) => new Date(centre.nowMs + hours * HOUR_MS).toISOString();
  const offers = [
    { id: "inHour" as const, until: hour(1) },
    { id: "inTwoHours" as const, until: hour(2) },
  ];
  // Only a closed centre knows its next opening; an open one names its closing.
  return open ? offers : [...offers, { id: "tomorrow" as const, until }];
}

/** Asks until when the reminders of inquiries are silent. */
export async function snooze(inquiries: string[], silent: boolean): Promise<void> {
  const chosen = await dialogs.open<{ silent: boolean }, { until: string | null }>(SnoozeDialog, { silent });
  if (!chosen) return;
  try {
    await backend().snooze(inquiries, chosen.until);
    toasts.say(chosen.until ? t().queue.snoozed(say.short(chosen.until)) : t().queue.snoozeEnded);
  } catch (thrown) {
    toasts.failed(thrown);
  }
}
