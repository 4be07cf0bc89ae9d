import { backend } from "$lib/backend/backend";
import type { Written } from "$lib/backend/bindings";
import { t } from "$lib/i18n/language.svelte";
import { followWrite } from "$lib/queries/changes";
import { toasts } from "./toasts.svelte";

/** Does a write, says that it was done, offers to undo it; says why where it was not. */
export async function perform(write: () => Promise<Written>, said: string): Promise<Written | null> {
  try {
    const written = await write();
    void followWrite(written);
    toasts.say(said, { label: () => t().common.undo, run: () => void undo(), undoes: true });
    return written;
  } catch (thrown) {
    toasts.failed(thrown);
    return null;
  }
}

/** Takes back one's own last operation. */
export async function undo(): Promise<void> {
  try {
    void followWrite(await backend().undo());
    toasts.say(t().dialogs.undone);
  } catch (thrown) {
    toasts.failed(thrown);
  }
}
