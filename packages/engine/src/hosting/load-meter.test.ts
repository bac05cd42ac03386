import { expect, it } from "vitest";
import { LoadMeter } from "./load-meter.js";

it("is the busy share of each window, also where the counter runs over", () => {
  const words = new Int32Array([0, 2 ** 31 - 1000]);
  const meter = new LoadMeter(words, 1, 1000, 500);
  meter.look(1000);
  words[1] = (words[1]! + 250_000) | 0;
  meter.look(1400);
  expect(meter.value).toBe(0);
  meter.look(1500);
  expect(meter.value).toBeCloseTo(0.5, 12);
  meter.look(2000);
  expect(meter.value).toBe(0);
});
