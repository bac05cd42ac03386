import type { Drawing, Palette } from "@headroom/ui";
import { VU_MARKS, vuDeflection } from "./vuScale.js";

/** Half of the needle's sweep, in radians. */
const SWEEP = 0.86;
const FACE_TOP = 24;
/** In the order in which they find room. */
const VU_NUMBERS = [0, 3, -20, -10, -5, -3, -7, -1, 1, -2, 2];
const NUMBER_WIDTH = 21;

/** Draws a VU dial with a needle for each side. */
export function drawVu({ context, width, height, palette }: Drawing, left: number, right: number): void {
  const x = width / 2;
  // The pivot lies below the face, so that the arc spans the width.
  const radius = Math.min((width - 48) / 2 / Math.sin(SWEEP), height + 40);
  const y = Math.max(FACE_TOP, (height - radius) / 2) + radius;
  const angle = (vu: number) => (2 * vuDeflection(vu) - 1) * SWEEP - Math.PI / 2;
  arc(context, palette["line-strong"], x, y, radius, angle(-Infinity), angle(0), 1.5);
  arc(context, palette["meter-clip"], x, y, radius, angle(0), angle(3), 3);
  for (const vu of VU_MARKS) {
    ray(context, vu >= 0 ? palette["meter-clip"] : palette["text-3"], x, y, radius, radius + (vu === 0 ? 6 : 4), angle(vu), 1);
  }
  drawNumbers(context, palette, (vu) => ({ x: x + (radius + 12) * Math.cos(angle(vu)), y: y + (radius + 12) * Math.sin(angle(vu)) }));
  const inner = Math.max(0, y - height);
  ray(context, palette["spectrum-post"], x, y, inner, radius - 1, angle(right), 1.75);
  ray(context, palette.curve, x, y, inner, radius - 1, angle(left), 1.75);
}

/** The numbers that there is room for, those that matter most first. */
function drawNumbers(context: CanvasRenderingContext2D, palette: Palette, placeOf: (vu: number) => { x: number; y: number }): void {
  context.font = `10px ${palette.font}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  const taken: number[] = [];
  for (const vu of VU_NUMBERS) {
    const { x, y } = placeOf(vu);
    if (taken.some((other) => Math.abs(other - x) < NUMBER_WIDTH)) continue;
    taken.push(x);
    context.fillStyle = vu >= 0 ? palette["meter-clip"] : palette["text-3"];
    context.fillText(vu > 0 ? `+${vu}` : String(vu).replace("-", "−"), x, y);
  }
}

function arc(context: CanvasRenderingContext2D, color: string, x: number, y: number, radius: number, from: number, to: number, lineWidth: number): void {
  context.strokeStyle = color;
  context.lineWidth = lineWidth;
  context.beginPath();
  context.arc(x, y, radius, from, to);
  context.stroke();
}

function ray(context: CanvasRenderingContext2D, color: string, x: number, y: number, from: number, to: number, angle: number, lineWidth: number): void {
  context.strokeStyle = color;
  context.lineWidth = lineWidth;
  context.beginPath();
  context.moveTo(x + from * Math.cos(angle), y + from * Math.sin(angle));
  context.lineTo(x + to * Math.cos(angle), y + to * Math.sin(angle));
  context.stroke();
}
