import { backend } from "$lib/backend/backend";
import type { QueueRow } from "$lib/backend/bindings";
import { dialogs } from "$lib/components/dialogs.svelte";
import EndDialog from "$lib/features/endings/EndDialog.svelte";
import MergeDialog from "$lib/features/endings/MergeDialog.svelte";
import { t } from "$lib/i18n/language.svelte";
import { perform } from "$lib/toasts/perform";

/** Completes inquiries; those without a first response are asked how they end. */
export async function complete(rows: QueueRow[]): Promise<void> {
  const answered = rows.filter(({ answeredAt }) => answeredAt !== null);
  if (answered.length > 0) {
    await perform(
      () =>
        backend().setStatus(
          answered.map(({ id }) => id),
          "completed",
          null,
        ),
      t().queue.completed(answered.length),
    );
  }
  await end(rows.filter(({ answeredAt, ended }) => answeredAt === null && ended === null));
}

/** Asks how inquiries end without a first response. */
export async function end(rows: QueueRow[]): Promise<void> {
  if (rows.length > 0) await dialogs.open(EndDialog, { inquiries: rows });
}

/** Asks into which inquiry the others go. */
export async function merge(rows: QueueRow[]): Promise<void> {
  if (rows.length > 0) await dialogs.open(MergeDialog, { inquiries: rows });
}
