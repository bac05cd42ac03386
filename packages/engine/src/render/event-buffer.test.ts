import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocateEventQueue, EventQueue } from "../shared/event-queue.js";
import { EventBuffer } from "./event-buffer.js";

function filled(frames: readonly number[]): EventBuffer {
  const queue = new EventQueue(allocateEventQueue(false));
  const buffer = new EventBuffer();
  frames.forEach((frame, serial) => {
    queue.push(frame, serial, serial / 2, -1);
    if (serial % 100 === 0) buffer.fill(queue);
  });
  buffer.fill(queue);
  return buffer;
}

function* drained(buffer: EventBuffer): Generator<[frame: number, serial: number]> {
  while (buffer.nextFrame < Infinity) {
    yield [buffer.nextFrame, buffer.target];
    buffer.shift();
  }
}

describe("EventBuffer", () => {
  it("gives events in the order of their frames, of equal frames the earlier first", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 400 }), (frames) => {
        const expected = frames.map((frame, serial) => [frame, serial]).sort(([a = 0, s = 0], [b = 0, t = 0]) => a - b || s - t);
        expect([...drained(filled(frames))]).toEqual(expected);
      }),
    );
  });

  it("keeps that order while some are taken and others come", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 2 })), { maxLength: 300 }), (turns) => {
        const queue = new EventQueue(allocateEventQueue(false));
        const buffer = new EventBuffer();
        const model: [frame: number, serial: number][] = [];
        turns.forEach(([frame, shifts], serial) => {
          queue.push(frame, serial, 0, 0);
          buffer.fill(queue);
          model.push([frame, serial]);
          model.sort(([a, s], [b, t]) => a - b || s - t);
          for (let i = 0; i < shifts; i++) {
            buffer.shift();
            model.shift();
          }
          expect(buffer.nextFrame).toBe(model[0]?.[0] ?? Infinity);
        });
        expect([...drained(buffer)]).toEqual(model);
      }),
    );
  });

  it("lets the latest give way when it is full", () => {
    const frames = Array.from({ length: 1500 }, (_, i) => (i * 7919) % 1500);
    const kept = [...drained(filled(frames))].map(([frame]) => frame);
    expect(kept).toHaveLength(1024);
    expect(kept).toEqual(Array.from({ length: 1024 }, (_, frame) => frame));
  });

  it("lets an event fall on a whole frame, and one whose frame is no number at once", () => {
    expect([...drained(filled([10.25, Number.NaN, 3]))].map(([frame]) => frame)).toEqual([0, 3, 11]);
  });
});
