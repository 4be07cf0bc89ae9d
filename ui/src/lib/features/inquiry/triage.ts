import { backend } from "$lib/backend/backend";
import type { InquiryView, Plan } from "$lib/backend/bindings";
import type { MenuItem } from "$lib/components/menu";
import { assignTo } from "$lib/features/assign/assign";
import { localised, t } from "$lib/i18n/language.svelte";
import { frame } from "$lib/queries/frame.svelte";
import { perform } from "$lib/toasts/perform";
import { kindLabel } from "./happened";
import { changeStatus, STATUSES } from "./status";

/** A fact of the triage that is changed from a menu. */
export interface TriageMenu {
  id: string;
  label: string;
  value: string;
  /** Whether nobody has decided it yet. */
  open?: boolean;
  /** What stands beside it. */
  aside?: string;
  items: MenuItem[];
}

const PLANS: Plan[] = ["standard", "trial"];

/** The facts of the triage below the level. */
export function triageMenus(view: InquiryView): TriageMenu[] {
  return [kind(view), status(view), product(view), assignee(view)];
}

function chosen(id: string, label: string, checked: boolean, run: () => void): MenuItem {
  return { id, label, checked, radio: true, run };
}

function kind({ row, kind: current }: InquiryView): TriageMenu {
  const offers = frame.product(row.product)?.kinds ?? [];
  return {
    id: "kind",
    label: t().inquiry.kind,
    value: current ? kindLabel(current, row.product) : t().inquiry.kindOpen,
    open: current === null,
    items: offers.map(({ kind: offered, label }) =>
      chosen(offered, localised(label), offered === current, () => {
        if (offered === current) return;
        void perform(() => backend().setKind([row.id], offered), t().inquiry.kindSet(localised(label)));
      }),
    ),
  };
}

function status({ row, statusReason }: InquiryView): TriageMenu {
  return {
    id: "status",
    label: t().inquiry.status,
    value: t().words.status[row.status],
    aside: statusReason ?? undefined,
    items: STATUSES.map((offered) =>
      chosen(
        offered,
        `${t().words.status[offered]}${offered === "on-hold" ? "…" : ""}`,
        offered === row.status,
        () => void changeStatus(row, offered),
      ),
    ),
  };
}

function assignee({ row }: InquiryView): TriageMenu {
  const people = [...new Set([frame.me, ...(frame.value?.agents ?? [])])].filter(Boolean);
  const item = (name: string | null) =>
    chosen(name ?? "nobody", name ?? t().words.unassigned, name === row.assignee, () => {
      if (name === row.assignee) return;
      const said = name ? t().queue.assigned(1, name) : t().queue.unassigned(1);
      void assignTo([row], name, said);
    });
  return {
    id: "assignee",
    label: t().inquiry.assignee,
    value: row.assignee ?? t().words.unassigned,
    open: row.assignee === null,
    items: [...people.map(item), { ...item(null), apart: true }],
  };
}

/** Product and plan share one menu: both are seldom wrong, and both are corrected from the receipt on. */
function product({ row }: InquiryView): TriageMenu {
  const products = (frame.value?.products ?? []).map(({ id, name }) =>
    chosen(id, localised(name), id === row.product, () => {
      if (id === row.product) return;
      void perform(() => backend().setProduct([row.id], id), t().inquiry.productSet(localised(name)));
    }),
  );
  const plans = PLANS.map((offered, at) => ({
    ...chosen(offered, t().words.plan[offered], offered === row.plan, () => {
      if (offered === row.plan) return;
      void perform(() => backend().setPlan([row.id], offered), t().inquiry.planSet(t().words.plan[offered]));
    }),
    apart: at === 0,
  }));
  return {
    id: "product",
    label: t().inquiry.product,
    value: `${frame.productName(row.product, row.productName)} · ${t().words.plan[row.plan]}`,
    items: [...products, ...plans],
  };
}
