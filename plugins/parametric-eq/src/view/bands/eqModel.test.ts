import { createMemoryHost } from "@headroom/ui";
import { beforeEach, describe, expect, it } from "vitest";
import { eqParams, eqReadouts } from "../../params.js";
import { clearBands, flattenBands, freeBand, placeBand, setTogether, setTyped, toggleBands } from "./bandEdits.js";
import { EqModel } from "./eqModel.js";

let events: string[];
let model: EqModel;
let detach: () => void;
beforeEach(() => {
  events = [];
  const { host } = createMemoryHost({ params: eqParams, readouts: eqReadouts }, (id) => ({
    onBegin: () => events.push(`${id} begin`),
    onEnd: () => events.push(`${id} end`),
  }));
  model = new EqModel(host);
  detach = model.attach();
});

describe("the model", () => {
  it("mirrors all values from the start, and follows them until it is detached", () => {
    const { listen, output, autoGain, ...shape } = eqParams;
    expect(model.values).toEqual(Object.fromEntries(Object.entries(shape).map(([id, spec]) => [id, spec.default])));
    model.host.params["band24.gain"].set(4);
    model.host.params.gainScale.set(50);
    expect(model.values["band24.gain"]).toBe(4);
    expect(model.valuesOf(24).gain).toBe(4);
    expect(model.values.gainScale).toBe(50);
    detach();
    model.host.params["band24.gain"].set(8);
    expect(model.valuesOf(24).gain).toBe(4);
  });

  it("counts a band as in use once it is on or was touched, and tells of it once", () => {
    let told = 0;
    model.subscribeUse(() => told++);
    model.host.params["band5.gain"].set(1);
    model.host.params["band2.enabled"].set(true);
    model.host.params["band2.gain"].set(2);
    expect(model.inUse.map((band) => band.number)).toEqual([2, 5]);
    expect(told).toBe(2);
    clearBands(model.inUse);
    expect(model.inUse).toEqual([]);
  });

  it("tells the 24 bands apart by colour and shape", () => {
    expect(new Set(model.bands.map(({ color, shape }) => `${color} ${shape}`)).size).toBe(24);
  });
});

describe("edits", () => {
  it("place a new band in the first that is free, as it came but for its place", () => {
    model.host.params["band1.q"].set(9);
    const band = freeBand(model)!;
    expect(band.number).toBe(2);
    placeBand(band, 500, 3.14);
    expect(model.valuesOf(2)).toMatchObject({ enabled: true, type: "bell", frequency: 500, gain: 3.1, q: eqParams["band2.q"].default });
    for (let n = 0; n < 22; n++) placeBand(freeBand(model)!, 1000, 0);
    // Off, but touched: taken when nothing else is free.
    expect(freeBand(model)?.number).toBe(1);
    placeBand(freeBand(model)!, 1000, 0);
    expect(freeBand(model)).toBeUndefined();
  });

  it("are one step each: all begin before any ends", () => {
    for (const number of [3, 4, 5] as const) placeBand(model.band(number), 1000, 6);
    const bands = [3, 4, 5].map((number) => model.band(number as 3));
    for (const edit of [() => toggleBands(bands), () => flattenBands(bands), () => setTyped(bands, { frequency: 200, q: 3 }), () => clearBands(bands)]) {
      events = [];
      edit();
      const firstEnd = events.findIndex((event) => event.endsWith("end"));
      expect(firstEnd).toBeGreaterThanOrEqual(3);
      expect(events.slice(firstEnd).every((event) => event.endsWith("end"))).toBe(true);
      expect(events).toHaveLength(2 * firstEnd);
    }
  });

  it("leave what they do not change alone", () => {
    events = [];
    setTogether([[model.band(1).gain, 0]]);
    expect(events).toEqual([]);
  });
});
