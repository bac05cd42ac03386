import type { Strip } from "@headroom/session";
import { type PointerEvent, useRef } from "react";
import { useRuntime } from "../app/runtime.js";
import { useSession } from "../session/use-session.js";
import { Lane } from "./Lane.js";
import { Playhead } from "./Playhead.js";
import { RulerMarks } from "./RulerMarks.js";
import { SeekSlider } from "./SeekSlider.js";
import { useElementWidth } from "./use-element-width.js";
import { useRulerDrag } from "./use-ruler-drag.js";
import "./timeline.css";

interface TimelineAreaProps {
  /** Strips whose clips are drawn, one lane each. */
  readonly channels: readonly Strip[];
  /** Seconds of the song from the left edge to the right. */
  readonly seconds: number;
}

/** Ruler and lanes over the time of the song, with playhead and loop: click to go there, drag in the ruler to set the loop. */
export function TimelineArea({ channels, seconds }: TimelineAreaProps) {
  const { transport } = useRuntime();
  const area = useRef<HTMLDivElement>(null);
  const tempo = useSession((session) => session.tempo);
  const loop = useSession((session) => session.loop);
  const pixelsPerSecond = useElementWidth(area) / seconds;
  const ruler = useRulerDrag(pixelsPerSecond);
  const span = ruler.dragged ?? loop;
  return (
    <div className="timeline-area" ref={area}>
      <Playhead pixelsPerSecond={pixelsPerSecond} />
      <div className="ruler" onPointerDown={ruler.onPointerDown} title="Click to go there, drag to set the loop">
        <RulerMarks tempo={tempo} seconds={seconds} pixelsPerSecond={pixelsPerSecond} />
        <SeekSlider seconds={seconds} tempo={tempo} />
      </div>
      <div
        className="lanes"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          transport.seek(secondsAt(event, pixelsPerSecond));
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) transport.seek(secondsAt(event, pixelsPerSecond));
        }}
      >
        {channels.map((strip) => (
          <Lane key={strip.id} strip={strip} pixelsPerSecond={pixelsPerSecond} />
        ))}
      </div>
      {span.endSeconds > span.startSeconds && (
        <div
          className="loop-span"
          data-enabled={loop.enabled || ruler.dragged !== undefined || undefined}
          style={{ left: span.startSeconds * pixelsPerSecond, width: (span.endSeconds - span.startSeconds) * pixelsPerSecond }}
        />
      )}
    </div>
  );
}

function secondsAt(event: PointerEvent, pixelsPerSecond: number): number {
  return Math.max(0, event.clientX - event.currentTarget.getBoundingClientRect().left) / pixelsPerSecond;
}
