import { formatQuantity } from "../params/text.js";
import { peakDbfs, residualDbfs } from "../testing/levels.js";

/** Planar audio, or one channel of it. */
export type Audio = Float32Array | readonly Float32Array[];

/** What a matcher says. */
export interface Verdict {
  /** Whether the audio is as wanted. */
  readonly pass: boolean;
  /** What was seen and what is allowed, in a sentence. */
  readonly message: () => string;
}

/** The smallest amplitude that is no subnormal number in float32. */
const LEAST_NORMAL = 2 ** -126;

const channelsOf = (audio: Audio): readonly Float32Array[] => (audio instanceof Float32Array ? [audio] : audio);
const inDb = (db: number) => formatQuantity(db, "dBFS");

function verdict(pass: boolean, wrong: string, right: string): Verdict {
  return { pass, message: () => (pass ? right : wrong) };
}

function below(what: string, db: number, limit: number): Verdict {
  // Written so that NaN fails.
  return verdict(db <= limit, `${what} is ${inDb(db)}; ${inDb(limit)} is allowed.`, `${what} is ${inDb(db)}, which is not over ${inDb(limit)}.`);
}

/** Where and what the first sample is that breaks a rule. */
function firstWhere(audio: Audio, breaks: (x: number) => boolean): string | undefined {
  for (const [c, channel] of channelsOf(audio).entries()) {
    const frame = channel.findIndex(breaks);
    if (frame >= 0) return `frame ${frame} of channel ${c} is ${channel[frame] ?? "missing"}`;
  }
  return undefined;
}

/** What {@link addAudioMatchers} gives `expect`; also to be called as they are. */
export const audioMatchers = {
  toNull(output: Audio, reference: Audio, { delayFrames = 0, residualDbfs: limit = -Infinity }: { delayFrames?: number; residualDbfs?: number } = {}): Verdict {
    return below("The difference", residualDbfs(channelsOf(output), channelsOf(reference), delayFrames), limit);
  },
  toBeSilent(output: Audio): Verdict {
    return below("The signal's peak", peakDbfs(channelsOf(output)), -Infinity);
  },
  toHavePeakBelow(output: Audio, dbfs: number): Verdict {
    return below("The signal's peak", peakDbfs(channelsOf(output)), dbfs);
  },
  toHavePeakNear(output: Audio, dbfs: number, toleranceDb = 0.01): Verdict {
    const db = peakDbfs(channelsOf(output));
    const near = db === dbfs || Math.abs(db - dbfs) <= toleranceDb;
    return verdict(near, `The signal's peak is ${db.toFixed(3)} dBFS; ${dbfs} ±${toleranceDb} is wanted.`, `The signal's peak is ${db.toFixed(3)} dBFS, within ${toleranceDb} dB of ${dbfs}.`);
  },
  toBeAudio(output: Audio): Verdict {
    const found = firstWhere(output, (x) => !Number.isFinite(x) || (x !== 0 && Math.abs(x) < LEAST_NORMAL));
    return verdict(found === undefined, `${found ?? ""}; audio holds finite numbers, and none so small that they are slow (subnormal).`, "Every sample is a finite number and none is subnormal.");
  },
};

/** Matchers for `expect`, by the types that {@link addAudioMatchers} declares. `@anyThread` */
export interface AudioMatchers<Result = unknown> {
  /**
   * The signal nulls against another: nothing is left of their difference, or no more than `residualDbfs`.
   * `delayFrames` is how much later it is.
   */
  toNull: (reference: Audio, options?: { readonly delayFrames?: number; readonly residualDbfs?: number }) => Result;
  /** Every sample is 0. */
  toBeSilent: () => Result;
  /** No sample exceeds a level. */
  toHavePeakBelow: (dbfs: number) => Result;
  /** The highest sample is at a level, within a tolerance of 0.01 dB or another. */
  toHavePeakNear: (dbfs: number, toleranceDb?: number) => Result;
  /** Every sample is a finite number and none is subnormal. */
  toBeAudio: () => Result;
}
