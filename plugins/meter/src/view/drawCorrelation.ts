import type { Drawing } from "@headroom/ui";

const HEIGHT = 10;
const INSET = 8;

/** Draws correlation from −1 to 1: a bar from the middle, green to the right, red to the left. */
export function drawCorrelation({ context, width, palette }: Drawing, correlation: number): void {
  const xOf = (value: number) => INSET + ((value + 1) / 2) * (width - 2 * INSET);
  const middle = xOf(0);
  const x = xOf(correlation);
  context.fillStyle = palette.well;
  context.fillRect(INSET, 0, width - 2 * INSET, HEIGHT);
  context.fillStyle = correlation < 0 ? palette["meter-clip"] : palette["meter-ok"];
  context.globalAlpha = 0.55;
  context.fillRect(Math.min(x, middle), 0, Math.abs(x - middle), HEIGHT);
  context.globalAlpha = 1;
  context.fillRect(x - 1.5, 0, 3, HEIGHT);
  context.font = `10px ${palette.font}`;
  context.textBaseline = "top";
  context.textAlign = "center";
  for (const value of [-1, -0.5, 0, 0.5, 1]) {
    context.fillStyle = palette["line-strong"];
    context.fillRect(Math.round(xOf(value)), HEIGHT + 1, 1, 3);
    if (!Number.isInteger(value)) continue;
    context.fillStyle = palette["text-3"];
    context.fillText(value > 0 ? "+1" : value < 0 ? "−1" : "0", xOf(value), HEIGHT + 5);
  }
}
