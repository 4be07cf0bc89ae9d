import { route } from "$routes/route.svelte";
import { backend } from "$lib/backend/backend";
import type { QueueRow, ReportInquiry } from "$lib/backend/bindings";
import { assign, take } from "$lib/features/assign/assign";
import { findLevel } from "$lib/features/levels/assistant";
import { setLevel } from "$lib/features/levels/set_level";
import { LEVELS } from "$lib/features/queue/commands";
import { t } from "$lib/i18n/language.svelte";
import type { Command } from "$lib/keys/commands.svelte";
import { frame } from "$lib/queries/frame.svelte";
import { toasts } from "$lib/toasts/toasts.svelte";

interface Listed {
  rows: () => ReportInquiry[];
  /** The inquiry that is open beside the list; empty where none is. */
  opened: () => string;
  open: (id: string) => void;
}

/** What can be done in a list of inquiries behind a figure, and with the one that is open. */
export function behindCommands(list: Listed): Command[] {
  return [
    moving(list, "down", ["j", "ArrowDown"], () => t().keys.down, 1),
    moving(list, "up", ["k", "ArrowUp"], () => t().keys.up, -1),
    ...LEVELS.map((level, index) =>
      working(
        list,
        `level-${level}`,
        String(index + 1),
        () => t().keys.level(frame.levelLabel(level)),
        (row) => void setLevel([row], level),
      ),
    ),
    working(
      list,
      "find-level",
      "l",
      () => t().keys.findLevel,
      (row) => void findLevel(row),
    ),
    working(
      list,
      "take",
      "a",
      () => t().keys.take,
      (row) => void take([row]),
    ),
    working(
      list,
      "assign",
      "A",
      () => t().keys.assign,
      (row) => void assign([row]),
    ),
    working(
      list,
      "reply",
      "r",
      () => t().keys.reply,
      ({ id }) => route.change({ inquiry: id, do: "reply" }),
    ),
    working(
      list,
      "respond",
      "f",
      () => t().keys.respond,
      ({ id }) => route.change({ inquiry: id, do: "respond" }),
    ),
  ];
}

function moving(list: Listed, id: string, keys: string[], label: () => string, way: -1 | 1): Command {
  const run = () => {
    const rows = list.rows();
    const at = rows.findIndex(({ id }) => id === list.opened());
    const next = rows[at < 0 ? 0 : at + way];
    if (next) list.open(next.id);
  };
  return { id, group: "move", keys, label, onlyKeys: true, when: () => !route.param("do"), run };
}

function working(
  list: Listed,
  id: string,
  key: string,
  label: () => string,
  run: (row: QueueRow) => void,
): Command {
  const withOpened = async () => {
    try {
      run((await backend().inquiry(list.opened())).row);
    } catch (thrown) {
      toasts.failed(thrown);
    }
  };
  const when = () => list.opened() !== "" && !route.param("do");
  return { id, group: "work", keys: [key], label, when, run: () => void withOpened() };
}
