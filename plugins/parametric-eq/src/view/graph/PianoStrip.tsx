import { Canvas, drawPiano } from "@headroom/ui";
import type { Ref } from "react";
import { GRAPH_SPAN } from "./graphScale.js";

interface PianoStripProps {
  /** Lies on the key under the pointer. */
  readonly litRef: Ref<HTMLDivElement>;
}

/** The piano below the graph: each key's middle is at its frequency. */
export function PianoStrip({ litRef }: PianoStripProps) {
  return (
    <div className="eq-piano" aria-hidden="true">
      <Canvas draw={(drawing) => drawPiano(drawing, GRAPH_SPAN)} />
      <div ref={litRef} className="eq-lit-key" hidden />
    </div>
  );
}
