import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ReadoutBank } from "../audio/readout-bank.js";
import { readoutLayout, SEQUENCE } from "./layout.js";
import { ReadoutReader } from "./reader.js";
import { level, levels, readoutLength, series, type ReadoutSpecs } from "./spec.js";

const specs = { peak: level("dBFS"), peaks: levels("dBFS", 3), spectrum: series("dB", 8) };
const OFFSET = 64;

function both() {
  const memory = new SharedArrayBuffer(OFFSET + readoutLayout(specs).bytes + 64);
  return { memory, writers: new ReadoutBank(specs, memory, OFFSET).writers, reader: new ReadoutReader(specs, memory, OFFSET) };
}

describe("readoutLayout", () => {
  it("gives every readout words and values of its own, within the region", () => {
    const spec = fc.oneof(
      fc.constant(level("dB")),
      fc.integer({ min: 1, max: 64 }).map((count) => levels("dB", count)),
      fc.integer({ min: 1, max: 512 }).map((length) => series("dB", length)),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), spec), (dictionary) => {
        const all: ReadoutSpecs = dictionary;
        const { places, bytes } = readoutLayout(all);
        const words = places.flatMap(({ word, value, length }) => [word, word + 1, ...Array.from({ length }, (_, i) => value + i)]);
        expect(new Set(words).size).toBe(words.length);
        expect(words.length * 4).toBe(bytes);
        expect(Math.max(0, ...words.map((word) => word + 1)) * 4).toBe(bytes);
        for (const place of places) expect(place.length).toBe(readoutLength(all[place.id] ?? level("dB")));
      }),
    );
  });
});

describe("ReadoutBank and ReadoutReader", () => {
  it("show the host silence first, then what the processor wrote", () => {
    const { writers, reader } = both();
    expect([...reader.read("peak"), ...reader.read("peaks")]).toEqual([-Infinity, -Infinity, -Infinity, -Infinity]);
    expect([...reader.read("spectrum")]).toEqual(Array.from({ length: 8 }, () => 0));
    writers.peak.set(-6);
    writers.peaks.set(2, 0.5);
    writers.spectrum.data.fill(-90);
    expect([...reader.read("peak")]).toEqual([-6]);
    expect([...reader.read("peaks")]).toEqual([-Infinity, -Infinity, 0.5]);
    expect(reader.read("spectrum")[0]).toBe(0);
    writers.spectrum.publish();
    expect([...reader.read("spectrum")]).toEqual(Array.from({ length: 8 }, () => -90));
  });

  it("write nothing outside their region, whatever the index", () => {
    const { memory, writers, reader } = both();
    fc.assert(
      fc.property(fc.integer(), fc.float({ noNaN: true }), (index, value) => {
        writers.peaks.set(index, value);
        expect(new Uint8Array(memory, 0, OFFSET).every((byte) => byte === 0)).toBe(true);
        expect(new Uint8Array(memory, OFFSET + readoutLayout(specs).bytes).every((byte) => byte === 0)).toBe(true);
      }),
    );
    expect(reader.read("peak")[0]).toBe(-Infinity);
    expect(reader.read("spectrum").every((value) => value === 0)).toBe(true);
  });

  it("read into the same array at every call", () => {
    const { reader } = both();
    expect(reader.read("spectrum")).toBe(reader.read("spectrum"));
  });

  it("observe counts the observers; an undo counts once", () => {
    const { writers, reader } = both();
    expect(writers.spectrum.observed).toBe(false);
    const undos = [reader.observe("spectrum"), reader.observe("spectrum")] as const;
    expect(writers.spectrum.observed).toBe(true);
    undos[0]();
    undos[0]();
    expect(writers.spectrum.observed).toBe(true);
    undos[1]();
    expect(writers.spectrum.observed).toBe(false);
  });

  it("say of single numbers too whether somebody looks", () => {
    const { writers, reader } = both();
    const undo = reader.observe("peaks");
    expect([writers.peak.observed, writers.peaks.observed]).toEqual([false, true]);
    undo();
    expect(writers.peaks.observed).toBe(false);
  });

  it("a series is marked while it is written, and the reader never waits for a writer that died", () => {
    const { memory, writers, reader } = both();
    const place = readoutLayout(specs).places.find(({ id }) => id === "spectrum")!;
    const header = new Int32Array(memory, OFFSET);
    writers.spectrum.publish();
    expect(header[place.word + SEQUENCE]).toBe(2);
    header[place.word + SEQUENCE] = 3;
    expect(reader.read("spectrum")).toHaveLength(8);
  });

  it("name the readouts there are when asked for another", () => {
    expect(() => both().reader.read("peek")).toThrow(new RangeError('There is no readout "peek"; the plugin states peak, peaks, spectrum.'));
  });
});
