import { backend } from "$lib/backend/backend";
import type { QueueRow, Status } from "$lib/backend/bindings";
import { dialogs } from "$lib/components/dialogs.svelte";
import EndDialog from "$lib/features/endings/EndDialog.svelte";
import { t } from "$lib/i18n/language.svelte";
import { perform } from "$lib/toasts/perform";
import HoldDialog from "./HoldDialog.svelte";

/** The statuses in the order of the work. */
export const STATUSES: Status[] = ["new", "in-progress", "waiting-for-customer", "on-hold", "completed"];

/**
 * Changes the status of the work. 保留 asks for its reason; completing what had no first response asks how it ends.
 */
export async function changeStatus(row: QueueRow, status: Status): Promise<void> {
  if (status === row.status) return;
  if (status === "completed" && row.answeredAt === null && row.ended === null) {
    await dialogs.open(EndDialog, { inquiries: [row] });
    return;
  }
  const reason =
    status === "on-hold"
      ? await dialogs.open<{ number: string }, string>(HoldDialog, { number: row.number })
      : null;
  if (reason === undefined) return;
  await perform(
    () => backend().setStatus([row.id], status, reason),
    t().inquiry.statusSet(t().words.status[status]),
  );
}
