import { backend } from "$lib/backend/backend";
import type { ExportedEvidence, ExportedReport, ReportFormat, ReportSelection } from "$lib/backend/bindings";
import { dialogs } from "$lib/components/dialogs.svelte";
import { language } from "$lib/i18n/language.svelte";
import { toasts } from "$lib/toasts/toasts.svelte";
import ExportDialog from "./ExportDialog.svelte";

/** What came of an export; nothing where the person changed their mind. */
export type Exported = ExportedReport | ExportedEvidence | null;

/** What is exported. */
export type Exporting = "report" | "evidence";

/** Runs an export, of which the system's own dialog is first in front; ours follows once it writes. */
async function follow(what: Exporting, run: () => Promise<Exported>): Promise<void> {
  let stop = (): void => undefined;
  const begun = new Promise<"begun">((resolve) => {
    stop = backend().on("reportProgress", () => resolve("begun"));
  });
  try {
    const running = run();
    const early = await Promise.race([running, begun]);
    if (early !== null) await dialogs.open(ExportDialog, { what, running });
  } catch (thrown) {
    toasts.failed(thrown);
  } finally {
    stop();
  }
}

/** Lets the person choose a file, writes the report there, and shows how far that is and where it lies. */
export function exportReport(selection: ReportSelection, format: ReportFormat, table: string): Promise<void> {
  return follow("report", () => backend().exportReport(selection, format, table, language.current));
}

/** Lets the person choose a folder and writes the evidence there. */
export function exportEvidence(selection: ReportSelection, named: boolean): Promise<void> {
  return follow("evidence", () => backend().exportEvidence(selection, named));
}
