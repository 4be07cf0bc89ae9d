import { describe, expect, it } from "vitest";
import { invalidate, listen, refresh } from "./query.svelte";

/** A reading that a test lets end. */
function slow() {
  const ends: (() => void)[] = [];
  const read = () => new Promise<void>((resolve) => ends.push(resolve));
  return { read, ends };
}

const time = { inquiries: [], everything: false, operations: [] };
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe("changes", () => {
  it("that come while something is read make one more reading, however many they are", async () => {
    const { read, ends } = slow();
    const stop = listen(() => ["queue"], read);
    const told = [invalidate(time), invalidate(time), invalidate(time)];
    expect(ends.length).toBe(1);
    ends[0]?.();
    await turn();
    expect(ends.length).toBe(2);
    ends[1]?.();
    await Promise.all(told);
    expect(ends.length).toBe(2);
    void refresh("queue");
    expect(ends.length).toBe(3);
    stop();
  });

  it("show in what one looks at before they show round it", async () => {
    const [round, middle] = [slow(), slow()];
    const stops = [listen(() => ["frame"], round.read), listen(() => ["queue"], middle.read)];
    void invalidate(time);
    expect([middle.ends.length, round.ends.length]).toEqual([1, 0]);
    middle.ends[0]?.();
    await turn();
    expect(round.ends.length).toBe(1);
    stops.forEach((stop) => stop());
  });
});
