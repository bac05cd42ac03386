import { type PointerEvent, useRef } from "react";
import { useRuntime } from "../app/runtime.js";
import { useSession } from "../session/use-session.js";
import { useObservable } from "../state/observable.js";
import { Lane, LaneName } from "./Lane.js";
import { Playhead } from "./Playhead.js";
import { timelinePanel } from "./panel-height.js";
import { RulerMarks } from "./RulerMarks.js";
import { SeekSlider } from "./SeekSlider.js";
import { Splitter } from "./Splitter.js";
import { shownSeconds } from "./time-scale.js";
import { useElementWidth } from "./use-element-width.js";
import { useRulerDrag } from "./use-ruler-drag.js";
import "./timeline.css";

/** Ruler, one lane a channel, loop and playhead. */
export function Timeline() {
  const panel = useObservable(timelinePanel);
  if (!panel.open) return null;
  return (
    <>
      <OpenTimeline height={panel.height} />
      <Splitter />
    </>
  );
}

function OpenTimeline({ height }: { readonly height: number }) {
  const { transport } = useRuntime();
  const area = useRef<HTMLDivElement>(null);
  const width = useElementWidth(area);
  const seconds = useSession(shownSeconds);
  const tempo = useSession((session) => session.tempo);
  const loop = useSession((session) => session.loop);
  const order = useSession((session) => session.order);
  const strips = useSession((session) => session.strips);
  const pixelsPerSecond = width / seconds;
  const ruler = useRulerDrag(pixelsPerSecond);
  const channels = order.flatMap((id) => strips[id] ?? []).filter((strip) => strip.kind === "channel");
  const span = ruler.dragged ?? loop;
  return (
    <section className="timeline" aria-label="Timeline" style={{ height, "--timeline-height": `${height}px` }}>
      <div className="timeline-names">
        <div className="ruler-corner" />
        {channels.map((strip) => (
          <LaneName key={strip.id} strip={strip} />
        ))}
      </div>
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
    </section>
  );
}

function secondsAt(event: PointerEvent, pixelsPerSecond: number): number {
  return Math.max(0, event.clientX - event.currentTarget.getBoundingClientRect().left) / pixelsPerSecond;
}
