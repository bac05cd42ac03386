import { dragNumber } from "@headroom/ui";
import { fromTravel, toTravel } from "@headroom/sdk";
import { type LanePoint, laneValue } from "@headroom/session";
import type { Drawing } from "@headroom/ui";
import type { Stretch } from "../timeline/draw-wave.js";
import type { TargetForm } from "./target-form.js";

/** Pixels above the greatest value and below the least. */
const MARGIN = 6;
/** How near a pointer must come to a point to take it. */
const REACH = 7;
/** With more points in sight than this only the course is drawn: it could not be seen between them. */
const MOST_DOTS = 400;

/** Pixels from a lane's upper edge to a value. */
export function valueToY({ spec, scale }: TargetForm, value: number, height: number): number {
  return MARGIN + (1 - toTravel(spec, scale * value)) * (height - 2 * MARGIN);
}

/** The value at a height, as a hand sets it: rounded as it is shown, unless it is set finely. */
export function yToValue({ spec, scale }: TargetForm, y: number, height: number, fine: boolean): number {
  const travel = Math.min(1, Math.max(0, 1 - (y - MARGIN) / (height - 2 * MARGIN)));
  if (spec.kind === "toggle") return travel >= 0.5 ? 1 : 0;
  return (fine ? fromTravel(spec, travel) : dragNumber(spec, travel, false)) / scale;
}

/** The point under a pointer; −1 where there is none. @param x - pixels of the song. */
export function pointAt(form: TargetForm, points: readonly LanePoint[], x: number, y: number, height: number, pixelsPerSecond: number): number {
  let nearest = -1;
  let least = REACH;
  for (const [i, point] of points.entries()) {
    const away = Math.hypot(point.seconds * pixelsPerSecond - x, valueToY(form, point.value, height) - y);
    if (away > least) continue;
    least = away;
    nearest = i;
  }
  return nearest;
}

interface Picture {
  readonly form: TargetForm;
  readonly points: readonly LanePoint[];
  readonly color: string;
  readonly selected: number;
  /** Whether the lane moves its control. */
  readonly moves: boolean;
}

/** Draws a lane's course and points; without points where the control stands. */
export function drawLane(drawing: Drawing, { form, points, color, selected, moves }: Picture, { left, pixelsPerSecond }: Stretch): void {
  const { context, width, height, palette, scale } = drawing;
  context.globalAlpha = moves ? 1 : 0.45;
  const restY = valueToY(form, form.base, height);
  const course = (x: number) => valueToY(form, laneValue(points, (x + left) / pixelsPerSecond, form.laneScale) ?? form.base, height);
  context.beginPath();
  if (points.length === 0) {
    context.setLineDash([4, 4]);
    context.moveTo(0, restY);
    context.lineTo(width, restY);
  } else {
    for (let x = 0; x <= width; x += 1 / scale) context.lineTo(x, course(x));
  }
  context.strokeStyle = color;
  context.lineWidth = 1.5;
  context.stroke();
  context.setLineDash([]);
  if (points.length > 0) {
    context.lineTo(width, height);
    context.lineTo(0, height);
    context.globalAlpha *= 0.1;
    context.fillStyle = color;
    context.fill();
    context.globalAlpha *= 10;
  }
  const seen = points.flatMap((point, i) => {
    const x = point.seconds * pixelsPerSecond - left;
    return x >= -5 && x <= width + 5 ? [{ x, y: valueToY(form, point.value, height), i }] : [];
  });
  for (const { x, y, i } of seen.length > MOST_DOTS ? seen.filter(({ i }) => i === selected) : seen) {
    context.beginPath();
    context.arc(x, y, i === selected ? 4.5 : 3, 0, 2 * Math.PI);
    context.fillStyle = i === selected ? palette.text : palette.bg;
    context.fill();
    context.stroke();
  }
  const chosen = seen.find(({ i }) => i === selected);
  const point = points[selected];
  if (chosen && point) drawValue(drawing, form.text(point.value), chosen.x, chosen.y);
  context.globalAlpha = 1;
}

/** The chosen point's value beside it, where there is room. */
function drawValue({ context, width, height, palette }: Drawing, text: string, x: number, y: number): void {
  context.font = `11px ${palette.font}`;
  const textWidth = context.measureText(text).width;
  const left = x + 9 + textWidth > width ? x - 9 - textWidth : x + 9;
  context.fillStyle = palette.text;
  context.textBaseline = "middle";
  context.fillText(text, left, y < height / 2 ? y + 11 : y - 11);
}
