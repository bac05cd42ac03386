import { Canvas, drawGrid, frequencyToX } from "@headroom/ui";
import type { Drawing } from "@headroom/ui";
import { GRAPH_SPAN } from "./graphScale.js";

interface GridLayerProps {
  readonly rangeDb: number;
  /** dBFS of spectra at the bottom; without one their levels are not written. */
  readonly floorDb: number | undefined;
  /** Hz. */
  readonly sampleRate: number;
}

const LEVEL_STEP_DB = 12;
const EDGE = 4;

/** The graph's frequencies, gains (left) and spectrum levels (right). Above half the sample rate there is no signal. */
export function GridLayer({ rangeDb, floorDb, sampleRate }: GridLayerProps) {
  return (
    <Canvas
      draw={(drawing) => {
        const { context, width, height, palette } = drawing;
        const nyquistX = frequencyToX(sampleRate / 2, width, GRAPH_SPAN);
        drawGrid(drawing, { rangeDb, span: GRAPH_SPAN, gainSide: "left" });
        if (floorDb !== undefined) drawLevels(drawing, floorDb);
        context.globalAlpha = 0.6;
        context.fillStyle = palette["surface-1"];
        context.fillRect(nyquistX, 0, width - nyquistX, height);
        context.globalAlpha = 1;
      }}
    />
  );
}

function drawLevels({ context, width, height, palette }: Drawing, floorDb: number): void {
  context.textAlign = "right";
  context.textBaseline = "middle";
  context.fillStyle = palette["text-3"];
  // The lowest ones would lie on the frequencies' numbers.
  for (let level = -LEVEL_STEP_DB; level > floorDb * 0.93; level -= LEVEL_STEP_DB) {
    context.fillText(String(level).replace("-", "−"), width - EDGE, (height * level) / floorDb);
  }
}
