import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ProgressBar } from "./progress-bar.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

function draw(isTTY: boolean, stepMs: number): string[] {
  const written: string[] = [];
  const bar = new ProgressBar({ isTTY, write: (text) => written.push(text) }, "song.wav");
  for (let step = 1; step <= 10; step++) {
    vi.advanceTimersByTime(stepMs);
    bar.update(step / 10);
  }
  bar.close();
  return written;
}

it("shows what is done and what is left of a long task, and goes away", () => {
  const written = draw(true, 1000);
  expect(written[4]).toBe("\r\x1b[Ksong.wav ████████████░░░░░░░░░░░░ 50 %, 5 s left");
  expect(written.at(-1)).toBe("\r\x1b[K");
});

it("shows nothing of a short task, nor where there is no terminal", () => {
  expect(draw(true, 20)).toEqual([]);
  expect(draw(false, 1000)).toEqual([]);
});
