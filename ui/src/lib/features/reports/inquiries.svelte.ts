import { onDestroy } from "svelte";
import { backend, BackendError } from "$lib/backend/backend";
import type { ReportInquiry, ReportSelection } from "$lib/backend/bindings";
import { listen } from "$lib/queries/query.svelte";
import { counted } from "$lib/queries/settled";
import type { Behind } from "./behind";

/** The inquiries behind a figure, page after page, kept up to date. */
export class BehindInquiries {
  rows = $state.raw<ReportInquiry[]>([]);
  total = $state(0);
  loading = $state(true);
  error = $state.raw<BackendError | null>(null);
  #turn = 0;
  readonly #asked: () => { selection: ReportSelection; behind: Behind };

  constructor(asked: () => { selection: ReportSelection; behind: Behind }) {
    this.#asked = asked;
  }

  /** Reads again as many as are shown. */
  reload = (): Promise<void> => this.#read(this.rows.length);

  /** Shows the next page. */
  more = (): Promise<void> => this.#read(this.rows.length + 1);

  /** Reads pages until at least so many are there; only the answer to the latest question counts. */
  async #read(least: number): Promise<void> {
    const turn = ++this.#turn;
    const { selection, behind } = this.#asked();
    try {
      const rows: ReportInquiry[] = [];
      let total = 0;
      do {
        const page = await counted(backend().reportBehind(selection, behind.part, behind.slice, rows.length));
        if (turn !== this.#turn) return;
        rows.push(...page.rows);
        total = page.rows.length > 0 ? page.total : rows.length;
      } while (rows.length < Math.min(least, total));
      this.rows = rows;
      this.total = total;
      this.error = null;
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.error = BackendError.from(thrown);
    }
    this.loading = false;
  }
}

/** The inquiries behind a figure for as long as the component lives. */
export function useBehind(asked: () => { selection: ReportSelection; behind: Behind }): BehindInquiries {
  const inquiries = new BehindInquiries(asked);
  onDestroy(listen(() => ["report"], inquiries.reload));
  void inquiries.reload();
  return inquiries;
}
