import { replaceRange } from "./edit-points.js";
import type { LaneMode, LanePoint } from "./lane-schema.js";
import { laneValue, type LaneScale } from "./lane-value.js";
import { thinPoints, type Sample } from "./thin-points.js";

/** Time in which a control comes back to its lane where it was let go. */
export const RETURN_SECONDS = 0.1;

/** A pass over the song, without a jump, in which a control was moved. Times are seconds of the song. */
export interface Gesture {
  /** What the hand set, in order of time. */
  readonly samples: readonly Sample[];
  /** Where playback began or came in. */
  readonly startSeconds: number;
  /** Where the hand let go; after the end where it did not. */
  readonly releaseSeconds: number;
  /** Where playback stopped or jumped. */
  readonly endSeconds: number;
  /** Where the control stood before the hand took it. */
  readonly base: number;
}

export interface RecordOptions {
  /** What is lost by thinning at most, on the control's travel (0…1), or in its unit where it has no scale. */
  readonly tolerance: number;
  readonly scale?: LaneScale;
  /** The control switches: nothing lies between its values. */
  readonly steps?: boolean;
}

/**
 * The points that a lane has after a gesture was recorded in a mode, see `LANE_MODES`:
 * - `touch` replaces what lies between the first touch and the release, then comes back within {@link RETURN_SECONDS};
 * - `latch` goes on at the last value to the end of the pass, then comes back;
 * - `write` replaces the whole pass, from where the control stood at its start;
 * - `manual` and `play` record nothing.
 */
export function recordGesture(points: readonly LanePoint[], gesture: Gesture, mode: LaneMode, options: RecordOptions): readonly LanePoint[] {
  const { samples, startSeconds, endSeconds, releaseSeconds, base } = gesture;
  const [first] = samples;
  if (mode === "manual" || mode === "play" || !(endSeconds > startSeconds)) return points;
  if (!first && mode !== "write") return points;
  const from = mode === "write" || !first ? startSeconds : first.seconds;
  const to = mode === "touch" ? Math.min(releaseSeconds, endSeconds) : endSeconds;
  const within = samples.filter(({ seconds }) => seconds >= from && seconds <= to);
  const before = mode === "write" ? [{ seconds: startSeconds, value: base }] : [];
  const last = within.at(-1)?.value ?? base;
  const moved = held([...before, ...within, { seconds: to, value: last }]);
  const drawn = options.steps ? changes(moved) : thinned(moved, options);
  // Outside of what was recorded an empty lane is where the control was.
  const known = points.length > 0 ? points : [{ seconds: 0, value: base, curve: 0 }];
  const back = options.steps ? to : to + RETURN_SECONDS;
  const goal = laneValue(known, back, options.scale) ?? base;
  return replaceRange(known, from, back, [...drawn, { seconds: back, value: goal, curve: 0 }], options.scale);
}

/** A hand that rests says nothing: a sample after a pause begins where the one before it stood. */
function held(samples: readonly Sample[]): Sample[] {
  return samples.flatMap((sample, i) => {
    const before = samples[i - 1];
    const resumes = before && sample.seconds - before.seconds > REST_SECONDS && sample.value !== before.value;
    return resumes ? [{ seconds: sample.seconds - REST_SECONDS, value: before.value }, sample] : [sample];
  });
}

/** Longest time between two steps of one movement. */
const REST_SECONDS = 0.05;

function changes(samples: readonly Sample[]): LanePoint[] {
  return samples
    .filter(({ value }, i) => i === 0 || value !== samples[i - 1]?.value)
    .map(({ seconds, value }) => ({ seconds, value, curve: 0, hold: true }));
}

function thinned(samples: readonly Sample[], { tolerance, scale }: RecordOptions): LanePoint[] {
  const travel = samples.map((sample) => ({ seconds: sample.seconds, value: scale ? scale.toTravel(sample.value) : sample.value, sample }));
  return thinPoints(travel, tolerance).map(({ sample }) => ({ seconds: sample.seconds, value: sample.value, curve: 0 }));
}
