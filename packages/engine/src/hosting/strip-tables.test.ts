import { createSend, createSession, createStrip, createVca, MASTER_ID, type Session } from "@headroom/session";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anySession } from "../graph/session-harness.js";
import { heard } from "../graph/heard.js";
import { vcaSums } from "../graph/vca-groups.js";
import { allocateEngineMemory, CONTROL_COUNT, CONTROLS, METER_POINTS, METER_ROW, METER_VALUES, MeterValue, MOST_STRIPS, SEND_CONTROLS } from "../shared/engine-memory.js";
import { StripTables } from "./strip-tables.js";

function tables() {
  const memory = allocateEngineMemory(false);
  return { strips: new StripTables(memory), controls: new Float32Array(memory.controls), sends: new Float32Array(memory.sends), meters: new Float32Array(memory.meters) };
}

const ids = (session: Session) => new Set(Object.keys(session.strips));
const sessionOf = (count: number, name = "s") => {
  const strips = Array.from({ length: count }, (_, i) => createStrip("channel", { id: `${name}${i}` }));
  const all = [createStrip("master", { id: MASTER_ID }), ...strips];
  return createSession({ strips: Object.fromEntries(all.map((strip) => [strip.id, strip])), order: strips.map(({ id }) => id) });
};

describe("StripTables", () => {
  it("gives every strip a row of its own that it keeps, and its controls the session's values", () => {
    fc.assert(
      fc.property(fc.array(anySession, { minLength: 1, maxLength: 4 }), (sessions) => {
        const { strips, controls, sends } = tables();
        let before = new Map<string, number>();
        for (const { session } of sessions) {
          strips.update(session);
          const { rows } = strips;
          expect(new Set(rows.values()).size).toBe(rows.size);
          for (const [id, row] of before) if (rows.has(id)) expect(rows.get(id)).toBe(row);
          const open = heard(session);
          const vcas = vcaSums(session);
          for (const strip of Object.values(session.strips)) {
            const values = CONTROLS.map((_, i) => controls[rows.get(strip.id)! * CONTROL_COUNT + i]);
            const [left, right] = strip.invert.map(Number);
            const law = strip.panLawDb ?? session.panLawDb;
            const expected = [
              strip.trimDb, left, right, Number(strip.swap), strip.pan, strip.width, strip.faderDb, Number(open.strips.has(strip.id)),
              Number(strip.panMode === "dual"), ...strip.dualPan, law, vcas.get(strip.id)?.faderDb ?? 0, Number(open.outputs.has(strip.id)),
            ];
            expect(values).toEqual(expected.map((x) => Math.fround(x ?? Number.NaN)));
            for (const send of strip.sends) {
              const row = strips.sendRows.get(send.id)! * SEND_CONTROLS.length;
              expect([...sends.subarray(row, row + SEND_CONTROLS.length)]).toEqual([send.levelDb, send.pan, law, Number(open.sends.has(send.id))].map(Math.fround));
            }
          }
          strips.keep(session);
          before = new Map(strips.rows);
          expect(new Set(before.keys())).toEqual(ids(session));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("gives rows back: a thousand strips can be exchanged for a thousand others", () => {
    const { strips } = tables();
    for (const name of ["a", "b", "c"]) {
      const session = sessionOf(MOST_STRIPS / 2 - 1, name);
      strips.update(session);
      strips.keep(session);
    }
    expect(new Set(strips.rows.values()).size).toBe(MOST_STRIPS / 2);
  });

  it("refuses more strips than there are rows", () => {
    const { strips } = tables();
    strips.update(sessionOf(MOST_STRIPS - 1));
    expect(() => {
      strips.update(sessionOf(MOST_STRIPS));
    }).toThrow(new RangeError("The session has 1025 strips; 1024 is the most that the engine mixes. Remove some."));
  });

  it("refuses ten thousand channels, and more sends than there are rows, with a sentence", () => {
    const { strips } = tables();
    expect(() => {
      strips.update(sessionOf(10_000));
    }).toThrow(new RangeError("The session has 10001 strips; 1024 is the most that the engine mixes. Remove some."));
    const crowded = createStrip("channel", { id: "a", sends: Array.from({ length: 5000 }, () => createSend(MASTER_ID)) });
    expect(() => {
      strips.update(createSession({ strips: { [MASTER_ID]: createStrip("master", { id: MASTER_ID }), a: crowded }, order: ["a"] }));
    }).toThrow(new RangeError("The session has 5000 sends; 4096 is the most that the engine mixes. Remove some."));
  });

  it("moves the fader of a VCA for all strips below it, and for no other", () => {
    const { strips, controls } = tables();
    const vcas = { v: createVca({ id: "v", members: ["s0"], faderDb: -3 }), w: createVca({ id: "w", members: ["v", "s1"] }) };
    const session = { ...sessionOf(3), vcas };
    strips.update(session);
    const at = (id: string) => controls[strips.rows.get(id)! * CONTROL_COUNT + CONTROLS.indexOf("vcaDb")];
    strips.setVcaFader(session, "w", -6);
    expect(["s0", "s1", "s2"].map(at)).toEqual([-9, -6, 0]);
    strips.setVcaFader(session, "w", Number.NaN);
    strips.setVcaFader(session, "w", -100);
    expect(["s0", "s1", "s2"].map(at)).toEqual([-100, -100, 0]);
  });

  it("ignores a control of a strip that is not there, and a value that is no number", () => {
    const { strips, controls } = tables();
    strips.update(sessionOf(1));
    const before = controls.slice();
    strips.set("gone", "faderDb", -6);
    strips.set("s0", "faderDb", Number.NaN);
    expect(controls).toEqual(before);
  });

  it("reads a strip's levels, and zeros where there is no such strip", () => {
    const { strips, meters } = tables();
    strips.update(sessionOf(1));
    const at = strips.rows.get("s0")! * METER_ROW + METER_POINTS.indexOf("preFader") * METER_VALUES;
    meters.set([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 7], at + MeterValue.peak);
    const into = { peak: new Float32Array(2), rms: new Float32Array(2), max: new Float32Array(2), clips: -1 };
    strips.readMeter("s0", "preFader", into);
    expect(into).toEqual({ peak: Float32Array.of(0.1, 0.2), rms: Float32Array.of(0.3, 0.4), max: Float32Array.of(0.5, 0.6), clips: 7 });
    strips.readMeter("gone", "preFader", into);
    expect([...into.peak, ...into.rms, ...into.max, into.clips]).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});
