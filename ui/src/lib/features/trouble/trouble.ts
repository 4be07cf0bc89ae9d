import { t } from "$lib/i18n/language.svelte";

/** What is said where the record cannot be opened. */
export interface Trouble {
  what: string;
  safe: string;
  toDo: string;
}

/** The codes with which a record cannot be opened; others come from within it and have their place in the window. */
export const TROUBLES = [
  "already_open",
  "in_use",
  "busy",
  "newer_schema",
  "damaged",
  "read_only",
  "network_drive",
  "disk_full",
  "event_unreadable",
  "raw_missing",
] as const;
type Known = (typeof TROUBLES)[number];

/** Chooses the sentences of a code. */
export function troubleOf(code: string): Trouble {
  const plain = code.replaceAll("-", "_");
  const known: Known | "other" = TROUBLES.find((trouble) => trouble === plain) ?? "other";
  const { what, unharmed, remedy } = t().setup.trouble;
  return { what: what[known], safe: unharmed[known], toDo: remedy[known] };
}
