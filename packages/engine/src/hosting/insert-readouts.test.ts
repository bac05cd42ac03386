import { level, readoutLayout, ReadoutReader, series } from "@headroom/sdk";
import { ReadoutBank } from "@headroom/sdk/audio";
import { expect, it } from "vitest";
import { InsertReadouts } from "./insert-readouts.js";

const READOUTS = { peak: level("dB"), spectrum: series("dB", 2) };

/** One processor's end of the readouts, and the window's. */
function incarnation() {
  const memory = new ArrayBuffer(readoutLayout(READOUTS).bytes);
  return { writers: new ReadoutBank(READOUTS, memory, 0).writers, reader: new ReadoutReader(READOUTS, memory, 0) };
}

it("reads from the processor that runs, and silence from none", () => {
  const readouts = new InsertReadouts(READOUTS);
  const { writers, reader } = incarnation();
  const silence = readouts.read("peak")[0];
  writers.peak.set(-6);
  readouts.attach(reader);
  expect(readouts.read("peak")[0]).toBe(-6);
  readouts.attach(undefined);
  expect(readouts.read("peak")[0]).toBe(silence);
});

it("observes for all who look until the last one leaves, through a restart", () => {
  const readouts = new InsertReadouts(READOUTS);
  const leave = [readouts.observe("spectrum"), readouts.observe("spectrum")];
  const first = incarnation();
  const second = incarnation();
  readouts.attach(first.reader);
  expect(first.writers.spectrum.observed).toBe(true);
  readouts.attach(undefined);
  readouts.attach(second.reader);
  leave[0]?.();
  leave[0]?.();
  expect(second.writers.spectrum.observed).toBe(true);
  leave[1]?.();
  expect(second.writers.spectrum.observed).toBe(false);
});
