import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FloodGuard } from "./flood-guard.js";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

it("lets a burst pass, then what its rate allows", () => {
  const guard = new FloodGuard(10, 5);
  expect(Array.from({ length: 7 }, () => guard.take())).toEqual([true, true, true, true, true, false, false]);
  vi.advanceTimersByTime(500);
  // Two were over: of the five that half a second allows, three are left.
  expect(Array.from({ length: 4 }, () => guard.take())).toEqual([true, true, true, false]);
});

it("never saves up more than a burst", () => {
  const guard = new FloodGuard(10, 5);
  vi.advanceTimersByTime(60_000);
  expect(Array.from({ length: 6 }, () => guard.take())).toEqual([true, true, true, true, true, false]);
});
