import { expect, it } from "vitest";
import { RateLimit } from "./rate-limit.js";

it("lets a burst through, then one for each period, and saves up no more than a burst", () => {
  let now = 0;
  const limit = new RateLimit(3, 100, () => now);
  const passed = (tries: number) => Array.from({ length: tries }, () => limit.pass()).filter(Boolean).length;
  expect(passed(10)).toBe(3);
  now = 250;
  expect(passed(10)).toBe(2);
  now = 300;
  expect(passed(10)).toBe(1);
  now = 1e6;
  expect(passed(10)).toBe(3);
});
