import { route } from "$routes/route.svelte";
import { backend } from "$lib/backend/backend";
import type { QueueRow } from "$lib/backend/bindings";
import { t } from "$lib/i18n/language.svelte";
import { chosen } from "$lib/queries/chosen.svelte";
import { toasts } from "$lib/toasts/toasts.svelte";
import { readHidden } from "./hidden_columns";
import { readQuestion } from "./question";
import { QueueRows } from "./rows.svelte";
import { Selection } from "./selection.svelte";

/** What stands in the panel: the inquiry, a reply to it, or the record of its first response. */
export type PanelMode = "inquiry" | "reply" | "respond";

/** The parameter with which the first row opens by itself, for pictures and for tries. */
const FIRST = "first";

/** The queue with the inquiry beside it: what is asked, what came, where the keys are. */
export class QueueScreen {
  readonly question = $derived(readQuestion(route.place.part, route.place.params));
  readonly hidden = $derived(readHidden(route.param("hide")));
  readonly rows = new QueueRows((offset, limit) => backend().queue({ ...this.question, offset, limit }));
  readonly selection = new Selection(this.rows);

  /** The inquiry in the panel. */
  get opened(): string {
    return route.param("inquiry");
  }

  get mode(): PanelMode {
    const mode = route.param("do");
    return mode === "reply" || mode === "respond" ? mode : "inquiry";
  }

  /** Begins with the question of the address. */
  async begin(): Promise<void> {
    this.selection.clear();
    await this.rows.begin();
    if (this.opened === FIRST) {
      const first = this.rows.at(0);
      route.change({ inquiry: first?.id ?? null }, { replace: true });
    }
    if (this.opened) this.selection.follow(this.opened);
  }

  /** Reads again after a change. */
  reload = async (): Promise<void> => {
    await this.rows.reload();
    this.selection.settle();
  };

  /** Opens an inquiry in the panel; one after the other makes no trail to go back through. */
  open(id: string, mode: PanelMode = "inquiry"): void {
    this.selection.follow(id);
    const replace = this.opened !== "" && mode === this.mode;
    route.change({ inquiry: id, do: mode === "inquiry" ? null : mode }, { replace });
  }

  /** Goes to another row; an open panel follows. */
  async move(by: number): Promise<void> {
    this.#show(await this.selection.move(by));
  }

  async goTo(index: number): Promise<void> {
    this.#show(await this.selection.goTo(index));
  }

  /** Leaves, one step at a time: the marks, the reply, the panel. */
  leave(): void {
    if (this.selection.count > 0) return this.selection.unmark();
    if (this.mode !== "inquiry") return route.change({ do: null }, { replace: true });
    if (this.opened) this.close();
  }

  close(): void {
    route.change({ inquiry: null, do: null });
  }

  /** Does something with the marked rows or, without marks, with the row that the keys are at. */
  async withRows(act: (rows: QueueRow[]) => Promise<void> | void): Promise<void> {
    try {
      const rows = await this.#chosen();
      if (rows.length === 0) toasts.say(t().queue.noRow);
      else await act(rows);
    } catch (thrown) {
      toasts.failed(thrown);
    }
  }

  async #chosen(): Promise<QueueRow[]> {
    if (this.selection.count > 0) {
      await chosen.recorded(this.selection.marked.map(({ id }) => id));
      return this.selection.marked;
    }
    const id = this.selection.id ?? this.opened;
    if (!id) return [];
    await chosen.recorded([id]);
    const index = this.rows.indexOf(id);
    // An inquiry opened by search or by a reminder need not stand in the list.
    const row = index >= 0 ? this.rows.at(index) : (await backend().inquiry(id)).row;
    return row ? [row] : [];
  }

  #show(row: QueueRow | null): void {
    if (row && this.opened && this.opened !== row.id) this.open(row.id);
  }
}
