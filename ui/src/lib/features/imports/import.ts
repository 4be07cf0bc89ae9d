import { backend } from "$lib/backend/backend";
import { dialogs } from "$lib/components/dialogs.svelte";
import { toasts } from "$lib/toasts/toasts.svelte";
import ImportDialog from "./ImportDialog.svelte";

/** Shows what files would bring, and takes them in when that is wanted. */
export async function importDropped(paths: string[]): Promise<void> {
  await dialogs.open(ImportDialog, { paths });
}

/** Lets the person choose files, takes them in and shows what that brought. */
export async function importChosen(): Promise<void> {
  try {
    const report = await backend().chooseAndImport();
    if (report) await dialogs.open(ImportDialog, { paths: [], report });
  } catch (thrown) {
    toasts.failed(thrown);
  }
}
