import { onFrame } from "@headroom/ui";
import { useEffect, useRef } from "react";
import { useRuntime } from "../app/runtime.js";

/** The line at the song's position, moved in the shared frame loop. */
export function Playhead({ pixelsPerSecond }: { readonly pixelsPerSecond: number }) {
  const { transport } = useRuntime();
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let shown = Number.NaN;
    return onFrame(() => {
      const x = Math.round(transport.seconds() * pixelsPerSecond * 2) / 2;
      if (x === shown || !line.current) return;
      shown = x;
      line.current.style.transform = `translateX(${x}px)`;
    });
  }, [transport, pixelsPerSecond]);
  return <div ref={line} className="playhead" aria-hidden="true" />;
}
