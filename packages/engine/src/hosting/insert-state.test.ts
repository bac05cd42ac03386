import { definePlugin, integer, type SavedState } from "@headroom/sdk";
import type { Insert } from "@headroom/session";
import { describe, expect, it } from "vitest";
import { InsertRunner } from "../render/insert-runner.js";
import { EventQueue } from "../shared/event-queue.js";
import { allocateInsertMemory, insertLayout, insertWords } from "../shared/insert-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import { InsertState } from "./insert-state.js";

/** Learns the highest value that its parameter has ever had. From 1000 on it saves too much, from 2000 on it throws. */
const learner = definePlugin({
  id: "test.learner",
  name: "Learner",
  vendor: "Headroom tests",
  version: "1.0.0",
  features: ["utility"],
  params: { value: integer({ min: 0, max: 5000, default: 0 }) },
  state: { version: 2, migrate: { 1: ({ level }) => ({ learned: level }) } },
  processor: ({ stateChanged }) => {
    let learned = 0;
    return {
      process({ params }) {
        if (params.value.value <= learned) return;
        learned = params.value.value;
        stateChanged();
      },
      save() {
        if (learned >= 2000) throw new Error("a fault on command");
        return learned >= 1000 ? { text: "x".repeat(2_000_000) } : { learned };
      },
      restore(data) {
        if (typeof data["learned"] !== "number") throw new TypeError("learned is no number");
        learned = data["learned"];
      },
    };
  },
});

const INSERT: Insert = { id: "i", plugin: learner.id, version: "1.0.0", bypass: false, mix: 1, params: {} };
const saved = (learned: number): SavedState => ({ version: 2, data: `{"learned":${learned}}` });
const turns = () => new Promise((resolve) => setTimeout(resolve));

function create(insert: Insert = INSERT) {
  const told: string[] = [];
  const reports: [string, SavedState][] = [];
  const state = new InsertState(insert, {
    version: 2,
    title: () => "Learner on Bass",
    warn: (sentence) => void told.push(sentence),
    saved: (setting, data) => void reports.push([setting, data]),
  });
  /** Starts a processor as the host does. @returns what the processor knows, and a way to teach it. */
  const start = () => {
    const memory = allocateInsertMemory({}, false);
    const given = state.forStart();
    const runner = new InsertRunner(learner, memory, { params: [0], bypass: false, mix: 1, fadeIn: false, sampleRate: 48_000, offline: false, ...(given && { state: given }) });
    const port = {
      // As a worker does: at once, in the order asked.
      save: async () => Promise.resolve(runner.saveState()),
      restore: (data: SavedState | undefined) => Promise.resolve(runner.restoreState(data)),
    };
    state.attach(port, insertWords(memory), given, runner.stateFault);
    let quantum = 0;
    return {
      teach(value: number) {
        new EventQueue(memory, insertLayout({}).events).push(0, 0, value, 0);
        const audio = () => [new Float32Array(QUANTUM), new Float32Array(QUANTUM)];
        runner.process(quantum++, audio(), audio());
      },
      knows: () => runner.saveState()?.data,
    };
  };
  return { state, told, reports, start };
}

