import { expect, it } from "vitest";
import { choice, decibels } from "../params/statements.js";
import { definePlugin } from "../plugin/define.js";
import { level, series } from "../readouts/spec.js";
import { OfflineInstance } from "./offline-instance.js";
import { renderOffline } from "./render-offline.js";
import { noise } from "./signals.js";

const plugin = definePlugin({
  id: "test.headroom.instance",
  name: "Instance",
  vendor: "Headroom tests",
  version: "1.0.0",
  features: ["utility"],
  params: { gain: decibels({ min: -60, max: 12, default: 0 }), sign: choice(["plus", "minus"], { default: "plus" }) },
  readouts: { last: level("dB"), watched: series("dB", 1) },
  processor: ({ params: { gain }, channels, offline }) => {
    let sum = 0;
    let released = false;
    return {
      latency: gain.value > 0 ? 5 : 2,
      tail: offline ? 0.5 : 0,
      process({ input, output, params, readouts, frames, changed, position }) {
        if (released) throw new Error("It was released.");
        for (let c = 0; c < channels; c++) for (let i = 0; i < frames; i++) output[c]![i] = input[c]![i]! * params.gain.gains[i]! * (params.sign.value === "plus" ? 1 : -1);
        sum += frames;
        readouts.last.set(changed ? 1 : 0);
        if (readouts.watched.observed) {
          readouts.watched.data[0] = position;
          readouts.watched.publish();
        }
      },
      reset: () => (sum = 0),
      save: () => ({ sum }),
      restore: (data) => (sum = (data as { sum: number }).sum),
      release: () => (released = true),
    };
  },
});

it("gives what renderOffline gives, block by block, with parameters between", () => {
  const input = [noise(1000), noise(1000, { seed: 2 })];
  const whole = renderOffline(plugin, { input, params: { gain: -3 }, events: [{ frame: 300, values: { gain: 6, sign: "minus" } }] });
  const instance = new OfflineInstance(plugin, { params: { gain: -3 }, maxFrames: 300 });
  const output = input.map(() => new Float32Array(1000));
  for (let at = 0; at < 1000; at += 100) {
    if (at === 300) {
      instance.glide("gain", 6);
      instance.glide("sign", "minus");
    }
    instance.input.forEach((channel, c) => channel.set(input[c]!.subarray(at, at + 100)));
    instance.process(100);
    instance.output.forEach((channel, c) => output[c]!.set(channel.subarray(0, 100), at));
  }
  expect(output).toEqual(whole.output);
});

it("starts with its values, and says what the processor says", () => {
  expect(new OfflineInstance(plugin).latency).toBe(2);
  expect(new OfflineInstance(plugin, { params: { gain: 3 } }).latency).toBe(5);
  expect([new OfflineInstance(plugin).tail, new OfflineInstance(plugin, { offline: false }).tail]).toEqual([0.5, 0]);
  expect(new OfflineInstance(plugin, { channels: 1, maxFrames: 7 }).input.map(({ length }) => length)).toEqual([7]);
});

it("keeps readouts, state, reset and release", () => {
  const instance = new OfflineInstance(plugin, { data: { sum: 1000 } });
  instance.process(128);
  expect([instance.readout("last")[0], instance.save()]).toEqual([1, { sum: 1128 }]);
  const stop = instance.observe("watched");
  instance.process(10);
  expect([instance.readout("last")[0], instance.readout("watched")[0]]).toEqual([0, 128]);
  stop();
  instance.jump("gain", -6);
  instance.process(1);
  expect([instance.readout("last")[0], instance.readout("watched")[0]]).toEqual([1, 128]);
  instance.reset();
  expect(instance.save()).toEqual({ sum: 0 });
  instance.restore({ sum: 7 });
  expect(instance.save()).toEqual({ sum: 7 });
  instance.release();
  expect(() => instance.process(1)).toThrow("It was released.");
});

it("refuses a parameter that the plugin does not have", () => {
  expect(() => new OfflineInstance(plugin).jump("gian", 1)).toThrow('"test.headroom.instance" has no parameter "gian".');
});
