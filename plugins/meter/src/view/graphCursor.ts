import { historyAt, HistoryValue } from "../history.js";
import { clockTime, levelNumber } from "./levelNumber.js";
import { pointAt, type TimeSpan } from "./timeAxis.js";

/** Where a graph is read: a share of its width, or nowhere. */
export interface GraphCursor {
  share: number | undefined;
}

/** Steps of the keys, in hundredths of the width. */
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -10, PageUp: 10, Home: -100, End: 100 };

/** Moves the cursor as a key says. @returns whether the key says anything. */
export function moveByKey(cursor: GraphCursor, key: string): boolean {
  const step = STEPS[key];
  if (step !== undefined) cursor.share = inside((cursor.share ?? 1) + step / 100);
  else if (key === "Escape" && cursor.share !== undefined) cursor.share = undefined;
  else return false;
  return true;
}

/** Moves the cursor under a pointer. */
export function moveToPointer(cursor: GraphCursor, clientX: number, element: Element): void {
  const { left, width } = element.getBoundingClientRect();
  cursor.share = inside((clientX - left) / width);
}

/** The time under the cursor, in seconds. */
export function cursorTime({ share }: GraphCursor, { start, end }: TimeSpan): number | undefined {
  return share === undefined ? undefined : start + share * (end - start);
}

/** What a history says of a time: "1:03 · M −12.0 · S −13.1 · I −14.2 LUFS". Nothing where it holds nothing. */
export function readHistory(history: Float32Array, seconds: number, measuredSeconds: number): string {
  const point = pointAt(history, seconds, measuredSeconds);
  if (point === undefined) return "";
  const value = (which: number) => levelNumber(historyAt(history, point, which));
  return `${clockTime(seconds)} · M ${value(HistoryValue.momentary)} · S ${value(HistoryValue.shortTerm)} · I ${value(HistoryValue.integrated)} LUFS`;
}

function inside(share: number): number {
  return Math.min(1, Math.max(0, share));
}
