import { route } from "$routes/route.svelte";
import type { MenuItem } from "$lib/components/menu";
import { dialogs } from "$lib/components/dialogs.svelte";
import { t } from "$lib/i18n/language.svelte";
import { preferences } from "$lib/preferences/preferences.svelte";
import { HIDEABLE } from "./columns";
import { keepHidden, writeHidden } from "./hidden_columns";
import { writeQuestion } from "./question";
import SaveView from "./SaveView.svelte";
import type { QueueScreen } from "./screen.svelte";

/** How the queue is shown: grouped or not, how high its rows are, which columns it has. */
export function viewItems(screen: QueueScreen): MenuItem[] {
  const { question, hidden } = screen;
  return [
    { id: "group", label: t().queue.group, checked: question.groupByBand, run: () => toggleGroups(screen) },
    {
      id: "compact",
      label: t().queue.compact,
      checked: preferences.density === "compact",
      run: () => void toggleDensity(),
    },
    ...HIDEABLE.map((column) => ({
      id: column,
      label: t().queue.column[column],
      group: t().queue.columns,
      checked: !hidden.includes(column),
      run: () => toggleColumn(hidden, column),
    })),
    { id: "save", label: t().queue.saveView, apart: true, run: () => saveView(screen) },
  ];
}

/** Puts rows of one band together, or no longer. */
export function toggleGroups({ question }: QueueScreen): void {
  route.change(writeQuestion({ ...question, groupByBand: !question.groupByBand }), { replace: true });
}

/** Makes rows low or high. */
export function toggleDensity(): Promise<void> {
  return preferences.change({ density: preferences.density === "compact" ? "comfortable" : "compact" });
}

/** Asks for a name and keeps what is shown under it. */
export function saveView({ question, hidden }: QueueScreen): void {
  void dialogs.open(SaveView, { question, hidden });
}

function toggleColumn(hidden: string[], column: string): void {
  const next = hidden.includes(column) ? hidden.filter((other) => other !== column) : [...hidden, column];
  keepHidden(next);
  route.change({ hide: writeHidden(next) }, { replace: true });
}
