import { createSend, createSession, createStrip, createVca, emptySlots, MASTER_ID, type Session, type Strip } from "@headroom/session";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HostingMode } from "../shared/terms.js";
import { compile } from "./compile.js";
import type { RenderPlan, Step } from "./plan.js";
import { heard, soloedStrips } from "./heard.js";
import { RoutingCycleError } from "./routing.js";
import { anySession, rowsOf, type AnySession } from "./session-harness.js";

const HOP = 1024;
const hosting = fc.constantFrom<HostingMode>("isolated", "inline");

function planOf({ session, latencies }: AnySession, mode: HostingMode): RenderPlan {
  return compile(session, { sampleRate: 48_000, hosting: () => mode, hop: HOP, ready: latencies, rows: rowsOf(session), sendRows: new Map() });
}

type Of<Op extends Step["op"]> = Extract<Step, { op: Op }>;
function stepsOf<Op extends Step["op"]>(plan: RenderPlan, op: Op): Of<Op>[] {
  return plan.steps.filter((step): step is Of<Op> => step.op === op);
}

/** Frames that a strip's slots before the fader, or all of them, delay: told from the session and not from the plan. */
function slotFrames({ session, latencies }: AnySession, id: string, mode: HostingMode, until: "fader" | "output" = "output"): number {
  const { inserts, slotsBeforeFader } = session.strips[id]!;
  const frames = (slots: typeof inserts) => {
    const filled = slots.flatMap((insert) => insert ?? []);
    return filled.reduce((sum, insert) => sum + (latencies.get(insert.id) ?? 0), mode === "isolated" && filled.length > 0 ? HOP : 0);
  };
  return frames(inserts.slice(0, slotsBeforeFader)) + (until === "output" ? frames(inserts.slice(slotsBeforeFader)) : 0);
}

const offsetOf = ({ session }: AnySession, id: string) => Math.round(session.strips[id]!.delaySeconds * 48_000);

/** Every way from a strip's input on: the frames that it takes and the strip where it ends, by outputs and sends. */
function* waysFrom(any: AnySession, plan: RenderPlan, id: string, mode: HostingMode, frames = 0): Generator<{ readonly end: string; readonly frames: number }> {
  yield { end: id, frames: frames + slotFrames(any, id, mode) };
  for (const { from, to, beforeFader, delayFrames } of stepsOf(plan, "route")) {
    if (from !== id || to === null) continue;
    // What the next strip is later or earlier by its own setting is meant, and no misalignment.
    const taken = frames + slotFrames(any, id, mode, beforeFader ? "fader" : "output") + delayFrames - offsetOf(any, to);
    yield* waysFrom(any, plan, to, mode, taken);
  }
}

