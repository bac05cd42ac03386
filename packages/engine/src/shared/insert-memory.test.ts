import { level, levels, readoutLayout, series, type ReadoutSpecs } from "@headroom/sdk";
import fc from "fast-check";
import { expect, it } from "vitest";
import { EVENT_QUEUE_BYTES } from "./event-queue.js";
import { allocateInsertMemory, insertLayout, insertLevels, insertWords, InsertWord } from "./insert-memory.js";

const spec = fc.oneof(fc.constant(level("dB")), fc.nat(9).map((n) => levels("dB", n + 1)), fc.nat(99).map((n) => series("dB", n + 1)));

it("the parts of an insert's memory follow each other without sharing a byte, aligned for what they hold", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), spec), fc.boolean(), (dictionary, shared) => {
      const readouts: ReadoutSpecs = dictionary;
      const layout = insertLayout(readouts);
      const memory = allocateInsertMemory(readouts, shared);
      const words = insertWords(memory);
      const meters = insertLevels(memory);
      expect(words.byteLength).toBe(layout.levels);
      expect(Math.max(...Object.values(InsertWord))).toBeLessThan(words.length);
      expect(meters.byteOffset + meters.byteLength).toBe(layout.events);
      expect(layout.events % 8).toBe(0);
      expect(layout.events + EVENT_QUEUE_BYTES).toBe(layout.readouts);
      expect(layout.readouts % 4).toBe(0);
      expect(memory.byteLength).toBeGreaterThanOrEqual(layout.readouts + readoutLayout(readouts).bytes);
    }),
  );
});
