import { describe, expect, it, vi } from "vitest";
import type { QueuePage, QueueRow } from "$lib/backend/bindings";
import { freshRows } from "$lib/backend/fake/rows";
import { BackendError } from "$lib/backend/backend";
import { PAGE, QueueRows } from "./rows.svelte";
import { Selection } from "./selection.svelte";

const TOTAL = 250;

/** A core with many rows, which a test may move. */
function many() {
  const [pattern] = freshRows();
  let ids = Array.from({ length: TOTAL }, (_, index) => `row-${index}`);
  const row = (id: string): QueueRow => ({ ...pattern!, id, number: id });
  const ask = vi.fn(async (offset: number, limit: number): Promise<QueuePage> => {
    const rows = ids.slice(offset, offset + limit).map(row);
    return { rows, total: ids.length, asOf: "2026-11-24T02:06:00Z", bands: [] };
  });
  return { ask, move: (change: (ids: string[]) => string[]) => (ids = change(ids)) };
}

async function begun() {
  const core = many();
  const rows = new QueueRows(core.ask);
  await rows.begin();
  return { ...core, rows };
}

describe("the rows", () => {
  it("come page by page, as they come into sight", async () => {
    const { rows, ask } = await begun();
    expect(rows.total).toBe(TOTAL);
    expect(rows.at(PAGE)).toBeNull();
    await rows.see(90, 130);
    expect(rows.at(PAGE)?.id).toBe(`row-${PAGE}`);
    await rows.see(90, 130);
    expect(ask.mock.calls).toEqual([
      [0, PAGE],
      [PAGE, PAGE],
    ]);
  });

  it("are read again only where they are in sight, and stay until then", async () => {
    const { rows, ask, move } = await begun();
    await rows.see(220, 249);
    move((ids) => ids.slice(1));
    ask.mockClear();
    const reading = rows.reload();
    expect(rows.at(249)?.id).toBe("row-249");
    await reading;
    expect(ask.mock.calls).toEqual([[2 * PAGE, PAGE]]);
    expect(rows.at(248)?.id).toBe("row-249");
    expect(rows.total).toBe(249);
  });

  it("belong to the latest question only", async () => {
    const { rows, ask } = await begun();
    let late: (page: QueuePage) => void = () => undefined;
    ask.mockImplementationOnce(() => new Promise((resolve) => (late = resolve)));
    const first = rows.reload();
    await rows.reload();
    late({ rows: [], total: 0, asOf: "", bands: [] });
    await first;
    expect(rows.total).toBe(TOTAL);
  });

  it("keep what they have where the core fails, and say so", async () => {
    const { rows, ask } = await begun();
    ask.mockRejectedValueOnce(new BackendError({ code: "busy", params: {} }));
    await rows.reload();
    expect(rows.error?.code).toBe("busy");
    expect(rows.at(0)?.id).toBe("row-0");
  });
});

describe("the selection", () => {
  async function selected() {
    const core = await begun();
    return { ...core, selection: new Selection(core.rows) };
  }

  it("begins at the top and stops at both ends", async () => {
    const { selection } = await selected();
    expect((await selection.move(1))?.id).toBe("row-0");
    expect((await selection.move(-1))?.id).toBe("row-0");
    expect((await selection.move(1))?.id).toBe("row-1");
  });

  it("goes to rows that were not read yet", async () => {
    const { selection } = await selected();
    expect((await selection.goTo(TOTAL - 1))?.id).toBe(`row-${TOTAL - 1}`);
    expect((await selection.move(-10))?.id).toBe(`row-${TOTAL - 11}`);
  });

  it("stays with its inquiry when rows move", async () => {
    const { rows, selection, move } = await selected();
    await selection.goTo(5);
    move((ids) => ["new", ...ids]);
    await rows.reload();
    selection.settle();
    expect([selection.id, selection.index]).toEqual(["row-5", 6]);
    expect((await selection.move(1))?.id).toBe("row-6");
  });

  it("goes on from where its inquiry was, once that has left", async () => {
    const { rows, selection, move } = await selected();
    await selection.goTo(5);
    move((ids) => ids.filter((id) => id !== "row-5"));
    await rows.reload();
    selection.settle();
    expect((await selection.move(1))?.id).toBe("row-6");
    await selection.goTo(5);
    expect((await selection.move(-1))?.id).toBe("row-4");
  });

  it("marks rows singly, in a stretch, and as they are now", async () => {
    const { rows, selection, move } = await selected();
    await selection.goTo(1);
    selection.markTo(3);
    const second = rows.at(2);
    if (second) selection.toggle(second);
    expect(selection.marked.map(({ id }) => id)).toEqual(["row-1", "row-3"]);
    move((ids) => ids.filter((id) => id !== "row-3"));
    await rows.reload();
    expect(selection.count).toBe(2);
    selection.unmark();
    expect(selection.count).toBe(0);
  });
});
