import { Canvas, type Drawing } from "@headroom/ui";
import { useState } from "react";
import { useReducedMotion } from "./useReducedMotion.js";

interface LiveCanvasProps {
  readonly draw: (drawing: Drawing) => void;
  /** Whether there is something new to draw. */
  readonly changed?: (drawing: Drawing) => boolean;
}

/** Milliseconds between two pictures where little motion is asked for. */
const CALM_MS = 250;

/** A canvas that follows readouts: with every frame, or a few times a second where little motion is asked for. */
export function LiveCanvas({ draw, changed = () => true }: LiveCanvasProps) {
  const isCalm = useReducedMotion();
  const [pace] = useState({ nextMs: 0 });
  const mayDraw = (drawing: Drawing) => {
    if (!isCalm) return changed(drawing);
    if (drawing.nowMs < pace.nextMs) return false;
    pace.nextMs = drawing.nowMs + CALM_MS;
    return changed(drawing);
  };
  return <Canvas animated draw={draw} changed={mayDraw} />;
}
