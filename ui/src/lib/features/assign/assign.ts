import { backend } from "$lib/backend/backend";
import type { QueueRow } from "$lib/backend/bindings";
import { dialogs } from "$lib/components/dialogs.svelte";
import { t } from "$lib/i18n/language.svelte";
import { chosen } from "$lib/queries/chosen.svelte";
import { frame } from "$lib/queries/frame.svelte";
import { perform } from "$lib/toasts/perform";
import AssignDialog from "./AssignDialog.svelte";

/** Gives inquiries to the person at the desk. */
export async function take(rows: QueueRow[]): Promise<void> {
  const others = rows.filter(({ assignee }) => assignee !== frame.me);
  const [first] = others;
  if (!first) return;
  const said = others.length === 1 ? t().queue.taken(first.number) : t().queue.takenMany(others.length);
  await assignTo(others, frame.me, said);
}

/** Asks to whom inquiries go, and gives them. */
export async function assign(rows: QueueRow[]): Promise<void> {
  const chosen = await dialogs.open<{ current: string | null }, { to: string | null }>(AssignDialog, {
    current: rows.length === 1 ? (rows[0]?.assignee ?? null) : null,
  });
  if (!chosen) return;
  const moved = rows.filter(({ assignee }) => assignee !== chosen.to);
  if (moved.length === 0) return;
  const said = chosen.to ? t().queue.assigned(moved.length, chosen.to) : t().queue.unassigned(moved.length);
  await assignTo(moved, chosen.to, said);
}

/** Gives inquiries to somebody, or puts them back, and says so. */
export async function assignTo(rows: QueueRow[], to: string | null, said: string): Promise<void> {
  const inquiries = rows.map(({ id }) => id);
  await chosen.show(inquiries, { assignee: to }, () => perform(() => backend().assign(inquiries, to), said));
}
