import type { Obligation } from "$lib/backend/bindings";
import { t } from "$lib/i18n/language.svelte";
import type { Command } from "$lib/keys/commands.svelte";
import { fulfil, isOpen, revise, withdraw } from "./obligations.svelte";

interface Listed {
  rows: () => Obligation[];
  opened: () => Obligation | undefined;
  open: (id: string) => void;
}

/** What the keys do on a list of obligations; they are the queue's. */
export function obligationCommands({ rows, opened, open }: Listed): Command[] {
  const move = (by: number) => {
    const all = rows();
    const at = all.findIndex(({ id }) => id === opened()?.id);
    const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
    if (next) open(next.id);
  };
  const acting = (
    id: string,
    key: string,
    label: () => string,
    act: (it: Obligation) => Promise<void>,
    closed = false,
  ): Command => ({
    id: `obligation-${id}`,
    group: "work",
    keys: [key],
    label,
    when: () => {
      const it = opened();
      return it !== undefined && (closed || isOpen(it));
    },
    run: () => {
      const it = opened();
      if (it) void act(it);
    },
  });
  return [
    {
      id: "obligation-next",
      group: "move",
      keys: ["j", "ArrowDown"],
      label: () => t().obligations.next,
      onlyKeys: true,
      run: () => move(1),
    },
    {
      id: "obligation-before",
      group: "move",
      keys: ["k", "ArrowUp"],
      label: () => t().obligations.previous,
      onlyKeys: true,
      run: () => move(-1),
    },
    acting("done", "d", () => t().obligations.fulfil, fulfil),
    acting("revise", "e", () => t().obligations.revise, revise, true),
    acting("withdraw", "x", () => t().obligations.withdraw, withdraw),
    {
      id: "obligation-close",
      group: "move",
      keys: ["Escape"],
      label: () => t().common.close,
      onlyKeys: true,
      when: () => opened() !== undefined,
      run: () => open(""),
    },
  ];
}
