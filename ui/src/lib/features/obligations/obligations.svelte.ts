import type { MatterKind, Obligation, WhichObligations } from "$lib/backend/bindings";
import { backend } from "$lib/backend/backend";
import { dialogs } from "$lib/components/dialogs.svelte";
import { centre } from "$lib/format/centre.svelte";
import { refresh, useKeyedQuery } from "$lib/queries/query.svelte";
import DoneDialog from "./DoneDialog.svelte";
import ObligationDialog from "./ObligationDialog.svelte";
import WithdrawDialog from "./WithdrawDialog.svelte";

/** Obligations, and when the core reckoned how they stand. */
export interface Listed {
  asOf: string;
  rows: Obligation[];
}

/** Lists obligations of some kinds; none for all. */
export function useObligations(which: () => WhichObligations, kinds: MatterKind[]) {
  return useKeyedQuery(
    which,
    () => ["obligations"],
    async (asked): Promise<Listed> => ({
      asOf: centre.now,
      rows: await backend().obligations(asked, kinds),
    }),
  );
}

const again = (changed: unknown) => (changed ? refresh("obligations", "frame") : undefined);

/** Records a new obligation. */
export async function record(kind: MatterKind): Promise<void> {
  await again(await dialogs.open(ObligationDialog, { kind, known: null }));
}

/** Changes what is known of an obligation. */
export async function revise(known: Obligation): Promise<void> {
  await again(await dialogs.open(ObligationDialog, { kind: known.matter.kind, known }));
}

/** Records that one was done. */
export async function fulfil(obligation: Obligation): Promise<void> {
  await again(await dialogs.open(DoneDialog, { obligation }));
}

/** Records that one fell away. */
export async function withdraw(obligation: Obligation): Promise<void> {
  await again(await dialogs.open(WithdrawDialog, { obligation }));
}

/** Tells whether it still has to be done. */
export const isOpen = ({ doneAt, withdrawnAt }: Obligation) => !doneAt && !withdrawnAt;
