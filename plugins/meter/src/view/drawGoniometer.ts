import type { Drawing } from "@headroom/ui";
import { FIELD_LENGTH, FIELD_POINTS } from "../field.js";

/** Points of about one age are drawn at once. */
const AGES = 8;
const DOT = 1.6;
/** Amplitude that reaches the edge at the most: what is quieter than this is not drawn larger. */
const LEAST_REACH = 0.005;
/** Share of the way that the scale comes back in a frame once a signal has become quieter. */
const RELEASE = 0.02;

/** Draws left against right, turned so that mono stands upright. The scale follows the signal. */
export class GoniometerDrawing {
  /** Amplitude at the edge. */
  #reach = 1;

  draw({ context, width, height, palette }: Drawing, field: Float32Array): void {
    const radius = Math.min(width, height) / 2;
    const middleX = width / 2;
    const middleY = height / 2;
    drawAxes(context, palette, middleX, middleY, radius);
    this.#follow(field);
    const size = (radius - 14) / this.#reach / Math.SQRT2;
    const perAge = FIELD_POINTS / AGES;
    context.fillStyle = palette["spectrum-post"];
    for (let age = 0; age < AGES; age++) {
      context.globalAlpha = 0.12 + 0.88 * ((age + 1) / AGES) ** 2;
      context.beginPath();
      for (let point = age * perAge; point < (age + 1) * perAge; point++) {
        const left = field[2 * point] ?? 0;
        const right = field[2 * point + 1] ?? 0;
        if (left === 0 && right === 0) continue;
        context.rect(middleX + (right - left) * size - DOT / 2, middleY - (left + right) * size - DOT / 2, DOT, DOT);
      }
      context.fill();
    }
    context.globalAlpha = 1;
  }

  #follow(field: Float32Array): void {
    let most = LEAST_REACH;
    for (let i = 0; i < FIELD_LENGTH; i += 2) most = Math.max(most, Math.hypot(field[i] ?? 0, field[i + 1] ?? 0));
    this.#reach = most > this.#reach ? most : this.#reach + (most - this.#reach) * RELEASE;
  }
}

function drawAxes(context: CanvasRenderingContext2D, palette: Drawing["palette"], x: number, y: number, radius: number): void {
  const reach = radius - 14;
  const diagonal = reach / Math.SQRT2;
  context.strokeStyle = palette["grid-strong"];
  context.lineWidth = 1;
  context.beginPath();
  context.arc(x, y, reach, 0, 2 * Math.PI);
  context.moveTo(x - diagonal, y - diagonal);
  context.lineTo(x + diagonal, y + diagonal);
  context.moveTo(x + diagonal, y - diagonal);
  context.lineTo(x - diagonal, y + diagonal);
  context.moveTo(x, y - reach);
  context.lineTo(x, y + reach);
  context.moveTo(x - reach, y);
  context.lineTo(x + reach, y);
  context.stroke();
  context.font = `10px ${palette.font}`;
  context.fillStyle = palette["text-3"];
  context.textAlign = "center";
  context.textBaseline = "middle";
  const outside = diagonal + 8;
  context.fillText("L", x - outside, y - outside);
  context.fillText("R", x + outside, y - outside);
  context.fillText("M", x, y - reach - 7);
  context.fillText("S", x - reach - 7, y);
}
