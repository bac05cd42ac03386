import { definePlugin, type TransportReader } from "@headroom/sdk";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocateEventQueue, EventQueue } from "../shared/event-queue.js";
import { allocateInsertMemory, insertLayout, InsertTarget } from "../shared/insert-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import { allocateTimeline } from "../shared/timeline.js";
import { TransportTarget } from "../shared/transport.js";
import { InsertRunner } from "./insert-runner.js";
import { Playhead } from "./playhead.js";

const SAMPLE_RATE = 48_000;

/** Writes where the song is: its frame, at −1 where it stands; beats and tempo to the right. */
const clock = definePlugin({
  id: "test.clock",
  name: "Clock",
  vendor: "Headroom tests",
  version: "1.0.0",
  features: ["modulation"],
  params: {},
  extensions: ["dev.headroom.transport@1"],
  processor: ({ extension }) => {
    const transport = extension("dev.headroom.transport@1")!;
    return {
      process({ output, frames }) {
        const { playing, songFrame, bpm } = transport;
        for (let i = 0; i < frames; i++) {
          output[0]![i] = playing ? songFrame + i : -1;
          output[1]![i] = bpm;
        }
      },
    };
  },
});

interface Command {
  readonly frame: number;
  readonly target: number;
  readonly value: number;
}

/** Runs playhead and insert together, the insert some quanta later, as a worker may be. */
function run(commands: readonly Command[], quanta: number, delay: number, lateness: number) {
  const queue = allocateEventQueue(false);
  const playhead = new Playhead(queue);
  const timeline = allocateTimeline(false);
  const memory = allocateInsertMemory({}, false);
  const runner = new InsertRunner(clock, memory, { params: [], bypass: false, mix: 1, fadeIn: false, sampleRate: SAMPLE_RATE, offline: false, timeline });
  new EventQueue(memory, insertLayout({}).events).push(0, InsertTarget.delay, delay, 0);
  playhead.follow([timeline], 0);
  for (const { frame, target, value } of commands) new EventQueue(queue).push(frame, target, value, 0);
  const heard = [new Float32Array(quanta * QUANTUM), new Float32Array(quanta * QUANTUM)];
  const expected = new Float32Array(quanta * QUANTUM).fill(-1);
  const silence = [new Float32Array(QUANTUM), new Float32Array(QUANTUM)];
  for (let quantum = 0; quantum < quanta + lateness; quantum++) {
    if (quantum < quanta) {
      playhead.prepare(quantum * QUANTUM);
      for (let piece = 0; piece < playhead.pieces; piece++) {
        // What fades out is left behind: the song is where it grows or stays.
        if (playhead.slope[piece]! < 0) continue;
        for (let i = 0; i < playhead.length[piece]!; i++) {
          const at = quantum * QUANTUM + playhead.offset[piece]! + i + delay;
          if (at < expected.length) expected[at] = playhead.song[piece]! + i;
        }
      }
    }
    const late = quantum - lateness;
    if (late >= 0) runner.process(late, silence, heard.map((channel) => channel.subarray(late * QUANTUM, (late + 1) * QUANTUM)));
  }
  return { heard, expected };
}

describe("the song's place at an insert", () => {
  it("is exact to the frame through play, stop, moves and loops, later by the latency before it", () => {
    const quanta = 60;
    const command = fc.record({
      frame: fc.nat(quanta * QUANTUM - 1),
      target: fc.constantFrom(TransportTarget.play, TransportTarget.pause, TransportTarget.seek),
      value: fc.nat(100_000),
    });
    const loop = fc.option(fc.tuple(fc.nat(2000), fc.integer({ min: 2 * QUANTUM, max: 3000 })));
    fc.assert(
      fc.property(fc.array(command, { maxLength: 6 }), loop, fc.nat(2000), fc.nat(9), (unsorted, round, delay, lateness) => {
        const looped = round ? [{ frame: 0, target: TransportTarget.loopStart, value: round[0] }, { frame: 0, target: TransportTarget.loopEnd, value: round[0] + round[1] }] : [];
        const commands = [...looped, ...unsorted.toSorted((a, b) => a.frame - b.frame)];
        const { heard, expected } = run(commands, quanta, delay, lateness);
        const wrong = expected.findIndex((x, i) => heard[0]![i] !== x);
        if (wrong >= 0) expect.fail(`frame ${wrong}: heard ${heard[0]![wrong]}, and the song is at ${expected[wrong]}`);
      }),
      { numRuns: 200 },
    );
  });

  it("tells tempo and beats", () => {
    const { heard } = run([{ frame: 0, target: TransportTarget.tempo, value: 90 }, { frame: 1000, target: TransportTarget.tempo, value: 140 }], 20, 300, 2);
    expect([heard[1]![1299], heard[1]![1300]]).toEqual([90, 140]);
    const playhead = new Playhead();
    playhead.bpm = 90;
    playhead.start(SAMPLE_RATE);
    const timeline = allocateTimeline(false);
    let transport: TransportReader | undefined;
    const listener = definePlugin({
      ...clock,
      processor: ({ extension }) => {
        transport = extension("dev.headroom.transport@1");
        return { process: () => undefined };
      },
    });
    const runner = new InsertRunner(listener, allocateInsertMemory({}, false), { params: [], bypass: false, mix: 1, fadeIn: false, sampleRate: SAMPLE_RATE, offline: false, timeline });
    playhead.follow([timeline], 0);
    playhead.prepare(0);
    const audio = () => [new Float32Array(QUANTUM), new Float32Array(QUANTUM)];
    runner.process(0, audio(), audio());
    expect(transport).toMatchObject({ playing: true, songFrame: SAMPLE_RATE, bpm: 90, beat: 1.5 });
  });

  it("is not there for a plugin that does not state that it asks, or in a host without it", () => {
    const asked: unknown[] = [];
    const processor: (typeof clock)["processor"] = ({ extension }) => {
      asked.push(extension("dev.headroom.transport@1"));
      return { process: () => undefined };
    };
    const start = { params: [], bypass: false, mix: 1, fadeIn: false, sampleRate: SAMPLE_RATE, offline: false };
    new InsertRunner(definePlugin({ ...clock, extensions: [], processor }), allocateInsertMemory({}, false), { ...start, timeline: allocateTimeline(false) });
    new InsertRunner(definePlugin({ ...clock, processor }), allocateInsertMemory({}, false), start);
    expect(asked).toEqual([undefined, undefined]);
  });
});
