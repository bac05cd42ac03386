import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Watchdog, type Watched } from "./watchdog.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An insert as the watchdog sees it. */
function insert() {
  const seen = { life: 0, behind: 0, stalls: 0 };
  const host: Watched = {
    ready: true,
    seat: undefined,
    state: { busy: false },
    poll: () => undefined,
    signsOfLife: () => seen.life,
    behind: () => seen.behind,
    stall: () => (seen.stalls += 1),
  };
  return { seen, host };
}

function watch(...hosts: Watched[]): Watchdog {
  const dog = new Watchdog(() => hosts, () => true, () => undefined);
  vi.advanceTimersByTime(50);
  return dog;
}

it("suspects an insert that has work and does not move, and fails it after a quarter of a second", () => {
  const { seen, host } = insert();
  const dog = watch(host);
  expect(dog.suspects).toBe(false);
  seen.behind = 100;
  vi.advanceTimersByTime(50);
  expect([dog.suspects, seen.stalls]).toEqual([true, 0]);
  vi.advanceTimersByTime(250);
  expect(seen.stalls).toBe(1);
  dog.dispose();
});

it("suspects none that moves, that has nothing to do, or that moves again", () => {
  const { seen, host } = insert();
  const dog = watch(host);
  vi.advanceTimersByTime(1000);
  expect([dog.suspects, seen.stalls]).toEqual([false, 0]);
  seen.behind = 100;
  for (let i = 0; i < 20; i++) {
    seen.life += 1;
    vi.advanceTimersByTime(50);
    expect(dog.suspects).toBe(false);
  }
  vi.advanceTimersByTime(100);
  expect(dog.suspects).toBe(true);
  seen.life += 1;
  vi.advanceTimersByTime(50);
  expect([dog.suspects, seen.stalls]).toEqual([false, 0]);
  dog.dispose();
});

it("waits longer where several are silent at once", () => {
  const [one, other] = [insert(), insert()];
  const dog = watch(one.host, other.host);
  one.seen.behind = other.seen.behind = 100;
  vi.advanceTimersByTime(700);
  expect([one.seen.stalls, other.seen.stalls]).toEqual([0, 0]);
  vi.advanceTimersByTime(200);
  expect([one.seen.stalls, other.seen.stalls]).toEqual([1, 1]);
  dog.dispose();
});
