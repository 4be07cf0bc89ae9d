import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Pace } from "./pace.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("is a throw while more passes at once than the screen holds, and calms down by itself", () => {
  const pace = new Pace();
  pace.moved(100, 700);
  expect(pace.isThrow).toBe(false);
  pace.moved(-1000, 700);
  expect(pace.isThrow).toBe(true);
  vi.advanceTimersByTime(100);
  pace.moved(1000, 700);
  vi.advanceTimersByTime(100);
  expect(pace.isThrow).toBe(true);
  vi.advanceTimersByTime(100);
  expect(pace.isThrow).toBe(false);
  pace.moved(5000, 700);
  pace.moved(20, 700);
  expect(pace.isThrow).toBe(false);
});
