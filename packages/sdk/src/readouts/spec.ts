import type { Unit } from "../params/spec.js";

/** One number that the processor shows the host, for instance a gain reduction. */
export interface LevelSpec {
  readonly kind: "level";
  readonly unit: Unit;
}

/** A few numbers of one kind, for instance a peak for each channel. */
export interface LevelsSpec {
  readonly kind: "levels";
  readonly unit: Unit;
  readonly count: number;
}

/**
 * Many numbers that belong together, for instance a spectrum. Published as a whole. A processor computes
 * it only while {@link SeriesWriter.observed} is true.
 */
export interface SeriesSpec {
  readonly kind: "series";
  readonly unit: Unit;
  readonly length: number;
}

export type ReadoutSpec = LevelSpec | LevelsSpec | SeriesSpec;
export type ReadoutSpecs = Readonly<Record<string, ReadoutSpec>>;

/** One number, in `unit`. */
export function level(unit: Unit): LevelSpec {
  return { kind: "level", unit };
}

/** `count` numbers, in `unit`. */
export function levels(unit: Unit, count: number): LevelsSpec {
  return { kind: "levels", unit, count };
}

/** `length` numbers published together, in `unit`. */
export function series(unit: Unit, length: number): SeriesSpec {
  return { kind: "series", unit, length };
}

/** How many numbers a readout holds. */
export function readoutLength(spec: ReadoutSpec): number {
  return spec.kind === "level" ? 1 : spec.kind === "levels" ? spec.count : spec.length;
}

/** What a processor writes a readout with. `@audioThread` and plugin workers; never allocates. */
export type WriterOf<Spec> = Spec extends SeriesSpec ? SeriesWriter : Spec extends LevelsSpec ? LevelsWriter : LevelWriter;

export interface LevelWriter {
  /** Whether somebody is looking. While false, what costs much need not be computed. */
  readonly observed: boolean;
  /** Publishes the value. */
  set(value: number): void;
}

export interface LevelsWriter {
  /** As that of {@link LevelWriter}. */
  readonly observed: boolean;
  /** Publishes one of the values; `index` outside 0…count−1 is ignored. */
  set(index: number, value: number): void;
}

export interface SeriesWriter {
  /** Whether a view is looking. While false, do not compute. */
  readonly observed: boolean;
  /** Fill this, then {@link publish}. It belongs to the processor; nobody else reads it. */
  readonly data: Float32Array;
  /** Shows the host what is in `data` now. */
  publish(): void;
}

export type WritersOf<Specs extends ReadoutSpecs> = { readonly [Id in keyof Specs]: WriterOf<Specs[Id]> };
