import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encoderSteps } from "./encoder.js";
import { FineControllers } from "./fine-controller.js";
import { PITCH_BEND, readControlChange } from "./midi-message.js";
import { Pickup } from "./pickup.js";

const seven = fc.integer({ min: 0, max: 127 });

describe("readControlChange", () => {
  it.each([
    [[0xb0, 7, 100], { channel: 0, controller: 7, value: 100 }],
    [[0xbf, 119, 0], { channel: 15, controller: 119, value: 0 }],
    [[0xe2, 0x7f, 0x7f], { channel: 2, controller: PITCH_BEND, value: 16_383 }],
    [[0xe0, 0, 0x40], { channel: 0, controller: PITCH_BEND, value: 8192 }],
  ])("reads %j", (bytes, read) => {
    expect(readControlChange(new Uint8Array(bytes))).toEqual(read);
  });

  it("takes no other bytes for a movement", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 6 }), (bytes) => {
        const status = (bytes[0] ?? 0) & 0xf0;
        const isData = bytes.length >= 3 && (bytes[1] ?? 128) < 128 && (bytes[2] ?? 128) < 128;
        const isMovement = isData && (status === 0xe0 || (status === 0xb0 && (bytes[1] ?? 127) < 120));
        expect(readControlChange(bytes) !== undefined).toBe(isMovement);
      }),
    );
    for (const bytes of [[0x90, 60, 100], [0xb0, 123, 0], [0xf8], [0xb0, 7], [0xb0, 7, 200]]) expect(readControlChange(new Uint8Array(bytes))).toBeUndefined();
  });
});

describe("encoderSteps", () => {
  it.each([
    ["two's complement", 1, 1], ["two's complement", 127, -1], ["two's complement", 66, -62],
    ["offset", 65, 1], ["offset", 63, -1], ["offset", 64, 0],
    ["sign bit", 1, 1], ["sign bit", 65, -1], ["sign bit", 64, 0], ["sign bit", 127, -63],
  ] as const)("%s: %i is %i", (encoding, value, steps) => {
    expect(encoderSteps(encoding, value)).toBe(steps);
  });
});

describe("FineControllers", () => {
  it("makes 14 bits of the two halves, whatever they are", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 31 }), seven, seven, (controller, coarse, fine) => {
        const pairs = new FineControllers();
        pairs.take("port", { channel: 0, controller, value: coarse });
        const read = pairs.take("port", { channel: 0, controller: controller + 32, value: fine });
        expect(read).toEqual({ controller, position: (128 * coarse + fine) / 16_383 });
      }),
    );
  });

  it("keeps ports and channels apart, and takes neither a lone fine half nor what is in no pair", () => {
    const pairs = new FineControllers();
    pairs.take("a", { channel: 0, controller: 7, value: 64 });
    expect(pairs.take("b", { channel: 0, controller: 39, value: 1 })).toBeUndefined();
    expect(pairs.take("a", { channel: 1, controller: 39, value: 1 })).toBeUndefined();
    expect(pairs.take("a", { channel: 0, controller: 64, value: 1 })).toBeUndefined();
  });
});

describe("Pickup", () => {
  it("moves nothing until the controller reaches or crosses the value, then follows", () => {
    const pickup = new Pickup();
    expect([0, 0.1, 0.2].map((position) => pickup.take(position, 0.5))).toEqual([false, false, false]);
    expect(pickup.take(0.7, 0.5)).toBe(true);
    expect(pickup.take(0.9, 0.7)).toBe(true);
    // Undo put the value elsewhere.
    expect(pickup.take(0.95, 0.2)).toBe(false);
    expect(pickup.take(0.1, 0.2)).toBe(true);
  });

  it("never makes a value jump: it moves by no more than the controller did, or by what counts as near", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (start, positions) => {
        const pickup = new Pickup();
        let travel = start;
        let before: number | undefined;
        for (const position of positions) {
          if (pickup.take(position, travel)) {
            expect(Math.abs(position - travel)).toBeLessThanOrEqual(Math.max(2 / 127, Math.abs(position - (before ?? position))) + 1e-12);
            travel = position;
          }
          before = position;
        }
      }),
    );
  });
});
