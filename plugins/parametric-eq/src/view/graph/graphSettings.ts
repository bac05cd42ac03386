import type { SpectrumSpeed } from "./spectrumTrace.js";

export type SpectrumSource = "input" | "output";

/** How the graph shows what it shows: nothing of it is heard. */
export interface GraphSettings {
  /** dB at the top; the bottom is its negative. */
  readonly rangeDb: number;
  readonly showInput: boolean;
  readonly showOutput: boolean;
  /** Whose spectrum is drawn over time. */
  readonly heatmap: SpectrumSource | "off";
  readonly isFrozen: boolean;
  readonly holdsPeaks: boolean;
  /** Lifts spectra by this much for each octave above 1 kHz. */
  readonly tiltDbPerOctave: number;
  readonly speed: keyof typeof SPEEDS;
  /** dBFS at the bottom; 0 is at the top. */
  readonly floorDb: number;
}

export const SPEEDS = {
  fast: { riseMs: 0, fallMs: 0 },
  medium: { riseMs: 25, fallMs: 220 },
  slow: { riseMs: 300, fallMs: 1200 },
} satisfies Readonly<Record<string, SpectrumSpeed>>;

export const TILTS_DB = [0, 1.5, 3, 4.5, 6] as const;
export const FLOORS_DB = [-60, -90, -120] as const;

/**
 * 4.5 dB an octave: about how far a finished mix falls, so that it lies level and what sticks out is seen. Pink noise
 * lies level at 3.
 */
const FIRST: GraphSettings = {
  rangeDb: 12,
  showInput: true,
  showOutput: true,
  heatmap: "off",
  isFrozen: false,
  holdsPeaks: false,
  tiltDbPerOctave: 4.5,
  speed: "medium",
  floorDb: -90,
};

let last = FIRST;

/** How a view shows its graph when it opens: as the last one on this page did, but not frozen. */
export function firstSettings(): GraphSettings {
  return { ...last, isFrozen: false };
}

/** Keeps settings for the next view that opens. */
export function rememberSettings(settings: GraphSettings): void {
  last = settings;
}
