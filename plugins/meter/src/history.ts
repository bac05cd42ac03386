/**
 * The layout of a loudness history in its readout, which the processor writes and the view reads:
 *
 *     0      points held
 *     1      seconds from one point to the next
 *     2…     POINT_LENGTH numbers a point, oldest first
 */
export const HISTORY_HEADER = 2;

/** Numbers of a point, in LUFS. */
export const HistoryValue = {
  /** The highest momentary loudness of the point's time. */
  momentary: 0,
  /** At the end of the point's time. */
  shortTerm: 1,
  /** At the end of the point's time. */
  integrated: 2,
} as const;
export const POINT_LENGTH = 3;

/** Loudness is taken down this often, in seconds. */
export const TICK_SECONDS = 0.1;

interface HistorySize {
  /** Most points held. */
  readonly points: number;
  /** Numbers in the readout. */
  readonly length: number;
}

const holding = (points: number): HistorySize => ({ points, length: HISTORY_HEADER + POINT_LENGTH * points });

/** The last minute, a point every tick: the oldest makes room. */
export const RECENT_HISTORY = holding(600);

/**
 * All since the reset. A point stands for half a second at first; when there is no more room, two become one, so that
 * an hour has a point a second and two hours one every two.
 */
export const PROGRAMME_HISTORY = holding(3600);
/** Ticks of a point at first. */
export const PROGRAMME_TICKS = 5;

/** How many points a history holds. */
export function historyPoints(history: Float32Array): number {
  return Math.max(0, Math.min((history.length - HISTORY_HEADER) / POINT_LENGTH, history[0] ?? 0));
}

/** Seconds from one point to the next. */
export function historyStep(history: Float32Array): number {
  return history[1] ?? 0;
}

/** A number of a point, oldest first, in LUFS. */
export function historyAt(history: Float32Array, point: number, value: number): number {
  return history[HISTORY_HEADER + point * POINT_LENGTH + value] ?? -Infinity;
}
