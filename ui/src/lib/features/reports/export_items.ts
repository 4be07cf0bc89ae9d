import type { ReportFormat, ReportSelection } from "$lib/backend/bindings";
import { dialogs } from "$lib/components/dialogs.svelte";
import type { MenuItem } from "$lib/components/menu";
import { t } from "$lib/i18n/language.svelte";
import EvidenceDialog from "./EvidenceDialog.svelte";
import { exportReport } from "./export";

/** The table that a CSV file holds where no other is wanted. */
const INQUIRIES = "inquiries";

/** The tables that fill a CSV file. */
const TABLES = [
  "missed",
  "figures",
  "by_level",
  "by_product",
  "by_channel",
  "by_agent",
  "by_customer",
  "by_week",
  "by_cause",
  "by_clock",
];

/** The entries of the menu that writes a report as a file. */
export function exportItems(selection: ReportSelection): MenuItem[] {
  const words = t().reports.export;
  const as = (id: ReportFormat, label: string): MenuItem => ({
    id,
    label,
    run: () => void exportReport(selection, id, INQUIRIES),
  });
  const table = (name: string, label: string): MenuItem => ({
    id: `csv-${name}`,
    label,
    group: words.csv,
    run: () => void exportReport(selection, "csv", name),
  });
  return [
    as("xlsx", words.xlsx),
    as("pdf", words.pdf),
    as("json", words.json),
    {
      id: "evidence",
      label: words.evidence,
      run: () => void dialogs.open(EvidenceDialog, { selection }),
    },
    table(INQUIRIES, words.inquiries),
    ...TABLES.map((name) => table(name, t().reports.table[name] ?? name)),
  ];
}
