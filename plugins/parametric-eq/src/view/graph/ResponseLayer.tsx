import { Canvas } from "@headroom/ui";
import type { CanvasHandle, Drawing } from "@headroom/ui";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { EqEditor } from "../bands/eqEditor.js";
import { drawCurves } from "./drawCurves.js";
import { ResponseCurves } from "./responseCurves.js";

interface ResponseLayerProps {
  readonly editor: EqEditor;
  readonly rangeDb: number;
}

/** The response of all bands together and of those that one looks at, drawn again when one of them moves. */
export function ResponseLayer({ editor, rangeDb }: ResponseLayerProps) {
  const { model, selection, listening, host } = editor;
  const canvas = useRef<CanvasHandle>(null);
  const [curves] = useState(() => new ResponseCurves(model, host.sampleRate));
  useSyncExternalStore(selection.subscribe, selection.state);
  useSyncExternalStore(listening.subscribe, listening.band);
  useEffect(
    () => {
      curves.expire(0);
      canvas.current?.invalidate();
      return model.subscribe((band) => {
        curves.expire(band);
        canvas.current?.invalidate();
      });
    },
    [model, curves],
  );
  const draw = (drawing: Drawing) => {
    curves.resize(drawing.width);
    drawCurves(drawing, curves, editor, rangeDb);
  };
  return <Canvas ref={canvas} draw={draw} changed={() => curves.follow(host.readouts.dynamics.read())} animated />;
}
