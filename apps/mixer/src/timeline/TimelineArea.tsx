import type { Strip } from "@headroom/session";
import { Fragment, type ReactNode, useCallback } from "react";
import { useRuntime } from "../app/runtime.js";
import { Lane } from "./Lane.js";
import { LoopSpan } from "./LoopSpan.js";
import { Playhead } from "./Playhead.js";
import { Ruler } from "./Ruler.js";
import { timeView } from "./time-view.js";
import "./timeline.css";

interface TimelineAreaProps {
  /** Strips whose clips are drawn, one lane each. */
  readonly channels: readonly Strip[];
  /** Seconds of the song from the left edge to the right. */
  readonly seconds: number;
  /** Whether clips can be moved and cut. */
  readonly edited?: boolean;
  /** What lies below a strip's lane. */
  readonly below?: (strip: Strip) => ReactNode;
  /** What lies over the lanes beside loop and playhead. */
  readonly children?: ReactNode;
}

/** Ruler and lanes over the time of the song, with playhead and loop. A pointer beside the clips moves the playhead. */
export function TimelineArea({ channels, seconds, edited = false, below, children }: TimelineAreaProps) {
  const { transport } = useRuntime();
  const scrub = useCallback((clientX: number) => transport.seek(timeView.secondsAt(clientX)), [transport]);
  return (
    <div className="timeline-area" style={{ "--seconds": seconds }}>
      <Playhead />
      <Ruler seconds={seconds} />
      <div
        className="lanes"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          scrub(event.clientX);
        }}
        onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && scrub(event.clientX)}
      >
        {channels.map((strip) => (
          <Fragment key={strip.id}>
            <Lane strip={strip} edited={edited} />
            {below?.(strip)}
          </Fragment>
        ))}
      </div>
      <LoopSpan />
      {children}
    </div>
  );
}
