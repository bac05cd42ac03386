import { choice, float, level, levels, milliseconds, series, toggle } from "@headroom/sdk";
import { FIELD_LENGTH } from "./field.js";
import { PROGRAMME_HISTORY, RECENT_HISTORY } from "./history.js";
import { TARGET_LABELS, TARGET_OPTIONS } from "./targets.js";

/** All parameters of Meter. */
export const meterParams = {
  /** What integrated loudness is held against. */
  target: choice(TARGET_OPTIONS, { default: "streaming-14", labels: TARGET_LABELS }),
  /** The loudness that the target "custom" stands for. */
  customTarget: float({ min: -40, max: 0, default: -14, unit: "LUFS", smoothMs: 0 }),
  /** The highest true peak that is meant to occur. */
  truePeakLimit: float({ min: -12, max: 3, default: -1, unit: "dBTP", smoothMs: 0, label: "True-peak limit" }),
  /** What the level scale counts from: full scale, or the 0 of a K-System scale. */
  scale: choice(["full-scale", "K-12", "K-14", "K-20"], {
    default: "full-scale",
    labels: { "full-scale": "dBFS", "K-12": "K-12", "K-14": "K-14", "K-20": "K-20" },
  }),
  holdSeconds: float({ min: 0, max: 30, default: 2, unit: "s", smoothMs: 0, label: "Hold" }),
  integrationMs: milliseconds({ min: 10, max: 3000, default: 300, taper: "log", smoothMs: 0, label: "RMS time" }),
  /** The sine, root mean square, that reads 0 VU. */
  vuReference: float({ min: -30, max: 0, default: -18, unit: "dBFS", smoothMs: 0, label: "0 VU" }),
  /** While on, what is measured since the reset stands still; levels, momentary and short-term loudness go on. */
  paused: toggle(false, { transient: true }),
  /** A trigger: each time it turns on, all that is measured starts anew. Turn it off again to be ready. */
  reset: toggle(false, { automatable: false, transient: true }),
  /** A trigger as `reset`, for clips, hold and sample maximum alone. */
  clearClips: toggle(false, { automatable: false, transient: true }),
};
export type MeterParams = typeof meterParams;

/** All readouts of Meter. Two values are left and right; −200 is silence. */
export const meterReadouts = {
  /** Sample peak, rising at once, falling at 20 dB/s. */
  peak: levels("dBFS", 2),
  /** Highest peak of the last `holdSeconds`. */
  hold: levels("dBFS", 2),
  /** Highest sample since the reset or `clearClips`. */
  max: levels("dBFS", 2),
  /** True peak, moving as `peak` does. Computed while somebody looks. */
  truePeak: levels("dBTP", 2),
  /** Highest true peak since the reset. */
  truePeakMax: levels("dBTP", 2),
  /** Root mean square, exponentially weighted over `integrationMs`. A full-scale sine reads −3.0. */
  rms: levels("dBFS", 2),
  /** `rms` on the chosen scale: on a K scale 0 for a sine whose peak lies 12, 14 or 20 dB below full scale. */
  average: levels("dB", 2),
  /** Volume indicator with the ballistics of IEC 60268-17. */
  vu: levels("VU", 2),
  /** Runs of samples at or over full scale since the reset or `clearClips`. */
  clips: levels("", 2),
  /** Samples since the reset that were no finite numbers. They count as silence and go on as silence. */
  invalid: level(""),
  /** Loudness of the last 400 ms. */
  momentary: level("LUFS"),
  /** Loudness of the last 3 s. */
  shortTerm: level("LUFS"),
  /** Gated loudness since the reset; silence until 400 ms were heard. */
  integrated: level("LUFS"),
  /** Highest momentary loudness since the reset. */
  momentaryMax: level("LUFS"),
  /** Highest short-term loudness since the reset. */
  shortTermMax: level("LUFS"),
  /** Loudness range since the reset; 0 until 3 s were heard. */
  range: level("LU"),
  /** Highest true peak less integrated loudness; 0 until there is one. */
  peakToLoudness: level("LU"),
  /** Seconds that the history holds: measured since the reset, without pauses and without silence. */
  measured: level("s"),
  /** −1…1 over 300 ms: 1 for the same on both sides, −1 for opposite polarity. */
  correlation: level(""),
  /** Points of the goniometer; see `field.ts`. */
  field: series("", FIELD_LENGTH),
  /** Loudness of the last minute; see `history.ts`. */
  recent: series("", RECENT_HISTORY.length),
  /** Loudness since the reset; see `history.ts`. */
  programme: series("", PROGRAMME_HISTORY.length),
};
export type MeterReadouts = typeof meterReadouts;
