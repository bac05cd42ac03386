import type { GainMeasure, GainTargets } from "@headroom/analysis";

interface MeasureText {
  readonly name: string;
  readonly unit: string;
  /** Where sources are brought to at first. */
  readonly level: number;
  readonly why: string;
}

/** What sources can be brought to, and why one would. */
export const GAIN_MEASURES: Readonly<Record<GainMeasure, MeasureText>> = {
  rms: { name: "RMS", unit: "dBFS", level: -18, why: "Mean level while the source sounds. −18 dBFS is 0 VU, the level that plugins modelled on analogue gear are made for." },
  vu: { name: "VU", unit: "VU", level: 0, why: "Highest swing of a VU needle, which takes 300 ms: it follows what the ear takes for level more than peaks do." },
  peak: { name: "Peak", unit: "dBFS", level: -10, why: "Highest sample. It keeps short sounds from going over, and says little about how loud a source seems." },
  lufs: { name: "LUFS", unit: "LUFS", level: -20, why: "Loudness while the source sounds, weighted as the ear hears: sources start as equals before they are balanced." },
};

export const DEFAULT_TARGETS: GainTargets = { measure: "rms", level: GAIN_MEASURES.rms.level, mostPeakDbfs: -6, masterTruePeakDbtp: -6 };
