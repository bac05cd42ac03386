import { Canvas, type CanvasHandle, type Drawing, onFrame } from "@headroom/ui";
import { useEffect, useRef } from "react";
import { useRuntime } from "../app/runtime.js";

/** Pixels of the marker in the ruler, from its tip to either side. */
const MARKER = 5;

/**
 * The line at the song's position. It is drawn on a canvas over the lanes: an element that moved would have
 * Chromium work out all layers of the page in every frame (12 ms with 16 strips, where this takes 0.6 ms).
 */
export function Playhead({ pixelsPerSecond }: { readonly pixelsPerSecond: number }) {
  const { transport } = useRuntime();
  const canvas = useRef<CanvasHandle>(null);
  const x = useRef(Number.NaN);

  useEffect(
    () =>
      onFrame(() => {
        const now = Math.round(transport.seconds() * pixelsPerSecond * 2) / 2;
        if (now === x.current) return;
        x.current = now;
        canvas.current?.invalidate();
      }),
    [transport, pixelsPerSecond],
  );
  const draw = ({ context, height, palette }: Drawing) => {
    context.fillStyle = palette.text;
    context.fillRect(x.current, 0, 1, height);
    context.beginPath();
    context.moveTo(x.current + 0.5 - MARKER, 0);
    context.lineTo(x.current + 0.5 + MARKER, 0);
    context.lineTo(x.current + 0.5, 2 * MARKER);
    context.fill();
  };
  return (
    <div className="playhead">
      <Canvas ref={canvas} draw={draw} />
    </div>
  );
}