describe("an insert's own data", () => {
  it("are saved a quarter of a second after the last change, and at the latest after two", async () => {
    const { state, reports, start } = create();
    const { teach } = start();
    teach(1);
    for (let now = 1000; now <= 1300; now += 50) state.poll(now);
    await turns();
    expect(reports).toEqual([["A", saved(1)]]);
    for (let now = 5000; now < 7000; now += 100) {
      teach(now);
      state.poll(now);
    }
    await turns();
    expect(reports).toHaveLength(1);
    teach(10);
    state.poll(7000);
    await turns();
    expect(reports).toHaveLength(1);
  });

  it("are given to the next processor after a fault, and not saved where nothing changed", async () => {
    const { state, reports, start } = create();
    start().teach(3);
    await state.save();
    await state.save();
    state.detach();
    expect(start().knows()).toBe('{"learned":3}');
    await state.save();
    expect(reports).toEqual([["A", saved(3)]]);
    const untouched = create();
    untouched.start();
    await untouched.state.save();
    expect(untouched.reports).toEqual([]);
  });

  it("go to the processor when the session has others, and its own echo does not", async () => {
    const { state, reports, start } = create();
    const { teach, knows } = start();
    teach(5);
    await state.save();
    teach(6);
    state.update({ ...INSERT, state: saved(5) });
    expect(knows()).toBe('{"learned":6}');
    state.update({ ...INSERT, state: saved(2) });
    await turns();
    expect(knows()).toBe('{"learned":2}');
    state.update(INSERT);
    await turns();
    expect(knows()).toBe('{"learned":0}');
    expect(reports).toEqual([["A", saved(5)]]);
  });

  it("belong to the setting that was live when they changed", async () => {
    const { state, reports, start } = create({ ...INSERT, state: saved(1) });
    const { teach, knows } = start();
    teach(4);
    state.poll(1000);
    state.update({ ...INSERT, compare: { live: "B", other: { params: {}, state: saved(1) } } });
    await turns();
    expect(reports).toEqual([["A", saved(4)]]);
    expect(knows()).toBe('{"learned":0}');
    teach(9);
    await state.save();
    expect(reports.slice(1)).toEqual([["B", saved(9)]]);
    const fresh = create();
    const processor = fresh.start();
    processor.teach(4);
    fresh.state.update({ ...INSERT, compare: { live: "B", other: { params: {} } } });
    await turns();
    expect(fresh.reports).toEqual([["A", saved(4)]]);
    expect(processor.knows()).toBe('{"learned":0}');
  });

  it("of an older form are migrated", () => {
    const { start, told } = create({ ...INSERT, state: { version: 1, data: '{"level":7}' } });
    expect(start().knows()).toBe('{"learned":7}');
    expect(told).toEqual([]);
  });

  it.each([
    ["of a newer form", { version: 3, data: '{"learned":7}' }, "a newer version of the plugin saved them (form 3; this one reads up to 2); update the plugin"],
    ["that are noise", { version: 2, data: "\u{1f4a5}{[".repeat(200_000) }, "they are damaged: no JSON"],
    ["of megabytes", { version: 2, data: "\u{1f4a5}".repeat(3_000_000) }, "they are 6,000,000 letters long, and 1,048,576 is the most; keep audio and pictures out of them"],
    ["that the plugin refuses", { version: 2, data: '{"learned":"all"}' }, "it threw “learned is no number”"],
  ])("%s are kept: the processor begins anew, one sentence says so, nothing is saved over them", async (_, kept, reason) => {
    const { state, reports, told, start } = create({ ...INSERT, state: kept });
    const { teach, knows } = start();
    expect(knows()).toBe('{"learned":0}');
    teach(1);
    await state.save();
    state.detach();
    start();
    expect(reports).toEqual([]);
    expect(told).toEqual([`Learner on Bass did not take back its own data and begins anew: ${reason}. The data are kept as they are, and nothing is saved over them.`]);
    // Other data from the session are another matter.
    state.update(INSERT);
    start().teach(2);
    await state.save();
    expect(reports).toEqual([["A", saved(2)]]);
  });

  it("that cannot be saved are told once, and saved again when they can be", async () => {
    const { state, reports, told, start } = create();
    const { teach } = start();
    for (const value of [1000, 1001, 2000]) {
      teach(value);
      await state.save();
    }
    expect(told).toEqual([
      "Learner on Bass could not save its own data: they are 2,000,011 letters long, and 1,048,576 is the most; keep audio and pictures out of them.",
      "Learner on Bass could not save its own data: a fault on command.",
    ]);
    expect(reports).toEqual([]);
  });
});
