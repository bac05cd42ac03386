import { createSession, createStrip, MASTER_ID, type Session, type Strip } from "@headroom/session";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allStrips, audibleStrips, RoutingCycleError, sortStrips, targets } from "./routing.js";
import { anySession } from "./session-harness.js";

function sessionOf(...strips: Strip[]): Session {
  const all = [createStrip("master", { id: MASTER_ID }), ...strips];
  return createSession({ strips: Object.fromEntries(all.map((strip) => [strip.id, strip])), order: strips.map(({ id }) => id) });
}

const channel = (id: string, more: Partial<Strip> = {}) => createStrip("channel", { id, ...more });
const bus = (id: string, more: Partial<Strip> = {}) => createStrip("bus", { id, ...more });

/** Ids on the way from a strip to where it ends, itself included. */
function wayDown(session: Session, id: string): string[] {
  const output = session.strips[id]?.output;
  return [id, ...(output ? wayDown(session, output) : [])];
}

describe("sortStrips", () => {
  it("puts each strip after all that feed it, and drops none", () => {
    fc.assert(
      fc.property(anySession, ({ session }) => {
        const sorted = sortStrips(session).map(({ id }) => id);
        expect([...sorted].sort()).toEqual(Object.keys(session.strips).sort());
        for (const strip of Object.values(session.strips)) {
          if (strip.output !== null) expect(sorted.indexOf(strip.id)).toBeLessThan(sorted.indexOf(strip.output));
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

  it("takes a thousand buses in a row", () => {
    const buses = Array.from({ length: 1000 }, (_, i) => bus(`b${i}`, { output: i === 0 ? MASTER_ID : `b${i - 1}` }));
    expect(sortStrips(sessionOf(...buses)).map(({ id }) => id)).toEqual([...buses.map(({ id }) => id).reverse(), MASTER_ID]);
  });
});

describe("targets", () => {
  it("are none where the output is null or a strip that is not there", () => {
    for (const output of [null, "gone", "toString"]) {
      const strip = channel("a", { output });
      expect(targets(sessionOf(strip), strip)).toEqual([]);
    }
  });
});

describe("audibleStrips", () => {
  it("is, without a solo, every strip that is not muted", () => {
    const session = sessionOf(channel("a"), channel("b", { mute: true }), bus("c"));
    expect(audibleStrips(session)).toEqual(new Set(["a", "c", MASTER_ID]));
  });

  it("is, with solos, whatever lies on a way through a soloed strip; a mute wins", () => {
    fc.assert(
      fc.property(anySession, ({ session }) => {
        const strips = Object.values(session.strips);
        const soloed = strips.filter(({ solo, kind }) => solo && kind !== "master").map(({ id }) => id);
        const onAWay = (id: string) => soloed.some((one) => wayDown(session, id).includes(one) || wayDown(session, one).includes(id));
        const expected = strips.filter(({ id, mute }) => !mute && (soloed.length === 0 || id === MASTER_ID || onAWay(id)));
        expect(audibleStrips(session)).toEqual(new Set(expected.map(({ id }) => id)));
      }),
    );
  });

  it("leaves a soloed channel's bus and master on, and the bus's other feeders off", () => {
    const session = sessionOf(channel("a", { solo: true, output: "drums" }), channel("b", { output: "drums" }), channel("c"), bus("drums"));
    expect(audibleStrips(session)).toEqual(new Set(["a", "drums", MASTER_ID]));
  });

  it("leaves a soloed bus's feeders on", () => {
    const session = sessionOf(channel("a", { output: "sub" }), bus("sub", { output: "drums" }), bus("drums", { solo: true }), channel("c"));
    expect(audibleStrips(session)).toEqual(new Set(["a", "sub", "drums", MASTER_ID]));
  });
});
