import type { Unit } from "../params/spec.js";

/** One number that the processor shows the host, for instance a gain reduction. */
export interface LevelSpec {
  /** Tells it from the other kinds. */
  readonly kind: "level";
  /** Of the number. */
  readonly unit: Unit;
}

/** A few numbers of one kind, for instance a peak for each channel. */
export interface LevelsSpec {
  /** Tells it from the other kinds. */
  readonly kind: "levels";
  /** Of each number. */
  readonly unit: Unit;
  /** How many numbers, 1…65536. */
  readonly count: number;
}

/**
 * Many numbers that belong together, for instance a spectrum. Published as a whole. A processor computes
 * it only while {@link SeriesWriter.observed} is true.
 */
export interface SeriesSpec {
  /** Tells it from the other kinds. */
  readonly kind: "series";
  /** Of each number. */
  readonly unit: Unit;
  /** How many numbers, 1…65536. */
  readonly length: number;
}

/** By how much a dynamics processor turns down now, in decibels: 0 or less. A host may show it beside the insert. */
export interface GainReductionSpec {
  /** Tells it from the other kinds. */
  readonly kind: "gainReduction";
  /** 0 or less. */
  readonly unit: "dB";
}

/**
 * The plugin's response in decibels at frequencies evenly spaced in octaves, which a host may draw small beside the
 * insert. Published as a whole, like a series: when it changed, and when {@link SeriesWriter.observed} turns true.
 */
export interface ResponseCurveSpec {
  /** Tells it from the other kinds. */
  readonly kind: "responseCurve";
  /** Of each point. */
  readonly unit: "dB";
  /** How many frequencies, 1…65536. */
  readonly points: number;
  /** Hz of the first point, above 0. */
  readonly lowHz: number;
  /** Hz of the last point, above `lowHz`. */
  readonly highHz: number;
}

/** A readout as stated by one of `level`, `levels`, `series`, `gainReduction`, `responseCurve`. Plain data. */
export type ReadoutSpec = LevelSpec | LevelsSpec | SeriesSpec | GainReductionSpec | ResponseCurveSpec;
/** Readout id → statement. */
export type ReadoutSpecs = Readonly<Record<string, ReadoutSpec>>;

/** One number, in `unit`. `@anyThread` */
export function level(unit: Unit): LevelSpec {
  return { kind: "level", unit };
}

/** `count` numbers, in `unit`. `@anyThread` */
export function levels(unit: Unit, count: number): LevelsSpec {
  return { kind: "levels", unit, count };
}

/** `length` numbers published together, in `unit`. `@anyThread` */
export function series(unit: Unit, length: number): SeriesSpec {
  return { kind: "series", unit, length };
}

/** By how much the processor turns down now, in decibels: 0 or less. `@anyThread` */
export function gainReduction(): GainReductionSpec {
  return { kind: "gainReduction", unit: "dB" };
}

/** The response at `points` frequencies, evenly spaced in octaves from `lowHz` to `highHz`: see {@link curveFrequencies}. `@anyThread` */
export function responseCurve({ points = 64, lowHz = 20, highHz = 20_000 }: { readonly points?: number; readonly lowHz?: number; readonly highHz?: number } = {}): ResponseCurveSpec {
  return { kind: "responseCurve", unit: "dB", points, lowHz, highHz };
}

/** Hz of each point of a response curve. Allocates: for constructors. `@anyThread` */
export function curveFrequencies({ points, lowHz, highHz }: ResponseCurveSpec): Float64Array {
  return Float64Array.from({ length: points }, (_, i) => lowHz * (highHz / lowHz) ** (points > 1 ? i / (points - 1) : 0));
}

/** How many numbers a readout holds. `@anyThread` */
export function readoutLength(spec: ReadoutSpec): number {
  switch (spec.kind) {
    case "level":
    case "gainReduction":
      return 1;
    case "levels":
      return spec.count;
    case "series":
      return spec.length;
    case "responseCurve":
      return spec.points;
  }
}

/** Whether a readout is published as a whole, and only while somebody looks. `@anyThread` */
export function isObservable(spec: ReadoutSpec | undefined): spec is SeriesSpec | ResponseCurveSpec {
  return spec?.kind === "series" || spec?.kind === "responseCurve";
}

/** What a processor writes a readout with. `@audioThread` and plugin workers; never allocates. */
export type WriterOf<Spec> = Spec extends SeriesSpec | ResponseCurveSpec ? SeriesWriter : Spec extends LevelsSpec ? LevelsWriter : LevelWriter;

/** Writes one number; a gain reduction likewise. `@audioThread` */
export interface LevelWriter {
  /** Whether somebody is looking. While false, what costs much need not be computed. */
  readonly observed: boolean;
  /** Publishes the value. */
  set(value: number): void;
}

/** Writes a few numbers one by one. `@audioThread` */
export interface LevelsWriter {
  /** As that of {@link LevelWriter}. */
  readonly observed: boolean;
  /** Publishes one of the values; `index` outside 0…count−1 is ignored. */
  set(index: number, value: number): void;
}

/** Writes many numbers that are shown together. `@audioThread` */
export interface SeriesWriter {
  /** Whether a view is looking. While false, do not compute. */
  readonly observed: boolean;
  /** Fill this, then {@link publish}. It belongs to the processor; nobody else reads it. */
  readonly data: Float32Array;
  /** Shows the host what is in `data` now. */
  publish(): void;
}

/** The writers of all readouts of a plugin, as `process` gets them. */
export type WritersOf<Specs extends ReadoutSpecs> = { readonly [Id in keyof Specs]: WriterOf<Specs[Id]> };
