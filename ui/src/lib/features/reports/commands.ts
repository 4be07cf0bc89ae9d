import { route } from "$routes/route.svelte";
import type { ReportPeriod, ReportSelection } from "$lib/backend/bindings";
import { dialogs } from "$lib/components/dialogs.svelte";
import { t } from "$lib/i18n/language.svelte";
import type { Command } from "$lib/keys/commands.svelte";
import { stepBack } from "./behind";
import { moved } from "./period";
import PeriodDialog from "./PeriodDialog.svelte";
import { withoutLast, writeSelection } from "./selection";

/** Shows the report on what is selected now, in place of the one before. */
export function select(selection: ReportSelection): void {
  route.change(writeSelection(selection), { replace: true });
}

/** Lets the person enter the days of the report. */
export async function chooseDays(selection: ReportSelection): Promise<void> {
  const period = await dialogs.open<{ period: ReportPeriod }, ReportPeriod>(PeriodDialog, {
    period: selection.period,
  });
  if (period) select({ ...selection, period });
}

/** Takes the last of the filters away. */
function widen(selection: ReportSelection): void {
  const wider = withoutLast(selection);
  if (wider) select(wider);
}

interface Reported {
  selection: () => ReportSelection;
}

/** What can be done on the report page. */
export function reportCommands({ selection }: Reported): Command[] {
  const move = (way: -1 | 1) => select({ ...selection(), period: moved(selection().period, way) });
  const shown = () => !route.param("part");
  return [
    {
      id: "report-back",
      group: "move",
      keys: ["Escape"],
      label: () => t().reports.list.back,
      onlyKeys: true,
      when: () => !shown(),
      run: stepBack,
    },
    {
      id: "report-widen",
      group: "move",
      keys: ["Escape"],
      label: () => t().reports.keys.widen,
      onlyKeys: true,
      when: () => shown() && withoutLast(selection()) !== null,
      run: () => widen(selection()),
    },
    {
      id: "report-earlier",
      group: "move",
      keys: ["["],
      label: () => t().reports.keys.earlier,
      when: shown,
      run: () => move(-1),
    },
    {
      id: "report-later",
      group: "move",
      keys: ["]"],
      label: () => t().reports.keys.later,
      when: shown,
      run: () => move(1),
    },
    {
      id: "report-days",
      group: "work",
      label: () => t().reports.keys.free,
      when: shown,
      run: () => void chooseDays(selection()),
    },
  ];
}
