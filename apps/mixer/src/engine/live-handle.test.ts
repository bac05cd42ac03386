import { decibels } from "@headroom/sdk";
import { beforeEach, expect, it } from "vitest";
import { Hand } from "./hand.js";
import { LiveHandle } from "./live-handle.js";

let stored = 0;
let heard: number[] = [];
let storedSteps: number[] = [];
const listeners = new Set<() => void>();
const changeDocument = (number: number) => {
  stored = number;
  for (const listener of [...listeners]) listener();
};
const target = {
  stored: () => stored,
  hear: (number: number) => void heard.push(number),
  store: (number: number) => {
    storedSteps.push(number);
    changeDocument(number);
  },
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
const spec = decibels({ min: -60, max: 12, default: 0 });

beforeEach(() => {
  stored = 0;
  heard = [];
  storedSteps = [];
  listeners.clear();
});

it("makes every step of a gesture heard and stores its end once", () => {
  const handle = new LiveHandle("gain", spec, target);
  handle.begin();
  handle.setNumber(-1);
  handle.setNumber(-2);
  expect(handle.number()).toBe(-2);
  expect(stored).toBe(0);
  handle.end();
  expect(heard).toEqual([-1, -2]);
  expect(storedSteps).toEqual([-2]);
  expect(handle.number()).toBe(-2);
});

it("stores a value set outside a gesture at once, clamped to its range", () => {
  const handle = new LiveHandle("gain", spec, target);
  handle.setNumber(100);
  expect(storedSteps).toEqual([12]);
});

it("stores nothing when a gesture comes back to where it began", () => {
  const handle = new LiveHandle("gain", spec, target);
  handle.begin();
  handle.setNumber(-5);
  handle.setNumber(0);
  handle.end();
  expect(storedSteps).toEqual([]);
  expect(heard.at(-1)).toBe(0);
});

it("tells listeners of changes by hand and by the document, each once, until they leave", () => {
  const handle = new LiveHandle("gain", spec, target);
  const seen: number[] = [];
  const leave = handle.subscribe(() => seen.push(handle.number()));
  handle.setNumber(-3);
  changeDocument(-6);
  changeDocument(-6);
  leave();
  changeDocument(-9);
  expect(seen).toEqual([-3, -6]);
  expect(listeners.size).toBe(0);
});

it("what one hand takes at once is stored together, what it holds beside alone", async () => {
  const hand = new Hand();
  const stores: (string | undefined)[] = [];
  const create = () => new LiveHandle("gain", spec, { ...target, store: (_, together) => void stores.push(together) }, hand);
  const [held, first, second] = [create(), create(), create()];
  held.begin();
  await new Promise((resolve) => setTimeout(resolve));
  for (const handle of [first, second]) handle.begin();
  for (const handle of [first, second, held]) handle.setNumber(-3);
  for (const handle of [first, second, held]) handle.end();
  expect(stores[0]).toBeDefined();
  expect(stores).toEqual([stores[0], stores[0], undefined]);
});
