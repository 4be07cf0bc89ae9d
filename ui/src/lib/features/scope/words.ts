import type { JudgedOs } from "$lib/backend/bindings";
import { t } from "$lib/i18n/language.svelte";

/** The tone of a verdict; the words say the same. */
export function scopeTone(scope: string): "good" | "bad" | "open" {
  if (scope === "in") return "good";
  return scope === "out" ? "bad" : "open";
}

/** The verdict in words. */
export function scopeWord(scope: string): string {
  const words: Record<string, string> = t().scope.verdict;
  return words[scope] ?? scope;
}

/** An operating system with its version. */
export function systemName({ os, version }: Pick<JudgedOs, "os" | "version">): string {
  const systems: Record<string, string> = t().scope.systems;
  return `${systems[os] ?? os} ${version}`;
}
