import { backend } from "$lib/backend/backend";
import type { ProductTableChange, RuleProblem } from "$lib/backend/bindings";
import { dialogs } from "$lib/components/dialogs.svelte";
import { t } from "$lib/i18n/language.svelte";
import { perform } from "$lib/toasts/perform";
import { toasts } from "$lib/toasts/toasts.svelte";
import ImportDialog from "./ImportDialog.svelte";

/** The parts of the page. */
export const PARTS = ["apps", "devices", "documents"] as const;
export type Part = (typeof PARTS)[number];

/** Where an app runs, or where a console is opened. */
export const PLATFORMS = ["ios", "ipados", "android", "macos", "windows-11", "chromeos", "web"] as const;

/** The name of a platform. */
export const platformName = (platform: string): string => t().products.platforms[platform] ?? platform;

/** Makes a change, or gives all that is wrong with it; gives nothing where it could not be asked at all. */
export async function enter(change: ProductTableChange): Promise<RuleProblem[] | null> {
  try {
    const { problems } = await backend().previewProductTable(change);
    if (problems.length > 0) return problems;
  } catch (thrown) {
    toasts.failed(thrown);
    return null;
  }
  const made = await perform(() => backend().changeProductTable(change), t().products.changed);
  return made ? [] : null;
}

/** Takes a whole table in from a file, after a look at what that does. */
export async function importTable(path: string): Promise<void> {
  await dialogs.open(ImportDialog, { path });
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

/** Words as they are typed, parted by commas. */
export const wordsOf = (text: string): string[] =>
  text
    .split(/[,、，]/u)
    .map((word) => word.trim())
    .filter((word) => word !== "");
