import { useRef } from "react";
import type { Ref } from "react";
import type { Drawing } from "../canvas/attachCanvas.js";
import { Canvas } from "../canvas/Canvas.js";
import type { CanvasHandle } from "../canvas/Canvas.js";
import { createCurvePoints } from "./curvePoints.js";
import type { CurvePoints } from "./curvePoints.js";
import { drawGrid } from "./drawGrid.js";
import { drawResponse } from "./drawResponse.js";

export interface FrequencyCurveProps {
  /** Writes the response in dB at each frequency, without allocating. */
  readonly response: (frequenciesHz: Float64Array, responseDb: Float64Array) => void;
  /** dB at the top; the bottom is its negative. Default 18. */
  readonly rangeDb?: number;
  /** CSS colour; the theme's curve without one. */
  readonly color?: string;
  readonly labels?: boolean;
  /** Its `invalidate` draws again when the response has changed. */
  readonly ref?: Ref<CanvasHandle>;
}

/** A frequency response over a logarithmic grid from 20 Hz to 20 kHz, as large as its parent. */
export function FrequencyCurve({ response, rangeDb = 18, color, labels = false, ref }: FrequencyCurveProps) {
  const points = useRef<CurvePoints>(undefined);
  const draw = (drawing: Drawing) => {
    if (points.current?.width !== drawing.width) points.current = createCurvePoints(drawing.width);
    const { frequenciesHz, responseDb } = points.current;
    response(frequenciesHz, responseDb);
    drawGrid(drawing, { rangeDb, labels });
    drawResponse(drawing, responseDb, { rangeDb, color: color ?? drawing.palette.accent, lineWidth: 1.5, fill: 0.12 });
  };
  return <Canvas draw={draw} {...(ref === undefined ? {} : { ref })} />;
}
