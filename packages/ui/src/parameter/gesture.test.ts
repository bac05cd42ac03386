import { decibels } from "@headroom/sdk";
import { describe, expect, it, vi } from "vitest";
import { Gesture } from "./gesture.js";
import { createMemoryHandle } from "./memoryHandle.js";

function recorded() {
  const log: string[] = [];
  const handle = createMemoryHandle("gain", decibels({ min: -60, max: 12, default: 0 }), {
    onBegin: () => log.push("begin"),
    onSet: (number) => log.push(`set ${number}`),
    onEnd: () => log.push("end"),
  });
  return { log, handle, gesture: new Gesture(handle) };
}

describe("Gesture", () => {
  it("makes one step of many values", () => {
    const { log, gesture } = recorded();
    gesture.set(-1);
    gesture.set(-2);
    gesture.end();
    gesture.end();
    expect(log).toEqual(["begin", "set -1", "set -2", "end"]);
  });

  it("leaves no step where nothing was set", () => {
    const { log, gesture } = recorded();
    gesture.end();
    expect(gesture.cancel()).toBe(false);
    expect(log).toEqual([]);
  });

  it("puts back the number from before when cancelled", () => {
    const { handle, gesture } = recorded();
    handle.setNumber(3);
    gesture.set(-9);
    expect(gesture.cancel()).toBe(true);
    expect(handle.number()).toBe(3);
  });

  it("resets to the default as one step", () => {
    const { log, handle, gesture } = recorded();
    handle.setNumber(3);
    gesture.reset();
    expect(log).toEqual(["set 3", "begin", "set 0", "end"]);
  });

  it("ends by itself after a pause, counted from the last value", () => {
    vi.useFakeTimers();
    const { log, gesture } = recorded();
    gesture.set(1);
    gesture.endAfter(300);
    vi.advanceTimersByTime(200);
    gesture.set(2);
    gesture.endAfter(300);
    vi.advanceTimersByTime(299);
    expect(log).not.toContain("end");
    vi.advanceTimersByTime(1);
    expect(log).toEqual(["begin", "set 1", "set 2", "end"]);
    vi.useRealTimers();
  });
});
