import { FADE_SHAPES, type Clip, type FadeShape } from "@headroom/session";
import fc from "fast-check";
import { expect, it } from "vitest";
import { planClips } from "../graph/clips.js";
import { QUANTUM } from "../shared/quantum.js";
import { ClipSource } from "./clip-source.js";
import { Playhead } from "./playhead.js";

const SAMPLE_RATE = 48_000;
const FILE_FRAMES = 3000;
const file = { left: Float32Array.from({ length: FILE_FRAMES }, (_, i) => (i + 1) / 4096), right: Float32Array.from({ length: FILE_FRAMES }, (_, i) => -(i + 1) / 4096) };
const seconds = (frames: number) => frames / SAMPLE_RATE;

/** What clips play from a song frame on. */
function play(clips: readonly Clip[], from: number, frames: number): Float32Array {
  const source = new ClipSource(planClips(clips, SAMPLE_RATE), new Map([["file", file]]));
  const playhead = new Playhead();
  playhead.position = from;
  playhead.playing = true;
  const output = new Float32Array(Math.ceil(frames / QUANTUM) * QUANTUM);
  const right = new Float32Array(QUANTUM);
  for (let at = 0; at < output.length; at += QUANTUM) {
    playhead.prepare(at);
    source.run(playhead, output.subarray(at, at + QUANTUM), right);
  }
  return output.subarray(0, frames);
}

/** The formulas of the fades' description. */
const GAINS: Record<FadeShape, (x: number) => number> = {
  "linear": (x) => x,
  "equal-power": (x) => Math.sin((x * Math.PI) / 2),
  "s": (x) => x * x * (3 - 2 * x),
  "exponential": (x) => (1000 ** x - 1) / 999,
};

const fade = fc.record({ frames: fc.integer({ min: 0, max: 900 }), shape: fc.constantFrom(...FADE_SHAPES) });
const anyClip = fc.record({
  start: fc.nat(1500), offset: fc.nat(900), length: fc.integer({ min: 1, max: 5000 }), fadeIn: fade, fadeOut: fade,
  loop: fc.option(fc.tuple(fc.nat(800), fc.integer({ min: 16, max: 1800 })), { nil: undefined }), mute: fc.boolean(),
});

it("plays the file's frames, faded and looped as the formulas say, from wherever, to 1e-6", () => {
  fc.assert(
    fc.property(anyClip, fc.nat(3000), (draft, from) => {
      const loop = draft.loop && { start: draft.loop[0], end: draft.loop[0] + draft.loop[1] };
      const clip: Clip = {
        id: "c", audio: "file", startSeconds: seconds(draft.start), offsetSeconds: seconds(draft.offset), lengthSeconds: seconds(draft.length), gainDb: -6,
        fadeIn: { seconds: seconds(draft.fadeIn.frames), shape: draft.fadeIn.shape },
        fadeOut: { seconds: seconds(draft.fadeOut.frames), shape: draft.fadeOut.shape },
        ...(loop && { loop: { startSeconds: seconds(loop.start), endSeconds: seconds(loop.end) } }),
        ...(draft.mute && { mute: true }),
      };
      const output = play([clip], from, 3000);
      for (let i = 0; i < 3000; i++) {
        const within = from + i - draft.start;
        let at = draft.offset + within;
        if (loop && at >= loop.end) at = loop.start + ((at - loop.start) % (loop.end - loop.start));
        const inside = !draft.mute && within >= 0 && within < draft.length;
        const [fadeIn, fadeOut] = [Math.min(draft.length, draft.fadeIn.frames), Math.min(draft.length, draft.fadeOut.frames)];
        const rise = fadeIn > 0 ? GAINS[draft.fadeIn.shape](Math.min(1, within / fadeIn)) : 1;
        const fall = fadeOut > 0 ? GAINS[draft.fadeOut.shape](Math.min(1, (draft.length - within) / fadeOut)) : 1;
        const expected = inside ? (file.left[at] ?? 0) * 10 ** (-6 / 20) * rise * fall : 0;
        if (Math.abs(output[i]! - expected) > 1e-6) expect.fail(`frame ${i} is ${output[i]} instead of ${expected}`);
      }
    }),
  );
});

it("is at the frame that the clock says after a day, at any rate, looped or not", () => {
  for (const rate of [44_100, 48_000, 384_000]) {
    const day = 24 * 3600;
    const clip: Clip = { id: "c", audio: "file", startSeconds: 0, offsetSeconds: 0, lengthSeconds: day + 10, gainDb: 0, loop: { startSeconds: 0, endSeconds: 1000 / rate } };
    const late: Clip = { ...clip, startSeconds: day, lengthSeconds: 1 };
    const heard = [clip, late].map((each) => {
      const source = new ClipSource(planClips([each], rate), new Map([["file", file]]));
      const playhead = new Playhead();
      playhead.position = day * rate - 2 * QUANTUM;
      playhead.playing = true;
      const output = new Float32Array(5 * QUANTUM);
      for (let at = 0; at < output.length; at += QUANTUM) {
        playhead.prepare(at);
        source.run(playhead, output.subarray(at, at + QUANTUM), new Float32Array(QUANTUM));
      }
      return output;
    });
    const place = (day * rate - 2 * QUANTUM) % 1000;
    expect(heard[0]).toEqual(Float32Array.from({ length: 5 * QUANTUM }, (_, i) => file.left[(place + i) % 1000]!));
    expect(heard[1]!.findIndex((x) => x !== 0)).toBe(2 * QUANTUM);
    expect(heard[1]![2 * QUANTUM]).toBe(file.left[0]);
  }
});

it("the playhead counts a day of quanta without drift", () => {
  const playhead = new Playhead();
  playhead.position = 24 * 3600 * 48_000 - 1000 * QUANTUM + 1;
  playhead.playing = true;
  for (let quantum = 0; quantum < 1000; quantum++) playhead.prepare(quantum * QUANTUM);
  expect(playhead.position).toBe(24 * 3600 * 48_000 + 1);
});
