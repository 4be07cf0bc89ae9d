import { backend } from "$lib/backend/backend";
import { lookAt } from "$lib/features/changes/change";
import { t } from "$lib/i18n/language.svelte";
import { toasts } from "$lib/toasts/toasts.svelte";

/** Shows what a version of a policy would change, and publishes it where that is wanted. */
export async function importPack(path: string): Promise<void> {
  await lookAt({
    title: t().policies.importTitle,
    change: () => ({ kind: "pack", path }),
    said: t().policies.imported,
  });
}

/** Lets the person choose a policy file. */
export async function importChosenPack(): Promise<void> {
  try {
    const path = await backend().chooseRuleFile("toml");
    if (path) await importPack(path);
  } catch (thrown) {
    toasts.failed(thrown);
  }
}
