import { Canvas, createCurvePoints, drawResponse } from "@headroom/ui";
import type { CanvasHandle, CurvePoints, Drawing } from "@headroom/ui";
import { useEffect, useRef } from "react";
import { eqBandResponseDb, eqResponseDb } from "../response.js";
import { handlesOf, valuesOf } from "./bands.js";
import type { Band } from "./bands.js";

interface ResponseLayerProps {
  readonly bands: readonly Band[];
  /** Hz. */
  readonly sampleRate: number;
  readonly rangeDb: number;
  /** The band whose own curve is drawn too. */
  readonly shown: number | undefined;
}

/** The response of all bands together, drawn again when one of them moves. */
export function ResponseLayer({ bands, sampleRate, rangeDb, shown }: ResponseLayerProps) {
  const canvas = useRef<CanvasHandle>(null);
  const points = useRef<CurvePoints>(undefined);
  useEffect(() => {
    const undo = bands.flatMap((band) => handlesOf(band).map((handle) => handle.subscribe(() => canvas.current?.invalidate())));
    return () => {
      for (const each of undo) each();
    };
  }, [bands]);

  const draw = (drawing: Drawing) => {
    if (points.current?.width !== drawing.width) points.current = createCurvePoints(drawing.width);
    const { frequenciesHz, responseDb } = points.current;
    const { palette } = drawing;
    const values = valuesOf(bands);
    const band = bands[(shown ?? 0) - 1];
    if (band?.enabled.get()) {
      eqBandResponseDb(values, band.number, sampleRate, frequenciesHz, responseDb);
      drawResponse(drawing, responseDb, { rangeDb, color: palette[`band-${band.number}`], lineWidth: 1, fill: 0.16, line: 0.8 });
    }
    eqResponseDb(values, sampleRate, frequenciesHz, responseDb);
    drawResponse(drawing, responseDb, { rangeDb, color: palette.curve, lineWidth: 2, fill: 0.05 });
  };
  return <Canvas ref={canvas} draw={draw} />;
}
