import { afterEach, describe, expect, it } from "vitest";
import { useBackend } from "$lib/backend/backend";
import { fakeBackend } from "$lib/backend/fake/fake";
import { followChanges, followWrite } from "./changes";
import { listen } from "./query.svelte";

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

/** A window that counts how often it reads. */
function reading() {
  const core = fakeBackend();
  useBackend(core.backend);
  let reads = 0;
  const read = async () => void reads++;
  stops.push(
    listen(() => ["queue"], read),
    followChanges(),
  );
  const tell = (operations: string[], everything = false) => {
    core.emit("changed", { inquiries: ["one"], everything, operations });
    return new Promise((resolve) => setTimeout(resolve));
  };
  return { tell, reads: () => reads };
}

let count = 0;
const write = () => ({ operation: `write-${++count}`, inquiries: ["one"] });

describe("an own write", () => {
  it("is read once, whether the answer or the core's word comes first", async () => {
    const { tell, reads } = reading();
    const [one, other] = [write(), write()];
    await followWrite(one);
    await tell([one.operation]);
    expect(reads()).toBe(1);
    await tell([other.operation]);
    await followWrite(other);
    expect(reads()).toBe(2);
  });

  it("does not hide what others wrote", async () => {
    const { tell, reads } = reading();
    const own = write();
    await followWrite(own);
    await tell([]);
    expect(reads()).toBe(2);
    await tell([own.operation, "another"]);
    expect(reads()).toBe(3);
    await tell([own.operation], true);
    expect(reads()).toBe(4);
  });
});
