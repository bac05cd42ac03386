import { decibels } from "@headroom/sdk";
import { createMemoryHandle } from "@headroom/ui";
import fc from "fast-check";
import { expect, it } from "vitest";
import { LinkedHandle } from "./linked-handle.js";

const FADER = decibels({ min: -120, max: 12, default: 0, taper: "fader" });
const fader = (number: number, log: string[] = [], name = "") => {
  const handle = createMemoryHandle("fader", FADER, { onBegin: () => log.push(`${name} begins`), onEnd: () => log.push(`${name} ends`) });
  handle.setNumber(number);
  return handle;
};

it("moves the others by as many decibels, and back to where they were after the end of their travel", () => {
  const [own, low, high] = [fader(0), fader(-100), fader(10)];
  const linked = new LinkedHandle(own, () => [low, high]);
  linked.begin();
  linked.setNumber(-30);
  expect([own, low, high].map((one) => one.number())).toEqual([-30, -120, -20]);
  linked.setNumber(6);
  expect([own, low, high].map((one) => one.number())).toEqual([6, -94, 12]);
  linked.setNumber(0);
  linked.end();
  expect([own, low, high].map((one) => one.number())).toEqual([0, -100, 10]);
});

it("keeps all differences wherever a gesture goes, as long as it ends within every travel", () => {
  const level = fc.double({ min: -60, max: 6, noNaN: true });
  fc.assert(
    fc.property(level, level, fc.array(fc.double({ min: -200, max: 200, noNaN: true })), fc.double({ min: -50, max: 6, noNaN: true }), (a, b, path, shift) => {
      const [own, other] = [fader(a), fader(b)];
      const linked = new LinkedHandle(own, () => [other]);
      linked.begin();
      for (const number of path) linked.setNumber(number);
      linked.setNumber(a + shift);
      linked.end();
      expect(other.number() - own.number()).toBeCloseTo(b - a, 9);
    }),
  );
});

it("leaves a closed fader closed, and makes a value set without a gesture one gesture of all", () => {
  const log: string[] = [];
  const [own, other, closed] = [fader(-10, log, "own"), fader(-4, log, "other"), fader(-120)];
  log.length = 0;
  new LinkedHandle(own, () => [other, closed]).setNumber(-7);
  expect([own, other, closed].map((one) => one.number())).toEqual([-7, -1, -120]);
  expect(log).toEqual(["own begins", "other begins", "own ends", "other ends"]);
});

it("asks which others follow anew at each gesture", () => {
  const [own, other] = [fader(0), fader(0)];
  let others = [other];
  const linked = new LinkedHandle(own, () => others);
  linked.setNumber(-1);
  others = [];
  linked.setNumber(-5);
  expect(other.number()).toBe(-1);
});
