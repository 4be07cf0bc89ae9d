import type { QueueRow } from "$lib/backend/bindings";
import { dialogs } from "$lib/components/dialogs.svelte";
import AssistantDialog from "./AssistantDialog.svelte";

/** Asks the pack's questions about an inquiry. */
export function findLevel(row: QueueRow): void {
  void dialogs.open(AssistantDialog, { row });
}
