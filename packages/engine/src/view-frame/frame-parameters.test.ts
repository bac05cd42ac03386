import type { ParameterHandle } from "@headroom/sdk/view";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FrameParameters } from "./frame-parameters.js";

let said: string[] = [];
let floods = 0;
const handle = (id: string) =>
  ({ begin: () => said.push(`begin ${id}`), setNumber: (number: number) => said.push(`${id} ${number}`), end: () => said.push(`end ${id}`) }) as unknown as ParameterHandle;
let parameters: FrameParameters;

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  floods = 0;
  parameters = new FrameParameters({ gain: handle("gain"), pan: handle("pan") }, () => (floods += 1));
});
afterEach(() => void vi.useRealTimers());

it("makes of a gesture's many values a few, the last before its end", () => {
  parameters.begin("gain");
  for (let i = 0; i < 1000; i++) parameters.set("gain", i);
  vi.advanceTimersByTime(8);
  parameters.set("gain", 7);
  parameters.end("gain");
  expect(said).toEqual(["begin gain", "gain 999", "gain 7", "end gain"]);
});

it("makes one edit of what is set outside a gesture, once it pauses", () => {
  for (let i = 0; i < 10; i++) {
    parameters.set("gain", i);
    vi.advanceTimersByTime(100);
  }
  vi.advanceTimersByTime(300);
  expect(said).toEqual(["begin gain", ...Array.from({ length: 10 }, (_, i) => `gain ${i}`), "end gain"]);
});

it("knows no ids but the plugin's own", () => {
  for (const id of ["__proto__", "constructor", "toString", "other"]) {
    parameters.begin(id);
    parameters.set(id, 1);
    parameters.end(id);
  }
  vi.runAllTimers();
  expect(said).toEqual([]);
});

it("ends what is open when the view goes", () => {
  parameters.begin("gain");
  parameters.set("pan", 1);
  parameters.dispose();
  vi.runAllTimers();
  expect(said).toEqual(["begin gain", "begin pan", "pan 1", "end gain", "end pan"]);
});

it("lets a button of the view set all parameters, three times in a row", () => {
  const ids = Array.from({ length: 200 }, (_, i) => `p${i}`);
  parameters = new FrameParameters(Object.fromEntries(ids.map((id) => [id, handle(id)])), () => (floods += 1));
  for (let times = 0; times < 3; times++) {
    for (const id of ids) parameters.set(id, times);
    vi.advanceTimersByTime(400);
  }
  expect(said.filter((line) => line.startsWith("end"))).toHaveLength(600);
  expect(floods).toBe(0);
});

it("calls edits that come faster than a hand makes them a flood", () => {
  for (let i = 0; i < 100; i++) {
    parameters.begin("gain");
    parameters.set("gain", i);
    parameters.end("gain");
  }
  expect(floods).toBeGreaterThan(0);
});
