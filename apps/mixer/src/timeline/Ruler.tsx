import { Canvas, type Drawing } from "@headroom/ui";
import { useRef } from "react";
import { useRuntime } from "../app/runtime.js";
import { useSession } from "../session/use-session.js";
import { useObservable } from "../state/observable.js";
import { drawRuler } from "./draw-ruler.js";
import { dragByPointer } from "./hand.js";
import { drawLoop } from "./loop-edits.js";
import { SeekSlider } from "./SeekSlider.js";
import { timelineSettings } from "./timeline-settings.js";
import { timeView } from "./time-view.js";
import { useSnappedSeek } from "./use-snapped-seek.js";

/** Bars or seconds over the lanes: click to go there, drag to set the loop. */
export function Ruler({ seconds }: { readonly seconds: number }) {
  const runtime = useRuntime();
  const tempo = useSession((session) => session.tempo);
  const { ruler } = useObservable(timelineSettings);
  const seek = useSnappedSeek();
  const version = useRef(-1);
  const draw = (drawing: Drawing) => {
    version.current = timeView.version;
    drawRuler(drawing, ruler, tempo, timeView);
  };
  return (
    <div className="ruler" onPointerDown={(event) => dragByPointer(event, () => drawLoop(runtime, event.clientX), seek)} title="Click to go there, drag to set the loop">
      <div className="ruler-scale in-sight">
        <Canvas draw={draw} animated changed={() => version.current !== timeView.version} />
        <SeekSlider seconds={seconds} tempo={tempo} />
      </div>
    </div>
  );
}
