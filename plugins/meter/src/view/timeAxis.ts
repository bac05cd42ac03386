import { historyPoints, historyStep, RECENT_HISTORY, TICK_SECONDS } from "../history.js";

/** Spans that the graph shows, in seconds; all since the reset for "all". */
export const SPANS = [
  { label: "1 min", seconds: RECENT_HISTORY.points * TICK_SECONDS },
  { label: "5 min", seconds: 300 },
  { label: "All", seconds: Infinity },
] as const;
export type Span = (typeof SPANS)[number];

/** A stretch of measured time, in seconds since the reset. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

/** Shorter than this, "all" leaves room for what is to come. */
const LEAST_ALL_SECONDS = 30;

/** What of the time measured so far is shown. */
export function shownTime(span: Span, measuredSeconds: number): TimeSpan {
  if (span.seconds === Infinity) return { start: 0, end: Math.max(LEAST_ALL_SECONDS, measuredSeconds) };
  const end = Math.max(span.seconds, measuredSeconds);
  return { start: end - span.seconds, end };
}

/** What a clock of float32 may be off, as a share of a point's time. */
const ROUNDING = 0.05;

/** When the newest point ended: a history takes down whole points only. */
function newestTime(history: Float32Array, measuredSeconds: number): number {
  const step = historyStep(history);
  return step > 0 ? Math.floor(measuredSeconds / step + ROUNDING) * step : 0;
}

/** Time at the end of a point of a history that reaches to now. */
export function pointTime(history: Float32Array, point: number, measuredSeconds: number): number {
  return newestTime(history, measuredSeconds) - (historyPoints(history) - 1 - point) * historyStep(history);
}

/** The point whose time holds `seconds`, if there is one. */
export function pointAt(history: Float32Array, seconds: number, measuredSeconds: number): number | undefined {
  const points = historyPoints(history);
  if (points === 0) return undefined;
  const point = Math.floor(points - (newestTime(history, measuredSeconds) - seconds) / historyStep(history) + ROUNDING / 10);
  // The last point's end is still its own.
  const found = seconds <= measuredSeconds ? Math.min(point, points - 1) : point;
  return found >= 0 && found < points ? found : undefined;
}

const LEAST_PIXELS = 64;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];

/** Seconds from one line of the grid to the next, so that they are far enough apart. */
export function gridSeconds({ start, end }: TimeSpan, widthPixels: number): number {
  const least = ((end - start) * LEAST_PIXELS) / Math.max(LEAST_PIXELS, widthPixels);
  return STEPS.find((step) => step >= least) ?? Math.ceil(least / 3600) * 3600;
}
