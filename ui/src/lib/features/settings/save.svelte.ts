import { backend } from "$lib/backend/backend";
import type { LocalSettings, SharedSettings } from "$lib/backend/bindings";
import { t } from "$lib/i18n/language.svelte";
import { preferences } from "$lib/preferences/preferences.svelte";
import { refresh } from "$lib/queries/query.svelte";
import { toasts } from "$lib/toasts/toasts.svelte";

/** Changes settings of this desktop; they are read first, since palette and tray change them too. */
export async function saveLocal(change: Partial<LocalSettings>): Promise<void> {
  try {
    const { local } = await backend().settings();
    const next = { ...local, ...change };
    await backend().saveLocalSettings(next);
    preferences.take(next);
    await refresh("settings", "frame");
  } catch (thrown) {
    toasts.failed(thrown);
  }
}

/** Changes settings of the whole centre; tells whether they were saved. */
export async function saveShared(change: Partial<SharedSettings>): Promise<boolean> {
  try {
    const { shared } = await backend().settings();
    await backend().saveSharedSettings({ ...shared, ...change });
    toasts.say(t().settings.saved);
    await refresh("settings", "frame");
    return true;
  } catch (thrown) {
    toasts.failed(thrown);
    return false;
  }
}

/** Work that takes a while: whether it is under way, and its failure said. */
export class Work {
  busy = $state(false);

  async run(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await work();
    } catch (thrown) {
      toasts.failed(thrown);
    } finally {
      this.busy = false;
    }
  }
}
