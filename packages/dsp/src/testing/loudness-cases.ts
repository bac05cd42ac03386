import type { LOUDNESS_WEIGHTS } from "../loudness/channel-weights.js";
import { repeat, type Stretch } from "./tones.js";

/** What a meter says of all that it heard. */
export type WholeReading = "integratedLufs" | "rangeLu" | "mostMomentaryLufs" | "mostShortTermLufs";
/** What a live meter says besides. */
export type LiveReading = WholeReading | "momentaryLufs" | "shortTermLufs";

/** A test signal and what a loudness meter that was reset before it must read. */
export interface LoudnessCase {
  readonly name: string;
  readonly layout: keyof typeof LOUDNESS_WEIGHTS;
  /** A tone (`toneOf`) for each channel of the layout. */
  readonly channels: readonly (readonly Stretch[])[];
  /** Readings at the end, in LUFS or LU, of a file as of a stream. */
  readonly whole: Readonly<Partial<Record<WholeReading, number>>>;
  /** Readings of a stream once so many seconds were heard, in order. */
  readonly along: readonly { readonly seconds: number; readonly reading: LiveReading; readonly wanted: number }[];
  /** How far a reading may be off, in LU. */
  readonly toleranceLu: number;
}

const SILENT = -Infinity;
const STEADY_STEP_SECONDS = 0.01;
/** Runs of cases that differ by a delay or a level. */
const RUNS = Array.from({ length: 20 }, (_, i) => i);

/**
 * Every case of EBU Tech 3341 (November 2023) on loudness and of EBU Tech 3342 whose signal can be made: all but 3341's
 * 7 and 8, which are programmes.
 */
export const LOUDNESS_CASES: readonly LoudnessCase[] = [
  ...[-23, -33].map((level, n) => ({
    ...tech3341(n + 1, [[20, level]]),
    whole: { integratedLufs: level, mostMomentaryLufs: level, mostShortTermLufs: level },
    along: [
      { seconds: 20, reading: "momentaryLufs" as const, wanted: level },
      { seconds: 20, reading: "shortTermLufs" as const, wanted: level },
    ],
  })),
  { ...tech3341(3, [[10, -36], [60, -23], [10, -36]]), whole: { integratedLufs: -23 } },
  { ...tech3341(4, [[10, -72], [10, -36], [60, -23], [10, -36], [10, -72]]), whole: { integratedLufs: -23 } },
  { ...tech3341(5, [[20, -26], [20.1, -20], [20, -26]]), whole: { integratedLufs: -23 } },
  {
    ...tech3341(6, []),
    layout: "5.0",
    channels: [-28, -28, -24, -30, -30].map((level): Stretch[] => [[20, level]]),
    whole: { integratedLufs: -23 },
  },
  {
    ...tech3341(9, repeat([[1.34, -20], [1.66, -30]], 5)),
    whole: { mostShortTermLufs: -23 },
    along: steady(3, 15, "shortTermLufs"),
  },
  ...RUNS.map((i) => ({
    ...tech3341(10, [[i * 0.15, SILENT], [3, -23], [1, SILENT]], i),
    whole: { mostShortTermLufs: -23 },
  })),
  {
    ...tech3341(11, RUNS.flatMap((i): Stretch[] => [[i * 0.15, SILENT], [3, -38 + i], [3 - i * 0.15, SILENT]])),
    along: RUNS.map((i) => ({ seconds: 6 * (i + 1), reading: "mostShortTermLufs", wanted: -38 + i })),
  },
  {
    ...tech3341(12, repeat([[0.18, -20], [0.22, -30]], 25)),
    whole: { mostMomentaryLufs: -23 },
    along: steady(1, 10, "momentaryLufs"),
  },
  ...RUNS.map((i) => ({
    ...tech3341(13, [[i * 0.02, SILENT], [0.4, -23], [1, SILENT]], i),
    whole: { mostMomentaryLufs: -23 },
  })),
  {
    ...tech3341(14, RUNS.flatMap((i): Stretch[] => [[i * 0.02, SILENT], [0.4, -38 + i], [0.4 - i * 0.02, SILENT]])),
    along: RUNS.map((i) => ({ seconds: 0.8 * (i + 1), reading: "mostMomentaryLufs", wanted: -38 + i })),
  },
  tech3342(1, [-20, -30], 10),
  tech3342(2, [-20, -15], 5),
  tech3342(3, [-40, -20], 20),
  tech3342(4, [-50, -35, -20, -35, -50], 15),
];

function tech3341(number: number, stretches: readonly Stretch[], run?: number): LoudnessCase {
  const name = `EBU Tech 3341, case ${number}${run === undefined ? "" : `, file ${run}`}`;
  return { name, layout: "stereo", channels: [stretches, stretches], whole: {}, along: [], toleranceLu: 0.1 };
}

function tech3342(number: number, levels: readonly number[], rangeLu: number): LoudnessCase {
  const stretches = levels.map((level): Stretch => [20, level]);
  return { ...tech3341(number, stretches), name: `EBU Tech 3342, case ${number}`, whole: { rangeLu }, toleranceLu: 1 };
}

/** A reading that stands still at −23 from a time on. */
function steady(from: number, to: number, reading: LiveReading): LoudnessCase["along"] {
  const count = Math.round((to - from) / STEADY_STEP_SECONDS);
  return Array.from({ length: count }, (_, n) => ({ seconds: from + (n + 1) * STEADY_STEP_SECONDS, reading, wanted: -23 }));
}
