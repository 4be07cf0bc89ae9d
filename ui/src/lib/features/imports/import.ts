import { backend } from "$lib/backend/backend";
import { dialogs } from "$lib/components/dialogs.svelte";
import { toasts } from "$lib/toasts/toasts.svelte";
import ImportDialog from "./ImportDialog.svelte";

/** Shows what files would bring, and takes them in when that is wanted. */
export async function importDropped(paths: string[]): Promise<void> {
  await dialogs.open(ImportDialog, { paths });
}

/** Lets the person choose files, takes them in and shows how far that is and what it brought. */
export async function importChosen(): Promise<void> {
  let stop = (): void => undefined;
  const begun = new Promise<void>((resolve) => {
    stop = backend().on("importProgress", () => resolve());
  });
  try {
    const chosen = backend().chooseAndImport();
    // The system's own dialog is in front until the first message is read, or until nothing was chosen.
    const early = await Promise.race([chosen, begun]);
    if (early !== null) await dialogs.open(ImportDialog, { paths: [], chosen });
  } catch (thrown) {
    toasts.failed(thrown);
  } finally {
    stop();
  }
}
