import type { Drawing } from "../canvas/attachCanvas.js";
import { gainToY } from "./frequencyScale.js";

export interface ResponseOptions {
  /** dB at the top; the bottom is its negative. */
  readonly rangeDb: number;
  readonly color: string;
  readonly lineWidth: number;
  /** Opacity of the area between the curve and 0 dB. Default 0. */
  readonly fill?: number;
  /** Opacity of the line. Default 1. */
  readonly line?: number;
  /** CSS pixels of dashes and gaps in turn. Default a whole line. */
  readonly dash?: readonly number[];
  /** Draws only from the first to the last point that is further from 0 dB. Default all points. */
  readonly leastDb?: number;
}

const WHOLE: readonly number[] = [];

/** Draws a response, dB at points evenly spaced on the canvas from its left edge to its right. */
export function drawResponse({ context, width, height }: Drawing, responseDb: ArrayLike<number>, options: ResponseOptions): void {
  const { rangeDb, color, lineWidth, fill = 0, line = 1, dash = WHOLE, leastDb = -1 } = options;
  const count = responseDb.length - 1;
  if (count < 1) return;
  let first = 0;
  let last = count;
  while (first < last && Math.abs(responseDb[first] ?? 0) <= leastDb) first++;
  while (last > first && Math.abs(responseDb[last] ?? 0) <= leastDb) last--;
  context.beginPath();
  tracePath(context, responseDb, first, last, width, height, rangeDb);
  context.strokeStyle = color;
  context.lineWidth = lineWidth;
  context.lineJoin = "round";
  context.globalAlpha = line;
  if (dash.length > 0) context.setLineDash(dash as number[]);
  context.stroke();
  if (dash.length > 0) context.setLineDash(WHOLE as number[]);
  if (fill > 0) {
    context.lineTo((last / count) * width, height / 2);
    context.lineTo((first / count) * width, height / 2);
    context.closePath();
    context.fillStyle = color;
    context.globalAlpha = fill;
    context.fill();
  }
  context.globalAlpha = 1;
}

/** Fills the area between two responses of the same points. @param fill - its opacity. */
export function drawResponseRange(
  { context, width, height }: Drawing,
  fromDb: ArrayLike<number>,
  toDb: ArrayLike<number>,
  { rangeDb, color, fill }: { readonly rangeDb: number; readonly color: string; readonly fill: number },
): void {
  context.beginPath();
  tracePath(context, fromDb, 0, fromDb.length - 1, width, height, rangeDb);
  const last = toDb.length - 1;
  for (let i = last; i >= 0; i--) context.lineTo((i / last) * width, responseY(toDb[i] ?? 0, height, rangeDb));
  context.closePath();
  context.fillStyle = color;
  context.globalAlpha = fill;
  context.fill();
  context.globalAlpha = 1;
}

function tracePath(
  context: CanvasRenderingContext2D, responseDb: ArrayLike<number>, first: number, last: number, width: number, height: number, rangeDb: number,
): void {
  const count = responseDb.length - 1;
  for (let i = first; i <= last; i++) {
    const x = (i / count) * width;
    const y = responseY(responseDb[i] ?? 0, height, rangeDb);
    if (i === first) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
}

/** A notch goes to −∞: far outside is enough, and finite. */
function responseY(responseDb: number, height: number, rangeDb: number): number {
  return gainToY(Math.min(200, Math.max(-200, responseDb)), height, rangeDb);
}