describe("compile", () => {
  it("takes every sound session", () => {
    fc.assert(fc.property(anySession, hosting, (any, mode) => void planOf(any, mode)));
  });

  it("works on each strip once, in the order of its stages, after all that feed it", () => {
    fc.assert(
      fc.property(anySession, hosting, (any, mode) => {
        const { steps } = planOf(any, mode);
        const at = (op: Step["op"], id: string) => steps.findIndex((step) => step.op === op && "strip" in step && step.strip === id);
        for (const { id, kind } of Object.values(any.session.strips)) {
          const stages = [at(kind === "channel" ? "source" : "clear", id), at("input", id), at("inserts", id), at("fader", id)];
          expect(stages).toEqual([...stages].sort((a, b) => a - b));
          expect(stages[0]).toBeGreaterThanOrEqual(0);
        }
        for (const [place, step] of steps.entries()) {
          if (step.op === "route" && step.to !== null) {
            const last = steps.findLastIndex((one) => "strip" in one && one.strip === step.from && one.op !== "output");
            if (step.beforeFader) expect([at("inserts", step.from) < place, place < at("fader", step.from)]).toEqual([true, true]);
            else expect(place).toBeGreaterThan(last);
            expect(place).toBeLessThan(at("input", step.to));
            expect(at("clear", step.to)).toBeLessThan(place);
          }
          if (step.op === "inserts" && step.afterFader) expect(place).toBeGreaterThan(at("fader", step.strip));
        }
        const strips = Object.values(any.session.strips);
        for (const op of ["input", "fader"] as const) expect(steps.filter((step) => step.op === op)).toHaveLength(strips.length);
        const ways = strips.reduce((sum, { output, sends }) => sum + (output === null ? 0 : 1) + sends.length, 0);
        expect(steps.filter((step) => step.op === "route")).toHaveLength(ways);
        expect(steps.at(-1)).toEqual({ op: "output", strip: MASTER_ID });
      }),
    );
  });

  it("delays every way from a channel to the master, over outputs and sends, by the same number of frames", () => {
    fc.assert(
      fc.property(anySession, hosting, (any, mode) => {
        const plan = planOf(any, mode);
        for (const { strip, delayFrames } of stepsOf(plan, "source")) {
          for (const { end, frames } of waysFrom(any, plan, strip, mode, delayFrames - offsetOf(any, strip))) {
            expect(frames).toBe(plan.latency[end]?.output);
            if (end === MASTER_ID) expect(frames).toBe(plan.latencyFrames);
          }
        }
        for (const { delayFrames } of [...stepsOf(plan, "route"), ...stepsOf(plan, "source"), ...stepsOf(plan, "sidechain")]) {
          expect(delayFrames).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("delays no more than it must: at every strip one feeder or sidechain at least is not held back", () => {
    fc.assert(
      fc.property(anySession, hosting, (any, mode) => {
        const plan = planOf(any, mode);
        const stripOf = (insert: string) => Object.values(any.session.strips).find(({ inserts }) => inserts.some((one) => one?.id === insert))!.id;
        const arrivals = [
          ...stepsOf(plan, "route").map(({ to, delayFrames }) => ({ to: to ?? "", delayFrames })),
          ...stepsOf(plan, "sidechain").map(({ insert, delayFrames }) => ({ to: stripOf(insert), delayFrames })),
          ...stepsOf(plan, "source").map(({ strip, delayFrames }) => ({ to: strip, delayFrames })),
        ];
        for (const to of new Set(arrivals.map((arrival) => arrival.to))) {
          if (plan.latency[to]?.input === 0) continue;
          expect(Math.min(...arrivals.filter((arrival) => arrival.to === to).map(({ delayFrames }) => delayFrames))).toBe(0);
        }
      }),
    );
  });

  it("aligns what the cue hears, whatever is soloed", () => {
    fc.assert(
      fc.property(anySession, hosting, ({ session, latencies }, mode) => {
        const listening = { ...session, solo: { ...session.solo, listen: "after fader" as const } };
        const plan = compile(listening, { sampleRate: 48_000, hosting: () => mode, hop: HOP, ready: latencies, rows: rowsOf(session), sendRows: new Map(), monitored: true });
        const cued = stepsOf(plan, "route").filter(({ to }) => to === null);
        expect(new Set(cued.map(({ from }) => from))).toEqual(soloedStrips(session));
        expect(new Set(cued.map(({ from, delayFrames }) => (plan.latency[from]?.output ?? 0) + delayFrames)).size).toBeLessThanOrEqual(1);
        expect(plan.steps.at(-1)).toEqual({ op: "monitor", cue: cued.length > 0 });
        const unheard = planOf({ session: listening, latencies }, mode);
        expect(stepsOf(unheard, "route").filter(({ to }) => to === null)).toEqual([]);
      }),
    );
  });

  it("takes each sidechain after the inserts of its source, before the inserts that hear it, aligned to the frame", () => {
    fc.assert(
      fc.property(anySession, hosting, (any, mode) => {
        const plan = planOf(any, mode);
        const at = (op: Step["op"], strip: string) => plan.steps.findIndex((step) => step.op === op && "strip" in step && step.strip === strip);
        const keyed = Object.values(any.session.strips).flatMap((strip) => strip.inserts.flatMap((insert) => (insert?.sidechain === undefined ? [] : [{ strip, insert, from: insert.sidechain }])));
        expect(stepsOf(plan, "sidechain")).toHaveLength(keyed.length);
        for (const { strip, insert, from } of keyed) {
          const place = plan.steps.findIndex((step) => step.op === "sidechain" && step.insert === insert.id);
          expect([at("inserts", from), place, at("fader", from)]).toEqual([at("inserts", from), place, at("fader", from)].sort((a, b) => a - b));
          expect(place).toBeLessThan(at("inserts", strip.id));
          const slot = strip.inserts.indexOf(insert);
          const hops = mode === "isolated" && slot >= strip.slotsBeforeFader && strip.inserts.slice(0, strip.slotsBeforeFader).some((one) => one) ? HOP : 0;
          const before = strip.inserts.slice(0, slot).reduce((sum, one) => sum + (any.latencies.get(one?.id ?? "") ?? 0), hops);
          const { delayFrames } = stepsOf(plan, "sidechain").find((step) => step.insert === insert.id)!;
          expect((plan.latency[from]?.preFader ?? 0) + delayFrames).toBe((plan.latency[strip.id]?.input ?? 0) + before);
          expect(delayFrames).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("keeps the hop of a filled slot whose insert is not ready, and leaves the insert out", () => {
    const insert = { id: "x", plugin: "p", version: "1.0.0", bypass: false, mix: 1, params: {} };
    const channel = createStrip("channel", { id: "a", inserts: [insert, ...emptySlots().slice(1)] });
    const session = createSession({ strips: { [MASTER_ID]: createStrip("master", { id: MASTER_ID }), a: channel }, order: ["a"] });
    const plan = planOf({ session, latencies: new Map() }, "isolated");
    expect(stepsOf(plan, "inserts").find(({ strip }) => strip === "a")?.plan).toEqual({ mode: "segment", inserts: [], hop: HOP, latencyFrames: HOP });
    expect(plan.latencyFrames).toBe(HOP);
  });

  it("states clips in whole frames and linear gain", () => {
    const clip = { id: "k", audio: "song", startSeconds: 0.5, offsetSeconds: 0.25, lengthSeconds: 1.00001, gainDb: -6 };
    const channel = createStrip("channel", { id: "a", clips: [clip] });
    const session = createSession({ strips: { [MASTER_ID]: createStrip("master", { id: MASTER_ID }), a: channel }, order: ["a"] });
    const [source] = stepsOf(planOf({ session, latencies: new Map() }, "inline"), "source");
    expect(source?.clips).toEqual([{ audio: "song", start: 24_000, offset: 12_000, length: 48_000, loopStart: 0, loopEnd: Infinity, gain: 10 ** (-6 / 20) }]);
  });

  it("takes sessions that refer to what is not there, and delays that are none: no delay is below 0 or without end", () => {
    const gone = fc.constantFrom("gone", "toString", "__proto__", MASTER_ID, "c0", "b0");
    const crooked = fc.record({
      output: fc.option(gone),
      delaySeconds: fc.constantFrom(Number.NaN, Infinity, -1e9, 1e9),
      slotsBeforeFader: fc.constantFrom(Number.NaN, -3, 1e9, 1),
      send: gone,
    });
    fc.assert(
      fc.property(anySession, hosting, fc.array(crooked, { minLength: 12, maxLength: 12 }), gone, ({ session, latencies }, mode, fields, member) => {
        const strips = Object.entries(session.strips).map(([id, strip], i) => {
          const { send, ...rest } = fields[i]!;
          const broken: Strip = { ...strip, ...rest, output: id === MASTER_ID ? "gone" : rest.output, sends: [createSend(send, { id: `x${i}` })] };
          return [id, broken] as const;
        });
        const vcas = { v: createVca({ id: "v", members: ["v", "w", member] }), w: createVca({ id: "w", members: ["v", "c0"] }) };
        const broken = { ...session, strips: Object.fromEntries(strips), vcas };
        try {
          const plan = planOf({ session: broken, latencies }, mode);
          for (const step of plan.steps) if ("delayFrames" in step) expect(step.delayFrames).toBeGreaterThanOrEqual(0);
          expect(plan.latencyFrames).toBeLessThan(1e7);
          heard(broken);
        } catch (error) {
          // The one thing that has no sound answer, and is said with the path.
          if (!(error instanceof RoutingCycleError)) throw error;
        }
      }),
    );
  });

  it("names the way of a circle", () => {
    const bus = (id: string, output: string) => createStrip("bus", { id, name: `Bus ${id.toUpperCase()}`, output });
    const strips = { [MASTER_ID]: createStrip("master", { id: MASTER_ID }), a: bus("a", "b"), b: bus("b", "c"), c: bus("c", "a"), d: bus("d", "a") };
    const session: Session = createSession({ strips, order: ["a", "b", "c", "d"] });
    let thrown: unknown;
    try {
      planOf({ session, latencies: new Map() }, "inline");
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(RoutingCycleError);
    const { path, message } = thrown as RoutingCycleError;
    expect(path).toHaveLength(4);
    expect(path.at(-1)).toBe(path[0]);
    expect(new Set(path)).toEqual(new Set(["Bus A", "Bus B", "Bus C"]));
    for (const [i, name] of path.slice(1).entries()) {
      const from = Object.values(strips).find((strip) => strip.name === path[i])!;
      expect(strips[from.output as keyof typeof strips].name).toBe(name);
    }
    expect(message).toBe(`The routing goes in a circle: ${path.map((name) => `“${name}”`).join(" → ")}. Route one of them elsewhere.`);
  });
});
