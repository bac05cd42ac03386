import type { Drawing } from "@headroom/ui";
import { barSeconds } from "../transport/time-text.js";
import type { Stretch } from "./draw-wave.js";

/** Labels stand at least so many pixels apart, lines at least so many. */
const LABEL_PIXELS = 56;
const LINE_PIXELS = 7;
/** Lines shorter than a label's. */
const TICK = 5;

/** Seconds that a ruler of time can be divided into. */
const SECONDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 600, 1800, 3600];

/** How a ruler is divided: seconds between two labels, and between two lines. */
export interface Division {
  readonly label: number;
  readonly line: number;
}

/** The division of a ruler at a scale: labels as close as they can be read, lines as close as they can be told apart. */
export function divide(ruler: "bars" | "seconds", tempo: number, pixelsPerSecond: number): Division {
  const bar = barSeconds(tempo);
  const steps = ruler === "seconds" ? SECONDS : [...[16, 8, 4, 2].map((part) => bar / part / 2), ...Array.from({ length: 13 }, (_, power) => bar * 2 ** power)];
  const least = (pixels: number) => steps.find((step) => step * pixelsPerSecond >= pixels) ?? steps.at(-1) ?? bar;
  return { label: least(LABEL_PIXELS), line: least(LINE_PIXELS) };
}

/** Lines and labels over the lanes. */
export function drawRuler({ context, width, height, palette }: Drawing, ruler: "bars" | "seconds", tempo: number, { left, pixelsPerSecond }: Stretch): void {
  const { label, line } = divide(ruler, tempo, pixelsPerSecond);
  const bar = barSeconds(tempo);
  context.font = `11px ${palette.font}`;
  context.textBaseline = "top";
  const each = (step: number, draw: (x: number, seconds: number) => void) => {
    for (let i = Math.floor(left / pixelsPerSecond / step); i * step * pixelsPerSecond - left < width; i++) draw(Math.round(i * step * pixelsPerSecond - left), i * step);
  };
  context.fillStyle = palette["line-strong"];
  each(line, (x) => context.fillRect(x, height - TICK, 1, TICK));
  each(label, (x, seconds) => {
    context.fillStyle = palette["line-strong"];
    context.fillRect(x, 0, 1, height);
    context.fillStyle = palette["text-2"];
    context.fillText(ruler === "bars" ? barLabel(seconds, bar, label) : secondsLabel(seconds, label), x + 5, 5);
  });
}

function barLabel(seconds: number, bar: number, step: number): string {
  const sixteenths = Math.round((seconds / bar) * 16);
  const whole = Math.floor(sixteenths / 16) + 1;
  if (step >= bar * (1 - 1e-9)) return String(whole);
  const beat = `${whole}.${(Math.floor(sixteenths / 4) % 4) + 1}`;
  return step >= (bar / 4) * (1 - 1e-9) ? beat : `${beat}.${(sixteenths % 4) + 1}`;
}

function secondsLabel(seconds: number, step: number): string {
  const digits = step >= 1 ? 0 : Math.ceil(-Math.log10(step) - 1e-9);
  const whole = Math.round(seconds * 10 ** digits) / 10 ** digits;
  const rest = (whole % 60).toFixed(digits).padStart(digits > 0 ? digits + 3 : 2, "0");
  return `${Math.floor(whole / 60)}:${rest}`;
}
