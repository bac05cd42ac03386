import { createSend, createSession, createStrip, emptySlots, MASTER_ID, type Insert, type Send, type Session, type Strip } from "@headroom/session";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { soloedStrips } from "../graph/heard.js";
import { anySession, AUDIO_KEYS, MOST_OFFSET, SONG_SECONDS } from "../graph/session-harness.js";
import { ClockWord, CONTROLS } from "../shared/engine-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import { TransportTarget } from "../shared/transport.js";
import type { Pcm } from "./clip-source.js";
import { MixHarness } from "./mix-harness.js";
import { FADE_FRAMES } from "./playhead.js";
import type { Renderer } from "./renderer.js";
import { isolatedMix } from "./isolated-mix-harness.js";
import { ReferenceMixer } from "./reference-mixer-harness.js";

const SAMPLE_RATE = 48_000;
const SONG_FRAMES = SONG_SECONDS * SAMPLE_RATE;

function noise(seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length: SONG_FRAMES }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return state / 2 ** 33;
  });
}

/** Two files, one of them mono. */
const mono = noise(3);
const audio = new Map<string, Pcm>(AUDIO_KEYS.map((key, i) => [key, i === 0 ? { left: noise(1), right: noise(2) } : { left: mono, right: mono }]));

describe("Renderer", () => {
  it("gives what a naive mixer gives, later by the plan's latency, to 1e-6", () => {
    fc.assert(
      fc.property(anySession, fc.nat(SONG_FRAMES), ({ session }, from) => {
        const harness = new MixHarness(audio);
        harness.update(session);
        harness.renderer.playhead.start(from);
        const { latencyFrames } = harness;
        const { left, right } = harness.render(Math.ceil((latencyFrames + 600) / QUANTUM));
        const gain = (frame: number) => (frame < 0 ? 0 : from === 0 ? 1 : Math.min(1, frame / FADE_FRAMES));
        const reference = new ReferenceMixer(session, audio, (frame) => ({ songFrame: from + frame, gain: gain(frame) }));
        // A strip that is early sounds before the song begins at the output.
        for (let at = Math.max(0, latencyFrames - MOST_OFFSET); at < latencyFrames + 450; at++) {
          const [l, r] = reference.mix(at - latencyFrames);
          const error = Math.max(Math.abs(left[at]! - l), Math.abs(right[at]! - r));
          if (!(error < 1e-6)) expect.fail(`frame ${at - latencyFrames} is off by ${error}`);
        }
        const strips = Object.keys(session.strips).length;
        expect(left.subarray(0, Math.max(0, latencyFrames - strips * MOST_OFFSET)).every((x) => x === 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("lets the monitor hear the soloed strips before or after their faders, as a naive mixer has them, to 1e-6", () => {
    fc.assert(
      fc.property(anySession, fc.constantFrom("pre fader", "after fader"), (any, listen) => {
        const session = { ...any.session, solo: { ...any.session.solo, listen } };
        const soloed = soloedStrips(session);
        fc.pre(soloed.size > 0);
        const harness = new MixHarness(audio);
        harness.monitored = true;
        harness.update(session);
        harness.renderer.playhead.start(0);
        const { latency = {}, latencyFrames = 0 } = harness.plan ?? {};
        const late = Math.max(latencyFrames, ...[...soloed].map((id) => latency[id]?.[listen === "pre fader" ? "preFader" : "output"] ?? 0));
        // The monitor goes over to the cue within 512 frames.
        const { left, right } = harness.render(Math.ceil((late + 1000) / QUANTUM));
        const reference = new ReferenceMixer(session, audio);
        for (let i = Math.max(0, 512 - late); i < 1000; i += 7) {
          const [l, r] = reference.cue(i);
          expect(Math.max(Math.abs(left[late + i]! - l), Math.abs(right[late + i]! - r))).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("puts the monitor's sides, mono, swap and level on the mix", () => {
    const clip = { id: "k", audio: "one", startSeconds: 0, offsetSeconds: 0, lengthSeconds: 1, gainDb: 0 };
    const monitor = fc.record({
      levelDb: fc.constantFrom(0, -7, -100), dim: fc.boolean(), dimDb: fc.constantFrom(-20, -6), mono: fc.boolean(), mute: fc.boolean(),
      swap: fc.boolean(), sides: fc.constantFrom("both", "left", "right"),
    });
    fc.assert(
      fc.property(monitor, (settings) => {
        const session = { ...sessionOf([createStrip("channel", { id: "a", clips: [clip] })]), monitor: settings };
        const harness = new MixHarness(audio);
        harness.monitored = true;
        harness.update(session);
        harness.renderer.playhead.start(0);
        const { left, right } = harness.render(2);
        const gain = settings.mute || settings.levelDb === -100 ? 0 : 10 ** ((settings.levelDb + (settings.dim ? settings.dimDb : 0)) / 20);
        for (let i = 0; i < 2 * QUANTUM; i++) {
          let [l, r] = new ReferenceMixer(session, audio).mix(i);
          if (settings.sides !== "both") l = r = settings.sides === "left" ? l : r;
          if (settings.mono) l = r = (l + r) / 2;
          if (settings.swap) [l, r] = [r, l];
          expect(left[i]).toBeCloseTo(l * gain, 6);
          expect(right[i]).toBeCloseTo(r * gain, 6);
        }
      }),
    );
  });

  it("gives with isolated inserts what it gives with inline ones, bit for bit, later by the hops", () => {
    fc.assert(
      fc.property(anySession, ({ session }) => {
        const inline = new MixHarness(audio);
        inline.update(session);
        const isolated = isolatedMix(session, audio);
        const run = (renderer: Renderer, latencyFrames: number) => {
          renderer.playhead.start(0);
          const quanta = Math.ceil((latencyFrames + 600) / QUANTUM);
          const output = [new Float32Array(quanta * QUANTUM), new Float32Array(quanta * QUANTUM)] as const;
          for (let at = 0; at < quanta * QUANTUM; at += QUANTUM) {
            expect(renderer.render([], output[0].subarray(at, at + QUANTUM), output[1].subarray(at, at + QUANTUM))).toBe(true);
          }
          return output.map((channel) => channel.slice(latencyFrames, latencyFrames + 600));
        };
        expect(run(isolated.renderer, isolated.latencyFrames)).toEqual(run(inline.renderer, inline.latencyFrames));
      }),
      { numRuns: 40 },
    );
  });

  it("loops as a naive mixer does, to 1e-6", () => {
    const loop = fc.tuple(fc.nat(1000), fc.integer({ min: 2 * QUANTUM, max: 900 }));
    fc.assert(
      fc.property(anySession, loop, ({ session }, [start, length]) => {
        const harness = new MixHarness(audio);
        harness.update(session);
        harness.transport.push(0, TransportTarget.loopStart, start, 0);
        harness.transport.push(0, TransportTarget.loopEnd, start + length, 0);
        harness.transport.push(0, TransportTarget.play, 0, 0);
        const { latencyFrames } = harness;
        const { left } = harness.render(Math.ceil((latencyFrames + 2500) / QUANTUM));
        const songAt = (frame: number) => (frame < start + length ? frame : start + ((frame - start) % length));
        const reference = new ReferenceMixer(session, audio, (frame) => ({ songFrame: songAt(frame), gain: frame < 0 ? 0 : 1 }));
        for (let i = 0; i < 2500; i += 3) {
          const error = Math.abs(left[latencyFrames + i]! - reference.mix(i)[0]);
          if (!(error < 1e-6)) expect.fail(`frame ${i} is off by ${error}`);
        }
      }),
      { numRuns: 15 },
    );
  });

  it("mixes what is connected to its inputs with the clips, mono to both sides", () => {
    const clip = { id: "k", audio: "one", startSeconds: 0, offsetSeconds: 0, lengthSeconds: 1, gainDb: 0 };
    const session = sessionOf([createStrip("channel", { id: "a", clips: [clip] }), createStrip("channel", { id: "b" })]);
    const harness = new MixHarness(audio);
    harness.update(session, new Map([["a", 1], ["b", 0]]));
    harness.renderer.playhead.start(0);
    const [left, right] = [new Float32Array(QUANTUM), new Float32Array(QUANTUM)];
    const stereo = [new Float32Array(QUANTUM).fill(0.25), new Float32Array(QUANTUM).fill(-0.125)];
    harness.renderer.render([[new Float32Array(QUANTUM).fill(0.5)], stereo], left, right);
    const [songLeft, songRight] = new ReferenceMixer(session, audio).mix(5);
    expect([left[5], right[5]]).toEqual([Math.fround(songLeft + 0.75), Math.fround(songRight + 0.375)]);
  });

  it("takes a control that is no number for 0", () => {
    const harness = new MixHarness(audio);
    harness.update(sessionOf([createStrip("channel", { id: "a" })]), new Map([["a", 0]]));
    const controls = new Float32Array(harness.memory.controls);
    for (const control of ["trimDb", "pan", "faderDb", "swap"] as const) controls[CONTROLS.indexOf(control) + CONTROLS.length] = Number.NaN;
    controls[CONTROLS.indexOf("pan")] = Number.NaN;
    const [left, right] = [new Float32Array(QUANTUM), new Float32Array(QUANTUM)];
    harness.renderer.render([[new Float32Array(QUANTUM).fill(0.25)]], left, right);
    expect([left[0], right[0]]).toEqual([0.25, 0.25]);
  });

  it("plays whatever the controls of strips, sends and monitor say, and never throws nor gives what is no audio", () => {
    const wild = fc.oneof(fc.constantFrom(Number.NaN, Infinity, -Infinity, 1e30, -1e30, 0), fc.float({ min: -200, max: 200, noNaN: true }));
    fc.assert(
      fc.property(anySession, fc.array(wild, { minLength: 40, maxLength: 40 }), ({ session }, values) => {
        const harness = new MixHarness(audio);
        harness.monitored = true;
        harness.update(session);
        harness.renderer.playhead.start(0);
        for (const table of ["controls", "sends", "monitor"] as const) {
          const numbers = new Float32Array(harness.memory[table]);
          for (let i = 0; i < Math.min(numbers.length, 400); i++) numbers[i] = values[(i * 7) % values.length]!;
        }
        const { left, right } = harness.render(20);
        for (const x of [...left, ...right]) if (!Number.isFinite(x)) expect.fail(`${x} came out`);
      }),
      { numRuns: 60 },
    );
  });

  it("lets one strip's NaN cost that strip alone, for as long as it lasts", () => {
    const harness = new MixHarness(audio);
    harness.update(sessionOf([createStrip("channel", { id: "a" }), createStrip("channel", { id: "b" })]), new Map([["a", 0], ["b", 1]]));
    const [left, right] = [new Float32Array(QUANTUM), new Float32Array(QUANTUM)];
    const fine = new Float32Array(QUANTUM).fill(0.25);
    for (const bad of [Number.NaN, 0.5, Infinity, 1e30]) {
      harness.renderer.render([[new Float32Array(QUANTUM).fill(bad)], [fine]], left, right);
      expect(left.every((x) => x === 0.25 + (bad === 0.5 ? 0.5 : 0))).toBe(true);
    }
    expect(new Int32Array(harness.memory.clock)[ClockWord.faults]).toBe(3);
  });
});

/** A sine whose own largest step is known. */
const AMPLITUDE = 0.5;
const sine = Float32Array.from({ length: 200_000 }, (_, i) => AMPLITUDE * Math.sin((2 * Math.PI * 110 * i) / SAMPLE_RATE));
const OWN_STEP = (AMPLITUDE * 2 * Math.PI * 110) / SAMPLE_RATE;

function sessionOf(strips: readonly Strip[]): Session {
  const all = [createStrip("master", { id: MASTER_ID }), ...strips];
  return createSession({ strips: Object.fromEntries(all.map((strip) => [strip.id, strip])), order: strips.map(({ id }) => id) });
}

function late(latency: number): Strip["inserts"] {
  const insert: Insert = { id: `late${latency}`, plugin: `delay${latency}`, version: "1.0.0", bypass: false, mix: 1, params: {} };
  return [insert, ...emptySlots().slice(1)];
}

const song = { id: "k", audio: "sine", startSeconds: 0, offsetSeconds: 0, lengthSeconds: 4, gainDb: 0 };
const channel = (fields: Partial<Strip> = {}) => createStrip("channel", { id: "a", clips: [song], ...fields });
const quiet = (output: string, latency: number) => createStrip("channel", { id: "b", inserts: late(latency), output });
const bus = createStrip("bus", { id: "bus" });
const send = (fields: Partial<Send> = {}) => createSend("bus", { id: "s", levelDb: -6, ...fields });

describe("Renderer, from plan to plan", () => {
  it.each<[name: string, before: Session, after: Session]>([
    ["a channel moves to a bus", sessionOf([channel(), bus]), sessionOf([channel({ output: "bus" }), bus])],
    ["a channel moves to a bus that waits for a late feeder", sessionOf([channel(), quiet("bus", 4096), bus]), sessionOf([channel({ output: "bus" }), quiet("bus", 4096), bus])],
    ["a late channel comes", sessionOf([channel()]), sessionOf([channel(), quiet("master", 2000)])],
    ["a late channel goes", sessionOf([channel(), quiet("master", 2000)]), sessionOf([channel()])],
    ["the fader is moved", sessionOf([channel()]), sessionOf([channel({ faderDb: -20 })])],
    ["the channel is muted", sessionOf([channel()]), sessionOf([channel({ mute: true })])],
    ["polarity, swap, pan and width change", sessionOf([channel()]), sessionOf([channel({ invert: [true, true], swap: true, pan: 0.7, width: 0.3 })])],
    ["a send comes", sessionOf([channel(), bus]), sessionOf([channel({ sends: [send()] }), bus])],
    ["a send goes", sessionOf([channel({ sends: [send()] }), bus]), sessionOf([channel(), bus])],
    ["a send moves before the fader", sessionOf([channel({ faderDb: -6, sends: [send()] }), bus]), sessionOf([channel({ faderDb: -6, sends: [send({ preFader: true })] }), bus])],
    ["a send's level and pan are moved", sessionOf([channel({ sends: [send()] }), bus]), sessionOf([channel({ sends: [send({ levelDb: -20, pan: 1 })] }), bus])],
    ["a send is muted", sessionOf([channel({ sends: [send()] }), bus]), sessionOf([channel({ sends: [send({ mute: true })] }), bus])],
    ["the channel is made late", sessionOf([channel()]), sessionOf([channel({ delaySeconds: 0.02 })])],
    ["the channel is made early", sessionOf([channel(), quiet("master", 64)]), sessionOf([channel({ delaySeconds: -0.02 }), quiet("master", 64)])],
    ["its bus is made early", sessionOf([channel({ output: "bus" }), bus]), sessionOf([channel({ output: "bus" }), createStrip("bus", { id: "bus", delaySeconds: -0.02 })])],
    ["another is soloed", sessionOf([channel(), quiet("master", 0)]), sessionOf([channel(), { ...quiet("master", 0), solo: true }])],
    ["pan law and mode change", sessionOf([channel()]), sessionOf([channel({ panMode: "dual", dualPan: [0, 0.5], panLawDb: -4.5 })])],
    ["the channel is taken off its bus", sessionOf([channel({ output: "bus" }), bus]), sessionOf([channel({ output: null }), bus])],
  ])("makes no step larger than the sound's own when %s", (_, before, after) => {
    const harness = new MixHarness(new Map([["sine", { left: sine, right: sine }]]));
    harness.update(before);
    harness.renderer.playhead.start(0);
    harness.render(100);
    const { left: last } = harness.render(1);
    harness.update(after);
    const { left } = harness.render(200);
    const samples = [last.at(-1)!, ...left];
    const steps = samples.slice(1).map((x, i) => Math.abs(x - samples[i]!));
    // A polarity that turns adds the slope of its own ramp, of 2 in 512 frames, to what the sound does.
    expect(Math.max(...steps)).toBeLessThan(OWN_STEP * 1.6);
  });

  it("carries on unharmed by a plan that is the same", () => {
    const session = sessionOf([channel(), quiet("master", 500), bus]);
    const [one, other] = [0, 1].map(() => {
      const harness = new MixHarness(new Map([["sine", { left: sine, right: sine }]]));
      harness.update(session);
      harness.renderer.playhead.start(0);
      return harness;
    });
    one!.render(20);
    other!.render(20);
    other!.update(structuredClone(session));
    expect(other!.render(50)).toEqual(one!.render(50));
  });
});
