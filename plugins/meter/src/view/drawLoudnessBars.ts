import type { Drawing } from "@headroom/ui";
import type { LoudnessTarget } from "../targets.js";
import { TIME_HEIGHT } from "./drawGraph.js";
import { loudnessShare, type LoudnessAxis } from "./loudnessAxis.js";

/** Loudness now, in LUFS. */
export interface LoudnessBars {
  momentary: number;
  momentaryMax: number;
  shortTerm: number;
  shortTermMax: number;
  integrated: number;
}

const BAR = 15;
const GAP = 3;
const GRID_LU = 6;

/** Draws momentary and short-term loudness as bars beside the graph, on its axis, with the axis' numbers. */
export function drawLoudnessBars(drawing: Drawing, bars: LoudnessBars, axis: LoudnessAxis, target: LoudnessTarget | undefined): void {
  const { context, width, palette } = drawing;
  const height = drawing.height - TIME_HEIGHT;
  const yOf = (lufs: number) => height * loudnessShare(axis, lufs);
  const left = width - 2 * BAR - GAP;
  const each = [
    { x: left, level: bars.momentary, most: bars.momentaryMax, color: palette["spectrum-post"], name: "M" },
    { x: left + BAR + GAP, level: bars.shortTerm, most: bars.shortTermMax, color: palette.curve, name: "S" },
  ];
  context.font = `10px ${palette.font}`;
  context.textAlign = "center";
  context.textBaseline = "bottom";
  for (const { x, level, most, color, name } of each) {
    context.fillStyle = palette.well;
    context.fillRect(x, 0, BAR, height);
    context.fillStyle = color;
    context.globalAlpha = 0.75;
    context.fillRect(x, yOf(level), BAR, height - yOf(level));
    context.globalAlpha = 1;
    context.fillRect(x, Math.min(height - 1, Math.round(yOf(most))), BAR, most > axis.bottom ? 2 : 0);
    context.fillStyle = palette["text-3"];
    context.fillText(name, x + BAR / 2, drawing.height);
  }
  drawAxis(drawing, axis, left, yOf);
  if (target) {
    context.fillStyle = palette.accent;
    context.fillRect(0, Math.round(yOf(target.lufs)), width, 1);
  }
  if (bars.integrated > axis.bottom) {
    const y = yOf(bars.integrated);
    context.fillStyle = palette["meter-ok"];
    context.beginPath();
    context.moveTo(left - 1, y);
    context.lineTo(left - 7, y - 4);
    context.lineTo(left - 7, y + 4);
    context.fill();
  }
}

function drawAxis({ context, palette }: Drawing, axis: LoudnessAxis, left: number, yOf: (lufs: number) => number): void {
  context.textAlign = "right";
  context.textBaseline = "middle";
  for (let lufs = Math.floor(axis.top / GRID_LU) * GRID_LU; lufs > axis.bottom; lufs -= GRID_LU) {
    const y = yOf(lufs);
    context.fillStyle = palette["text-3"];
    if (y > 5) context.fillText(String(lufs).replace("-", "−"), left - 9, y);
  }
}
