import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { QUANTUM } from "./quantum.js";
import { allocateRing, Ring } from "./ring.js";

/** Two threads' views of one ring. */
function both(capacity: number) {
  const memory = allocateRing(capacity, true);
  return { memory, writer: new Ring(memory), reader: new Ring(memory) };
}

function write(ring: Ring, quantum: number): void {
  ring.open(quantum);
  ring.slot(quantum).forEach((samples, c) => samples.fill(quantum + c / 2));
  ring.publish(quantum);
}

const capacity = fc.constantFrom(4, 8, 32, 256);
/** Also across the place where a quantum's number turns negative. */
const start = fc.constantFrom(0, 1, 1000, 0x7fff_fff0, -0x8000_0000);

describe("Ring", () => {
  it("holds the last `capacity` quanta and no other, wherever the count stands", () => {
    fc.assert(
      fc.property(capacity, start, fc.integer({ min: 1, max: 600 }), (size, first, count) => {
        const { writer, reader } = both(size);
        for (let i = 0; i < count; i++) write(writer, (first + i) | 0);
        expect(reader.written()).toBe((first + count) | 0);
        for (let i = 0; i < count; i++) {
          const quantum = (first + i) | 0;
          expect(reader.has(quantum)).toBe(i >= count - size);
          if (i < count - size) continue;
          expect([reader.slot(quantum)[0]![QUANTUM - 1], reader.slot(quantum)[1]![0]]).toEqual([Math.fround(quantum), Math.fround(quantum + 0.5)]);
        }
        expect(reader.has((first + count) | 0)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it("holds nothing at first", () => {
    const { reader } = both(8);
    for (let quantum = 0; quantum < 16; quantum++) expect(reader.has(quantum)).toBe(false);
  });

  it("takes a slot that is being rewritten for neither its old nor its new quantum", () => {
    const { writer, reader } = both(4);
    write(writer, 1);
    writer.open(5);
    expect([reader.has(1), reader.has(5)]).toEqual([false, false]);
    writer.publish(5);
    expect([reader.has(1), reader.has(5)]).toEqual([false, true]);
  });

  it("knows what it reads when quanta were skipped", () => {
    const { writer, reader } = both(4);
    for (const quantum of [0, 1, 6, 7]) write(writer, quantum);
    expect([0, 1, 2, 3, 4, 5, 6, 7].filter((quantum) => reader.has(quantum))).toEqual([0, 1, 6, 7]);
  });

  it("gives slots of its own to every quantum in it, with no frame shared", () => {
    const { memory, writer } = both(8);
    for (let quantum = 0; quantum < 8; quantum++) write(writer, quantum);
    for (let quantum = 0; quantum < 8; quantum++) {
      expect(writer.slot(quantum).every((samples, c) => samples.length === QUANTUM && samples.every((x) => x === quantum + c / 2))).toBe(true);
    }
    const last = writer.slot(7)[1]!;
    expect(last.byteOffset + last.byteLength).toBe(memory.buffer.byteLength);
  });

  it("gives the same arrays at every call", () => {
    const { reader } = both(4);
    expect(reader.slot(9)).toBe(reader.slot(1));
  });

  it("does not sleep on a ticket taken before it was woken", () => {
    const { writer, reader } = both(4);
    const ticket = reader.ticket();
    writer.wake();
    const started = performance.now();
    reader.sleep(ticket, 10_000);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
