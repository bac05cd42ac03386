import { expect, it } from "vitest";
import { SpareMemory } from "./spare-memory.js";

const BYTES = 64;
const LATER = 5000;

function used() {
  const spare = new SpareMemory();
  const memory = spare.take(BYTES, 0);
  new Uint8Array(memory).fill(7);
  return { spare, memory };
}

it("gives memory again, empty, once the workers that knew it have ended and the audio thread has left it", () => {
  const { spare, memory } = used();
  const worker = { gone: false };
  spare.retire([memory], [{ gone: true }, worker], 0);
  expect(spare.take(BYTES, LATER)).not.toBe(memory);
  worker.gone = true;
  expect(spare.take(BYTES, 100)).not.toBe(memory);
  expect(spare.take(2 * BYTES, LATER)).not.toBe(memory);
  expect(spare.take(BYTES, LATER)).toBe(memory);
  expect(new Uint8Array(memory)).toEqual(new Uint8Array(BYTES));
  expect(spare.take(BYTES, LATER)).not.toBe(memory);
});

it("gives memory that was retired twice to one alone", () => {
  const { spare, memory } = used();
  for (const at of [0, 10]) spare.retire([memory], [], at);
  expect(spare.take(BYTES, LATER)).toBe(memory);
  expect(spare.take(BYTES, LATER)).not.toBe(memory);
});

it("knows when the audio thread has left it also where the count of quanta turns negative", () => {
  const { spare, memory } = used();
  spare.retire([memory], [], 0x7fff_fff0);
  expect(spare.take(BYTES, 0x7fff_fff8)).not.toBe(memory);
  expect(spare.take(BYTES, -0x7fff_0000)).toBe(memory);
});

it("keeps no more than 32 MiB, of the newest", () => {
  const spare = new SpareMemory();
  const all = Array.from({ length: 40 }, () => spare.take(2 ** 20, 0));
  spare.retire(all, [], 0);
  const again = Array.from({ length: 40 }, () => spare.take(2 ** 20, LATER));
  expect(all.map((memory) => again.includes(memory))).toEqual(all.map((_, i) => i >= 8));
});
