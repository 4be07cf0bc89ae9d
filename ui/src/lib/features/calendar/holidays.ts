import { backend } from "$lib/backend/backend";
import { lookAt } from "$lib/features/changes/change";
import { t } from "$lib/i18n/language.svelte";
import { toasts } from "$lib/toasts/toasts.svelte";

/** Shows what a list of holidays would change, and takes it in where that is wanted. */
export async function importHolidays(path: string): Promise<void> {
  await lookAt({
    title: t().calendar.importTitle,
    change: () => ({ kind: "holidays", path }),
    said: t().calendar.imported,
  });
}

/** Lets the person choose a list of holidays. */
export async function importChosenHolidays(): Promise<void> {
  try {
    const path = await backend().chooseRuleFile("csv");
    if (path) await importHolidays(path);
  } catch (thrown) {
    toasts.failed(thrown);
  }
}
