import { backend } from "$lib/backend/backend";
import type { Level, LevelWhy, QueueRow } from "$lib/backend/bindings";
import { dialogs } from "$lib/components/dialogs.svelte";
import { t } from "$lib/i18n/language.svelte";
import { chosen } from "$lib/queries/chosen.svelte";
import { frame } from "$lib/queries/frame.svelte";
import { perform } from "$lib/toasts/perform";
import { toasts } from "$lib/toasts/toasts.svelte";
import ChangeLevel from "./ChangeLevel.svelte";

/** What is said of a change of level (§17). */
export interface LevelReason {
  why: LevelWhy;
  message: string | null;
  note: string | null;
}

/**
 * Sets the level of inquiries. Where one was decided before, asks why it changes; the first decision needs no reason.
 * Inquiries of both kinds make two operations, because each says its own reason.
 */
export async function setLevel(rows: QueueRow[], level: Level): Promise<void> {
  const changing = rows.filter((row) => row.level !== level);
  if (changing.length === 0) {
    if (rows.length > 0) toasts.say(t().queue.levelSame(frame.levelLabel(level, rows[0]?.product)));
    return;
  }
  const decided = changing.filter((row) => row.level !== null);
  const reason = decided.length > 0 ? await askReason(decided, level) : null;
  if (decided.length > 0 && !reason) return;
  const undecided = changing.filter((row) => row.level === null);
  await write(undecided, level, { why: "first", message: null, note: null });
  if (reason) await write(decided, level, reason);
}

function askReason(rows: QueueRow[], level: Level): Promise<LevelReason | undefined> {
  return dialogs.open(ChangeLevel, { rows, level });
}

async function write(rows: QueueRow[], level: Level, reason: LevelReason): Promise<void> {
  if (rows.length === 0) return;
  const inquiries = rows.map(({ id }) => id);
  const said = t().queue.levelSet(rows.length, frame.levelLabel(level, rows[0]?.product));
  await chosen.show(inquiries, { level }, () =>
    perform(() => backend().setLevel({ inquiries, level, ...reason }), said),
  );
}
