import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { LoudnessTarget } from "../targets.js";
import { drawGraph, type Graph } from "./drawGraph.js";
import { cursorTime, moveByKey, moveToPointer, readHistory, type GraphCursor } from "./graphCursor.js";
import { levelNumber } from "./levelNumber.js";
import { LiveCanvas } from "./LiveCanvas.js";
import { loudnessAxis } from "./loudnessAxis.js";
import type { MeterHost } from "./meterHost.js";
import { Reading } from "./Reading.js";
import { shownTime, SPANS, type Span } from "./timeAxis.js";

interface LoudnessGraphProps {
  readonly host: MeterHost;
  readonly span: Span;
  readonly target: LoudnessTarget | undefined;
}

/** Milliseconds between two values for assistive technology, while nobody moves the cursor. */
const SPOKEN_MS = 1000;

/** Loudness over time. The pointer or the arrow keys read it at a time. */
export function LoudnessGraph({ host, span, target }: LoudnessGraphProps) {
  const { measured, recent, programme, shortTerm, integrated } = host.readouts;
  const slider = useRef<HTMLDivElement>(null);
  const [cursor] = useState<GraphCursor>({ share: undefined });
  const [drawn] = useState({ key: "" });

  const graph = (): Graph => {
    const measuredSeconds = measured.read()[0] ?? 0;
    const time = shownTime(span, measuredSeconds);
    const history = (span === SPANS[0] ? recent : programme).read();
    return { axis: loudnessAxis(target), time, history, measuredSeconds, target, cursor: cursorTime(cursor, time) };
  };
  const atCursor = () => {
    if (cursor.share === undefined) return "";
    const { history, cursor: seconds = 0, measuredSeconds } = graph();
    return readHistory(history, seconds, measuredSeconds);
  };
  const now = () => `Now short-term ${levelNumber(shortTerm.read()[0] ?? -Infinity)}, integrated ${levelNumber(integrated.read()[0] ?? -Infinity)} LUFS`;
  const speak = () => {
    slider.current?.setAttribute("aria-valuenow", String(Math.round((cursor.share ?? 1) * 100)));
    slider.current?.setAttribute("aria-valuetext", cursor.share === undefined ? now() : atCursor() || "Nothing measured here");
  };
  const speakNow = useEffectEvent(speak);
  useEffect(() => {
    speakNow();
    const timer = setInterval(speakNow, SPOKEN_MS);
    return () => clearInterval(timer);
  }, []);
  const leave = () => (cursor.share = undefined);

  return (
    <div
      ref={slider}
      className="meter-graph"
      role="slider"
      tabIndex={0}
      aria-label="Loudness over time"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={100}
      onPointerMove={({ clientX, currentTarget }) => moveToPointer(cursor, clientX, currentTarget)}
      onPointerLeave={leave}
      onBlur={leave}
      onKeyDown={(event) => {
        if (!moveByKey(cursor, event.key)) return;
        event.preventDefault();
        event.stopPropagation();
        speak();
      }}
    >
      <LiveCanvas
        draw={(drawing) => drawGraph(drawing, graph())}
        changed={() => {
          const key = `${measured.read()[0]} ${cursor.share}`;
          const isNew = key !== drawn.key;
          drawn.key = key;
          return isNew;
        }}
      />
      <Reading read={atCursor} className="meter-graph-cursor" />
    </div>
  );
}
