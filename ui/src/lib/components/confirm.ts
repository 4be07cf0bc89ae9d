import Confirm from "./Confirm.svelte";
import { dialogs } from "./dialogs.svelte";

/** Asks once before something that cannot be undone. */
export async function confirm(ask: {
  title: string;
  text: string;
  action: string;
  grave?: boolean;
}): Promise<boolean> {
  return (await dialogs.open(Confirm, ask)) === true;
}
