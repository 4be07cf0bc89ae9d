import type { ReportSelection, ReportView } from "$lib/backend/bindings";
import { dialogs } from "$lib/components/dialogs.svelte";
import type { MenuItem } from "$lib/components/menu";
import { LEVELS } from "$lib/features/queue/commands";
import { t } from "$lib/i18n/language.svelte";
import { frame } from "$lib/queries/frame.svelte";
import CustomerDialog from "./CustomerDialog.svelte";
import { CHANNELS, chosen, FILTERS, toggled, type FilterName, type FilterValue } from "./selection";
import { select } from "./commands";
import { filterText } from "./words";

/** A value of a filter that is on. */
export interface Active {
  name: FilterName;
  value: FilterValue;
  label: string;
}

/** Every value of every filter that is on. */
export function active(selection: ReportSelection): Active[] {
  return FILTERS.flatMap((name) =>
    chosen(selection, name).map((value) => ({
      name,
      value,
      label: `${t().reports.filter[name]}: ${filterText(name, value)}`,
    })),
  );
}

async function pickCustomer(selection: ReportSelection): Promise<void> {
  const customer = await dialogs.open<Record<string, never>, string>(CustomerDialog, {});
  if (customer && !selection.customers.includes(customer)) select(toggled(selection, "customers", customer));
}

/** The entries of the menu that narrows a report down. */
export function filterItems(selection: ReportSelection, view: ReportView | null): MenuItem[] {
  const choices: [FilterName, FilterValue[]][] = [
    ["products", (frame.value?.products ?? []).map(({ id }) => id)],
    ["levels", [...LEVELS, null]],
    ["channels", CHANNELS],
    ["agents", [...(view?.agents ?? []), null]],
  ];
  const items = choices.flatMap(([name, values]) =>
    values.map((value) => ({
      id: `${name}-${value ?? ""}`,
      label: filterText(name, value),
      group: t().reports.filter[name],
      checked: chosen(selection, name).includes(value),
      run: () => select(toggled(selection, name, value)),
    })),
  );
  const customers = {
    id: "customers",
    label: t().reports.filter.customer,
    group: t().reports.filter.customers,
    run: () => void pickCustomer(selection),
  };
  return [...items, customers];
}
