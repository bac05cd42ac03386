import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocateEngineMemory, ClockWord } from "../shared/engine-memory.js";
import { HopControl, MOST_HOP, startingHop } from "./hop-control.js";

const HOLD_MS = 2000;

function control(setting: number | "auto" = "auto", start = 1024) {
  const clock = new Int32Array(allocateEngineMemory(false).clock);
  const hop = new HopControl(clock, setting, () => start);
  let dropouts = 0;
  return {
    hop,
    /** What the audio thread saw since the last look. */
    see(slack: number, dropped = 0) {
      if (slack < (clock[ClockWord.slack] ?? 0)) clock[ClockWord.slack] = slack;
      clock[ClockWord.dropouts] = dropouts += dropped;
    },
  };
}

describe("startingHop", () => {
  it("is a power of two of at least two bursts, from 1024 to 8192", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 20_000, noNaN: true }), fc.nat(300), fc.integer({ min: 1, max: 64 }), (burst, workers, cores) => {
        const hop = startingHop(burst, workers, cores);
        expect(Number.isInteger(Math.log2(hop))).toBe(true);
        expect(hop).toBeGreaterThanOrEqual(Math.min(MOST_HOP, Math.max(1024, 2 * burst)));
        expect(hop).toBeLessThanOrEqual(MOST_HOP);
      }),
    );
  });

  it("is twice as long where many workers share a core", () => {
    expect([8, 9, 32, 33].map((workers) => startingHop(480, workers, 2))).toEqual([1024, 2048, 2048, 4096]);
  });
});

describe("HopControl", () => {
  it("says whether its hop was set or found", () => {
    const { hop } = control();
    expect(hop.setting).toBe("auto");
    hop.set(4096, 1);
    expect([hop.setting, hop.hop]).toEqual([4096, 4096]);
    hop.set("auto", 1);
    expect(hop.setting).toBe("auto");
  });

  it("doubles after two looks that were late or nearly within five seconds, not after one", () => {
    const { hop, see } = control();
    const looks = [
      [5, 0],
      [0, 3],
      [6, 0],
      [1, 0],
    ].map(([slack = 0, dropped = 0], i) => {
      see(slack, dropped);
      return hop.observe(i * 500, false);
    });
    expect([looks, hop.hop]).toEqual([[false, false, false, true], 2048]);
  });

  it("forgets a late moment after five seconds", () => {
    const { hop, see } = control();
    see(0, 1);
    expect(hop.observe(0, false)).toBe(false);
    see(0, 1);
    expect(hop.observe(5001, false)).toBe(false);
    see(0, 1);
    expect(hop.observe(10_001, false)).toBe(true);
  });

  it("waits between two raises, and lets excused lateness pass", () => {
    const { hop, see } = control();
    const late = (now: number, excused = false) => {
      see(0, 1);
      return hop.observe(now, excused);
    };
    expect([late(0, true), late(500), late(1000)]).toEqual([false, false, true]);
    expect([late(1500), late(1000 + HOLD_MS - 1)]).toEqual([false, false]);
    expect([late(1000 + HOLD_MS), late(1500 + HOLD_MS), hop.hop]).toEqual([false, true, 4096]);
  });

  it("takes what was late before a plugin failed for that plugin's doing", () => {
    const { hop, see } = control();
    for (let fault = 0; fault < 4; fault++) {
      see(0, 5);
      expect(hop.observe(1000 * fault, false)).toBe(false);
      see(0, 5);
      hop.pardon();
      expect(hop.observe(1000 * fault + 500, false)).toBe(false);
    }
    see(0, 1);
    expect(hop.observe(4000, false)).toBe(false);
    see(0, 1);
    expect([hop.observe(4500, false), hop.hop]).toEqual([true, 2048]);
  });

  it("never goes down by itself, nor past the most", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(8), fc.nat(1), fc.nat(200)), { maxLength: 60 }), (looks) => {
        const { hop, see } = control();
        let before = hop.hop;
        looks.forEach(([slack, dropped, workers], i) => {
          see(slack, dropped);
          const changed = workers % 2 === 0 ? hop.observe(i * 700, false) : hop.expect(workers);
          expect(hop.hop).toBeGreaterThanOrEqual(before);
          expect(changed).toBe(hop.hop !== before);
          expect(hop.hop).toBeLessThanOrEqual(MOST_HOP);
          before = hop.hop;
        });
      }),
    );
  });

  it("leaves a hop that was set alone, until it is given back", () => {
    const { hop, see } = control(384);
    see(0, 5);
    expect([hop.observe(0, false), hop.expect(500), hop.hop]).toEqual([false, false, 384]);
    hop.set("auto", 4);
    expect(hop.hop).toBe(1024);
  });

  it.each([0, 100, 127, 8320, Number.NaN, -128])("refuses a hop of %d with the rule", (frames) => {
    const sentence = `The hop is ${frames} frames; it must be a multiple of 128 from 128 to 8192, or "auto".`;
    expect(() => control(frames)).toThrow(new RangeError(sentence));
    expect(() => {
      control().hop.set(frames, 1);
    }).toThrow(sentence);
  });
});
