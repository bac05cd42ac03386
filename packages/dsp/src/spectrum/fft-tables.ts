import type { KernelExports } from "../wasm/kernel-exports.js";
import { KernelSpace, kernelsInUse } from "../wasm/kernel-space.js";

/** What a transform of one length needs beside its input: sines, the order of its frames, and room to work in. */
export interface FftTables {
  readonly kernels: KernelExports | undefined;
  readonly reversed: Uint32Array;
  /** Room for the real parts; what it holds lasts for one transform. */
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
  readonly turns: Float64Array;
  readonly split: Float64Array;
}

const made = new Map<string, FftTables>();

/** The tables for a length, made once in a realm. @param size - frames, a power of two, 4 or more. */
export function fftTables(size: number): FftTables {
  const key = `${size} ${kernelsInUse()}`;
  let tables = made.get(key);
  if (tables === undefined) {
    tables = createTables(size);
    made.set(key, tables);
  }
  return tables;
}

function createTables(size: number): FftTables {
  const half = size / 2;
  const bins = half + 1;
  const length = turnsLength(half);
  const space = new KernelSpace([bins, bins, length, size]);
  const tables = {
    kernels: space.kernels,
    reversed: createReversed(half),
    real: space.take(bins),
    imaginary: space.take(bins),
    turns: space.take(length),
    split: space.take(size),
  };
  fillTurns(tables.turns, half);
  fillTurn(tables.split, 0, half, size);
  return tables;
}

function createReversed(length: number): Uint32Array {
  const reversed = new Uint32Array(length);
  const bits = Math.log2(length);
  for (let i = 0; i < length; i++) {
    let r = 0;
    for (let b = 0; b < bits; b++) if (i & (1 << b)) r |= 1 << (bits - 1 - b);
    reversed[i] = r >>> 0;
  }
  return reversed;
}

/** Where the passes of two stages begin: after one stage, or two. */
function firstSpan(half: number): number {
  return Math.log2(half) % 2 === 1 ? 2 : 4;
}

function turnsLength(half: number): number {
  let length = 0;
  for (let span = firstSpan(half); span < half; span *= 4) length += 4 * span;
  return length;
}

/** For each pass: cosines and sines of its first stage, then of its second, so that a pass reads them in a row. */
function fillTurns(turns: Float64Array, half: number): void {
  let at = 0;
  for (let span = firstSpan(half); span < half; span *= 4) {
    fillTurn(turns, at, span, 2 * span);
    fillTurn(turns, at + 2 * span, span, 4 * span);
    at += 4 * span;
  }
}

/** `count` cosines, then as many sines, of the steps of a circle. */
function fillTurn(table: Float64Array, at: number, count: number, circle: number): void {
  for (let k = 0; k < count; k++) {
    table[at + k] = Math.cos((2 * Math.PI * k) / circle);
    table[at + count + k] = Math.sin((2 * Math.PI * k) / circle);
  }
}
