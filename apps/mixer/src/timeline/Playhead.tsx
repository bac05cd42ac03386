import { Canvas, type CanvasHandle, type Drawing, onFrame } from "@headroom/ui";
import { useEffect, useRef } from "react";
import { useRuntime } from "../app/runtime.js";
import { timeView } from "./time-view.js";

/** Pixels of the marker in the ruler, from its tip to either side. */
const MARKER = 5;

/**
 * The line at the song's position. It is drawn on a canvas over the lanes: an element that moved would have
 * Chromium work out all layers of the page in every frame (12 ms with 16 strips, where this takes 0.6 ms). Where it leaves
 * at the right while the song plays, the next page of the song is shown.
 */
export function Playhead() {
  const { transport } = useRuntime();
  const canvas = useRef<CanvasHandle>(null);
  const x = useRef(Number.NaN);

  useEffect(
    () =>
      onFrame(() => {
        const now = Math.round((transport.seconds() * timeView.pixelsPerSecond - timeView.left) * 2) / 2;
        if (now === x.current) return;
        const leaves = transport.playing.value && x.current <= timeView.width && now > timeView.width;
        x.current = now;
        canvas.current?.invalidate();
        if (leaves) timeView.scrollTo(timeView.left + now);
      }),
    [transport],
  );
  const draw = ({ context, width, height, palette }: Drawing) => {
    if (x.current < -MARKER || x.current > width + MARKER) return;
    context.fillStyle = palette.text;
    context.fillRect(x.current, 0, 1, height);
    context.beginPath();
    context.moveTo(x.current + 0.5 - MARKER, 0);
    context.lineTo(x.current + 0.5 + MARKER, 0);
    context.lineTo(x.current + 0.5, 2 * MARKER);
    context.fill();
  };
  return (
    <div className="playhead in-sight">
      <Canvas ref={canvas} draw={draw} />
    </div>
  );
}
