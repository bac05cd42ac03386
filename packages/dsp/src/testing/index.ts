export type { LiveReading, LoudnessCase, WholeReading } from "./loudness-cases.js";
export { LOUDNESS_CASES } from "./loudness-cases.js";
export type { Stretch } from "./tones.js";
export { repeat, toneOf } from "./tones.js";
export type { TruePeakCase } from "./true-peak-cases.js";
export { TRUE_PEAK_CASES, TRUE_PEAK_TOLERANCE_DB } from "./true-peak-cases.js";
