import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocateEventQueue, EventQueue } from "../shared/event-queue.js";
import { PendingEvents } from "./pending-events.js";

function attached() {
  const memory = allocateEventQueue(false);
  const pending = new PendingEvents();
  pending.attach(new EventQueue(memory));
  const reader = new EventQueue(memory);
  const drain = () => {
    const taken: number[][] = [];
    while (reader.take()) taken.push([reader.frame, reader.target, reader.value]);
    return taken;
  };
  return { pending, drain };
}

describe("PendingEvents", () => {
  it("loses no timed event and keeps their order, however full the queue is", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { minLength: 1, maxLength: 8 }), (bursts) => {
        const { pending, drain } = attached();
        let serial = 1;
        const taken: number[][] = [];
        bursts.forEach((count, i) => {
          for (let k = 0; k < count; k++) pending.push(serial, 0, serial++, -1);
          if (i % 3 === 2) taken.push(...drain());
        });
        for (let i = 0; i < 10; i++) {
          pending.flush();
          taken.push(...drain());
        }
        expect(taken).toEqual(Array.from({ length: serial - 1 }, (_, i) => [i + 1, 0, i + 1]));
      }),
      { numRuns: 30 },
    );
  });

  it("keeps only the last immediate value of each target while the queue is full", () => {
    const { pending, drain } = attached();
    for (let i = 0; i < 512; i++) pending.push(1000, 9, i, -1);
    for (const value of [1, 2, 3]) for (const target of [4, 5]) pending.push(0, target, value, -1);
    drain();
    pending.flush();
    expect(drain()).toEqual([[0, 4, 3], [0, 5, 3]]);
  });

  it("forgets what was pending for a former incarnation", () => {
    const { pending, drain } = attached();
    for (let i = 0; i < 600; i++) pending.push(1 + i, 0, i, -1);
    const memory = allocateEventQueue(false);
    pending.attach(new EventQueue(memory));
    pending.flush();
    expect(new EventQueue(memory).take()).toBe(false);
    expect(drain()).toHaveLength(512);
    pending.attach(undefined);
    pending.push(0, 1, 2, 3);
    expect(new EventQueue(memory).take()).toBe(false);
  });
});
