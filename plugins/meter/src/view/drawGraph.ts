import type { Drawing } from "@headroom/ui";
import { historyAt, historyPoints, HistoryValue } from "../history.js";
import type { LoudnessTarget } from "../targets.js";
import { clockTime } from "./levelNumber.js";
import { loudnessShare, type LoudnessAxis } from "./loudnessAxis.js";
import { gridSeconds, pointTime, type TimeSpan } from "./timeAxis.js";

/** All that the graph shows. */
export interface Graph {
  readonly axis: LoudnessAxis;
  readonly time: TimeSpan;
  readonly history: Float32Array;
  readonly measuredSeconds: number;
  readonly target: LoudnessTarget | undefined;
  /** Time under the cursor, if it is shown. */
  readonly cursor: number | undefined;
}

/** CSS pixels kept for the times below the graph. */
export const TIME_HEIGHT = 16;
const GRID_LU = 6;
/** Below this nothing was heard: the lines break. */
const SILENT_LUFS = -70;

/** Draws loudness over time: momentary as an area, short-term and integrated as lines, around the target. */
export function drawGraph(drawing: Drawing, graph: Graph): void {
  const { context, width, palette } = drawing;
  const height = drawing.height - TIME_HEIGHT;
  const { axis, time, target, cursor } = graph;
  const yOf = (lufs: number) => height * loudnessShare(axis, lufs);
  const xOf = (seconds: number) => (width * (seconds - time.start)) / (time.end - time.start);
  drawGrid(drawing, graph, xOf, yOf);
  if (target) {
    context.fillStyle = palette["accent-soft"];
    context.fillRect(0, yOf(target.lufs + target.toleranceLu), width, yOf(target.lufs - target.toleranceLu) - yOf(target.lufs + target.toleranceLu));
  }
  const area = trace(graph, HistoryValue.momentary, xOf, yOf, height);
  const above = target ? yOf(target.lufs + target.toleranceLu) : 0;
  fillBetween(drawing, area, above, height, palette["spectrum-post"]);
  if (target) fillBetween(drawing, area, 0, above, palette["meter-hot"]);
  stroke(context, trace(graph, HistoryValue.shortTerm, xOf, yOf), palette.curve, 1.5);
  stroke(context, trace(graph, HistoryValue.integrated, xOf, yOf), palette["meter-ok"], 2);
  if (target) {
    context.fillStyle = palette.accent;
    context.fillRect(0, Math.round(yOf(target.lufs)), width, 1);
  }
  if (cursor !== undefined) {
    context.fillStyle = palette["text-2"];
    context.fillRect(Math.round(xOf(cursor)), 0, 1, height);
  }
}

type Position = (value: number) => number;

/** The path of one value. @param floor - where an area is closed; without it the path is a line. */
function trace(graph: Graph, value: number, xOf: Position, yOf: Position, floor?: number): Path2D {
  const { history, measuredSeconds, time } = graph;
  const path = new Path2D();
  const points = historyPoints(history);
  let x = 0;
  let isOpen = false;
  for (let point = 0; point < points; point++) {
    const seconds = pointTime(history, point, measuredSeconds);
    if (seconds < time.start) continue;
    const lufs = historyAt(history, point, value);
    const y = yOf(lufs);
    x = xOf(seconds);
    if (lufs <= SILENT_LUFS) {
      if (isOpen && floor !== undefined) path.lineTo(x, floor);
      isOpen = false;
      continue;
    }
    if (!isOpen) path.moveTo(x, floor ?? y);
    path.lineTo(x, y);
    isOpen = true;
  }
  if (isOpen && floor !== undefined) path.lineTo(x, floor);
  return path;
}

function fillBetween({ context, width }: Drawing, area: Path2D, top: number, bottom: number, color: string): void {
  context.save();
  context.beginPath();
  context.rect(0, top, width, bottom - top);
  context.clip();
  context.globalAlpha = 0.32;
  context.fillStyle = color;
  context.fill(area);
  context.restore();
}

function stroke(context: CanvasRenderingContext2D, path: Path2D, color: string, lineWidth: number): void {
  context.strokeStyle = color;
  context.lineWidth = lineWidth;
  context.lineJoin = "round";
  context.stroke(path);
}

function drawGrid({ context, width, height, palette }: Drawing, { axis, time }: Graph, xOf: Position, yOf: Position): void {
  context.font = `10px ${palette.font}`;
  context.textBaseline = "bottom";
  context.fillStyle = palette.grid;
  for (let lufs = Math.floor(axis.top / GRID_LU) * GRID_LU; lufs > axis.bottom; lufs -= GRID_LU) {
    context.fillRect(0, Math.round(yOf(lufs)), width, 1);
  }
  const step = gridSeconds(time, width);
  context.textAlign = "center";
  for (let seconds = Math.ceil(time.start / step) * step; seconds <= time.end; seconds += step) {
    const x = Math.round(xOf(seconds));
    context.fillStyle = palette.grid;
    context.fillRect(x, 0, 1, height - TIME_HEIGHT);
    context.fillStyle = palette["text-3"];
    if (x > 14 && x < width - 14) context.fillText(clockTime(seconds), x, height);
  }
}
