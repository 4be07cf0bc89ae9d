import { backend } from "$lib/backend/backend";
import type { RuleChange, RuleProblem, Turn } from "$lib/backend/bindings";
import { dialogs } from "$lib/components/dialogs.svelte";
import { t } from "$lib/i18n/language.svelte";
import { perform } from "$lib/toasts/perform";
import ChangeDialog from "./ChangeDialog.svelte";

/** A change of the rules to be looked at: what it is called, and what is said once it is applied. */
export interface Asked {
  title: string;
  /** Makes the change, with the name that was typed. */
  change: (name: string) => RuleChange;
  /** Whether a name can be typed. */
  named?: boolean;
  /** Said once it is applied. */
  said: string;
}

/** Shows what a change would do, and applies it where that is wanted; tells whether it was. */
export async function lookAt(asked: Asked): Promise<boolean> {
  return (await dialogs.open(ChangeDialog, { asked })) === true;
}

/** Applies a change; tells whether it was. */
export async function apply(change: RuleChange, said: string): Promise<boolean> {
  return (await perform(() => backend().applyChange(change), said)) !== null;
}

/** What turns, gravest first. */
export const TURNS: Turn[] = ["becomes-breach", "becomes-late", "stops-breach", "stops-late"];

/** Whether a turn is for the worse. */
export const isWorse = (turn: Turn) => turn.startsWith("becomes");

type Said = Record<string, ((place: string) => string) | undefined>;

/** The sentence of a problem: its line, what is wrong, and what would do. */
export function problemText({ code, line, place, suggestion }: RuleProblem): string {
  const said: Said = t().problems.said;
  const what = (said[code.replaceAll("-", "_")] ?? t().problems.said.unknown)(place);
  const where = line === null ? "" : `${t().changes.line(line)} `;
  return `${where}${what}${suggestion === null ? "" : `（${t().changes.suggestion(suggestion)}）`}`;
}
