import { createSession, createStrip, emptySlots, INSERT_SLOTS, MASTER_ID, type Session } from "@headroom/session";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { movedInserts } from "./plan-sender.js";
import { ringCapacity } from "./segment-wiring.js";

const STRIPS = ["a", "b", MASTER_ID];

function sessionOf(chains: Readonly<Record<string, readonly string[]>>): Session {
  const strips = STRIPS.map((id) => {
    const inserts = (chains[id] ?? []).map((insert) => ({ id: insert, plugin: "p", version: "1.0.0", bypass: false, mix: 1, params: {} }));
    return createStrip(id === MASTER_ID ? "master" : "channel", { id, inserts: [...inserts, ...emptySlots().slice(inserts.length)] });
  });
  return createSession({ strips: Object.fromEntries(strips.map((strip) => [strip.id, strip])), order: ["a", "b"] });
}

/** Up to eight inserts, each on a strip or nowhere, in any order. */
const chains = fc
  .tuple(fc.shuffledSubarray(["s", "t", "u", "v", "w", "x", "y", "z"]), fc.array(fc.nat(2), { minLength: 8, maxLength: 8 }))
  .map(([inserts, places]) => Object.fromEntries(STRIPS.map((id, strip) => [id, inserts.filter((_, i) => places[i] === strip)])));

describe("movedInserts", () => {
  it.each<[name: string, before: string[], after: string[], moved: string[]]>([
    ["nothing", ["x", "y"], ["x", "y"], []],
    ["one that joins", ["x", "y"], ["x", "z", "y"], []],
    ["one that leaves", ["x", "y", "z"], ["x", "z"], []],
    ["two exchanged", ["x", "y"], ["y", "x"], ["y", "x"]],
  ])("of %s", (_, before, after, moved) => {
    expect(movedInserts(sessionOf({ a: before }), sessionOf({ a: after }))).toEqual(moved);
  });

  it("names one that changed its strip", () => {
    expect(movedInserts(sessionOf({ a: ["x", "y"] }), sessionOf({ a: ["y"], b: ["x"] }))).toEqual(["x"]);
  });

  it("names each once, none that came or went, and leaves the others in their order", () => {
    fc.assert(
      fc.property(chains, chains, (before, after) => {
        const moved = movedInserts(sessionOf(before), sessionOf(after));
        const [old, now] = [Object.values(before).flat(), Object.values(after).flat()];
        expect(new Set(moved).size).toBe(moved.length);
        expect(moved.every((id) => old.includes(id) && now.includes(id))).toBe(true);
        for (const strip of STRIPS) {
          const stays = (list: readonly string[] | undefined) => (list ?? []).filter((id) => !moved.includes(id) && old.includes(id) && now.includes(id));
          expect(stays(after[strip])).toEqual(stays(before[strip]));
        }
      }),
    );
  });

  it("fits the slots that these tests fill", () => {
    expect(INSERT_SLOTS).toBeGreaterThanOrEqual(8);
  });
});

describe("ringCapacity", () => {
  it("is a power of two of at least four hops", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 64 }), (quanta) => {
        const capacity = ringCapacity(quanta * 128);
        expect(Number.isInteger(Math.log2(capacity))).toBe(true);
        expect(capacity).toBeGreaterThanOrEqual(4 * quanta);
        expect(capacity).toBeLessThan(8 * quanta);
      }),
    );
  });
});
