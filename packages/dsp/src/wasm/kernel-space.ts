import { bytesOfBase64 } from "./base64.js";
import { KERNEL_BASE64 } from "./kernel-base64.js";
import type { KernelExports, WebAssemblyApi } from "./kernel-exports.js";

/** Which implementation computes: both give the same numbers, to the bit. */
export type KernelKind = "wasm" | "typescript";

const PAGE_BYTES = 65_536;
/** Kernels of many plugin instances share a memory; a browser has room for few of them, and each costs a reservation. */
const CHUNK_PAGES = 16;
/** The compiler's own part at the start of the memory. */
const FIRST_BYTE = 1024;
/** Vectors are read fastest at multiples of their length. */
const ALIGNMENT = 16;
/** Frames of each of the two scratch channels that kernels in one memory share. */
export const SCRATCH_FRAMES = 1024;
/** Entries of the list that kernels in one memory share: two for each section of a cascade. */
export const LIST_LENGTH = 512;

let preferred: KernelKind = "wasm";
let compiled: object | undefined;
let unavailable = false;
let current: Chunk | undefined;

/** One memory with its instance of the module. It lives as long as a kernel that has arrays in it. */
class Chunk {
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly list: Uint32Array;
  private free = FIRST_BYTE;

  constructor(readonly kernels: KernelExports) {
    this.left = this.take(SCRATCH_FRAMES);
    this.right = this.take(SCRATCH_FRAMES);
    const { buffer, byteOffset } = this.take(LIST_LENGTH / 2);
    this.list = new Uint32Array(buffer, byteOffset, LIST_LENGTH);
  }

  holds(length: number): boolean {
    return this.free + bytesFor(length) <= this.kernels.memory.buffer.byteLength;
  }

  take(length: number): Float64Array {
    const array = new Float64Array(this.kernels.memory.buffer, this.free, length);
    this.free += bytesFor(length);
    return array;
  }
}

/**
 * Where a kernel keeps its arrays: in a WebAssembly memory, or in plain arrays where there is none. All its arrays lie in
 * the same memory.
 */
export class KernelSpace {
  /** The functions over that memory; undefined means that TypeScript computes. */
  readonly kernels: KernelExports | undefined;
  /** Room for the left channel of a call, {@link SCRATCH_FRAMES} long. What it holds lasts until the next call of any kernel. */
  readonly left: Float64Array;
  /** As `left`. */
  readonly right: Float64Array;
  /** Room for {@link LIST_LENGTH} pointers, likewise. */
  readonly list: Uint32Array;
  private readonly chunk: Chunk | undefined;

  /** @param lengths - of all arrays that will be taken, in any order. */
  constructor(lengths: readonly number[]) {
    const total = lengths.reduce((sum, length) => sum + bytesFor(length) / Float64Array.BYTES_PER_ELEMENT, 0);
    this.chunk = chunkWith(total);
    this.kernels = this.chunk?.kernels;
    this.left = this.chunk?.left ?? EMPTY;
    this.right = this.chunk?.right ?? EMPTY;
    this.list = this.chunk?.list ?? EMPTY_LIST;
  }

  /** An array of zeros. */
  take(length: number): Float64Array {
    return this.chunk?.take(length) ?? new Float64Array(length);
  }
}

const EMPTY = new Float64Array(0);
const EMPTY_LIST = new Uint32Array(0);

/**
 * Chooses what computes in instances made from now on, in this realm. The default is WebAssembly where the realm has it
 * with SIMD; TypeScript otherwise.
 */
export function preferKernels(kind: KernelKind): void {
  preferred = kind;
}

/** What computes in instances made now. */
export function kernelsInUse(): KernelKind {
  return chunkWith(0) === undefined ? "typescript" : "wasm";
}

function bytesFor(length: number): number {
  return Math.ceil((length * Float64Array.BYTES_PER_ELEMENT) / ALIGNMENT) * ALIGNMENT;
}

function chunkWith(length: number): Chunk | undefined {
  if (preferred === "typescript" || unavailable) return undefined;
  if (current?.holds(length)) return current;
  try {
    const pages = Math.ceil((FIRST_BYTE + 2 * bytesFor(SCRATCH_FRAMES) + bytesFor(LIST_LENGTH / 2) + bytesFor(length)) / PAGE_BYTES);
    current = createChunk(Math.max(CHUNK_PAGES, pages));
    return current;
  } catch {
    // No WebAssembly, no SIMD, a policy against it, or no room for one more memory: TypeScript does the same work.
    unavailable = compiled === undefined;
    return undefined;
  }
}

function createChunk(pages: number): Chunk {
  const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: WebAssemblyApi };
  compiled ??= new WebAssembly.Module(bytesOfBase64(KERNEL_BASE64));
  const kernels = new WebAssembly.Instance(compiled).exports as KernelExports;
  const { memory } = kernels;
  memory.grow(pages - memory.buffer.byteLength / PAGE_BYTES);
  return new Chunk(kernels);
}
