import { createSend, createSession, createStrip, emptySlots, MASTER_ID, type Session, type Strip } from "@headroom/session";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allStrips, RoutingCycleError, sortStrips, waysOf } from "./routing.js";
import { anySession } from "./session-harness.js";

function sessionOf(...strips: Strip[]): Session {
  const all = [createStrip("master", { id: MASTER_ID }), ...strips];
  return createSession({ strips: Object.fromEntries(all.map((strip) => [strip.id, strip])), order: strips.map(({ id }) => id) });
}

const channel = (id: string, more: Partial<Strip> = {}) => createStrip("channel", { id, ...more });
const bus = (id: string, more: Partial<Strip> = {}) => createStrip("bus", { id, ...more });

describe("sortStrips", () => {
  it("puts each strip after all that feed it, and drops none", () => {
    fc.assert(
      fc.property(anySession, ({ session }) => {
        const sorted = sortStrips(session).map(({ id }) => id);
        expect([...sorted].sort()).toEqual(Object.keys(session.strips).sort());
        for (const strip of Object.values(session.strips)) {
          for (const { to } of waysOf(session, strip)) expect(sorted.indexOf(strip.id)).toBeLessThan(sorted.indexOf(to));
        }
      }),
    );
  });

  it("keeps the session's order where that will do", () => {
    fc.assert(
      fc.property(anySession, ({ session }) => {
        const fine = { ...session, order: sortStrips(session).map(({ id }) => id).filter((id) => id !== MASTER_ID) };
        expect(sortStrips(fine)).toEqual(allStrips(fine));
      }),
    );
  });

  it("refuses a strip that feeds itself", () => {
    expect(() => sortStrips(sessionOf(bus("a", { name: "Drums", output: "a" })))).toThrow(
      "The routing goes in a circle: “Drums” → “Drums”. Route one of them elsewhere.",
    );
  });

  it("refuses every session with a circle, wherever it lies", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 5 }), (round, before) => {
        const circle = Array.from({ length: round }, (_, i) => bus(`b${i}`, { output: `b${(i + 1) % round}` }));
        const lead = Array.from({ length: before }, (_, i) => channel(`c${i}`, { output: i === 0 ? "b0" : "master" }));
        expect(() => sortStrips(sessionOf(...lead, ...circle))).toThrow(RoutingCycleError);
      }),
    );
  });

  it("names the way of a circle over a send and a sidechain", () => {
    const insert = { id: "x", plugin: "p", version: "1.0.0", bypass: false, mix: 1, params: {}, sidechain: "hall" };
    const kick = channel("kick", { name: "Kick", sends: [createSend("hall")], inserts: [insert, ...emptySlots().slice(1)] });
    expect(() => sortStrips(sessionOf(kick, bus("hall", { name: "Hall" })))).toThrow("The routing goes in a circle: “Hall” → “Kick” → “Hall”.");
  });

  it("takes a thousand buses in a row", () => {
    const buses = Array.from({ length: 1000 }, (_, i) => bus(`b${i}`, { output: i === 0 ? MASTER_ID : `b${i - 1}` }));
    expect(sortStrips(sessionOf(...buses)).map(({ id }) => id)).toEqual([...buses.map(({ id }) => id).reverse(), MASTER_ID]);
  });
});

describe("waysOf", () => {
  it("are none where the output is null or a strip that is not there, and the same for sends", () => {
    for (const output of [null, "gone", "toString"]) {
      const strip = channel("a", { output, sends: [createSend("gone"), createSend("constructor")] });
      expect(waysOf(sessionOf(strip), strip)).toEqual([]);
    }
  });
});
