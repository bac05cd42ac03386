import { bypass as bypassParameter, decibels, integer, type ParameterSpecs } from "@headroom/sdk";
import type { Insert } from "@headroom/session";
import { describe, expect, it } from "vitest";
import { allocateEventQueue, EventQueue } from "../shared/event-queue.js";
import { InsertTarget } from "../shared/insert-memory.js";
import { InsertControls } from "./insert-controls.js";

const SPECS: ParameterSpecs = { gain: decibels({ min: -60, max: 12, default: 0 }), order: integer({ min: 1, max: 8, default: 2 }) };
const INSERT: Insert = { id: "i", plugin: "p", version: "1.0.0", bypass: false, mix: 1, params: { gain: -6 } };
const { bypass, mix, away } = InsertTarget;

function create(insert = INSERT) {
  const said: string[] = [];
  const controls = new InsertControls(insert, SPECS, () => "Gain on Bass", { told: new Set(), say: (text) => void said.push(text) });
  const memory = allocateEventQueue(false);
  const attach = (given = controls.settings()) => controls.attach(new EventQueue(memory), given);
  const sent = () => {
    const events: number[][] = [];
    const queue = new EventQueue(memory);
    while (queue.take()) events.push([queue.frame, queue.target, queue.value]);
    return events;
  };
  return { controls, attach, sent, said };
}

describe("InsertControls", () => {
  it("gives a processor its settings, then sends what changed since", () => {
    const { controls, attach, sent } = create();
    const given = controls.settings();
    expect(given).toEqual({ params: [-6, 2], bypass: false, mix: 1 });
    controls.setParameter("gain", -9, 0);
    controls.setControl("mix", 0.5, 0);
    attach(given);
    expect(sent()).toEqual([[0, 0, -9], [0, mix, 0.5]]);
  });

  it("sends of an edit what differs, and leaves what a hand holds", () => {
    const { controls, attach, sent } = create();
    attach();
    sent();
    controls.setParameter("gain", -1, 0);
    controls.update({ ...INSERT, params: { gain: -6, order: 4 }, mix: 0.25 });
    controls.update({ ...INSERT, params: { gain: -6, order: 4 }, mix: 0.25, bypass: true });
    expect(sent()).toEqual([[0, 0, -1], [0, 1, 4], [0, mix, 0.25], [0, bypass, 1]]);
  });

  it("takes the default of what an edit leaves out", () => {
    const { controls, attach, sent } = create();
    attach();
    sent();
    controls.update({ ...INSERT, params: {} });
    expect(sent()).toEqual([[0, 0, 0]]);
  });

  it("sends an event for a certain frame also where it repeats the value", () => {
    const { controls, attach, sent } = create();
    attach();
    sent();
    controls.setParameter("gain", -6, 0);
    controls.setParameter("gain", -6, 480);
    expect(sent()).toEqual([[480, 0, -6]]);
  });

  it("sends clamped values, and says so once", () => {
    const { controls, attach, sent, said } = create({ ...INSERT, params: { order: 99 } });
    attach();
    sent();
    controls.setParameter("gain", Number.NaN, 48);
    controls.setParameter("gain", 40, 96);
    controls.update({ ...INSERT, params: { order: 0 } });
    expect(sent()).toEqual([[48, 0, 0], [96, 0, 12], [0, 1, 1]]);
    expect(said).toEqual([
      "Order of Gain on Bass was set to 99; it goes from 1 to 8, so 8 is used.",
      "Gain of Gain on Bass was set to NaN; it is a number from −60.0 dB to 12.0 dB, so its default, 0.0 dB, is used.",
    ]);
  });

  it("keeps everything for the next processor, and fades without touching the bypass", () => {
    const { controls, attach, sent } = create();
    attach();
    controls.fadeOut();
    controls.setParameter("order", 8, 0);
    controls.detach();
    controls.setControl("bypass", 1, 0);
    sent();
    const given = controls.settings();
    expect(given).toEqual({ params: [-6, 8], bypass: true, mix: 1 });
    attach(given);
    expect(sent()).toEqual([]);
  });

  it("takes the plugin's own bypass for the insert's, and keeps automation from what is not automatable", () => {
    const said: string[] = [];
    const specs: ParameterSpecs = { off: bypassParameter(), oversampling: integer({ min: 1, max: 4, default: 1, automatable: false }) };
    const controls = new InsertControls({ ...INSERT, params: { off: true } }, specs, () => "Gain on Bass", { told: new Set(), say: (text) => void said.push(text) });
    const memory = allocateEventQueue(false);
    controls.attach(new EventQueue(memory), controls.settings());
    controls.setParameter("off", true, 0);
    controls.setParameter("oversampling", 2, 480);
    controls.setParameter("oversampling", 3, 960);
    controls.setParameter("oversampling", 4, 0);
    const events: number[][] = [];
    const queue = new EventQueue(memory);
    while (queue.take()) events.push([queue.frame, queue.target, queue.value]);
    expect(events.filter(([, target]) => target !== away)).toEqual([[0, bypass, 1], [0, 1, 4]]);
    expect(said).toEqual(["Oversampling of Gain on Bass cannot be automated, so it stays where it is; its plugin states it so."]);
  });
});
