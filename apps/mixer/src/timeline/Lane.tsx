import type { Strip } from "@headroom/session";
import { Canvas, type Drawing } from "@headroom/ui";
import { memo, useMemo, useSyncExternalStore } from "react";
import { useRuntime } from "../app/runtime.js";
import { selectedStrip, selectStrip } from "../strips/selection.js";
import { useObservable } from "../state/observable.js";
import { drawWave } from "./draw-wave.js";

interface LaneProps {
  readonly strip: Strip;
  readonly pixelsPerSecond: number;
}

/** A channel's waveform over the time of the song. */
export const Lane = memo(function Lane({ strip, pixelsPerSecond }: LaneProps) {
  const { library } = useRuntime();
  const outlines = useSyncExternalStore(library.subscribe, library.outlines);
  const clips = useMemo(
    () => strip.clips.map((clip) => ({ ...clip, peaks: outlines.get(clip.audio) })),
    [strip.clips, outlines],
  );
  const draw = (drawing: Drawing) => drawWave(drawing, clips, strip.color, pixelsPerSecond);
  return (
    <div className="lane" data-muted={strip.mute || undefined}>
      <Canvas draw={draw} />
    </div>
  );
});

/** The name beside a lane; a click selects the strip. */
export const LaneName = memo(function LaneName({ strip }: { readonly strip: Strip }) {
  const isSelected = useObservable(selectedStrip) === strip.id;
  return (
    <button type="button" className="lane-name" aria-pressed={isSelected} onClick={() => selectStrip(strip.id)} title={strip.name}>
      <span className="lane-color" style={{ background: strip.color }} />
      <span className="lane-text">{strip.name}</span>
    </button>
  );
});
