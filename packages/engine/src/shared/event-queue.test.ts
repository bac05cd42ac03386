import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocateEventQueue, EVENT_QUEUE_BYTES, EventQueue } from "./event-queue.js";

/** Fills a new queue until it refuses. @returns the events that it took. */
function mostOf(queue: EventQueue): number {
  let count = 0;
  while (queue.push(count, 0, 0, 0)) count += 1;
  return count;
}

function both(startCounters = 0, byteOffset = 0) {
  const memory = new SharedArrayBuffer(byteOffset + EVENT_QUEUE_BYTES);
  new Int32Array(memory, byteOffset, 2).fill(startCounters);
  return { producer: new EventQueue(memory, byteOffset), consumer: new EventQueue(memory, byteOffset) };
}

describe("EventQueue", () => {
  it("gives every event once, in order, whatever the turns of its two ends, also where counters wrap", () => {
    // Positive: push so many; negative: take so many.
    const turns = fc.array(fc.integer({ min: -300, max: 300 }), { maxLength: 30 });
    fc.assert(
      fc.property(turns, fc.constantFrom(0, 0x7fff_fff0, -16), (list, counters) => {
        const { producer, consumer } = both(counters);
        const waiting: number[] = [];
        let serial = 0;
        for (const turn of list) {
          for (let i = 0; i < turn; i++) if (producer.push(serial, -1, serial / 3, 64)) waiting.push(serial++);
          for (let i = 0; i < -turn; i++) {
            const expected = waiting.shift();
            expect(consumer.take()).toBe(expected !== undefined);
            if (expected === undefined) continue;
            expect([consumer.frame, consumer.target, consumer.value, consumer.ramp]).toEqual([expected, -1, expected / 3, 64]);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it("refuses when it is full, loses nothing, and takes again when one was taken", () => {
    const { producer, consumer } = both();
    const most = mostOf(producer);
    expect(most).toBe(512);
    expect(producer.push(99, 0, 0, 0)).toBe(false);
    expect(consumer.take() && consumer.frame).toBe(0);
    expect(producer.push(most, 0, 0, 0)).toBe(true);
    const frames = [];
    while (consumer.take()) frames.push(consumer.frame);
    expect(frames).toEqual(Array.from({ length: most }, (_, i) => i + 1));
  });

  it("lies where it is put and nowhere else", () => {
    const { producer, consumer } = both(0, 64);
    mostOf(producer);
    while (consumer.take());
    expect(consumer.take()).toBe(false);
  });

  it("works in memory that is not shared", () => {
    const queue = new EventQueue(allocateEventQueue(false));
    queue.push(1, 2, 3, 4);
    expect(queue.take() && [queue.frame, queue.target, queue.value, queue.ramp]).toEqual([1, 2, 3, 4]);
  });
});
