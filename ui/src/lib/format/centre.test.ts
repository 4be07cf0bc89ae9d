import { beforeEach, describe, expect, it } from "vitest";
import type { BusinessClock } from "$lib/backend/bindings";
import { CentreClock } from "./centre.svelte";

const OPEN: BusinessClock = {
  now: "2026-11-24T17:28:00+09:00",
  open: true,
  until: "2026-11-24T17:30:00+09:00",
  leftS: 120,
  timeZone: "Asia/Tokyo",
};

describe("the centre's clock", () => {
  let passed = 0;
  let clock: CentreClock;
  const pass = (seconds: number) => {
    passed += seconds * 1000;
    clock.tick();
  };

  beforeEach(() => {
    passed = 0;
    clock = new CentreClock(() => passed);
    clock.hear(OPEN);
  });

  it("counts business time down while the centre is open", () => {
    pass(90);
    expect(clock.leftNow(600, OPEN.now)).toBe(510);
    expect(clock.leftS).toBe(30);
    expect(clock.now).toBe("2026-11-24T08:29:30.000Z");
  });

  it("stands still at the closing that the core named", () => {
    pass(600);
    expect(clock.leftNow(600, OPEN.now)).toBe(480);
    expect(clock.leftS).toBe(0);
    expect(clock.open).toBe(false);
  });

  it("stands still out of hours", () => {
    clock.hear({ ...OPEN, open: false, until: "2026-11-25T09:30:00+09:00", leftS: 0 });
    pass(3600);
    expect(clock.leftNow(600, OPEN.now)).toBe(600);
  });

  it("reckons from the instant that a page was read at, not from the last word of the clock", () => {
    pass(60);
    clock.hear({ ...OPEN, now: "2026-11-24T17:29:00+09:00", leftS: 60 });
    expect(clock.leftNow(600, OPEN.now)).toBe(540);
    expect(clock.leftNow(540, "2026-11-24T17:29:00+09:00")).toBe(540);
  });
});
