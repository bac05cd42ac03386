import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocateEventQueue, EventQueue } from "../shared/event-queue.js";
import { QUANTUM } from "../shared/quantum.js";
import { TransportTarget } from "../shared/transport.js";
import { FADE_FRAMES, Playhead } from "./playhead.js";

const STEP = 1 / FADE_FRAMES + 1e-9;

interface Command {
  readonly frame: number;
  readonly target: keyof typeof TransportTarget;
  readonly value?: number;
}

/** One stretch of the song at one frame. */
interface Voice {
  readonly song: number;
  readonly gain: number;
}

/** What each frame plays: what was there before comes first. */
function play(commands: readonly Command[], quanta: number): { frames: Voice[][]; playhead: Playhead } {
  const memory = allocateEventQueue(false);
  const queue = new EventQueue(memory);
  for (const { frame, target, value = -1 } of commands) queue.push(frame, TransportTarget[target], value, 0);
  const playhead = new Playhead(memory);
  const frames: Voice[][] = Array.from({ length: quanta * QUANTUM }, () => []);
  for (let quantum = 0; quantum < quanta; quantum++) {
    playhead.prepare(quantum * QUANTUM);
    for (let piece = 0; piece < playhead.pieces; piece++) {
      const [offset = -1, length = 0] = [playhead.offset[piece], playhead.length[piece]];
      if (offset < 0 || length < 1 || offset + length > QUANTUM) expect.fail(`a piece of ${length} frames at ${offset}`);
      for (let i = 0; i < length; i++) {
        frames[quantum * QUANTUM + offset + i]!.push({ song: playhead.song[piece]! + i, gain: playhead.gain[piece]! + playhead.slope[piece]! * i });
      }
    }
  }
  return { frames, playhead };
}

const frame = fc.integer({ min: 0, max: 3000 });
const later = fc.integer({ min: FADE_FRAMES, max: 3000 });
const songFrame = fc.integer({ min: 1, max: 100_000 });
const QUANTA = 40;
const LENGTH = QUANTA * QUANTUM;
const FROM_START: Command = { frame: 0, target: "play", value: 0 };

/** Fails unless a frame plays these voices, in any order, to 1e-9; a gain of 0 is nothing. */
function expectVoices(at: number, voices: readonly Voice[], expected: readonly Voice[]): void {
  const heard = (list: readonly Voice[]) => list.filter(({ gain }) => Math.abs(gain) > 1e-9).sort((a, b) => a.song - b.song);
  const [is, should] = [heard(voices), heard(expected)];
  const same = is.length === should.length && is.every(({ song, gain }, i) => song === should[i]!.song && Math.abs(gain - should[i]!.gain) < 1e-9);
  if (!same) expect.fail(`frame ${at} plays ${JSON.stringify(is)} instead of ${JSON.stringify(should)}`);
}

const fadeIn = (since: number) => Math.min(1, since / FADE_FRAMES);
const fadeOut = (since: number) => Math.max(0, 1 - since / FADE_FRAMES);

