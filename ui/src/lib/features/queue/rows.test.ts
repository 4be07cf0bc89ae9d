import { describe, expect, it, vi } from "vitest";
import type { QueuePage, QueueRow } from "$lib/backend/bindings";
import { freshRows } from "$lib/backend/fake/rows";
import { BackendError } from "$lib/backend/backend";
import { PAGE, QueueRows } from "./rows.svelte";
import { Selection } from "./selection.svelte";

const TOTAL = 1250;

/** A core with many rows, which a test may move; `answer` makes the next answer wait until it is called again. */
function many(total = TOTAL) {
  const [pattern] = freshRows();
  let ids = Array.from({ length: total }, (_, index) => `row-${index}`);
  const row = (id: string): QueueRow => ({ ...pattern!, id, number: id });
  const ask = vi.fn(async (offset: number, limit: number): Promise<QueuePage> => {
    const rows = ids.slice(offset, offset + limit).map(row);
    return { rows, total: ids.length, asOf: "2026-11-24T02:06:00Z", bands: [] };
  });
  const plain = ask.getMockImplementation();
  function answer(): () => void {
    let go: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => (go = resolve));
    ask.mockImplementationOnce(async (offset, limit) => {
      const page = await plain!(offset, limit);
      await gone;
      return page;
    });
    return () => go();
  }
  return { ask, answer, move: (change: (ids: string[]) => string[]) => (ids = change(ids)) };
}

/** Lets everything that was asked come. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

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
    ask.mockClear();
    await rows.see(90, 130);
    expect(ask).not.toHaveBeenCalled();
  });

  it("come before they are in sight on the way that the rows move, and no further", async () => {
    const { rows, ask } = await begun();
    const pages = () => ask.mock.calls.map(([offset]) => offset / PAGE).sort((a, b) => a - b);
    await rows.see(20, 40);
    await settled();
    expect(pages()).toEqual([0, 1, 2, 3, 4]);
    ask.mockClear();
    await rows.see(310, 330);
    await rows.see(610, 630);
    await settled();
    expect(pages()).toEqual([5, 6, 7, 8, 9, 10]);
    await rows.see(600, 620);
    await settled();
    expect(pages()).toEqual([5, 6, 7, 8, 9, 10]);
    expect(rows.at(599)?.id).toBe("row-599");
  });

  it("do not come before they are in sight where somebody jumps: nothing tells the way", async () => {
    const { rows, ask } = await begun();
    ask.mockClear();
    await rows.see(910, 930);
    await settled();
    expect(ask.mock.calls).toEqual([[900, PAGE]]);
    await rows.see(905, 925);
    await settled();
    expect(ask.mock.calls.map(([offset]) => offset / PAGE)).toEqual([9, 8, 7, 6, 5]);
  });

  it("do not ask for everything that was passed by while the core was slow", async () => {
    const { rows, ask } = await begun();
    ask.mockClear();
    ask.mockImplementation(() => new Promise(() => undefined));
    for (const from of [100, 300, 500]) void rows.see(from, from + 20);
    expect(ask.mock.calls.map(([offset]) => offset / PAGE)).toEqual([1, 2, 3, 5]);
  });

  it("stay where they came while others were read again", async () => {
    const { rows, ask, answer } = await begun();
    await rows.see(0, 20);
    const late = answer();
    const reading = rows.reload();
    await rows.see(600, 620);
    late();
    await reading;
    expect(rows.at(610)?.id).toBe("row-610");
    expect(ask.mock.calls.filter(([offset]) => offset === 600)).toHaveLength(1);
  });

  it("are read again where they came into sight too early to be new", async () => {
    const { rows, move, answer } = await begun();
    await rows.see(100, 120);
    const late = answer();
    const reading = rows.reload();
    await rows.see(300, 320);
    await rows.see(0, 20);
    move((ids) => ids.slice(1));
    late();
    await reading;
    expect(rows.at(0)?.id).toBe("row-1");
  });

  it("are kept near, and let go far away", async () => {
    const core = many(10_000);
    const rows = new QueueRows(core.ask);
    await rows.begin();
    for (let page = 0; page < 100; page++) await rows.see(page * PAGE, page * PAGE + 20);
    await settled();
    expect(rows.at(9_900)?.id).toBe("row-9900");
    expect(rows.at(9_000)?.id).toBe("row-9000");
    expect(rows.at(0)).toBeNull();
    expect(rows.indexOf("row-0")).toBe(-1);
    expect(rows.known.length).toBeLessThan(3_000);
  });

  it("are read again only where they are in sight, and stay until then", async () => {
    const { rows, ask, move } = await begun();
    await rows.see(1220, 1249);
    move((ids) => ids.slice(1));
    ask.mockClear();
    const reading = rows.reload();
    expect(rows.at(1249)?.id).toBe("row-1249");
    await reading;
    expect(ask.mock.calls).toEqual([[12 * PAGE, PAGE]]);
    expect(rows.at(1248)?.id).toBe("row-1249");
    expect(rows.total).toBe(1249);
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
