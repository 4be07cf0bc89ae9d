import { backend } from "$lib/backend/backend";
import type { OsTableChange } from "$lib/backend/bindings";
import { dialogs } from "$lib/components/dialogs.svelte";
import { t } from "$lib/i18n/language.svelte";
import { toasts } from "$lib/toasts/toasts.svelte";
import TableDialog from "./TableDialog.svelte";

/** Shows what a change of the table would do, and makes it where that is wanted; tells whether it was. */
export async function lookAtTable(title: string, change: OsTableChange): Promise<boolean> {
  return (await dialogs.open(TableDialog, { title, change })) === true;
}

/** Takes a whole table in from a file. */
export async function importTable(path: string): Promise<void> {
  await lookAtTable(t().systems.importTitle, { kind: "table", path });
}

/** Lets the person choose a table. */
export async function importChosenTable(): Promise<void> {
  try {
    const path = await backend().chooseRuleFile("toml");
    if (path) await importTable(path);
  } catch (thrown) {
    toasts.failed(thrown);
  }
}

/** The name of a system. */
export const osName = (os: string): string => t().systems.names[os] ?? os;