describe("Playhead", () => {
  it("starts on the frame of the command, fading in except from the song's beginning", () => {
    fc.assert(
      fc.property(frame, fc.oneof(fc.constant(0), songFrame), (at, from) => {
        const { frames } = play([{ frame: at, target: "play", value: from }], QUANTA);
        frames.forEach((voices, i) => {
          expectVoices(i, voices, i < at ? [] : [{ song: from + i - at, gain: from === 0 ? 1 : fadeIn(i - at) }]);
        });
      }),
      { numRuns: 30 },
    );
  });

  it("pauses on the frame of the command and stands there; what it left fades out", () => {
    fc.assert(
      fc.property(later, (at) => {
        const { frames, playhead } = play([FROM_START, { frame: at, target: "pause" }], QUANTA);
        frames.forEach((voices, i) => {
          expectVoices(i, voices, [{ song: i, gain: i < at ? 1 : fadeOut(i - at) }]);
        });
        expect([playhead.playing, playhead.position]).toEqual([false, at]);
      }),
      { numRuns: 30 },
    );
  });

  it("seeks on the frame of the command, crossfading from where it was", () => {
    fc.assert(
      fc.property(later, songFrame, (at, to) => {
        const { frames } = play([FROM_START, { frame: at, target: "seek", value: to }], QUANTA);
        frames.forEach((voices, i) => {
          const left = { song: i, gain: i < at ? 1 : fadeOut(i - at) };
          expectVoices(i, voices, i < at ? [left] : [left, { song: to + i - at, gain: fadeIn(i - at) }]);
        });
      }),
      { numRuns: 30 },
    );
  });

  it("moves at once while it stands", () => {
    const { playhead, frames } = play([{ frame: 0, target: "seek", value: 777 }], 1);
    expect([playhead.playing, playhead.position, frames.flat()]).toEqual([false, 777, []]);
  });

  it("loops without skipping or repeating a frame", () => {
    const loop = fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 2 * QUANTUM, max: 900 }));
    fc.assert(
      fc.property(loop, fc.integer({ min: 0, max: 1600 }), ([start, length], from) => {
        const end = start + length;
        const commands: Command[] = [{ frame: 0, target: "loopStart", value: start }, { frame: 0, target: "loopEnd", value: end }];
        const { frames } = play([...commands, { frame: 0, target: "play", value: from }], QUANTA);
        let expected = from;
        frames.forEach((voices, i) => {
          expectVoices(i, voices, [{ song: expected, gain: from === 0 ? 1 : fadeIn(i) }]);
          expected = expected + 1 === end ? start : expected + 1;
        });
      }),
      { numRuns: 40 },
    );
  });

  it("does not loop what is too short for it", () => {
    const { frames } = play([{ frame: 0, target: "loopStart", value: 0 }, { frame: 0, target: "loopEnd", value: 255 }, FROM_START], 10);
    expect(frames[1000]).toEqual([{ song: 1000, gain: 1 }]);
  });

  it("goes on out of a loop that is taken away", () => {
    const loop: Command[] = [{ frame: 0, target: "loopStart", value: 0 }, { frame: 0, target: "loopEnd", value: 300 }];
    const { frames } = play([...loop, FROM_START, { frame: 700, target: "loopEnd", value: 0 }], 10);
    expect([299, 300, 599, 600, 700, 1000].map((at) => frames[at]![0]!.song)).toEqual([299, 0, 299, 0, 100, 400]);
  });

  it("makes no step in any voice's gain, whatever it is told when", () => {
    const target = fc.constantFrom("play", "pause", "seek" as const);
    const command = fc.record({ frame, target, value: fc.integer({ min: 1, max: 100_000 }) });
    fc.assert(
      fc.property(fc.array(command, { maxLength: 8 }), (commands) => {
        const { frames } = play(commands, QUANTA);
        for (let i = 1; i < LENGTH; i++) {
          for (const { song, gain } of frames[i]!) {
            if (gain < -1e-9 || gain > 1 + 1e-9) expect.fail(`gain ${gain} at frame ${i}`);
            const before = frames[i - 1]!.filter((voice) => voice.song === song - 1);
            if (gain > STEP && !before.some((voice) => Math.abs(voice.gain - gain) < STEP)) expect.fail(`song frame ${song} comes in at gain ${gain} at frame ${i}`);
          }
          for (const { song, gain } of frames[i - 1]!) {
            const after = frames[i]!.filter((voice) => voice.song === song + 1);
            if (gain > STEP && !after.some((voice) => Math.abs(voice.gain - gain) < STEP)) expect.fail(`song frame ${song} breaks off at gain ${gain} at frame ${i}`);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each<[name: string, commands: Command[], playing: boolean, position: number]>([
    ["stop and play at once plays from where stop went", [{ frame: 1000, target: "pause" }, { frame: 1000, target: "seek", value: 5000 }, { frame: 1000, target: "play" }], true, 5000],
    ["seek and pause at once stands where it was sent", [{ frame: 1000, target: "seek", value: 5000 }, { frame: 1000, target: "pause" }], false, 5000],
    ["pause and seek at once stands where it was sent", [{ frame: 1000, target: "pause" }, { frame: 1000, target: "seek", value: 5000 }], false, 5000],
    ["two seeks at once go to the second", [{ frame: 1000, target: "seek", value: 9000 }, { frame: 1000, target: "seek", value: 5000 }], true, 5000],
    ["a command for later does not hold up one for now", [{ frame: 4000, target: "pause" }, { frame: 1000, target: "seek", value: 5000 }], true, 5000],
    ["play while it plays changes nothing", [{ frame: 1000, target: "play" }], true, 1000],
  ])("%s", (_, commands, playing, position) => {
    const { playhead } = play([FROM_START, ...commands], 13);
    expect([playhead.playing, playhead.position]).toEqual([playing, playing ? position + 13 * QUANTUM - 1000 : position]);
  });
});
