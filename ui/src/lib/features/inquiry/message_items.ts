import { backend } from "$lib/backend/backend";
import type { Message } from "$lib/backend/bindings";
import { dialogs } from "$lib/components/dialogs.svelte";
import type { MenuItem } from "$lib/components/menu";
import SplitDialog from "$lib/features/endings/SplitDialog.svelte";
import { t } from "$lib/i18n/language.svelte";
import { toasts } from "$lib/toasts/toasts.svelte";

/** What can be done with a message. */
export function messageItems(inquiry: string, message: Message, only: boolean): MenuItem[] {
  return [
    {
      id: "split",
      label: t().inquiry.split,
      why: only ? t().errors.said.only_message({}) : null,
      run: () => void dialogs.open(SplitDialog, { id: inquiry, message: message.id }),
    },
    {
      id: "raw",
      label: t().inquiry.saveRaw,
      run: () => void saved(() => backend().saveRawMessage(inquiry, message.id)),
    },
  ];
}

/** Saves something where the person wants it, and says where it is. */
export async function saved(save: () => Promise<string | null>): Promise<void> {
  try {
    const path = await save();
    if (path !== null) toasts.say(t().inquiry.saved(path));
  } catch (thrown) {
    toasts.failed(thrown);
  }
}
