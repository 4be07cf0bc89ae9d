import type { Level } from "$lib/backend/bindings";
import { assign, take } from "$lib/features/assign/assign";
import { findLevel } from "$lib/features/levels/assistant";
import { setLevel } from "$lib/features/levels/set_level";
import { snooze } from "$lib/features/signs/snooze";
import { t } from "$lib/i18n/language.svelte";
import type { Command } from "$lib/keys/commands.svelte";
import { frame } from "$lib/queries/frame.svelte";
import type { QueueScreen } from "./screen.svelte";
import { complete, end, merge } from "./verbs";

/** The levels in the order of their keys. */
export const LEVELS: Level[] = ["outage", "serious", "minor", "question"];

/** How many rows a page key moves. */
const PAGE_ROWS = 10;

/** What can be done in the queue. */
export function queueCommands(screen: QueueScreen): Command[] {
  return [...moving(screen), ...levels(screen), ...working(screen)];
}

function moving(screen: QueueScreen): Command[] {
  const { selection } = screen;
  const move = (id: string, keys: string[], label: () => string, run: () => void): Command => ({
    id,
    group: "move",
    keys,
    label,
    onlyKeys: true,
    run,
  });
  return [
    move(
      "down",
      ["j", "ArrowDown"],
      () => t().keys.down,
      () => void screen.move(1),
    ),
    move(
      "up",
      ["k", "ArrowUp"],
      () => t().keys.up,
      () => void screen.move(-1),
    ),
    move(
      "page-down",
      ["PageDown"],
      () => t().keys.pageDown,
      () => void screen.move(PAGE_ROWS),
    ),
    move(
      "page-up",
      ["PageUp"],
      () => t().keys.pageUp,
      () => void screen.move(-PAGE_ROWS),
    ),
    move(
      "first",
      ["Home"],
      () => t().keys.first,
      () => void screen.goTo(0),
    ),
    move(
      "last",
      ["End"],
      () => t().keys.last,
      () => void screen.goTo(screen.rows.total - 1),
    ),
    move(
      "open",
      ["Enter"],
      () => t().keys.open,
      () => selection.id && screen.open(selection.id),
    ),
    {
      ...move(
        "leave",
        ["Escape"],
        () => t().keys.back,
        () => screen.leave(),
      ),
      whileTyping: true,
    },
    move(
      "select",
      ["x"],
      () => t().keys.select,
      () => toggle(screen),
    ),
  ];
}

function toggle({ rows, selection }: QueueScreen): void {
  const row = rows.at(selection.index);
  if (row) selection.toggle(row);
}

function levels(screen: QueueScreen): Command[] {
  return LEVELS.map((level, index) => ({
    id: `level-${level}`,
    group: "work",
    keys: [String(index + 1)],
    label: () => t().keys.level(frame.levelLabel(level)),
    run: () => void screen.withRows((rows) => setLevel(rows, level)),
  }));
}

function working(screen: QueueScreen): Command[] {
  const { selection } = screen;
  const work = (id: string, keys: string[], label: () => string, run: () => void): Command => ({
    id,
    group: "work",
    keys,
    label,
    run,
  });
  const oneRow = (mode: "reply" | "respond") =>
    void screen.withRows((rows) => {
      const [row] = rows;
      if (row) screen.open(row.id, mode);
    });
  return [
    work(
      "find-level",
      ["l"],
      () => t().keys.findLevel,
      () => void screen.withRows(([row]) => row && findLevel(row)),
    ),
    work(
      "take",
      ["a"],
      () => t().keys.take,
      () => void screen.withRows(take),
    ),
    work(
      "assign",
      ["A"],
      () => t().keys.assign,
      () => void screen.withRows(assign),
    ),
    work(
      "reply",
      ["r"],
      () => t().keys.reply,
      () => oneRow("reply"),
    ),
    work(
      "respond",
      ["f"],
      () => t().keys.respond,
      () => oneRow("respond"),
    ),
    work(
      "snooze",
      ["z"],
      () => t().keys.snooze,
      () => {
        void screen.withRows((rows) =>
          snooze(
            rows.map(({ id }) => id),
            rows.some(({ snoozedUntil }) => snoozedUntil !== null),
          ),
        );
      },
    ),
    {
      ...work(
        "merge",
        [],
        () => t().keys.merge,
        () => void screen.withRows(merge),
      ),
      when: () => selection.count > 1,
    },
    work(
      "complete",
      [],
      () => t().keys.complete,
      () => void screen.withRows(complete),
    ),
    work(
      "end",
      [],
      () => t().keys.end,
      () => void screen.withRows(end),
    ),
  ];
}
